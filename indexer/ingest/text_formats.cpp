#include "indexer/ingest/text_formats.hpp"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "indexer/ingest/item_fields.hpp"

namespace bulletin {
namespace {

constexpr std::string_view kFence = "---";

// Hands out the lines of a text, without their ends, and counts them.
class Lines {
 public:
  explicit Lines(std::string_view text) : rest_(text) {}

  bool next(std::string_view& line) {
    if (rest_.empty()) {
      return false;
    }
    const std::size_t end = std::min(rest_.find('\n'), rest_.size());
    line = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    if (line.ends_with('\r')) {
      line.remove_suffix(1);
    }
    ++number_;
    return true;
  }

  [[nodiscard]] std::size_t number() const { return number_; }
  [[nodiscard]] std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
  std::size_t number_ = 0;
};

void deliver(RawItem item, const ItemSink& sink) {
  const std::string problem = finish_item(item);
  if (problem.empty()) {
    sink.on_item(std::move(item));
  } else {
    sink.on_problem({item.origin, problem});
  }
}

std::string without_carriage_returns(std::string_view text) {
  std::string plain(text);
  std::erase(plain, '\r');
  return plain;
}

std::string_view unquoted(std::string_view value) {
  if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') &&
      value.find(value.front(), 1) == value.size() - 1) {
    return value.substr(1, value.size() - 2);
  }
  return value;
}

// Reads one `key: value` line into the item; returns what is wrong with it.
std::string read_header_line(std::string_view line, RawItem& item) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || trim(line.substr(0, colon)).empty()) {
    return "front matter line is not 'key: value'";
  }
  const std::string_view name = trim(line.substr(0, colon));
  std::string_view value = trim(line.substr(colon + 1));
  const bool is_list = name == "countries" || name == "dates";
  if (is_list && value.size() >= 2 && value.front() == '[' && value.back() == ']') {
    value = value.substr(1, value.size() - 2);
  }
  if (std::string problem = check_plain_text(line); !problem.empty()) {
    return problem;
  }
  return value.empty() ? std::string() : set_field(item, name, std::string(unquoted(value)));
}

}  // namespace

bool has_front_matter(std::string_view text) {
  std::string_view line;
  return Lines(text).next(line) && trim(line) == kFence;
}

void read_front_matter(std::string_view text, const std::string& path, const ItemSink& sink) {
  Lines lines(text);
  RawItem item{.origin = {path, 1}};
  std::string_view line;
  lines.next(line);  // The opening fence.
  while (lines.next(line)) {
    if (trim(line) == kFence) {
      item.text = without_carriage_returns(lines.rest());
      deliver(std::move(item), sink);
      return;
    }
    if (trim(line).empty()) {
      continue;
    }
    if (const std::string problem = read_header_line(line, item); !problem.empty()) {
      sink.on_problem({{path, lines.number()}, problem});
      return;
    }
  }
  sink.on_problem({{path, 1}, "front matter has no closing '---' line"});
}

void read_listing(std::string_view text, const std::string& path, const ItemSink& sink) {
  Lines lines(text);
  RawItem item{.origin = {path, 0}};
  const auto close = [&] {
    if (!item.text.empty()) {
      deliver(std::exchange(item, RawItem{.origin = {path, 0}}), sink);
    }
  };
  std::string_view line;
  while (lines.next(line)) {
    if (trim(line).empty()) {
      close();
      continue;
    }
    if (item.text.empty()) {
      item.origin.line = lines.number();
    } else {
      item.text += '\n';
    }
    item.text += line;
  }
  close();
}

void read_markdown(std::string_view text, const std::string& path, const ItemSink& sink) {
  const std::string plain = without_carriage_returns(trim(text));
  RawItem item{.origin = {path, 1}, .text = plain};
  if (plain.starts_with("# ")) {
    const std::size_t end = std::min(plain.find('\n'), plain.size());
    item.title = plain.substr(2, end - 2);
    item.text = plain.substr(end);
  }
  deliver(std::move(item), sink);
}

}  // namespace bulletin
