// Any bytes can be decoded, whatever they declare, and what comes out can be cleaned.

#include "indexer/ingest/charset.hpp"
#include "indexer/ingest/format.hpp"
#include "indexer/ingest/item_fields.hpp"
#include "indexer/ingest/scrape_noise.hpp"
#include "tests/fuzz/expect.hpp"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer fixes this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using bulletin::fuzz::expect;
  const std::string_view bytes = bulletin::fuzz::text_of(data, size);
  const std::string declared = bulletin::declared_charset(bytes);
  for (const std::string_view name : {std::string_view(), std::string_view(declared)}) {
    const bulletin::Decoded decoded = bulletin::decode_text(bytes, name);
    expect(!decoded.encoding.empty());
    if (decoded.encoding != "UTF-8") {
      const std::string problem = bulletin::check_plain_text(decoded.text);
      expect(problem.empty() || decoded.text.find('\0') != std::string::npos);
    }
    if (bulletin::check_plain_text(decoded.text).empty()) {
      const std::string clean = bulletin::without_inserted_pinyin(decoded.text);
      expect(clean.size() <= decoded.text.size());
      expect(bulletin::check_plain_text(clean).empty());
    }
  }
  expect(!bulletin::format_name(bulletin::detect_format(bytes, "fuzz.md")).empty());
  return 0;
}
