// Folding: the one form in which texts are compared. Case, width, accents of Latin letters and
// Traditional characters disappear here; display never sees folded text, so each folded byte
// knows where it came from.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bulletin {

/// Folded form of one text, with the way back to the original bytes.
///
/// `text` is well-formed UTF-8. Ill-formed bytes of the original became spaces. Most text maps by a
/// constant shift, so only the places where lengths differ are kept.
class FoldedText {
 public:
  /// Folds `source`: NFKC case folding, Latin accents removed, Traditional to Simplified Chinese.
  ///
  /// Never throws on any bytes. O(n); no ICU call for ASCII. Keeps no reference to `source`.
  [[nodiscard]] static FoldedText fold(std::string_view source);

  [[nodiscard]] const std::string& text() const noexcept { return text_; }

  /// Returns the original offset at which the folded byte `begin` starts. `begin <= text().size()`.
  [[nodiscard]] std::size_t source_begin(std::size_t begin) const;

  /// Returns the original offset just behind the folded range that ends at `end`, exclusive.
  [[nodiscard]] std::size_t source_end(std::size_t end) const;

 private:
  // One stretch whose folded length differs from its original length.
  struct Edit {
    std::uint32_t folded_begin, folded_end, source_begin, source_end;
  };
  friend class Folder;

  [[nodiscard]] const Edit* edit_before(std::size_t folded) const;

  std::string text_;
  std::vector<Edit> edits_;  // In order of both coordinates.
};

}  // namespace bulletin
