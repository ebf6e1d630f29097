#include "indexer/ingest/html_title.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "indexer/ingest/html_tags.hpp"
#include "indexer/ingest/item_fields.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kMaxTitleBytes = 500;

std::vector<PageTitle> headings_of(const HtmlTree& tree, const SkipMarks& unseen) {
  std::vector<PageTitle> headings;
  for (std::size_t at = tree.body(); at < tree.size();) {
    if (unseen[at] || !is_heading(tree[at])) {
      at = unseen[at] ? tree[at].end : at + 1;
      continue;
    }
    std::string text = one_line(join_lines(lines_of(tree, at, tree[at].end, unseen)));
    if (!text.empty() && text.size() <= kMaxTitleBytes) {
      headings.push_back({std::move(text), at});
    }
    at = tree[at].end;  // A heading in a heading is part of it.
  }
  return headings;
}

struct Cut {
  std::string_view title, site;
};

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

// Bytes of the mark at `at` that may part a title from the name of its site. A hyphen in a word is
// none, one between Chinese characters is.
std::size_t mark_at(std::string_view title, std::size_t at) {
  constexpr std::string_view kMarks[] = {
      " | ", "|", " - ", " – ", " — ", " :: ", "_", "｜", "–", "—", " » ", " « "};
  for (const std::string_view mark : kMarks) {
    if (title.substr(at).starts_with(mark)) {
      return mark.size();
    }
  }
  const bool hyphen = title[at] == '-' && at + 1 < title.size() &&
                      (!is_ascii(title[at - 1]) || !is_ascii(title[at + 1]));
  return hyphen ? 1 : 0;
}

// The ways to cut a title in two, the shortest title first.
std::vector<Cut> cuts_of(std::string_view title) {
  std::vector<Cut> cuts;
  for (std::size_t at = 1; at < title.size(); ++at) {
    if (const std::size_t mark = mark_at(title, at); mark > 0) {
      const Cut cut{trim(title.substr(0, at)), trim(title.substr(at + mark))};
      if (!cut.title.empty() && !cut.site.empty()) {
        cuts.push_back(cut);
      }
      at += mark - 1;
    }
  }
  return cuts;
}

// Whether a cut takes off the site's name: it says so itself, or the name stands in a short line
// elsewhere on the page.
bool takes_off_site(const Cut& cut, std::string_view site, const std::vector<TextLine>& lines) {
  constexpr std::size_t kShortestName = 4;
  constexpr std::size_t kMostAround = 60;
  return cut.site == site ||
         (cut.site.size() >= kShortestName && std::ranges::any_of(lines, [&](const TextLine& line) {
            return line.text.size() <= cut.site.size() + kMostAround &&
                   !line.text.starts_with(cut.title) &&
                   line.text.find(cut.site) != std::string::npos;
          }));
}

std::string without_site(std::string_view title, std::string_view site,
                         const std::vector<TextLine>& lines) {
  for (bool again = true; again;) {
    again = false;
    for (const Cut& cut : cuts_of(title)) {
      if (takes_off_site(cut, site, lines)) {
        title = cut.title;
        again = true;
        break;
      }
    }
  }
  return std::string(title);
}

// Whether a heading is the title, or the title before its site's name, or goes on where the title
// was cut short.
bool agrees(std::string_view heading, std::string_view title) {
  constexpr std::size_t kTelling = 20;
  return heading == title || (title.size() >= kTelling && heading.starts_with(title)) ||
         std::ranges::any_of(cuts_of(title), [&](const Cut& cut) { return cut.title == heading; });
}

const PageTitle* only_first_heading(const HtmlTree& tree, const std::vector<PageTitle>& headings) {
  const PageTitle* only = nullptr;
  for (const PageTitle& heading : headings) {
    if (tree[heading.node].tag == GUMBO_TAG_H1) {
      if (only != nullptr) {
        return nullptr;
      }
      only = &heading;
    }
  }
  return only == nullptr && headings.size() == 1 ? headings.data() : only;
}

}  // namespace

PageTitle find_title(const HtmlTree& tree, const PageMeta& meta, const SkipMarks& unseen) {
  const std::string title = meta.title.size() <= kMaxTitleBytes ? meta.title : std::string();
  const std::vector<PageTitle> headings = headings_of(tree, unseen);
  for (const PageTitle& heading : headings) {
    if (agrees(heading.text, title)) {
      return heading;
    }
  }
  const auto lines = lines_of(tree, tree.body(), tree[tree.body()].end, unseen);
  for (const TextLine& line : lines) {
    if (!line.is_link() && agrees(line.text, title)) {
      return {line.text, tree[line.node].parent};
    }
  }
  const std::string own = without_site(title, meta.site, lines);
  const PageTitle* heading = only_first_heading(tree, headings);
  // A heading within the title is the site's name.
  if (heading != nullptr && title.find(heading->text) == std::string::npos) {
    return *heading;
  }
  return {own == meta.site ? std::string() : own, 0};
}

}  // namespace bulletin
