#include "indexer/pipeline/check_tables.hpp"

#include <algorithm>
#include <array>
#include <sstream>
#include <unordered_map>

#include "indexer/base/error.hpp"
#include "indexer/pipeline/index_notes.hpp"
#include "indexer/schema/schema.hpp"
#include "indexer/schema/stored_publisher.hpp"
#include "indexer/schema/suggestion_table.hpp"

namespace bulletin {
namespace {

namespace fs = std::filesystem;

std::string counted(std::size_t count, const std::string& thing) {
  return std::to_string(count) + " " + thing + (count == 1 ? "" : "s");
}

// Xapian throws on what it cannot open, and counts what it can say more of.
std::string faults_of_table(const fs::path& path) {
  std::ostringstream said;
  try {
    const std::size_t errors = Xapian::Database::check(path.string(), 0, &said);
    return errors == 0 ? std::string() : counted(errors, "error");
  } catch (const Xapian::DatabaseModifiedError&) {
    throw;
  } catch (const Xapian::Error& error) {
    return error.get_msg();
  }
}

// Takes what the lists of the terms say from what the items expect.
void subtract_postings(const Xapian::Database& database,
                       std::unordered_map<Xapian::docid, ExpectedDocument>& left,
                       CheckFindings& findings) {
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    for (auto at = database.postlist_begin(*term); at != database.postlist_end(*term); ++at) {
      if (const auto document = left.find(*at); document != left.end()) {
        document->second.postings -= posting_hash(*term, at.get_wdf());
      } else {
        findings.fault("postings", "term '" + *term + "' leads to document " + std::to_string(*at) +
                                       ", which is not there");
      }
    }
  }
}

void subtract_values(const Xapian::Database& database,
                     std::unordered_map<Xapian::docid, ExpectedDocument>& left,
                     CheckFindings& findings) {
  constexpr Xapian::valueno kSlots = 16;  // More than the schema has.
  for (Xapian::valueno slot = 0; slot < kSlots; ++slot) {
    for (auto at = database.valuestream_begin(slot); at != database.valuestream_end(slot); ++at) {
      if (const auto document = left.find(at.get_docid()); document != left.end()) {
        document->second.values -= value_hash(slot, *at);
      } else {
        findings.fault("columns", "value " + std::to_string(slot) + " is that of document " +
                                      std::to_string(at.get_docid()) + ", which is not there");
      }
    }
  }
}

void compare_counts(const std::string& from, const FacetRecount& counted_there,
                    const FacetRecount& recount, CheckFindings& findings) {
  FacetRecount all = counted_there;
  all.insert(recount.begin(), recount.end());
  for (const auto& entry : all) {
    const std::string& value = entry.first;
    const auto count_in = [&](const FacetRecount& counts) {
      const auto known = counts.find(value);
      return known == counts.end() ? std::size_t{0} : known->second;
    };
    if (count_in(counted_there) != count_in(recount)) {
      findings.fault("facets", "facet " + value + ": " + std::to_string(count_in(counted_there)) +
                                   " by the " + from + ", " + std::to_string(count_in(recount)) +
                                   " by the items");
    }
  }
}

std::size_t check_completions(const Xapian::Database& database, CheckFindings& findings) {
  std::size_t count = 0;
  for (const TablePart part : {TablePart::kWhole, TablePart::kRecent}) {
    SuggestionTable table(database, part);
    for (const char kind : {key_kind::kInitials, key_kind::kSound, key_kind::kText}) {
      const std::vector<SuggestionEntry> entries = table.entries(kind);
      count += entries.size();
      if (!std::ranges::is_sorted(entries, stands_before)) {
        findings.fault("completions", "the completions are out of order");
      }
    }
  }
  return count;
}

}  // namespace

void check_tables(const fs::path& generation, CheckFindings& findings) {
  const std::string whole = faults_of_table(generation);
  if (whole.empty()) {
    return findings.looked_at("tables: every block is sound");
  }
  findings.looked_at("tables: damaged");
  bool is_named = false;
  for (const char* table : {"postlist", "docdata", "termlist", "position"}) {
    const fs::path file = generation / (std::string(table) + ".glass");
    std::error_code error;
    const std::string faults = fs::exists(file, error) ? faults_of_table(file) : std::string();
    if (!faults.empty()) {
      is_named = true;
      findings.fault("tables", "table " + file.string() + ": " + faults);
    }
  }
  if (!is_named) {
    findings.fault("tables", "database " + generation.string() + ": " + whole);
  }
}

void check_postings(const Xapian::Database& database, const ItemsCheck& items,
                    CheckFindings& findings) {
  auto left = items.expected();
  subtract_postings(database, left, findings);
  subtract_values(database, left, findings);
  for (const auto& [document, rest] : left) {
    if (rest.postings != 0) {
      findings.fault("postings", "document " + std::to_string(document) +
                                     " is not found by the terms of its item");
    }
    if (rest.values != 0) {
      findings.fault("columns", "document " + std::to_string(document) +
                                    " does not stand in the columns with the values of its item");
    }
  }
  findings.looked_at("postings and columns: of " + counted(left.size(), "document") + ", " +
                     counted(findings.count("postings") + findings.count("columns"), "fault"));
}

void check_facets(const Xapian::Database& database, const FacetRecount& recount,
                  CheckFindings& findings) {
  FacetRecount by_column;
  for (auto at = database.valuestream_begin(slot::kFacets);
       at != database.valuestream_end(slot::kFacets); ++at) {
    count_facets(*at, by_column);
  }
  FacetRecount by_terms;
  for (const std::string_view prefix :
       {prefix::kLang, prefix::kCountry, prefix::kKind, prefix::kYear, prefix::kMonth}) {
    const std::string start(prefix);
    for (auto term = database.allterms_begin(start); term != database.allterms_end(start); ++term) {
      by_terms[*term] = term.get_termfreq();
    }
  }
  compare_counts("column", by_column, recount, findings);
  compare_counts("terms", by_terms, recount, findings);
  findings.looked_at("facets: " + counted(recount.size(), "value") + " counted again, " +
                     counted(findings.count("facets"), "fault"));
}

void check_notes(const Xapian::Database& database, CheckFindings& findings) {
  try {
    (void)stored_publisher(database);
    const std::size_t corrections = read_corrections(database).size();
    const std::vector<std::string> files = known_files(database, "/");
    for (const std::string& file : files) {
      (void)read_fingerprint(database, file);
    }
    findings.looked_at("notes: " + counted(corrections, "correction") + ", " +
                       counted(files.size(), "file") + ", " +
                       counted(check_completions(database, findings), "completion"));
  } catch (const Error& error) {
    findings.fault("notes", error.what());
  } catch (const std::exception& error) {  // A note of another shape.
    findings.fault("notes", std::string("a note cannot be read: ") + error.what());
  }
}

}  // namespace bulletin
