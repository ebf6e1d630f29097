#include "indexer/analysis/word_cutter.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <unicode/brkiter.h>
#include <unicode/rbbi.h>
#include <unicode/uversion.h>

namespace bulletin {
namespace {

constexpr std::string_view kMixed =
    "The U.S. envoy's 1,200 words: 5G手机 中国人民银行，カナ ไทย 한국어 x@y";

std::vector<std::uint8_t> compiled(icu::RuleBasedBreakIterator& rules) {
  std::uint32_t length = 0;
  const std::uint8_t* bytes = rules.getBinaryRules(length);
  return {bytes, bytes + length};
}

std::vector<std::uint8_t> word_rules() {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale("zh"), status));
  auto* rules = dynamic_cast<icu::RuleBasedBreakIterator*>(words.get());
  REQUIRE(rules != nullptr);
  return compiled(*rules);
}

// Rules of the same layout by which letters are words and nothing else is.
std::vector<std::uint8_t> other_rules() {
  UErrorCode status = U_ZERO_ERROR;
  UParseError error;
  icu::RuleBasedBreakIterator rules("[a-zA-Z]+ {200}; .;", error, status);
  REQUIRE(U_SUCCESS(status));
  return compiled(rules);
}

std::vector<TextPiece> by_icu(std::string_view text) {
  WordCutter cutter(std::nullopt);
  REQUIRE(!cutter.uses_tables());
  return cutter.cut(text);
}

}  // namespace

TEST_CASE("words: the rules of the word iterator are read and trusted") {
  WordCutter cutter(BreakRules::read(word_rules()));
  CHECK(cutter.uses_tables());
  CHECK(cutter.cut(kMixed) == by_icu(kMixed));
}

TEST_CASE("words: ICU 72 is known and not asked; what is known of it is what it says") {
  UVersionInfo version;
  u_getVersion(version);
  if (version[0] == 72) {
    CHECK(WordCutter::is_icu_known());
  }
  CHECK(WordCutter().uses_tables());
  CHECK(WordCutter().cut(kMixed) == by_icu(kMixed));
}

TEST_CASE("words: tables that cut otherwise are found out, and ICU cuts") {
  CHECK(BreakRules::read(other_rules()));
  WordCutter cutter(BreakRules::read(other_rules()));
  CHECK(!cutter.uses_tables());
  CHECK(cutter.cut(kMixed) == by_icu(kMixed));
}

TEST_CASE("words: rules of another layout are not read") {
  const auto changed = [](std::size_t at, std::uint8_t value) {
    std::vector<std::uint8_t> bytes = word_rules();
    bytes.at(at) = value;
    return bytes;
  };
  constexpr std::size_t kStatesOffset = 80;
  CHECK(!BreakRules::read({}));
  CHECK(!BreakRules::read(changed(0, 1)));    // Magic number.
  CHECK(!BreakRules::read(changed(4, 7)));    // Format version.
  CHECK(!BreakRules::read(changed(12, 99)));  // Number of categories.
  CHECK(!BreakRules::read(changed(16, 0xFF)));
  CHECK(!BreakRules::read(changed(kStatesOffset + 16, 7)));  // Flags.
  std::vector<std::uint8_t> cut_short = word_rules();
  cut_short.resize(cut_short.size() / 8);
  CHECK(!BreakRules::read(cut_short));
}

TEST_CASE("words: no text has no pieces, and buffers are reused from call to call") {
  WordCutter cutter;
  CHECK(cutter.cut("").empty());
  const std::vector<TextPiece> first = cutter.cut(kMixed);
  CHECK(cutter.cut("a b").size() == 3);
  CHECK(cutter.cut(kMixed) == first);
}

}  // namespace bulletin
