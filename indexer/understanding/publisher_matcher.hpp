// The publisher's names, folded and ready to be matched beside those of the gazetteer.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/understanding/gazetteer.hpp"
#include "indexer/understanding/publisher.hpp"

namespace bulletin {

/// Matches the names of one publisher. Compile it once and keep it as long as what it finds: the
/// matches point into it, so it cannot be copied.
class PublisherMatcher {
 public:
  explicit PublisherMatcher(const Publisher& publisher);
  PublisherMatcher(const PublisherMatcher&) = delete;
  PublisherMatcher& operator=(const PublisherMatcher&) = delete;
  ~PublisherMatcher() = default;

  /// Returns the matcher of `default_publisher()`, compiled once for the process.
  [[nodiscard]] static const PublisherMatcher& of_default();

  /// Adds the publisher's names that begin exactly at byte `begin` of `folded` to `found`, which
  /// stays ordered by length; a name of the same length is replaced.
  ///
  /// Spelling varies as in the gazetteer: runs of white space, hyphens, apostrophes. Boundaries are
  /// not looked at. Mostly one look at a bit mask; else O(names + longest name).
  void add_names_at(std::string_view folded, std::size_t begin,
                    std::vector<NameMatch>& found) const;

 private:
  struct Name {
    std::string folded;
    bool is_acronym = false;
    bool is_plain = false;  // Spelt in one way only: no spaces, no apostrophes.
  };

  void add(const std::vector<std::string>& names, bool are_acronyms);

  std::vector<Name> names_;
  std::uint64_t first_characters_ = 0;  // One bit for the hash of each name's first character.
  NameEntry name_entry_;
  NameEntry acronym_entry_;
};

}  // namespace bulletin
