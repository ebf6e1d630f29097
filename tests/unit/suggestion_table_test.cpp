#include "indexer/schema/suggestion_table.hpp"

#include <algorithm>
#include <string_view>

#include <doctest/doctest.h>

namespace bulletin {
namespace {

Xapian::WritableDatabase empty_index() {
  return Xapian::WritableDatabase(std::string(), Xapian::DB_BACKEND_INMEMORY);
}

SuggestionEntry word(const std::string& text, std::size_t items) {
  return {'t' + text, text, EntryKind::kWord, entry_weight(items)};
}

// Words w0 to w999, each in as many items as its number says; `key` is the word itself.
std::vector<SuggestionEntry> thousand_words() {
  std::vector<SuggestionEntry> entries;
  entries.reserve(1000);
  for (std::size_t i = 0; i < 1000; ++i) {
    entries.push_back(word("w" + std::to_string(i), i));
  }
  std::ranges::sort(entries, stands_before);
  return entries;
}

std::string texts(const std::vector<SuggestionEntry>& entries) {
  std::string line;
  for (const SuggestionEntry& entry : entries) {
    line += (line.empty() ? "" : " ") + entry.text;
  }
  return line;
}

TEST_CASE("suggestion table: the heaviest of a beginning, over many blocks") {
  auto index = empty_index();
  const std::vector<SuggestionEntry> entries = thousand_words();
  write_table(index, TablePart::kWhole, entries);
  SuggestionTable table(index, TablePart::kWhole);
  for (const std::string beginning :
       {"t", "tw", "tw9", "tw99", "tw1", "tw123", "tw1234", "tx", "s"}) {
    CAPTURE(beginning);
    std::vector<std::uint8_t> naive;
    for (const SuggestionEntry& entry : entries) {
      if (entry.key.starts_with(beginning)) {
        naive.push_back(entry.weight);
      }
    }
    std::ranges::sort(naive, std::ranges::greater());
    naive.resize(std::min<std::size_t>(naive.size(), 7));
    std::vector<std::uint8_t> found;
    for (const SuggestionEntry& entry : table.heaviest(beginning, 7)) {
      CHECK(entry.key.starts_with(beginning));
      found.push_back(entry.weight);
    }
    CHECK_EQ(found, naive);
  }
}

TEST_CASE("suggestion table: what is written is read back, and told apart from what is not") {
  auto index = empty_index();
  std::vector<SuggestionEntry> entries = {
      {"scs", "测试", EntryKind::kHanWord, 3},    {"scs", "长沙", EntryKind::kName, 9},
      {"szhangsha", "长沙", EntryKind::kName, 9}, {"tkaz", "kaz", EntryKind::kWord, 1},
      {"tkaz", "kaz", EntryKind::kName, 1},
  };
  std::ranges::sort(entries, stands_before);
  write_table(index, TablePart::kRecent, entries);
  SuggestionTable table(index, TablePart::kRecent);
  std::vector<SuggestionEntry> read = table.entries('s');
  std::ranges::move(table.entries('t'), std::back_inserter(read));
  CHECK_EQ(read, entries);
  for (const SuggestionEntry& entry : entries) {
    CHECK(table.contains(entry));
  }
  CHECK_FALSE(table.contains({"tkaz", "kaz", EntryKind::kHanWord, 1}));
  CHECK_FALSE(table.contains({"scs", "常识", EntryKind::kHanWord, 1}));
  CHECK_FALSE(table.contains(word("a", 1)));
  CHECK_FALSE(SuggestionTable(index, TablePart::kWhole).contains(entries.front()));
}

TEST_CASE("suggestion table: a smaller one leaves nothing of the larger behind") {
  auto index = empty_index();
  write_table(index, TablePart::kWhole, thousand_words());
  write_table(index, TablePart::kWhole, {word("one", 1)});
  CHECK_EQ(texts(SuggestionTable(index, TablePart::kWhole).entries('t')), "one");
  CHECK_EQ(index.get_metadata("bulletin_suggest:at:1"), "");
  write_table(index, TablePart::kWhole, {});
  CHECK_EQ(index.get_metadata("bulletin_suggest:at"), "");
  CHECK_EQ(index.get_metadata("bulletin_suggest:at:0"), "");
}

TEST_CASE("suggestion table: damaged bytes give fewer entries, never harm") {
  auto index = empty_index();
  write_table(index, TablePart::kWhole, thousand_words());
  const std::string whole = index.get_metadata("bulletin_suggest:at:0");
  const std::string directory = index.get_metadata("bulletin_suggest:at");
  for (const std::string& bytes : {whole.substr(0, whole.size() / 2),
                                   std::string("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01"),
                                   std::string(50, '\0'), std::string(50, '\x7F')}) {
    index.set_metadata("bulletin_suggest:at:0", bytes);
    static_cast<void>(SuggestionTable(index, TablePart::kWhole).heaviest("tw", 10));
    index.set_metadata("bulletin_suggest:at", bytes);
    static_cast<void>(SuggestionTable(index, TablePart::kWhole).heaviest("tw", 10));
    index.set_metadata("bulletin_suggest:at", directory);
  }
}

TEST_CASE("suggestion table: few damaged bytes do not make up many long keys") {
  auto index = empty_index();
  constexpr std::size_t kLong = 100'000;
  std::vector<SuggestionEntry> entries{word(std::string(kLong, 'w'), 1)};
  entries.resize(128, entries.front());
  write_table(index, TablePart::kWhole, entries);
  CHECK_LT(index.get_metadata("bulletin_suggest:at:0").size(), kLong + 128 * 8);
  for (const SuggestionEntry& entry : SuggestionTable(index, TablePart::kWhole).entries('t')) {
    CHECK_EQ(entry.key.size(), kLongestKey);
  }
}

TEST_CASE("entry_weight: grows with the items and fits a byte") {
  CHECK_EQ(entry_weight(0), 1);
  CHECK_EQ(entry_weight(1), 1);
  CHECK_EQ(entry_weight(2), 8);
  CHECK_LT(entry_weight(1000), entry_weight(1100));
  CHECK_EQ(entry_weight(4'000'000'000), 255);
}

TEST_CASE("table state: kept as it is, nothing without a table") {
  auto index = empty_index();
  CHECK_FALSE(read_table_state(index).has_value());
  for (const TableState state : {TableState{}, TableState{12, 4'000'000'000}}) {
    write_table_state(index, state);
    CHECK_EQ(read_table_state(index), state);
  }
}

}  // namespace
}  // namespace bulletin
