#include "indexer/pipeline/export_items.hpp"

#include <unordered_set>
#include <utility>

#include <nlohmann/json.hpp>

#include "indexer/base/error.hpp"
#include "indexer/ingest/export_lines.hpp"
#include "indexer/ingest/json_items.hpp"
#include "indexer/pipeline/index_notes.hpp"
#include "indexer/pipeline/make_bulletin.hpp"
#include "indexer/schema/schema.hpp"
#include "indexer/schema/stored_publisher.hpp"
#include "indexer/understanding/publisher_json.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace bulletin {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

std::string first_line(const Xapian::Database& database) {
  return ordered_json{{kExportKey, kExportVersion},
                      {"publisher", json::parse(publisher_json(stored_publisher(database)))}}
      .dump();
}

std::string set_line(const std::string& id, const Correction& correction) {
  return ordered_json{{kExportSetKey, id}, {"correction", json::parse(correction_json(correction))}}
      .dump();
}

// Notes come before the items, so they are of one commit for certain: with a writer at work they
// are read again.
std::vector<std::string> lines_of_notes(Xapian::Database& database) {
  while (true) {
    try {
      std::vector<std::string> lines{first_line(database)};
      for (const auto& [id, correction] : read_corrections(database)) {
        lines.push_back(set_line(id, correction));
      }
      return lines;
    } catch (const Xapian::DatabaseModifiedError&) {
    } catch (const Error& error) {
      if (error.code() != ErrorCode::kIndexChanged) {
        throw;
      }
    }
    database.reopen();
  }
}

// Reads the items from document `next` on; leaves there where it has come.
void read_from(const Xapian::Database& database, Xapian::docid& next,
               const std::function<bool(Xapian::docid, const Bulletin&)>& take,
               const std::function<void(const std::string&)>& on_problem) {
  auto document = database.postlist_begin({});
  for (document.skip_to(next); document != database.postlist_end({}); ++document) {
    next = *document;
    try {
      if (!take(*document, decode_bulletin(database.get_document(*document).get_data()))) {
        return;
      }
    } catch (const Error& error) {
      on_problem("document " + std::to_string(*document) + ": " + error.what());
    }
    ++next;
  }
}

}  // namespace

std::string export_line(const Bulletin& item) {
  const RawItem raw = raw_item_of(item);
  ordered_json object{{"id", raw.id}};
  const std::pair<const char*, const std::string&> texts[] = {{"title", raw.title},
                                                              {"text", raw.text},
                                                              {"lang", raw.lang},
                                                              {"url", raw.url},
                                                              {"source", raw.source}};
  for (const auto& [key, value] : texts) {
    if (!value.empty()) {
      object[key] = value;
    }
  }
  if (raw.published) {
    object["published"] = format_date(*raw.published);
  }
  if (!raw.countries.empty()) {
    object["countries"] = raw.countries;
  }
  for (const DateSpan& span : raw.dates) {
    object["dates"].push_back(format_span(span));
  }
  if (!raw.extra.empty()) {
    object["extra"] = json::parse(raw.extra);
  }
  if (!item.history.empty()) {
    object["history"] = kept_json(item.history);
  }
  object["sources"] = kept_json(item.sources);
  return object.dump();
}

void each_item(Xapian::Database& database, const ExportEvents& events,
               const std::function<bool(const Bulletin&)>& take) {
  std::unordered_set<std::uint64_t> known;  // An item that was removed and came again.
  std::size_t done = 0;
  const auto take_one = [&](Xapian::docid, const Bulletin& item) {
    if (events.on_item) {
      events.on_item(++done, database.get_doccount());
    }
    return !known.insert(XXH3_64bits(item.id.data(), item.id.size())).second || take(item);
  };
  for (Xapian::docid next = 1;;) {
    try {
      return read_from(database, next, take_one, events.on_problem);
    } catch (const Xapian::DatabaseModifiedError&) {
      database.reopen();
    }
  }
}

void export_items(Xapian::Database& database, const ExportEvents& events) {
  for (const std::string& line : lines_of_notes(database)) {
    if (!events.on_line(line)) {
      return;
    }
  }
  each_item(database, events, [&](const Bulletin& item) {
    std::string line = export_line(item);
    if (line.size() > kMaxLineBytes) {
      Bulletin shorter = item;
      shorter.history.clear();
      line = export_line(shorter);
      const bool is_too_long = line.size() > kMaxLineBytes;
      events.on_problem("item " + item.id + (is_too_long ? "" : " with its history") +
                        ": its line would be longer than " + std::to_string(kMaxLineBytes >> 20U) +
                        " MB");
      if (is_too_long) {
        return true;
      }
    }
    return events.on_line(line);
  });
}

}  // namespace bulletin
