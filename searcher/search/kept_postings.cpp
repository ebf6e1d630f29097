#include "searcher/search/kept_postings.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

#include "indexer/base/error.hpp"
#include "indexer/schema/schema.hpp"
#include "searcher/query/ask_shards.hpp"
#include "searcher/query/query_parts.hpp"
#include "searcher/query/slot_values.hpp"

namespace bulletin {
namespace {

// List and map nodes, the objects themselves.
constexpr std::size_t kBytesBeside = 256;

// The terms as they are joined, with repeats.
std::vector<std::string> terms_in_order(const Xapian::Query& query) {
  if (query.get_type() == Xapian::Query::LEAF_TERM) {
    return {term_of(query)};
  }
  std::vector<std::string> terms;
  for (const Xapian::Query& part : parts_of(query)) {
    std::ranges::move(terms_in_order(part), std::back_inserter(terms));
  }
  return terms;
}

Postings asked(const AskedCounts& counts) {
  Postings postings;
  postings.documents.reserve(counts.wdfs.size());
  postings.wdfs.reserve(counts.wdfs.size());
  for (const auto& [document, wdf] : counts.wdfs) {
    postings.add(document, wdf);
  }
  postings.frequencies = counts.frequencies;
  return postings;
}

// Without a gap there is nothing to ask for.
Postings ask_all_documents(const Xapian::Database& database, const Deadline& deadline) {
  Postings postings;
  if (database.get_lastdocid() == database.get_doccount()) {
    postings.documents.resize(database.get_doccount());
    std::iota(postings.documents.begin(), postings.documents.end(), Xapian::docid{1});
  } else {
    postings.documents = ask_documents(database, Xapian::Query(std::string()), deadline);
  }
  return postings;
}

// From here on a list is read from its file; to find a shorter one there takes longer than Xapian.
constexpr std::size_t kManyPostings = 500;

// So many lengths stand in a piece of their list, about; whole pieces are read.
constexpr std::size_t kLengthsAPiece = 600;

using Files = std::optional<CommittedDatabase>;
using Lengths = std::vector<Xapian::termcount>;

// Calls `take` at each posting, and tells whether they are `count`, of documents up to `last`. If
// not, or when the files have changed, Xapian has to read them: it says what there is to say.
template <typename Pieces, typename Take>
bool take_all(Pieces open, std::size_t count, Xapian::docid last, const Deadline& deadline,
              Take take) {
  try {
    for (PostingPieces pieces = open(); pieces.next();) {
      deadline.check();
      if (pieces.last() > last) {
        return false;
      }
      for (PostingCursor at = pieces.postings(); at.next(); --count) {
        take(at.document(), at.number());
      }
    }
    return count == 0;
  } catch (const Error&) {
    return false;
  }
}

Postings read_term(const Xapian::Database& database, const Files& files, const std::string& term,
                   const Deadline& deadline) {
  if (!is_at_hand(database)) {
    return term.empty() ? ask_all_documents(database, deadline)
                        : asked(ask_counts(database, Xapian::Query(term), {}, deadline));
  }
  const std::size_t count = database.get_termfreq(term);
  Postings postings;
  postings.documents.reserve(count);
  postings.wdfs.reserve(count);
  const auto add = [&](Xapian::docid document, Xapian::termcount wdf) {
    postings.add(document, wdf);
  };
  if (files && !term.empty() && count >= kManyPostings) {
    if (take_all([&] { return PostingPieces(*files, term); }, count, database.get_lastdocid(),
                 deadline, add)) {
      return postings;
    }
    postings = {};  // Seldom: room for all is made again.
  }
  const Xapian::PostingIterator end = database.postlist_end(term);
  for (Xapian::PostingIterator at = database.postlist_begin(term); at != end; ++at) {
    deadline.check();
    add(*at, at.get_wdf());
  }
  return postings;
}

Lengths read_all_lengths(const Xapian::Database& database, const Files& files,
                         const Deadline& deadline) {
  Lengths lengths(std::size_t{database.get_lastdocid()} + 1);
  const auto put = [&](Xapian::docid document, Xapian::termcount length) {
    if (document < lengths.size()) {
      lengths[document] = length;
    }
  };
  if (files && take_all([&] { return PostingPieces(*files); }, database.get_doccount(),
                        database.get_lastdocid(), deadline, put)) {
    return lengths;
  }
  for (auto at = database.postlist_begin({}); at != database.postlist_end({}); ++at) {
    deadline.check();
    put(*at, at.get_doclength());
  }
  return lengths;
}

// Pieces without any of the documents are passed over. May be too few, as take_all().
Lengths lengths_in(const CommittedDatabase& files, std::span<const Xapian::docid> documents,
                   const Deadline& deadline) {
  Lengths lengths;
  try {
    for (PostingPieces pieces(files); lengths.size() < documents.size() && pieces.next();) {
      deadline.check();
      PostingCursor at = pieces.postings();
      while (lengths.size() < documents.size() && documents[lengths.size()] <= pieces.last()) {
        if (!at.go_to(documents[lengths.size()])) {
          return lengths;
        }
        lengths.push_back(at.number());
      }
    }
  } catch (const Error&) {
    lengths.clear();
  }
  return lengths;
}

Lengths read_lengths(const Xapian::Database& database, const Files& files,
                     std::span<const Xapian::docid> documents, const Deadline& deadline) {
  if (files && documents.size() * kLengthsAPiece > database.get_lastdocid()) {
    Lengths lengths = lengths_in(*files, documents, deadline);
    if (lengths.size() == documents.size()) {
      return lengths;
    }
  }
  Lengths lengths;
  lengths.reserve(documents.size());
  Xapian::PostingIterator at = database.postlist_begin({});
  for (const Xapian::docid document : documents) {
    deadline.check();
    at.skip_to(document);
    lengths.push_back(at.get_doclength());
  }
  return lengths;
}

// What documents of a query are kept under; nothing where a source does not describe itself.
std::optional<std::string> name_of(const Xapian::Query& query) {
  constexpr std::string_view kNoDescription = "PostingSource subclass";
  std::string description = query.get_description();
  return description.find(kNoDescription) == std::string::npos
             ? std::optional(std::move(description))
             : std::nullopt;
}

}  // namespace

Xapian::termcount Postings::large_wdf(Xapian::docid document) const {
  return std::ranges::lower_bound(large, document, {},
                                  &std::pair<Xapian::docid, Xapian::termcount>::first)
      ->second;
}

void KeptPostings::read_from(std::string_view state, std::optional<CommittedDatabase> files) {
  const std::lock_guard lock(mutex_);
  begin(state);
  files_ = std::move(files);
}

std::optional<CommittedDatabase> KeptPostings::files_of(std::string_view state) {
  const std::lock_guard lock(mutex_);
  return state == state_ ? files_ : std::nullopt;
}

KeptPostings::Kept KeptPostings::of_term(const Xapian::Database& database, std::string_view state,
                                         const std::string& term, const Deadline& deadline) {
  return kept_or_read(state, "term " + term,
                      [&] { return read_term(database, files_of(state), term, deadline); });
}

KeptPostings::Kept KeptPostings::of_synonym(const Xapian::Database& database,
                                            std::string_view state, const Xapian::Query& synonym,
                                            const Deadline& deadline) {
  return kept_or_read(state, "word " + synonym.get_description(), [&] {
    return asked(ask_counts(database, synonym, terms_in_order(synonym), deadline));
  });
}

KeptPostings::Kept KeptPostings::of_query(std::string_view state, const Xapian::Query& query,
                                          const std::function<std::vector<Xapian::docid>()>& find) {
  const auto read = [&] {
    Postings postings;
    postings.documents = find();
    return postings;
  };
  const std::optional<std::string> name = name_of(query);
  return name ? kept_or_read(state, *name, read) : std::make_shared<const Postings>(read());
}

KeptPostings::Kept KeptPostings::kept_of_query(std::string_view state, const Xapian::Query& query) {
  const std::optional<std::string> name = name_of(query);
  return name ? find(state, *name) : nullptr;
}

std::vector<Xapian::termcount> KeptPostings::lengths(const Xapian::Database& database,
                                                     std::string_view state,
                                                     std::span<const Xapian::docid> documents,
                                                     const Xapian::Query& found_by,
                                                     const Deadline& deadline) {
  if (!is_at_hand(database)) {
    return known_or_asked(&KeptPostings::asked_lengths_, database.get_lastdocid(), state, documents,
                          [&] { return ask_lengths(database, widened(found_by), deadline); });
  }
  const Lengths all = all_lengths(database, state, documents.size(), deadline);
  if (!all) {
    return read_lengths(database, files_of(state), documents, deadline);
  }
  std::vector<Xapian::termcount> lengths(documents.size());
  std::ranges::transform(documents, lengths.begin(),
                         [&](Xapian::docid document) { return (*all)[document]; });
  return lengths;
}

// Returns a number of each of `documents`; `ask` gives those of some documents, ascending, where
// one is not known.
template <typename Ask>
KeptPostings::Numbers KeptPostings::known_or_asked(Numbers KeptPostings::* column,
                                                   Xapian::docid last, std::string_view state,
                                                   std::span<const Xapian::docid> documents,
                                                   Ask ask) {
  Numbers numbers;
  numbers.reserve(documents.size());
  {
    const std::lock_guard lock(mutex_);
    begin(state);
    (this->*column).resize(std::size_t{last} + 1, kUnknown);
    for (const Xapian::docid document : documents) {
      numbers.push_back((this->*column)[document]);
    }
  }
  if (std::ranges::find(numbers, kUnknown) == numbers.end()) {
    return numbers;
  }
  const NumberedDocuments asked = ask();
  auto at = asked.begin();
  for (std::size_t i = 0; i < documents.size(); ++i) {
    at =
        std::find_if(at, asked.end(), [&](const auto& pair) { return pair.first >= documents[i]; });
    numbers[i] = at != asked.end() && at->first == documents[i] ? at->second : 0;
  }
  const std::lock_guard lock(mutex_);
  begin(state);
  (this->*column).resize(std::size_t{last} + 1, kUnknown);
  for (const auto& [document, number] : asked) {
    (this->*column)[document] = number;
  }
  return numbers;
}

std::vector<std::uint32_t> KeptPostings::days(const Xapian::Database& database,
                                              std::string_view state,
                                              std::span<const Xapian::docid> documents,
                                              const Xapian::Query& found_by,
                                              const Deadline& deadline) {
  return known_or_asked(&KeptPostings::asked_days_, database.get_lastdocid(), state, documents,
                        [&] {
                          NumberedDocuments days;
                          for (const auto& [document, value] :
                               ask_values(database, slot::kDate, widened(found_by), deadline)) {
                            days.emplace_back(document, day_number(value));
                          }
                          return days;
                        });
}

// Nothing where it does not pay off to read them.
KeptPostings::Lengths KeptPostings::all_lengths(const Xapian::Database& database,
                                                std::string_view state, std::size_t wanted,
                                                const Deadline& deadline) {
  {
    const std::lock_guard lock(mutex_);
    begin(state);
    if (lengths_) {
      return lengths_;
    }
    lengths_read_ += wanted;
    if (lengths_read_ < database.get_doccount()) {
      return nullptr;
    }
  }
  auto lengths = std::make_shared<const std::vector<Xapian::termcount>>(
      read_all_lengths(database, files_of(state), deadline));
  const std::lock_guard lock(mutex_);
  begin(state);
  lengths_ = lengths;
  return lengths;
}

template <typename Read>
KeptPostings::Kept KeptPostings::kept_or_read(std::string_view state, const std::string& name,
                                              Read read) {
  if (Kept kept = find(state, name)) {
    return kept;
  }
  auto postings = std::make_shared<const Postings>(read());
  keep(state, name, postings);
  return postings;
}

KeptPostings::Kept KeptPostings::find(std::string_view state, const std::string& name) {
  const std::lock_guard lock(mutex_);
  const auto found = by_name_.find(name);
  if (state != state_ || found == by_name_.end()) {
    return nullptr;
  }
  entries_.splice(entries_.begin(), entries_, found->second);
  return found->second->postings;
}

void KeptPostings::keep(std::string_view state, const std::string& name, const Kept& postings) {
  const std::size_t bytes = postings->documents.size() * sizeof(Xapian::docid) +
                            postings->wdfs.size() * sizeof(std::uint16_t) +
                            postings->large.size() * sizeof(postings->large.front()) +
                            postings->frequencies.size() * sizeof(Xapian::doccount) + name.size() +
                            kBytesBeside;
  const std::lock_guard lock(mutex_);
  begin(state);
  if (bytes > capacity_ || by_name_.contains(name)) {
    return;
  }
  entries_.push_front({name, postings, bytes});
  by_name_.emplace(entries_.front().name, entries_.begin());
  bytes_ += bytes;
  while (bytes_ > capacity_) {
    const Entry& last = entries_.back();
    bytes_ -= last.bytes;
    by_name_.erase(last.name);
    entries_.pop_back();
  }
}

// Forgets another state.
void KeptPostings::begin(std::string_view state) {
  if (state == state_) {
    return;
  }
  files_.reset();
  by_name_.clear();
  entries_.clear();
  bytes_ = 0;
  lengths_ = nullptr;
  lengths_read_ = 0;
  asked_lengths_.clear();
  asked_days_.clear();
  state_ = state;
}

std::size_t KeptPostings::bytes() const {
  const std::lock_guard lock(mutex_);
  return bytes_;
}

}  // namespace bulletin
