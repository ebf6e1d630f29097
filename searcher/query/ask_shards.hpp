// Databases of several parts, or behind a network: no class of ours runs in their matches, and what
// is read from them one by one is a message each. So all that a question needs of them is asked for
// at once, as the result of a match of Xapian's own.

#pragma once

#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "searcher/query/deadline.hpp"

namespace bulletin {

/// Tells whether `database` is one, in files or memory of this machine. Of any other the functions
/// below ask; they throw `OutOfTime` at the deadline, but do not end a message for it.
[[nodiscard]] bool is_at_hand(const Xapian::Database& database);

/// Returns a query that any server can match, and that finds all that `query` finds: itself, but
/// that words of a phrase may stand anywhere, and what a source of ours would refuse is there.
[[nodiscard]] Xapian::Query widened(const Xapian::Query& query);

/// Tells whether `query` is its own widened().
[[nodiscard]] bool is_for_servers(const Xapian::Query& query);

/// Returns the documents of a query for servers, ascending.
[[nodiscard]] std::vector<Xapian::docid> ask_documents(const Xapian::Database& database,
                                                       const Xapian::Query& query,
                                                       const Deadline& deadline);

/// Returns the first document of a query for servers, or 0.
[[nodiscard]] Xapian::docid ask_first(const Xapian::Database& database, const Xapian::Query& query);

/// How often each document, ascending, has a term or any of several.
struct AskedCounts {
  std::vector<std::pair<Xapian::docid, Xapian::termcount>> wdfs;
  std::vector<Xapian::doccount> frequencies;  ///< Documents that have each of the terms asked for.
};

/// Returns the counts of `words`, a term, or a synonym of terms and of ANDs of terms; and in how
/// many documents each of `terms`, which stand in it, is.
[[nodiscard]] AskedCounts ask_counts(const Xapian::Database& database, const Xapian::Query& words,
                                     const std::vector<std::string>& terms,
                                     const Deadline& deadline);

/// Returns in how many documents each of `terms` is.
[[nodiscard]] std::vector<Xapian::doccount> ask_frequencies(const Xapian::Database& database,
                                                            const std::vector<std::string>& terms);

/// Returns the documents of a query for servers, ascending, with their lengths.
[[nodiscard]] std::vector<std::pair<Xapian::docid, Xapian::termcount>> ask_lengths(
    const Xapian::Database& database, const Xapian::Query& query, const Deadline& deadline);

/// Returns the documents of a query for servers, ascending, with their weights.
[[nodiscard]] std::vector<std::pair<Xapian::docid, double>> ask_weights(
    const Xapian::Database& database, const Xapian::Query& query, const Xapian::Weight& weight,
    const Deadline& deadline);

/// Returns the documents of a query for servers, ascending, with what they have in a slot.
[[nodiscard]] std::vector<std::pair<Xapian::docid, std::string>> ask_values(
    const Xapian::Database& database, Xapian::valueno slot, const Xapian::Query& query,
    const Deadline& deadline);

/// Returns what one document has in a slot; empty where it is gone.
[[nodiscard]] std::string ask_value(const Xapian::Database& database, Xapian::docid document,
                                    Xapian::valueno slot);

}  // namespace bulletin
