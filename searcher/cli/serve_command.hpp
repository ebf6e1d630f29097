// The command `serve`: the page and the API over HTTP.

#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "searcher/search/labels.hpp"

namespace CLI {
class App;
}

namespace bulletin {

/// How to serve.
struct ServeOptions {
  std::string listen = "127.0.0.1:8080";
  std::vector<std::string> host_names;
  std::vector<std::string> allow_origins;
  std::string token_file;
  bool public_read_only = false;
  std::size_t workers = 0;  ///< 0: one a processor, two at least.
  std::size_t connections = 1024;
  unsigned budget_ms = 2000;  ///< Of one search.
  std::size_t cache_mb = 64;
  std::size_t postings_mb = 128;
  std::string access_log = "-";
  bool logs_queries = false;
  bool quiet = false;
};

/// Adds the options of `serve` to the command line.
void add_serve_options(CLI::App& app, ServeOptions& options);

/// Serves the index until SIGINT or SIGTERM; says `listening on URL` on stderr once it does.
/// Returns 0. Throws `Error` when the index does not open, the address is taken, or would be open
/// to others without anybody having said so.
[[nodiscard]] int run_serve(const std::filesystem::path& index, const Labels& labels,
                            const ServeOptions& options);

}  // namespace bulletin
