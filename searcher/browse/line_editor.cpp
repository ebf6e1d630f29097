#include "searcher/browse/line_editor.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "indexer/analysis/checked_utf8.hpp"
#include "indexer/analysis/utf8.hpp"

namespace bulletin::browse {
namespace {

bool is_mark(char32_t c) {
  const auto category = U_MASK(u_charType(static_cast<UChar32>(c)));
  return (category & (U_GC_M_MASK | U_GC_CF_MASK)) != 0;
}

bool is_control(std::int32_t c) {
  return c < 0 || u_charType(c) == U_CONTROL_CHAR;
}

std::size_t one_back(const std::string& text, std::size_t at) {
  do {
    --at;
  } while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
  return at;
}

// Where the character before `at` begins; marks belong to the one they stand on.
std::size_t before(const std::string& text, std::size_t at) {
  while (at > 0) {
    at = one_back(text, at);
    std::size_t ahead = at;
    if (!is_mark(next_code_point(text, ahead))) {
      break;
    }
  }
  return at;
}

std::size_t behind(const std::string& text, std::size_t at) {
  if (at < text.size()) {
    static_cast<void>(next_code_point(text, at));
  }
  while (at < text.size()) {
    std::size_t ahead = at;
    if (!is_mark(next_code_point(text, ahead))) {
      break;
    }
    at = ahead;
  }
  return at;
}

void remove(LineEditor& line, std::size_t begin, std::size_t end) {
  line.text.erase(begin, end - begin);
  line.at = begin;
}

std::size_t word_begin(const LineEditor& line) {
  std::size_t at = line.at;
  while (at > 0 && line.text[at - 1] == ' ') {
    --at;
  }
  while (at > 0 && line.text[at - 1] != ' ') {
    --at;
  }
  return at;
}

LineEditor controlled(LineEditor line, char32_t letter) {
  switch (letter) {
    case 'a':
      line.at = 0;
      break;
    case 'e':
      line.at = line.text.size();
      break;
    case 'u':
      remove(line, 0, line.at);
      break;
    case 'k':
      line.text.resize(line.at);
      break;
    case 'w':
      remove(line, word_begin(line), line.at);
      break;
    default:
      break;
  }
  return line;
}

LineEditor inserted(LineEditor line, char32_t c) {
  std::string bytes;
  append_utf8(bytes, c);
  if (!is_control(static_cast<std::int32_t>(c)) && line.text.size() + bytes.size() <= kMaxLine) {
    line.text.insert(line.at, bytes);
    line.at += bytes.size();
  }
  return line;
}

}  // namespace

void append_utf8(std::string& text, char32_t c) {
  constexpr char32_t kLast = 0x10FFFF;
  if (c > kLast || U_IS_SURROGATE(c)) {
    return;
  }
  const auto push = [&](char32_t byte) {
    text += static_cast<char>(static_cast<unsigned char>(byte));
  };
  if (c < 0x80) {
    push(c);
    return;
  }
  const int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
  push((more == 1 ? 0xC0U : more == 2 ? 0xE0U : 0xF0U) | c >> (6 * more));
  for (int shift = 6 * (more - 1); shift >= 0; shift -= 6) {
    push(0x80U | (c >> shift & 0x3FU));
  }
}

LineEditor edit(const std::string& text) {
  LineEditor line;
  for (std::size_t at = 0; at < text.size();) {
    const std::int32_t c = checked_code_point(text, at);
    append_utf8(line.text, is_control(c) ? U' ' : static_cast<char32_t>(c));
  }
  line.at = line.text.size();
  return line;
}

LineEditor edited(LineEditor line, const Key& key) {
  switch (key.kind) {
    case KeyKind::kCharacter:
      return inserted(std::move(line), key.character);
    case KeyKind::kControl:
      return controlled(std::move(line), key.character);
    case KeyKind::kBackspace:
      remove(line, before(line.text, line.at), line.at);
      break;
    case KeyKind::kDelete:
      remove(line, line.at, behind(line.text, line.at));
      break;
    case KeyKind::kLeft:
      line.at = before(line.text, line.at);
      break;
    case KeyKind::kRight:
      line.at = behind(line.text, line.at);
      break;
    case KeyKind::kHome:
      line.at = 0;
      break;
    case KeyKind::kEnd:
      line.at = line.text.size();
      break;
    default:
      break;
  }
  return line;
}

}  // namespace bulletin::browse
