// Where on a command line the options end and the command, its names and the query begin.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace bulletin {

/// The commands of bulletin-search; `kDone` when the command line only asked for help.
enum class Command : std::uint8_t {
  kFind,
  kShow,
  kWhy,
  kWhyQuery,
  kSimilar,
  kSaved,
  kRun,
  kCompletion,
  kSuggest,
  kBrowse,
  kServe,
  kDone
};

/// The command line cut.
struct SplitLine {
  Command command = Command::kFind;
  std::string path;                  ///< The command as typed; empty where none was.
  std::vector<std::string> options;  ///< With the names behind commands that take no query.
  std::vector<std::string> names;    ///< Id for kWhy; action and name for kSaved.
  std::vector<std::string> words;    ///< The query, for kFind, kWhy, kSuggest and `saved add`.
  std::string late_option;           ///< The first of these that looks like an option of ours.
};

/// Tells whether `word`, first behind the options, names a command.
[[nodiscard]] bool is_command(const std::string& word);

/// Cuts `arguments` by the options that `app` knows.
///
/// Behind `find`, `browse`, `suggest`, `why ID` and `saved add NAME` only known options before the
/// first word are options: all else is query text, whatever it looks like.
[[nodiscard]] SplitLine split_line(const CLI::App& app, const std::vector<std::string>& arguments);

}  // namespace bulletin
