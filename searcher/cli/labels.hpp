// What people read in the place of codes.

#pragma once

#include <string>
#include <string_view>

namespace bulletin {

/// A name in both languages.
struct BilingualLabel {
  std::string en;
  std::string zh;
};

/// Returns the names of a country facet value; of `none` too, and the code itself where it is
/// unknown.
[[nodiscard]] BilingualLabel country_name(std::string_view code);

/// Returns the names of a UN M49 region and of a kind of event, or the value itself twice.
[[nodiscard]] BilingualLabel region_name(std::string_view code);
[[nodiscard]] BilingualLabel kind_label(std::string_view kind);

/// Returns the name of a language in its own language, or the tag itself.
[[nodiscard]] std::string language_name(std::string_view lang);

}  // namespace bulletin
