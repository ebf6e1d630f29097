#include "searcher/search/completions.hpp"

#include <algorithm>
#include <utility>

#include "indexer/analysis/stemmer.hpp"
#include "indexer/schema/completed_words.hpp"
#include "indexer/schema/schema.hpp"
#include "indexer/schema/spoken_keys.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kFromTable = 48;
constexpr std::size_t kScanned = 500;
constexpr std::size_t kStemsTried = 16;
constexpr std::size_t kScannedLetters = 3;  // Fewer are left to the table, where there is one.

// Calls `take(value, items)` for the terms that begin so, as far as a scan goes; tells whether it
// saw them all.
template <typename Take>
bool scan(const IndexTerms& terms, std::string_view prefix, const std::string& beginning,
          Take take) {
  std::size_t seen = 0;
  terms.each(prefixed(prefix, beginning), [&](const std::string& term, std::size_t items) {
    if (++seen > kScanned) {
      return false;
    }
    take(term.substr(prefix.size()), items);
    return true;
  });
  return seen <= kScanned;
}

bool is_latin(const std::string& piece) {
  return std::ranges::all_of(piece, [](char c) { return c >= 'a' && c <= 'z'; });
}

std::string joined(const std::vector<std::string>& pieces) {
  std::string whole;
  for (const std::string& piece : pieces) {
    whole += piece;
  }
  return whole;
}

}  // namespace

Completions::Completions(const IndexTerms& terms)
    : terms_(terms),
      has_table_(read_table_state(terms.database()).has_value()),
      whole_(terms.database(), TablePart::kWhole),
      recent_(terms.database(), TablePart::kRecent) {}

std::vector<Completion> Completions::of(const TypedEnding& ending) {
  std::vector<Completion> found;
  add_from_table(key_kind::kText + ending.folded, AgreesBy::kText, ending, found);
  if (ending.is_han) {
    if (!has_table_ || ending.folded.size() > kScannedLetters) {
      scan_names(EntryKind::kHanWord, ending.folded, found);
      scan_names(EntryKind::kName, ending.folded, found);
    }
    return found;
  }
  const std::string letters = joined(ending.pieces);
  if (ending.words == 1 && letters != ending.folded && !ending.folded.ends_with(' ')) {
    // Words have no apostrophes in the index.
    add_from_table(key_kind::kText + letters, AgreesBy::kText, ending, found);
  }
  if (!has_table_ || letters.size() >= kScannedLetters) {
    if (ending.words == 1 && !ending.folded.ends_with(' ')) {
      scan_words(letters, found);
    }
    scan_names(EntryKind::kName, ending.folded, found);
  }
  if (letters.size() > 1 && std::ranges::all_of(ending.pieces, is_latin)) {
    add_from_table(key_kind::kSound + letters, AgreesBy::kSound, ending, found);
    if (ending.pieces.size() == 1) {
      add_from_table(key_kind::kInitials + letters, AgreesBy::kInitials, ending, found);
    }
  }
  return found;
}

void Completions::add_from_table(const std::string& key, AgreesBy by, const TypedEnding& ending,
                                 std::vector<Completion>& found) {
  for (SuggestionTable* const part : {&whole_, &recent_}) {
    for (SuggestionEntry& entry : part->heaviest(key, kFromTable)) {
      if (by != AgreesBy::kSound || is_spoken(entry.text, ending.pieces)) {
        found.push_back({std::move(entry.text), entry.kind, by, entry.weight});
      }
    }
  }
}

void Completions::scan_names(EntryKind kind, const std::string& beginning,
                             std::vector<Completion>& found) const {
  const char prefix = static_cast<char>(kind);
  scan(terms_, {&prefix, 1}, beginning, [&](const std::string& name, std::size_t items) {
    if (is_completed_name(name)) {
      found.push_back({name, kind, AgreesBy::kText, entry_weight(items)});
    }
  });
}

void Completions::scan_words(const std::string& beginning, std::vector<Completion>& found) const {
  scan(terms_, prefix::kWord, beginning, [&](const std::string& word, std::size_t items) {
    if (word >= kFirstPlainWord && is_completed(word)) {
      found.push_back({word, EntryKind::kWord, AgreesBy::kText, entry_weight(items)});
    }
  });
  std::vector<std::pair<std::size_t, std::string>> stems;
  scan(terms_, prefix::kStem, beginning, [&](const std::string& stem, std::size_t items) {
    const bool is_known = std::ranges::any_of(found, [&](const Completion& completion) {
      return completion.kind == EntryKind::kWord && completion.text == stem;
    });
    if (!is_known && is_completed(stem)) {
      stems.emplace_back(items, stem);
    }
  });
  std::ranges::stable_sort(stems, std::ranges::greater(),
                           &std::pair<std::size_t, std::string>::first);
  stems.resize(std::min(stems.size(), kStemsTried));
  for (const auto& [items, stem] : stems) {
    if (const std::size_t own = own_items_of(stem, items); own > 0) {
      found.push_back({stem, EntryKind::kWord, AgreesBy::kText, entry_weight(own)});
    }
  }
}

// A stem is all of its words but their last letter or less: librari, library.
std::size_t Completions::own_items_of(const std::string& stem, std::size_t items) const {
  const Stemmer stemmer;
  std::size_t inflected = 0;
  const bool saw_all = scan(terms_, prefix::kWord, stem.substr(0, stem.size() - 1),
                            [&](const std::string& word, std::size_t count) {
                              inflected += stemmer.stem(word) == stem ? count : 0;
                            });
  return saw_all ? own_items(items, inflected) : 0;
}

}  // namespace bulletin
