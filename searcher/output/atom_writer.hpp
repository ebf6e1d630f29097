// A result as an Atom feed (RFC 4287), for feed readers and for alerts.

#pragma once

#include "searcher/output/result_writer.hpp"

namespace bulletin {

/// Writes one feed with an entry a hit: the snippet as summary, the whole text as content.
///
/// Ids are `tag:` names made of the item's id or of the search, the same wherever the feed is
/// served. An entry was `updated` on the day its text was last replaced, else on the day RSS gives
/// it, else in 1970; the feed when its first entry was, so newest first is the order for it.
class AtomWriter : public ResultWriter {
 public:
  explicit AtomWriter(Presentation presentation) : shown_(std::move(presentation)) {}

  std::string head(const SearchResult& result) override;
  std::string hit(const Hit& hit) override;
  std::string tail(const SearchResult& result) override;

 private:
  [[nodiscard]] std::string opening(Date updated) const;

  Presentation shown_;
  std::string counted_;
  bool is_open_ = false;  // The head waits for the first hit, whose day it bears.
};

}  // namespace bulletin
