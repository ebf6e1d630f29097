#include "indexer/glass/database_head.hpp"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <optional>
#include <random>
#include <string>

#include "indexer/base/disk.hpp"
#include "indexer/base/error.hpp"
#include "indexer/base/new_file.hpp"
#include "indexer/glass/packed.hpp"

namespace bulletin {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFile = "iamglass";

// "Xapian Glass", and the format's version: year since 2014, month and day in 7, 4 and 5 bits.
constexpr std::string_view kMagic("\x0F\x0DXapian Glass\x04\x6E", 16);
constexpr std::size_t kNameBytes = 16;
constexpr std::size_t kMostBytes = 4096;   // Far more than it has.
constexpr std::uint32_t kSizeUnit = 2048;  // That the size of blocks is told in.

constexpr std::uint64_t kIsEmpty = 1;
constexpr std::uint64_t kIsSequential = 2;  // Written from left to right.
constexpr unsigned kLevelShift = 2;

std::string random_name() {
  std::random_device device;
  std::string name;
  while (name.size() < kNameBytes) {
    const std::uint32_t word = device();
    name.append(reinterpret_cast<const char*>(&word), sizeof(word));
  }
  return name;
}

void put_root(std::string& to, const TableRoot& root, std::uint64_t flags, bool is_deflated) {
  put_number(to, root.block);
  put_number(to, std::uint64_t{root.level} << kLevelShift | flags);
  put_number(to, root.entries);
  put_number(to, kGlassBlockBytes / kSizeUnit);
  put_number(to, is_deflated ? kLeastDeflated - 1 : 0);
}

void put_blocks(std::string& to, const TableRoot& root, std::uint32_t revision) {
  std::string blocks;
  const FreeBlocks& free = root.free;
  for (const std::uint32_t number :
       {revision, root.blocks, free.first, free.first_place, free.last, free.end_place}) {
    put_number(blocks, number);
  }
  put_bytes(to, blocks);
}

void put_new_table(std::string& to, const TableRoot& root, bool is_deflated) {
  if (root.blocks == 0) {
    put_root(to, root, kIsSequential | kIsEmpty, is_deflated);
    put_bytes(to, {});
  } else {
    put_root(to, root, kIsSequential, is_deflated);
    put_blocks(to, root, DatabaseHead().revision);
  }
}

std::string uuid_text(std::string_view name) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  constexpr std::string_view kDashesBehind = "\3\5\7\11";  // Bytes.
  std::string text;
  for (std::size_t at = 0; at < name.size(); ++at) {
    const auto byte = static_cast<unsigned char>(name[at]);
    text += kDigits[byte >> 4];
    text += kDigits[byte & 0xF];
    if (kDashesBehind.find(static_cast<char>(at)) != std::string_view::npos) {
      text += '-';
    }
  }
  return text;
}

// Reads numbers from the front; what is no number, or lies behind the end, makes it unsound.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  [[nodiscard]] bool is_sound() const { return is_sound_; }

  std::uint64_t number() {
    const auto end = std::ranges::find_if(bytes_, [](char byte) { return (byte & 0x80) == 0; });
    expect(end != bytes_.end() && end - bytes_.begin() <= 9);
    return take_number(bytes_);
  }

  std::uint32_t small_number() {
    const std::uint64_t result = number();
    expect(result <= UINT32_MAX);
    return static_cast<std::uint32_t>(result);
  }

  std::string_view bytes(std::size_t size) {
    expect(size <= bytes_.size());
    const std::string_view taken = bytes_.substr(0, size);
    bytes_.remove_prefix(taken.size());
    return taken;
  }

  TableRoot root() {
    TableRoot root{.block = small_number()};
    const std::uint64_t flags = number();
    root.level = static_cast<unsigned>(flags >> kLevelShift);
    root.entries = number();
    expect(number() == kGlassBlockBytes / kSizeUnit);
    (void)number();
    Reader blocks(bytes(number()));
    if ((flags & kIsEmpty) == 0) {
      (void)blocks.number();  // Revision.
      root.blocks = blocks.small_number();
      FreeBlocks& free = root.free;
      for (std::uint32_t* const number :
           {&free.first, &free.first_place, &free.last, &free.end_place}) {
        *number = blocks.small_number();
      }
      expect(blocks.is_sound() && root.blocks > 0);
    }
    return root;
  }

  [[nodiscard]] std::string_view rest() const { return bytes_; }

  void expect(bool claim) { is_sound_ = is_sound_ && claim; }

 private:
  std::string_view bytes_;
  bool is_sound_ = true;
};

}  // namespace

void DatabaseTotals::add(std::uint32_t number, std::uint32_t document_length) {
  add({.documents = 1,
       .last = number,
       .length = document_length,
       .least_length = document_length,
       .greatest_length = document_length,
       .greatest_count = 0});
}

void DatabaseTotals::add(const DatabaseTotals& other) {
  documents += other.documents;
  last = std::max(last, other.last);
  length += other.length;
  if (other.least_length > 0 && (least_length == 0 || other.least_length < least_length)) {
    least_length = other.least_length;
  }
  greatest_length = std::max(greatest_length, other.greatest_length);
  greatest_count = std::max(greatest_count, other.greatest_count);
}

std::optional<DatabaseHead> parse_head(std::string_view bytes) {
  Reader reader(bytes);
  reader.expect(bytes.starts_with(kMagic));
  (void)reader.bytes(kMagic.size());
  DatabaseHead head{.uuid = uuid_text(reader.bytes(kNameBytes))};
  head.revision = reader.small_number();
  head.postings = reader.root();
  head.data = reader.root();
  head.term_lists = reader.root();
  for (int other = 0; other < 3; ++other) {
    reader.expect(reader.root().entries == 0);
  }
  DatabaseTotals& totals = head.totals;
  totals.documents = reader.small_number();
  totals.last = totals.documents + reader.small_number();
  totals.least_length = reader.small_number();
  totals.greatest_count = reader.small_number();
  totals.greatest_length = totals.greatest_count + reader.small_number();
  (void)reader.number();
  totals.length = reader.number();
  return reader.is_sound() ? std::optional(head) : std::nullopt;
}

std::string head_bytes(const fs::path& folder) {
  const fs::path file = folder / kFile;
  errno = 0;
  std::ifstream in(file, std::ios::binary);
  std::string bytes(kMostBytes, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!in.is_open() || in.bad()) {
    throw_disk_error("read " + file.string(), last_disk_error());
  }
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  return bytes;
}

void write_head(const fs::path& folder, const DatabaseHead& head) {
  std::string bytes(kMagic);
  bytes += random_name();
  put_number(bytes, head.revision);
  put_new_table(bytes, head.postings, false);
  put_new_table(bytes, head.data, true);
  put_new_table(bytes, head.term_lists, true);
  put_new_table(bytes, {}, false);  // Positions.
  put_new_table(bytes, {}, true);   // Spellings.
  put_new_table(bytes, {}, true);   // Synonyms.
  const DatabaseTotals& totals = head.totals;
  put_number(bytes, totals.documents);
  put_number(bytes, totals.last - totals.documents);
  put_number(bytes, totals.least_length);
  put_number(bytes, totals.greatest_count);
  put_number(bytes, totals.greatest_length - totals.greatest_count);
  put_number(bytes, 0);  // Oldest change kept for replicas.
  put_number(bytes, totals.length);
  put_number(bytes, 0);  // Greatest frequency of a spelling.
  const fs::path file = folder / kFile;
  errno = 0;
  std::ofstream out(file, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) {
    throw_disk_error("write " + file.string(), last_disk_error());
  }
}

void change_head(const fs::path& folder, std::uint32_t revision, const TableRoot& term_lists) {
  const std::string old = head_bytes(folder);
  Reader reader(old);
  std::string bytes(reader.bytes(kMagic.size() + kNameBytes));
  (void)reader.number();
  put_number(bytes, revision);
  const std::string_view tables = reader.rest();
  (void)reader.root();
  (void)reader.root();
  bytes += tables.substr(0, tables.size() - reader.rest().size());
  (void)reader.root();
  put_root(bytes, term_lists, 0, true);
  put_blocks(bytes, term_lists, revision);
  bytes += reader.rest();
  NewFile file(folder / kFile);
  file.write(bytes);
  file.take_place();
}

bool has_known_form(const fs::path& folder) {
  return parse_head(head_bytes(folder)).has_value();
}

DatabaseHead read_head(const fs::path& folder) {
  if (const std::optional<DatabaseHead> head = parse_head(head_bytes(folder))) {
    return *head;
  }
  throw Error(
      ErrorCode::kInternal,
      "cannot read " + (folder / kFile).string() + ": not of the form known here",
      "run bulletin-index compact, which writes it anew, or see what bulletin-index check finds");
}

}  // namespace bulletin
