// The order of titles that a reader expects in a list of both languages.

#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace bulletin {

/// Makes keys whose byte order is the order of titles: figures by their value, then Chinese by
/// pinyin, then Latin letters and other scripts, as ICU's collation `zh` has it. Case and accents
/// only decide between equal letters; quotes and brackets in front of a title do not count.
///
/// Opening the collation is costly: make one for many titles. Not thread-safe.
class TitleOrder {
 public:
  /// Throws `Error{kResourceMissing}` if ICU's data is absent.
  TitleOrder();
  ~TitleOrder();
  TitleOrder(const TitleOrder&) = delete;
  TitleOrder& operator=(const TitleOrder&) = delete;

  /// Returns the key of `title`, well-formed UTF-8. O(n).
  [[nodiscard]] std::string key(std::string_view title) const;

 private:
  struct Rules;
  std::unique_ptr<Rules> rules_;
};

}  // namespace bulletin
