// The manual page of a program, in roff with the man macros, from the description that its help is
// made of.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/shell/command_description.hpp"

namespace bulletin {

/// Returns the page of section 1. `also` is the list under SEE ALSO, `bulletin-index(1)`.
///
/// Its date is `SOURCE_DATE_EPOCH` where the environment has it, else today.
[[nodiscard]] std::string manual_page(const CommandDescription& program,
                                      const std::vector<HelpSection>& sections,
                                      const std::vector<std::string>& also);

/// Returns `text` so that roff prints it letter by letter, at the begin of a line too.
[[nodiscard]] std::string roff_escaped(std::string_view text);

}  // namespace bulletin
