#include "indexer/understanding/publisher_matcher.hpp"

#include <algorithm>
#include <optional>

#include "indexer/analysis/folded_text.hpp"

namespace bulletin {
namespace {

constexpr std::string_view kCurlyApostrophe = "’";

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

// Folds a name and writes hyphens, runs of spaces and curly apostrophes in one way.
std::string canonical(std::string_view name) {
  const FoldedText folded = FoldedText::fold(name);
  const std::string_view text = folded.text();
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    if (text.substr(at).starts_with(kCurlyApostrophe)) {
      result.push_back('\'');
      at += kCurlyApostrophe.size();
      continue;
    }
    const char c = is_space(text[at]) || text[at] == '-' ? ' ' : text[at];
    if (c != ' ' || (!result.empty() && result.back() != ' ')) {
      result.push_back(c);
    }
    ++at;
  }
  if (result.ends_with(' ')) {
    result.pop_back();
  }
  return result;
}

// Steps over what may stand for the canonical character `c`.
std::optional<std::size_t> step_over(std::string_view text, std::size_t at, char c) {
  if (at >= text.size()) {
    return std::nullopt;
  }
  if (c == ' ') {
    std::size_t end = at;
    while (end < text.size() && is_space(text[end])) {
      ++end;
    }
    end += end == at && text[at] == '-' ? 1U : 0U;
    return end > at ? std::optional(end) : std::nullopt;
  }
  if (c == '\'' && text.substr(at).starts_with(kCurlyApostrophe)) {
    return at + kCurlyApostrophe.size();
  }
  return text[at] == c ? std::optional(at + 1) : std::nullopt;
}

// Where a canonical name that begins at `begin` ends in the text.
std::optional<std::size_t> end_of(std::string_view name, std::string_view text, std::size_t begin) {
  std::optional<std::size_t> at = begin;
  for (std::size_t i = 0; at && i < name.size(); ++i) {
    at = step_over(text, *at, name[i]);
  }
  return at;
}

}  // namespace

PublisherMatcher::PublisherMatcher(const Publisher& publisher)
    : name_entry_{NameKind::kPublisher, 0, 0, 0},
      acronym_entry_{NameKind::kPublisher, kUpperFlag, 0, 0} {
  if (const std::optional<std::uint16_t> claim = sure_claim(publisher.home_country)) {
    name_entry_.first_claim = acronym_entry_.first_claim = *claim;
    name_entry_.claim_count = acronym_entry_.claim_count = 1;
  }
  add(publisher.names, false);
  add(publisher.acronyms, true);
}

const PublisherMatcher& PublisherMatcher::of_default() {
  static const PublisherMatcher matcher(default_publisher());
  return matcher;
}

void PublisherMatcher::add(const std::vector<std::string>& names, bool are_acronyms) {
  for (const std::string& name : names) {
    std::string folded = canonical(name);
    if (!folded.empty()) {
      first_characters_.set(character_slot(folded, 0));
      const bool is_plain = folded.find_first_of(" '") == std::string::npos;
      const std::size_t first_word = ascii_word_end(folded, 0);
      first_words_.set(start_slot(std::string_view(folded).substr(0, first_word)) % kWordSlots);
      names_.push_back({std::move(folded), first_word, are_acronyms, is_plain});
    }
  }
}

void PublisherMatcher::add_names_at(std::string_view folded, std::size_t begin,
                                    std::vector<NameMatch>& found) const {
  if (begin >= folded.size() || !may_begin_at(folded, begin)) {
    return;
  }
  for (const Name& name : names_) {
    const std::size_t fixed = name.is_plain ? name.folded.size() : name.first_word;
    const bool is_far = fixed > 0 && (begin + fixed > folded.size() ||
                                      folded[begin + fixed - 1] != name.folded[fixed - 1]);
    if (is_far || folded.compare(begin, fixed, name.folded, 0, fixed) != 0) {
      continue;
    }
    const std::optional<std::size_t> end = end_of(name.folded, folded, begin);
    if (!end) {
      continue;
    }
    const NameMatch match{begin, *end, name.is_acronym ? &acronym_entry_ : &name_entry_, false};
    const auto at = std::ranges::lower_bound(found, *end, {}, &NameMatch::end);
    if (at != found.end() && at->end == *end) {
      *at = match;
    } else {
      found.insert(at, match);
    }
  }
}

}  // namespace bulletin
