// A small archive behind the API, asked without a socket. Every answer is held against the
// description of the API.

#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "indexer/ingest/raw_item.hpp"
#include "searcher/web/api.hpp"
#include "tests/support/process.hpp"

namespace bulletin::test {

/// Six items in English and Chinese, their dates and countries given, one with an id and a title
/// that are all markup.
[[nodiscard]] std::vector<RawItem> six_items();

/// Adds items to the index at `index`, which is made where there is none, and links them.
void add_items(const std::filesystem::path& index, const std::vector<RawItem>& items);

/// Writes the index anew, as after an update of the program.
void rebuild(const std::filesystem::path& index);

/// An answer that has been read to its end.
struct Answer {
  WebResponse head;  ///< Without body.
  std::string body;

  [[nodiscard]] nlohmann::ordered_json json() const { return nlohmann::ordered_json::parse(body); }
};

/// Returns the request for a target such as `/api/v1/search?q=a`, not encoded beyond that.
[[nodiscard]] WebRequest request_for(std::string_view target);

/// The API over an index of its own in a temporary folder.
class ApiArchive {
 public:
  /// Today is 9 January 2026. Without `items` there is no index.
  explicit ApiArchive(const std::vector<RawItem>& items = six_items(), ApiOptions options = {});

  /// Asks, reads the answer to its end and checks it.
  [[nodiscard]] Answer get(std::string_view target) const { return ask(request_for(target)); }
  [[nodiscard]] Answer ask(const WebRequest& request) const;

  [[nodiscard]] const Api& api() const { return *api_; }
  [[nodiscard]] std::filesystem::path index() const { return folder_.at("index"); }

 private:
  TemporaryFolder folder_;
  Labels labels_;
  std::unique_ptr<SearcherPool> searchers_;
  std::unique_ptr<Api> api_;
};

/// Returns all parts of a body.
[[nodiscard]] std::string whole_body(const WebResponse& response);

}  // namespace bulletin::test
