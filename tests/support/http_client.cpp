#include "tests/support/http_client.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <stdexcept>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <zlib.h>

namespace bulletin::test {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](unsigned char c) { return std::tolower(c); });
  return out;
}

}  // namespace

std::string HttpAnswer::field(std::string_view name) const {
  const auto found = std::ranges::find(fields, name, [](const auto& f) { return f.first; });
  return found == fields.end() ? "" : found->second;
}

HttpClient::HttpClient(std::uint16_t port, int receive_bytes, std::chrono::seconds patience)
    : socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  if (receive_bytes > 0) {
    setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_bytes, sizeof(receive_bytes));
  }
  const int on = 1;
  setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
  const timeval longest{.tv_sec = patience.count(), .tv_usec = 0};
  setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &longest, sizeof(longest));
  setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &longest, sizeof(longest));
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0) {
    close(socket_);
    throw std::runtime_error("cannot connect to port " + std::to_string(port));
  }
}

HttpClient::~HttpClient() {
  if (socket_ >= 0) {
    close(socket_);
  }
}

bool HttpClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) {
      return false;
    }
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

std::string HttpClient::read_some(std::size_t size) {
  std::string bytes(size, '\0');
  const ssize_t got = recv(socket_, bytes.data(), bytes.size(), 0);
  bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
  return bytes;
}

bool HttpClient::fill() {
  constexpr std::size_t kPart = 1 << 16;
  const std::string part = read_some(kPart);
  buffer_ += part;
  return !part.empty();
}

std::optional<std::string> HttpClient::take_line() {
  std::size_t end = buffer_.find("\r\n");
  while (end == std::string::npos) {
    if (!fill()) {
      return std::nullopt;
    }
    end = buffer_.find("\r\n");
  }
  std::string line = buffer_.substr(0, end);
  buffer_.erase(0, end + 2);
  return line;
}

bool HttpClient::take(std::size_t size, std::string& into) {
  while (buffer_.size() < size) {
    if (!fill()) {
      into += buffer_;
      return false;
    }
  }
  into.append(buffer_, 0, size);
  buffer_.erase(0, size);
  return true;
}

void HttpClient::read_chunks(HttpAnswer& answer) {
  while (const auto line = take_line()) {
    const std::size_t size = std::stoul(*line, nullptr, 16);
    std::string line_end;
    if (!take(size, answer.body) || !take(2, line_end) || line_end != "\r\n") {
      return;
    }
    if (size == 0) {
      answer.is_whole = true;
      return;
    }
  }
}

HttpAnswer HttpClient::read(bool has_body) {
  HttpAnswer answer;
  const auto status_line = take_line();
  if (!status_line || !status_line->starts_with("HTTP/1.1 ")) {
    return answer;
  }
  for (auto line = take_line(); line && !line->empty(); line = take_line()) {
    const std::size_t colon = line->find(": ");
    answer.fields.emplace_back(lower(line->substr(0, colon)), line->substr(colon + 2));
  }
  answer.status = std::stoi(status_line->substr(9, 3));
  const std::string length = answer.field("content-length");
  if (!has_body || answer.status == 204 || answer.status == 304 || answer.status == 100) {
    answer.is_whole = true;
  } else if (answer.field("transfer-encoding") == "chunked") {
    read_chunks(answer);
  } else if (!length.empty()) {
    answer.is_whole = take(std::stoul(length), answer.body);
  } else {
    while (fill()) {
    }
    answer.body = std::exchange(buffer_, {});
    answer.is_whole = true;
  }
  return answer;
}

HttpAnswer HttpClient::ask(std::string_view request) {
  send(request);
  return read(!request.starts_with("HEAD "));
}

bool HttpClient::ends(std::chrono::milliseconds time) {
  const auto end = std::chrono::steady_clock::now() + time;
  pollfd waiting{.fd = socket_, .events = POLLIN, .revents = 0};
  while (std::chrono::steady_clock::now() < end) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        end - std::chrono::steady_clock::now());
    if (poll(&waiting, 1, std::max(static_cast<int>(left.count()), 0)) == 1 && !fill()) {
      return true;
    }
  }
  return false;
}

void HttpClient::abort() {
  const linger at_once{.l_onoff = 1, .l_linger = 0};
  setsockopt(socket_, SOL_SOCKET, SO_LINGER, &at_once, sizeof(at_once));
  close(std::exchange(socket_, -1));
}

std::string get(std::string_view target, std::string_view fields) {
  return "GET " + std::string(target) + " HTTP/1.1\r\nHost: localhost\r\n" + std::string(fields) +
         "\r\n";
}

HttpAnswer fetch(std::uint16_t port, std::string_view request) {
  return HttpClient(port).ask(request);
}

std::optional<std::string> gunzip(std::string_view bytes) {
  z_stream stream{};
  constexpr int kGzipOnly = 15 + 16;
  if (inflateInit2(&stream, kGzipOnly) != Z_OK) {
    return std::nullopt;
  }
  std::string input(bytes);
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  std::string out;
  std::array<char, 1 << 14> block{};
  int result = Z_OK;
  while (result == Z_OK) {
    stream.next_out = reinterpret_cast<Bytef*>(block.data());
    stream.avail_out = static_cast<uInt>(block.size());
    result = inflate(&stream, Z_NO_FLUSH);
    out.append(block.data(), block.size() - stream.avail_out);
  }
  inflateEnd(&stream);
  return result == Z_STREAM_END ? std::optional(out) : std::nullopt;
}

}  // namespace bulletin::test
