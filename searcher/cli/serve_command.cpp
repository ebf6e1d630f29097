#include "searcher/cli/serve_command.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <optional>
#include <thread>
#include <utility>

#include <CLI/CLI.hpp>

#include "indexer/base/date.hpp"
#include "indexer/base/disk.hpp"
#include "indexer/base/error.hpp"
#include "searcher/web/answer_cache.hpp"
#include "searcher/web/api.hpp"
#include "searcher/web/header_values.hpp"
#include "searcher/web/other_origins.hpp"
#include "searcher/web/page/page.hpp"
#include "searcher/web/router.hpp"
#include "searcher/web/searcher_pool.hpp"
#include "searcher/web/server.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kConnectionsOfStranger = 64;
constexpr std::size_t kDescriptorsBeside = 64;  // Index, log, listening, what libraries open.
constexpr std::size_t kMegabyte = 1 << 20;
constexpr std::chrono::seconds kPatience(5);  // With an index that is being replaced.

// Where to listen, read.
struct Place {
  std::string address;
  std::uint16_t port = 0;

  // Whether only programs of this machine reach it.
  [[nodiscard]] bool is_private() const { return address.starts_with("127.") || address == "::1"; }
};

Place read_place(const std::string& listen) {
  const std::optional<Authority> read = read_authority(listen);
  if (!read || !read->port) {
    throw Error(ErrorCode::kBadUsage, "cannot listen on '" + listen + "': it is no HOST:PORT",
                "write 127.0.0.1:8080, [::1]:8080, or port 0 for any free one");
  }
  return {.address = read->host == "localhost" ? "127.0.0.1" : read->host, .port = *read->port};
}

AccessGate gate_for(const Place& place, const ServeOptions& options) {
  if (!options.token_file.empty() && options.public_read_only) {
    throw Error(ErrorCode::kBadUsage, "cannot serve: --token-file excludes --public-read-only");
  }
  if (!options.token_file.empty()) {
    return AccessGate(read_token(options.token_file));
  }
  if (!place.is_private() && !options.public_read_only) {
    throw Error(ErrorCode::kBadUsage,
                "cannot serve on " + place.address +
                    ": whoever reaches this machine could read the archive",
                "give --token-file FILE, or --public-read-only if that is meant");
  }
  return {};
}

// Every connection takes a descriptor: as many as the system gives, and no more connections.
std::size_t connections_within_limits(std::size_t wanted) {
  const std::size_t most = allow_open_files(wanted * 2);
  const std::size_t room = most - std::min<std::size_t>(most, kDescriptorsBeside);
  return std::clamp<std::size_t>(room, 1, wanted);
}

std::size_t workers_of(const ServeOptions& options) {
  constexpr std::size_t kFewest = 2;  // One slow query must not be alone with all others.
  return options.workers > 0 ? options.workers
                             : std::max<std::size_t>(kFewest, std::thread::hardware_concurrency());
}

ServerOptions server_options(const ServeOptions& options) {
  const Place place = read_place(options.listen);
  ServerOptions server{.address = place.address,
                       .port = place.port,
                       .workers = workers_of(options),
                       .host_names = options.host_names,
                       .gate = gate_for(place, options),
                       .stops_on_signals = true};
  server.limits.connections = connections_within_limits(options.connections);
  server.limits.connections_of_client = place.is_private() ? 0 : kConnectionsOfStranger;
  server.limits.search_time = std::chrono::milliseconds(options.budget_ms);
  server.limits.answer_time = std::max(server.limits.answer_time, 2 * server.limits.search_time);
  return server;
}

// The state of the index, and the day: "last month" is another one tomorrow.
std::optional<std::string> state_of(SearcherPool& pool) {
  try {
    return pool.index_generation() + " " + format_date(utc_today());
  } catch (const Error&) {
    return std::nullopt;
  }
}

std::unique_ptr<AccessLog> open_log(const ServeOptions& options) {
  const LoggedTarget target = options.logs_queries ? LoggedTarget::kWhole : LoggedTarget::kPath;
  return options.quiet ? std::make_unique<AccessLog>()
                       : std::make_unique<AccessLog>(options.access_log, target);
}

}  // namespace

void add_serve_options(CLI::App& app, ServeOptions& options) {
  const auto add = [&](const char* name, auto& value, const char* help, const char* type) {
    return app.add_option(name, value, help)->type_name(type)->group("Server");
  };
  add("--listen", options.listen, "Address and port; port 0 is any free one", "HOST:PORT")
      ->capture_default_str();
  add("--host", options.host_names, "A name that the server is reached by; may be repeated", "NAME")
      ->expected(1)
      ->take_all();
  add("--allow-origin", options.allow_origins,
      "A web page that may read the API, https://example.org or *; may be repeated", "ORIGIN")
      ->expected(1)
      ->take_all();
  add("--token-file", options.token_file,
      "Answer only those who know the token in this file (mode 600)", "FILE");
  app.add_flag("--public-read-only", options.public_read_only,
               "Answer everybody, on an address that others reach")
      ->group("Server");
  add("--workers", options.workers, "Searches at once; 0: one a processor, two at least", "N")
      ->check(CLI::Range(0, 256))
      ->capture_default_str();
  add("--connections", options.connections, "Clients connected at once", "N")
      ->check(CLI::Range(1, 100000))
      ->capture_default_str();
  add("--budget-ms", options.budget_ms, "Longest time of one search", "MS")
      ->check(CLI::Range(1, 600000))
      ->capture_default_str();
  add("--cache-mb", options.cache_mb, "Memory for answers asked for again; 0: none", "MB")
      ->check(CLI::Range(0, 1000000))
      ->capture_default_str();
  add("--postings-mb", options.postings_mb,
      "Memory for words that were searched for; 0: none, they are read each time", "MB")
      ->check(CLI::Range(0, 1000000))
      ->capture_default_str();
  add("--access-log", options.access_log, "One line a request; - is stderr", "FILE")
      ->capture_default_str();
  app.add_flag("--log-queries", options.logs_queries, "Write down what is searched for, too")
      ->group("Server");
  app.add_flag("--quiet", options.quiet, "Keep no access log")->group("Server");
}

int run_serve(const std::filesystem::path& index, const Labels& labels,
              const ServeOptions& options) {
  ServerOptions server_settings = server_options(options);
  SearcherPool pool(index, server_settings.workers, kPatience, options.postings_mb * kMegabyte);
  static_cast<void>(pool.index_generation());  // Says now what is wrong with the index.
  const auto log = open_log(options);
  AnswerCache cache(options.cache_mb * kMegabyte);
  ServerMetrics metrics;
  const auto complain = [&log](const std::string& cause) { log->complain(cause); };
  const Api api(pool, labels, {.allow_origins = options.allow_origins, .report = complain});

  const auto kept = [&](WebHandler handler) {
    return options.cache_mb == 0
               ? handler
               : cached(std::move(handler), cache, [&pool] { return state_of(pool); });
  };
  Server server(
      std::move(server_settings),
      routed({.health = health_handler(pool),
              .metrics = metrics_handler(pool, metrics, cache),
              .api = kept([&api](const WebRequest& request) { return api.answer(request); }),
              .page = kept(page_handler(pool, labels, {.today = utc_today, .report = complain})),
              .options = options_handler(options.allow_origins)}),
      metrics, *log);
  std::cerr << "listening on " << server.address() << '\n' << std::flush;
  server.run();
  return EXIT_SUCCESS;
}

}  // namespace bulletin
