#include "searcher/cli/command_table.hpp"

#include <algorithm>

namespace bulletin {
namespace {

using Names = std::vector<std::string_view>;

Names operator+(Names a, const Names& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

// What an item is printed with, what hits are, and what chooses them.
const Names kItem{"--config", "--db", "--format", "--json", "--labels", "--pager", "--color"};
const Names kHits = kItem + Names{"--link"};
const Names kQuery{"--country",      "--date",   "--lang",      "--kind",
                   "--region",       "--source", "--rule",      "--literal",
                   "--exact-script", "--strict", "--translate", "--sound"};
const Names kPage{"--sort", "--limit", "--offset", "--group", "--facets"};
const Names kSaved{"--config", "--saved"};

const PlaceRow kId{.name = "ID", .help = "Id of an item"};
const PlaceRow kWords{
    .name = "QUERY", .help = "Words and fields", .required = false, .repeats = true};
const PlaceRow kName{.name = "NAME", .help = "Name of a saved search"};

const CommandRow kTable[] = {
    {"find",
     Command::kFind,
     "Search; without a query list everything. The word find may be left out",
     {kWords},
     kHits + kQuery + kPage + Names{"--budget-ms"}},
    {"browse",
     Command::kBrowse,
     "Search in full screen, facets beside the hits; print the command of what is seen on leaving",
     {kWords},
     kItem + kQuery + Names{"--sort"}},
    {"show", Command::kShow, "Print one item whole", {kId}, kItem},
    {"why",
     Command::kWhy,
     "Print the words behind the values of an item and what was read and not taken; with a query, "
     "why the item is a hit or what keeps it out",
     {kId, kWords},
     kItem + kQuery},
    {"similar",
     Command::kSimilar,
     "Print the items most like one: --limit in its language and as many in others",
     {kId},
     kItem + Names{"--limit"}},
    {"suggest",
     Command::kSuggest,
     "Print how a query that begins so may go on",
     {{.name = "TEXT", .help = "What has been typed", .repeats = true}},
     {"--config", "--db", "--limit", "--format", "--json", "--labels"}},
    {"saved", Command::kSaved, "Keep searches by name and run them", {}, {}},
    {"saved add",
     Command::kSaved,
     "Keep a search",
     {{.name = "NAME", .help = "New name"}, kWords},
     kSaved + Names{"--db", "--sort"} + kQuery},
    {"saved list",
     Command::kSaved,
     "List the searches kept: name, search, items seen",
     {},
     kSaved + Names{"--format", "--json"}},
    {"saved remove", Command::kSaved, "Forget a search", {kName}, kSaved},
    {"saved run",
     Command::kSaved,
     "Print all hits of a search, or with --new only items that the last run with --new had not",
     {{.name = "NAME", .help = "Name of a saved search, unless --all", .required = false}},
     kSaved +
         Names{"--all", "--new", "--format", "--json", "--labels", "--link", "--pager", "--color"}},
    {"run",
     Command::kRun,
     "Print a TREC run, 1000 hits a query unless --limit says else",
     {{.name = "QUERIES.tsv", .help = "File of id<TAB>query lines"}},
     Names{"--config", "--db", "--sort", "--limit", "--offset"} + kQuery},
    {"serve",
     Command::kServe,
     "Answer over HTTP until stopped: a page for people, an API for programs, feeds",
     {},
     {"--config", "--db", "--labels", "--listen", "--host", "--allow-origin", "--token-file",
      "--public-read-only", "--workers", "--connections", "--budget-ms", "--cache-mb",
      "--postings-mb", "--access-log", "--log-queries", "--quiet"}},
    {"completion",
     Command::kCompletion,
     "Print the script by which a shell completes this program: source <(bulletin-search "
     "completion bash)",
     {{.name = "SHELL", .help = "bash, zsh or fish"}},
     {"--config", "--db", "--saved", "--labels"}}};

}  // namespace

std::span<const CommandRow> command_table() {
  return kTable;
}

std::optional<Command> command_named(std::string_view word) {
  const auto* const row = std::ranges::find(kTable, word, &CommandRow::path);
  return row == std::end(kTable) ? std::nullopt : std::optional(row->command);
}

}  // namespace bulletin
