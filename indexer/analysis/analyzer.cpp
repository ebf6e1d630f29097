#include "indexer/analysis/analyzer.hpp"

#include <algorithm>
#include <utility>

#include <unicode/ubrk.h>
#include <unicode/uversion.h>

#include "indexer/analysis/ascii_block.hpp"
#include "indexer/analysis/utf8.hpp"
#include "indexer/analysis/word_cutter.hpp"
#include "indexer/analysis/word_memo.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kHanBytes = 3;  // Of nearly every Chinese character.
constexpr std::string_view kRightQuote = "\u2019";

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c & 0x80) != 0;
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// "u.s", "p.r.c": single letters with dots between them.
bool is_dotted_acronym(std::string_view word) {
  if (word.size() < 3 || word.size() % 2 == 0) {
    return false;
  }
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool fits = i % 2 == 0 ? word[i] >= 'a' && word[i] <= 'z' : word[i] == '.';
    if (!fits) {
      return false;
    }
  }
  return true;
}

void erase_all(std::string& word, std::string_view part) {
  for (auto at = word.find(part); at != std::string::npos; at = word.find(part, at)) {
    word.erase(at, part.size());
  }
}

void drop_possessive(std::string& word) {
  for (const std::string_view ending : {"'s", "\u2019s"}) {
    if (word.size() > ending.size() && word.ends_with(ending)) {
      word.resize(word.size() - ending.size());
    }
  }
}

void cut_to_limit(std::string& term) {
  if (term.size() > kMaxTermBytes) {
    std::size_t end = kMaxTermBytes;
    while ((term[end] & 0xC0) == 0x80) {
      --end;
    }
    term.resize(end);
  }
}

// The form in which a word outside Chinese is compared; may become empty.
std::string normal_word(std::string_view folded) {
  std::string word(folded);
  drop_possessive(word);
  erase_all(word, "'");
  erase_all(word, kRightQuote);
  if (is_dotted_acronym(word)) {
    erase_all(word, ".");
  }
  if (!word.empty() && is_digit(word.front())) {
    erase_all(word, ",");
  }
  cut_to_limit(word);
  return word;
}

struct Range {
  std::size_t begin, end;
};

}  // namespace

struct Analyzer::Rules {
  WordCutter words;
  WordMemo english;
};

namespace {

// Builds the tokens of one text; a class only because its steps share run and position.
class TokenBuilder {
 public:
  TokenBuilder(const FoldedText& folded, WordMemo& english, std::size_t expected)
      : folded_(folded), text_(folded.text()), english_(english) {
    tokens_.reserve(expected);
  }

  // Takes the next ICU word; words come in order.
  void add(Range word) {
    if (is_plain(word)) {
      close_run();
      add_normal_word(word, text_.substr(word.begin, word.end - word.begin));
      return;
    }
    std::size_t at = word.begin;
    while (at < word.end) {
      const Range part = same_script(at, word.end);
      std::size_t first = at;
      if (is_han(next_code_point(text_, first))) {
        add_han(part);
      } else {
        close_run();
        add_word_parts(part);
      }
      at = part.end;
    }
  }

  std::vector<Token> finish() {
    close_run();
    return std::move(tokens_);
  }

 private:
  // Letters a to z only, as most English: its own normal form.
  [[nodiscard]] bool is_plain(Range word) const {
    return word.end - word.begin <= kMaxTermBytes &&
           ascii_letters_end(text_.substr(0, word.end), word.begin) == word.end;
  }

  // A Japanese word may mix Chinese characters with kana: each part goes its own way.
  [[nodiscard]] Range same_script(std::size_t begin, std::size_t limit) const {
    std::size_t end = begin;
    const bool han = is_han(next_code_point(text_, end));
    while (end < limit) {
      std::size_t ahead = end;
      if (is_han(next_code_point(text_, ahead)) != han) {
        break;
      }
      end = ahead;
    }
    return {begin, end};
  }

  // "dr.selim" and "www.example.org" are several words, "3.5" and "u.s" are one.
  void add_word_parts(Range range) {
    const std::string_view word = text_.substr(range.begin, range.end - range.begin);
    const std::size_t quote = std::min(word.find('\''), word.find(kRightQuote));
    if (is_dotted_acronym(word) || is_dotted_acronym(word.substr(0, quote))) {
      add_word(range);
      return;
    }
    std::size_t begin = range.begin;
    for (std::size_t at = range.begin + 1; at + 1 < range.end; ++at) {
      if (text_[at] == '.' && (is_letter(text_[at - 1]) || is_letter(text_[at + 1]))) {
        add_word({begin, at});
        begin = at + 1;
      }
    }
    add_word({begin, range.end});
  }

  void add_word(Range range) {
    const std::string word = normal_word(text_.substr(range.begin, range.end - range.begin));
    if (word.empty()) {
      return;
    }
    add_normal_word(range, word);
  }

  void add_normal_word(Range range, std::string_view word) {
    const KnownWord known = english_.look_up(word);
    Token& token = add_token(TokenKind::kWord, range, known.stem);
    token.is_stop_word = known.is_stop_word;
    token.word = word;
    token.position = ++position_;
  }

  void add_han(Range word) {
    if (run_.end != word.begin || run_.begin == run_.end) {
      close_run();
      run_ = {word.begin, word.begin};
      ++run_number_;
    }
    run_.end = word.end;
    Token& token =
        add_token(TokenKind::kHanWord, word, text_.substr(word.begin, word.end - word.begin));
    cut_to_limit(token.term);
    token.run = run_number_;
  }

  // Emits pairs and tail of the run that has ended.
  void close_run() {
    std::size_t begin = run_.begin;
    while (begin < run_.end) {
      std::size_t middle = begin;
      static_cast<void>(next_code_point(text_, middle));
      std::size_t end = middle;
      const bool last = middle == run_.end;
      if (!last) {
        static_cast<void>(next_code_point(text_, end));
      }
      Token& token = add_token(last ? TokenKind::kHanTail : TokenKind::kHanPair, {begin, end},
                               text_.substr(begin, end - begin));
      token.run = run_number_;
      token.position = ++position_;
      begin = middle;
    }
    run_ = {0, 0};
  }

  // The token stays where it is until the next one is added.
  Token& add_token(TokenKind kind, Range range, std::string_view term) {
    Token& token = tokens_.emplace_back();
    token.kind = kind;
    token.term = term;
    token.begin_byte = folded_.source_begin(range.begin);
    token.end_byte = folded_.source_end(range.end);
    return token;
  }

  const FoldedText& folded_;
  std::string_view text_;
  WordMemo& english_;
  std::vector<Token> tokens_;
  Range run_{0, 0};
  std::uint32_t run_number_ = 0;
  std::uint32_t position_ = 0;
};

// About as many tokens as `pieces` will give: one a word, and in Chinese one a character more.
std::size_t expected_tokens(const std::vector<TextPiece>& pieces) {
  std::size_t tokens = 0;
  std::size_t begin = 0;
  for (const TextPiece& piece : pieces) {
    tokens += piece.status >= UBRK_WORD_NONE_LIMIT ? 1U : 0U;
    tokens += piece.status >= UBRK_WORD_IDEO ? (piece.end - begin) / kHanBytes : 0U;
    begin = piece.end;
  }
  return tokens;
}

}  // namespace

Analyzer::Analyzer() : rules_(std::make_unique<Rules>()) {}

Analyzer::~Analyzer() = default;

std::vector<Token> Analyzer::analyze(const FoldedText& folded) const {
  const std::vector<TextPiece>& pieces = rules_->words.cut(folded.text());
  TokenBuilder builder(folded, rules_->english, expected_tokens(pieces));
  std::size_t begin = 0;
  for (const TextPiece& piece : pieces) {
    if (piece.status >= UBRK_WORD_NONE_LIMIT) {  // Below: spaces and punctuation.
      builder.add({begin, piece.end});
    }
    begin = piece.end;
  }
  return builder.finish();
}

std::vector<Token> Analyzer::analyze(std::string_view text) const {
  return analyze(FoldedText::fold(text));
}

std::string analyzer_id() {
  UVersionInfo version{};
  u_getVersion(version);
  return "en-zh/1 icu" + std::to_string(version[0]);
}

}  // namespace bulletin
