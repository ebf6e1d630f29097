#include "indexer/pipeline/unlinked_items.hpp"

#include <cstdint>
#include <limits>
#include <stdexcept>
#include <string>

#include <nlohmann/json.hpp>

#include "indexer/base/error.hpp"
#include "indexer/schema/cbor_reader.hpp"

namespace bulletin {
namespace {

using nlohmann::json;

constexpr auto kUnlinked = "bulletin_unlinked:";

std::string key_of(std::size_t number) {
  return kUnlinked + std::to_string(number);
}

void read_note(const std::string& note, std::vector<ChangedItem>& items) {
  try {
    CborReader reader(note);
    for (std::size_t rows = reader.array(); rows > 0; --rows) {
      reader.array_of(2);
      const std::uint64_t document = reader.number();
      expect_sound(document <= std::numeric_limits<Xapian::docid>::max(), "no document");
      items.push_back({static_cast<Xapian::docid>(document), reader.boolean()});
    }
    reader.end();
  } catch (const std::runtime_error&) {
    throw Error(ErrorCode::kInternal, "cannot read which items have no links yet",
                "the index is damaged: bulletin-index repair makes it anew of what can be read");
  }
}

}  // namespace

UnlinkedItems read_unlinked(const Xapian::Database& database) {
  UnlinkedItems unlinked;
  for (;; ++unlinked.notes) {
    const std::string note = database.get_metadata(key_of(unlinked.notes));
    if (note.empty()) {
      return unlinked;
    }
    read_note(note, unlinked.items);
  }
}

void note_unlinked(Xapian::WritableDatabase& database, std::size_t number,
                   std::span<const ChangedItem> items) {
  json rows = json::array();
  for (const ChangedItem& item : items) {
    rows.push_back({item.document, item.has_links});
  }
  std::string note;
  json::to_cbor(rows, note);
  database.set_metadata(key_of(number), note);
}

void forget_unlinked(Xapian::WritableDatabase& database, std::size_t notes) {
  for (std::size_t number = 0; number < notes; ++number) {
    database.set_metadata(key_of(number), {});
  }
}

}  // namespace bulletin
