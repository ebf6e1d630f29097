// Any bytes are JSON Lines: each line is an item or a problem, and each item can be understood,
// stored and read back.

#include <nlohmann/json.hpp>

#include "indexer/ingest/json_items.hpp"
#include "indexer/pipeline/document_builder.hpp"
#include "indexer/pipeline/make_bulletin.hpp"
#include "tests/fuzz/expect.hpp"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer fixes this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using bulletin::fuzz::expect;
  static const bulletin::DocumentBuilder builder;
  bulletin::ByteStream lines = bulletin::ByteStream::of(bulletin::fuzz::text_of(data, size));
  const auto take = [](const bulletin::RawItem& item) {
    const bulletin::Bulletin made = bulletin::make_bulletin(item);
    expect(!made.id.empty());
    expect(bulletin::decode_bulletin(bulletin::encode_bulletin(made)) == made);
    expect(!bulletin::to_json(made).dump().empty());
    expect(builder.build(made).termlist_count() >= 4);  // Id, language, country, year.
  };
  bulletin::read_json_lines(lines, "fuzz",
                            {.on_item = take, .on_problem = [](const bulletin::Problem& problem) {
                               expect(!problem.message.empty() && problem.origin.line > 0);
                             }});
  return 0;
}
