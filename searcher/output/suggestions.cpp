#include "searcher/output/suggestions.hpp"

#include <nlohmann/json.hpp>

namespace bulletin {

using nlohmann::ordered_json;

ordered_json suggestions_json(const std::string& prefix,
                              const std::vector<Suggestion>& suggestions) {
  ordered_json list = ordered_json::array();
  for (const Suggestion& suggestion : suggestions) {
    ordered_json row{{"text", suggestion.text},
                     {"query", suggestion.query},
                     {"kind", kind_name(suggestion.kind)},
                     {"items", suggestion.items}};
    if (!suggestion.name.empty()) {
      row["name"] = suggestion.name;
    }
    list.push_back(std::move(row));
  }
  return {{"schema", 1}, {"prefix", prefix}, {"suggestions", std::move(list)}};
}

std::string suggestions_text(const std::vector<Suggestion>& suggestions, const Terminal& terminal) {
  std::string out;
  for (const Suggestion& suggestion : suggestions) {
    const std::string name = suggestion.name.empty() ? "" : " " + suggestion.name;
    out += terminal.bold(printable(suggestion.query)) +
           terminal.dim(" · " + std::string(kind_name(suggestion.kind)) + name + " · " +
                        std::to_string(suggestion.items) +
                        (suggestion.items == 1 ? " item" : " items")) +
           '\n';
  }
  return out;
}

}  // namespace bulletin
