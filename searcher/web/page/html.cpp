#include "searcher/web/page/html.hpp"

#include <cassert>

#include "indexer/analysis/checked_utf8.hpp"

namespace bulletin {
namespace {

constexpr std::string_view kReplacement = "\uFFFD";

// XML 1.0 has no place for most controls, halves of surrogates and the two ends of a plane.
bool is_character(std::int32_t c) {
  if (c < 0x20) {
    return c == '\t' || c == '\n' || c == '\r';
  }
  return c != 0x7F && (c & 0xFFFE) != 0xFFFE && (c < 0xD800 || c > 0xDFFF);
}

std::string_view entity(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

}  // namespace

Attribute flag(Markup name, bool on) {
  return {name, std::string(name.text()), on};
}

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const std::int32_t c = checked_code_point(text, at);
    if (!is_character(c)) {
      out += kReplacement;
      continue;
    }
    const std::string_view name = c < 0x80 ? entity(text[begin]) : std::string_view();
    out += name.empty() ? text.substr(begin, at - begin) : name;
  }
  return out;
}

void Html::begin_tag(Markup name, Attributes attributes) {
  out_ += '<';
  out_ += name.text();
  for (const Attribute& attribute : attributes) {
    if (attribute.wanted) {
      out_ += ' ';
      out_ += attribute.name.text();
      out_ += "=\"" + escaped(attribute.value) + '"';
    }
  }
}

Html& Html::open(Markup name, Attributes attributes) {
  begin_tag(name, attributes);
  out_ += '>';
  open_.push_back(name.text());
  return *this;
}

Html& Html::close() {
  assert(!open_.empty() && "each close() has its open()");
  out_ += "</";
  out_ += open_.back();
  out_ += '>';
  open_.pop_back();
  return *this;
}

Html& Html::text(std::string_view text) {
  out_ += escaped(text);
  return *this;
}

Html& Html::element(Markup name, Attributes attributes, std::string_view text) {
  return open(name, attributes).text(text).close();
}

Html& Html::empty(Markup name, Attributes attributes) {
  begin_tag(name, attributes);
  out_ += " />";
  return *this;
}

Html& Html::constant(Markup markup) {
  out_ += markup.text();
  return *this;
}

Html& Html::add(const Html& part) {
  out_ += part.bytes();
  return *this;
}

Html& Html::marked(std::string_view text, const std::vector<ByteRange>& marks) {
  std::size_t at = 0;
  for (const ByteRange& mark : marks) {
    this->text(text.substr(at, mark.begin - at));
    element("mark", text.substr(mark.begin, mark.end - mark.begin));
    at = mark.end;
  }
  return this->text(text.substr(at));
}

const std::string& Html::bytes() const {
  assert(open_.empty() && "every element is closed");
  return out_;
}

}  // namespace bulletin
