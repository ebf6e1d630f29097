#include "indexer/ingest/export_lines.hpp"

#include <filesystem>
#include <stdexcept>
#include <utility>

#include <nlohmann/json.hpp>

#include "indexer/ingest/item_fields.hpp"

namespace bulletin {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr std::string_view kHexDigits = "0123456789abcdef";

// A path need not be UTF-8, JSON has to be.
std::string hex_of(std::string_view bytes) {
  std::string hex;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    hex += kHexDigits[byte >> 4U];
    hex += kHexDigits[byte & 0xFU];
  }
  return hex;
}

std::string bytes_of_hex(const std::string& hex) {
  std::string bytes;
  for (std::size_t at = 0; at + 1 < hex.size(); at += 2) {
    const std::size_t high = kHexDigits.find(hex[at]);
    const std::size_t low = kHexDigits.find(hex[at + 1]);
    if (high == std::string_view::npos || low == std::string_view::npos) {
      throw std::invalid_argument("no hex digits");
    }
    bytes += static_cast<char>(high << 4U | low);
  }
  return bytes;
}

// `/archive/../etc/passwd` must not pass for a file that lies in the archive.
bool is_source_path(std::string_view text) {
  const std::filesystem::path path(text);
  return text == "-" || (path.is_absolute() && path.lexically_normal() == path);
}

// One that is too large is no whole number for the parser, and cannot be converted.
std::uint64_t number_from(const json& value) {
  if (!value.is_number_unsigned()) {
    throw std::invalid_argument("no whole number");
  }
  return value.get<std::uint64_t>();
}

// What cannot be a source is thrown: a json::exception, or another one for what JSON would allow.
ItemSource source_from(const json& object) {
  ItemSource source{
      .path = object.contains("path_hex") ? bytes_of_hex(object.at("path_hex").get<std::string>())
                                          : object.at("path").get<std::string>(),
      .encoding = object.value("encoding", ""),
      .file_bytes =
          object.contains("file_bytes") ? std::size_t{number_from(object.at("file_bytes"))} : 0,
      .wording = number_from(object.at("wording"))};
  if (source.file_bytes > source.path.size() || !is_source_path(file_of(source))) {
    throw std::invalid_argument("no path");
  }
  return source;
}

Revision revision_from(const json& object) {
  const auto day = parse_date(object.at("replaced").get<std::string>());
  if (!day) {
    throw std::invalid_argument("no day");
  }
  return {*day, object.at("title").get<std::string>(), object.at("text").get<std::string>()};
}

std::string set_extra(RawItem& item, const json& value) {
  if (!value.is_object()) {
    return "has to be an object";
  }
  item.extra = value.dump();
  return {};
}

template <typename Row, typename Read>
std::string set_rows(std::vector<Row>& rows, const json& value, Read read) {
  try {
    for (const json& row : value) {
      rows.push_back(read(row));
    }
  } catch (const std::exception&) {
    return "is not what bulletin-index export writes";
  }
  return {};
}

}  // namespace

bool ExportLines::take(const json& object, const Origin& origin, const ItemSink& sink,
                       std::string& problem) {
  const auto pass_on = [&](const std::string& id, const json& value) {
    if (sink.on_note) {
      sink.on_note({origin, id, value.dump()});
    }
  };
  if (std::exchange(is_first_, false)) {
    const auto version = object.find(kExportKey);
    if (version == object.end()) {
      return false;
    }
    is_export_ = true;
    if (*version != kExportVersion) {
      problem = "it was exported by another version of this program, this one reads version " +
                std::to_string(kExportVersion);
    } else if (const auto publisher = object.find("publisher"); publisher != object.end()) {
      pass_on({}, *publisher);
    }
    return true;
  }
  const auto set = object.find(kExportSetKey);
  if (!is_export_ || set == object.end()) {
    return false;
  }
  if (!set->is_string() || set->get_ref<const std::string&>().empty() ||
      !object.contains("correction")) {
    problem = "a line of what was set is not what bulletin-index export writes";
  } else {
    pass_on(set->get<std::string>(), object.at("correction"));
  }
  return true;
}

bool set_kept_field(RawItem& item, std::string_view name, const json& value, std::string& problem) {
  if (name != "extra" && name != "sources" && name != "history") {
    return false;
  }
  if (!item.kept) {
    item.kept.emplace();
  }
  problem = name == "extra"     ? set_extra(item, value)
            : name == "sources" ? set_rows(item.kept->sources, value, source_from)
                                : set_rows(item.kept->history, value, revision_from);
  if (!problem.empty()) {
    problem = "'" + std::string(name) + "' " + problem;
  }
  return true;
}

ordered_json kept_json(const std::vector<ItemSource>& sources) {
  ordered_json rows = ordered_json::array();
  for (const ItemSource& source : sources) {
    const bool is_text = check_plain_text(source.path).empty();
    ordered_json row;
    row[is_text ? "path" : "path_hex"] = is_text ? source.path : hex_of(source.path);
    if (!source.encoding.empty()) {
      row["encoding"] = source.encoding;
    }
    if (source.file_bytes != 0) {
      row["file_bytes"] = source.file_bytes;
    }
    row["wording"] = source.wording;
    rows.push_back(std::move(row));
  }
  return rows;
}

ordered_json kept_json(const std::vector<Revision>& history) {
  ordered_json rows = ordered_json::array();
  for (const Revision& revision : history) {
    rows.push_back({{"replaced", format_date(revision.replaced)},
                    {"title", revision.title},
                    {"text", revision.text}});
  }
  return rows;
}

}  // namespace bulletin
