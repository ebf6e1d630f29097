// An item as its file gives it, before anything is understood.

#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "indexer/base/date.hpp"
#include "indexer/schema/bulletin.hpp"

namespace bulletin {

/// Place in the input, for messages: `path:line`, lines from 1. A file within an archive is
/// `news.zip!today.txt`.
struct Origin {
  std::string path;
  std::size_t line = 0;

  bool operator==(const Origin&) const = default;
};

/// What an export tells of an item that its source never said.
struct KeptOfItem {
  std::vector<ItemSource> sources;
  std::vector<Revision> history;

  bool operator==(const KeptOfItem&) const = default;
};

/// What a file says of one item. Texts are trimmed well-formed UTF-8 without NUL; title or text
/// holds something.
struct RawItem {
  Origin origin;
  std::string id;  ///< Empty when the source gives none.
  std::string title;
  std::string text;
  std::string lang;  ///< Primary subtag in lower case, or empty.
  std::string url;
  std::string source;
  std::optional<Date> published;
  std::vector<std::string> countries;  ///< ISO codes the source supplies.
  std::vector<DateSpan> dates;         ///< Spans the source supplies.
  std::string extra;                   ///< Other keys as a JSON object, or empty.
  std::string encoding;                ///< Of its file: `UTF-8`, `GB18030`, ...
  std::optional<KeptOfItem> kept;      ///< Of an export's items only.

  bool operator==(const RawItem&) const = default;
};

/// Something in the input that could not become an item.
struct Problem {
  Origin origin;        ///< Line 0: the whole file or folder.
  std::string message;  ///< One line, lower case, says what is wrong with it.
};

/// What a file, or a file within an archive, turned out to be.
struct FileRead {
  std::string path;
  std::string format;    ///< As `format_name` has it.
  std::string encoding;  ///< Empty where the format says nothing of text, as an archive.
};

/// What an export says beside its items: the publisher, or what a person has set of an item.
struct ExportNote {
  Origin origin;
  std::string id;    ///< Of the item, which need not be there; empty: `json` is the publisher.
  std::string json;  ///< As the index keeps it.
};

/// Where readers deliver.
struct ItemSink {
  std::function<void(RawItem)> on_item;
  std::function<void(Problem)> on_problem;
  std::function<void(const FileRead&)> on_file = {};  ///< Before its items; may be empty.
  /// Told how many bytes of a file on disk are about to be read; false ends the file there. May be
  /// empty.
  std::function<bool(std::size_t)> on_bytes = {};
  std::function<void(const ExportNote&)> on_note = {};  ///< Before the items; may be empty.
};

}  // namespace bulletin
