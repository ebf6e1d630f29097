// Folding: total, stable, and with a way back to the original bytes.

#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <unicode/utf8.h>

#include "indexer/analysis/folded_text.hpp"
#include "tests/property/texts.hpp"

namespace bulletin::test {
namespace {

std::string utf8_of(UChar32 c) {
  char bytes[U8_MAX_LENGTH];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, c);
  return {bytes, static_cast<std::size_t>(length)};
}

// Checks that both ways back rise with the folded text and stay inside the source.
void check_way_back(const std::string& source) {
  const FoldedText folded = FoldedText::fold(source);
  const std::string& text = folded.text();
  RC_ASSERT(is_well_formed(text));
  const std::vector<bool> source_borders = character_borders(source);
  const std::vector<bool> borders = character_borders(text);
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const std::size_t begin = folded.source_begin(at);
    const std::size_t end = folded.source_end(at);
    RC_ASSERT(begin <= source.size());
    RC_ASSERT(end <= source.size());
    if (borders[at]) {
      RC_ASSERT(source_borders[begin]);
      RC_ASSERT(source_borders[end]);
    }
    if (at > 0) {
      RC_ASSERT(folded.source_begin(at - 1) <= begin);
      RC_ASSERT(folded.source_end(at - 1) <= end);
      RC_ASSERT(folded.source_begin(at - 1) < end);
    }
  }
}

}  // namespace

TEST_CASE("property: offsets lead back into the source, rising and on character borders") {
  CHECK(rc::check([] { check_way_back(*any_text()); }));
}

TEST_CASE("property: a walk leads back as a search does, whichever way it goes") {
  CHECK(rc::check([] {
    const FoldedText folded = FoldedText::fold(*any_text());
    const auto places = *rc::gen::container<std::vector<std::size_t>>(
        rc::gen::inRange<std::size_t>(0, folded.text().size() + 1));
    SourceWalk walk(folded);
    for (const std::size_t at : places) {
      RC_ASSERT(walk.source_begin(at) == folded.source_begin(at));
      RC_ASSERT(walk.source_end(at) == folded.source_end(at));
    }
  }));
}

TEST_CASE("property: folding twice changes nothing") {
  CHECK(rc::check([] {
    const std::string text = *any_text();
    const std::string once = FoldedText::fold(text).text();
    RC_ASSERT(FoldedText::fold(once).text() == once);
  }));
}

TEST_CASE("property: folding any one character twice changes nothing, all of Unicode") {
  std::size_t changed = 0;
  for (UChar32 c = 0; c <= 0x10FFFF; ++c) {
    if (c == 0xD800) {
      c = 0xE000;  // Surrogates are no characters.
    }
    const std::string once = FoldedText::fold(utf8_of(c)).text();
    if (FoldedText::fold(once).text() != once) {
      CAPTURE(c);
      CHECK_EQ(FoldedText::fold(once).text(), once);
      ++changed;
    }
  }
  CHECK_EQ(changed, 0U);
}

TEST_CASE("property: what is far apart folds alone") {
  CHECK(rc::check([] {
    const std::string left = well_formed(*hard_text());
    const std::string right = well_formed(*hard_text());
    const std::string both = FoldedText::fold(left + "\n" + "x" + right).text();
    RC_ASSERT(both.starts_with(FoldedText::fold(left + "\n").text()));
    RC_ASSERT(both.ends_with(FoldedText::fold("x" + right).text()));
  }));
}

}  // namespace bulletin::test
