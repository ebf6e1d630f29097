#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "indexer/ingest/archive_files.hpp"
#include "indexer/ingest/item_fields.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kMaxHeaderLine = 64U << 10U;
constexpr std::size_t kMaxHeaders = 200;

using Headers = std::map<std::string, std::string, std::less<>>;

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return result;
}

// Reads `Name: value` lines up to the empty one; nothing where they do not end as they should.
std::optional<Headers> read_headers(ByteStream& bytes) {
  Headers headers;
  std::string line;
  for (std::size_t count = 0; count < kMaxHeaders; ++count) {
    if (bytes.next_line(line, kMaxHeaderLine) != LineState::kRead) {
      return std::nullopt;
    }
    if (trim(line).empty()) {
      return headers;
    }
    const std::size_t colon = line.find(':');
    if (colon != std::string::npos) {
      headers[lower(trim(std::string_view(line).substr(0, colon)))] =
          trim(std::string_view(line).substr(colon + 1));
    }
  }
  return std::nullopt;
}

std::string value_of(const Headers& headers, std::string_view name) {
  const auto found = headers.find(name);
  return found == headers.end() ? std::string() : found->second;
}

std::optional<std::size_t> number_of(std::string_view text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(number)
                                                                  : std::nullopt;
}

// The block of one record: it ends where the record ends, whoever reads it.
class Block {
 public:
  Block(ByteStream& bytes, std::size_t size) : bytes_(bytes), left_(size) {}

  [[nodiscard]] ByteStream stream() {
    return ByteStream([this](std::span<char> buffer) {
      const std::string part = bytes_.take(std::min(buffer.size(), left_));
      left_ -= part.size();
      return part.copy(buffer.data(), part.size());
    });
  }

  void skip_rest() {
    bytes_.skip(left_);
    left_ = 0;
  }

 private:
  ByteStream& bytes_;
  std::size_t left_;
};

// Undoes "chunked", which some crawlers keep: sizes in hexadecimal before each part.
class Chunks {
 public:
  explicit Chunks(ByteStream& body) : body_(body) {}

  std::size_t fill(std::span<char> buffer) {
    if (left_ == 0 && !next_chunk()) {
      return 0;
    }
    const std::string part = body_.take(std::min(buffer.size(), left_));
    left_ -= part.size();
    if (left_ == 0) {
      std::string end;
      static_cast<void>(body_.next_line(end, kMaxHeaderLine));
    }
    return part.copy(buffer.data(), part.size());
  }

 private:
  bool next_chunk() {
    std::string line;
    if (body_.next_line(line, kMaxHeaderLine) != LineState::kRead) {
      return false;
    }
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), left_, 16);
    return error == std::errc() && left_ > 0;
  }

  ByteStream& body_;
  std::size_t left_ = 0;
};

std::string charset_of(std::string_view content_type) {
  const std::string type = lower(content_type);
  const std::size_t at = type.find("charset=");
  if (at == std::string::npos) {
    return {};
  }
  const std::size_t begin = at + 8 + (type.substr(at + 8).starts_with('"') ? 1 : 0);
  return type.substr(begin, type.find_first_of("\"; ", begin) - begin);
}

bool is_page(std::string_view content_type) {
  const std::string type = lower(content_type);
  return type.empty() || type.starts_with("text/") || type.find("xml") != std::string::npos ||
         type.find("json") != std::string::npos || type.find("pdf") != std::string::npos;
}

// One WARC on its way.
struct Crawl {
  const FileSource& file;
  const FileTaker& take;

  void hand_on(ByteStream& body, const std::string& url, const std::string& content_type) const {
    if (is_page(content_type)) {
      take(body, {.path = file.path + "!" + url,
                  .charset = charset_of(content_type),
                  .url = url,
                  .nesting = file.nesting + 1});
    }
  }

  // A response is what came over HTTP: a status line, headers, the body.
  void take_response(ByteStream& block, const std::string& url) const {
    std::string status;
    if (block.next_line(status, kMaxHeaderLine) != LineState::kRead ||
        status.find(" 200") == std::string::npos) {
      return;
    }
    const auto headers = read_headers(block);
    if (!headers) {
      return;
    }
    const std::string type = value_of(*headers, "content-type");
    if (lower(value_of(*headers, "transfer-encoding")).find("chunked") == std::string::npos) {
      return hand_on(block, url, type);
    }
    Chunks chunks(block);
    ByteStream body([&chunks](std::span<char> buffer) { return chunks.fill(buffer); });
    hand_on(body, url, type);
  }

  void take_record(const Headers& record, ByteStream& block) const {
    const std::string kind = lower(value_of(record, "warc-type"));
    std::string url = value_of(record, "warc-target-uri");
    if (url.starts_with('<') && url.ends_with('>')) {  // WARC 1.0 wrote it so.
      url = url.substr(1, url.size() - 2);
    }
    if (kind == "response") {
      take_response(block, url);
    } else if (kind == "resource") {
      hand_on(block, url, value_of(record, "content-type"));
    }
  }
};

// Moves to the next line that begins a record; false at the end.
bool find_record(ByteStream& bytes) {
  std::string line;
  while (bytes.peek(5) != "WARC/") {
    if (bytes.next_line(line, kMaxHeaderLine) == LineState::kEnd) {
      return false;
    }
  }
  return true;
}

}  // namespace

void open_warc(ByteStream& bytes, const FileSource& file, const ItemSink& sink,
               const FileTaker& take) {
  const Crawl crawl{file, take};
  std::string version;
  while (find_record(bytes)) {
    static_cast<void>(bytes.next_line(version, kMaxHeaderLine));
    const auto headers = read_headers(bytes);
    const auto size =
        headers ? number_of(value_of(*headers, "content-length")) : std::optional<std::size_t>();
    if (!size) {
      sink.on_problem({{file.path, 0}, "a WARC record has no length: passed over"});
      continue;
    }
    Block block(bytes, *size);
    ByteStream stream = block.stream();
    // NOLINTNEXTLINE(bugprone-unchecked-optional-access): the size is from these headers.
    crawl.take_record(*headers, stream);
    block.skip_rest();
  }
}

}  // namespace bulletin
