// Any bytes are a file: whatever they turn out to be, each thing in it is an item or a problem.

#include "indexer/ingest/format.hpp"
#include "indexer/ingest/item_fields.hpp"
#include "indexer/ingest/read_bytes.hpp"
#include "tests/fuzz/expect.hpp"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer fixes this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using bulletin::fuzz::expect;
  const std::string_view bytes = bulletin::fuzz::text_of(data, size);
  if (bulletin::detect_format(bytes, "fuzz") == bulletin::Format::kPdf) {
    return 0;  // Another program reads it.
  }
  const bulletin::ItemSink sink{
      .on_item =
          [](const bulletin::RawItem& item) {
            expect(!item.title.empty() || !item.text.empty());
            expect(bulletin::check_plain_text(item.title).empty());
            expect(bulletin::check_plain_text(item.text).empty());
          },
      .on_problem =
          [](const bulletin::Problem& problem) {
            expect(!problem.message.empty() && !problem.origin.path.empty());
          },
      .on_file = [](const bulletin::FileRead& file) { expect(!file.format.empty()); }};
  bulletin::ByteStream stream = bulletin::ByteStream::of(bytes);
  bulletin::read_bytes(stream, {.path = "fuzz"}, {.with_documents = true}, sink);
  return 0;
}
