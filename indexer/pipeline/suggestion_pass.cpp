#include "indexer/pipeline/suggestion_pass.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "indexer/analysis/stemmer.hpp"
#include "indexer/pipeline/document_builder.hpp"
#include "indexer/schema/completed_words.hpp"
#include "indexer/schema/schema.hpp"
#include "indexer/schema/spoken_keys.hpp"
#include "indexer/schema/suggestion_table.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kSmallIndex = 2000;  // Written anew in less than 0.1 s.
constexpr std::size_t kShare = 8;

// In an archive of this size a word of one item is a typing error more often than not; a scan of
// the terms still completes it behind three letters.
constexpr std::size_t kLargeIndex = 20'000;

void add_entries(std::string text, EntryKind kind, std::size_t items,
                 std::vector<SuggestionEntry>& entries) {
  const std::uint8_t weight = entry_weight(items);
  const auto add = [&](char key, std::string_view letters) {
    entries.push_back({key + std::string(letters), text, kind, weight});
  };
  add(key_kind::kText, text);
  if (kind == EntryKind::kWord) {
    return;
  }
  const SpokenKeys keys = spoken_keys(text);
  std::ranges::for_each(keys.sounds, [&](const std::string& key) { add(key_kind::kSound, key); });
  std::ranges::for_each(keys.initials,
                        [&](const std::string& key) { add(key_kind::kInitials, key); });
}

void order(std::vector<SuggestionEntry>& entries) {
  std::ranges::sort(entries, stands_before);
  const auto twice = std::ranges::unique(entries, [](const auto& a, const auto& b) {
    return a.key == b.key && a.text == b.text && a.kind == b.kind;
  });
  entries.erase(twice.begin(), twice.end());
}

template <typename Take>
void each_term(const Xapian::Database& database, std::string_view prefix, Take take) {
  const std::string start(prefix);
  for (auto term = database.allterms_begin(start); term != database.allterms_end(start); ++term) {
    take((*term).substr(prefix.size()), term.get_termfreq());
  }
}

// Words outside Chinese by what is known of their stems: see own_items().
void add_words(const Xapian::Database& database, std::vector<SuggestionEntry>& entries) {
  const std::size_t least = database.get_doccount() < kLargeIndex ? 1 : 2;
  const Stemmer stemmer;
  std::unordered_map<std::string, std::size_t> inflected;
  auto term = database.allterms_begin();
  for (term.skip_to(std::string(kFirstPlainWord)); term != database.allterms_end(); ++term) {
    const std::string word = *term;
    inflected[std::string(stemmer.stem(word))] += term.get_termfreq();
    if (is_completed(word) && term.get_termfreq() >= least) {
      add_entries(word, EntryKind::kWord, term.get_termfreq(), entries);
    }
  }
  each_term(database, prefix::kStem, [&](const std::string& stem, std::size_t items) {
    const auto forms = inflected.find(stem);
    const std::size_t own = own_items(items, forms == inflected.end() ? 0 : forms->second);
    if (own > 0 && items >= least && is_completed(stem)) {
      add_entries(stem, EntryKind::kWord, own, entries);
    }
  });
}

// Terms of one item from `start` on, as long as they begin with `prefix`.
template <typename Take>
void each_term_of(const TermCounts& item, std::string_view start, std::string_view prefix,
                  Take take) {
  for (std::size_t i = item.first_from(start); i < item.size() && item.term(i).starts_with(prefix);
       ++i) {
    take(std::string(item.term(i)));
  }
}

// Adds the names and words of one item, those outside Chinese behind `Z` whether or not they are
// their own stem. In one item a stem that no other word of it explains is a word.
void add_terms_of(const TermCounts& item, const Stemmer& stemmer,
                  std::unordered_set<std::string>& terms) {
  std::unordered_set<std::string> inflected;
  each_term_of(item, kFirstPlainWord, prefix::kWord, [&](const std::string& word) {
    inflected.emplace(stemmer.stem(word));
    terms.insert(prefixed(prefix::kStem, word));
  });
  for (const std::string_view prefix : {prefix::kName, prefix::kHanWord, prefix::kStem}) {
    each_term_of(item, prefix, prefix, [&](const std::string& term) {
      if (prefix != prefix::kStem || !inflected.contains(term.substr(prefix.size()))) {
        terms.insert(term);
      }
    });
  }
}

// What the items in `written` have to complete.
std::vector<SuggestionEntry> words_of(const Xapian::Database& database,
                                      const std::vector<Xapian::docid>& written) {
  const Stemmer stemmer;
  const DocumentBuilder builder;
  std::unordered_set<std::string> terms;
  for (const Xapian::docid item : written) {
    add_terms_of(builder.terms_of(database, item), stemmer, terms);
  }
  std::vector<SuggestionEntry> entries;
  for (const std::string& term : terms) {
    const auto kind =
        term.starts_with(prefix::kStem) ? EntryKind::kWord : static_cast<EntryKind>(term.front());
    const std::string text = term.substr(1);
    if (kind == EntryKind::kWord ? is_completed(text) : is_completed_name(text)) {
      add_entries(text, kind, 1, entries);
    }
  }
  return entries;
}

// Adds to what came later those of `entries` that are new.
void add_recent(Xapian::WritableDatabase& database, std::vector<SuggestionEntry> entries) {
  order(entries);
  SuggestionTable whole(database, TablePart::kWhole);
  std::erase_if(entries, [&](const SuggestionEntry& entry) { return whole.contains(entry); });
  if (entries.empty()) {
    return;
  }
  SuggestionTable recent(database, TablePart::kRecent);
  for (const char kind : {key_kind::kInitials, key_kind::kSound, key_kind::kText}) {
    std::ranges::move(recent.entries(kind), std::back_inserter(entries));
  }
  order(entries);
  write_table(database, TablePart::kRecent, entries);
}

// A run that was killed leaves items behind that no pass has seen.
bool has_missed(const TableState& state, const std::vector<Xapian::docid>& written,
                Xapian::docid last_document) {
  const auto known = std::ranges::count_if(
      written, [&](Xapian::docid item) { return item > state.last_document; });
  return last_document > state.last_document + static_cast<Xapian::docid>(known);
}

}  // namespace

void write_suggestions(Xapian::WritableDatabase& database) {
  std::vector<SuggestionEntry> entries;
  add_words(database, entries);
  for (const EntryKind kind : {EntryKind::kName, EntryKind::kHanWord}) {
    const char prefix = static_cast<char>(kind);
    each_term(database, {&prefix, 1}, [&](const std::string& text, std::size_t items) {
      if (is_completed_name(text)) {
        add_entries(text, kind, items, entries);
      }
    });
  }
  order(entries);
  write_table(database, TablePart::kWhole, entries);
  write_table(database, TablePart::kRecent, {});
  write_table_state(database, {.changes = 0, .last_document = database.get_lastdocid()});
}

void refresh_suggestions(Xapian::WritableDatabase& database, std::vector<Xapian::docid> written,
                         std::size_t removed) {
  std::ranges::sort(written);
  written.erase(std::ranges::unique(written).begin(), written.end());
  const std::optional<TableState> state = read_table_state(database);
  const std::size_t items = database.get_doccount();
  const std::size_t changes = (state ? state->changes : 0) + written.size() + removed;
  if (!state || items < kSmallIndex || changes >= items / kShare ||
      has_missed(*state, written, database.get_lastdocid())) {
    write_suggestions(database);
    return;
  }
  add_recent(database, words_of(database, written));
  write_table_state(database, {.changes = changes, .last_document = database.get_lastdocid()});
}

}  // namespace bulletin
