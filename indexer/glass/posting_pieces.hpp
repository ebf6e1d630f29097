// Lists of postings of a committed state, read where a glass database keeps them: to keep
// whole lists takes less than half of the instructions that it takes by Xapian's iterators.

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/base/packed_number.hpp"
#include "indexer/glass/database_head.hpp"
#include "indexer/glass/table_reader.hpp"

namespace bulletin {

/// A commit of a database, by what its head said then.
struct CommittedDatabase {
  std::filesystem::path folder;
  DatabaseHead head;
};

/// What a piece of a list says before its postings.
struct PieceHead {
  bool is_last = false;
  std::uint32_t last = 0;  ///< Its last document.
};

/// Takes that off the front of a piece whose first document is `first`. The last one is 0 where no
/// document has such a number.
[[nodiscard]] inline PieceHead take_piece_head(std::string_view& tag, std::uint32_t first) {
  PieceHead head{.is_last = tag.starts_with('1')};
  tag.remove_prefix(tag.empty() ? 0 : 1);
  const std::uint64_t behind = take_number(tag);
  const bool is_number = behind <= std::numeric_limits<std::uint32_t>::max() - first;
  head.last = is_number ? first + static_cast<std::uint32_t>(behind) : 0;
  return head;
}

/// What the first piece of a list says before that.
struct ListHead {
  std::uint64_t documents = 0;
  std::uint64_t counts = 0;
  std::uint32_t first = 0;  ///< Its first document.
};

/// Takes that off its front.
[[nodiscard]] inline ListHead take_list_head(std::string_view& tag) {
  ListHead head;
  head.documents = take_number(tag);
  head.counts = take_number(tag);
  head.first = static_cast<std::uint32_t>(take_number(tag) + 1);
  return head;
}

/// Goes through the postings of a piece; of damaged ones it finds some, none behind the last
/// document, and ends.
class PostingCursor {
 public:
  /// Stands before the first posting. `postings` are of `first` up to `last`.
  PostingCursor(std::uint32_t first, std::uint32_t last, std::string_view postings)
      : at_(postings.data()), end_(at_ + postings.size()), document_(first), last_(last) {}

  /// Goes to the next posting; false behind the last.
  bool next() {
    if (at_ == end_) {
      return false;
    }
    if (is_begun_) {
      const std::uint32_t gap = take();
      if (document_ >= last_ || gap >= last_ - document_) {
        at_ = end_;
        return false;
      }
      document_ += 1 + gap;
    }
    is_begun_ = true;
    number_ = take();
    return true;
  }

  /// Goes to the posting of a document not before that at which it stands; false where there is
  /// none. Where no document is missing up to the last one, eight bytes at a time.
  bool go_to(std::uint32_t document);

  [[nodiscard]] std::uint32_t document() const { return document_; }

  /// How often the document has the term, or its length.
  [[nodiscard]] std::uint32_t number() const { return number_; }

 private:
  std::uint32_t take() {
    if (at_ != end_ && static_cast<unsigned char>(*at_) < 0x80) {
      return static_cast<unsigned char>(*at_++);
    }
    return take_long();
  }
  std::uint32_t take_long();
  [[nodiscard]] bool has_all() const;
  void pass_over(std::size_t numbers);

  const char* at_;
  const char* end_;
  std::uint32_t document_;
  std::uint32_t last_;
  std::uint32_t number_ = 0;
  bool is_begun_ = false;
  std::optional<bool> has_all_;  // Once it was asked.
};

/// Goes through the pieces of one list.
class PostingPieces {
 public:
  /// The list of a term.
  PostingPieces(const CommittedDatabase& database, std::string_view term);

  /// The list of the lengths of all documents.
  explicit PostingPieces(const CommittedDatabase& database);

  PostingPieces(const PostingPieces&) = delete;  // The postings lie in the reader.
  PostingPieces& operator=(const PostingPieces&) = delete;
  ~PostingPieces() = default;

  /// Goes to the next piece; false behind the last. It and the constructors throw
  /// `Error{kIndexChanged}` where another database has taken the place, or the database has been
  /// written to and the state is not whole any more; `Error{kInternal}` where it cannot be read.
  bool next();

  /// The last document of the piece.
  [[nodiscard]] std::uint32_t last() const { return last_; }

  /// Stands before the first posting of the piece; good until next().
  [[nodiscard]] PostingCursor postings() const { return {first_, last_, postings_}; }

 private:
  struct Key {
    std::string bytes;
  };

  PostingPieces(const CommittedDatabase& database, Key key);

  std::filesystem::path file_;
  TableReader reader_;
  std::string key_;  // Of the first piece.
  std::string_view postings_;
  std::uint32_t first_ = 0;
  std::uint32_t last_ = 0;
  bool is_begun_ = false;
  bool is_over_ = false;
};

}  // namespace bulletin
