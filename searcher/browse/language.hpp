// The words of the screen in the two languages it speaks, and which of them a person reads.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/query_part.hpp"
#include "searcher/search/hit_order.hpp"
#include "searcher/search/labels.hpp"

namespace bulletin::browse {

/// Language of the interface.
enum class Language : std::uint8_t { kEnglish, kChinese };

/// Returns the language that a locale's name such as `zh_CN.UTF-8` asks for: Chinese, else English.
[[nodiscard]] Language language_of_locale(std::string_view locale);

/// Returns the name in `language`.
[[nodiscard]] const std::string& name_in(Language language, const BilingualLabel& label);

/// The fixed words of the screen.
struct Words {
  std::string_view query, everything, countries, dates, langs, kinds, regions;
  std::string_view one_item, items, nothing, no_date, more;
  std::string_view by_relevance, oldest_first, newest_first, by_title;
  std::string_view read_as, plain_words, not_translated, rule, translated;
  std::string_view no_item_has, near, without, also_in, near_copy, found_by, published, source,
      file, until;
  std::string_view date, country, kind, not_date, not_a_date, not_country, like, none_like, shared;
  std::string_view find_in_facets, too_small, gone, not_unicode;
  std::string_view hits_keys, facets_keys, chips_keys, item_keys, similar_keys, help_keys,
      prompt_keys;
  std::string_view help;
};

/// Returns the words of `language`.
[[nodiscard]] const Words& words_of(Language language);

/// Returns the lines of the help; a tab stands between a key and what it does.
[[nodiscard]] std::vector<std::string_view> help_lines(Language language);

/// Returns `1 item`, `12 items`, `12 条`.
[[nodiscard]] std::string items_text(Language language, std::size_t count);

/// Returns `by relevance`, `按相关度`, ...
[[nodiscard]] std::string_view sort_text(Language language, Sort sort);

/// Returns the name of a part of a query: `words`, `词语`.
[[nodiscard]] std::string_view part_text(Language language, PartKind kind);

}  // namespace bulletin::browse
