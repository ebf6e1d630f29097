// Any bytes are a feed, and a sitemap.

#include "indexer/ingest/feed.hpp"
#include "indexer/ingest/item_fields.hpp"
#include "tests/fuzz/expect.hpp"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer fixes this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using bulletin::fuzz::expect;
  const std::string_view xml = bulletin::fuzz::text_of(data, size);
  const bulletin::ItemSink sink{
      .on_item =
          [](const bulletin::RawItem& item) {
            expect(item.origin.line > 0);
            expect(!item.title.empty() || !item.text.empty());
            expect(bulletin::check_plain_text(item.id).empty());
            expect(bulletin::check_plain_text(item.title).empty());
            expect(bulletin::check_plain_text(item.text).empty());
          },
      .on_problem = [](const bulletin::Problem& problem) { expect(!problem.message.empty()); }};
  bulletin::read_feed(xml, {.path = "fuzz"}, sink);
  bulletin::read_sitemap(xml, {.path = "fuzz"}, sink);
  return 0;
}
