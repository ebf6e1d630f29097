#include "indexer/ingest/html_entry.hpp"

#include <algorithm>
#include <array>

#include "indexer/ingest/day_stamp.hpp"
#include "indexer/ingest/html_boilerplate.hpp"
#include "indexer/ingest/item_fields.hpp"

namespace bulletin {
namespace {

constexpr std::uint32_t kShortLead = 40;  // Bytes; a Chinese character is three.
constexpr std::uint32_t kSummary = 30;
constexpr std::size_t kShortLink = 60;
constexpr std::uint32_t kLongHeadline = 45;  // Longer than what menus say.
constexpr std::uint32_t kHeadline = 12;
constexpr std::size_t kLongestTitle = 240;
constexpr std::size_t kLongestDay = 60;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Two or three short numbers with hardly a letter around: 2019-03, [03-14], "Mar 14, 2019".
bool looks_like_day(std::string_view text) {
  if (text.size() > kLongestDay) {
    return false;
  }
  std::size_t groups = 0;
  std::size_t length = 0;
  std::size_t letters = 0;
  std::size_t others = 0;
  for (const char c : text) {
    const bool digit = is_digit(c);
    groups += static_cast<std::size_t>(digit && length == 0);
    length = digit ? length + 1 : 0;
    letters += static_cast<std::size_t>(c >= 'A');
    others += static_cast<std::size_t>(static_cast<unsigned char>(c) >= 0x80);
    if (length > 4) {
      return false;
    }
  }
  constexpr std::size_t kMostLetters = 20;  // "Published on 14 September 2019".
  constexpr std::size_t kMostOthers = 30;   // 发布时间 and 年月日, three bytes each.
  return groups >= 2 && groups <= 6 && letters <= kMostLetters && others <= kMostOthers;
}

EntrySigns operator-(const EntrySigns& a, const EntrySigns& b) {
  return {a.bytes - b.bytes,         a.link_bytes - b.link_bytes,       a.links - b.links,
          a.read_more - b.read_more, a.link_headings - b.link_headings, a.days - b.days};
}

// A day in several texts: Mar, 14 and 2019, or 14 above 2019-03.
struct PiecedDay {
  Date day;
  std::size_t pieces;
};

// The day in `14` and what stands below it, `2019-03`.
std::optional<Date> day_above_month(std::string_view day, std::string_view month) {
  constexpr std::size_t kYear = 4;
  if (day.size() > 2 || month.size() <= kYear || !is_digit(day[0]) || !is_digit(month[0])) {
    return std::nullopt;
  }
  return read_day(std::string(month) + month[kYear] + std::string(day));
}

std::optional<PiecedDay> day_in_pieces(const HtmlTree& tree, const std::vector<std::size_t>& texts,
                                       std::size_t at) {
  constexpr std::size_t kMostPieces = 3;
  constexpr std::size_t kMostBytes = 12;
  std::string joined;
  for (std::size_t count = 1; count <= kMostPieces && at + count <= texts.size(); ++count) {
    const std::string_view piece = trim(tree[texts[at + count - 1]].text);
    if (piece.size() > kMostBytes) {
      break;
    }
    if (const auto day = count == 2 ? day_above_month(joined, piece) : std::nullopt) {
      return PiecedDay{*day, count};
    }
    joined += joined.empty() ? "" : " ";
    joined += piece;
    if (const auto stamp = count > 1 ? read_day_stamp(joined) : std::nullopt) {
      return PiecedDay{stamp->day, count};
    }
  }
  return std::nullopt;
}

// Returns the first day that an element states for machines, and marks it; `texts` gets the others.
std::optional<Date> take_stated_day(const HtmlTree& tree, NodeRange range, SkipMarks& taken,
                                    std::vector<std::size_t>& texts) {
  std::optional<Date> day;
  for (std::size_t at = range.begin; at < range.end; at = taken[at] ? tree[at].end : at + 1) {
    if (taken[at]) {
      continue;
    }
    if (tree[at].tag == GUMBO_TAG_TIME && !day) {
      day = read_day(tree.attribute(at, "datetime"));
      taken[at] = taken[at] || day;
    }
    if (tree[at].is_text() && !trim(tree[at].text).empty()) {
      texts.push_back(at);
    }
  }
  return day;
}

// Returns the day of an entry and marks the texts that say it.
std::optional<Date> take_day(const HtmlTree& tree, NodeRange range, SkipMarks& taken) {
  std::vector<std::size_t> texts;
  std::optional<Date> day = take_stated_day(tree, range, taken, texts);
  for (std::size_t at = 0; at < texts.size(); ++at) {
    const std::string_view text = tree[texts[at]].text;
    if (looks_like_day(trim(text))) {
      const auto stamp = read_day_stamp(one_line(text));
      if (stamp && stamp->alone) {
        day = day ? day : stamp->day;
        taken[texts[at]] = true;
      }
    }
    if (const auto pieced = day ? std::nullopt : day_in_pieces(tree, texts, at)) {
      day = pieced->day;
      for (std::size_t piece = 0; piece < pieced->pieces; ++piece) {
        taken[texts[at + piece]] = true;
      }
    }
  }
  return day;
}

bool has_link(const HtmlTree& tree, NodeRange range) {
  std::size_t at = range.begin;
  while (at < range.end && !is_link(tree, at)) {
    ++at;
  }
  return at < range.end;
}

// Counts a link that is to be read.
void count_link(const std::string& text, EntrySigns& signs) {
  if (is_read_more(text)) {
    ++signs.read_more;
  } else if (!text.empty()) {
    ++signs.links;
  }
}

}  // namespace

EntryReader::EntryReader(const HtmlTree& tree, const SkipMarks& skip) : tree_(tree), skip_(skip) {
  before_.resize(tree.size() + 1);
  std::size_t skip_end = 0;
  std::size_t link_end = 0;
  for (std::size_t at = 0; at < tree.size(); ++at) {
    EntrySigns now = before_[at];
    const HtmlNode& node = tree[at];
    skip_end = skip[at] ? std::max(skip_end, node.end) : skip_end;
    if (at >= skip_end) {
      if (is_link(tree, at)) {
        link_end = node.end;
        count_link(text_of({at, node.end}), now);
      }
      const auto bytes = static_cast<std::uint32_t>(trim(node.text).size());
      now.bytes += bytes;
      now.link_bytes += at < link_end ? bytes : 0;
      now.days += (bytes > 0 && looks_like_day(trim(node.text))) || node.tag == GUMBO_TAG_TIME;
      if (is_heading(node)) {
        now.link_headings += at < link_end || has_link(tree, {at, node.end});
      }
    }
    before_[at + 1] = now;
  }
}

EntrySigns EntryReader::signs(NodeRange range) const {
  return before_[range.end] - before_[range.begin];
}

std::string EntryReader::text_of(NodeRange range) const {
  return one_line(join_lines(lines_of(tree_, range.begin, range.end, skip_)));
}

bool EntryReader::starts_with_link(NodeRange range) const {
  for (std::size_t at = range.begin; at < range.end;) {
    if (skip_[at]) {
      at = tree_[at].end;
      continue;
    }
    if (is_link(tree_, at) && signs({at, tree_[at].end}).bytes > 0) {
      return true;
    }
    const std::string_view text = trim(tree_[at].text);
    constexpr std::size_t kMark = 6;  // A bullet, a number.
    if (text.size() > kMark && !looks_like_day(text)) {
      return false;
    }
    ++at;
  }
  return false;
}

bool EntryReader::may_be_item(NodeRange range) const {
  const EntrySigns has = signs(range);
  if (has.links + has.read_more == 0) {
    return has.days > 0 && has.plain_bytes() >= kSummary;
  }
  if (has.read_more > 0 && has.plain_bytes() >= kShortLead) {
    return true;
  }
  if (has.link_headings > 0) {
    return has.days > 0 || has.bytes >= kShortLead;
  }
  if (!starts_with_link(range)) {
    return false;
  }
  constexpr std::uint32_t kFewLinks = 2;
  return (has.days > 0 && has.bytes >= kHeadline) || has.plain_bytes() >= kSummary ||
         (has.links <= kFewLinks && has.link_bytes >= kLongHeadline);
}

// The node whose text is the title, or the end.
std::size_t EntryReader::title_node(NodeRange range) const {
  std::size_t longest = range.end;
  std::uint32_t most = 0;
  for (std::size_t at = range.begin; at < range.end; ++at) {
    const NodeRange node{at, tree_[at].end};
    if (is_heading(tree_[at]) && signs(node).bytes > 0) {
      return at;
    }
    const EntrySigns has = signs(node);
    if (is_link(tree_, at) && has.read_more == 0 && has.bytes > most) {
      longest = at;
      most = has.bytes;
    }
  }
  return starts_with_link(range) ? longest : range.end;
}

std::string EntryReader::link_of(NodeRange range, std::size_t title) const {
  const auto first_link = [&](NodeRange within) {
    std::size_t at = within.begin;
    while (at < within.end && (skip_[at] || !is_link(tree_, at))) {
      ++at;
    }
    return at;
  };
  if (title < range.end) {
    // Within the title, or around it.
    if (const std::size_t at = first_link({title, tree_[title].end}); at < tree_[title].end) {
      return std::string(tree_.attribute(at, "href"));
    }
    for (std::size_t at = title; at != tree_[at].parent; at = tree_[at].parent) {
      if (is_link(tree_, at)) {
        return std::string(tree_.attribute(at, "href"));
      }
    }
  }
  std::size_t found = first_link(range);
  for (std::size_t at = found; at < range.end; ++at) {
    found = is_link(tree_, at) && signs({at, tree_[at].end}).read_more > 0 ? at : found;
  }
  return found < range.end ? std::string(tree_.attribute(found, "href")) : std::string();
}

void EntryReader::set_title(NodeRange range, std::size_t node, ListedItem& item,
                            SkipMarks& taken) const {
  if (node >= range.end) {
    return;
  }
  const auto lines = lines_of(tree_, node, tree_[node].end, taken);
  if (lines.empty() || lines[0].text.size() > kLongestTitle) {
    return;
  }
  item.title = lines[0].text;
  if (lines.size() == 1) {
    taken[node] = true;
    // Lists cut titles; the link's own title is whole.
    const std::string whole = one_line(tree_.attribute(node, "title"));
    const std::string_view shown =
        std::string_view(item.title).substr(0, item.title.find_last_not_of(".…") + 1);
    if (whole.size() > item.title.size() && whole.starts_with(shown)) {
      item.title = whole;
    }
    return;
  }
  // A whole card is the link: its first line is the title.
  for (std::size_t at = lines[0].node; at < lines[1].node; ++at) {
    taken[at] = taken[at] || tree_[at].is_text();
  }
}

ListedItem EntryReader::read(NodeRange range) const {
  SkipMarks taken = skip_;
  ListedItem item{.line = tree_[range.begin].line};
  const std::size_t title = title_node(range);
  item.link = link_of(range, title);
  item.day = take_day(tree_, range, taken);
  set_title(range, title, item, taken);
  for (std::size_t at = range.begin; at < range.end; ++at) {
    taken[at] = taken[at] || (is_link(tree_, at) && signs({at, tree_[at].end}).read_more > 0);
  }
  auto lines = lines_of(tree_, range.begin, range.end, taken);
  const bool card = signs(range).plain_bytes() == 0;  // All of it is one link.
  std::erase_if(lines, [card](const TextLine& line) {
    return (!card && line.is_link() && line.text.size() < kShortLink) || is_stock_line(line.text) ||
           is_pager(line.text);
  });
  item.text = join_lines(lines);
  return item;
}

}  // namespace bulletin
