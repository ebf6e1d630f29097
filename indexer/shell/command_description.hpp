// What a command line program takes, as plain values read from its parser: help, completion scripts
// and the manual page are all made from it, so none of them can drift.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace bulletin {

/// What can stand in a place of the command line, for a shell that completes it.
enum class Takes : std::uint8_t {
  kNothing,  ///< A flag.
  kText,     ///< Nothing to offer.
  kFile,
  kFolder,
  kChoice,  ///< One of `choices`.
  kAsked    ///< The program lists the words: `PROGRAM completion words NAME`.
};

/// A value of an option or a word behind a command.
struct ValueDescription {
  std::string name;  ///< `FORMAT`; empty for a flag.
  Takes takes = Takes::kNothing;
  std::vector<std::string> choices;

  bool operator==(const ValueDescription&) const = default;
};

/// One option under all its names.
struct OptionDescription {
  std::vector<std::string> names;  ///< `-h`, `--help`.
  ValueDescription value;
  std::string help;
  std::string standard;  ///< Value when it is not given, or empty.
  std::string group;     ///< Heading that it stands under.

  bool operator==(const OptionDescription&) const = default;
};

/// A word behind a command.
struct PlaceDescription {
  ValueDescription value;
  std::string help;
  bool required = false;
  bool repeats = false;
};

/// A paragraph of help under a heading.
struct HelpSection {
  std::string title;
  std::string text;
  bool is_literal = false;  ///< Lines stay as they are.
};

/// A program or one of its commands.
struct CommandDescription {
  std::string name;
  std::string summary;
  std::vector<OptionDescription> options;
  std::vector<PlaceDescription> places;
  std::vector<CommandDescription> commands;
};

/// Describes `app`, its visible options and its commands. A value whose name is in `asked` is
/// `kAsked`; DIR is a folder, FILE and PATH are files, and what CLI::IsMember checks is a choice.
[[nodiscard]] CommandDescription describe(const CLI::App& app,
                                          const std::vector<std::string_view>& asked);

/// Returns sections as they stand below the options in `--help`.
[[nodiscard]] std::string footer_of(const std::vector<HelpSection>& sections);

/// Returns `[OPTIONS] ID [QUERY...]`.
[[nodiscard]] std::string usage_of(const CommandDescription& command);

}  // namespace bulletin
