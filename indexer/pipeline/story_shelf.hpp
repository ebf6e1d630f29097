// What linking asks of the items of an index, read once for all of them in the order in which it
// lies on disk: for a run that links many.

#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include <xapian.h>

#include "indexer/pipeline/story_sketch.hpp"

namespace bulletin {

/// Lists longer than that tell items apart too little: they count as empty.
inline constexpr Xapian::doccount kMostPostings = 500;

/// Items of the other language that an item may meet by one of its keys.
struct Meeting {
  std::uint32_t key = 0;
  std::span<const Xapian::docid> items;
};

/// Lists of documents, and for each document the lists that concern it.
class ListsByDocument {
 public:
  /// Adds a list and returns its number.
  std::uint32_t add_list(std::uint32_t key, std::span<const Xapian::docid> items);

  /// Says that a list concerns a document.
  void refer(Xapian::docid document, std::uint32_t list) { pairs_.push_back({document, list}); }

  /// Puts what was said in the order of the documents, up to `last`: what a damaged index says of
  /// others is dropped. Call it once, then ask.
  void close(Xapian::docid last);

  /// Returns the numbers of the lists of a document in the order in which they were referred to;
  /// none of one behind the last.
  [[nodiscard]] std::span<const std::uint32_t> lists_of(Xapian::docid document) const;

  [[nodiscard]] Meeting list(std::uint32_t number) const;

 private:
  struct Pair {
    Xapian::docid document = 0;
    std::uint32_t list = 0;
  };
  struct List {
    std::uint32_t key = 0;
    std::uint32_t begin = 0;
  };

  std::vector<Pair> pairs_;
  std::vector<std::uint32_t> begins_;  // Of each document, and an end.
  std::vector<std::uint32_t> lists_of_;
  std::vector<List> lists_;
  std::vector<Xapian::docid> items_;
};

/// Keys, shingles and sketches of one state of an index. Some 110 bytes an item, 200 while it is
/// made, and a file of sketches; 1.6 us of CPU an item. Safe to ask from many threads.
class StoryShelf {
 public:
  /// Reads with two threads, each through a database of `open`. The file lies in `folder` without a
  /// name. May throw Xapian's exceptions, and `Error{kInternal}` where there is no room.
  StoryShelf(const std::function<Xapian::Database()>& open, const std::filesystem::path& folder);

  /// Returns the sketch; one without anything where there is no such document, as head() does.
  [[nodiscard]] StorySketch sketch(Xapian::docid document) const;

  /// Returns the sketch without its keys, from memory.
  [[nodiscard]] StorySketch head(Xapian::docid document) const;

  /// Returns for each key of an item who has it in the other language, but for those that none has
  /// or too many; in the order of the keys.
  [[nodiscard]] std::vector<Meeting> meetings(Xapian::docid document) const;

  /// Returns for each shingle of an item which items have it, the item itself among them, but for
  /// those that no other has or too many; in the order of the shingles.
  [[nodiscard]] std::vector<std::span<const Xapian::docid>> with_shingles(
      Xapian::docid document) const;

 private:
  void read_keys(const Xapian::Database& database);
  void read_shingles(const Xapian::Database& database);
  void read_sketches(const Xapian::Database& database);

  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_;  // Of the packed sketches.
  std::vector<std::uint64_t> ends_;                       // By document, of its sketch.
  std::string heads_;                                     // Of the sketches, packed, of one size.
  ListsByDocument keys_;
  ListsByDocument shingles_;
};

}  // namespace bulletin
