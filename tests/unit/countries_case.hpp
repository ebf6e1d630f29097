// Shared by the tests of the country reader: what an item shows, on one line.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "indexer/understanding/countries.hpp"

namespace bulletin {

// `CN FR`: the codes found in a text without a title.
inline std::string codes(std::string_view title, std::string_view text) {
  std::string out;
  for (const CountryMention& mention : find_countries(ItemText::of(title, text))) {
    out += (out.empty() ? "" : " ") + mention.code;
  }
  return out;
}

// `KZ city Almaty, KZ name Kazakhstan`: every piece of evidence, by code.
inline std::string evidence(std::string_view title, std::string_view text) {
  std::string out;
  for (const CountryMention& mention : find_countries(ItemText::of(title, text))) {
    for (const Evidence& e : mention.evidence) {
      const std::string_view field = e.field == TextField::kTitle ? title : text;
      CHECK_EQ(field.substr(e.begin_byte, e.end_byte - e.begin_byte), e.surface);
      out += (out.empty() ? "" : ", ") + mention.code + ' ' + e.rule + ' ' + e.surface;
    }
  }
  return out;
}

struct CountryCase {
  std::string_view text, expect;
};

inline void check_codes(const std::vector<CountryCase>& cases) {
  for (const CountryCase& c : cases) {
    CAPTURE(c.text);
    CHECK_EQ(codes("", c.text), c.expect);
  }
}

}  // namespace bulletin
