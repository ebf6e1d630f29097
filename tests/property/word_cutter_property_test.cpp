// Word borders: the same pieces with the same status as ICU's, whatever the text.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include "indexer/analysis/folded_text.hpp"
#include "indexer/analysis/utf8.hpp"
#include "indexer/analysis/word_cutter.hpp"
#include "tests/property/texts.hpp"

namespace bulletin::test {
namespace {

// ICU's own iterator, opened and driven here: nothing of what is tested takes part. It has met
// Chinese, because it cuts marks of no script ("ー国") by whether it has.
class IcuWords {
 public:
  IcuWords() {
    UErrorCode status = U_ZERO_ERROR;
    words_.reset(icu::BreakIterator::createWordInstance(icu::Locale("zh"), status));
    REQUIRE(U_SUCCESS(status));
    static_cast<void>(cut("中"));
  }

  [[nodiscard]] std::vector<TextPiece> cut(const std::string& text) const {
    UErrorCode status = U_ZERO_ERROR;
    UText utext = UTEXT_INITIALIZER;
    utext_openUTF8(&utext, text.data(), static_cast<std::int64_t>(text.size()), &status);
    words_->setText(&utext, status);
    REQUIRE(U_SUCCESS(status));
    std::vector<TextPiece> pieces;
    words_->first();
    for (auto end = words_->next(); end != icu::BreakIterator::DONE; end = words_->next()) {
      pieces.push_back({static_cast<std::uint32_t>(end), words_->getRuleStatus()});
    }
    utext_close(&utext);
    return pieces;
  }

 private:
  std::unique_ptr<icu::BreakIterator> words_;
};

// Characters that the rules look at: each script and class some, and what joins or parts them.
const std::vector<std::string> kRulePieces = {"a",
                                              "Zz",
                                              "\u00E9",
                                              "e\u0301",
                                              "'",
                                              "\u2019",
                                              ".",
                                              ":",
                                              "\u00B7",
                                              ",",
                                              ";",
                                              "_",
                                              "@",
                                              "1",
                                              "42",
                                              "\u0663",
                                              "\u05D0",
                                              "\"",
                                              "\u05D1",
                                              "\u0645",
                                              "\u041F",
                                              "\uAC00",
                                              "\u200D",
                                              "\u200C",
                                              "\u00AD",
                                              "\uFE0F",
                                              "\u20E3",
                                              "\u0308",
                                              "\U0001F469",
                                              "\u2764",
                                              "\U0001F3FD",
                                              "\u263A",
                                              "\r",
                                              "\n",
                                              "\u2028",
                                              "\u0085",
                                              " ",
                                              "\u3000",
                                              "\u00A0",
                                              "\u2003",
                                              "\U0001F1E9",
                                              "\U0001F1EB",
                                              "\u30A2",
                                              "\u30FC",
                                              "\u3042",
                                              "\uFF71",
                                              "\uFF70",
                                              "\uFF9E",
                                              "\u3031",
                                              "\u3099",
                                              "\u309B",
                                              "\u0E44",
                                              "\u0E17\u0E22",
                                              "\u1780",
                                              "\u1000",
                                              "\u0EA5\u0EB2",
                                              "中",
                                              "国",
                                              "人民",
                                              "银行",
                                              "々",
                                              "〇",
                                              "\u3400",
                                              "\U00020000",
                                              "\uF900",
                                              "\u2E80",
                                              "-",
                                              "\u2014",
                                              "$",
                                              "\u0E33",
                                              "\u1160",
                                              "\u0378",
                                              "\uE000",
                                              "\U000E0061"};

rc::Gen<std::string> rule_text() {
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kRulePieces)),
                      [](const std::vector<std::string>& pieces) {
                        std::string text;
                        for (const std::string& piece : pieces) {
                          text += piece;
                        }
                        return text;
                      });
}

// Any code points of all planes, and runs of Chinese characters picked at random.
rc::Gen<std::string> random_characters() {
  const auto character = rc::gen::oneOf(
      rc::gen::inRange<std::uint32_t>(1, 0xD800), rc::gen::inRange<std::uint32_t>(0xE000, 0x110000),
      rc::gen::inRange<std::uint32_t>(0x4E00, 0xA000), rc::gen::inRange<std::uint32_t>(0x20, 0x180),
      rc::gen::inRange<std::uint32_t>(0x3000, 0x3100));
  return rc::gen::map(rc::gen::container<std::vector<std::uint32_t>>(character),
                      [](const std::vector<std::uint32_t>& characters) {
                        return utf8_of(std::u32string(characters.begin(), characters.end()));
                      });
}

// Files in the order of their names, each whole, until `budget` bytes are read.
std::vector<std::string> texts_below(const std::filesystem::path& folder, std::size_t budget) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  const auto options = std::filesystem::directory_options::skip_permission_denied;
  for (std::filesystem::recursive_directory_iterator at(folder, options, error), end;
       !error && at != end; at.increment(error)) {
    if (at->is_regular_file(error) && at->path().extension() != ".gz" &&
        at->file_size(error) < (std::size_t{1} << 22U)) {
      files.push_back(at->path());
    }
  }
  std::ranges::sort(files);
  std::vector<std::string> texts;
  for (const auto& file : files) {
    std::ifstream in(file, std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    if (texts.back().size() >= budget) {
      break;
    }
    budget -= texts.back().size();
  }
  return texts;
}

}  // namespace

TEST_CASE("the tables of this ICU are used") {
  CHECK(WordCutter().uses_tables());
}

TEST_CASE("property: texts of every rule are cut as ICU cuts them") {
  const IcuWords icu;
  WordCutter cutter;
  CHECK(rc::check([&] {
    const std::string text = well_formed(*rc::gen::oneOf(rule_text(), any_text()));
    RC_ASSERT(cutter.cut(text) == icu.cut(text));
  }));
}

TEST_CASE("property: what was cut before changes no piece") {
  CHECK(rc::check([] {
    const std::string before = well_formed(*rc::gen::oneOf(rule_text(), any_text()));
    const std::string text = *rule_text();
    WordCutter used;
    static_cast<void>(used.cut(before));
    WordCutter fresh;
    RC_ASSERT(used.cut(text) == fresh.cut(text));
    RC_ASSERT(used.cut_by_icu(text) == fresh.cut_by_icu(text));
  }));
}

TEST_CASE("a long sound is cut off Chinese, whether or not Chinese was met before") {
  WordCutter cutter;
  CHECK(cutter.cut("゛").size() == 1);
  CHECK(cutter.cut("ー国").size() == 2);
  CHECK(WordCutter().cut("ー国").size() == 2);
  CHECK(WordCutter().cut_by_icu("ー国").size() == 2);
}

TEST_CASE("property: characters of all planes are cut as ICU cuts them") {
  const IcuWords icu;
  WordCutter cutter;
  CHECK(rc::check([&] {
    const std::string text = *random_characters();
    RC_ASSERT(cutter.cut(text) == icu.cut(text));
  }));
}

TEST_CASE("every character between two letters and two Chinese is cut as ICU cuts it") {
  const IcuWords icu;
  WordCutter cutter;
  std::string text;
  for (char32_t c = 1; c <= 0x10FFFF; ++c) {
    if (c == 0xD800) {
      c = 0xE000;  // Surrogates are no characters.
    }
    text += "x" + utf8_of(std::u32string{c}) + "x 中" + utf8_of(std::u32string{c}) + "国\n";
    if (text.size() > 4000 || c == 0x10FFFF) {
      CHECK(cutter.cut(text) == icu.cut(text));
      text.clear();
    }
  }
}

TEST_CASE("all texts at hand are cut as ICU cuts them, as they are and folded") {
  const IcuWords icu;
  WordCutter cutter;
  constexpr std::size_t kBudget = std::size_t{2} << 20U;
  for (const char* folder :
       {BULLETIN_CORPUS_DIR, BULLETIN_SHARED_DIR, "/usr/share/doc", "/usr/share/man"}) {
    for (const std::string& bytes : texts_below(folder, kBudget)) {
      const std::string text = well_formed(bytes);
      CHECK(cutter.cut(text) == icu.cut(text));
      const std::string folded = FoldedText::fold(bytes).text();
      CHECK(cutter.cut(folded) == icu.cut(folded));
    }
  }
}

}  // namespace bulletin::test
