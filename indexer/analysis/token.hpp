#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace bulletin {

/// What a token is, which decides where its term is stored and how it is asked for.
enum class TokenKind : std::uint8_t {
  kWord,     ///< Word or number outside Chinese; `term` is its stem.
  kHanWord,  ///< Dictionary word inside a run of Chinese characters: ranks, has no position.
  kHanPair,  ///< Two neighbouring characters of a run: finds, filters, makes phrases.
  kHanTail   ///< Last character of a run, so that every character begins some term.
};

/// One unit of text as the index sees it.
///
/// The analyzer promises `begin_byte < end_byte`, both on UTF-8 boundaries of the analyzed text, so
/// `text.substr(begin_byte, end_byte - begin_byte)` is the surface form a reader saw.
struct Token {
  TokenKind kind = TokenKind::kWord;
  std::string term;            ///< Normalized form stored in the index; never empty.
  std::string word;            ///< kWord only: the folded word before stemming.
  std::size_t begin_byte = 0;  ///< Start of the surface form in the analyzed text, inclusive.
  std::size_t end_byte = 0;    ///< Its end, exclusive.
  std::uint32_t position = 0;  ///< From 1: one step for a word and for each Chinese character.
  std::uint32_t run = 0;       ///< Same for all tokens of one run of Chinese characters, from 1.
  bool is_stop_word = false;   ///< Kept for phrases; carries no weight.

  bool operator==(const Token&) const = default;
};

}  // namespace bulletin
