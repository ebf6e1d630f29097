// What each route of the API answers. Each may throw `Error`, which the dispatcher turns into an
// answer.

#pragma once

#include "searcher/web/api_call.hpp"

namespace bulletin {

/// One page of a search; its facets alone.
[[nodiscard]] WebResponse answer_search(const ApiCall& call);
[[nodiscard]] WebResponse answer_facets(const ApiCall& call);

/// One item; why it has its values, or with a query or limits why it is or is no hit; those like
/// it.
[[nodiscard]] WebResponse answer_item(const ApiCall& call);
[[nodiscard]] WebResponse answer_why(const ApiCall& call);
[[nodiscard]] WebResponse answer_similar(const ApiCall& call);

/// Ways in which a query that begins so may go on.
[[nodiscard]] WebResponse answer_suggest(const ApiCall& call);

/// All hits in the form that the parameter `format` names, streamed.
[[nodiscard]] WebResponse answer_export(const ApiCall& call);

/// The newest hits as a feed.
[[nodiscard]] WebResponse answer_rss(const ApiCall& call);
[[nodiscard]] WebResponse answer_atom(const ApiCall& call);

/// Descriptions of the API and, for the search bar of a browser, of the page. Need no index.
[[nodiscard]] WebResponse answer_openapi(const ApiCall& call);
[[nodiscard]] WebResponse answer_opensearch(const ApiCall& call);

/// Hits of a feed when nobody says.
inline constexpr std::size_t kFeedHits = 50;

}  // namespace bulletin
