// A deadline inside a query, for parts that go through many candidates and give few: phrases.

#pragma once

#include <string>

#include <xapian.h>

#include "searcher/query/deadline.hpp"

namespace bulletin {

/// Matches every document, and throws `OutOfTime` when asked for one after the deadline.
///
/// As a filter beside a phrase it is asked for each document that has all words, before their
/// positions are compared: Xapian asks what matches most last, and positions after everything.
class DeadlineSource : public Xapian::PostingSource {
 public:
  explicit DeadlineSource(const Deadline& deadline) : deadline_(deadline) {}

  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return size_; }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return size_; }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return size_; }
  void init(const Xapian::Database& database) override;
  void next(double min_weight) override;
  void skip_to(Xapian::docid document, double min_weight) override;
  [[nodiscard]] bool at_end() const override { return document_ > last_; }
  [[nodiscard]] Xapian::docid get_docid() const override { return document_; }
  [[nodiscard]] std::string get_description() const override { return "deadline"; }
  [[nodiscard]] DeadlineSource* clone() const override { return new DeadlineSource(deadline_); }

 private:
  Deadline deadline_;
  Xapian::doccount size_ = 0;
  Xapian::docid last_ = 0;
  Xapian::docid document_ = 0;
};

/// Returns `query`, ended by the deadline where there is one.
[[nodiscard]] Xapian::Query until(const Deadline& deadline, const Xapian::Query& query);

}  // namespace bulletin
