// Any bytes as the notes of a damaged index and as the small files of JSON that people write: each
// is read and can be written back, or is an Error.

#include <filesystem>
#include <string>

#include <unistd.h>

#include "indexer/base/error.hpp"
#include "indexer/pipeline/index_notes.hpp"
#include "indexer/pipeline/unlinked_items.hpp"
#include "indexer/schema/stored_publisher.hpp"
#include "indexer/understanding/publisher_json.hpp"
#include "searcher/search/labels.hpp"
#include "tests/fuzz/expect.hpp"

namespace {

using bulletin::fuzz::expect;

// On disk, as the one in memory lists no notes; nothing of it is ever committed.
Xapian::WritableDatabase& database() {
  static const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("bulletin-fuzz-notes-" + std::to_string(getpid()));
  static Xapian::WritableDatabase made(folder.string(),
                                       Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC);
  static const struct Removal {
    ~Removal() {
      std::error_code ignored;
      std::filesystem::remove_all(folder, ignored);
    }
  } removal;
  return made;
}

template <typename Read>
void read_or_refuse(const Read& read) {
  try {
    read();
  } catch (const bulletin::Error& error) {
    expect(!std::string(error.what()).empty());
  }
}

void check_notes(const std::string& bytes) {
  Xapian::WritableDatabase& index = database();
  for (const char* const key :
       {"bulletin_set:a", "bulletin_file:/a", "bulletin_unlinked:0", "bulletin_publisher"}) {
    index.set_metadata(key, bytes);
  }
  read_or_refuse([&] { static_cast<void>(bulletin::read_corrections(index)); });
  read_or_refuse([&] { static_cast<void>(bulletin::read_fingerprint(index, "/a")); });
  read_or_refuse([&] { static_cast<void>(bulletin::read_unlinked(index)); });
  read_or_refuse([&] { static_cast<void>(bulletin::stored_publisher(index)); });
}

void check_corrections(const std::string& json) {
  read_or_refuse([&] {
    const bulletin::Correction read = bulletin::parse_correction(json);
    expect(bulletin::parse_correction(bulletin::correction_json(read)) == read);
  });
  read_or_refuse([&] {
    const bulletin::Correction read = bulletin::parse_exported_correction(json);
    expect(bulletin::parse_exported_correction(bulletin::correction_json(read)) == read);
    static_cast<void>(bulletin::correction_text(read));
  });
}

void check_files(const std::string& json) {
  read_or_refuse([&] {
    const bulletin::Publisher read = bulletin::parse_publisher(json, "fuzz");
    expect(bulletin::parse_publisher(bulletin::publisher_json(read), "fuzz") == read);
  });
  read_or_refuse([&] {
    const bulletin::Labels labels = bulletin::Labels::parse(json, "fuzz");
    expect(!labels.country("KZ").en.empty() && !labels.kind("visit").zh.empty());
  });
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer fixes this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(bulletin::fuzz::text_of(data, size));
  check_notes(bytes);
  check_corrections(bytes);
  check_files(bytes);
  return 0;
}
