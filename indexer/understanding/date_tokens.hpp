// Words of the date grammar: numbers, month names, marks and joints, read from folded text one at a
// time. Reading a token costs a bounded number of bytes, which is what keeps the grammar linear.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace bulletin {

/// What a token can do in a date.
enum class DateTokenKind : std::uint8_t {
  kEnd,           ///< End of the text, or a gap wider than any inside a date.
  kNumber,        ///< 24, 24th, 二十四, 二〇一九.
  kMonthName,     ///< december, dec.
  kOrdinalWord,   ///< twelfth, twenty-first.
  kWeekday,       ///< monday, 星期一.
  kTimeOfDay,     ///< 上午.
  kPeriod,        ///< 上旬: value 1, 2 or 3.
  kEra,           ///< 民国.
  kYearMark,      ///< 年.
  kMonthMark,     ///< 月, 月份.
  kDayMark,       ///< 日, 号.
  kTo,            ///< to, until, 至, 到.
  kDash,          ///< Any dash or tilde, up to three in a row.
  kAnd,           ///< and, &, 和, 、.
  kComma,         ///< Comma, full-width or not.
  kOf,            ///< of.
  kThe,           ///< the.
  kIn,            ///< in.
  kSlash,         ///< Slash.
  kDot,           ///< Full stop.
  kOpen,          ///< Opening round bracket.
  kClose,         ///< Closing round bracket.
  kStart,         ///< 起, 开始.
  kRelative,      ///< last (-1), this and same (0), next (1).
  kYearWord,      ///< year.
  kFunctionWord,  ///< at, on, for: words that cannot be counted.
  kWord,          ///< Any other Latin word.
  kOther          ///< Anything else.
};

/// One token; offsets are bytes of the folded text.
struct DateToken {
  DateTokenKind kind = DateTokenKind::kEnd;
  int value = 0;         ///< The number, the month, the day of an ordinal word.
  int digits = 0;        ///< Digits as written; 0 when not a number.
  bool ordinal = false;  ///< Written with st, nd, rd or th, or as a word.
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Reads the token behind at most a few spaces and one line break from byte `at` on.
///
/// `text` is folded. O(1): longer words and numbers come back cut, as `kWord` and `kOther`.
[[nodiscard]] DateToken read_date_token(std::string_view text, std::size_t at);

/// Place in a text with the token that stands there. Cheap to copy: a copy is a place to go back
/// to.
class DateCursor {
 public:
  DateCursor(std::string_view text, std::size_t at)
      : text_(text), behind_(at), token_(read_date_token(text, at)) {}

  [[nodiscard]] const DateToken& token() const { return token_; }
  [[nodiscard]] bool is(DateTokenKind kind) const { return token_.kind == kind; }

  /// Returns the end of the last token taken.
  [[nodiscard]] std::size_t behind() const { return behind_; }
  [[nodiscard]] std::string_view text() const { return text_; }

  void next() {
    behind_ = token_.end;
    token_ = read_date_token(text_, behind_);
  }

  /// Steps over the token when it is of `kind`, and tells whether it did.
  bool take(DateTokenKind kind) {
    if (token_.kind != kind) {
      return false;
    }
    next();
    return true;
  }

  /// Returns the token after the current one.
  [[nodiscard]] DateToken peek() const { return read_date_token(text_, token_.end); }

 private:
  std::string_view text_;
  std::size_t behind_;
  DateToken token_;
};

}  // namespace bulletin
