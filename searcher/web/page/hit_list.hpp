// The hits of a page, each with its excerpt, who else tells it, and why it is there.

#pragma once

#include "searcher/search/searcher.hpp"
#include "searcher/web/page/page_context.hpp"

namespace bulletin {

/// Returns the hits as an ordered list; `request` is what they answer.
[[nodiscard]] Html hit_list(const std::vector<Hit>& hits, const SearchRequest& request,
                            const PageContext& context);

/// Returns a plain list of items: title, date and countries, for the start page and for similar
/// items; `notes[i]` stands under the i-th where it is not empty.
[[nodiscard]] Html short_list(const std::vector<Hit>& hits, const PageContext& context,
                              const std::vector<std::string>& notes = {});

/// Returns one line: date, countries, kinds and language of an item.
[[nodiscard]] Html about_item(const Bulletin& item, const PageContext& context);

/// Returns the value of `lang` for a text in `lang` as the index has it: `und` for no tag.
[[nodiscard]] std::string content_lang(std::string_view lang);

}  // namespace bulletin
