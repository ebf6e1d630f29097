#include "indexer/analysis/folded_text.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include "indexer/analysis/utf8.hpp"
#include "indexer/base/error.hpp"

namespace bulletin {
namespace {

struct SimplifiedPair {
  char16_t from, to;
};
constexpr SimplifiedPair kSimplified[] = {
#include "indexer/analysis/simplified_table.inc"
};

// Letters whose mark is part of the letter, so that no decomposition takes it off.
constexpr std::pair<char16_t, char16_t> kStrokeLetters[] = {
    {u'đ', u'd'}, {u'ħ', u'h'}, {u'ı', u'i'}, {u'ł', u'l'}, {u'ø', u'o'}, {u'ŧ', u't'}};

constexpr UChar32 kFirstHan = 0x3400;
constexpr UChar32 kLastHan = 0x9FFF;

// What each character of the main Han blocks becomes, itself for most: one look instead of a
// search.
constexpr auto kSimplifiedHan = [] {
  std::array<char16_t, kLastHan - kFirstHan + 1> table{};
  for (std::size_t i = 0; i < table.size(); ++i) {
    table[i] = static_cast<char16_t>(kFirstHan + static_cast<UChar32>(i));
  }
  for (const SimplifiedPair& pair : kSimplified) {
    table.at(pair.from - static_cast<std::size_t>(kFirstHan)) = pair.to;
  }
  return table;
}();

UChar32 simplify(UChar32 c) {
  const bool is_listed = c >= kFirstHan && c <= kLastHan;
  return is_listed ? kSimplifiedHan[static_cast<std::size_t>(c - kFirstHan)] : c;
}

constexpr std::size_t kHanBytes = 3;

// Tells whether a byte begins a character of U+4000 to U+9FFF.
constexpr bool leads_han(unsigned lead) {
  return lead >= 0xE4 && lead <= 0xE9;
}

// What case folding and NFKC make of the characters that most Chinese text consists of, when they
// stand apart from what follows; negative for all others, which ICU has to fold.
UChar32 fold_common(UChar32 c) {
  if ((c >= kFirstHan && c <= kLastHan) || (c >= 0x3001 && c <= 0x3020)) {
    return simplify(c);
  }
  if (c >= 0xFF01 && c <= 0xFF5E) {  // Full-width ASCII.
    const UChar32 half = c - 0xFEE0;
    return half >= 'A' && half <= 'Z' ? half + ('a' - 'A') : half;
  }
  const bool is_quote_or_dash = c == 0xB7 || c == 0x2013 || c == 0x2014 || c == 0x2018 ||
                                c == 0x2019 || c == 0x201C || c == 0x201D;
  return is_quote_or_dash ? c : -1;
}

// Latin blocks up to Extended-B and Extended Additional: the letters that lose their marks.
bool is_latin(UChar32 c) {
  return c <= 0x24F || (c >= 0x1E00 && c <= 0x1EFF);
}

UChar32 without_stroke(UChar32 c) {
  for (const auto& [letter, plain] : kStrokeLetters) {
    if (letter == c) {
      return plain;
    }
  }
  return c;
}

const icu::Normalizer2& open_form(const icu::Normalizer2* (*open)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = open(status);
  if (U_FAILURE(status)) {
    throw Error(ErrorCode::kResourceMissing,
                std::string("cannot open ICU normalization data: ") + u_errorName(status));
  }
  return *form;
}

const icu::Normalizer2* open_decomposition(UErrorCode& status) {
  return icu::Normalizer2::getNFDInstance(status);
}

const icu::Normalizer2* open_casefold(UErrorCode& status) {
  return icu::Normalizer2::getNFKCCasefoldInstance(status);
}

}  // namespace

// Builds one FoldedText; a class only because its steps share the place reached.
class Folder {
 public:
  explicit Folder(std::string_view source)
      : source_(source),
        casefold_(open_form(open_casefold)),
        decompose_(open_form(open_decomposition)) {
    result_.text_.reserve(source.size());
  }

  FoldedText run() {
    while (at_ < source_.size()) {
      if (const std::size_t end = ascii_end(); end > at_) {
        fold_ascii(end);
      } else if (const std::size_t behind = han_end(); behind > at_) {
        fold_han(behind);
      } else if (!fold_common_character()) {
        fold_segment();
      }
    }
    return std::move(result_);
  }

 private:
  [[nodiscard]] bool is_ascii(std::size_t at) const {
    return static_cast<unsigned char>(source_[at]) < 0x80;
  }

  // Returns the end of the ASCII from `at_` on, but for its last letter if more text follows: that
  // one goes the long way, because a combining mark may stand behind it.
  [[nodiscard]] std::size_t ascii_end() const {
    std::size_t end = at_;
    while (end < source_.size() && is_ascii(end)) {
      ++end;
    }
    return end == source_.size() || end == at_ ? end : end - 1;
  }

  void fold_ascii(std::size_t end) {
    const std::size_t begin = result_.text_.size();
    result_.text_.append(source_.substr(at_, end - at_));
    for (char& c : std::span(result_.text_).subspan(begin)) {
      c = static_cast<char>(c + (c >= 'A' && c <= 'Z' ? 'a' - 'A' : 0));
    }
    at_ = end;
  }

  // Tells whether a character of U+4000 to U+9FFF is at `at`, by its bytes.
  [[nodiscard]] bool is_han(std::size_t at) const {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(source_[i]); };
    return at + kHanBytes <= source_.size() && leads_han(byte(at)) &&
           (byte(at + 1) & 0xC0U) == 0x80 && (byte(at + 2) & 0xC0U) == 0x80;
  }

  // Returns the end of the Chinese characters from `at_` on that normalization leaves alone.
  [[nodiscard]] std::size_t han_end() const {
    std::size_t end = at_;
    while (is_han(end)) {
      end += kHanBytes;
    }
    return end == at_ || can_cut(end) ? end : end - kHanBytes;
  }

  // Simplifies in place: both forms have three bytes.
  void fold_han(std::size_t end) {
    std::string& text = result_.text_;
    std::size_t at = text.size();
    text.append(source_.substr(at_, end - at_));
    while (at < text.size()) {
      const std::size_t begin = at;
      const auto c = static_cast<UChar32>(next_code_point(text, at));
      if (const UChar32 simple = simplify(c); simple != c) {
        auto index = static_cast<std::int32_t>(begin);
        U8_APPEND_UNSAFE(text.data(), index, simple);
      }
    }
    at_ = end;
  }

  // Decodes one code point at `at` and steps behind it; negative when ill-formed.
  [[nodiscard]] UChar32 decode(std::size_t& at) const {
    auto index = static_cast<std::int32_t>(at);
    UChar32 c = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // ICU's macro narrows inside.
    // NOLINTNEXTLINE(bugprone-inc-dec-in-conditions): in the macro.
    U8_NEXT(source_.data(), index, static_cast<std::int32_t>(source_.size()), c);
#pragma GCC diagnostic pop
    at = static_cast<std::size_t>(index);
    return c;
  }

  // Tells whether normalization can be cut at `at`; sure of it without ICU before most characters.
  [[nodiscard]] bool can_cut(std::size_t at) const {
    const auto lead = at < source_.size() ? static_cast<unsigned char>(source_[at]) : 0U;
    if (lead < 0x80 || leads_han(lead)) {
      return true;
    }
    const UChar32 c = decode(at);
    return c < 0 || fold_common(c) >= 0 || casefold_.hasBoundaryBefore(c);
  }

  // Folds one character without ICU; false when that cannot be done.
  bool fold_common_character() {
    std::size_t next = at_;
    const UChar32 folded = fold_common(decode(next));
    if (folded < 0 || !can_cut(next)) {
      return false;
    }
    const std::size_t folded_begin = result_.text_.size();
    const std::size_t begin = std::exchange(at_, next);
    append_utf8(folded);
    if (result_.text_.size() - folded_begin != next - begin) {
      add_edit(folded_begin, begin);
    }
    return true;
  }

  // Folds from `at_` to the next place where normalization can be cut.
  void fold_segment() {
    const std::size_t begin = at_;
    const UChar32 decoded = decode(at_);
    const UChar32 first = decoded < 0 ? UChar32{' '} : decoded;  // Ill-formed: a space.
    icu::UnicodeString segment(first);
    bool alone = true;
    while (at_ < source_.size()) {
      std::size_t ahead = at_;
      const UChar32 c = decode(ahead);
      if (c < 0 || casefold_.hasBoundaryBefore(c)) {
        break;
      }
      segment.append(c);
      alone = false;
      at_ = ahead;
    }
    const bool unchanged = alone && first >= kFirstHan && casefold_.isInert(first);
    append(begin, unchanged ? segment : normalized(segment));
  }

  [[nodiscard]] icu::UnicodeString normalized(const icu::UnicodeString& segment) const {
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString folded = casefold_.normalize(segment, status);
    return U_FAILURE(status) ? segment : without_accents(folded);
  }

  // Only Latin loses its marks: in other scripts they make other letters (й is not и).
  [[nodiscard]] icu::UnicodeString without_accents(const icu::UnicodeString& text) const {
    icu::UnicodeString bare;
    bool behind_latin = false;
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
      const UChar32 c = text.char32At(i);
      const bool is_mark = u_charType(c) == U_NON_SPACING_MARK;
      if (is_mark && behind_latin) {
        continue;
      }
      behind_latin = is_latin(c);
      icu::UnicodeString parts;
      if (behind_latin && decompose_.getDecomposition(c, parts)) {
        bare.append(without_stroke(parts.char32At(0)));
      } else {
        bare.append(without_stroke(c));
      }
    }
    return bare;
  }

  void append(std::size_t begin, const icu::UnicodeString& folded) {
    const std::size_t folded_begin = result_.text_.size();
    for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
      append_utf8(simplify(folded.char32At(i)));
    }
    if (folded.countChar32() != 1 || result_.text_.size() - folded_begin != at_ - begin) {
      add_edit(folded_begin, begin);
    }
  }

  // Notes that what was appended from `folded_begin` on stands for `source_begin` to `at_`.
  void add_edit(std::size_t folded_begin, std::size_t source_begin) {
    result_.edits_.push_back(
        {static_cast<std::uint32_t>(folded_begin), static_cast<std::uint32_t>(result_.text_.size()),
         static_cast<std::uint32_t>(source_begin), static_cast<std::uint32_t>(at_)});
  }

  void append_utf8(UChar32 c) {
    std::array<char, 4> bytes{};
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(bytes.data(), length, c);
    result_.text_.append(bytes.data(), static_cast<std::size_t>(length));
  }

  std::string_view source_;
  const icu::Normalizer2& casefold_;
  const icu::Normalizer2& decompose_;
  std::size_t at_ = 0;
  FoldedText result_;
};

FoldedText FoldedText::fold(std::string_view source) {
  return Folder(source).run();
}

const FoldedText::Edit* FoldedText::edit_before(std::size_t folded) const {
  const auto after = std::ranges::upper_bound(edits_, folded, {}, &Edit::folded_begin);
  return after == edits_.begin() ? nullptr : &*std::prev(after);
}

std::size_t FoldedText::source_begin(std::size_t begin) const {
  return begin_by(edit_before(begin), begin);
}

std::size_t FoldedText::source_end(std::size_t end) const {
  return end == 0 ? 0 : end_by(edit_before(end - 1), end);
}

}  // namespace bulletin
