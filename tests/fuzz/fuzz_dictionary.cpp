// Any bytes are the file of a dictionary: it is refused, or every word asked for is answered from
// inside it.

#include <algorithm>
#include <cstring>
#include <string>

#include <sys/mman.h>
#include <unistd.h>

#include "indexer/analysis/analyzer.hpp"
#include "searcher/query/dictionary.hpp"
#include "searcher/query/dictionary_format.hpp"
#include "tests/fuzz/expect.hpp"

namespace {

using bulletin::fuzz::expect;

// A file in memory for the time of one input.
class File {
 public:
  explicit File(std::string_view bytes) : descriptor_(memfd_create("dictionary", MFD_CLOEXEC)) {
    expect(write(descriptor_, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
  }
  ~File() { close(descriptor_); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

 private:
  int descriptor_;
};

// A file whose header is right: the first two bytes are its numbers of rows and of bytes of the
// source, then come offsets, source and rows.
std::string with_header(std::string_view bytes) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  bulletin::DictionaryHeader header{.rows = at(0), .source_bytes = at(1)};
  bytes.remove_prefix(2);
  const std::size_t offset_bytes = (std::size_t{header.rows} + 1) * sizeof(std::uint32_t);
  if (bytes.size() < offset_bytes + header.source_bytes) {
    return {};
  }
  const std::string analyzer = bulletin::analyzer_id();
  std::ranges::copy(bulletin::kDictionaryMagic, header.magic.begin());
  header.analyzer_bytes = static_cast<std::uint32_t>(analyzer.size());
  header.row_bytes = static_cast<std::uint32_t>(bytes.size() - offset_bytes - header.source_bytes);
  std::string file(sizeof(header), '\0');
  std::memcpy(file.data(), &header, sizeof(header));
  return file.append(bytes.substr(0, offset_bytes))
      .append(analyzer)
      .append(bytes.substr(offset_bytes));
}

void check(std::string_view bytes) {
  const File file(bytes);
  const auto dictionary = bulletin::Dictionary::open(file.path());
  if (!dictionary) {
    return;
  }
  expect(dictionary->source().size() <= bytes.size() && dictionary->rows() <= bytes.size());
  for (const std::string_view beginning : {"", "a", "学", "\xFF"}) {
    const auto keys = dictionary->keys_beginning(beginning);
    expect(keys.size() <= dictionary->rows());
    for (const std::string_view key : keys) {
      expect(key.starts_with(beginning));
      for (const bulletin::DictionaryEntry& entry : dictionary->find(key)) {
        expect(entry.text.size() <= bytes.size());
      }
    }
  }
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer fixes this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = bulletin::fuzz::text_of(data, size);
  check(bytes);
  if (size > 2) {
    check(with_header(bytes));
  }
  return 0;
}
