#include "searcher/output/json_text.hpp"

#include <array>
#include <charconv>

#include "indexer/analysis/checked_utf8.hpp"
#include "searcher/output/result_json.hpp"

namespace bulletin {
namespace {

bool is_plain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x20 && byte < 0x80 && c != '"' && c != '\\';
}

void add_escape(std::string& out, char c) {
  constexpr std::string_view kNamed = "\"\\\b\f\n\r\t";
  constexpr std::string_view kNames = "\"\\bfnrt";
  out += '\\';
  if (const std::size_t named = kNamed.find(c); named != kNamed.npos) {
    out += kNames[named];
    return;
  }
  constexpr std::string_view kDigits = "0123456789abcdef";
  out += "u00";
  out += kDigits[static_cast<unsigned char>(c) >> 4U];
  out += kDigits[static_cast<unsigned char>(c) & 15U];
}

}  // namespace

void JsonText::separate() {
  if (std::exchange(follows_value_, true)) {
    text_ += ',';
  }
}

JsonText& JsonText::opened(char bracket) {
  separate();
  follows_value_ = false;
  text_ += bracket;
  return *this;
}

JsonText& JsonText::closed(char bracket) {
  follows_value_ = true;
  text_ += bracket;
  return *this;
}

JsonText& JsonText::key(std::string_view name) {
  separate();
  quote(name);
  text_ += ':';
  follows_value_ = false;
  return *this;
}

JsonText& JsonText::string(std::string_view value) {
  separate();
  quote(value);
  return *this;
}

JsonText& JsonText::number(double value) {
  return this->value(value);  // There is more than one way to write these.
}

JsonText& JsonText::value(const nlohmann::ordered_json& value) {
  return json(dump_json(value));
}

JsonText& JsonText::json(std::string_view value) {
  separate();
  text_ += value;
  return *this;
}

JsonText& JsonText::whole_number(std::uint64_t value) {
  std::array<char, 20> digits{};
  const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  return json({digits.data(), static_cast<std::size_t>(written.ptr - digits.data())});
}

void JsonText::quote(std::string_view text) {
  const std::size_t begin = text_.size();
  text_ += '"';
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    while (at < text.size() && is_plain(text[at])) {
      ++at;
    }
    while (at < text.size() && static_cast<unsigned char>(text[at]) >= 0x80) {
      if (checked_code_point(text, at) < 0) {
        text_.resize(begin);
        text_ += dump_json(text);  // How many marks replace what is ill-formed is decided there.
        return;
      }
    }
    text_ += text.substr(from, at - from);
    if (at < text.size() && !is_plain(text[at])) {
      add_escape(text_, text[at++]);
    }
  }
  text_ += '"';
}

std::string JsonText::take() {
  follows_value_ = false;
  return std::exchange(text_, {});
}

}  // namespace bulletin
