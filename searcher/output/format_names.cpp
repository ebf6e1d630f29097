#include "searcher/output/format_names.hpp"

namespace bulletin {

const std::map<std::string, Format>& format_names() {
  static const std::map<std::string, Format> names{
      {"text", Format::kText}, {"json", Format::kJson}, {"jsonl", Format::kJsonl},
      {"csv", Format::kCsv},   {"tsv", Format::kTsv},   {"markdown", Format::kMarkdown},
      {"rss", Format::kRss},   {"atom", Format::kAtom}, {"ids", Format::kIds}};
  return names;
}

}  // namespace bulletin
