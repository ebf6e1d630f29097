#include "searcher/search/matcher.hpp"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <utility>

#include "searcher/query/ask_shards.hpp"
#include "searcher/query/query_parts.hpp"
#include "searcher/query/standing.hpp"

namespace bulletin {
namespace {

using Documents = std::vector<Xapian::docid>;

// Notes each candidate and refuses it, so that no result list is ever built.
class Collector : public Xapian::MatchDecider {
 public:
  Collector(Documents& found, const Deadline& deadline) : found_(found), deadline_(deadline) {}

  bool operator()(const Xapian::Document& document) const override {
    deadline_.check();
    found_.push_back(document.get_docid());
    return false;
  }

 private:
  Documents& found_;
  Deadline deadline_;
};

// Matches the documents of a list, which its clones share.
class ListSource : public Xapian::PostingSource {
 public:
  explicit ListSource(Documents documents)
      : documents_(std::make_shared<const Documents>(std::move(documents))) {}

  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return size(); }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return size(); }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return size(); }
  void init(const Xapian::Database& /*database*/) override { has_begun_ = false; }
  void next(double /*min_weight*/) override { at_ = has_begun_ ? at_ + 1 : 0, has_begun_ = true; }
  void skip_to(Xapian::docid document, double /*min_weight*/) override {
    const auto from = documents_->begin() + (has_begun_ ? static_cast<std::ptrdiff_t>(at_) : 0);
    at_ = static_cast<std::size_t>(std::lower_bound(from, documents_->end(), document) -
                                   documents_->begin());
    has_begun_ = true;
  }
  [[nodiscard]] bool at_end() const override { return at_ >= documents_->size(); }
  [[nodiscard]] Xapian::docid get_docid() const override { return (*documents_)[at_]; }
  [[nodiscard]] ListSource* clone() const override { return new ListSource(documents_); }

 private:
  explicit ListSource(std::shared_ptr<const Documents> documents)
      : documents_(std::move(documents)) {}

  [[nodiscard]] Xapian::doccount size() const {
    return static_cast<Xapian::doccount>(documents_->size());
  }

  std::shared_ptr<const Documents> documents_;
  std::size_t at_ = 0;
  bool has_begun_ = false;
};

bool asks_about_places(const Xapian::Query& query) {
  return is_about_places(query) || std::ranges::any_of(parts_of(query), asks_about_places);
}

// Where the words of a phrase stand, in one document or in all.
Documents documents_of(const Xapian::Database& database, const Xapian::Query& phrase,
                       const Deadline& deadline, std::optional<Xapian::docid> only) {
  if (!only) {
    return standing(database, phrase, deadline);
  }
  Documents candidates{*only};
  for (const Xapian::Query& word : words_of(phrase)) {
    candidates = with_term(database, candidates, term_of(word), deadline);
  }
  return standing_among(database, phrase, candidates, deadline);
}

}  // namespace

Xapian::Query matchable(const Xapian::Database& database, const Xapian::Query& query,
                        const Deadline& deadline, std::optional<Xapian::docid> only) {
  if (!asks_about_places(query)) {
    return query;
  }
  if (is_about_places(query)) {
    const std::vector<Xapian::Query> words = words_of(query);
    return within({Xapian::Query::OP_AND, words.begin(), words.end()},
                  documents_of(database, query, deadline, only));
  }
  std::vector<Xapian::Query> parts;
  for (const Xapian::Query& part : parts_of(query)) {
    parts.push_back(matchable(database, part, deadline, only));
  }
  return query.get_type() == Xapian::Query::OP_SCALE_WEIGHT
             ? Xapian::Query(factor_of(query).value_or(1), parts.front())
             : Xapian::Query(query.get_type(), parts.begin(), parts.end());
}

Documents run_matcher(const Xapian::Database& database, const Xapian::Query& query,
                      const Deadline& deadline) {
  if (!is_at_hand(database)) {
    return ask_documents(database, query, deadline);
  }
  Documents found;
  const Collector collector(found, deadline);
  Xapian::Enquire enquire(database);
  enquire.set_query(matchable(database, query, deadline));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  // One candidate has to be asked for, or the match is not run; the collector refuses all.
  static_cast<void>(enquire.get_mset(0, 1, database.get_doccount(), nullptr, &collector));
  if (!std::ranges::is_sorted(found)) {
    std::ranges::sort(found);
  }
  return found;
}

Xapian::Query within(const Xapian::Query& query, Documents documents) {
  ListSource list(std::move(documents));  // The query keeps a clone.
  return {Xapian::Query::OP_FILTER, query, Xapian::Query(&list)};
}

}  // namespace bulletin
