// Stems of English words.

#pragma once

#include <memory>
#include <string_view>

struct sb_stemmer;

namespace bulletin {

/// Snowball's English stemmer (Porter 2). Not thread-safe: it reuses one buffer.
class Stemmer {
 public:
  /// Throws `Error{kResourceMissing}` when the library has no English.
  Stemmer();

  /// Returns the stem of a folded word; valid until the next call.
  ///
  /// A word with anything but the letters a to z comes back as it is.
  [[nodiscard]] std::string_view stem(std::string_view word) const;

 private:
  struct Close {
    void operator()(sb_stemmer* stemmer) const;
  };
  std::unique_ptr<sb_stemmer, Close> snowball_;
};

}  // namespace bulletin
