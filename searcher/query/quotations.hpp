// Quotes in a query: which ones ask for a phrase and which ones belong to the text around them.

#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "searcher/query/query_marks.hpp"

namespace bulletin {

/// Finds where quotations end. All places are bytes from the beginning of the query.
///
/// Asked from front to back it reads the query once for each kind of quote, however many stand
/// open.
class Quotations {
 public:
  /// `query` has to outlive this.
  explicit Quotations(std::string_view query) : query_(query) {}

  /// Returns where the quote closes that opened before `from`: at its own mark, or where that is
  /// missing at a straight one, “改写历史". npos when nothing closes it.
  [[nodiscard]] std::size_t close_of(std::string_view close, std::size_t from);

  /// Returns how many bytes the quotation takes that begins at `at`, marks included; 0 for none.
  [[nodiscard]] std::size_t length_at(std::size_t at);

  /// Tells whether a quotation in running text begins at `at`: Chinese follows it at once
  /// (“占领军”后) or a colon. It asks for no phrase. But “招商基金”，“公司” is a list of phrases.
  [[nodiscard]] bool is_text_at(std::size_t at);

 private:
  // The next place of a mark at or behind `from`, as found last.
  struct Place {
    std::size_t from = 0;
    std::size_t at = 0;
    bool is_known = false;
  };

  [[nodiscard]] std::size_t find(std::string_view mark, std::size_t from);

  std::string_view query_;
  std::array<Place, mark::kQuotes.size()> places_{};
};

}  // namespace bulletin
