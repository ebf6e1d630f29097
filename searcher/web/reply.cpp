#include "searcher/web/reply.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>
#include <memory>
#include <utility>

#include "searcher/web/header_values.hpp"
#include "searcher/web/refusal.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kWorthCompressing = 1024;

// No script, style or frame from elsewhere, and none that stands inside a page: what slipped into a
// page from an item could not run.
constexpr std::string_view kSecurityFields =
    "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "X-Frame-Options: DENY\r\n"
    "Referrer-Policy: same-origin\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n"
    "Permissions-Policy: camera=(), geolocation=(), microphone=()\r\n";

std::string http_date() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  std::array<char, 40> text{};
  // The C locale: no program here sets another one.
  const std::size_t size =
      std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
  return {text.data(), size};
}

bool is_compressible(std::string_view content_type) {
  const std::string_view type = content_type.substr(0, content_type.find(';'));
  constexpr std::array<std::string_view, 6> kTypes = {"application/javascript", "application/json",
                                                      "application/x-ndjson",   "application/xml",
                                                      "application/rss+xml",    "image/svg+xml"};
  return type.starts_with("text/") || type.ends_with("+json") || type.ends_with("+xml") ||
         std::ranges::find(kTypes, type) != kTypes.end();
}

bool fits_in_a_line(std::string_view value) {
  return std::ranges::none_of(
      value, [](char c) { return static_cast<unsigned char>(c) < ' ' ? c != '\t' : c == '\x7F'; });
}

// A name in both forms of RFC 6266: ASCII for old clients, UTF-8 for all others.
std::string download_as(std::string_view name) {
  std::string ascii(name);
  std::ranges::replace_if(
      ascii, [](char c) { return c < ' ' || c > '~' || c == '"' || c == '\\' || c == '/'; }, '_');
  std::string encoded;
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
    encoded +=
        is_plain ? std::string(1, c) : std::string{'%', kDigits[byte >> 4U], kDigits[byte & 15U]};
  }
  return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
}

// Puts a chunk of a chunked body around `part`; empty for an empty one, which would end the body.
std::string chunk_of(std::string_view part) {
  if (part.empty()) {
    return {};
  }
  std::array<char, 16> size{};
  const auto [end, error] = std::to_chars(size.data(), size.data() + size.size(), part.size(), 16);
  std::string chunk(size.data(), end);
  chunk += "\r\n";
  chunk += part;
  return chunk += "\r\n";
}

// Pulls parts out of a source and gives them the form in which they are sent. One that compresses
// to nothing yet is passed over, so that every part but the last sends something.
class BodySender {
 public:
  BodySender(WebBodySource source, bool compresses, bool chunked)
      : source_(std::move(source)), chunked_(chunked) {
    if (compresses) {
      gzip_ = std::make_shared<GzipStream>();
    }
  }

  std::optional<std::string> operator()() {
    while (source_) {
      const std::optional<std::string> part = source_();
      if (!part) {
        return last_part();
      }
      std::string bytes = gzip_ ? gzip_->add(*part) : *part;
      if (!bytes.empty()) {
        return chunked_ ? chunk_of(bytes) : std::move(bytes);
      }
    }
    return std::nullopt;
  }

 private:
  std::string last_part() {
    source_ = nullptr;
    const std::string bytes = gzip_ ? gzip_->finish() : std::string();
    return chunked_ ? chunk_of(bytes) + "0\r\n\r\n" : bytes;
  }

  WebBodySource source_;
  std::shared_ptr<GzipStream> gzip_;
  bool chunked_;
};

// Writes one reply; a class only because its steps share the head.
class ReplyWriter {
 public:
  ReplyWriter(WebResponse response, const RequestHead& head, bool is_private)
      : response_(std::move(response)), head_(head), is_private_(is_private) {}

  Reply run() {
    if (!has_sound_fields()) {
      response_ = refuse({500, "internal", "cannot answer: the answer is not sound", ""},
                         path_part(head_.target));
    }
    const bool is_whole = response_.status == 200;
    if (is_whole && names_etag(head_.if_none_match, response_.etag)) {
      response_.status = 304;
    }
    const bool has_text = response_.source || !response_.body.empty();
    varies_ = has_text && is_compressible(response_.content_type);
    compresses_ = is_worth_compressing(response_) && accepts_gzip(head_.accept_encoding);
    reply_.status = response_.status;
    reply_.keep_alive = head_.keep_alive;
    if (has_no_body()) {
      write_head();
    } else if (response_.source) {
      open_body();
    } else {
      whole_body();
    }
    return std::move(reply_);
  }

 private:
  // Nor a length: it ends with its head.
  [[nodiscard]] bool has_no_body() const {
    return response_.status == 304 || response_.status == 204;
  }

  [[nodiscard]] bool has_sound_fields() const {
    const WebResponse& r = response_;
    const auto is_sound = [](const auto& field) {
      return fits_in_a_line(field.first) && fits_in_a_line(field.second);
    };
    return fits_in_a_line(r.content_type) && fits_in_a_line(r.etag) &&
           fits_in_a_line(r.cache_control) && fits_in_a_line(r.vary) &&
           fits_in_a_line(r.location) && fits_in_a_line(r.set_cookie) &&
           std::ranges::all_of(r.fields, is_sound);
  }

  void whole_body() {
    if (compresses_) {
      response_.body =
          response_.gzip_body.empty() ? gzip(response_.body) : std::move(response_.gzip_body);
    }
    length_ = "Content-Length: " + std::to_string(response_.body.size()) + "\r\n";
    write_head();
    if (head_.method != "HEAD") {
      reply_.body = std::move(response_.body);
    }
  }

  void open_body() {
    const bool chunked = head_.version > 10;
    if (chunked) {
      length_ = "Transfer-Encoding: chunked\r\n";
    } else {
      reply_.keep_alive = false;  // The end of the connection is the end of the body.
    }
    if (head_.method != "HEAD") {
      BodySender sender(std::move(response_.source), compresses_, chunked);
      reply_.body = sender().value_or("");
      reply_.rest = std::move(sender);
    }
    write_head();
  }

  void field(std::string_view name, std::string_view value) {
    if (!value.empty()) {
      reply_.head.append(name).append(": ").append(value).append("\r\n");
    }
  }

  // A compressed body is another sequence of bytes: its tag may only be compared weakly.
  [[nodiscard]] std::string sent_etag() const {
    const bool weakens = compresses_ && response_.etag.starts_with('"');
    return (weakens ? "W/" : "") + response_.etag;
  }

  [[nodiscard]] std::string sent_vary() const {
    if (!varies_) {
      return response_.vary;
    }
    return response_.vary.empty() ? "Accept-Encoding" : response_.vary + ", Accept-Encoding";
  }

  [[nodiscard]] std::string sent_cache_control() const {
    const std::string& said = response_.cache_control;
    const bool adds = is_private_ && said.find("no-store") == std::string::npos;
    return adds ? (said.empty() ? "private" : "private, " + said) : said;
  }

  void write_head() {
    reply_.head = "HTTP/1.1 " + std::to_string(response_.status) + " ";
    reply_.head.append(phrase_of(response_.status)).append("\r\n");
    field("Date", http_date());
    if (!has_no_body()) {
      field("Content-Type", response_.content_type);
      field("Content-Encoding", compresses_ ? "gzip" : "");
      field("Content-Disposition",
            response_.file_name.empty() ? "" : download_as(response_.file_name));
    }
    reply_.head += length_;
    field("ETag", sent_etag());
    field("Cache-Control", sent_cache_control());
    field("Vary", sent_vary());
    field("Location", response_.location);
    field("Set-Cookie", response_.set_cookie);
    for (const auto& [name, value] : response_.fields) {
      field(name, value);
    }
    reply_.head += kSecurityFields;
    if (!reply_.keep_alive) {
      field("Connection", "close");
    } else if (head_.version == 10) {
      field("Connection", "keep-alive");
    }
    reply_.head += "\r\n";
  }

  WebResponse response_;
  const RequestHead& head_;
  bool is_private_;
  bool varies_ = false;
  bool compresses_ = false;
  std::string length_;
  Reply reply_;
};

}  // namespace

bool is_worth_compressing(const WebResponse& response) {
  return is_compressible(response.content_type) &&
         (response.source || response.body.size() > kWorthCompressing);
}

Reply make_reply(WebResponse response, const RequestHead& head, bool is_private) {
  return ReplyWriter(std::move(response), head, is_private).run();
}

}  // namespace bulletin
