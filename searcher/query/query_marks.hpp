// The marks of the query language, each with the forms that a Chinese keyboard types.

#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace bulletin::mark {

inline constexpr std::array<std::string_view, 3> kSpaces{" ", "\t", "\u3000"};
inline constexpr std::array<std::string_view, 2> kLineEnds{"\n", "\r"};
inline constexpr std::array<std::string_view, 2> kOpenBrackets{"(", "（"};
inline constexpr std::array<std::string_view, 2> kCloseBrackets{")", "）"};
inline constexpr std::array<std::string_view, 4> kMinuses{"-", "－", "−", "–"};
inline constexpr std::array<std::string_view, 2> kPluses{"+", "＋"};
inline constexpr std::array<std::string_view, 2> kColons{":", "："};
inline constexpr std::array<std::string_view, 3> kListMarks{"，", "、", "；"};
inline constexpr std::array<std::string_view, 2> kStars{"*", "＊"};
inline constexpr std::array<std::string_view, 3> kTildes{"~", "～", "〜"};
inline constexpr char kEscape = '\\';

/// Opening and closing quotes that belong together.
inline constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kQuotes{
    {{"\"", "\""}, {"“", "”"}, {"”", "”"}, {"＂", "＂"}, {"「", "」"}, {"『", "』"}}};

/// What stands before a colon, with the field it names.
inline constexpr std::array<std::pair<std::string_view, std::string_view>, 16> kFieldNames{
    {{"country", "country"},
     {"国家", "country"},
     {"地区", "country"},
     {"date", "date"},
     {"日期", "date"},
     {"lang", "lang"},
     {"语言", "lang"},
     {"kind", "kind"},
     {"类别", "kind"},
     {"region", "region"},
     {"区域", "region"},
     {"title", "title"},
     {"标题", "title"},
     {"source", "source"},
     {"来源", "source"},
     {"id", "id"}}};

/// Returns the bytes of the mark that `text` begins with; 0 for none of `forms`.
template <std::size_t N>
[[nodiscard]] constexpr std::size_t length_of(std::string_view text,
                                              const std::array<std::string_view, N>& forms) {
  for (const std::string_view form : forms) {
    if (text.starts_with(form)) {
      return form.size();
    }
  }
  return 0;
}

[[nodiscard]] constexpr std::size_t space_length(std::string_view text) {
  const std::size_t space = length_of(text, kSpaces);
  return space != 0 ? space : length_of(text, kLineEnds);
}

[[nodiscard]] constexpr bool starts_bracket(std::string_view text) {
  return length_of(text, kOpenBrackets) != 0 || length_of(text, kCloseBrackets) != 0;
}

[[nodiscard]] constexpr bool starts_quote(std::string_view text) {
  for (const auto& [open, close] : kQuotes) {
    if (text.starts_with(open)) {
      return true;
    }
  }
  return false;
}

}  // namespace bulletin::mark
