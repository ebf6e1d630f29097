// Any bytes from a damaged index: a bulletin that can be used, or an Error.

#include "indexer/base/error.hpp"
#include "indexer/schema/bulletin.hpp"
#include "tests/fuzz/expect.hpp"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer fixes this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using bulletin::fuzz::expect;
  const std::string stored(bulletin::fuzz::text_of(data, size));
  try {
    const bulletin::Bulletin item = bulletin::decode_bulletin(stored);
    for (const bulletin::DateMention& mention : item.dates) {
      expect(!bulletin::precision_name(mention.span.precision).empty());
    }
    expect(bulletin::encode_bulletin(item) == stored);  // There is no other way to write it.
    const bulletin::StoredFront front = bulletin::decode_front(stored);
    expect(front.id == item.id && front.title == item.title && front.text == item.text);
    expect(bulletin::decode_headline(stored) == bulletin::headline(item));
  } catch (const bulletin::Error& error) {
    expect(error.code() == bulletin::ErrorCode::kInternal);
  }
  return 0;
}
