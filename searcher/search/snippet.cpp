#include "searcher/search/snippet.hpp"

#include <algorithm>

#include "indexer/analysis/utf8.hpp"
#include "searcher/search/columns.hpp"

namespace bulletin {
namespace {

constexpr std::string_view kEllipsis = "…";

bool is_closing_quote(char32_t c) {
  constexpr std::u32string_view kClosing = U"”’\"')）」』】》";
  return kClosing.find(c) != std::u32string_view::npos;
}

std::size_t skip_closing_quotes(std::string_view text, std::size_t at) {
  for (std::size_t ahead = at; ahead < text.size(); at = ahead) {
    if (!is_closing_quote(next_code_point(text, ahead))) {
      break;
    }
  }
  return at;
}

// "3.5" and "Dr.Selim" hold no sentence end: an ASCII full stop needs a space behind it, or a
// closing quote and then a space.
bool ends_sentence(char32_t c, std::string_view behind) {
  constexpr std::u32string_view kAlways = U"。！？\n";
  constexpr std::u32string_view kBeforeSpace = U".!?;";
  if (kAlways.find(c) != std::u32string_view::npos) {
    return true;
  }
  if (kBeforeSpace.find(c) == std::u32string_view::npos) {
    return false;
  }
  behind.remove_prefix(skip_closing_quotes(behind, 0));
  return behind.empty() || behind.front() == ' ' || behind.front() == '\n';
}

// A full stop inside a mark ("13 Dec. 2019") ends nothing.
std::vector<ByteRange> sentences_of(std::string_view text, const std::vector<ByteRange>& marks) {
  std::vector<ByteRange> sentences;
  std::size_t begin = 0;
  auto mark = marks.begin();
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    while (mark != marks.end() && mark->end <= at) {
      ++mark;
    }
    const bool inside_mark = mark != marks.end() && mark->begin < at;
    if (inside_mark || !ends_sentence(c, text.substr(at))) {
      continue;
    }
    at = skip_closing_quotes(text, at);
    while (at < text.size() && (text[at] == ' ' || text[at] == '\n')) {
      ++at;  // A straight quote behind the space opens the next sentence.
    }
    sentences.push_back({begin, at});
    begin = at;
  }
  if (begin < text.size()) {
    sentences.push_back({begin, text.size()});
  }
  return sentences;
}

std::size_t marks_in(const std::vector<ByteRange>& marks, ByteRange range) {
  return static_cast<std::size_t>(std::ranges::count_if(marks, [&](const ByteRange& mark) {
    return mark.begin >= range.begin && mark.begin < range.end;
  }));
}

// Grows from the sentence with most marks by whole sentences, forward first.
ByteRange best_window(std::string_view text, const std::vector<ByteRange>& marks,
                      std::size_t max_columns) {
  const std::vector<ByteRange> sentences = sentences_of(text, marks);
  if (sentences.empty()) {
    return {};
  }
  const auto best = std::ranges::max_element(
      sentences, {}, [&](const ByteRange& sentence) { return marks_in(marks, sentence); });
  auto first = best;
  auto last = best;
  const auto width = [&](std::size_t begin, std::size_t end) {
    return columns_of(text.substr(begin, end - begin));
  };
  std::size_t used = width(best->begin, best->end);
  for (bool grew = true; grew;) {
    grew = false;
    if (std::next(last) != sentences.end()) {
      const std::size_t more = width(std::next(last)->begin, std::next(last)->end);
      if (used + more <= max_columns) {
        ++last, used += more, grew = true;
      }
    }
    if (first != sentences.begin()) {
      const std::size_t more = width(std::prev(first)->begin, std::prev(first)->end);
      if (used + more <= max_columns) {
        --first, used += more, grew = true;
      }
    }
  }
  return {first->begin, last->end};
}

bool inside_mark(const std::vector<ByteRange>& marks, std::size_t at) {
  return std::ranges::any_of(
      marks, [&](const ByteRange& mark) { return mark.begin < at && at < mark.end; });
}

// A place between two words: a space before it, or a wide character on either side.
bool between_words(std::string_view text, std::size_t at) {
  std::size_t ahead = at;
  return at == 0 || at >= text.size() || text[at - 1] == ' ' || text[at] == ' ' ||
         next_code_point(text, ahead) >= 0x2E80;
}

// Cuts a sentence that alone is too long: some context before its first mark, then what fits. The
// first mark is kept whole up to twice the width; a word longer than that is cut inside.
ByteRange cut_long(std::string_view text, const std::vector<ByteRange>& marks, ByteRange window,
                   std::size_t max_columns) {
  const auto first = std::ranges::find_if(
      marks, [&](const ByteRange& mark) { return mark.begin >= window.begin; });
  const std::size_t anchor =
      first != marks.end() && first->begin < window.end ? first->begin : window.begin;
  std::size_t begin = window.begin;
  std::size_t end = window.begin;
  std::size_t used = 0;
  const std::size_t lead = max_columns / 4;
  std::size_t before = columns_of(text.substr(begin, anchor - begin));
  for (std::size_t at = window.begin; at < anchor && before > lead;) {
    before -= columns_of(next_code_point(text, at));
    if (before <= lead || between_words(text, at)) {
      begin = at;
    }
  }
  while (begin < anchor && !between_words(text, begin)) {
    static_cast<void>(next_code_point(text, begin));
  }
  const std::size_t limit = 2 * max_columns;
  std::size_t at = begin;
  while (at < window.end && (used < max_columns || (end <= anchor && used < limit))) {
    used += columns_of(next_code_point(text, at));
    if (at == window.end || (between_words(text, at) && !inside_mark(marks, at))) {
      end = at;
    }
  }
  return {begin, end > begin ? end : at};
}

ByteRange without_outer_space(std::string_view text, ByteRange range) {
  const auto is_space = [&](std::size_t at) { return text[at] == ' ' || text[at] == '\n'; };
  while (range.begin < range.end && is_space(range.end - 1)) {
    --range.end;
  }
  while (range.begin < range.end && is_space(range.begin)) {
    ++range.begin;
  }
  return range;
}

}  // namespace

Snippet make_snippet(std::string_view text, const std::vector<ByteRange>& marks,
                     std::size_t max_columns) {
  const ByteRange whole = best_window(text, marks, max_columns);
  ByteRange window = whole;
  if (columns_of(text.substr(window.begin, window.end - window.begin)) > max_columns) {
    window = cut_long(text, marks, window, max_columns);
  }
  const bool cut_before = window.begin > whole.begin;
  const bool cut_behind = window.end < whole.end;
  window = without_outer_space(text, window);
  Snippet snippet{.text = cut_before ? std::string(kEllipsis) : std::string(), .highlights = {}};
  const std::size_t shift = snippet.text.size();
  snippet.text += text.substr(window.begin, window.end - window.begin);
  std::ranges::replace(snippet.text, '\n', ' ');
  snippet.text += cut_behind ? kEllipsis : std::string_view();
  for (const ByteRange& mark : marks) {
    if (mark.begin >= window.begin && mark.end <= window.end) {
      snippet.highlights.push_back(
          {mark.begin - window.begin + shift, mark.end - window.begin + shift});
    }
  }
  return snippet;
}

}  // namespace bulletin
