#include "indexer/analysis/normal_word.hpp"

#include "indexer/analysis/analyzer.hpp"

namespace bulletin {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

void erase_all(std::string& word, std::string_view part) {
  for (auto at = word.find(part); at != std::string::npos; at = word.find(part, at)) {
    word.erase(at, part.size());
  }
}

void drop_possessive(std::string& word) {
  for (const std::string_view ending : {"'s", "\u2019s"}) {
    if (word.size() > ending.size() && word.ends_with(ending)) {
      word.resize(word.size() - ending.size());
    }
  }
}

}  // namespace

bool is_dotted_acronym(std::string_view word) {
  if (word.size() < 3 || word.size() % 2 == 0) {
    return false;
  }
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool fits = i % 2 == 0 ? word[i] >= 'a' && word[i] <= 'z' : word[i] == '.';
    if (!fits) {
      return false;
    }
  }
  return true;
}

void cut_to_limit(std::string& term) {
  if (term.size() > kMaxTermBytes) {
    std::size_t end = kMaxTermBytes;
    while ((term[end] & 0xC0) == 0x80) {
      --end;
    }
    term.resize(end);
  }
}

std::string normal_word(std::string_view folded) {
  std::string word(folded);
  drop_possessive(word);
  erase_all(word, "'");
  erase_all(word, kRightQuote);
  if (is_dotted_acronym(word)) {
    erase_all(word, ".");
  }
  if (!word.empty() && is_digit(word.front())) {
    erase_all(word, ",");
  }
  cut_to_limit(word);
  return word;
}

}  // namespace bulletin
