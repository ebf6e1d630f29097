#include "indexer/schema/suggestion_table.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>
#include <span>
#include <string>
#include <tuple>
#include <utility>

#include "indexer/base/packed_number.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kBlock = 128;
constexpr std::string_view kKinds{"ist"};  // In the order of keys.
constexpr auto kStateKey = "bulletin_suggest";

std::string directory_key(TablePart part, char kind) {
  return std::string(kStateKey) + ':' + static_cast<char>(part) + kind;
}

std::string block_key(TablePart part, char kind, std::size_t number) {
  return directory_key(part, kind) + ':' + std::to_string(number);
}

// A string as the bytes it shares with the one before it, and the rest.
void put_key(std::string& bytes, std::string_view key, std::string_view last) {
  const auto shared = static_cast<std::size_t>(std::ranges::mismatch(key, last).in1 - key.begin());
  put_number(bytes, shared);
  put_number(bytes, key.size() - shared);
  bytes += key.substr(shared);
}

// Takes bytes apart; of bytes that end too early it makes zeros and empty strings.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  [[nodiscard]] bool at_end() const { return bytes_.empty(); }

  std::uint64_t number() { return take_number(bytes_); }

  std::string_view string() {
    const std::uint64_t wanted = number();
    const std::size_t size = std::min<std::size_t>(wanted, bytes_.size());
    const std::string_view value = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return value;
  }

  void key(std::string& last) {
    const std::uint64_t shared = number();
    last.resize(std::min<std::size_t>(shared, last.size()));
    last += string();
    last.resize(std::min(last.size(), kLongestKey));
  }

  char byte() {
    const char value = bytes_.empty() ? '\0' : bytes_.front();
    bytes_.remove_prefix(bytes_.empty() ? 0 : 1);
    return value;
  }

 private:
  std::string_view bytes_;
};

std::string packed(std::span<const SuggestionEntry> entries) {
  std::string bytes;
  std::string_view last;
  for (const SuggestionEntry& entry : entries) {
    put_key(bytes, entry.key, last);
    bytes += static_cast<char>(entry.kind);
    bytes += static_cast<char>(entry.weight);
    if (entry.key.front() != key_kind::kText) {
      put_number(bytes, entry.text.size());
      bytes += entry.text;
    }
    last = entry.key;
  }
  return bytes;
}

EntryKind kind_of(char byte) {
  const bool is_name = byte == static_cast<char>(EntryKind::kName);
  const bool is_han = byte == static_cast<char>(EntryKind::kHanWord);
  return is_name ? EntryKind::kName : is_han ? EntryKind::kHanWord : EntryKind::kWord;
}

std::vector<SuggestionEntry> unpacked(std::string_view bytes) {
  std::vector<SuggestionEntry> entries;
  std::string key;
  for (Reader reader(bytes); !reader.at_end();) {
    reader.key(key);
    SuggestionEntry& entry = entries.emplace_back();
    entry.kind = kind_of(reader.byte());
    entry.weight = static_cast<std::uint8_t>(reader.byte());
    entry.text = key.starts_with(key_kind::kText) ? key.substr(1) : std::string(reader.string());
    entry.key = key;
  }
  return entries;
}

// Numbers below `count` in the order of their digits, in which the keys of blocks stand.
std::vector<std::size_t> in_order_of_keys(std::size_t count) {
  std::vector<std::pair<std::string, std::size_t>> named;
  named.reserve(count);
  for (std::size_t number = 0; number < count; ++number) {
    named.emplace_back(std::to_string(number), number);
  }
  std::ranges::sort(named);
  std::vector<std::size_t> numbers(count);
  std::ranges::transform(named, numbers.begin(), &std::pair<std::string, std::size_t>::second);
  return numbers;
}

// Writes the entries of one kind of key and drops the blocks there were before. Keys ascend: in any
// other order Xapian leaves its own blocks half empty.
void write_kind(Xapian::WritableDatabase& database, TablePart part, char kind,
                std::span<const SuggestionEntry> entries) {
  const std::string place = directory_key(part, kind);
  const std::string old = database.get_metadata(place);
  const std::size_t old_blocks = std::min<std::size_t>(Reader(old).number(), old.size());
  const std::size_t blocks = (entries.size() + kBlock - 1) / kBlock;
  const auto block = [&](std::size_t number) {
    return entries.subspan(number * kBlock, std::min(kBlock, entries.size() - number * kBlock));
  };
  std::string directory;
  put_number(directory, blocks);
  std::string_view last;
  for (std::size_t number = 0; number < blocks; ++number) {
    put_key(directory, block(number).front().key, last);
    directory +=
        static_cast<char>(std::ranges::max(block(number), {}, &SuggestionEntry::weight).weight);
    last = block(number).front().key;
  }
  database.set_metadata(place, blocks == 0 ? std::string() : directory);
  for (const std::size_t number : in_order_of_keys(std::max(blocks, old_blocks))) {
    database.set_metadata(block_key(part, kind, number),
                          number < blocks ? packed(block(number)) : std::string());
  }
}

}  // namespace

std::uint8_t entry_weight(std::size_t items) {
  const double weight = items < 2 ? 1 : std::min(255.0, 8 * std::log2(static_cast<double>(items)));
  return static_cast<std::uint8_t>(weight);
}

bool stands_before(const SuggestionEntry& a, const SuggestionEntry& b) {
  return std::tie(a.key, a.text, a.kind) < std::tie(b.key, b.text, b.kind);
}

std::optional<TableState> read_table_state(const Xapian::Database& database) {
  const std::string bytes = database.get_metadata(kStateKey);
  if (bytes.empty()) {
    return std::nullopt;
  }
  Reader reader(bytes);
  TableState state;
  state.changes = reader.number();
  state.last_document = static_cast<Xapian::docid>(reader.number());
  return state;
}

void write_table_state(Xapian::WritableDatabase& database, const TableState& state) {
  std::string bytes;
  put_number(bytes, state.changes);
  put_number(bytes, state.last_document);
  database.set_metadata(kStateKey, bytes);
}

void write_table(Xapian::WritableDatabase& database, TablePart part,
                 const std::vector<SuggestionEntry>& entries) {
  auto begin = entries.begin();
  for (const char kind : kKinds) {
    const auto end = std::find_if(begin, entries.end(), [&](const SuggestionEntry& entry) {
      return entry.key.front() != kind;
    });
    write_kind(database, part, kind, {begin, end});
    begin = end;
  }
}

const std::vector<SuggestionTable::Block>& SuggestionTable::directory(char kind) {
  if (kind_ != kind) {
    kind_ = kind;
    number_.reset();
    directory_.clear();
    const std::string bytes = database_.get_metadata(directory_key(part_, kind));
    Reader reader(bytes);
    std::string key;
    static_cast<void>(reader.number());
    while (!reader.at_end()) {
      reader.key(key);
      directory_.push_back({key, static_cast<std::uint8_t>(reader.byte())});
    }
  }
  return directory_;
}

const std::vector<SuggestionEntry>& SuggestionTable::block(char kind, std::size_t number) {
  if (kind_ != kind || number_ != number) {
    block_ = unpacked(database_.get_metadata(block_key(part_, kind, number)));
    number_ = number;
  }
  return block_;
}

// The last block that begins before `key`, which may stand in the blocks behind it, too.
std::size_t SuggestionTable::block_of(char kind, const std::string& key) {
  const std::vector<Block>& blocks = directory(kind);
  const auto behind = std::ranges::lower_bound(blocks, key, {}, &Block::first_key);
  return behind == blocks.begin() ? 0 : static_cast<std::size_t>(behind - blocks.begin()) - 1;
}

std::vector<SuggestionEntry> SuggestionTable::heaviest(const std::string& key, std::size_t count) {
  const char kind = key.front();
  const std::vector<Block>& blocks = directory(kind);
  std::vector<std::size_t> numbers;
  for (std::size_t number = block_of(kind, key);
       number < blocks.size() &&
       (blocks[number].first_key <= key || blocks[number].first_key.starts_with(key));
       ++number) {
    numbers.push_back(number);
  }
  std::ranges::stable_sort(numbers, std::ranges::greater(),
                           [&](std::size_t number) { return blocks[number].weight; });
  std::vector<SuggestionEntry> best;
  for (const std::size_t number : numbers) {
    if (best.size() == count && best.back().weight >= blocks[number].weight) {
      break;
    }
    for (const SuggestionEntry& entry : block(kind, number)) {
      if (entry.key.starts_with(key)) {
        best.push_back(entry);
      }
    }
    std::ranges::stable_sort(best, std::ranges::greater(), &SuggestionEntry::weight);
    best.resize(std::min(best.size(), count));
  }
  return best;
}

bool SuggestionTable::contains(const SuggestionEntry& entry) {
  const char kind = entry.key.front();
  for (std::size_t number = block_of(kind, entry.key);
       number < directory_.size() && directory_[number].first_key <= entry.key; ++number) {
    const bool found = std::ranges::any_of(block(kind, number), [&](const SuggestionEntry& other) {
      return other.key == entry.key && other.text == entry.text && other.kind == entry.kind;
    });
    if (found) {
      return true;
    }
  }
  return false;
}

std::vector<SuggestionEntry> SuggestionTable::entries(char kind) {
  std::vector<SuggestionEntry> all;
  for (std::size_t number = 0; number < directory(kind).size(); ++number) {
    const std::vector<SuggestionEntry>& part = block(kind, number);
    all.insert(all.end(), part.begin(), part.end());
  }
  return all;
}

}  // namespace bulletin
