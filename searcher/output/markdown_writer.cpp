#include "searcher/output/markdown_writer.hpp"

#include "searcher/output/facets_text.hpp"
#include "searcher/output/result_text.hpp"

namespace bulletin {
namespace {

// An address that stays inside its angle brackets, or nothing.
std::string link_target(const std::string& url) {
  const bool is_safe = (url.starts_with("http://") || url.starts_with("https://")) &&
                       url.find_first_of("<>\\ \t\r\n") == std::string::npos;
  return is_safe ? url : std::string();
}

std::string with_bold(std::string_view text, const std::vector<ByteRange>& marks) {
  std::string out;
  std::size_t at = 0;
  for (const ByteRange& mark : marks) {
    out += markdown_escaped(text.substr(at, mark.begin - at)) + "**" +
           markdown_escaped(text.substr(mark.begin, mark.end - mark.begin)) + "**";
    at = mark.end;
  }
  return out + markdown_escaped(text.substr(at));
}

std::string about(const Bulletin& item, const Labels& labels) {
  const auto date = shown_date(item);
  std::string line = date ? format_span(*date) : "no date";
  for (const std::string& code : offered_countries(item)) {
    line += " · " + both_names(labels.country(code));
  }
  return markdown_escaped(line + " · " + language_name(item.lang) + " · " + item.id);
}

// The other hits of the story as a paragraph in front of the snippet.
std::string group_line(const Hit& hit, const std::string& indent) {
  std::string line;
  for (const GroupedItem& item : hit.group.value_or(std::vector<GroupedItem>())) {
    line +=
        (line.empty() ? "Also: " : "; ") + markdown_escaped(item.headline + " (" + item.id + ")");
  }
  return line.empty() ? line : line + "\n\n" + indent;
}

}  // namespace

std::string markdown_escaped(std::string_view text) {
  constexpr std::string_view kMarkup = "\\`*_{}[]()<>#+-.!|~&$:@=";
  std::string out;
  for (const char c : printable(text)) {
    if (c == '\n' || c == '\t') {
      out += ' ';
      continue;
    }
    if (kMarkup.find(c) != std::string_view::npos) {
      out += '\\';
    }
    out += c;
  }
  return out;
}

std::string MarkdownWriter::head(const SearchResult& result) {
  const std::string name = shown_.query.empty() ? "All items" : markdown_escaped(shown_.query);
  return "# " + name + "\n\n" + count_text(result) + '\n';
}

std::string MarkdownWriter::hit(const Hit& hit) {
  const std::string number = std::to_string(hit.rank) + ". ";
  const std::string indent(number.size(), ' ');
  const std::string target = link_target(hit.bulletin.url);
  const std::string title = hit.bulletin.title.empty()
                                ? markdown_escaped(headline(hit.bulletin))
                                : with_bold(hit.bulletin.title, hit.title_highlights);
  return '\n' + number + (target.empty() ? title : '[' + title + "](<" + target + ">)") + "\n\n" +
         indent + about(hit.bulletin, shown_.labels) + "\n\n" + indent + group_line(hit, indent) +
         with_bold(hit.snippet.text, hit.snippet.highlights) + '\n';
}

std::string MarkdownWriter::tail(const SearchResult& /*result*/) {
  return {};
}

}  // namespace bulletin
