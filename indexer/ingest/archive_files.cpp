#include "indexer/ingest/archive_files.hpp"

#include <array>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

#include <archive.h>
#include <archive_entry.h>

#include "indexer/ingest/format.hpp"

namespace bulletin {
namespace {

struct CloseArchive {
  void operator()(archive* reader) const { archive_read_free(reader); }
};
using ArchiveReader = std::unique_ptr<archive, CloseArchive>;

// What libarchive reads from: it asks for the next block, we count what it took.
struct Packed {
  ByteStream& bytes;
  std::string block;
  std::size_t taken = 0;
};

la_ssize_t next_block(archive* /*reader*/, void* client, const void** buffer) {
  constexpr std::size_t kBlock = 64U << 10U;
  auto& packed = *static_cast<Packed*>(client);
  packed.block = packed.bytes.take(kBlock);
  packed.taken += packed.block.size();
  *buffer = packed.block.data();
  return static_cast<la_ssize_t>(packed.block.size());
}

std::string reason_of(archive* reader) {
  const char* text = archive_error_string(reader);
  return text == nullptr ? "nothing can be unpacked" : text;
}

// Counts what comes out of an archive against what went in: real text shrinks to a tenth, a bomb
// to a thousandth.
class BombGuard {
 public:
  explicit BombGuard(const Packed& packed) : packed_(packed) {}

  void count(std::size_t unpacked) {
    constexpr std::size_t kFree = 16U << 20U;
    constexpr std::size_t kRatio = 100;
    unpacked_ += unpacked;
    if (unpacked_ > kFree && unpacked_ / kRatio > packed_.taken) {
      exploded_ = true;
      throw std::runtime_error("it unpacks to more than 100 times its size: a bomb?");
    }
  }

  [[nodiscard]] bool exploded() const { return exploded_; }

 private:
  const Packed& packed_;
  std::size_t unpacked_ = 0;
  bool exploded_ = false;
};

ByteStream member_bytes(archive* reader, BombGuard& guard) {
  return ByteStream([reader, &guard](std::span<char> buffer) {
    const la_ssize_t count = archive_read_data(reader, buffer.data(), buffer.size());
    if (count < 0) {
      throw std::runtime_error(reason_of(reader));
    }
    guard.count(static_cast<std::size_t>(count));
    return static_cast<std::size_t>(count);
  });
}

bool leaves_archive(std::string_view name) {
  return name.starts_with('/') || name.starts_with("../") || name == ".." ||
         name.find("/../") != std::string_view::npos || name.ends_with("/..") ||
         name.find('\\') != std::string_view::npos || name.find('\0') != std::string_view::npos;
}

// The name of what a gzip holds: news.txt.gz holds news.txt.
std::string unpacked_name(std::string_view path) {
  const std::string_view name = path.substr(path.find_last_of("/!") + 1);
  return std::string(name.ends_with(".gz") ? name.substr(0, name.size() - 3) : name);
}

ArchiveReader open_reader(Packed& packed, bool is_zip) {
  ArchiveReader reader(archive_read_new());
  if (is_zip) {
    archive_read_support_format_zip_streamable(reader.get());
  } else {
    archive_read_support_filter_gzip(reader.get());
    archive_read_support_format_raw(reader.get());
  }
  if (archive_read_open(reader.get(), &packed, nullptr, &next_block, nullptr) != ARCHIVE_OK) {
    throw std::runtime_error(reason_of(reader.get()));
  }
  return reader;
}

using NameTest = std::function<bool(std::string_view)>;

// One archive on its way.
struct Opening {
  const FileSource& file;
  const NameTest& wanted;
  const ItemSink& sink;
  const FileTaker& take;
  archive* reader;
  BombGuard& guard;

  void report(const std::string& path, const std::string& message) const {
    sink.on_problem({{path, 0}, message});
  }

  void hand_on(const std::string& path) const {
    ByteStream bytes = member_bytes(reader, guard);
    FileSource member{.path = path, .charset = {}, .url = {}, .nesting = file.nesting + 1};
    take(bytes, member);
    // libarchive would unpack the rest of it to find the next one, however much that is.
    while (!bytes.take(1U << 20U).empty()) {
    }
  }
};

void take_member(const Opening& opening, archive_entry* entry) {
  const char* utf8 = archive_entry_pathname_utf8(entry);
  const char* raw = utf8 == nullptr ? archive_entry_pathname(entry) : utf8;
  const std::string name = raw == nullptr ? "" : raw;
  const std::string path = opening.file.path + "!" + name;
  if (leaves_archive(name)) {
    return opening.report(path, "the name leads out of the archive");
  }
  if (archive_entry_filetype(entry) != AE_IFREG || !opening.wanted(name)) {
    return;
  }
  if (archive_entry_is_encrypted(entry) != 0) {
    return opening.report(path, "it is encrypted");
  }
  opening.hand_on(path);
}

void take_members(const Opening& opening) {
  archive_entry* entry = nullptr;
  int state = ARCHIVE_OK;
  while (!opening.guard.exploded() &&
         (state = archive_read_next_header(opening.reader, &entry)) >= ARCHIVE_WARN &&
         state != ARCHIVE_EOF) {
    take_member(opening, entry);
  }
  if (state < ARCHIVE_WARN && !opening.guard.exploded()) {
    opening.report(opening.file.path, "damaged archive: " + reason_of(opening.reader));
  }
}

void open_any(ByteStream& bytes, const FileSource& file, const ItemSink& sink,
              const NameTest& wanted, const FileTaker& take) {
  const bool is_zip = bytes.peek(2) == "PK";
  Packed packed{.bytes = bytes, .block = {}, .taken = 0};
  BombGuard guard(packed);
  const ArchiveReader reader = open_reader(packed, is_zip);
  const Opening opening{file, wanted, sink, take, reader.get(), guard};
  if (is_zip) {
    return take_members(opening);
  }
  archive_entry* entry = nullptr;
  if (archive_read_next_header(reader.get(), &entry) < ARCHIVE_WARN) {
    throw std::runtime_error(reason_of(reader.get()));
  }
  opening.hand_on(file.path + "!" + unpacked_name(file.path));
}

}  // namespace

void open_archive(ByteStream& bytes, const FileSource& file, const ReadOptions& options,
                  const ItemSink& sink, const FileTaker& take) {
  open_zip(
      bytes, file, sink,
      [&](std::string_view name) { return is_item_file(name, options.with_documents); }, take);
}

void open_zip(ByteStream& bytes, const FileSource& file, const ItemSink& sink,
              const NameTest& wanted, const FileTaker& take) {
  try {
    open_any(bytes, file, sink, wanted, take);
  } catch (const std::runtime_error& error) {
    sink.on_problem({{file.path, 0}, std::string("damaged archive: ") + error.what()});
  }
}

}  // namespace bulletin
