#include "searcher/search/evidence_marks.hpp"

#include <algorithm>

namespace bulletin {

std::vector<ByteRange> evidence_ranges(const Bulletin& bulletin, TextField field) {
  std::vector<ByteRange> ranges;
  const auto add = [&](const std::vector<Evidence>& evidence) {
    for (const Evidence& e : evidence) {
      if (e.field == field && e.begin_byte < e.end_byte) {
        ranges.push_back({e.begin_byte, e.end_byte});
      }
    }
  };
  std::ranges::for_each(bulletin.dates, add, &DateMention::evidence);
  std::ranges::for_each(bulletin.countries, add, &CountryMention::evidence);
  std::ranges::for_each(bulletin.kinds, add, &KindMention::evidence);
  make_disjoint(ranges);
  return ranges;
}

}  // namespace bulletin
