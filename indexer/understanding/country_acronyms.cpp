#include "indexer/understanding/country_acronyms.hpp"

#include <algorithm>
#include <bitset>
#include <map>
#include <optional>
#include <ranges>
#include <span>
#include <string_view>

#include "indexer/understanding/country_context.hpp"
#include "indexer/understanding/country_words.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kLongestAcronym = 10;

// What the item says its acronyms, folded, stand for; null: something that is no place.
using Expansions = std::map<std::string_view, const NameEntry*>;

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

// The acronym that stands in brackets from byte `open`, the bracket.
std::optional<WordSpan> bracketed_acronym(const FieldView& view, std::size_t open) {
  const std::string_view text = view.text();
  std::size_t end = open + 1;
  while (end < text.size() && is_ascii_word(text[end])) {
    ++end;
  }
  const WordSpan span{open + 1, end};
  const std::size_t length = end - span.begin;
  const bool closed = end < text.size() && (text[end] == ')' || text[end] == ',');
  if (!closed || length < 2 || length > kLongestAcronym || !is_upper_case(view, span)) {
    return std::nullopt;
  }
  return span;
}

// The word that ends at or, over white space and hyphens, before `at`.
WordSpan word_back(std::string_view text, std::size_t at) {
  while (at > 0 && (is_space(text[at - 1]) || text[at - 1] == '-')) {
    --at;
  }
  const std::size_t end = at;
  while (at > 0 &&
         (is_ascii_word(text[at - 1]) || static_cast<unsigned char>(text[at - 1]) > 127)) {
    --at;
  }
  return {at, end};
}

// Start of the words before `open` whose initials spell the acronym, small words aside.
std::optional<std::size_t> spelled_from(std::string_view text, std::size_t open,
                                        std::string_view acronym) {
  std::size_t left = acronym.size();
  std::size_t at = open;
  for (std::size_t steps = 0; left > 0 && steps < 2 * kLongestAcronym; ++steps) {
    const WordSpan word = word_back(text, at);
    if (word.empty()) {
      return std::nullopt;
    }
    at = word.begin;
    if (text[word.begin] == acronym[left - 1]) {
      --left;
    } else if (word.end - word.begin > 3) {
      return std::nullopt;
    }
  }
  return left == 0 ? std::optional(at) : std::nullopt;
}

bool is_place(const NameReading& reading) {
  return reading.verdict == Verdict::kAccepted && names_country(reading.rule);
}

// The reading that stands for the expanded words: an institution among them, else the last place.
const NameReading* reading_in(std::span<const NameReading> readings, const WordSpan& words) {
  const auto behind = [&](const NameReading& reading) { return reading.match.end <= words.begin; };
  const NameReading* best = nullptr;
  for (auto reading = std::ranges::partition_point(readings, behind);
       reading != readings.end() && reading->match.end <= words.end; ++reading) {
    const bool is_better = best == nullptr || best->rule != NameKind::kInstitution;
    if (is_better && is_place(*reading)) {
      best = &*reading;
    }
  }
  return best;
}

void collect(const FieldView& view, const std::vector<NameReading>& all, Expansions& expansions) {
  const auto [first, last] = std::ranges::equal_range(all, view.field, {}, &NameReading::field);
  const std::span<const NameReading> readings(first, last);
  const std::string_view text = view.text();
  for (std::size_t open = text.find('('); open != std::string_view::npos;
       open = text.find('(', open + 1)) {
    const std::optional<WordSpan> span = bracketed_acronym(view, open);
    if (!span) {
      continue;
    }
    const std::string_view acronym = span->in(text);
    std::size_t end = open;
    while (end > 0 && is_space(text[end - 1])) {
      --end;
    }
    const std::optional<std::size_t> begin = spelled_from(text, end, acronym);
    const NameReading* meaning =
        reading_in(readings, {begin.value_or(end - (end > 0 ? 1 : 0)), end});
    if (begin || meaning != nullptr) {
      expansions.try_emplace(acronym, meaning == nullptr ? nullptr : meaning->meaning);
    }
  }
}

void apply(const NameEntry* meaning, NameReading& reading) {
  if (meaning == nullptr) {
    reading.verdict = Verdict::kExpandedOtherwise;
    return;
  }
  const bool is_publisher = meaning->kind == NameKind::kPublisher;
  reading.meaning = meaning;
  reading.rule = is_publisher ? NameKind::kPublisher : NameKind::kAcronym;
  reading.verdict = Verdict::kAccepted;
}

// Adds the uses of expanded acronyms in one field that no reading covers yet.
void find_uses(const FieldView& view, const Expansions& expansions,
               std::vector<NameReading>& readings) {
  const std::string_view text = view.text();
  std::bitset<128> first_letters;
  for (const std::string_view acronym : expansions | std::views::keys) {
    first_letters.set(static_cast<unsigned char>(acronym.front()));
  }
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    at = ascii_word_end(text, at);
    const WordSpan span{begin, at};
    if (span.empty()) {
      ++at;
      continue;
    }
    const bool fits = at - begin >= 2 && at - begin <= kLongestAcronym &&
                      first_letters.test(static_cast<unsigned char>(text[begin]));
    const auto expansion = fits ? expansions.find(span.in(text)) : expansions.end();
    if (expansion != expansions.end() && expansion->second != nullptr &&
        is_upper_case(view, span)) {
      NameReading use{view.field,
                      {begin, at, expansion->second, false},
                      nullptr,
                      NameKind::kAcronym,
                      Verdict::kAccepted,
                      0};
      apply(expansion->second, use);
      readings.push_back(use);
    }
  }
}

bool in_reading_order(const NameReading& a, const NameReading& b) {
  return a.field != b.field ? a.field < b.field : a.match.begin < b.match.begin;
}

// Where a use lies within a name that was matched, the name stays.
void drop_covered(std::vector<NameReading>& readings) {
  std::vector<NameReading> kept;
  for (const NameReading& reading : readings) {
    const bool covered = !kept.empty() && kept.back().field == reading.field &&
                         reading.match.begin < kept.back().match.end &&
                         takes_up_text(kept.back().verdict);
    if (!covered) {
      kept.push_back(reading);
    }
  }
  readings = std::move(kept);
}

}  // namespace

void read_acronyms(const FieldView& title, const FieldView& text,
                   std::vector<NameReading>& readings) {
  Expansions expansions;
  collect(text, readings, expansions);
  collect(title, readings, expansions);
  if (expansions.empty()) {
    return;
  }
  for (NameReading& reading : readings) {
    const std::string_view field = (reading.field == TextField::kTitle ? title : text).text();
    const NameMatch& match = reading.match;
    const auto expansion = expansions.find(field.substr(match.begin, match.end - match.begin));
    if ((match.entry->flags & kUpperFlag) != 0 && expansion != expansions.end()) {
      apply(expansion->second, reading);
    }
  }
  const std::size_t matched = readings.size();
  find_uses(title, expansions, readings);
  find_uses(text, expansions, readings);
  if (readings.size() == matched) {
    return;
  }
  std::ranges::stable_sort(readings, in_reading_order);
  drop_covered(readings);
}

}  // namespace bulletin
