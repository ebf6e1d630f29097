// What somebody meant who mistyped an option or a command.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace bulletin {

/// Returns the one of `known` nearest to `typed`, at most a third of its letters away; for two or
/// three letters the first that begins with them. Empty for none.
[[nodiscard]] std::string nearest_name(std::string_view typed,
                                       const std::vector<std::string>& known);

/// Returns `did you mean --country? ` for the first argument that `app` could not place and that is
/// near to an option of the chosen command, or to a command where none was chosen; else nothing.
/// Call when `app` has refused a command line.
[[nodiscard]] std::string suggestion(const CLI::App& app);

}  // namespace bulletin
