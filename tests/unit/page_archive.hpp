// The example archive as a person sees it: pages of an index of corpus/, read as XML.

#pragma once

#include <memory>
#include <string>
#include <vector>

#include <pugixml.hpp>

#include "searcher/search/searcher.hpp"
#include "searcher/web/http.hpp"
#include "tests/support/process.hpp"

namespace bulletin::test {

/// The day on which the tests take place.
inline constexpr Date kToday{std::chrono::year{2026}, std::chrono::month{2}, std::chrono::day{3}};

/// A page and its tree.
struct ShownPage {
  WebResponse answer;
  std::unique_ptr<pugi::xml_document> tree;
  std::string fault;  ///< Why it is no XML; empty where it is.

  /// Return the text of every node that `xpath` finds; the value for attributes.
  [[nodiscard]] std::vector<std::string> all(const char* xpath) const;
  /// Return the first of them, or `none`.
  [[nodiscard]] std::string one(const char* xpath) const;
};

/// An index of its own, and its pages.
class PageArchive {
 public:
  /// Indexes corpus/.
  PageArchive();
  /// Indexes `items`.
  explicit PageArchive(const std::vector<Bulletin>& items);

  /// Returns the page at `target`, `/?q=x`.
  [[nodiscard]] ShownPage show(const std::string& target, const std::string& accept_language = "",
                               const std::string& cookie = "");

  /// The same for a path and parameters of any bytes.
  [[nodiscard]] ShownPage answer(const std::string& path, const WebParameters& parameters,
                                 const std::string& accept_language, const std::string& cookie);

  [[nodiscard]] Searcher& searcher() { return *searcher_; }

 private:
  TemporaryFolder folder_;
  std::unique_ptr<Searcher> searcher_;
};

/// Returns the archive of corpus/, made once.
[[nodiscard]] PageArchive& corpus_archive();

/// Returns what keeps a page from being a good one: ids given twice, controls without a name, links
/// to nowhere in the page, scripts or styles in it; empty for none.
[[nodiscard]] std::vector<std::string> faults_of(const ShownPage& page);

}  // namespace bulletin::test
