#include "searcher/query/dictionary/dictionary_builder.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "indexer/analysis/folded_text.hpp"
#include "indexer/analysis/utf8.hpp"
#include "searcher/query/dictionary_format.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kMaxAlternatives = 24;
constexpr unsigned kMaxRank = 200;

// What glosses put where a text has a name.
constexpr std::array<std::string_view, 8> kPlaceholders{"sb",  "sth",  "esp",     "etc",
                                                        "one", "ones", "oneself", "sbs"};

// A gloss as a text would have it: its content words, and their stems as a key.
struct EnglishName {
  std::string words, stems;
};

EnglishName content_of(const Analyzer& analyzer, std::string_view text) {
  EnglishName name;
  std::size_t count = 0;
  for (const Token& token : analyzer.analyze(text)) {
    if (token.kind != TokenKind::kWord) {
      return {};
    }
    if (token.is_stop_word || std::ranges::find(kPlaceholders, token.word) != kPlaceholders.end()) {
      continue;
    }
    if (++count > kMaxKeyStems) {
      return {};
    }
    name.words += (count > 1 ? " " : "") + token.word;
    name.stems += (count > 1 ? " " : "") + token.term;
  }
  return name;
}

struct ChineseName {
  std::string text;  ///< Folded; empty for what is not all Chinese.
  std::size_t characters = 0;
};

ChineseName chinese_of(std::string_view text) {
  ChineseName name{FoldedText::fold(text).text()};
  for (std::size_t at = 0; at < name.text.size(); ++name.characters) {
    if (!is_han(next_code_point(name.text, at))) {
      return {};
    }
  }
  return name.characters <= kMaxKeyCharacters ? name : ChineseName{};
}

void append_number(std::string& bytes, std::size_t number) {
  const auto value = static_cast<std::uint32_t>(number);
  std::array<char, sizeof(value)> raw{};
  std::memcpy(raw.data(), &value, sizeof(value));
  bytes.append(raw.data(), raw.size());
}

}  // namespace

void DictionaryBuilder::add(const std::string& key, unsigned rank, const std::string& text) {
  std::vector<Alternative>& row = rows_[key];
  const auto known = std::ranges::find(row, text, &Alternative::text);
  if (known == row.end()) {
    row.push_back({rank, text});
  } else {
    known->rank = std::min(known->rank, rank);
  }
}

void DictionaryBuilder::add_word(std::string_view chinese, std::span<const Gloss> glosses) {
  const ChineseName name = chinese_of(chinese);
  if (name.text.empty()) {
    return;
  }
  for (const Gloss& gloss : glosses) {
    const EnglishName english = content_of(analyzer_, gloss.text);
    if (!english.stems.empty()) {
      add(name.text, gloss.rank, english.words);
      add(english.stems, gloss.rank, name.text);
    }
  }
}

void DictionaryBuilder::add_name(std::string_view english, std::string_view chinese) {
  const std::array<Gloss, 1> gloss{Gloss{std::string(english), 0}};
  add_word(chinese, gloss);
}

std::string DictionaryBuilder::table(std::string_view source) const {
  std::string rows;
  std::string offsets;
  for (const auto& [key, alternatives] : rows_) {
    append_number(offsets, rows.size());
    rows += key + '\0';
    std::vector<Alternative> best = alternatives;
    std::ranges::stable_sort(best, {}, &Alternative::rank);
    best.resize(std::min(best.size(), kMaxAlternatives));
    for (const Alternative& alternative : best) {
      rows += static_cast<char>(std::min(alternative.rank, kMaxRank) + 1);
      rows += alternative.text + '\0';
    }
  }
  append_number(offsets, rows.size());
  const std::string analyzer = analyzer_id();
  std::string bytes(kDictionaryMagic);
  append_number(bytes, rows_.size());
  append_number(bytes, analyzer.size());
  append_number(bytes, source.size());
  append_number(bytes, rows.size());
  return bytes + offsets + analyzer + std::string(source) + rows;
}

}  // namespace bulletin
