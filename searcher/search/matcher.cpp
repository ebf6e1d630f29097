#include "searcher/search/matcher.hpp"

#include <algorithm>
#include <cstddef>

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

// Matches the documents of a list, which outlives it.
class ListSource : public Xapian::PostingSource {
 public:
  explicit ListSource(std::span<const Xapian::docid> documents) : documents_(documents) {}

  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return size(); }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return size(); }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return size(); }
  void init(const Xapian::Database& /*database*/) override { has_begun_ = false; }
  void next(double /*min_weight*/) override { at_ = has_begun_ ? at_ + 1 : 0, has_begun_ = true; }
  void skip_to(Xapian::docid document, double /*min_weight*/) override {
    const auto from = documents_.begin() + (has_begun_ ? static_cast<std::ptrdiff_t>(at_) : 0);
    at_ = static_cast<std::size_t>(std::lower_bound(from, documents_.end(), document) -
                                   documents_.begin());
    has_begun_ = true;
  }
  [[nodiscard]] bool at_end() const override { return at_ >= documents_.size(); }
  [[nodiscard]] Xapian::docid get_docid() const override { return documents_[at_]; }
  [[nodiscard]] ListSource* clone() const override { return new ListSource(documents_); }

 private:
  [[nodiscard]] Xapian::doccount size() const {
    return static_cast<Xapian::doccount>(documents_.size());
  }

  std::span<const Xapian::docid> documents_;
  std::size_t at_ = 0;
  bool has_begun_ = false;
};

}  // namespace

Documents run_matcher(const Xapian::Database& database, const Xapian::Query& query,
                      const Deadline& deadline) {
  Documents found;
  const Collector collector(found, deadline);
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  // One candidate has to be asked for, or the match is not run; the collector refuses all.
  static_cast<void>(enquire.get_mset(0, 1, database.get_doccount(), nullptr, &collector));
  if (!std::ranges::is_sorted(found)) {
    std::ranges::sort(found);
  }
  return found;
}

Xapian::Query within(const Xapian::Query& query, std::span<const Xapian::docid> documents) {
  ListSource list(documents);  // The query keeps a clone.
  return {Xapian::Query::OP_FILTER, query, Xapian::Query(&list)};
}

}  // namespace bulletin
