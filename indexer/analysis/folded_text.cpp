#include "indexer/analysis/folded_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

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

UChar32 simplify(UChar32 c) {
  if (c < kFirstHan || c > 0xFFFF) {
    return c;
  }
  const auto* found =
      std::ranges::lower_bound(kSimplified, static_cast<char16_t>(c), {}, &SimplifiedPair::from);
  return found != std::end(kSimplified) && found->from == c ? found->to : c;
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
      if (is_ascii(at_) && (at_ + 1 == source_.size() || is_ascii(at_ + 1))) {
        const char c = source_[at_++];
        result_.text_ += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
      } else {
        fold_segment();  // A combining mark may follow: the letter before it goes the long way.
      }
    }
    return std::move(result_);
  }

 private:
  [[nodiscard]] bool is_ascii(std::size_t at) const {
    return static_cast<unsigned char>(source_[at]) < 0x80;
  }

  // Decodes one code point at `at` and steps behind it; negative when ill-formed.
  [[nodiscard]] UChar32 decode(std::size_t& at) const {
    auto index = static_cast<std::int32_t>(at);
    UChar32 c = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // ICU's macro narrows inside.
    U8_NEXT(source_.data(), index, static_cast<std::int32_t>(source_.size()), c);
#pragma GCC diagnostic pop
    at = static_cast<std::size_t>(index);
    return c;
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
    const std::size_t folded_end = result_.text_.size();
    const bool one_for_one = folded.countChar32() == 1 && folded_end - folded_begin == at_ - begin;
    if (!one_for_one) {
      result_.edits_.push_back(
          {static_cast<std::uint32_t>(folded_begin), static_cast<std::uint32_t>(folded_end),
           static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)});
    }
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
  const Edit* edit = edit_before(begin);
  if (edit == nullptr) {
    return begin;
  }
  return begin < edit->folded_end ? edit->source_begin
                                  : edit->source_end + (begin - edit->folded_end);
}

std::size_t FoldedText::source_end(std::size_t end) const {
  if (end == 0) {
    return 0;
  }
  const Edit* edit = edit_before(end - 1);
  if (edit == nullptr) {
    return end;
  }
  return end - 1 < edit->folded_end ? edit->source_end
                                    : edit->source_end + (end - edit->folded_end);
}

}  // namespace bulletin
