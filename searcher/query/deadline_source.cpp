#include "searcher/query/deadline_source.hpp"

#include <algorithm>

namespace bulletin {

void DeadlineSource::init(const Xapian::Database& database) {
  size_ = database.get_doccount();
  last_ = database.get_lastdocid();
  document_ = 0;
}

void DeadlineSource::next(double /*min_weight*/) {
  deadline_.check();
  ++document_;
}

void DeadlineSource::skip_to(Xapian::docid document, double /*min_weight*/) {
  deadline_.check();
  document_ = std::max(document_, document);
}

Xapian::Query until(const Deadline& deadline, const Xapian::Query& query) {
  if (!deadline.is_set() || query.empty()) {
    return query;
  }
  // The query owns the source.
  return {Xapian::Query::OP_FILTER, query,
          Xapian::Query((new DeadlineSource(deadline))->release())};
}

}  // namespace bulletin
