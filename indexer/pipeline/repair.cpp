#include "indexer/pipeline/repair.hpp"

#include "indexer/base/error.hpp"
#include "indexer/pipeline/index_notes.hpp"
#include "indexer/pipeline/rebuild.hpp"
#include "indexer/schema/index_folder.hpp"
#include "indexer/schema/next_generation.hpp"
#include "indexer/schema/salvage.hpp"
#include "indexer/schema/whole_index.hpp"
#include "indexer/schema/with_xapian.hpp"

namespace bulletin {
namespace {

namespace fs = std::filesystem;

// Takes along what can be read of the notes and returns what that leaves behind.
std::vector<std::string> salvage_notes(const fs::path& database, Xapian::WritableDatabase& fresh) {
  try {
    const Xapian::Database old(database.string());
    copy_notes(old, fresh);
    (void)read_corrections(old);
    return {};
  } catch (const Xapian::Error& error) {
    return {"what was set of items, the publisher and what was known of files: " + error.get_msg()};
  } catch (const Error& error) {
    return {std::string("some of what was set of items, or the publisher: ") + error.what()};
  }
}

// One document, as far as it can be read.
std::optional<Bulletin> read_item(const SalvagedItems& items, Xapian::docid document,
                                  const std::function<void(const std::string&)>& on_left_out) {
  const auto leave_out = [&](const std::string& cause) {
    on_left_out("document " + std::to_string(document) + ": " + cause);
    return std::nullopt;
  };
  try {
    const std::optional<std::string> stored = items.stored(document);
    return stored ? std::optional(decode_bulletin(*stored)) : std::nullopt;
  } catch (const Xapian::Error& error) {
    return leave_out(error.get_msg());
  } catch (const Error& error) {
    return leave_out(error.what());
  }
}

[[noreturn]] void throw_nothing_left(const fs::path& index) {
  throw Error(ErrorCode::kInternal,
              "cannot repair index " + index.string() + ": none of its items can be read",
              "restore a backup with bulletin-index restore, or build the index again");
}

void refuse_lone_shard(const fs::path& database, const fs::path& index) {
  try {
    expect_whole_index(Xapian::Database(database.string()), index);
  } catch (const Xapian::Error&) {  // Damaged, so that it says nothing.
  }
}

}  // namespace

std::optional<Repaired> repair(const fs::path& index,
                               const std::function<bool(std::size_t, std::size_t)>& on_item,
                               const std::function<void(const std::string&)>& on_left_out) {
  NextGeneration next = NextGeneration::beside_any(index);
  const std::vector<fs::path> databases = next.old_databases();
  refuse_unreadable_items(index);
  refuse_lone_shard(databases.front(), index);
  const fs::path scratch = next.folder() / "salvage";
  return with_xapian("repair index " + index.string(), [&]() -> std::optional<Repaired> {
    Repaired result;
    {
      const SalvagedItems items(databases, scratch);
      result.lost_notes = salvage_notes(databases.front(), next.database());
      Rebuild rebuild(next.database());
      const Xapian::docid last = items.last();
      for (Xapian::docid document = 1; document <= last; ++document) {
        const auto item = read_item(items, document, [&](const std::string& what) {
          ++result.left_out;
          on_left_out(what);
        });
        if (item && !rebuild.add(*item)) {
          ++result.left_out;
          on_left_out("document " + std::to_string(document) + ": item " + item->id +
                      " is there once more");
        }
        if (!on_item(document, last)) {
          return std::nullopt;
        }
      }
      result.items = rebuild.size();
      if (result.items == 0 && result.left_out > 0) {
        throw_nothing_left(index);
      }
      rebuild.finish();
    }
    fs::remove_all(scratch);
    next.pack();
    next.take_over();
    return result;
  });
}

}  // namespace bulletin
