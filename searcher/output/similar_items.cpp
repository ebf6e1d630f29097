#include "searcher/output/similar_items.hpp"

#include "searcher/output/result_json.hpp"
#include "searcher/output/result_text.hpp"

namespace bulletin {
namespace {

using nlohmann::ordered_json;

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

ordered_json list_json(const std::vector<SimilarItem>& items) {
  ordered_json list = ordered_json::array();
  for (const SimilarItem& item : items) {
    ordered_json row = hit_json(item.hit);
    row["shared"] = item.shared;
    list.push_back(std::move(row));
  }
  return list;
}

}  // namespace

std::string similar_text(const SimilarItems& found, const Labels& labels,
                         const Terminal& terminal) {
  return "like " + terminal.bold(headline(found.item)) + "\n\n" +
         list_text("Same language 同一语言", found.same_language, labels, terminal) +
         list_text("Other languages 其他语言", found.other_languages, labels, terminal);
}

ordered_json similar_json(const SimilarItems& found) {
  return {{"schema", 1},
          {"id", found.item.id},
          {"same_language", list_json(found.same_language)},
          {"other_languages", list_json(found.other_languages)}};
}

}  // namespace bulletin
