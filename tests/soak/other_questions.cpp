// Single items, suggestions, pages for people, feeds, and what is kept by either side.

#include <algorithm>
#include <array>

#include <pugixml.hpp>

#include "tests/soak/questions.hpp"

namespace bulletin::test {
namespace {

using nlohmann::json;

std::string any_staying_id(Asker& asker) {
  return "item-" + std::to_string(asker.any_below(asker.archive().staying()));
}

// There with a title that is promised, or gone as promised.
void ask_moving_item(Asker& asker) {
  const std::size_t item = asker.any_below(BusyArchive::kMoving);
  const Moment since = asker.promises().now();
  const HttpAnswer answer = asker.ask_any("/api/v1/items/" + BusyArchive::moving_id(item));
  asker.expect(answer.status == 200 || answer.status == 404,
               "status " + std::to_string(answer.status));
  const json shown = json::parse(answer.body, nullptr, false);
  asker.expect(shown.is_object(), "no JSON: " + answer.body);
  const Round round = answer.status == 200 && shown.is_object()
                          ? BusyArchive::round_of(shown.value("title", ""))
                          : Round();
  asker.expect(asker.promises().allows(item, round, since), "not as promised: " + answer.body);
}

void ask_item(Asker& asker) {
  const std::string id = any_staying_id(asker);
  const json item = asker.ask_json("/api/v1/items/" + id);
  asker.expect(item.value("id", "") == id, "another item");
  asker.expect_equal(item.value("countries", json::array()).size(), 2, "countries");
}

void ask_similar(Asker& asker) {
  const json found = asker.ask_json("/api/v1/similar/" + any_staying_id(asker) + "?limit=3");
  asker.expect_equal(found.value("same_language", json::array()).size(), 3, "similar items");
}

void ask_why(Asker& asker) {
  const json why = asker.ask_json("/api/v1/why/" + any_staying_id(asker) +
                                  "?q=lighthouse+kazakhstan&date=1970&translate=0");
  asker.expect(why.contains("is_hit") && !why.value("clauses", json::array()).empty(), "no reason");
}

void ask_suggestions(Asker& asker) {
  const json found = asker.ask_json("/api/v1/suggest?q=ligh&limit=5");
  const json suggestions = found.value("suggestions", json::array());
  const auto lighthouse = std::ranges::find_if(
      suggestions, [](const json& row) { return row.value("text", "") == "lighthouse"; });
  asker.expect(lighthouse != suggestions.end(), "lighthouse is not suggested");
  if (lighthouse != suggestions.end()) {
    asker.expect_equal(lighthouse->value("items", std::size_t{0}), asker.archive().staying(),
                       "items of lighthouse");
  }
}

// Pages and feeds are well-formed XML.
pugi::xml_document tree_of(Asker& asker, const std::string& body) {
  pugi::xml_document tree;
  const auto read = tree.load_buffer(body.data(), body.size());
  asker.expect(static_cast<bool>(read), std::string("no XML: ") + read.description());
  return tree;
}

void ask_page(Asker& asker) {
  const std::array<std::string, 7> targets = {
      "/",
      "/?q=lighthouse&date=1961",
      "/?q=%E7%81%AF%E5%A1%94&ui=zh&page=2",
      "/map?q=sailors",
      "/help",
      "/items/" + any_staying_id(asker) + "?q=lighthouse",
      "/items/" + any_staying_id(asker) + "/why?q=kazakhstan+1970"};
  const HttpAnswer answer = asker.ask(targets[asker.any_below(targets.size())]);
  const pugi::xml_document tree = tree_of(asker, answer.body);
  asker.expect(!tree.select_nodes("//main").empty(), "a page without its main part");
}

void ask_feed(Asker& asker) {
  const bool is_atom = asker.any_below(2) == 0;
  const HttpAnswer answer = asker.ask(std::string(is_atom ? "/feed.atom" : "/feed.rss") +
                                      "?q=sailors&limit=15&translate=0");
  const pugi::xml_document tree = tree_of(asker, answer.body);
  const std::size_t entries = tree.select_nodes(is_atom ? "/feed/entry" : "//item").size();
  asker.expect_equal(entries, std::min<std::size_t>(15, asker.archive().staying_with(" sailors ")),
                     "entries");
}

// An answer that the client has already is not sent again, unless the index has changed.
void ask_again(Asker& asker) {
  const std::string target = "/api/v1/search?q=painters&limit=2&translate=0";
  const Moment since = asker.promises().now();
  const std::string tag = asker.ask(target).field("etag");
  asker.expect(!tag.empty(), "no tag");
  HttpClient client = asker.connect();
  const HttpAnswer again = client.ask(get(target, "If-None-Match: " + tag + "\r\n"));
  const bool is_same = again.status == 304 && again.body.empty();
  asker.expect(is_same || (again.status == 200 && !asker.promises().at_rest_since(since)),
               "status " + std::to_string(again.status) + " for an answer that is there");
}

void ask_compressed(Asker& asker) {
  const HttpAnswer answer = asker.ask("/api/v1/search?q=lighthouse&limit=200&translate=0", 200,
                                      "Accept-Encoding: gzip\r\n");
  asker.expect(answer.field("content-encoding") == "gzip", "not compressed");
  const auto body = gunzip(answer.body);
  asker.expect(body && json::accept(*body), "no JSON inside the gzip");
}

void ask_state(Asker& asker) {
  asker.expect(asker.ask("/healthz").body.starts_with("ok"), "not in health");
  const std::string metrics = asker.ask("/metrics").body;
  asker.expect(metrics.find("bulletin_http_connections ") != std::string::npos, "no metrics");
  asker.ask_json("/api/v1/openapi.json");
}

constexpr std::array kQuestions = {Question{"item that moves", ask_moving_item},
                                   Question{"item that stays", ask_item},
                                   Question{"similar items", ask_similar},
                                   Question{"why", ask_why},
                                   Question{"suggestions", ask_suggestions},
                                   Question{"page", ask_page},
                                   Question{"feed", ask_feed},
                                   Question{"the same again", ask_again},
                                   Question{"compressed", ask_compressed},
                                   Question{"state", ask_state}};

}  // namespace

std::span<const Question> other_questions() {
  return kQuestions;
}

}  // namespace bulletin::test
