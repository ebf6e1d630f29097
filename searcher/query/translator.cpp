#include "searcher/query/translator.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include "indexer/analysis/utf8.hpp"
#include "indexer/schema/schema.hpp"
#include "searcher/query/dictionary_format.hpp"

namespace bulletin {
namespace {

// Three to eight rank alike (ntrex English to Chinese MRR@10 .756 .759 .752); each costs a list.
constexpr std::size_t kMaxNames = 5;

bool is_chinese(std::string_view text) {
  std::size_t at = 0;
  return !text.empty() && is_han(next_code_point(text, at));
}

// Most words hold one character or another: alone it ranks a little better (MRR@10 +.02), but a hit
// would be marked all over.
bool is_one_character(std::string_view name) {
  std::size_t at = 0;
  return !name.empty() && is_han(next_code_point(name, at)) && at == name.size();
}

// The overlapping pairs of a Chinese name; a lone character is searched as a word.
std::vector<std::string> chinese_terms(std::string_view name) {
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; at < name.size();) {
    starts.push_back(at);
    static_cast<void>(next_code_point(name, at));
  }
  if (starts.size() == 1) {
    return {prefixed(prefix::kHanWord, name)};
  }
  starts.push_back(name.size());
  std::vector<std::string> terms;
  for (std::size_t i = 0; i + 2 < starts.size(); ++i) {
    terms.push_back(prefixed(prefix::kHanPair, name.substr(starts[i], starts[i + 2] - starts[i])));
  }
  return terms;
}

// Stems with spaces between, or characters: a pair's first, a tail's only one.
std::string key_of(std::span<const Token> phrase) {
  std::string key;
  for (const Token& token : phrase) {
    if (token.kind == TokenKind::kWord) {
      key += (key.empty() ? "" : " ") + token.term;
    } else {
      std::size_t at = 0;
      static_cast<void>(next_code_point(token.term, at));
      key += token.term.substr(0, at);
    }
  }
  return key;
}

std::vector<std::string> typed_terms(std::span<const Token> phrase, std::string_view key) {
  if (phrase.front().kind != TokenKind::kWord) {
    return chinese_terms(key);
  }
  std::vector<std::string> terms;
  for (const Token& token : phrase) {
    terms.push_back(prefixed(prefix::kStem, token.term));
  }
  return terms;
}

// A pair reaches over two characters: the next one tells where its first ends.
std::string surface_of(std::string_view text, const std::vector<Token>& tokens, std::size_t at,
                       std::size_t length) {
  const bool at_end = at + length == tokens.size();
  const bool is_english = tokens[at].kind == TokenKind::kWord;
  const std::size_t end =
      is_english || at_end ? tokens[at + length - 1].end_byte : tokens[at + length].begin_byte;
  return std::string(text.substr(tokens[at].begin_byte, end - tokens[at].begin_byte));
}

struct WeighedName {
  TranslatedName name;
  double weight = 0;
};

}  // namespace

TranslatedName Translator::searchable(std::string_view name) const {
  TranslatedName result{std::string(name), {}};
  if (is_chinese(name)) {
    result.terms = chinese_terms(name);
    return result;
  }
  for (std::size_t begin = 0; begin < name.size();) {
    const std::size_t end = std::min(name.find(' ', begin), name.size());
    result.terms.push_back(prefixed(prefix::kStem, stemmer_.stem(name.substr(begin, end - begin))));
    begin = end + 1;
  }
  return result;
}

// At most so many: the terms need not stand together.
std::size_t Translator::items_with(const std::vector<std::string>& terms) const {
  std::size_t items = frequency_(terms.front());
  for (const std::string& term : terms) {
    items = items == 0 ? 0 : std::min(items, frequency_(term));
  }
  return items;
}

double Translator::rarity(std::size_t items) const {
  return std::log((1.0 + static_cast<double>(frequency_({}))) / (1.0 + static_cast<double>(items)));
}

// In an index of mostly one language a name in the other is rare, and would count more than the
// word that was typed.
double Translator::weight_of(const std::vector<std::string>& typed,
                             const std::vector<TranslatedName>& names) const {
  std::size_t named = 0;
  for (const TranslatedName& name : names) {
    named = std::max(named, items_with(name.terms));
  }
  const std::size_t items = items_with(typed);
  return items > named ? rarity(items) / rarity(named) : 1.0;
}

std::vector<TranslatedName> Translator::names_of(std::string_view key) const {
  std::vector<WeighedName> weighed;
  for (const DictionaryEntry& entry : dictionary_.find(key)) {
    if (is_one_character(entry.text)) {
      continue;
    }
    TranslatedName name = searchable(entry.text);
    const std::size_t items = items_with(name.terms);
    if (items > 0) {
      weighed.push_back(
          {std::move(name), std::log1p(static_cast<double>(items)) / (1.0 + entry.rank)});
    }
  }
  std::ranges::stable_sort(weighed, std::ranges::greater(), &WeighedName::weight);
  weighed.resize(std::min(weighed.size(), kMaxNames));
  std::vector<TranslatedName> names;
  for (WeighedName& name : weighed) {
    names.push_back(std::move(name.name));
  }
  return names;
}

// Takes the longest phrase that begins at each place and is known, from front to back.
void Translator::translate_together(std::string_view text, const std::vector<Token>& tokens,
                                    std::vector<Translation>& found) const {
  const bool is_english = tokens.front().kind == TokenKind::kWord;
  const std::size_t longest = is_english ? kMaxKeyStems : kMaxKeyCharacters;
  // One character of several is a part of a word.
  const std::size_t shortest = is_english || tokens.size() == 1 ? 1 : 2;
  for (std::size_t at = 0; at < tokens.size();) {
    std::size_t length = std::min(longest, tokens.size() - at);
    for (; length >= shortest; --length) {
      const std::span<const Token> phrase = std::span(tokens).subspan(at, length);
      const std::string key = key_of(phrase);
      if (std::vector<TranslatedName> names = names_of(key); !names.empty()) {
        std::vector<std::string> typed = typed_terms(phrase, key);
        const double weight = weight_of(typed, names);
        found.push_back(
            {surface_of(text, tokens, at, length), std::move(typed), std::move(names), weight});
        break;
      }
    }
    at += length < shortest ? 1 : length;
  }
}

std::vector<Translation> Translator::translate(std::string_view text, const Analyzer& analyzer) {
  std::vector<Translation> found;
  std::vector<Token> together;  // Words of one language that stand side by side.
  const auto close = [&] {
    if (!together.empty()) {
      translate_together(text, together, found);
    }
    together.clear();
  };
  for (Token& token : analyzer.analyze(text)) {
    if (token.is_stop_word || token.kind == TokenKind::kHanWord) {
      continue;
    }
    if (words_left_ == 0) {
      break;
    }
    --words_left_;
    if (!together.empty() && together.front().run != token.run) {
      close();
    }
    together.push_back(std::move(token));
  }
  close();
  return found;
}

}  // namespace bulletin
