// A result as an RSS 2.0 feed, for feed readers and for alerts.

#pragma once

#include "searcher/output/result_writer.hpp"

namespace bulletin {

/// Writes one channel with an item a hit. `guid` is the item's id; `pubDate` the day it was
/// published, else the first day of its shown date, at midnight UTC.
class RssWriter : public ResultWriter {
 public:
  explicit RssWriter(Presentation presentation) : shown_(std::move(presentation)) {}

  std::string head(const SearchResult& result) override;
  std::string hit(const Hit& hit) override;
  std::string tail(const SearchResult& result) override;

 private:
  Presentation shown_;
};

/// Returns `Tue, 24 Dec 2019 00:00:00 GMT`.
[[nodiscard]] std::string rss_date(Date day);

}  // namespace bulletin
