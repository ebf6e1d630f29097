#include "searcher/search/near_words.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "indexer/analysis/folded_text.hpp"
#include "indexer/analysis/stemmer.hpp"
#include "indexer/analysis/utf8.hpp"
#include "indexer/base/edit_distance.hpp"
#include "indexer/schema/schema.hpp"
#include "searcher/search/facets.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kShortWord = 4;

std::size_t allowed_edits(std::string_view word) {
  return characters_of(word).size() <= kShortWord ? 1 : 2;
}

// From 0, equal, to 1, nothing in common; nothing for words that do not resemble each other.
std::optional<double> difference(const Token& token, std::string_view wanted) {
  if (token.kind == TokenKind::kWord) {
    const std::size_t edits = edit_distance(token.word, wanted, allowed_edits(wanted));
    if (edits <= allowed_edits(wanted)) {
      return static_cast<double>(edits) / static_cast<double>(wanted.size());
    }
    const auto [end, other] = std::ranges::mismatch(token.word, wanted);
    const auto shared = static_cast<double>(end - token.word.begin());
    const auto longer = static_cast<double>(std::max(token.word.size(), wanted.size()));
    return shared >= 4 && shared * 2 > longer ? std::optional(1 - shared / longer) : std::nullopt;
  }
  if (token.kind != TokenKind::kHanWord) {
    return std::nullopt;
  }
  const std::u32string have = characters_of(token.term);
  const std::u32string want = characters_of(wanted);
  const auto shared =
      std::ranges::count_if(want, [&](char32_t c) { return have.find(c) != std::u32string::npos; });
  const std::size_t longer = std::max(have.size(), want.size());
  const auto share = static_cast<double>(shared) / static_cast<double>(longer);
  return have.size() > 1 && share >= 0.5 ? std::optional(1 - share) : std::nullopt;
}

void add_near(std::string_view text, std::string_view wanted, const Analyzer& analyzer,
              std::multimap<double, std::string>& near) {
  for (const Token& token : analyzer.analyze(text)) {
    if (const auto how_far = difference(token, wanted)) {
      near.emplace(*how_far,
                   std::string(text.substr(token.begin_byte, token.end_byte - token.begin_byte)));
    }
  }
}

// Collects the words of the index within the allowed edits of one. A word stands under its stem,
// and plain, too, where the two differ; a stem alone is a word only where it came from itself.
class Speller {
 public:
  Speller(const IndexTerms& terms, const std::string& wanted)
      : terms_(terms), wanted_(wanted), limit_(allowed_edits(wanted)) {}

  void read(const std::string& beginning) {
    each_term(prefix::kStem, beginning, [&](const std::string& stem) {
      if (const std::size_t edits = edits_to(stem); edits <= limit_) {
        stems_.emplace(stem, Forms{.edits = edits});
      }
    });
    each_term(prefix::kWord, beginning, [&](const std::string& word) {
      if (const std::size_t edits = edits_to(word); edits <= limit_) {
        add(word, std::string(stemmer_.stem(word)), edits);
      }
      if (!stems_.empty()) {
        const auto found = stems_.find(std::string(stemmer_.stem(word)));
        if (found != stems_.end()) {
          found->second.plain.emplace_back(prefixed(prefix::kWord, word));
        }
      }
    });
  }

  // The nearest first, then those in most items.
  [[nodiscard]] std::vector<IndexWord> best(std::size_t count) {
    for (const auto& [stem, forms] : stems_) {
      if (is_word(stem, forms)) {
        add(stem, stem, forms.edits);
      }
    }
    std::vector<IndexWord> words;
    for (auto& [edits, found] : near_) {
      std::ranges::sort(found, [](const IndexWord& a, const IndexWord& b) {
        return a.items != b.items ? a.items > b.items : a.word < b.word;
      });
      words.insert(words.end(), found.begin(), found.end());
    }
    // Words of one stem find the same items: the nearest of them is enough.
    std::set<std::string> told;
    std::erase_if(words, [&](const IndexWord& word) {
      return !told.emplace(stemmer_.stem(word.word)).second;
    });
    words.resize(std::min(words.size(), count));
    return words;
  }

 private:
  // A stem near the word, and the words that have it.
  struct Forms {
    std::size_t edits = 0;
    std::vector<Xapian::Query> plain;
  };

  template <typename Take>
  void each_term(std::string_view prefix, const std::string& beginning, Take take) {
    terms_.each(prefixed(prefix, beginning), [&](const std::string& term, std::size_t /*items*/) {
      take(term.substr(prefix.size()));
      return true;
    });
  }

  [[nodiscard]] std::size_t edits_to(const std::string& word) const {
    const std::size_t edits = edit_distance(word, wanted_, limit_);
    return edits == 0 ? limit_ + 1 : edits;
  }

  void add(const std::string& word, const std::string& stem, std::size_t edits) {
    near_[edits].push_back({word, terms_.frequency(prefixed(prefix::kStem, stem))});
  }

  [[nodiscard]] bool is_word(const std::string& stem, const Forms& forms) const {
    const Xapian::Query with_stem(prefixed(prefix::kStem, stem));
    const Xapian::Query others(Xapian::Query::OP_OR, forms.plain.begin(), forms.plain.end());
    return forms.plain.empty() ||
           !matching_documents(terms_.database(),
                               Xapian::Query(Xapian::Query::OP_AND_NOT, with_stem, others))
                .empty();
  }

  IndexTerms terms_;
  const std::string& wanted_;
  std::size_t limit_;
  Stemmer stemmer_;
  std::map<std::string, Forms> stems_;
  std::map<std::size_t, std::vector<IndexWord>> near_;  // By edits.
};

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  return edit_distance(characters_of(a), characters_of(b), limit);
}

std::vector<std::string> near_in_item(const Bulletin& item, std::string_view word,
                                      const Analyzer& analyzer, std::size_t count) {
  const std::string wanted = FoldedText::fold(word).text();
  std::multimap<double, std::string> near;
  add_near(item.title, wanted, analyzer, near);
  add_near(item.text, wanted, analyzer, near);
  std::vector<std::string> words;
  for (auto& [how_far, found] : near) {
    if (words.size() < count && std::ranges::find(words, found) == words.end()) {
      words.push_back(found);
    }
  }
  return words;
}

std::vector<IndexWord> near_in_index(const IndexTerms& terms, std::string_view word,
                                     std::size_t count) {
  const std::string wanted = FoldedText::fold(word).text();
  const std::u32string characters = characters_of(wanted);
  if (characters.size() < 3 || std::ranges::any_of(characters, is_han)) {
    return {};  // Everything resembles a word of two letters.
  }
  std::size_t first = 0, second = 0;
  static_cast<void>(next_code_point(wanted, first));
  second = first;
  static_cast<void>(next_code_point(wanted, second));
  Speller speller(terms, wanted);
  for (const std::string& beginning :
       std::set<std::string>{wanted.substr(0, first), wanted.substr(first, second - first)}) {
    speller.read(beginning);
  }
  return speller.best(count);
}

}  // namespace bulletin
