#include "indexer/pipeline/check_index.hpp"

#include <optional>

#include "indexer/base/error.hpp"
#include "indexer/pipeline/check_findings.hpp"
#include "indexer/pipeline/check_items.hpp"
#include "indexer/pipeline/check_tables.hpp"
#include "indexer/pipeline/unlinked_items.hpp"
#include "indexer/schema/generation_lock.hpp"
#include "indexer/schema/index_folder.hpp"
#include "indexer/schema/schema.hpp"
#include "indexer/schema/with_xapian.hpp"

namespace bulletin {
namespace {

namespace fs = std::filesystem;

using OnItem = std::function<void(std::size_t, std::size_t)>;

void check_links(const Xapian::Database& database, const ItemsCheck& items,
                 CheckFindings& findings) {
  const UnlinkedItems unlinked = read_unlinked(database);
  if (unlinked.items.empty()) {
    items.check_links();
    return findings.looked_at("links: " + std::to_string(items.links()) +
                              (items.links() == 1 ? " pair, " : " pairs, ") +
                              std::to_string(findings.count("links")) + " faults");
  }
  findings.looked_at("links: not judged, a run has yet to write them");
  findings.note(std::to_string(unlinked.items.size()) +
                " items wait for their links: a run was killed or is at work; the next one that "
                "writes makes up for it");
}

void check_contents(const Xapian::Database& database, CheckFindings& findings,
                    const OnItem& on_item) {
  ItemsCheck items(database, findings);
  items.run(on_item);
  findings.looked_at("items: " + std::to_string(items.expected().size()) +
                     " read and indexed again, " +
                     std::to_string(findings.count("items") + findings.count("ids") +
                                    findings.count("terms") + findings.count("values")) +
                     " faults");
  check_postings(database, items, findings);
  check_facets(database, items.facets(), findings);
  check_links(database, items, findings);
  check_notes(database, findings);
}

void note_leftovers(const fs::path& index, CheckFindings& findings) {
  for (const std::string& other : generations_out_of_use(index)) {
    findings.note(other +
                  " is not in use: a run is making it, or was killed; the next one that "
                  "writes removes it");
  }
}

// Says what opening the index says, and goes on where it can be opened.
std::optional<Xapian::Database> opened(const fs::path& index, CheckFindings& findings) {
  try {
    return open_index(index);
  } catch (const Error& error) {
    if (error.code() == ErrorCode::kIndexMismatch) {
      findings.fault("index", error.what(), error.hint());
    } else if (error.code() == ErrorCode::kInternal) {
      findings.fault("index", error.what());
    } else {
      throw;
    }
  }
  return std::nullopt;
}

CheckResult check_once(const fs::path& index, const OnItem& on_item) {
  CheckFindings findings("make it anew of its stored items: bulletin-index repair --db " +
                         index.string());
  const std::optional<Xapian::Database> database = opened(index, findings);
  const std::string generation = generation_in_use(index);
  findings.looked_at("index " + index.string() + ": " + generation + ", schema " +
                     std::string(kSchemaVersion));
  const std::vector<ShardPlace> shards = shards_of(index / generation);
  for (const ShardPlace& shard : shards) {
    if (!shard.is_here()) {
      findings.note("the tables of the shard at " + name_of(shard) +
                    " are not looked at from here");
    }
  }
  for (const fs::path& folder : databases_in_use(index)) {
    if (!shards.empty()) {
      findings.looked_at("shard in " + folder.string());
    }
    check_tables(folder, findings);
  }
  if (database) {
    try {
      check_contents(*database, findings, on_item);
    } catch (const Xapian::DatabaseModifiedError&) {
      throw;
    } catch (const Xapian::Error& error) {
      findings.fault("tables", "it cannot be read to its end: " + error.get_msg());
    }
  }
  note_leftovers(index, findings);
  return findings.take();
}

// Names the state of an index that a commit or a new generation changes.
std::string state_of(const fs::path& index) {
  std::string generation = generation_in_use(index);
  try {
    std::string state = generation;
    for (const fs::path& folder : databases_in_use(index)) {
      const Xapian::Database database(folder.string());
      state += " " + folder.filename().string() + " " + std::to_string(database.get_revision());
    }
    return state;
  } catch (const Xapian::Error&) {
    return generation;  // Damaged: nobody writes to it.
  }
}

// Nothing where a writer got in between.
std::optional<CheckResult> check_undisturbed(const fs::path& index, const OnItem& on_item) {
  const std::string before = state_of(index);
  try {
    CheckResult result = check_once(index, on_item);
    return result.faults.empty() || state_of(index) == before ? std::optional(std::move(result))
                                                              : std::nullopt;
  } catch (const Xapian::DatabaseModifiedError&) {
    return std::nullopt;
  }
}

}  // namespace

CheckResult check_index(const fs::path& index, const OnItem& on_item) {
  constexpr int kTries = 4;
  for (int tries = 1; tries <= kTries; ++tries) {
    std::optional<GenerationLock> no_commits;
    if (tries == kTries) {
      no_commits.emplace(
          GenerationLock::of_commits(index / generation_in_use(index), GenerationLock::Use::kCopy));
    }
    if (std::optional<CheckResult> result = check_undisturbed(index, on_item)) {
      return *std::move(result);
    }
  }
  throw Error(ErrorCode::kIndexChanged,
              "cannot check index " + index.string() + ": it is written to all the time",
              "check it when its writer has ended");
}

}  // namespace bulletin
