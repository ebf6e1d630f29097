#include "indexer/understanding/country_context.hpp"

#include <algorithm>
#include <memory>

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "indexer/analysis/utf8.hpp"

namespace bulletin {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

// Words of two paragraphs are no neighbours.
bool parts_paragraphs(std::string_view gap) {
  return std::ranges::count(gap, '\n') > 1;
}

}  // namespace

char32_t code_point_before(std::string_view text, std::size_t at) {
  if (at == 0) {
    return 0;
  }
  std::size_t begin = character_begin(text, at - 1);
  return next_code_point(text, begin);
}

WordSpan word_after(std::string_view text, std::size_t at) {
  const std::size_t start = at;
  if (at < text.size() && text[at] == '-') {
    ++at;
  }
  while (at < text.size() && is_space(text[at])) {
    ++at;
  }
  if (parts_paragraphs(text.substr(start, at - start))) {
    return {at, at};
  }
  return {at, ascii_word_end(text, at)};
}

WordSpan word_before(std::string_view text, std::size_t at) {
  const std::size_t start = at;
  while (at > 0 && is_space(text[at - 1])) {
    --at;
  }
  if (at == start || parts_paragraphs(text.substr(at, start - at))) {
    return {};
  }
  if (at > 0 && text[at - 1] == '.') {
    --at;
  }
  const std::size_t end = at;
  while (at > 0 && is_ascii_word(text[at - 1])) {
    --at;
  }
  return {at, end};
}

Evidence quote(const FieldView& view, const WordSpan& span, std::string_view rule) {
  const std::size_t begin = view.folded->source_begin(span.begin);
  const std::size_t end = view.folded->source_end(span.end);
  return {.field = view.field,
          .begin_byte = begin,
          .end_byte = end,
          .surface = std::string(view.source.substr(begin, end - begin)),
          .rule = std::string(rule)};
}

bool is_capitalised(const FieldView& view, const WordSpan& span) {
  const std::size_t at = view.folded->source_begin(span.begin);
  if (at >= view.source.size()) {
    return false;
  }
  std::size_t next = at;
  const char32_t c = next_code_point(view.source, next);
  return c < 0x80 ? !(c >= 'a' && c <= 'z') : u_islower(static_cast<UChar32>(c)) == 0;
}

bool is_upper_case(const FieldView& view, const WordSpan& span) {
  const std::size_t begin = view.folded->source_begin(span.begin);
  const std::size_t end = view.folded->source_end(span.end);
  return std::ranges::none_of(view.source.substr(begin, end - begin),
                              [](char c) { return c >= 'a' && c <= 'z'; });
}

bool starts_sentence(const FieldView& view, std::size_t at) {
  const std::string_view text = view.text();
  while (at > 0 && is_space(text[at - 1])) {
    if (text[--at] == '\n') {
      return true;
    }
  }
  return at == 0 || std::string_view(".!?:\"'”“‘’(").find(text[at - 1]) != std::string_view::npos;
}

FieldView FieldView::of(TextField field, std::string_view source, const FoldedText& folded) {
  FieldView view{field, source, &folded, false};
  if (field != TextField::kTitle) {
    return view;
  }
  std::size_t words = 0;
  std::size_t capitals = 0;
  const std::string_view text = view.text();
  for (std::size_t at = 0; at < text.size();) {
    WordSpan word{at, at};
    while (word.end < text.size() && is_ascii_word(text[word.end])) {
      ++word.end;
    }
    if (word.end - word.begin > 3) {
      ++words;
      capitals += is_capitalised(view, word) ? 1 : 0;
    }
    at = word.end + 1;
  }
  view.is_headline = words > 0 && capitals * 3 >= words * 2;
  return view;
}

}  // namespace bulletin
