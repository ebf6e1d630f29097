#include "searcher/web/page/world_map.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <map>

#include "indexer/schema/schema.hpp"
#include "searcher/web/page/assets.hpp"
#include "searcher/web/page/narrow.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kShades = 5;
constexpr Markup kFrame = "0 0 2000 915";

// A line of world.tsv.
struct MapShape {
  std::string_view code;  ///< `-` for land without a code.
  bool is_dot = false;    ///< Too small to draw.
  std::string_view drawing;
};

std::vector<MapShape> read_shapes(std::string_view table) {
  std::vector<MapShape> shapes;
  while (!table.empty()) {
    const std::size_t end = std::min(table.find('\n'), table.size());
    const std::string_view line = table.substr(0, end);
    const std::size_t kind = line.find('\t');
    const std::size_t drawing = line.find('\t', kind + 1);
    assert(drawing != line.npos && "the committed map has three columns");
    shapes.push_back({line.substr(0, kind), line.substr(kind + 1, drawing - kind - 1) == "dot",
                      line.substr(drawing + 1)});
    table.remove_prefix(std::min(end + 1, table.size()));
  }
  return shapes;
}

const std::vector<MapShape>& shapes() {
  static const std::vector<MapShape> read = read_shapes(asset_bytes("world.tsv"));
  return read;
}

// Counts differ by powers, so the shades do: each spans the same share of log(most).
class Shades {
 public:
  explicit Shades(std::size_t most) {
    for (std::size_t i = 1; i <= kShades; ++i) {
      const double share = static_cast<double>(i) / kShades;
      const auto end =
          static_cast<std::size_t>(std::llround(std::pow(static_cast<double>(most), share)));
      ends_.push_back(std::max(end, ends_.empty() ? 1 : ends_.back()));
    }
  }

  // From 1 to kShades.
  [[nodiscard]] std::size_t of(std::size_t count) const {
    const auto found = std::ranges::lower_bound(ends_, count);
    return std::min<std::size_t>(kShades, static_cast<std::size_t>(found - ends_.begin()) + 1);
  }

  // The least and the highest count of each shade that any count can have.
  [[nodiscard]] std::vector<std::pair<std::size_t, ByteRange>> ranges() const {
    std::vector<std::pair<std::size_t, ByteRange>> shown;
    std::size_t least = 1;
    for (std::size_t i = 0; i < ends_.size(); ++i) {
      if (ends_[i] >= least) {
        shown.push_back({i + 1, {least, ends_[i]}});
        least = ends_[i] + 1;
      }
    }
    return shown;
  }

 private:
  std::vector<std::size_t> ends_;  // Highest count of each shade, ascending.
};

std::string shade_class(std::size_t shade) {
  return "shade" + std::to_string(shade);
}

void add_shape(Html& html, const MapShape& shape, const std::string& shade) {
  if (!shape.is_dot) {
    html.empty("path", {{"class", shade}, {"d", std::string(shape.drawing)}});
    return;
  }
  const std::size_t space = shape.drawing.find(' ');
  html.empty("circle", {{"class", shade},
                        {"cx", std::string(shape.drawing.substr(0, space))},
                        {"cy", std::string(shape.drawing.substr(space + 1))},
                        {"r", "8"}});
}

void add_country(Html& html, const MapShape& shape, const Bucket& country, const Shades& shades,
                 const SearchRequest& request, const PageContext& context) {
  const std::string words = context.name(context.labels.country(country.value)) +
                            context.say(Say::kColon) + context.items(country.count);
  html.open("a", {{"href", context.search_link(limited_to(request, "country", country.value))},
                  {"aria-label", words},
                  {"class", "chosen",
                   std::ranges::find(request.query.countries, country.value) !=
                       request.query.countries.end()}})
      .element("title", words);
  add_shape(html, shape, shade_class(shades.of(country.count)));
  html.close();
}

void add_legend(Html& html, const Shades& shades, const PageContext& context) {
  html.open("ul", {{"class", "legend"}});
  for (const auto& [shade, range] : shades.ranges()) {
    html.open("li")
        .open("svg", {{"viewBox", "0 0 10 10"}, {"aria-hidden", "true"}})
        .empty("rect", {{"class", shade_class(shade)}, {"width", "10"}, {"height", "10"}})
        .close()
        .text(range.begin == range.end ? grouped(range.begin)
                                       : grouped(range.begin) + "–" + grouped(range.end))
        .close();
  }
  html.close().element("p", {{"class", "note"}}, context.say(Say::kBorders));
}

}  // namespace

Html world_map(const std::vector<Bucket>& countries, const SearchRequest& request,
               const PageContext& context) {
  std::map<std::string_view, const Bucket*> counted;
  std::size_t most = 0;
  for (const Bucket& country : countries) {
    if (country.value != kNone) {
      counted.emplace(country.value, &country);
      most = std::max(most, country.count);
    }
  }
  const Shades shades(most);
  Html html;
  html.open("figure", {{"class", "world"}})
      .open("svg", {{"viewBox", std::string(kFrame.text())},
                    {"role", "group"},
                    {"aria-label", context.say(Say::kMapLabel)}});
  // Land without items lies below, dots above all.
  for (const bool dots : {false, true}) {
    for (const MapShape& shape : shapes()) {
      const auto country = counted.find(shape.code);
      if (shape.is_dot != dots) {
        continue;
      }
      if (country != counted.end() && country->second->count > 0) {
        add_country(html, shape, *country->second, shades, request, context);
      } else if (!dots) {
        add_shape(html, shape, "land");
      }
    }
  }
  html.close().open("figcaption");
  add_legend(html, shades, context);
  return html.close().close();
}

}  // namespace bulletin
