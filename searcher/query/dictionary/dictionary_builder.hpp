// Gathers entries and writes the table that Dictionary maps. Build time only.

#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.hpp"
#include "searcher/query/dictionary/glosses.hpp"

namespace bulletin {

/// Builds a dictionary of both directions.
class DictionaryBuilder {
 public:
  /// Adds a Chinese word and what it means; each gloss of one to four content words finds it.
  void add_word(std::string_view chinese, std::span<const Gloss> glosses);

  /// Adds a name, which means the other before all else.
  void add_name(std::string_view english, std::string_view chinese);

  /// Returns the bytes of the table; `source` says where its words come from.
  [[nodiscard]] std::string table(std::string_view source) const;

  [[nodiscard]] std::size_t rows() const { return rows_.size(); }

 private:
  struct Alternative {
    unsigned rank;
    std::string text;
  };

  void add(const std::string& key, unsigned rank, const std::string& text);

  Analyzer analyzer_;
  std::map<std::string, std::vector<Alternative>> rows_;
};

}  // namespace bulletin
