// Items that hold a text byte for byte: what folding makes equal is told apart again.

#pragma once

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "searcher/query/deadline.hpp"
#include "searcher/query/text_query.hpp"

namespace bulletin {

/// Makes queries for items of `database` that hold a text as typed. Beside another query they read
/// title and text of its candidates only: about 15 us an item, each read once for all such queries.
/// Reading throws `OutOfTime` at `deadline`.
[[nodiscard]] HeldText held_text(const Xapian::Database& database, const Deadline& deadline = {});

/// Tells whether `query` is one that held_text() made.
[[nodiscard]] bool is_held_text(const Xapian::Query& query);

/// Reads documents for the queries of held_text() within one query, each once for all of them.
class HeldReader {
 public:
  /// What is given outlives the object.
  HeldReader(const Xapian::Database& database, const Deadline& deadline)
      : database_(database), deadline_(deadline) {}

  /// Notes all that will be asked of the documents read from now on.
  void expect(const Xapian::Query& query);

  /// Returns those of `candidates` that `held` finds. Throws `OutOfTime`.
  [[nodiscard]] std::vector<Xapian::docid> among(std::span<const Xapian::docid> candidates,
                                                 const Xapian::Query& held);

 private:
  struct Wanted {
    std::string typed;
    bool in_title = false;

    bool operator==(const Wanted&) const = default;
  };

  [[nodiscard]] static Wanted wanted_by(const Xapian::Query& held);
  [[nodiscard]] std::size_t number_of(const Wanted& wanted);
  [[nodiscard]] std::vector<bool> read(Xapian::docid document) const;

  const Xapian::Database& database_;
  const Deadline& deadline_;
  std::vector<Wanted> wanted_;
  std::unordered_map<Xapian::docid, std::vector<bool>> holds_;  ///< By number of what is wanted.
};

}  // namespace bulletin
