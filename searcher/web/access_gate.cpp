#include "searcher/web/access_gate.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <utility>

#include <sys/random.h>
#include <sys/stat.h>

#include "indexer/base/error.hpp"
#include "searcher/web/header_values.hpp"
#include "searcher/web/refusal.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kShortestToken = 16;
constexpr std::size_t kLongestToken = 1024;
constexpr std::string_view kCookie = "bulletin_session";
constexpr std::string_view kParameter = "token";

Error bad_token(const std::filesystem::path& file, const std::string& cause,
                const std::string& hint) {
  return {ErrorCode::kBadUsage, "cannot read token " + file.string() + ": " + cause, hint};
}

void check_mode(const std::filesystem::path& file) {
  struct stat status{};
  if (stat(file.c_str(), &status) != 0) {
    throw bad_token(file, std::strerror(errno), "");
  }
  if (!S_ISREG(status.st_mode)) {
    throw bad_token(file, "it is no regular file", "");
  }
  if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
    throw bad_token(file, "others than its owner may read or write it",
                    "chmod 600 " + file.string());
  }
}

std::string random_number() {
  std::array<unsigned char, 32> bytes{};
  if (getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) {
    throw Error(ErrorCode::kInternal,
                std::string("cannot get random bytes: ") + std::strerror(errno));
  }
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (const unsigned char byte : bytes) {
    text += kDigits[byte >> 4U];
    text += kDigits[byte & 15U];
  }
  return text;
}

}  // namespace

std::string read_token(const std::filesystem::path& file) {
  check_mode(file);
  std::ifstream stream(file, std::ios::binary);
  std::string token{std::istreambuf_iterator<char>(stream), {}};
  if (!stream) {
    throw bad_token(file, std::strerror(errno), "");
  }
  constexpr std::string_view kSpaces = " \t\r\n";
  token.erase(token.find_last_not_of(kSpaces) + 1);
  token.erase(0, token.find_first_not_of(kSpaces));
  const auto is_printable = [](char c) { return c > ' ' && c <= '~'; };
  if (token.size() < kShortestToken || token.size() > kLongestToken ||
      !std::ranges::all_of(token, is_printable)) {
    throw bad_token(file, "it does not hold one word of 16 to 1024 printable ASCII characters",
                    "(umask 077; head -c 24 /dev/urandom | base64 > " + file.string() + ")");
  }
  return token;
}

bool equal_secrets(std::string_view given, std::string_view secret) {
  unsigned difference = given.size() == secret.size() ? 0 : 1;
  for (std::size_t i = 0; i < given.size(); ++i) {
    const char expected = secret.empty() ? '\0' : secret[i % secret.size()];
    difference |= static_cast<unsigned char>(given[i]) ^ static_cast<unsigned char>(expected);
  }
  return difference == 0;
}

AccessGate::AccessGate(std::string token) : token_(std::move(token)), session_(random_number()) {}

// The same address without the token, which would else stay in the history of the browser.
WebResponse AccessGate::welcome(const WebRequest& request) const {
  WebParameters others = request.parameters;
  std::erase_if(others, [](const auto& p) { return p.first == kParameter; });
  return {.status = 303,
          .content_type = "text/plain; charset=utf-8",
          .cache_control = "no-store",
          .location = encode_path(request.path) + query_string(others),
          .set_cookie = std::string(kCookie) + "=" + session_ + "; Path=/; HttpOnly; SameSite=Lax"};
}

std::optional<WebResponse> AccessGate::stop(const WebRequest& request,
                                            std::string_view authorization) const {
  if (!is_closed() || request.path == "/healthz") {
    return std::nullopt;
  }
  const std::string_view given = value_of(request.parameters, kParameter);
  if (!given.empty() && equal_secrets(given, token_)) {
    return welcome(request);
  }
  if (equal_secrets(bearer_token(authorization), token_) ||
      equal_secrets(cookie_value(request.cookie, kCookie), session_)) {
    return std::nullopt;
  }
  WebResponse response = refuse(
      {.status = 401,
       .code = "unauthorized",
       .message = "cannot answer: this archive asks for a token",
       .hint = "send 'Authorization: Bearer TOKEN', or open /?token=TOKEN once in a browser"},
      request.path);
  response.fields.emplace_back("WWW-Authenticate", "Bearer realm=\"bulletin\"");
  return response;
}

}  // namespace bulletin
