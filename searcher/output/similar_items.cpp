#include "searcher/output/similar_items.hpp"

#include "searcher/output/hit_json.hpp"
#include "searcher/output/result_text.hpp"

namespace bulletin {
namespace {

std::string list_text(const std::string& title, const std::vector<SimilarItem>& items,
                      const Labels& labels, const Terminal& terminal) {
  if (items.empty()) {
    return terminal.bold(title + ": none") + "\n\n";
  }
  std::string out = terminal.bold(title) + "\n\n";
  for (const SimilarItem& item : items) {
    std::string shared;
    for (const std::string& value : item.shared) {
      shared += (shared.empty() ? "" : ", ") + value;
    }
    std::string hit = hit_text(item.hit, labels, terminal);
    hit.pop_back();  // The empty line between hits.
    out += hit + terminal.dim("    shares " + shared) + "\n\n";
  }
  return out;
}

void add_list(std::string_view key, const std::vector<SimilarItem>& items, JsonText& json) {
  json.key(key).begin_array();
  for (const SimilarItem& item : items) {
    json.begin_object();
    add_hit_keys(item.hit, json);
    json.key("shared").begin_array();
    for (const std::string& value : item.shared) {
      json.string(value);
    }
    json.end_array().end_object();
  }
  json.end_array();
}

}  // namespace

std::string similar_text(const SimilarItems& found, const Labels& labels,
                         const Terminal& terminal) {
  return "like " + terminal.bold(headline(found.item)) + "\n\n" +
         list_text("Same language 同一语言", found.same_language, labels, terminal) +
         list_text("Other languages 其他语言", found.other_languages, labels, terminal);
}

std::string similar_json(const SimilarItems& found) {
  JsonText json;
  json.begin_object().key("schema").number(1U);
  json.key("id").string(found.item.id);
  add_list("same_language", found.same_language, json);
  add_list("other_languages", found.other_languages, json);
  return json.end_object().take() + '\n';
}

}  // namespace bulletin
