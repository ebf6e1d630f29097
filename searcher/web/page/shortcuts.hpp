// The keys that a script listens to, told by a dialog.

#pragma once

#include "searcher/web/page/page_context.hpp"

namespace bulletin {

/// Returns the dialog, closed; only a script opens it.
[[nodiscard]] Html shortcuts_dialog(const PageContext& context);

}  // namespace bulletin
