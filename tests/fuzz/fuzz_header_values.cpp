// Any bytes in headers and targets: they are read or not, and what is read keeps its promises.

#include <algorithm>

#include "searcher/web/access_log.hpp"
#include "searcher/web/header_values.hpp"
#include "searcher/web/request_check.hpp"
#include "tests/fuzz/expect.hpp"

namespace {

using bulletin::fuzz::expect;

// A tag equals itself, alone and at the end of any list that ends with a comma.
void check_etags(std::string_view text) {
  const bool is_tag = text.starts_with('"') && text.find('"', 1) == text.size() - 1;
  expect(!is_tag || text.size() < 2 || bulletin::names_etag(text, text));
  static_cast<void>(bulletin::names_etag(text, "\"a\""));
}

void check_authority(std::string_view text) {
  if (const auto read = bulletin::read_authority(text)) {
    expect(!read->host.empty());
    const bool is_v6 = read->host.find(':') != std::string::npos;
    const std::string again = is_v6 ? "[" + read->host + "]" : read->host;
    const auto same = bulletin::read_authority(again);
    expect(same && same->host == read->host);
  }
}

void check_log_line(std::string_view text) {
  const std::string line =
      bulletin::access_line({.client = text, .method = text, .target = text, .status = 200},
                            bulletin::LoggedTarget::kWhole);
  const auto is_plain = [](char c) { return c >= ' ' && c <= '~'; };
  expect(line.ends_with('\n') && std::all_of(line.begin(), line.end() - 1, is_plain));
  expect(std::ranges::count(line, ' ') == 6);
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer fixes this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(bulletin::fuzz::text_of(data, size));
  static const bulletin::RequestCheck check({}, {}, bulletin::AccessGate());
  expect(!bulletin::accepts_gzip(text) || text.find_first_of("gG*") != std::string::npos);
  expect(text.find(bulletin::cookie_value(text, "a")) != std::string::npos);
  expect(text.find(bulletin::bearer_token(text)) != std::string::npos);
  check_etags(text);
  check_authority(text);
  check_log_line(text);
  const auto checked =
      check.check({.method = "GET", .target = text, .hosts = {"localhost"}}, "127.0.0.1");
  if (const auto* request = std::get_if<bulletin::WebRequest>(&checked)) {
    expect(request->path.starts_with('/') && request->path.find('\0') == std::string::npos);
    expect(bulletin::encode_path(request->path).find("//") != 0);
  }
  return 0;
}
