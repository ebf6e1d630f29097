// Countries in queries: names and upper-case codes only, for a query's words are few and each
// may be meant as text.

#include <algorithm>
#include <array>

#include "indexer/understanding/countries.hpp"
#include "indexer/understanding/country_boundaries.hpp"
#include "indexer/understanding/country_context.hpp"
#include "indexer/understanding/country_rules.hpp"
#include "indexer/understanding/country_words.hpp"

namespace bulletin {
namespace {

// Codes that are English words or, in news, nearly always something else: AI, TV, PR.
constexpr std::string_view kWordCodes[] = {"am", "as", "at", "be", "by", "do", "in", "is",
                                           "it", "me", "my", "no", "so", "to", "us"};
constexpr std::string_view kTermCodes[] = {"ai", "cd", "cv", "dj", "id", "pm", "pr", "ps", "tv"};

bool is_country_kind(NameKind kind) {
  return kind == NameKind::kName || kind == NameKind::kFormerName ||
         kind == NameKind::kAbbreviation || kind == NameKind::kAcronym;
}

// The one country that an entry stands for by itself.
std::optional<std::string_view> country_of(const NameEntry& entry) {
  if (!is_country_kind(entry.kind)) {
    return std::nullopt;
  }
  std::optional<std::string_view> found;
  for (const Claim& claim : claims_of(entry)) {
    if (claim.role == Role::kCandidate) {
      continue;
    }
    if (found) {
      return std::nullopt;  // 新马泰 is no one country.
    }
    found = claim.country();
  }
  return found;
}

const LabelRow* find_label(std::string_view code) {
  const auto labels = country_labels();
  const auto found = std::ranges::lower_bound(labels, code, {}, &LabelRow::code);
  return found != labels.end() && found->code == code ? &*found : nullptr;
}

std::string upper(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
  });
  return result;
}

bool is_all_upper(std::string_view text) {
  return std::ranges::none_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
}

// Capitals say nothing where there is nothing else: PARTNERS IN US.
bool is_shouted(const FieldView& query, std::string_view word) {
  return is_all_upper(query.source) && query.text().size() > word.size();
}

// A code counts when written as one: KZ. `IN` in an all-capitals query is the word.
const LabelRow* code_at(const FieldView& query, const WordSpan& word) {
  const std::string_view folded = word.in(query.text());
  if (folded.size() != 2 || contains(kTermCodes, folded) || !is_upper_case(query, word)) {
    return nullptr;
  }
  const bool is_word = contains(kWordCodes, folded) && is_shouted(query, folded);
  return is_word ? nullptr : find_label(upper(folded));
}

// The longest name at a place: a country, or text that hides one, or nothing.
struct QueryName {
  std::size_t end = 0;
  std::optional<std::string_view> country;
};

// `us` is a pronoun, and `US` one shouted; all other names count in any case.
bool is_written_as_name(const FieldView& query, const NameMatch& name) {
  const std::string_view folded = query.text().substr(name.begin, name.end - name.begin);
  return folded.size() != 2 || !contains(kWordCodes, folded) ||
         (has_right_case(query, name) && !is_shouted(query, folded));
}

QueryName name_at(const FieldView& query, std::size_t begin, std::vector<NameMatch>& names) {
  names_at(query.text(), begin, names);
  for (auto name = names.rbegin(); name != names.rend(); ++name) {
    if (!has_boundaries(query.text(), *name) || !is_written_as_name(query, *name) ||
        lies_across_words(query.text(), *name)) {
      continue;
    }
    return {name->end, country_of(*name->entry)};
  }
  return {};
}

std::size_t next_character(std::string_view text, std::size_t at) {
  do {
    ++at;
  } while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
  return at;
}

}  // namespace

std::vector<QueryCountry> read_query_countries(std::string_view query) {
  const FoldedText folded = FoldedText::fold(query);
  const FieldView view{TextField::kText, query, &folded, false};
  std::vector<QueryCountry> found;
  std::vector<NameMatch> names;
  const auto add = [&](std::string_view code, std::size_t begin, std::size_t end) {
    found.push_back({std::string(code), folded.source_begin(begin), folded.source_end(end)});
  };
  for (std::size_t at = 0; at < folded.text().size();) {
    const QueryName name = name_at(view, at, names);
    const bool is_word_start =
        is_ascii_word(folded.text()[at]) && (at == 0 || !is_ascii_word(folded.text()[at - 1]));
    const WordSpan word = is_word_start ? word_after(folded.text(), at) : WordSpan{at, at};
    if (name.country) {
      add(*name.country, at, name.end);
    } else if (const LabelRow* label = is_word_start ? code_at(view, word) : nullptr) {
      add(label->code, at, word.end);
    }
    at = std::max({name.end, is_word_start ? word.end : 0, next_character(folded.text(), at)});
  }
  return found;
}

std::optional<std::string> country_from_name(std::string_view name) {
  if (const LabelRow* label = find_label(upper(name))) {
    return std::string(label->code);
  }
  const FoldedText folded = FoldedText::fold(name);
  const NameEntry* entry = find_name(folded.text());
  const std::optional<std::string_view> code = entry == nullptr ? std::nullopt : country_of(*entry);
  return code ? std::optional<std::string>(*code) : std::nullopt;
}

std::optional<CountryLabel> country_label(std::string_view code) {
  const LabelRow* label = find_label(code);
  return label == nullptr ? std::nullopt : std::optional<CountryLabel>({label->en, label->zh});
}

}  // namespace bulletin
