// Any bytes fold and cut into tokens that lie inside them.

#include "indexer/analysis/analyzer.hpp"
#include "tests/fuzz/expect.hpp"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer fixes this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using bulletin::fuzz::expect;
  static const bulletin::Analyzer analyzer;
  const auto folded = bulletin::FoldedText::fold(bulletin::fuzz::text_of(data, size));
  std::uint32_t position = 0;
  for (const bulletin::Token& token : analyzer.analyze(folded)) {
    expect(token.begin_byte < token.end_byte && token.end_byte <= size);
    expect(!token.term.empty() && token.term.size() <= bulletin::kMaxTermBytes);
    if (token.kind != bulletin::TokenKind::kHanWord) {
      expect(token.position == ++position);
    }
  }
  return 0;
}
