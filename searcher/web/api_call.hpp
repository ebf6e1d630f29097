// One request to the API on its way to an answer, and the forms that answers share.

#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "searcher/search/labels.hpp"
#include "searcher/search/searcher.hpp"
#include "searcher/web/http.hpp"
#include "searcher/web/search_address.hpp"
#include "searcher/web/searcher_pool.hpp"

namespace bulletin {

/// The type of an answer in JSON.
inline constexpr auto kJsonType = "application/json; charset=utf-8";

/// A request whose parameters have been read.
struct ApiCall {
  const WebRequest& request;
  SearchRequest asked;  ///< Its parameters of a search.
  std::string id;       ///< Of an item, any bytes; empty where the route has none.
  SearcherPool& searchers;
  const Labels& labels;
  std::string_view life;  ///< Of the process, for entity tags.

  /// Returns when looking for the answer has to end.
  [[nodiscard]] Deadline deadline() const { return Deadline(request.deadline); }
};

/// Why a request is not answered as it was meant.
struct ApiError {
  unsigned status = 500;
  std::string_view code;  ///< Stable; API.md lists them.
  std::string message;
  std::string hint;  ///< The next step, or empty.
};

/// Returns `{"code", "message", "hint"}`, kept by no cache.
[[nodiscard]] WebResponse error_answer(const ApiError& error);

/// Returns the error of a parameter that cannot be read.
[[nodiscard]] WebResponse bad_parameter(const BadParameter& bad);

/// Returns the error of an item that is not there.
[[nodiscard]] WebResponse no_such_item(std::string_view id);

/// Returns JSON on one line; ill-formed UTF-8 in it is replaced.
[[nodiscard]] WebResponse json_answer(const nlohmann::ordered_json& value);

/// Returns the quoted tag of the answer to `call` while the index is in the state called `index`.
[[nodiscard]] std::string etag_of(const ApiCall& call, std::string_view index);

/// Tells whether the client has the answer with this tag already.
[[nodiscard]] bool is_known(const WebRequest& request, std::string_view etag);

/// Returns what `make()` does with the tag of the state the index is in, or 304 without making it.
template <typename Make>
[[nodiscard]] WebResponse unless_known(const ApiCall& call, Make&& make) {
  // Looked up first: an answer newer than its tag is sent once more, an older one would stay.
  std::string etag = etag_of(call, call.searchers.index_generation());
  WebResponse response = is_known(call.request, etag) ? WebResponse{.status = 304} : make();
  const bool is_kept = response.cache_control != "no-store";
  if (is_kept && (response.status == 200 || response.status == 304)) {
    response.etag = std::move(etag);
  }
  return response;
}

}  // namespace bulletin
