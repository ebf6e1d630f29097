#include "indexer/understanding/gazetteer.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include <unicode/bytestrie.h>

namespace bulletin {
namespace {

// kTrie, kStartFilter, kWordFilter, kEntries, kClaims and kLabels, written by compile_gazetteer.
#include "gazetteer_data.inc"

constexpr std::array<std::string_view, 13> kKindNames = {
    "name",        "former-name", "demonym",   "abbreviation", "pair",     "city",  "division",
    "institution", "acronym",     "publisher", "block",        "language", "region"};

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

bool holds_slot(std::span<const std::uint64_t> filter, std::size_t slot) {
  return (filter[slot / 64] >> (slot % 64) & 1U) != 0;
}

// A lead byte of the main Han blocks: the character has three bytes.
constexpr bool leads_three(char c) {
  return static_cast<unsigned char>(c) >= 0xE3 && static_cast<unsigned char>(c) <= 0xEF;
}

bool is_known_start(std::string_view start) {
  return holds_slot(kStartFilter, start_slot(start));
}

// False only where no name can begin. No name begins with a space or another mark.
bool may_begin_name(std::string_view folded, std::size_t at) {
  if (leads_three(folded[at])) {
    const bool has_pair = at + kHanStart <= folded.size() && leads_three(folded[at + 3]);
    // The length is a constant here, which substr() would hide: hashing needs no loop.
    return !has_pair || is_known_start({folded.data() + at, kHanStart});
  }
  if (static_cast<unsigned char>(folded[at]) > 127) {
    return true;
  }
  if (!is_ascii_word(folded[at])) {
    return folded[at] == kApostrophe;
  }
  const std::string_view start = folded.substr(at, kLatinStart);
  return start.size() < kLatinStart || !std::ranges::all_of(start, is_ascii_word) ||
         is_known_start(start);
}

// Steps over white space but its last byte, so that any run of it counts as one space.
std::size_t last_of_spaces(std::string_view text, std::size_t at) {
  while (at + 1 < text.size() && is_space(text[at + 1])) {
    ++at;
  }
  return at;
}

}  // namespace

bool may_begin_with(std::string_view word) {
  return holds_slot(kWordFilter, start_slot(word));
}

void names_at(std::string_view folded, std::size_t begin, std::vector<NameMatch>& found) {
  found.clear();
  if (begin >= folded.size() || !may_begin_name(folded, begin)) {
    return;
  }
  icu::BytesTrie trie(kTrie);
  for (std::size_t at = begin; at < folded.size(); ++at) {
    int byte = static_cast<unsigned char>(folded[at]);
    if (is_space(folded[at])) {
      byte = ' ';
      at = last_of_spaces(folded, at);
    }
    const UStringTrieResult result = trie.next(byte);
    if (USTRINGTRIE_HAS_VALUE(result)) {
      found.push_back({begin, at + 1, &kEntries[static_cast<std::size_t>(trie.getValue())], false});
    }
    if (!USTRINGTRIE_HAS_NEXT(result)) {
      return;
    }
  }
}

const NameEntry* find_name(std::string_view folded) {
  // Byte by byte: BytesTrie::next(const char*, int32_t) fails on bytes above 127 where char is
  // signed.
  std::vector<NameMatch> names;
  names_at(folded, 0, names);
  return !names.empty() && names.back().end == folded.size() ? names.back().entry : nullptr;
}

std::span<const Claim> claims_of(const NameEntry& entry) {
  return std::span(kClaims).subspan(entry.first_claim, entry.claim_count);
}

std::optional<std::uint16_t> sure_claim(std::string_view code) {
  const auto found = std::ranges::lower_bound(kLabels, code, {}, &LabelRow::code);
  const bool is_known = found != std::end(kLabels) && found->code == code;
  return is_known ? std::optional(static_cast<std::uint16_t>(found - std::begin(kLabels)))
                  : std::nullopt;  // Claims begin with one for each label.
}

std::string_view kind_name(NameKind kind) {
  return kKindNames[static_cast<std::size_t>(kind)];
}

std::span<const LabelRow> country_labels() {
  return kLabels;
}

}  // namespace bulletin
