// Random texts for property tests: arbitrary bytes, and pieces chosen to hurt.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <rapidcheck.h>
#include <unicode/utf8.h>

namespace bulletin::test {

/// Pieces that meet in real archives, each with some trap.
inline const std::vector<std::string> kHardPieces = {"a",
                                                     "University",
                                                     "U.S.",
                                                     "P.R.C",
                                                     "l'été",
                                                     "Mother’s",
                                                     "'s",
                                                     "1,200",
                                                     "3.5%",
                                                     "COVID-19",
                                                     "ﬁ",
                                                     "ß",
                                                     "İ",
                                                     "ŁÓDŹ",
                                                     "ﬃ",
                                                     "ＧＤＰ",
                                                     "２０１９",
                                                     "北京",
                                                     "哈薩克",
                                                     "訪問",
                                                     "図書館",
                                                     "々",
                                                     "〇",
                                                     "𠀀",
                                                     "豈",
                                                     "ｶﾞｷﾞ",
                                                     "グラフ",
                                                     "한국어",
                                                     "Привет",
                                                     "й",
                                                     "ة",
                                                     "ไทย",
                                                     "\u0301",
                                                     "\u200B",
                                                     "\u00AD",
                                                     "\uFEFF",
                                                     "\u3000",
                                                     "\U0001F600",
                                                     "\u2028",
                                                     "①",
                                                     "㎏",
                                                     "㋿",
                                                     "Ａ\u0301",
                                                     "¨",
                                                     " ",
                                                     " ",
                                                     "\n",
                                                     ".",
                                                     ",",
                                                     "-",
                                                     "，",
                                                     "。",
                                                     "“",
                                                     "”",
                                                     "（",
                                                     "）",
                                                     "\"",
                                                     "(",
                                                     ")",
                                                     "+",
                                                     "*",
                                                     ":",
                                                     "country:",
                                                     "date:",
                                                     "OR",
                                                     "AND",
                                                     "NOT ",
                                                     "the",
                                                     "to be",
                                                     "2019-12",
                                                     "12月",
                                                     "\xFF",
                                                     "\xC3",
                                                     "\xE5\x8C",
                                                     "\xED\xA0\x80",
                                                     "\xF4\x90\x80\x80",
                                                     "\xC0\x80",
                                                     std::string(1, '\0'),
                                                     std::string(300, 'x'),
                                                     "www.example.org",
                                                     "5G手机",
                                                     "刚果（金）"};

/// Generates texts of hard pieces.
inline rc::Gen<std::string> hard_text() {
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kHardPieces)),
                      [](const std::vector<std::string>& pieces) {
                        std::string text;
                        for (const std::string& piece : pieces) {
                          text += piece;
                        }
                        return text;
                      });
}

/// Generates any bytes: half of them arbitrary and mostly ill-formed, half hard.
inline rc::Gen<std::string> any_text() {
  return rc::gen::oneOf(rc::gen::arbitrary<std::string>(), hard_text());
}

/// Tells for each byte of `text`, and its end, whether a character begins there. Ill-formed bytes
/// are cut as ICU cuts them.
inline std::vector<bool> character_borders(std::string_view text) {
  std::vector<bool> borders(text.size() + 1, false);
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    borders[static_cast<std::size_t>(at)] = true;
    U8_FWD_1(text.data(), at, size);  // NOLINT(bugprone-inc-dec-in-conditions): in the macro.
  }
  borders[text.size()] = true;
  return borders;
}

/// Tells whether `text` is well-formed UTF-8.
inline bool is_well_formed(std::string_view text) {
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 c = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // ICU's macro narrows inside.
    U8_NEXT(text.data(), at, size, c);  // NOLINT(bugprone-inc-dec-in-conditions): in the macro.
#pragma GCC diagnostic pop
    if (c < 0) {
      return false;
    }
  }
  return true;
}

/// Makes any bytes well-formed: what is not becomes a question mark.
inline std::string well_formed(std::string_view text) {
  std::string plain;
  const std::vector<bool> borders = character_borders(text);
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin + 1;
    while (!borders[end]) {
      ++end;
    }
    const std::string_view character = text.substr(begin, end - begin);
    plain += is_well_formed(character) ? character : "?";
    begin = end;
  }
  return plain;
}

}  // namespace bulletin::test
