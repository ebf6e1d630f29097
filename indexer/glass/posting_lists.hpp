// The postings of many documents, turned round in memory: from terms by document to documents by
// term.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/glass/plain_document.hpp"
#include "indexer/glass/table_writer.hpp"

namespace bulletin {

/// Collects postings as the bytes that a glass table holds of them. Costs some 90 bytes a term and
/// three a posting, with room to grow.
class PostingLists {
 public:
  PostingLists();

  /// Adds what a document has. Documents have to come in ascending order; the terms are sorted.
  void add(std::uint32_t document, const TermCounts& terms);

  /// Writes the lists in the order of their terms, each in pieces of some 2,000 bytes.
  void write(TableWriter& table) const;

  /// Returns the greatest count of a term in a document.
  [[nodiscard]] std::uint32_t greatest_count() const { return greatest_count_; }

 private:
  // Bytes that grow at their end: slices, each twice the one before, linked by their first four
  // bytes.
  struct Chain {
    std::uint32_t first = 0;
    std::uint32_t end = 0;  // Where the next byte goes.
    std::uint32_t slices = 0;
    std::uint16_t left = 0;  // In the last slice.
  };

  struct List {
    std::uint64_t head = 0;  // First bytes of the term: all that most have.
    std::uint64_t total = 0;
    std::uint32_t hash = 0;
    std::uint32_t term_begin = 0;
    std::uint16_t term_length = 0;
    Chain rest;  // Behind the first posting.
    std::uint32_t first = 0;
    std::uint32_t first_count = 0;
    std::uint32_t last = 0;
    std::uint32_t postings = 0;
  };

  [[nodiscard]] std::string_view term_of(const List& list) const;
  List& list_of(std::string_view term, std::uint64_t head, std::uint32_t hash);
  [[nodiscard]] bool is_of(const List& list, std::string_view term, std::uint64_t head) const;
  void grow();
  void append(Chain& chain, std::uint32_t number);
  void append_slice(Chain& chain);
  unsigned char* at(std::uint32_t address);
  [[nodiscard]] const unsigned char* at(std::uint32_t address) const;
  void read(const Chain& chain, std::string& bytes) const;
  [[nodiscard]] std::vector<std::uint32_t> lists_in_order() const;  // Of their terms.

  std::vector<std::uint32_t> slots_;  // By hash: 1 + the index of a list, or 0.
  std::vector<List> lists_;
  std::string terms_;
  std::vector<std::unique_ptr<unsigned char[]>> pages_;  // That slices lie on.
  std::size_t page_left_ = 0;
  std::uint32_t greatest_count_ = 0;
};

/// Writes one list of numbers by document, in pieces as glass has them: of a term, or of the
/// lengths of the documents.
class PostingListWriter {
 public:
  /// What stands at the front of the first piece.
  struct Totals {
    std::uint64_t documents = 0;
    std::uint64_t counts = 0;
  };

  /// `key` is that of the first piece.
  PostingListWriter(TableWriter& table, std::string_view key, Totals totals)
      : table_(table), key_(key), totals_(totals) {}

  /// Adds a posting. Throws `Error{kInternal}` where documents do not ascend, as add_piece() does.
  void add(std::uint32_t document, std::uint32_t number);

  /// Adds a piece as it stands in a table, but for what is told of its documents.
  void add_piece(std::uint32_t first, std::uint32_t last, std::string_view postings);

  /// Writes the last piece. Call it once, after a document.
  void finish() { write_piece(true); }

 private:
  void begin_posting(std::uint32_t document);
  void write_piece(bool is_last);

  TableWriter& table_;
  std::string key_;
  Totals totals_;
  bool is_first_ = true;
  std::uint32_t from_ = 0;
  std::uint32_t to_ = 0;
  std::string piece_;
};

}  // namespace bulletin
