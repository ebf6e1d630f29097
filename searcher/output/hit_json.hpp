// One hit as JSON; its keys are in searcher/cli/README.md, and a change to one is a new schema
// number.

#pragma once

#include "searcher/output/json_text.hpp"
#include "searcher/search/searcher.hpp"

namespace bulletin {

/// Adds the keys of a hit to the object that is open in `json`. Offsets are bytes of the string
/// they belong to.
void add_hit_keys(const Hit& hit, JsonText& json);

}  // namespace bulletin
