#include <algorithm>
#include <string>

#include "searcher/browse/draw_parts.hpp"
#include "searcher/browse/item_page.hpp"

namespace bulletin::browse {
namespace {

// Lines of a list of similar items, three each, with the heading of their group.
void draw_entry(const Canvas& canvas, const SimilarItem& item, Area area, bool is_chosen) {
  if (is_chosen) {
    canvas.screen.reverse({area.row, area.column, area.columns});
  }
  const Style style{Role::kStrong, is_chosen};
  canvas.screen.put({area.row, area.column, 1}, is_chosen ? ">" : " ", style);
  const std::size_t room = area.columns - 2;
  canvas.screen.put_cut({area.row, area.column + 2, room}, headline(item.hit.bulletin), style);
  std::string shared;
  for (const std::string& word : item.shared) {
    shared += (shared.empty() ? ": " : ", ") + word;
  }
  if (area.rows > 1) {
    canvas.screen.put_cut({area.row + 1, area.column + 2, room},
                          facts_line(item.hit.bulletin, canvas.labels, canvas.look.language),
                          {Role::kFaint});
  }
  if (area.rows > 2) {
    canvas.screen.put_cut({area.row + 2, area.column + 2, room},
                          std::string(canvas.words().shared) + shared);
  }
}

}  // namespace

void draw_item(const Canvas& canvas) {
  const Area& area = canvas.layout.body;
  const Layer& layer = canvas.state.layers.back();
  if (!canvas.answers.item) {
    canvas.screen.put({area.row, 0, area.columns}, canvas.words().gone);
    return;
  }
  const auto lines = item_lines(*canvas.answers.item, layer.evidence, canvas.labels,
                                canvas.look.language, area.columns);
  const std::size_t first = std::min(layer.at, lines.size() - std::min(lines.size(), area.rows));
  put_lines(canvas, {lines.begin() + static_cast<std::ptrdiff_t>(first), lines.end()}, area);
  if (lines.size() > area.rows) {
    const std::string seen = ' ' + std::to_string(first + 1) + '-' +
                             std::to_string(first + area.rows) + '/' + std::to_string(lines.size());
    const std::size_t column = area.columns - std::min(area.columns, seen.size());
    canvas.screen.put({canvas.layout.query.row, column, seen.size()}, seen, {Role::kStrong});
  }
}

void draw_similar(const Canvas& canvas) {
  const Area& area = canvas.layout.body;
  if (!canvas.answers.similar) {
    canvas.screen.put({area.row, 0, area.columns}, canvas.words().gone);
    return;
  }
  const SimilarItems& similar = *canvas.answers.similar;
  canvas.screen.put_cut({area.row, 0, area.columns},
                        std::string(canvas.words().like) + ' ' + headline(similar.item),
                        {Role::kFaint});
  const auto entries = entries_of(similar);
  if (entries.empty()) {
    canvas.screen.put({area.row + 1, 0, area.columns}, canvas.words().none_like);
    return;
  }
  constexpr std::size_t kEntry = 3;
  const std::size_t height = std::max<std::size_t>(1, (area.rows - 1) / kEntry);
  const std::size_t at = canvas.state.layers.back().at;
  const std::size_t first = at / height * height;
  for (std::size_t i = first; i < std::min(entries.size(), first + height); ++i) {
    const std::size_t row = area.row + 1 + (i - first) * kEntry;
    draw_entry(canvas, *entries[i],
               {row, 0, std::min(kEntry, area.row + area.rows - row), area.columns}, i == at);
  }
}

void draw_help(const Canvas& canvas) {
  const Area& area = canvas.layout.body;
  constexpr std::size_t kKeys = 20;
  const auto lines = help_lines(canvas.look.language);
  const std::size_t last = lines.size() - std::min(lines.size(), area.rows);
  const std::size_t first = std::min(canvas.state.layers.back().at, last);
  for (std::size_t i = 0; i < std::min(area.rows, lines.size() - first); ++i) {
    const std::string_view line = lines[first + i];
    const std::size_t tab = std::min(line.find('\t'), line.size());
    canvas.screen.put({area.row + i, 1, kKeys - 1}, line.substr(0, tab), {Role::kStrong});
    if (tab < line.size()) {
      canvas.screen.put_cut({area.row + i, kKeys, area.columns - std::min(area.columns, kKeys)},
                            line.substr(tab + 1));
    }
  }
}

}  // namespace bulletin::browse
