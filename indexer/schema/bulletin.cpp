#include "indexer/schema/bulletin.hpp"

#include <algorithm>

#include "indexer/analysis/utf8.hpp"

namespace bulletin {
namespace {

// Ends of a clause that may stand alone as a headline, in both languages.
bool ends_clause(char32_t c) {
  constexpr std::u32string_view kEnds = U"。！？；，,;!?\n";
  return kEnds.find(c) != std::u32string_view::npos;
}

// Near enough for a headline: everything from the CJK radicals on takes two columns.
bool is_wide(char32_t c) {
  return c >= 0x2E80;
}

bool is_space(char32_t c) {
  return c == U' ' || c == U'\t' || c == 0x3000;
}

}  // namespace

std::string_view file_of(const ItemSource& source) {
  const std::string_view path = source.path;
  return source.file_bytes == 0 ? path : path.substr(0, source.file_bytes);
}

std::vector<DateSpan> dated_spans(const Bulletin& bulletin) {
  std::vector<DateSpan> spans;
  spans.reserve(bulletin.dates.size());
  for (const DateMention& mention : bulletin.dates) {
    spans.push_back(mention.span);
  }
  if (spans.empty() && bulletin.published) {
    spans.push_back(day_span(*bulletin.published));
  }
  return spans;
}

std::optional<DateSpan> shown_date(const Bulletin& bulletin) {
  if (bulletin.item_date) {
    return bulletin.item_date;
  }
  const std::vector<DateSpan> spans = dated_spans(bulletin);
  return spans.empty() ? std::nullopt : std::optional(spans.front());
}

std::vector<std::string> offered_countries(const Bulletin& bulletin) {
  std::vector<std::string> codes;
  for (const CountryMention& country : bulletin.countries) {
    const auto is_publisher = [](const Evidence& e) { return e.rule == "publisher"; };
    if (!std::ranges::all_of(country.evidence, is_publisher)) {
      codes.push_back(country.code);
    }
  }
  return codes;
}

std::string headline(const Bulletin& bulletin, std::size_t max_columns) {
  return headline(bulletin.title, bulletin.text, max_columns);
}

std::string headline(std::string_view title, std::string_view text, std::size_t max_columns) {
  if (!title.empty()) {
    return std::string(title);
  }
  constexpr std::size_t kShortest = 40;  // "On 5 May 2019," alone is no headline.
  std::size_t end = 0;
  std::size_t last_space = 0;
  for (std::size_t columns = 0; end < text.size();) {
    std::size_t ahead = end;
    const char32_t c = next_code_point(text, ahead);
    if (c == U'\n' || (columns >= kShortest && ends_clause(c))) {
      return std::string(text.substr(0, end));
    }
    if (columns >= max_columns) {
      return std::string(text.substr(0, last_space > end / 2 ? last_space : end)) + "…";
    }
    last_space = is_space(c) ? end : last_space;
    columns += is_wide(c) ? 2 : 1;
    end = ahead;
  }
  return std::string(text);
}

}  // namespace bulletin
