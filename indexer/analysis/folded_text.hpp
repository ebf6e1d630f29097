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
  friend class SourceWalk;

  // By the last edit that begins at or before what is asked for, or none.
  static std::size_t begin_by(const Edit* edit, std::size_t begin) {
    if (edit == nullptr) {
      return begin;
    }
    return begin < edit->folded_end ? edit->source_begin
                                    : edit->source_end + (begin - edit->folded_end);
  }
  static std::size_t end_by(const Edit* edit, std::size_t end) {
    if (edit == nullptr) {
      return end;
    }
    return end - 1 < edit->folded_end ? edit->source_end
                                      : edit->source_end + (end - edit->folded_end);
  }
  [[nodiscard]] const Edit* edit_before(std::size_t folded) const;

  std::string text_;
  std::vector<Edit> edits_;  // In order of both coordinates.
};

/// The way back of many ranges, each near the one before. Costs a look at each edit that lies
/// between two of them, where FoldedText searches all.
class SourceWalk {
 public:
  /// Keeps a reference.
  explicit SourceWalk(const FoldedText& folded) : edits_(folded.edits_) {}

  /// As those of FoldedText.
  [[nodiscard]] std::size_t source_begin(std::size_t begin) {
    return FoldedText::begin_by(edit_before(begin), begin);
  }
  [[nodiscard]] std::size_t source_end(std::size_t end) {
    return end == 0 ? 0 : FoldedText::end_by(edit_before(end - 1), end);
  }

 private:
  const FoldedText::Edit* edit_before(std::size_t folded) {
    while (passed_ < edits_.size() && edits_[passed_].folded_begin <= folded) {
      ++passed_;
    }
    while (passed_ > 0 && edits_[passed_ - 1].folded_begin > folded) {
      --passed_;
    }
    return passed_ == 0 ? nullptr : &edits_[passed_ - 1];
  }

  const std::vector<FoldedText::Edit>& edits_;
  std::size_t passed_ = 0;
};

}  // namespace bulletin
