#include "indexer/ingest/table.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "indexer/ingest/item_fields.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kMaxRowBytes = 16U << 20U;
constexpr std::string_view kTooLong = "row is longer than 16 MB";
constexpr std::array<char, 3> kSeparators{',', '\t', ';'};

using Row = std::vector<std::string>;

// Cuts a record into fields, line by line: a quoted field may go on behind the end of a line.
class Splitter {
 public:
  explicit Splitter(char separator) : separator_(separator) {}

  /// Takes a line; tells whether the record is whole with it.
  bool feed(std::string_view line) {
    if (quoted_) {
      row_.back() += '\n';
    }
    for (std::size_t at = 0; at < line.size(); ++at) {
      const char c = line[at];
      if (quoted_ && line.substr(at).starts_with("\"\"")) {
        row_.back() += c;
        ++at;
      } else if (c == '"' && (quoted_ || trim(row_.back()).empty())) {
        quoted_ = !quoted_;  // A quote within an unquoted field is one of its characters.
      } else if (c == separator_ && !quoted_) {
        row_.emplace_back();
      } else {
        row_.back() += c;
      }
    }
    bytes_ += line.size() + 1;
    return !quoted_;
  }

  [[nodiscard]] std::size_t bytes() const { return bytes_; }
  [[nodiscard]] Row row() && { return std::move(row_); }

 private:
  char separator_;
  Row row_ = Row(1);
  bool quoted_ = false;
  std::size_t bytes_ = 0;
};

std::string lower_name(std::string_view name) {
  std::string lower(trim(name));
  std::ranges::transform(lower, lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return lower;
}

struct Header {
  char separator = ',';
  Row names;
};

Header read_header(std::string_view line) {
  const auto* separator = std::ranges::max_element(
      kSeparators, {}, [&](char c) { return std::ranges::count(line, c); });
  Header header{.separator = *separator, .names = {}};
  Splitter splitter(*separator);
  splitter.feed(line);
  header.names = std::move(splitter).row();
  std::ranges::transform(header.names, header.names.begin(),
                         [](const std::string& name) { return lower_name(name); });
  return header;
}

std::string fill_item(const Header& header, const Row& row, RawItem& item) {
  if (row.size() > header.names.size()) {
    return "row has " + std::to_string(row.size()) + " fields, the header " +
           std::to_string(header.names.size());
  }
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (std::string problem = check_plain_text(row[i]); !problem.empty()) {
      return problem;
    }
    if (const std::string_view value = trim(row[i]); !value.empty() && !header.names[i].empty()) {
      if (std::string problem = set_field(item, header.names[i], std::string(value));
          !problem.empty()) {
        return problem;
      }
    }
  }
  return finish_item(item);
}

// Hands out the lines of the input, without their ends, and counts them.
class NumberedLines {
 public:
  explicit NumberedLines(ByteStream& bytes) : bytes_(bytes) {}

  LineState next(std::string& line) {
    const LineState state = bytes_.next_line(line, kMaxRowBytes);
    if (line.ends_with('\r')) {
      line.pop_back();
    }
    ++number_;
    return state;
  }
  [[nodiscard]] std::size_t number() const { return number_; }

 private:
  ByteStream& bytes_;
  std::size_t number_ = 0;
};

// Reads the record that begins with `line`; returns what is wrong with it.
std::string read_record(NumberedLines& lines, std::string line, const Header& header,
                        RawItem& item) {
  Splitter splitter(header.separator);
  while (!splitter.feed(line)) {
    const LineState state = lines.next(line);
    if (state == LineState::kEnd) {
      return "a quoted field is never closed";
    }
    if (state == LineState::kTooLong || splitter.bytes() + line.size() > kMaxRowBytes) {
      return std::string(kTooLong);
    }
  }
  return fill_item(header, std::move(splitter).row(), item);
}

}  // namespace

void read_table(ByteStream& bytes, const std::string& path, const ItemSink& sink) {
  NumberedLines lines(bytes);
  std::optional<Header> header;
  std::string line;
  for (LineState state = lines.next(line); state != LineState::kEnd; state = lines.next(line)) {
    RawItem item{.origin = {path, lines.number()}};
    if (state == LineState::kRead && trim(line).empty()) {
      continue;
    }
    if (state == LineState::kRead && !header) {
      if (const std::string problem = check_plain_text(line); !problem.empty()) {
        sink.on_problem({item.origin, "header: " + problem});
        return;
      }
      header = read_header(line);
      continue;
    }
    const std::string problem = state == LineState::kTooLong || !header
                                    ? std::string(kTooLong)
                                    : read_record(lines, std::move(line), *header, item);
    if (problem.empty()) {
      sink.on_item(std::move(item));
    } else {
      sink.on_problem({item.origin, problem});
    }
  }
}

bool is_table_header(std::string_view line) {
  constexpr std::size_t kLongest = 1000;
  if (line.size() > kLongest) {
    return false;
  }
  const Header header = read_header(trim(line));
  const auto is_name = [](const std::string& name) {
    constexpr std::size_t kLongestName = 24;
    return name.size() <= kLongestName && !name.ends_with('.');
  };
  if (!std::ranges::all_of(header.names, is_name)) {
    return false;  // A sentence with commas.
  }
  const auto names = [&](std::string_view name) {
    return std::ranges::find(header.names, name) != header.names.end();
  };
  return header.names.size() > 1 && (names("title") || names("text"));
}

}  // namespace bulletin
