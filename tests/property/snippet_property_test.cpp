// Highlights and snippets: marks on whole characters, words of the query under them, and not a byte
// changed.

#include <algorithm>
#include <string>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "indexer/analysis/utf8.hpp"
#include "searcher/query/query_builder.hpp"
#include "searcher/search/highlighter.hpp"
#include "searcher/search/snippet.hpp"
#include "tests/property/texts.hpp"

namespace bulletin::test {
namespace {

constexpr std::string_view kEllipsis = "…";

void check_marks(const std::vector<ByteRange>& marks, std::string_view text) {
  const std::vector<bool> borders = character_borders(text);
  std::size_t last_end = 0;
  for (const ByteRange& mark : marks) {
    RC_ASSERT(last_end <= mark.begin);
    RC_ASSERT(mark.begin < mark.end);
    RC_ASSERT(mark.end <= text.size());
    RC_ASSERT(borders[mark.begin]);
    RC_ASSERT(borders[mark.end]);
    last_end = mark.end;
  }
}

// A text as items have it: well-formed, trimmed, not white alone.
std::string item_text() {
  std::string text = well_formed(*any_text()) + "x";
  std::erase(text, '\0');
  return text.substr(text.find_first_not_of(" \n"));
}

std::string query_of_pieces() {
  std::string query;
  const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(
      std::vector<std::string>{"a", "University", "北京", "访问", "图书馆", "图", "gdp", "5g手机",
                               "covid-19", "\"馆北京\"", "univ*", "哈萨克", "library"}));
  for (const std::string& piece : pieces) {
    query += piece + " ";
  }
  return query;
}

Needles needles_of(const std::string& text, const Analyzer& analyzer) {
  return build_query({.text = text, .literal = true}, analyzer).needles;
}

// The window of the text that a snippet shows, once it is found again.
struct Window {
  std::size_t begin, end;
};

std::vector<Window> windows_of(const Snippet& snippet, std::string text) {
  std::ranges::replace(text, '\n', ' ');
  std::vector<Window> windows;
  std::string_view shown = snippet.text;
  const auto try_at = [&](std::string_view part) {
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
      windows.push_back({at, at + part.size()});
    }
  };
  const bool before = shown.starts_with(kEllipsis);
  const bool behind = shown.ends_with(kEllipsis);
  try_at(shown);
  if (before) {
    try_at(shown.substr(kEllipsis.size()));
  }
  if (behind) {
    try_at(shown.substr(0, shown.size() - kEllipsis.size()));
  }
  if (before && behind && shown.size() >= 2 * kEllipsis.size()) {
    try_at(shown.substr(kEllipsis.size(), shown.size() - 2 * kEllipsis.size()));
  }
  return windows;
}

// Tells whether some window of the text gives exactly these highlights, and cuts no mark.
bool explains(const Snippet& snippet, const std::string& text,
              const std::vector<ByteRange>& marks) {
  return std::ranges::any_of(windows_of(snippet, text), [&](const Window& window) {
    std::vector<std::string_view> inside;
    for (const ByteRange& mark : marks) {
      if (mark.end <= window.begin || mark.begin >= window.end) {
        continue;
      }
      if (mark.begin < window.begin || mark.end > window.end) {
        return false;  // Cut.
      }
      inside.push_back(std::string_view(text).substr(mark.begin, mark.end - mark.begin));
    }
    std::vector<std::string> shown;
    for (const ByteRange& mark : snippet.highlights) {
      shown.push_back(snippet.text.substr(mark.begin, mark.end - mark.begin));
    }
    return std::ranges::equal(inside, shown, [](std::string_view piece, std::string marked) {
      std::string flat(piece);
      std::ranges::replace(flat, '\n', ' ');
      return flat == marked;
    });
  });
}

// Bytes of the longest run without white space: at least as many as its columns.
std::size_t longest_word(std::string_view text) {
  std::size_t longest = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
    longest = std::max(longest, end);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return longest;
}

}  // namespace

TEST_CASE("property: highlights stand in the text, in order, on whole characters") {
  const Analyzer analyzer;
  CHECK(rc::check([&] {
    const Bulletin item{.title = item_text(), .text = item_text()};
    const Needles needles = needles_of(query_of_pieces(), analyzer);
    check_marks(find_highlights(item, TextField::kTitle, needles, analyzer), item.title);
    check_marks(find_highlights(item, TextField::kText, needles, analyzer), item.text);
  }));
}

TEST_CASE("property: what is marked are words of the query") {
  const Analyzer analyzer;
  CHECK(rc::check([&] {
    const Bulletin item{.text = item_text()};
    const std::string query = query_of_pieces();
    const Needles needles = needles_of(query, analyzer);
    const std::string folded_query = FoldedText::fold(query).text();
    for (const ByteRange& mark : find_highlights(item, TextField::kText, needles, analyzer)) {
      const std::string marked = item.text.substr(mark.begin, mark.end - mark.begin);
      RC_LOG() << "marked: " << marked << " for " << query << '\n';
      for (const Token& token : analyzer.analyze(marked)) {
        if (token.term.starts_with("\u0301")) {
          continue;  // A mark is one with the character before it.
        }
        if (token.kind == TokenKind::kWord) {
          RC_ASSERT((needles.stems.contains(token.term) || token.word.starts_with("univ")));
        } else if (token.kind != TokenKind::kHanWord) {
          RC_ASSERT(folded_query.find(token.term) != std::string::npos);
        }
      }
    }
  }));
}

TEST_CASE("property: every occurrence of a word and of a Chinese name is marked") {
  const Analyzer analyzer;
  CHECK(rc::check([&] {
    const std::string before = well_formed(*hard_text()) + "。";
    const std::string behind = "。" + well_formed(*hard_text());
    const auto word = *rc::gen::element<std::string>("library", "LIBRARIES", "图书馆", "圖書館");
    const Bulletin item{.text = before + word + behind};
    const Needles needles = needles_of("library 图书馆", analyzer);
    const auto marks = find_highlights(item, TextField::kText, needles, analyzer);
    const ByteRange expected{before.size(), before.size() + word.size()};
    RC_ASSERT(std::ranges::find(marks, expected) != marks.end());
  }));
}

TEST_CASE("property: a snippet is a window of the text with all its marks, cut around none") {
  const Analyzer analyzer;
  CHECK(rc::check([&] {
    const Bulletin item{.text = item_text()};
    const Needles needles = needles_of(query_of_pieces(), analyzer);
    const auto marks = find_highlights(item, TextField::kText, needles, analyzer);
    const auto width = *rc::gen::inRange<std::size_t>(160, 260);
    RC_PRE(longest_word(item.text) <= 2 * width);  // Only a longer word is cut inside.
    const Snippet snippet = make_snippet(item.text, marks, width);
    RC_LOG() << "text: " << item.text << "\nsnippet: " << snippet.text << '\n';
    check_marks(snippet.highlights, snippet.text);
    RC_ASSERT(snippet.text.find('\n') == std::string::npos);
    RC_ASSERT(is_well_formed(snippet.text));
    RC_ASSERT(explains(snippet, item.text, marks));
  }));
}

TEST_CASE("property: a snippet cuts no mark, even one that reaches over a full stop") {
  CHECK(rc::check([] {
    const auto words = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(
        std::vector<std::string>{"library ", "5 ", "Dec. ", "2019 ", "St. ", "Petersburg ", "the ",
                                 "end.\n", "图书馆", "访问", "。", "3.5 ", "U.S. "}));
    std::string text;
    std::vector<ByteRange> marks;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::size_t begin = text.size();
      text += words[i];
      if (*rc::gen::inRange(0, 4) == 0) {
        text += i + 1 < words.size() ? words[++i] : "";
        marks.push_back({begin, text.find_last_not_of(" \n") + 1});
      }
    }
    const Snippet snippet = make_snippet(text, marks, *rc::gen::inRange<std::size_t>(40, 260));
    RC_LOG() << "text: " << text << "\nsnippet: " << snippet.text << '\n';
    check_marks(snippet.highlights, snippet.text);
    RC_ASSERT(explains(snippet, text, marks));
  }));
}

TEST_CASE("property: a text that says something has a snippet that says something") {
  CHECK(rc::check([] {
    const std::string text = item_text();
    const Snippet snippet = make_snippet(text, {}, 240);
    RC_LOG() << "text: " << text << '\n';
    RC_ASSERT(snippet.text != kEllipsis);
    RC_ASSERT(!snippet.text.empty());
  }));
}

}  // namespace bulletin::test
