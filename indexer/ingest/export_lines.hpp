// JSON Lines that `bulletin-index export` wrote: what they say beyond the fields of an item.

#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "indexer/ingest/raw_item.hpp"

namespace bulletin {

/// Key of the first line, whose value is the version of the form; that line makes a file an export.
inline constexpr std::string_view kExportKey = "bulletin_export";
inline constexpr int kExportVersion = 1;

/// Key of the lines that tell what a person has set: `{"bulletin_set": ID, "correction": {...}}`.
inline constexpr std::string_view kExportSetKey = "bulletin_set";

/// Reads what such lines say that are no items.
class ExportLines {
 public:
  /// Takes a line that is no item: the first one of an export, or a note in one. Returns false
  /// where it is an item. `problem` is what is wrong with it, or stays empty.
  bool take(const nlohmann::json& object, const Origin& origin, const ItemSink& sink,
            std::string& problem);

  /// Tells whether the lines from here on are those of an export.
  [[nodiscard]] bool is_export() const { return is_export_; }

 private:
  bool is_first_ = true;
  bool is_export_ = false;
};

/// Sets what only an export has of an item: `extra`, `sources` and `history`. Returns false for any
/// other key; `problem` as above.
bool set_kept_field(RawItem& item, std::string_view name, const nlohmann::json& value,
                    std::string& problem);

/// Returns sources and history as set_kept_field() reads them.
[[nodiscard]] nlohmann::ordered_json kept_json(const std::vector<ItemSource>& sources);
[[nodiscard]] nlohmann::ordered_json kept_json(const std::vector<Revision>& history);

}  // namespace bulletin
