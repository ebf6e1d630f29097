#include "indexer/ingest/html_main.hpp"

#include <algorithm>

#include "indexer/ingest/day_stamp.hpp"
#include "indexer/ingest/html_boilerplate.hpp"

namespace bulletin {
namespace {

// How many lines around its title a page's stamp is looked for in.
constexpr std::size_t kLinesBefore = 3;
constexpr std::size_t kLinesBehind = 8;

struct Range {
  std::size_t begin, end;
};

// Bytes outside links and lines, in the nodes of a range.
struct Text {
  std::size_t bytes = 0;
  std::size_t lines = 0;
};

// Lines come in the order of their nodes, so a subtree's are a range of them.
Text text_in(const std::vector<TextLine>& lines, Range nodes) {
  auto line = std::ranges::lower_bound(lines, nodes.begin, {}, &TextLine::node);
  Text text;
  for (; line != lines.end() && line->node < nodes.end; ++line) {
    text.bytes += line->text.size() - line->link_bytes;
    ++text.lines;
  }
  return text;
}

bool may_hold_paragraphs(const HtmlNode& node) {
  return !node.is_text() && node.tag != GUMBO_TAG_P && node.tag != GUMBO_TAG_LI &&
         node.tag != GUMBO_TAG_BLOCKQUOTE && node.tag != GUMBO_TAG_UL && node.tag != GUMBO_TAG_OL &&
         node.tag != GUMBO_TAG_PRE;
}

// Goes down as long as one child holds most of the text.
std::size_t main_element(const HtmlTree& tree, const std::vector<TextLine>& lines) {
  constexpr std::size_t kMostPercent = 70;
  std::size_t top = tree.body();
  for (bool again = true; again;) {
    again = false;
    const std::size_t whole = text_in(lines, {top, tree[top].end}).bytes;
    for (std::size_t at = top + 1; at < tree[top].end; at = tree[at].end) {
      const Text text = text_in(lines, {at, tree[at].end});
      if (text.lines > 1 && text.bytes * 100 >= whole * kMostPercent &&
          may_hold_paragraphs(tree[at])) {
        top = at;
        again = true;
        break;
      }
    }
  }
  return top;
}

// The lines among which a stamp is the page's own: those around its title, or its first ones.
Range lines_near_title(const std::vector<TextLine>& lines, const PageTitle& title) {
  const auto found = std::ranges::find_if(
      lines, [&](const TextLine& line) { return line.text == title.text && !line.is_link(); });
  const auto at = static_cast<std::size_t>(found == lines.end() ? 0 : found - lines.begin());
  return {at - std::min(at, kLinesBefore), std::min(at + kLinesBehind, lines.size())};
}

// A stamp that names publication counts everywhere; others beside the title only.
std::optional<Date> stamp_in(const std::vector<TextLine>& lines, Range near) {
  std::optional<DayStamp> best;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const auto stamp = lines[at].is_link() ? std::nullopt : read_day_stamp(lines[at].text);
    if (!stamp) {
      continue;
    }
    const bool is_near = at >= near.begin && at < near.end;
    const bool counts = stamp->cue == StampCue::kPublished || stamp->cue == StampCue::kUpdated
                            ? stamp->alone || is_near
                            : stamp->alone && is_near;
    if (counts && (!best || stamp->cue > best->cue)) {
      best = stamp;
    }
  }
  return best ? std::optional(best->day) : std::nullopt;
}

bool is_stamp_line(const TextLine& line, bool at_the_edge) {
  const auto stamp = read_day_stamp(line.text);
  return stamp && stamp->alone &&
         (at_the_edge || stamp->cue >= StampCue::kPublished || stamp->cue == StampCue::kUpdated);
}

void keep_news(std::vector<TextLine>& lines, const PageTitle& title) {
  constexpr std::size_t kEdge = 6;
  std::size_t number = 0;
  const std::size_t count = lines.size();
  std::erase_if(lines, [&](const TextLine& line) {
    const bool at_the_edge = number < kEdge || number + 2 >= count;
    ++number;
    return line.text == title.text || line.is_link() || is_stock_line(line.text) ||
           is_stamp_line(line, at_the_edge);
  });
  while (!lines.empty() && lines.back().heading) {  // "More news": its links are gone.
    lines.pop_back();
  }
}

}  // namespace

MainText find_main_text(const HtmlTree& tree, const PageTitle& title, const SkipMarks& boilerplate,
                        const SkipMarks& unseen) {
  const Range body{tree.body(), tree[tree.body()].end};
  const auto shown = lines_of(tree, body.begin, body.end, unseen);
  const auto news = lines_of(tree, body.begin, body.end, boilerplate);
  const std::size_t top = main_element(tree, news);
  MainText text{.lines = lines_of(tree, top, tree[top].end, boilerplate),
                .stamped = stamp_in(shown, lines_near_title(shown, title))};
  keep_news(text.lines, title);
  return text;
}

}  // namespace bulletin
