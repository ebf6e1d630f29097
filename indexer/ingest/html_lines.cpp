#include "indexer/ingest/html_lines.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "indexer/analysis/utf8.hpp"
#include "indexer/ingest/html_tags.hpp"

namespace bulletin {
namespace {

bool is_white(char32_t c) {
  return c <= 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

// Zero width space, byte order mark, soft hyphen.
bool is_nothing(char32_t c) {
  return c == 0x200B || c == 0xFEFF || c == 0xAD;
}

bool is_wide(char32_t c) {
  return is_han(c) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF01 && c <= 0xFF5E);
}

// Builds lines out of pieces of text.
class LineBuilder {
 public:
  std::vector<TextLine> lines;

  // `keeps_breaks`: as in <pre>.
  void add(std::string_view text, const TextLine& place, bool in_link, bool keeps_breaks) {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t begin = at;
      const char32_t c = next_code_point(text, at);
      if (c == '\n' && keeps_breaks) {
        end_line();
      } else if (is_white(c)) {
        white_ = std::max(white_, c == '\n' ? White::kBreak : White::kSpace);
      } else if (!is_nothing(c)) {
        put(text.substr(begin, at - begin), c, place, in_link);
      }
    }
  }

  void end_line() {
    if (!now_.text.empty()) {
      lines.push_back(std::exchange(now_, {}));
    }
    white_ = White::kNone;
  }

 private:
  enum class White : std::uint8_t { kNone, kSpace, kBreak };

  void put(std::string_view character, char32_t c, const TextLine& place, bool in_link) {
    if (now_.text.empty()) {
      now_ = place;
    } else if (white_ == White::kSpace ||
               (white_ == White::kBreak && !(is_wide(last_) && is_wide(c)))) {
      now_.text += ' ';
    }
    now_.text += character;
    now_.link_bytes += in_link ? character.size() : 0;
    white_ = White::kNone;
    last_ = c;
  }

  TextLine now_;
  White white_ = White::kNone;
  char32_t last_ = 0;
};

bool is_hidden(const HtmlTree& tree, std::size_t at) {
  if (tree.has_attribute(at, "hidden") || tree.attribute(at, "aria-hidden") == "true") {
    return true;
  }
  std::string style = ascii_lower(tree.attribute(at, "style"));
  std::erase(style, ' ');
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

bool is_in_link(const HtmlTree& tree, std::size_t at) {
  while (at != tree[at].parent && !is_link(tree, at)) {
    at = tree[at].parent;
  }
  return is_link(tree, at);
}

}  // namespace

std::vector<TextLine> lines_of(const HtmlTree& tree, std::size_t begin, std::size_t end,
                               const SkipMarks& skip) {
  LineBuilder builder;
  std::vector<std::size_t> block_ends;
  std::size_t link_end = begin < end && is_in_link(tree, begin) ? end : 0;
  std::size_t heading_end = 0;
  std::size_t pre_end = 0;
  for (std::size_t at = begin; at < end;) {
    while (!block_ends.empty() && block_ends.back() <= at) {
      block_ends.pop_back();
      builder.end_line();
    }
    const HtmlNode& node = tree[at];
    if (skip[at]) {
      at = node.end;
      continue;
    }
    if (node.is_text()) {
      builder.add(node.text, {.node = at, .line = node.line, .heading = at < heading_end},
                  at < link_end, at < pre_end);
    } else if (is_block(node) || node.tag == GUMBO_TAG_BR) {
      builder.end_line();
      block_ends.push_back(node.end);
    }
    link_end = is_link(tree, at) ? std::max(link_end, node.end) : link_end;
    heading_end = is_heading(node) ? node.end : heading_end;
    pre_end = node.tag == GUMBO_TAG_PRE ? node.end : pre_end;
    ++at;
  }
  builder.end_line();
  return std::move(builder.lines);
}

std::string join_lines(const std::vector<TextLine>& lines) {
  std::string text;
  for (const TextLine& line : lines) {
    if (!text.empty()) {
      text += '\n';
    }
    text += line.text;
  }
  return text;
}

std::string one_line(std::string_view text) {
  LineBuilder builder;
  builder.add(text, {}, false, false);
  builder.end_line();
  return join_lines(builder.lines);
}

bool is_link(const HtmlTree& tree, std::size_t at) {
  if (tree[at].tag != GUMBO_TAG_A) {
    return false;
  }
  const std::string_view target = tree.attribute(at, "href");
  return !target.empty() && !target.starts_with('#');
}

SkipMarks unseen_marks(const HtmlTree& tree) {
  SkipMarks marks(tree.size(), false);
  for (std::size_t at = 0; at < tree.size(); ++at) {
    const GumboTag tag = tree[at].tag;
    marks[at] = tag == GUMBO_TAG_HEAD || tag == GUMBO_TAG_TITLE || tag == GUMBO_TAG_RT ||
                tag == GUMBO_TAG_RP || is_hidden(tree, at);
  }
  return marks;
}

}  // namespace bulletin
