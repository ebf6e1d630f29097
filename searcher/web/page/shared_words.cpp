#include "searcher/web/page/shared_words.hpp"

#include "indexer/analysis/analyzer.hpp"

namespace bulletin {

SharedWords::SharedWords(const Bulletin& item, const PageContext& context) : context_(context) {
  for (const Token& token : Analyzer().analyze(item.title + "\n" + item.text)) {
    words_.emplace(token.term, token.word.empty() ? token.term : token.word);
  }
}

std::string SharedWords::listed(const std::vector<std::string>& shared) const {
  std::string list;
  for (const std::string& value : shared) {
    const bool is_figure = value.size() < 3 && value.find_first_not_of("0123456789") == value.npos;
    if (!is_figure) {
      list += (list.empty() ? "" : context_.say(Say::kListComma)) + name_of(value);
    }
  }
  return list;
}

std::string SharedWords::name_of(const std::string& value) const {
  const bool is_code = value.size() == 2 && value.front() >= 'A' && value.front() <= 'Z';
  if (is_code) {
    return context_.name(context_.label("country", value));
  }
  const auto found = words_.find(value);
  return found == words_.end() ? value : found->second;
}

}  // namespace bulletin
