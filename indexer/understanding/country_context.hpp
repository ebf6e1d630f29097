// Looks at the words around a match: neighbours, capitals, sentence starts. All offsets are bytes
// of folded text; capitals are read from the original.

#pragma once

#include <cstddef>
#include <string_view>

#include "indexer/analysis/folded_text.hpp"
#include "indexer/base/evidence.hpp"
#include "indexer/understanding/gazetteer.hpp"

namespace bulletin {

/// Title or text of an item, as the rules see it.
struct FieldView {
  TextField field = TextField::kText;
  std::string_view source;
  const FoldedText* folded = nullptr;
  bool is_headline = false;  ///< Most Words Are Capitalised: capitals say nothing.

  [[nodiscard]] std::string_view text() const { return folded->text(); }

  [[nodiscard]] static FieldView of(TextField field, std::string_view source,
                                    const FoldedText& folded);
};

/// A word of folded text, bytes `begin` to `end`; empty when there is none.
struct WordSpan {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] bool empty() const { return begin == end; }
  [[nodiscard]] std::string_view in(std::string_view text) const {
    return text.substr(begin, end - begin);
  }
};

/// Tells whether the match is written in the Latin alphabet.
[[nodiscard]] inline bool is_latin(std::string_view folded, const NameMatch& match) {
  return static_cast<unsigned char>(folded[match.begin]) < 0x80;
}

/// Returns the code point that ends at byte `at`, or 0 at the start of the text.
[[nodiscard]] char32_t code_point_before(std::string_view text, std::size_t at);

/// Returns the ASCII word behind byte `at` when only white space or one hyphen lies between,
/// and no blank line.
[[nodiscard]] WordSpan word_after(std::string_view text, std::size_t at);

/// Returns the ASCII word before byte `at` when only white space, or `. `, lies between, and
/// no blank line.
[[nodiscard]] WordSpan word_before(std::string_view text, std::size_t at);

/// Returns the bytes of the original behind the span as evidence with this rule.
[[nodiscard]] Evidence quote(const FieldView& view, const WordSpan& span, std::string_view rule);

/// Tells whether the span begins with a capital letter in the original.
[[nodiscard]] bool is_capitalised(const FieldView& view, const WordSpan& span);

/// Tells whether the span has no lower-case ASCII letter in the original.
[[nodiscard]] bool is_upper_case(const FieldView& view, const WordSpan& span);

/// Tells whether byte `at` begins the text, a sentence, a line or a quotation.
[[nodiscard]] bool starts_sentence(const FieldView& view, std::size_t at);

}  // namespace bulletin
