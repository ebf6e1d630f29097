#include "indexer/ingest/json_items.hpp"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "indexer/ingest/export_lines.hpp"
#include "indexer/ingest/item_fields.hpp"

namespace bulletin {
namespace {

using nlohmann::json;

constexpr int kMaxDepth = 64;

// nlohmann frees and prints nested values by recursion, so depth is bounded while parsing.
json parse_bounded(const std::string& line) {
  return json::parse(line, [](int depth, json::parse_event_t, json&) {
    if (depth > kMaxDepth) {
      throw std::length_error("nested deeper than " + std::to_string(kMaxDepth));
    }
    return true;
  });
}

// "[json.exception.parse_error.101] parse error at line 1, column 9: ..." -> the part for people.
std::string short_reason(const std::string& what) {
  const std::size_t column = what.find("column ");
  return column == std::string::npos ? what : what.substr(column);
}

// Parses a line to an object or returns what is wrong with it.
std::string parse_object(const std::string& line, json& object) {
  if (std::string problem = check_plain_text(line); !problem.empty()) {
    return problem;
  }
  try {
    object = parse_bounded(line);
  } catch (const json::parse_error& error) {
    return "broken JSON: " + short_reason(error.what());
  } catch (const std::exception& error) {
    return std::string("JSON value ") + error.what();
  }
  return object.is_object() ? std::string() : "line is not a JSON object";
}

std::string fill_item(const json& object, RawItem& item) {
  for (const auto& [key, value] : object.items()) {
    if (std::string problem = set_field(item, key, value); !problem.empty()) {
      return problem;
    }
  }
  return finish_item(item);
}

// An export has the words as they were left when they were first read.
std::string fill_exported_item(const json& object, RawItem& item) {
  for (const auto& [key, value] : object.items()) {
    std::string problem;
    if (!set_kept_field(item, key, value, problem)) {
      problem = set_field(item, key, value);
    }
    if (!problem.empty()) {
      return problem;
    }
  }
  const std::string title(trim(item.title));
  const std::string text(trim(item.text));
  std::string problem = finish_item(item);
  item.title = title;
  item.text = text;
  return problem;
}

// Cuts an array into its elements without building it: commas that lie in no string and no nested
// value. What an element is worth, its own parse tells.
class Elements {
 public:
  explicit Elements(std::string_view text) : text_(text), at_(text.find('[') + 1) {
    count_lines(0, at_);
  }

  bool next(std::string_view& element) {
    while (!closed_ && at_ < text_.size()) {
      const std::size_t begin = at_;
      at_ = end_of_element();
      const std::string_view whole = text_.substr(begin, at_ - begin);
      element = trim(whole);
      count_lines(begin, begin + (element.empty() ? 0 : whole.find(element)));
      line_ = lines_;
      count_lines(begin + (element.empty() ? 0 : whole.find(element)), at_);
      closed_ = at_ < text_.size() && text_[at_] == ']';
      ++at_;
      if (!element.empty()) {
        return true;
      }
    }
    return false;
  }

  /// The line on which the element begins, from 1.
  [[nodiscard]] std::size_t line() const { return line_; }
  [[nodiscard]] bool closed() const { return closed_; }

 private:
  // Returns where the comma or bracket behind the element stands.
  [[nodiscard]] std::size_t end_of_element() const {
    std::size_t depth = 0;
    bool in_string = false;
    std::size_t at = at_;
    for (; at < text_.size(); ++at) {
      const char c = text_[at];
      if (in_string) {
        at += c == '\\' ? 1 : 0;
        in_string = c != '"';
      } else if (c == '"') {
        in_string = true;
      } else if (c == '{' || c == '[') {
        ++depth;
      } else if (depth == 0 && (c == ',' || c == ']')) {
        break;
      } else if (c == '}' || c == ']') {
        depth -= depth > 0 ? 1 : 0;
      }
    }
    return std::min(at, text_.size());
  }

  void count_lines(std::size_t begin, std::size_t end) {
    lines_ += static_cast<std::size_t>(std::ranges::count(text_.substr(begin, end - begin), '\n'));
  }

  std::string_view text_;
  std::size_t at_;
  std::size_t lines_ = 1;
  std::size_t line_ = 1;
  bool closed_ = false;
};

}  // namespace

void read_json_lines(ByteStream& bytes, const std::string& path, const ItemSink& sink) {
  ExportLines notes;
  std::string line;
  std::size_t number = 0;
  for (LineState state = bytes.next_line(line, kMaxLineBytes); state != LineState::kEnd;
       state = bytes.next_line(line, kMaxLineBytes)) {
    const Origin origin{path, ++number};
    if (state == LineState::kTooLong) {
      sink.on_problem(
          {origin, "line is longer than " + std::to_string(kMaxLineBytes >> 20U) + " MB"});
      continue;
    }
    if (trim(line).empty()) {
      continue;
    }
    RawItem item{.origin = origin};
    json object;
    std::string problem = parse_object(line, object);
    if (problem.empty() && !notes.take(object, origin, sink, problem)) {
      problem = notes.is_export() ? fill_exported_item(object, item) : fill_item(object, item);
      if (problem.empty()) {
        sink.on_item(std::move(item));
      }
    }
    if (!problem.empty()) {
      sink.on_problem({origin, problem});
    }
  }
}

void read_json_array(std::string_view text, const std::string& path, const ItemSink& sink) {
  Elements elements(text);
  std::string_view element;
  while (elements.next(element)) {
    RawItem item{.origin = {path, elements.line()}};
    json object;
    std::string problem = parse_object(std::string(element), object);
    problem = problem.empty() ? fill_item(object, item) : problem;
    if (problem.empty()) {
      sink.on_item(std::move(item));
    } else {
      sink.on_problem({item.origin, problem});
    }
  }
  if (!elements.closed()) {
    sink.on_problem({{path, elements.line()}, "the array is never closed"});
  }
}

}  // namespace bulletin
