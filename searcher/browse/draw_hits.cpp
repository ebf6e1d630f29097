#include <algorithm>
#include <string>

#include "searcher/browse/draw_parts.hpp"
#include "searcher/browse/item_page.hpp"
#include "searcher/browse/styled_line.hpp"

namespace bulletin::browse {
namespace {

// What the ranks of a page need, a space on both sides.
std::size_t rank_columns(const Canvas& canvas) {
  const std::size_t last =
      canvas.state.hit / canvas.layout.page * canvas.layout.page + canvas.layout.page;
  return std::max<std::size_t>(2, std::to_string(last).size()) + 2;
}

std::string facts_of(const Canvas& canvas, const Hit& hit) {
  std::string facts = facts_line(hit.bulletin, canvas.labels, canvas.look.language);
  for (const LinkedItem& item : hit.also) {
    facts += item.link.same_words
                 ? " · " + std::string(canvas.words().near_copy)
                 : " · " + std::string(canvas.words().also_in) + language_name(item.link.lang);
  }
  for (const std::string& name : hit.translations) {
    facts += (&name == &hit.translations.front() ? " · " + std::string(canvas.words().found_by)
                                                 : std::string(", ")) +
             name;
  }
  return facts;
}

// The `rows` lines with the most marks, the first such.
std::vector<StyledLine> best_lines(const std::vector<StyledLine>& lines, std::size_t rows) {
  std::size_t best = 0;
  std::size_t most = 0;
  for (std::size_t first = 0; first + rows <= lines.size(); ++first) {
    std::size_t marks = 0;
    for (std::size_t i = first; i < first + rows; ++i) {
      marks += lines[i].marks.size();
    }
    if (marks > most) {
      most = marks;
      best = first;
    }
  }
  const std::size_t end = std::min(best + rows, lines.size());
  return {lines.begin() + static_cast<std::ptrdiff_t>(best),
          lines.begin() + static_cast<std::ptrdiff_t>(end)};
}

std::vector<StyledLine> snippet_lines(const Hit& hit, std::size_t columns) {
  std::vector<StyledLine> lines;
  append_wrapped(lines, hit.snippet.text, hit.snippet.highlights, columns);
  return lines;
}

// The title on as many lines as there is room for; of an item without one how its snippet begins.
std::vector<StyledLine> title_lines(const Hit& hit, std::size_t columns, std::size_t rows) {
  std::vector<StyledLine> lines;
  if (hit.bulletin.title.empty()) {
    append_wrapped(lines, hit.snippet.text, hit.snippet.highlights, columns, Role::kStrong);
    lines.resize(1);
    return lines;
  }
  append_wrapped(lines, hit.bulletin.title, hit.title_highlights, columns, Role::kStrong);
  if (lines.size() > rows) {
    lines.resize(rows);
    lines.back().text += "…";  // Beyond the edge the screen leaves it out.
  }
  return lines;
}

void draw_rank(const Canvas& canvas, const Hit& hit, Put where, bool has_cursor) {
  std::string rank = std::to_string(hit.rank);
  const std::size_t room = where.columns - 1;
  rank.insert(0, room - std::min(room, rank.size()), ' ');
  canvas.screen.put(where, rank, {Role::kFaint, has_cursor});
  if (hit.rank == canvas.state.hit + 1) {
    canvas.screen.put({where.row, where.column, 1}, ">", {Role::kStrong, has_cursor});
  }
}

// Title, facts, snippet, each with the lines that are left for it; returns how many it took.
std::size_t draw_hit(const Canvas& canvas, const Hit& hit, Area area) {
  const bool has_cursor = hit.rank == canvas.state.hit + 1 && canvas.state.pane == Pane::kHits;
  const std::size_t indent = std::min(rank_columns(canvas), area.columns);
  const std::size_t room = area.columns - indent;
  const std::size_t extra = area.rows - std::min(area.rows, canvas.layout.hit_rows);
  const auto title = title_lines(hit, room, 1 + std::min<std::size_t>(extra, 1));
  for (std::size_t i = 0; has_cursor && i < title.size(); ++i) {
    canvas.screen.reverse({area.row + i, area.column, area.columns});
  }
  draw_rank(canvas, hit, {area.row, area.column, indent}, has_cursor);
  const Area right{area.row, area.column + indent, area.rows, room};
  put_lines(canvas, title, right, has_cursor);
  const std::size_t used = title.size() + 1;
  if (area.rows < used) {
    return title.size();
  }
  canvas.screen.put_cut({right.row + title.size(), right.column, room}, facts_of(canvas, hit),
                        {Role::kFaint});
  auto lines = snippet_lines(hit, room);
  if (hit.bulletin.title.empty()) {
    lines.erase(lines.begin());
  }
  lines = best_lines(lines, area.rows - used);
  put_lines(canvas, lines, {right.row + used, right.column, area.rows - used, room});
  return used + lines.size();
}

// A limit to one country holds its code.
std::string part_name(const Canvas& canvas, const LooserSearch& looser) {
  return looser.kind == PartKind::kCountry
             ? name_in(canvas.look.language, canvas.labels.country(looser.text))
             : looser.text;
}

std::vector<StyledLine> nothing_lines(const Canvas& canvas, std::size_t columns) {
  const Words& words = canvas.words();
  std::vector<StyledLine> lines;
  append_wrapped(lines, words.nothing, {}, columns, Role::kStrong);
  if (!canvas.answers.result.near_misses) {
    return lines;
  }
  for (const MissingWord& missing : canvas.answers.result.near_misses->missing) {
    std::string line = std::string(words.no_item_has) + missing.word;
    for (const IndexWord& word : missing.near) {
      line += (&word == &missing.near.front() ? "; " + std::string(words.near) + ": "
                                              : std::string(", ")) +
              word.word + " (" + std::to_string(word.items) + ")";
    }
    append_wrapped(lines, line, {}, columns);
  }
  for (const LooserSearch& looser : canvas.answers.result.near_misses->looser) {
    append_wrapped(lines,
                   std::string(words.without) + ' ' +
                       std::string(part_text(canvas.look.language, looser.kind)) + ' ' +
                       (looser.occur == Occur::kMustNot ? "-" : "") + part_name(canvas, looser) +
                       ": " + items_text(canvas.look.language, looser.total),
                   {}, columns);
  }
  return lines;
}

}  // namespace

void put_lines(const Canvas& canvas, const std::vector<StyledLine>& lines, Area area,
               bool reversed) {
  for (std::size_t i = 0; i < std::min(lines.size(), area.rows); ++i) {
    canvas.screen.put_marked({area.row + i, area.column, area.columns}, lines[i].text,
                             lines[i].marks, {lines[i].role, reversed});
  }
}

void draw_hits(const Canvas& canvas) {
  const Area& area = canvas.layout.hits;
  if (area.rows == 0) {
    return;
  }
  if (canvas.answers.result.total == 0) {
    put_lines(canvas, nothing_lines(canvas, area.columns - 2),
              {area.row, area.column + 1, area.rows, area.columns - 2});
    return;
  }
  const std::vector<Hit>& hits = canvas.answers.result.hits;
  const std::size_t count = std::min(hits.size(), area.rows / canvas.layout.hit_rows);
  if (count == 0) {
    return;  // Another page is on its way.
  }
  // A page that is not full gives its room to titles and snippets.
  constexpr std::size_t kMostExtra = 4;
  const std::size_t extra = canvas.layout.hit_rows == 1
                                ? 0
                                : std::min(area.rows / count - canvas.layout.hit_rows, kMostExtra);
  std::size_t row = area.row;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t rows = canvas.layout.hit_rows + extra;
    const std::size_t used = draw_hit(canvas, hits[i], {row, area.column, rows, area.columns});
    row += extra == 0 ? rows : std::min(rows, used + 1);
  }
}

}  // namespace bulletin::browse
