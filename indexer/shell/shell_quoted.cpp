#include "indexer/shell/shell_quoted.hpp"

#include <array>
#include <cstdint>
#include <cstdio>

#include <unicode/uchar.h>

#include "indexer/analysis/checked_utf8.hpp"
#include "indexer/shell/completion.hpp"

namespace bulletin {
namespace {

enum class Need : std::uint8_t { kNone, kQuotes, kEscapes };

bool is_plain(std::int32_t c) {
  constexpr std::string_view kPlain = "_@%+=:,./-";
  return c < 0x80 ? u_isalnum(c) != 0 || kPlain.find(static_cast<char>(c)) != kPlain.npos
                  : u_isalnum(c) != 0;
}

Need need_of(std::string_view word) {
  Need need = word.empty() || word.front() == '=' ? Need::kQuotes : Need::kNone;  // zsh: =name
  for (std::size_t at = 0; at < word.size();) {
    const std::int32_t c = checked_code_point(word, at);
    if (c < 0 || u_charType(c) == U_CONTROL_CHAR || u_charType(c) == U_FORMAT_CHAR) {
      return Need::kEscapes;
    }
    if (!is_plain(c)) {
      need = Need::kQuotes;
    }
  }
  return need;
}

std::string escaped(std::string_view word) {
  std::string out = "$'";
  for (const char c : word) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte < 0x7F && c != '\'' && c != '\\') {
      out += c;
      continue;
    }
    std::array<char, 8> octal{};
    std::snprintf(octal.data(), octal.size(), "\\%03o", static_cast<unsigned>(byte));
    out += octal.data();
  }
  return out + '\'';
}

}  // namespace

std::string shell_quoted(std::string_view word) {
  switch (need_of(word)) {
    case Need::kNone:
      return std::string(word);
    case Need::kEscapes:
      return escaped(word);
    case Need::kQuotes:
      break;
  }
  return posix_quoted(word);
}

}  // namespace bulletin
