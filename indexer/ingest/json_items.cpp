#include "indexer/ingest/json_items.hpp"

#include <utility>

#include <nlohmann/json.hpp>

#include "indexer/ingest/item_fields.hpp"

namespace bulletin {
namespace {

using nlohmann::json;

constexpr std::size_t kMaxLineBytes = 16U << 20U;
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

std::string fill_item(const std::string& line, RawItem& item) {
  if (std::string problem = check_plain_text(line); !problem.empty()) {
    return problem;
  }
  json object;
  try {
    object = parse_bounded(line);
  } catch (const json::parse_error& error) {
    return "broken JSON: " + short_reason(error.what());
  } catch (const std::exception& error) {
    return std::string("JSON value ") + error.what();
  }
  if (!object.is_object()) {
    return "line is not a JSON object";
  }
  for (const auto& [key, value] : object.items()) {
    if (std::string problem = set_field(item, key, value); !problem.empty()) {
      return problem;
    }
  }
  return finish_item(item);
}

}  // namespace

void read_json_lines(ByteStream& bytes, const std::string& path, const ItemSink& sink) {
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
    if (const std::string problem = fill_item(line, item); problem.empty()) {
      sink.on_item(std::move(item));
    } else {
      sink.on_problem({origin, problem});
    }
  }
}

void read_json_array(std::string_view, const std::string& path, const ItemSink& sink) {
  sink.on_problem({{path, 0}, "JSON arrays are not read yet"});
}

}  // namespace bulletin
