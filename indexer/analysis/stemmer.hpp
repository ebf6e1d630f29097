// Stems of English words.

#pragma once

#include <string>
#include <string_view>

#include <xapian.h>

namespace bulletin {

/// Snowball's English stemmer (Porter 2), which Xapian brings. Not thread-safe: it reuses its
/// buffers.
class Stemmer {
 public:
  /// Throws `Error{kResourceMissing}` when Xapian was built without English.
  Stemmer();

  Stemmer(const Stemmer&) = delete;  // Copies would share one Snowball.
  Stemmer& operator=(const Stemmer&) = delete;
  ~Stemmer() = default;

  /// Returns the stem of a folded word; valid until the next call.
  ///
  /// A word with anything but the letters a to z comes back as it is.
  [[nodiscard]] std::string_view stem(std::string_view word) const;

 private:
  Xapian::Stem snowball_;
  mutable std::string word_;
  mutable std::string stem_;
};

}  // namespace bulletin
