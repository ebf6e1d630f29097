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
  switch (c) {
    case U'。':
    case U'！':
    case U'？':
    case U'\n':
      return true;
    case U'.':
    case U'!':
    case U'?':
    case U';':
      behind.remove_prefix(skip_closing_quotes(behind, 0));
      return behind.empty() || behind.front() == ' ' || behind.front() == '\n';
    default:
      return false;
  }
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

// The first of the sentences in which most marks begin. Both are in order, and sentences leave no
// gap.
std::size_t most_marked(const std::vector<ByteRange>& sentences,
                        const std::vector<ByteRange>& marks) {
  std::size_t best = 0;
  std::size_t most = 0;
  auto mark = marks.begin();
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    std::size_t begin_here = 0;
    for (; mark != marks.end() && mark->begin < sentences[i].end; ++mark) {
      ++begin_here;
    }
    if (begin_here > most) {
      most = begin_here;
      best = i;
    }
  }
  return best;
}

struct Window {
  ByteRange bytes;
  std::size_t columns = 0;
};

// Grows from the sentence with most marks by whole sentences, forward first.
Window best_window(std::string_view text, const std::vector<ByteRange>& marks,
                   std::size_t max_columns) {
  const std::vector<ByteRange> sentences = sentences_of(text, marks);
  if (sentences.empty()) {
    return {};
  }
  const auto width = [&](std::size_t sentence) {
    const ByteRange& bytes = sentences[sentence];
    return columns_of(text.substr(bytes.begin, bytes.end - bytes.begin));
  };
  std::size_t first = most_marked(sentences, marks);
  std::size_t last = first;
  std::size_t used = width(first);
  for (bool grew = true; grew;) {
    grew = false;
    if (last + 1 < sentences.size()) {
      const std::size_t more = width(last + 1);
      if (used + more <= max_columns) {
        ++last, used += more, grew = true;
      }
    }
    if (first > 0) {
      const std::size_t more = width(first - 1);
      if (used + more <= max_columns) {
        --first, used += more, grew = true;
      }
    }
  }
  return {{sentences[first].begin, sentences[last].end}, used};
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
  const auto [whole, columns] = best_window(text, marks, max_columns);
  ByteRange window = columns > max_columns ? cut_long(text, marks, whole, max_columns) : whole;
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
