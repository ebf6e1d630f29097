// What people read in the place of codes. The shipped names can be overridden by a file; the code
// stays the value, and an overridden name need not be one that a search understands.

#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace bulletin {

/// A name in both languages.
struct BilingualLabel {
  std::string en;
  std::string zh;

  bool operator==(const BilingualLabel&) const = default;
};

/// The display names of facet values. The default value has the shipped ones.
class Labels {
 public:
  /// Reads `{"country": {"HK": {"en": "...", "zh": "..."}}, "region": {...}, "kind": {...}}` over
  /// the shipped names: regions by UN M49 number, `none` among the countries; a language left out
  /// keeps its name.
  ///
  /// Throws `Error{kBadUsage}` when the file cannot be read or says something else.
  [[nodiscard]] static Labels read(const std::filesystem::path& path);

  /// The same from JSON text; `place` names it in messages.
  [[nodiscard]] static Labels parse(const std::string& json, const std::string& place);

  /// Returns the names of a country facet value, of `none` too; the code itself twice where it is
  /// unknown.
  [[nodiscard]] BilingualLabel country(std::string_view code) const;

  /// Returns the names of a UN M49 region and of a kind of event, or the value itself twice.
  [[nodiscard]] BilingualLabel region(std::string_view code) const;
  [[nodiscard]] BilingualLabel kind(std::string_view name) const;

 private:
  enum Group : std::uint8_t { kCountry, kRegion, kKind, kGroups };

  [[nodiscard]] static BilingualLabel shipped(Group group, std::string_view value);
  [[nodiscard]] BilingualLabel label(Group group, std::string_view value) const;

  std::array<std::map<std::string, BilingualLabel, std::less<>>, kGroups> overridden_;
};

/// Returns the name of a language in its own language, or the tag itself.
[[nodiscard]] std::string language_name(std::string_view lang);

}  // namespace bulletin
