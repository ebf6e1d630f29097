#include "indexer/analysis/analyzer.hpp"

#include <algorithm>
#include <utility>

#include <unicode/ubrk.h>
#include <unicode/uversion.h>

#include "indexer/analysis/ascii_block.hpp"
#include "indexer/analysis/normal_word.hpp"
#include "indexer/analysis/utf8.hpp"
#include "indexer/analysis/word_cutter.hpp"
#include "indexer/analysis/word_memo.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kHanBytes = 3;  // Of nearly every Chinese character.

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c & 0x80) != 0;
}

struct Range {
  std::size_t begin, end;
};

}  // namespace

struct Analyzer::Rules {
  WordCutter words;
  WordMemo english;
  std::vector<TextPart> parts;
  std::string word;
};

namespace {

// Sorts the pieces of one text, in order, into words outside Chinese, Chinese words and runs of
// Chinese characters, which `Parts` takes as they end.
template <typename Parts>
class PieceSorter {
 public:
  PieceSorter(std::string_view text, Parts& parts) : text_(text), parts_(parts) {}

  // Takes the next ICU word; words come in order.
  void add(Range word) {
    if (is_plain(word)) {
      close_run();
      parts_.add_plain_word(word);
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

  void close_run() {
    if (run_.begin < run_.end) {
      parts_.add_run(run_);
    }
    run_ = {0, 0};
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
      parts_.add_word(range);
      return;
    }
    std::size_t begin = range.begin;
    for (std::size_t at = range.begin + 1; at + 1 < range.end; ++at) {
      if (text_[at] == '.' && (is_letter(text_[at - 1]) || is_letter(text_[at + 1]))) {
        parts_.add_word({begin, at});
        begin = at + 1;
      }
    }
    parts_.add_word({begin, range.end});
  }

  void add_han(Range word) {
    if (run_.end != word.begin || run_.begin == run_.end) {
      close_run();
      run_ = {word.begin, word.begin};
    }
    run_.end = word.end;
    parts_.add_han_word(word);
  }

  std::string_view text_;
  Parts& parts_;
  Range run_{0, 0};
};

template <typename Parts>
void sort_pieces(const std::vector<TextPiece>& pieces, std::string_view text, Parts& parts) {
  PieceSorter<Parts> sorter(text, parts);
  std::size_t begin = 0;
  for (const TextPiece& piece : pieces) {
    if (piece.status >= UBRK_WORD_NONE_LIMIT) {  // Below: spaces and punctuation.
      sorter.add({begin, piece.end});
    }
    begin = piece.end;
  }
  sorter.close_run();
}

// Builds the tokens of one text; a class only because its steps share run and position.
class TokenBuilder {
 public:
  TokenBuilder(const FoldedText& folded, WordMemo& english, std::size_t expected)
      : source_(folded), text_(folded.text()), english_(english) {
    tokens_.reserve(expected);
  }

  void add_plain_word(Range range) {
    add_normal_word(range, text_.substr(range.begin, range.end - range.begin));
  }

  void add_word(Range range) {
    const std::string word = normal_word(text_.substr(range.begin, range.end - range.begin));
    if (!word.empty()) {
      add_normal_word(range, word);
    }
  }

  // Comes before its run.
  void add_han_word(Range word) {
    Token& token =
        add_token(TokenKind::kHanWord, word, text_.substr(word.begin, word.end - word.begin));
    cut_to_limit(token.term);
    token.run = run_number_;
  }

  // Emits pairs and tail.
  void add_run(Range run) {
    std::size_t begin = run.begin;
    while (begin < run.end) {
      std::size_t middle = begin;
      static_cast<void>(next_code_point(text_, middle));
      std::size_t end = middle;
      const bool last = middle == run.end;
      if (!last) {
        static_cast<void>(next_code_point(text_, end));
      }
      Token& token = add_token(last ? TokenKind::kHanTail : TokenKind::kHanPair, {begin, end},
                               text_.substr(begin, end - begin));
      token.run = run_number_;
      token.position = ++position_;
      begin = middle;
    }
    ++run_number_;
  }

  std::vector<Token> tokens() { return std::move(tokens_); }

 private:
  void add_normal_word(Range range, std::string_view word) {
    const KnownWord known = english_.look_up(word);
    Token& token = add_token(TokenKind::kWord, range, known.stem);
    token.is_stop_word = known.is_stop_word;
    token.word = word;
    token.position = ++position_;
  }

  // The token stays where it is until the next one is added.
  Token& add_token(TokenKind kind, Range range, std::string_view term) {
    Token& token = tokens_.emplace_back();
    token.kind = kind;
    token.term = term;
    token.begin_byte = source_.source_begin(range.begin);
    token.end_byte = source_.source_end(range.end);
    return token;
  }

  SourceWalk source_;
  std::string_view text_;
  WordMemo& english_;
  std::vector<Token> tokens_;
  std::uint32_t run_number_ = 1;  // Of the run that comes next or is open.
  std::uint32_t position_ = 0;
};

// Notes where words and runs stand.
class PartList {
 public:
  explicit PartList(std::vector<TextPart>& parts) : parts_(parts) {}

  void add_plain_word(Range range) { add(range, TextPart::Kind::kPlainWord); }
  void add_word(Range range) { add(range, TextPart::Kind::kWord); }
  void add_run(Range range) { add(range, TextPart::Kind::kHanRun); }
  void add_han_word(Range /*word*/) {}

 private:
  void add(Range range, TextPart::Kind kind) {
    parts_.push_back(
        {static_cast<std::uint32_t>(range.begin), static_cast<std::uint32_t>(range.end), kind});
  }

  std::vector<TextPart>& parts_;
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
  sort_pieces(pieces, folded.text(), builder);
  return builder.tokens();
}

const std::vector<TextPart>& Analyzer::parts(const FoldedText& folded) const {
  rules_->parts.clear();
  PartList list(rules_->parts);
  sort_pieces(rules_->words.cut(folded.text(), HanWords::kLeave), folded.text(), list);
  return rules_->parts;
}

std::string_view Analyzer::word_of(const FoldedText& folded, const TextPart& part) const {
  const std::string_view word =
      std::string_view(folded.text()).substr(part.begin, part.end - part.begin);
  if (part.kind == TextPart::Kind::kPlainWord) {
    return word;
  }
  rules_->word = normal_word(word);
  return rules_->word;
}

std::string_view Analyzer::stem_of(std::string_view word) const {
  return rules_->english.look_up(word).stem;
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
