// Which items of an index may tell the same story as a given one. Everything here follows from the
// texts that the index holds, never from links written before, so asking twice or in another order
// gives the same answer.

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "indexer/analysis/analyzer.hpp"
#include "indexer/pipeline/document_builder.hpp"
#include "indexer/pipeline/story_shelf.hpp"
#include "indexer/pipeline/story_sketch.hpp"

namespace bulletin {

/// An item and how near it is: story_score(), or overlap() for a near copy.
struct Neighbour {
  Xapian::docid document = 0;
  double score = 0;
};

/// Scores from which a pair is one story; the share of its score below which a rival must stay.
inline constexpr double kStoryScore = 0.23;
inline constexpr double kRivalShare = 0.9;

/// Finds neighbours in one state of an index. Remembers what it has read: not for use over changes
/// of the terms of items. Not thread-safe. Every function may throw Xapian's exceptions.
///
/// Work per item is bounded whatever the size of the index: some 30 posting lists, those longer
/// than 500 left out, at most 400 postings and 6 candidates of them compared.
class StoryNeighbours {
 public:
  /// With a shelf of the same state nothing but texts is asked of the database. Both have to
  /// outlive this.
  explicit StoryNeighbours(const Xapian::Database& database, const StoryShelf* shelf = nullptr)
      : database_(database), shelf_(shelf) {}

  /// Reads what will be asked of these items, in the order in which it lies on disk; forgets the
  /// terms read before.
  void prefetch(std::span<const Xapian::docid> documents);

  [[nodiscard]] const StorySketch& sketch(Xapian::docid document);

  /// Returns the sketch without its keys.
  [[nodiscard]] StorySketch sketch_head(Xapian::docid document);

  /// Returns items of the other language that come near being the same story, best first.
  [[nodiscard]] const std::vector<Neighbour>& counterparts(Xapian::docid document);

  /// Returns the best counterpart, and its near copies, if it is good enough and clear of rivals.
  /// One that has found a better twin than this item is neither.
  [[nodiscard]] std::vector<Neighbour> best_counterparts(Xapian::docid document);

  /// Returns the items in nearly the same words, nearest first, at most 8.
  [[nodiscard]] std::vector<Neighbour> near_copies(Xapian::docid document);

 private:
  [[nodiscard]] Xapian::docid first_choice(Xapian::docid document);
  [[nodiscard]] bool is_taken(Xapian::docid counterpart, Xapian::docid document);
  // What the terms say by which an item is found; numbers stand in the order of their terms.
  struct OwnTerms {
    std::vector<std::uint32_t> meeting_keys;
    std::vector<std::uint64_t> shingles;
  };
  using Postings = std::vector<Xapian::docid>;
  [[nodiscard]] const OwnTerms& own_terms(Xapian::docid document);
  [[nodiscard]] const Postings& items_with_key(StoryLang lang, std::uint32_t key);
  [[nodiscard]] const Postings& items_with_shingle(std::uint64_t shingle);
  [[nodiscard]] Postings postings(const std::string& term, Xapian::doccount least) const;
  void forget_postings();
  [[nodiscard]] std::vector<Meeting> meetings(Xapian::docid document);
  [[nodiscard]] std::vector<std::span<const Xapian::docid>> with_shingles(Xapian::docid document);
  [[nodiscard]] std::vector<Xapian::docid> candidates(Xapian::docid document);
  [[nodiscard]] std::vector<Xapian::docid> copy_candidates(Xapian::docid document);
  [[nodiscard]] std::vector<std::uint64_t> shingles(Xapian::docid document) const;

  const Xapian::Database& database_;
  const StoryShelf* shelf_;
  Analyzer analyzer_;
  DocumentBuilder builder_;
  std::unordered_map<Xapian::docid, OwnTerms> own_terms_;
  std::unordered_map<Xapian::docid, StorySketch> sketches_;
  std::unordered_map<std::uint64_t, Postings> by_key_;  // Behind the language.
  std::unordered_map<std::uint64_t, Postings> by_shingle_;
  std::unordered_map<Xapian::docid, std::vector<Neighbour>> counterparts_;
};

}  // namespace bulletin
