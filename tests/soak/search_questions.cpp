// Searches: what stays is counted to the item, what moves has to be as promised.

#include <algorithm>
#include <array>
#include <set>

#include "tests/soak/questions.hpp"

namespace bulletin::test {
namespace {

using nlohmann::json;

constexpr std::string_view kSearch = "/api/v1/search?translate=0&sound=0&";

// Words of the staying items, as they are typed and as they stand in the lines of the archive.
struct Words {
  std::string_view typed, held;
};
constexpr std::array<Words, 7> kEnglish = {
    {{"q=sailors", " sailors "},
     {"q=poet", " poets "},
     {"q=%22bronze+bell%22", "bronze bell"},
     {"q=title:lighthouse", "\"title\""},
     {"q=lighthouse&lang=en", "\"title\""},
     {"q=seabirds&sort=title", "counted seabirds"},
     {"q=lighthouse+date:1961-12&lang=en", " December 1961,"}}};
constexpr std::array<Words, 4> kChinese = {
    {{"q=%E7%81%AF%E5%A1%94", "灯塔"},
     {"q=%22%E4%B8%BE%E8%A1%8C%E6%B4%BB%E5%8A%A8%22&sort=-date", "举行活动"},
     {"q=%E7%87%88%E5%A1%94&country=ZM", "灯塔"},
     {"q=lighthouse&lang=zh", "\"lang\":\"zh\""}}};

// Looks at the form of a page of hits.
void expect_hits(Asker& asker, const json& found, std::size_t limit) {
  const std::size_t total = found.value("total", std::size_t{0});
  const json hits = found.value("hits", json::array());
  asker.expect_equal(hits.size(), std::min(total, limit), "hits");
  for (const json& hit : hits) {
    asker.expect(!hit.value("id", "").empty() && !hit.value("title", "").empty(), "an empty hit");
  }
}

void ask_for(Asker& asker, const Words& words) {
  const std::size_t limit = 1 + asker.any_below(30);
  const json found = asker.ask_json(std::string(kSearch) + std::string(words.typed) +
                                    "&limit=" + std::to_string(limit));
  expect_hits(asker, found, limit);
  asker.expect_equal(found.value("total", std::size_t{0}), asker.archive().staying_with(words.held),
                     "total");
}

void ask_english(Asker& asker) {
  ask_for(asker, kEnglish[asker.any_below(kEnglish.size())]);
}

void ask_chinese(Asker& asker) {
  ask_for(asker, kChinese[asker.any_below(kChinese.size())]);
}

// One word at random, with all that a search may do: what it finds is not known, its form is.
void ask_anything(Asker& asker) {
  const std::string number = std::to_string(asker.any_below(asker.archive().staying()));
  const std::array<std::string, 6> queries = {
      "lighthouse " + number,
      number + " 人",
      "hasakesitan " + number,
      "keepers OR " + number + "*",
      "visit kazakhstan dec " + std::to_string(1960 + asker.any_below(60)),
      "lighthose -" + number};
  std::string query = queries[asker.any_below(queries.size())];
  std::string encoded;
  for (const char c : query) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    encoded += std::string("%") + kDigits[byte / 16] + kDigits[byte % 16];
  }
  const std::array<std::string, 4> rest = {"", "&sort=title", "&sort=-date&group=1",
                                           "&strict=1&country=KZ"};
  const json found =
      asker.ask_json("/api/v1/search?limit=20&q=" + encoded + rest[asker.any_below(rest.size())]);
  asker.expect(found.contains("total") && found.contains("facets"), "no total or no facets");
}

// All moving items: each as promised, and as many as there are.
void ask_moving(Asker& asker) {
  const Moment since = asker.promises().now();
  const json found = asker.ask_json(std::string(kSearch) + "q=beacon&limit=100&facets=0");
  const auto [fewest, most] = asker.promises().there_since(since);
  const std::size_t total = found.value("total", std::size_t{0});
  asker.expect(fewest <= total && total <= most, std::to_string(total) + " items for " +
                                                     std::to_string(fewest) + " to " +
                                                     std::to_string(most));
  expect_hits(asker, found, 100);
  std::set<std::size_t> seen;
  for (const json& hit : found.value("hits", json::array())) {
    const std::string title = hit.value("title", "");
    const std::size_t item = BusyArchive::moving_item(hit.value("id", ""));
    seen.insert(item);
    asker.expect(asker.promises().allows(item, BusyArchive::round_of(title), since),
                 "not as promised: " + title);
  }
  asker.expect_equal(seen.size(), total, "different items");
  for (std::size_t item = 0; item < BusyArchive::kMoving; ++item) {
    asker.expect(seen.contains(item) || asker.promises().allows(item, {}, since),
                 BusyArchive::moving_id(item) + " was promised and is not found");
  }
}

std::size_t sum_of(const json& buckets) {
  std::size_t sum = 0;
  for (const json& bucket : buckets) {
    sum += bucket.value("count", std::size_t{0});
  }
  return sum;
}

// Each staying item has one day, one language and the same two countries.
void ask_facets(Asker& asker) {
  const json found = asker.ask_json("/api/v1/facets?translate=0&sound=0&q=lighthouse");
  const json facets = found.value("facets", json::object());
  const std::size_t items = asker.archive().staying();
  for (const char* const facet : {"year", "month", "lang"}) {
    asker.expect_equal(sum_of(facets.value(facet, json::array())), items, facet);
  }
  asker.expect_equal(sum_of(facets.value("country", json::array())), 2 * items, "countries");
}

// All pages of a search, by date. Where the writer rests meanwhile, no item comes twice.
void ask_pages(Asker& asker) {
  const Moment since = asker.promises().now();
  const std::size_t total = asker.archive().staying_with(" sailors ");
  const std::size_t limit = (total + 3) / 4;
  std::set<std::string> ids;
  std::size_t hits = 0;
  for (std::size_t page = 1; page <= 4; ++page) {
    const json found = asker.ask_json(
        std::string(kSearch) + "q=sailors&sort=-date&facets=0&limit=" + std::to_string(limit) +
        "&page=" + std::to_string(page));
    asker.expect_equal(found.value("total", std::size_t{0}), total, "total");
    for (const json& hit : found.value("hits", json::array())) {
      ids.insert(hit.value("id", ""));
      ++hits;
    }
  }
  asker.expect_equal(hits, total, "hits of all pages");
  if (asker.promises().at_rest_since(since)) {
    asker.expect_equal(ids.size(), total, "different hits of all pages");
  }
}

// A large answer in parts: whole, unless the index was rebuilt under it.
void ask_export(Asker& asker) {
  const Moment since = asker.promises().now();
  HttpClient client = asker.connect();
  const HttpAnswer answer = client.ask(get("/api/v1/export?format=ids&translate=0&q=lighthouse"));
  asker.expect(answer.status == 200, "export: status " + std::to_string(answer.status));
  const auto lines = static_cast<std::size_t>(std::ranges::count(answer.body, '\n'));
  if (answer.is_whole) {
    asker.expect_equal(lines, asker.archive().staying(), "export: ids");
  } else {
    asker.expect(!asker.promises().at_rest_since(since), "export: not whole, and nobody wrote");
  }
}

constexpr std::array kQuestions = {Question{"search English", ask_english},
                                   Question{"search Chinese", ask_chinese},
                                   Question{"search anything", ask_anything},
                                   Question{"search what moves", ask_moving},
                                   Question{"facets", ask_facets},
                                   Question{"four pages", ask_pages},
                                   Question{"export", ask_export}};

}  // namespace

std::span<const Question> search_questions() {
  return kQuestions;
}

}  // namespace bulletin::test
