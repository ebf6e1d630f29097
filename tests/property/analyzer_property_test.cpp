// Tokens: in order, inside the text, whole characters, nothing Chinese left out.

#include <map>
#include <string>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "indexer/analysis/analyzer.hpp"
#include "indexer/analysis/utf8.hpp"
#include "tests/property/texts.hpp"

namespace bulletin::test {
namespace {

bool has_position(const Token& token) {
  return token.kind != TokenKind::kHanWord;
}

std::vector<std::string> terms_of(const std::vector<Token>& tokens) {
  std::vector<std::string> terms;
  terms.reserve(tokens.size());
  for (const Token& token : tokens) {
    terms.push_back(token.term);
  }
  return terms;
}

// What a highlighter looks at: words with their stems, and runs of Chinese characters.
struct Seen {
  std::size_t begin_byte, end_byte;
  std::string word, stem;

  bool operator==(const Seen&) const = default;
};

std::vector<Seen> seen_in_tokens(const std::vector<Token>& tokens) {
  std::vector<Seen> seen;
  std::uint32_t run = 0;
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::kWord) {
      seen.push_back({token.begin_byte, token.end_byte, token.word, token.term});
    } else if (token.kind != TokenKind::kHanWord) {
      if (token.run != run) {
        seen.push_back({token.begin_byte, token.end_byte, {}, {}});
      }
      run = token.run;
      seen.back().end_byte = token.end_byte;
    }
  }
  return seen;
}

std::vector<Seen> seen_in_parts(const Analyzer& analyzer, const FoldedText& folded) {
  std::vector<Seen> seen;
  for (const TextPart& part : analyzer.parts(folded)) {
    const std::size_t begin = folded.source_begin(part.begin);
    const std::size_t end = folded.source_end(part.end);
    if (part.kind == TextPart::Kind::kHanRun) {
      seen.push_back({begin, end, {}, {}});
    } else if (const std::string word(analyzer.word_of(folded, part)); !word.empty()) {
      seen.push_back({begin, end, word, std::string(analyzer.stem_of(word))});
    }
  }
  return seen;
}

}  // namespace

TEST_CASE("property: parts are the words and runs of which tokens are made") {
  const Analyzer analyzer;
  CHECK(rc::check([&] {
    const FoldedText folded = FoldedText::fold(*any_text());
    RC_ASSERT(seen_in_parts(analyzer, folded) == seen_in_tokens(analyzer.analyze(folded)));
  }));
}

TEST_CASE("property: a stem begins with the byte that its word begins with") {
  const Analyzer analyzer;
  CHECK(rc::check([&] {
    const auto letters =
        *rc::gen::container<std::string>(rc::gen::elementOf(std::string("aeiouyyysstdilngrc'")));
    for (const std::string& text : {letters, *any_text()}) {
      for (const Token& token : analyzer.analyze(text)) {
        RC_ASSERT(token.kind != TokenKind::kWord || token.term.front() == token.word.front());
      }
    }
  }));
}

TEST_CASE("property: tokens of each kind are ordered and quote whole characters of the text") {
  const Analyzer analyzer;
  CHECK(rc::check([&] {
    const std::string text = *any_text();
    const std::vector<bool> borders = character_borders(text);
    std::map<TokenKind, std::size_t> last_begin;
    for (const Token& token : analyzer.analyze(text)) {
      RC_ASSERT(token.begin_byte < token.end_byte);
      RC_ASSERT(token.end_byte <= text.size());
      RC_ASSERT(borders[token.begin_byte]);
      RC_ASSERT(borders[token.end_byte]);
      RC_ASSERT(last_begin[token.kind] <= token.begin_byte);
      last_begin[token.kind] = token.begin_byte;
    }
  }));
}

TEST_CASE("property: terms are well-formed, not empty and short enough for a term") {
  const Analyzer analyzer;
  CHECK(rc::check([&] {
    for (const Token& token : analyzer.analyze(*any_text())) {
      RC_ASSERT(!token.term.empty());
      RC_ASSERT(token.term.size() <= kMaxTermBytes);
      RC_ASSERT(is_well_formed(token.term));
      RC_ASSERT(token.word.empty() == (token.kind != TokenKind::kWord));
      RC_ASSERT(token.word.size() <= kMaxTermBytes);
    }
  }));
}

TEST_CASE("property: positions count from 1, one by one, and runs never mix") {
  const Analyzer analyzer;
  CHECK(rc::check([&] {
    std::uint32_t position = 0;
    std::uint32_t run = 0;
    for (const Token& token : analyzer.analyze(*any_text())) {
      if (has_position(token)) {
        RC_ASSERT(token.position == ++position);
      } else {
        RC_ASSERT(token.position == 0U);
      }
      if (token.kind == TokenKind::kWord) {
        RC_ASSERT(token.run == 0U);
      } else {
        RC_ASSERT((token.run == run || token.run == run + 1));
        run = token.run;
      }
    }
  }));
}

TEST_CASE("property: every Chinese character begins exactly one pair or tail") {
  const Analyzer analyzer;
  CHECK(rc::check([&] {
    std::string text = well_formed(*any_text());
    // To ICU an iteration mark is no word where it repeats nothing, nor is what it then stands by.
    for (auto at = text.find("々"); at != std::string::npos; at = text.find("々")) {
      text.erase(at, std::string_view("々").size());
    }
    const FoldedText folded = FoldedText::fold(text);
    std::u32string characters;
    for (std::size_t at = 0; at < folded.text().size();) {
      const char32_t c = next_code_point(folded.text(), at);
      if (is_han(c)) {
        characters += c;
      }
    }
    std::u32string begun;
    for (const Token& token : analyzer.analyze(folded)) {
      if (token.kind == TokenKind::kHanPair || token.kind == TokenKind::kHanTail) {
        std::size_t at = 0;
        begun += next_code_point(token.term, at);
      }
    }
    RC_ASSERT(begun == characters);
  }));
}

TEST_CASE("an iteration mark behind a Chinese character is part of its run") {
  const Analyzer analyzer;
  const std::vector<std::string> expected{"人々", "来", "人々", "々来", "来"};
  CHECK(terms_of(analyzer.analyze("人々来")) == expected);
}

TEST_CASE("property: folded text gives the terms of the original") {
  const Analyzer analyzer;
  CHECK(rc::check([&] {
    const std::string text = well_formed(*any_text());
    const std::string folded = FoldedText::fold(text).text();
    RC_ASSERT(terms_of(analyzer.analyze(folded)) == terms_of(analyzer.analyze(text)));
  }));
}

TEST_CASE("property: case and width change no term") {
  const Analyzer analyzer;
  CHECK(rc::check([&] {
    const auto text = *rc::gen::container<std::string>(
        rc::gen::elementOf(std::string("abcdefghijklmnopqrstuvwxyz0123456789      ")));
    std::string upper;
    std::string wide;
    for (const char c : text) {
      upper += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
      // U+FF01 to U+FF5E are ASCII again, wide; U+3000 is the wide space.
      const unsigned code = c == ' ' ? 0x3000U : 0xFEE0U + static_cast<unsigned char>(c);
      wide += {static_cast<char>(0xE0U | (code >> 12U)),
               static_cast<char>(0x80U | ((code >> 6U) & 0x3FU)),
               static_cast<char>(0x80U | (code & 0x3FU))};
    }
    const auto terms = terms_of(analyzer.analyze(text));
    RC_ASSERT(terms_of(analyzer.analyze(upper)) == terms);
    RC_ASSERT(terms_of(analyzer.analyze(wide)) == terms);
  }));
}

}  // namespace bulletin::test
