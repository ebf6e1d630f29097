#include "indexer/ingest/html_listing.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/analysis/folded_text.hpp"
#include "indexer/ingest/html_boilerplate.hpp"
#include "indexer/understanding/date_grammar.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kFewestItems = 3;
constexpr std::size_t kMostGroups = 50;
constexpr std::uint32_t kParagraph = 200;

// Places of one shape, in the page's order.
struct Group {
  std::vector<NodeRange> items;
  std::size_t others = 0;  // Places of the shape that are no items.
  std::uint32_t bytes = 0;
  std::uint32_t plain = 0;
  std::size_t dated = 0;

  [[nodiscard]] bool tells_more_than_titles() const {
    constexpr std::size_t kSomeText = 30;
    return plain >= kSomeText * items.size() || dated * 2 >= items.size();
  }
};

class ListingSearch {
 public:
  ListingSearch(const HtmlTree& tree, const SkipMarks& skip)
      : tree_(tree), skip_(skip), reader_(tree, skip) {}

  std::vector<ListedItem> run(bool article) {
    collect();
    std::vector<Group> groups = accepted();
    drop_outer(groups);
    const std::vector<Group> chosen = choose(std::move(groups));
    std::vector<NodeRange> ranges;
    for (const Group& group : chosen) {
      ranges.insert(ranges.end(), group.items.begin(), group.items.end());
    }
    std::ranges::sort(ranges, {}, &NodeRange::begin);
    std::vector<ListedItem> items;
    if (is_main_part(chosen, ranges, article)) {
      for (const NodeRange& range : ranges) {
        items.push_back(reader_.read(range));
      }
    }
    return items;
  }

 private:
  // Lists in the grid of a page go on in the next row: parents of the same kind share a shape.
  [[nodiscard]] std::string shape_of(std::size_t parent, std::string_view kind) const {
    std::string shape(kind);
    for (int level = 0; level < 2; ++level) {
      shape += '<';
      shape += std::to_string(tree_[parent].tag);
      shape += tree_.attribute(parent, "class").substr(0, kLongestClass);
      parent = tree_[parent].parent;
    }
    return shape;
  }

  void add(const std::string& shape, NodeRange range) {
    const EntrySigns signs = reader_.signs(range);
    if (signs.bytes == 0) {
      return;
    }
    Group& group = groups_[shape];
    if (!reader_.may_be_item(range)) {
      ++group.others;
      return;
    }
    if (!group.items.empty() && group.items.back().end >= range.end) {
      return;  // A list within an item of the list.
    }
    group.items.push_back(range);
    group.bytes += signs.bytes;
    group.plain += signs.plain_bytes();
    group.dated += signs.days > 0 ? 1 : 0;
  }

  void collect() {
    for (std::size_t at = tree_.body(); at < tree_.size();) {
      if (skip_[at]) {
        at = tree_[at].end;
        continue;
      }
      // A list holds enough text for its items, so small elements need no look.
      if (!tree_[at].is_text() && reader_.signs({at, tree_[at].end}).bytes >= kSmallestList) {
        collect_children(at);
      }
      ++at;
    }
  }

  void collect_children(std::size_t parent) {
    std::map<GumboTag, std::size_t> counts;
    const std::size_t end = tree_[parent].end;
    std::size_t enders = 0;
    for (std::size_t at = parent + 1; at < end; at = tree_[at].end) {
      ++counts[tree_[at].tag];
      enders += ends_run(at) ? 1 : 0;
    }
    for (std::size_t at = parent + 1; at < end; at = tree_[at].end) {
      if (!tree_[at].is_text() && !skip_[at]) {
        add(shape_of(parent, "=" + std::to_string(tree_[at].tag)), {at, tree_[at].end});
      }
    }
    for (const auto& [tag, count] : counts) {
      const bool leads = (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6) || tag == GUMBO_TAG_DT;
      if (leads && count >= kFewestItems) {
        collect_runs(parent, "^" + std::to_string(tag),
                     [&](std::size_t at) { return tree_[at].tag == tag; });
      }
      if ((tag == GUMBO_TAG_BR || tag == GUMBO_TAG_HR) && count + 1 >= kFewestItems) {
        collect_runs(parent, "|" + std::to_string(tag),
                     [&](std::size_t at) { return tree_[at].tag == tag; });
      }
    }
    if (enders >= kFewestItems) {
      bool ended = true;
      collect_runs(parent, "$", [&](std::size_t at) {
        const bool starts = ended;
        ended = ends_run(at);
        return starts;
      });
    }
  }

  // A child that is only a "Read more".
  [[nodiscard]] bool ends_run(std::size_t at) const {
    constexpr std::uint32_t kMostBytes = 60;
    const EntrySigns signs = reader_.signs({at, tree_[at].end});
    return signs.read_more == 1 && signs.bytes <= kMostBytes && signs.links == 0;
  }

  // Each child for which `starts` holds begins a run; what stands before the first is none.
  template <typename Starts>
  void collect_runs(std::size_t parent, const std::string& kind, Starts starts) {
    const std::string shape = shape_of(parent, kind);
    const std::size_t end = tree_[parent].end;
    std::size_t begin = kind.front() == '|' ? parent + 1 : end;
    for (std::size_t at = parent + 1; at < end; at = tree_[at].end) {
      if (starts(at)) {
        if (begin < at) {
          add(shape, {begin, at});
        }
        begin = at;
      }
    }
    if (begin < end) {
      add(shape, {begin, end});
    }
  }

  std::vector<Group> accepted() {
    std::vector<Group> groups;
    for (auto& [shape, group] : groups_) {
      const std::size_t count = group.items.size();
      if (count >= kFewestItems && count * 10 >= (count + group.others) * 7) {
        std::ranges::sort(group.items, {}, &NodeRange::begin);
        groups.push_back(std::move(group));
      }
    }
    std::ranges::sort(groups, [](const Group& a, const Group& b) {
      return std::pair(b.bytes, a.items[0].begin) < std::pair(a.bytes, b.items[0].begin);
    });
    groups.resize(std::min(groups.size(), kMostGroups));
    return groups;
  }

  // How many items of `inner` the places of `outer` hold at most and on the whole.
  static std::pair<std::size_t, std::size_t> held(const Group& outer, const Group& inner) {
    std::size_t most = 0;
    std::size_t places_with_two = 0;
    for (const NodeRange& place : outer.items) {
      const auto first = std::ranges::lower_bound(inner.items, place.begin, {}, &NodeRange::begin);
      const auto last = std::ranges::lower_bound(inner.items, place.end, {}, &NodeRange::begin);
      const auto count = static_cast<std::size_t>(last - first);
      most = std::max(most, count);
      places_with_two += count >= 2 ? 1 : 0;
    }
    return {most, places_with_two};
  }

  // Sections that hold lists and rows that hold cells are no items themselves.
  static void drop_outer(std::vector<Group>& groups) {
    const std::vector<Group> all = groups;
    std::erase_if(groups, [&](const Group& outer) {
      return std::ranges::any_of(all, [&](const Group& inner) {
        if (inner.items == outer.items || inner.bytes * 2 < outer.bytes) {
          return false;
        }
        const auto [most, places_with_two] = held(outer, inner);
        return most >= kFewestItems || places_with_two * 2 >= outer.items.size();
      });
    });
  }

  static bool overlap(const Group& a, const Group& b) {
    return std::ranges::any_of(a.items, [&](const NodeRange& range) {
      const auto next = std::ranges::lower_bound(b.items, range.end, {}, &NodeRange::begin);
      return next != b.items.begin() && std::prev(next)->end > range.begin;
    });
  }

  // The largest group, and others that are no bare titles and no afterthoughts.
  static std::vector<Group> choose(std::vector<Group> groups) {
    std::vector<Group> chosen;
    for (Group& group : groups) {
      const bool further = !chosen.empty();
      const bool wanted =
          !further || (group.tells_more_than_titles() && group.bytes * 10 >= chosen[0].bytes);
      if (wanted &&
          std::ranges::none_of(chosen, [&](const Group& other) { return overlap(group, other); })) {
        chosen.push_back(std::move(group));
      }
    }
    return chosen;
  }

  // Whether the page is there for its list.
  [[nodiscard]] bool is_main_part(const std::vector<Group>& chosen,
                                  const std::vector<NodeRange>& ranges, bool article) const {
    if (chosen.empty()) {
      return false;
    }
    std::uint32_t bytes = 0;
    std::uint32_t plain = 0;
    for (const Group& group : chosen) {
      bytes += group.bytes;
      plain += group.plain;
    }
    const NodeRange body{tree_.body(), tree_[tree_.body()].end};
    if (bytes < reader_.signs(body).plain_bytes() - plain) {
      return false;
    }
    const bool only_titles = !chosen[0].tells_more_than_titles();
    return !(article || only_titles || chosen[0].plain == 0) || !has_paragraph_beside(ranges);
  }

  [[nodiscard]] bool has_paragraph_beside(const std::vector<NodeRange>& ranges) const {
    const auto lines = lines_of(tree_, tree_.body(), tree_[tree_.body()].end, skip_);
    return std::ranges::any_of(lines, [&](const TextLine& line) {
      const auto next = std::ranges::upper_bound(ranges, line.node, {}, &NodeRange::begin);
      const bool inside = next != ranges.begin() && std::prev(next)->end > line.node;
      return !inside && line.text.size() - line.link_bytes >= kParagraph;
    });
  }

  static constexpr std::uint32_t kSmallestList = 60;
  static constexpr std::size_t kLongestClass = 60;

  const HtmlTree& tree_;
  const SkipMarks& skip_;
  EntryReader reader_;
  std::map<std::string, Group> groups_;
};

// "On 24 December 2019,", "From 3 to 5 May", 5月3日.
bool begins_with_date(std::string_view line) {
  constexpr std::size_t kHead = 120;
  constexpr std::size_t kLatest = 26;  // "On the morning of the".
  const std::string head = FoldedText::fold(line.substr(0, kHead)).text();
  const auto dates = read_dates(head).expressions;
  return !dates.empty() && dates[0].begin <= kLatest;
}

}  // namespace

std::vector<ListedItem> find_listing(const HtmlTree& tree, bool article,
                                     const SkipMarks& boilerplate) {
  return ListingSearch(tree, boilerplate).run(article);
}

bool are_leads(const std::vector<TextLine>& lines, bool has_pager) {
  constexpr std::size_t kLead = 60;
  constexpr std::size_t kFewestLeads = 4;
  const auto count = static_cast<std::size_t>(lines.size());
  const auto long_ones = static_cast<std::size_t>(
      std::ranges::count_if(lines, [](const TextLine& l) { return l.text.size() >= kLead; }));
  const auto dated = static_cast<std::size_t>(
      std::ranges::count_if(lines, [](const TextLine& l) { return begins_with_date(l.text); }));
  return count >= kFewestLeads && long_ones * 10 >= count * 8 &&
         (has_pager || dated * 10 >= count * 6);
}

}  // namespace bulletin
