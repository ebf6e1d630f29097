#include "indexer/ingest/html_tags.hpp"

#include <algorithm>

namespace bulletin {
namespace {

constexpr std::string_view kSpaces = " \t\n\r\f";

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_space(char c) {
  return kSpaces.find(c) != std::string_view::npos;
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Reads on from a place in the text; everything stops at its end.
class Cursor {
 public:
  Cursor(std::string_view text, std::size_t at) : text_(text), at_(std::min(at, text.size())) {}

  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] bool done() const { return at_ >= text_.size(); }
  [[nodiscard]] char now() const { return text_[at_]; }
  void step() { ++at_; }

  void skip_spaces() { at_ = std::min(text_.find_first_not_of(kSpaces, at_), text_.size()); }
  void skip_to(std::string_view any_of) {
    at_ = std::min(text_.find_first_of(any_of, at_), text_.size());
  }

 private:
  std::string_view text_;
  std::size_t at_;
};

void skip_value(Cursor& cursor) {
  cursor.skip_spaces();
  if (cursor.done() || cursor.now() == '>') {
    return;
  }
  const char quote = cursor.now();
  if (quote != '"' && quote != '\'') {
    cursor.skip_to(" \t\n\r\f>");
    return;
  }
  cursor.step();
  cursor.skip_to(std::string_view(&quote, 1));
  if (!cursor.done()) {
    cursor.step();
  }
}

// Reads the attributes up to and with the `>`.
void read_attributes(Cursor& cursor, HtmlTag& tag) {
  while (!cursor.done()) {
    cursor.skip_spaces();
    if (cursor.done()) {
      break;
    }
    if (cursor.now() == '>') {
      cursor.step();
      tag.end = cursor.at();
      return;
    }
    tag.self_closed = cursor.now() == '/';
    if (tag.self_closed) {
      cursor.step();
      continue;
    }
    ++tag.attributes;
    cursor.step();  // Even a `=`: it starts a name here.
    cursor.skip_to(" \t\n\r\f/>=");
    cursor.skip_spaces();
    if (!cursor.done() && cursor.now() == '=') {
      cursor.step();
      skip_value(cursor);
    }
  }
  tag.cut = true;
  tag.end = cursor.at();
}

HtmlTag read_nameless(std::string_view html, std::size_t begin, std::string_view closing,
                      std::size_t from) {
  const std::size_t found = html.find(closing, from);
  HtmlTag tag{.begin = begin, .end = html.size(), .cut = found == std::string_view::npos};
  if (!tag.cut) {
    tag.end = found + closing.size();
  }
  return tag;
}

HtmlTag read_named(std::string_view html, std::size_t begin, bool closes) {
  HtmlTag tag{.begin = begin, .closes = closes};
  Cursor cursor(html, begin + (closes ? 2 : 1));
  const std::size_t name = cursor.at();
  cursor.skip_to(" \t\n\r\f/>");
  tag.name = ascii_lower(html.substr(name, cursor.at() - name));
  read_attributes(cursor, tag);
  return tag;
}

}  // namespace

std::optional<HtmlTag> next_tag(std::string_view html, std::size_t at) {
  for (at = html.find('<', at); at != std::string_view::npos; at = html.find('<', at + 1)) {
    const std::string_view rest = html.substr(at);
    if (rest.starts_with("<!--")) {
      // `<!-->` and `<!--->` are whole comments.
      return rest.starts_with("<!-->") || rest.starts_with("<!--->")
                 ? read_nameless(html, at, ">", at + 4)
                 : read_nameless(html, at, "-->", at + 4);
    }
    const bool closes = rest.starts_with("</");
    const char first = rest.size() > (closes ? 2U : 1U) ? rest[closes ? 2 : 1] : ' ';
    if (is_letter(first)) {
      return read_named(html, at, closes);
    }
    if (closes || first == '!' || first == '?') {
      return read_nameless(html, at, ">", at + 1);
    }
  }
  return std::nullopt;
}

std::size_t find_closing_tag(std::string_view html, std::size_t at, std::string_view name) {
  for (at = html.find("</", at); at != std::string_view::npos; at = html.find("</", at + 2)) {
    const std::string_view found = html.substr(at + 2, name.size());
    const std::size_t behind = at + 2 + name.size();
    const bool ends = behind >= html.size() || is_space(html[behind]) || html[behind] == '>' ||
                      html[behind] == '/';
    if (ends && ascii_lower(found) == name) {
      return at;
    }
  }
  return std::string_view::npos;
}

std::string ascii_lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), lower);
  return result;
}

}  // namespace bulletin
