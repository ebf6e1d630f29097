#include "indexer/schema/salvage.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string_view>

#include "indexer/base/error.hpp"
#include "indexer/base/new_file.hpp"
#include "indexer/schema/shards.hpp"
#include "indexer/schema/with_xapian.hpp"

namespace bulletin {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kTables = 6;
constexpr std::size_t kItemTable = 1;  // Postings, stored items, terms, positions, two of spelling.

// The file begins with a name, a version of the format of two bytes and an id; then come the
// revision, what is said of each table, and the counts over all documents. A number has seven bits
// a byte, the lowest first.
class VersionFile {
 public:
  explicit VersionFile(std::string_view bytes) : bytes_(bytes) {}

  [[nodiscard]] bool begins_well() {
    constexpr std::string_view kName("\x0f\x0dXapian Glass", 14);
    constexpr std::size_t kVersionBytes = 2;
    constexpr std::size_t kIdBytes = 16;
    if (!bytes_.starts_with(kName)) {
      return false;
    }
    skip(kName.size() + kVersionBytes + kIdBytes);
    number();  // The revision.
    return is_sound_;
  }

  // Returns the table as it stands, or as one without blocks.
  [[nodiscard]] std::string table(bool keep) {
    constexpr std::uint64_t kHasNoBlock = 1;
    const std::size_t begin = at_;
    number();  // Its root block.
    number();  // Its height, whether it was written in order, and kHasNoBlock.
    number();  // Its entries.
    const std::size_t rest = at_;
    number();                                  // Size of a block.
    number();                                  // Least size to compress.
    skip(static_cast<std::size_t>(number()));  // The list of free blocks.
    const std::string no_block{'\0', static_cast<char>(kHasNoBlock), '\0'};
    return keep ? text(begin, at_) : no_block + text(rest, at_);
  }

  [[nodiscard]] std::string text(std::size_t begin, std::size_t end) const {
    return std::string(bytes_.substr(begin, end - begin));
  }
  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] std::size_t size() const { return bytes_.size(); }
  [[nodiscard]] bool is_sound() const { return is_sound_; }

 private:
  void skip(std::size_t count) {
    is_sound_ = is_sound_ && count <= bytes_.size() - at_;
    at_ += is_sound_ ? count : 0;
  }

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && at_ < bytes_.size(); shift += 7) {
      const auto byte = static_cast<unsigned char>(bytes_[at_++]);
      value |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) {
        return value;
      }
    }
    is_sound_ = false;
    return 0;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  bool is_sound_ = true;
};

[[noreturn]] void throw_hopeless(const fs::path& generation, const std::string& cause) {
  throw Error(ErrorCode::kInternal,
              "cannot read the stored items of " + generation.string() + ": " + cause,
              "restore a backup with bulletin-index restore, or build the index again");
}

// Returns the file with all tables but that of stored items empty.
std::string with_items_alone(const fs::path& generation) {
  std::ifstream in(generation / "iamglass", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  VersionFile version(bytes);
  if (!version.begins_well()) {
    throw_hopeless(generation, "its file iamglass is damaged or gone");
  }
  std::string all = version.text(0, version.at());
  for (std::size_t table = 0; table < kTables; ++table) {
    all += version.table(table == kItemTable);
  }
  if (!version.is_sound()) {
    throw_hopeless(generation, "its file iamglass is damaged");
  }
  return all + version.text(version.at(), version.size());
}

Xapian::Database open_items_alone(const fs::path& generation, const fs::path& scratch) {
  const std::string version = with_items_alone(generation);
  fs::create_directories(scratch);
  NewFile version_file(scratch / "iamglass");
  version_file.write(version);
  version_file.take_place();
  NewFile(scratch / "postlist.glass").take_place();
  fs::create_symlink(fs::absolute(generation / "docdata.glass"), scratch / "docdata.glass");
  try {
    return Xapian::Database(scratch.string());
  } catch (const Xapian::Error& error) {
    throw_hopeless(generation, error.get_msg());
  }
}

}  // namespace

SalvagedItems::SalvagedItems(const std::vector<fs::path>& databases, const fs::path& scratch) {
  for (const fs::path& database : databases) {
    databases_.push_back(
        open_items_alone(database, scratch / std::to_string(databases_.size() + 1)));
  }
}

Xapian::docid SalvagedItems::last() const {
  Xapian::docid last = 0;
  for (std::size_t shard = 0; shard < databases_.size(); ++shard) {
    last = std::max(last,
                    number_in_index(databases_[shard].get_lastdocid(), shard, databases_.size()));
  }
  return last;
}

std::optional<std::string> SalvagedItems::stored(Xapian::docid document) const {
  const std::size_t shards = databases_.size();
  std::string stored =
      databases_[shard_with(document, shards)]
          .get_document(number_in_shard(document, shards), Xapian::DOC_ASSUME_VALID)
          .get_data();
  return stored.empty() ? std::nullopt : std::optional(std::move(stored));
}

}  // namespace bulletin
