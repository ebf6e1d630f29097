// Any bytes are a text file: a listing page, Markdown and front matter; every item can be
// understood.

#include <nlohmann/json.hpp>

#include "indexer/ingest/text_formats.hpp"
#include "indexer/pipeline/make_bulletin.hpp"
#include "tests/fuzz/expect.hpp"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer fixes this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using bulletin::fuzz::expect;
  const std::string_view text = bulletin::fuzz::text_of(data, size);
  const bulletin::ItemSink sink{
      .on_item =
          [](const bulletin::RawItem& item) {
            expect(item.origin.line > 0);
            expect(!item.title.empty() || !item.text.empty());
            const bulletin::Bulletin made = bulletin::make_bulletin(item);
            expect(!bulletin::to_json(made).dump().empty());
            expect(!bulletin::headline(made).empty());
          },
      .on_problem = [](const bulletin::Problem& problem) { expect(!problem.message.empty()); }};
  bulletin::read_listing(text, "fuzz", sink);
  bulletin::read_markdown(text, "fuzz", sink);
  if (bulletin::has_front_matter(text)) {
    bulletin::read_front_matter(text, "fuzz", sink);
  }
  return 0;
}
