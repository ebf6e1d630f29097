#include "indexer/pipeline/sync_folder.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include "indexer/ingest/item_files.hpp"
#include "indexer/pipeline/index_notes.hpp"
#include "indexer/pipeline/make_bulletin.hpp"
#include "indexer/pipeline/pair_revisions.hpp"

namespace bulletin {
namespace {

namespace fs = std::filesystem;

// One run; its members are what the steps share.
class FolderSync {
 public:
  FolderSync(IndexTarget& target, const ReadOptions& options, const RunEvents& events,
             const std::function<void(FileChange, const std::string&)>& on_change)
      : target_(target),
        options_(options),
        events_(events),
        on_change_(on_change),
        taker_(target, options, events, result_.items, Exports::kAreFiles) {}

  SyncResult run(const fs::path& folder, const std::function<void(std::uintmax_t)>& total);

 private:
  struct Pending {
    fs::path file;
    FileChange change;
    FileFingerprint fingerprint;
  };

  void look_at(const fs::path& file);
  void read(const fs::path& file, const FileFingerprint& seen);
  void release_gone_files(const fs::path& folder, const std::vector<fs::path>& present);
  void read_again(const fs::path& folder);
  void join_revisions(const std::vector<Bulletin>& lost);
  void note(const std::string& path, const std::optional<FileFingerprint>& fingerprint);
  [[nodiscard]] bool is_gone(const std::string& path) const;
  [[nodiscard]] bool stopping() const { return events_.wants_to_stop && events_.wants_to_stop(); }

  IndexTarget& target_;
  const ReadOptions& options_;
  const RunEvents& events_;
  const std::function<void(FileChange, const std::string&)>& on_change_;
  SyncResult result_;
  FileTaker taker_;
  std::vector<Pending> pending_;
  std::vector<std::string> closed_folders_;  ///< Source paths of folders that cannot be read.
  std::set<std::string> again_;              ///< Source paths.
  /// Of files without items that were read before there was an index to note them in.
  std::vector<std::pair<std::string, std::optional<FileFingerprint>>> unnoted_;
};

SyncResult FolderSync::run(const fs::path& folder,
                           const std::function<void(std::uintmax_t)>& total) {
  const std::vector<fs::path> present =
      item_files(folder, options_, [this](const Problem& problem) {
        closed_folders_.push_back(source_path(problem.origin.path));
        ++result_.items.left_out;
        events_.on_problem(problem);
      });
  std::uintmax_t bytes = 0;
  for (const fs::path& file : present) {
    look_at(file);
  }
  for (const Pending& file : pending_) {
    bytes += file.fingerprint.size;
  }
  total(bytes);
  for (const Pending& file : pending_) {
    if (stopping()) {
      return result_;
    }
    on_change_(file.change, file.file.string());
    read(file.file, file.fingerprint);
    ++result_.files_read;
  }
  if (target_.is_open() && !stopping()) {
    release_gone_files(folder, present);
    read_again(folder);
    for (const auto& [path, fingerprint] : unnoted_) {
      note(path, fingerprint);
    }
  }
  return result_;
}

// Decides whether a file has to be read.
void FolderSync::look_at(const fs::path& file) {
  const std::string path = source_path(file);
  const std::optional<FileFingerprint> seen = look_at_file(file);
  const std::optional<FileFingerprint> known =
      target_.is_open() ? target_.writer().fingerprint(path) : std::nullopt;
  if (!seen || !known) {
    const bool is_known = target_.is_open() && target_.writer().items_of_file(path) > 0;
    pending_.push_back({file, is_known ? FileChange::kChanged : FileChange::kNew,
                        seen.value_or(FileFingerprint{})});
    return;
  }
  if (!seen->looks_like(*known)) {
    if (seen->size != known->size || hash_of_file(file) != known->hash) {
      pending_.push_back({file, FileChange::kChanged, *seen});
      return;
    }
    target_.writer().set_fingerprint(
        path,
        FileFingerprint{.size = seen->size, .changed_ns = seen->changed_ns, .hash = known->hash});
  }
  ++result_.files_unchanged;
  result_.items.unchanged += target_.writer().items_of_file(path);
}

// The fingerprint is kept only when the file has been read whole and was not written meanwhile.
void FolderSync::read(const fs::path& file, const FileFingerprint& seen) {
  const std::optional<std::uint64_t> hash = hash_of_file(file);
  taker_.take(file);
  if (!taker_.was_read()) {
    return;
  }
  const std::string path = source_path(file);
  if (target_.is_open()) {
    const Released released = target_.writer().release(
        path,
        [this](const auto& id, const auto& source) { return taker_.still_holds(id, source); });
    result_.items.removed += released.removed;
    again_.insert(released.files.begin(), released.files.end());
    join_revisions(released.lost);
  }
  const std::optional<FileFingerprint> now = look_at_file(file);
  const bool is_settled = hash && now && now->looks_like(seen);
  note(path, is_settled ? std::optional(FileFingerprint{seen.size, seen.changed_ns, *hash})
                        : std::nullopt);
}

// What was corrected in a file without ids went and came under another id: one item, replaced.
void FolderSync::join_revisions(const std::vector<Bulletin>& lost) {
  if (lost.empty() || taker_.new_content_ids().empty()) {
    return;
  }
  IndexWriter& writer = target_.writer();
  std::vector<Bulletin> gained;
  for (const std::string& id : taker_.new_content_ids()) {
    gained.push_back(writer.find(id).value());
  }
  for (const RevisionPair& pair : pair_revisions(lost, gained)) {
    writer.succeed(lost[pair.lost], gained[pair.gained].id);
    --result_.items.added;
    --result_.items.removed;
    ++result_.items.replaced;
  }
}

void FolderSync::note(const std::string& path, const std::optional<FileFingerprint>& fingerprint) {
  if (target_.is_open()) {
    target_.writer().set_fingerprint(path, fingerprint);
  } else {
    unnoted_.emplace_back(path, fingerprint);
  }
}

void FolderSync::release_gone_files(const fs::path& folder, const std::vector<fs::path>& present) {
  std::set<std::string> there;
  for (const fs::path& file : present) {
    there.insert(source_path(file));
  }
  IndexWriter& writer = target_.writer();
  for (const std::string& path : writer.files_under(source_path(folder))) {
    if (there.contains(path) || !is_gone(path)) {
      continue;
    }
    on_change_(FileChange::kGone, path);
    const Released released = writer.release(path, [](const auto&, const auto&) { return false; });
    result_.items.removed += released.removed;
    again_.insert(released.files.begin(), released.files.end());
    writer.set_fingerprint(path, std::nullopt);
    ++result_.files_gone;
  }
}

// A file counts as gone only when the file system says that it is not there: one that is passed
// over (hidden, or a PDF without --with-documents) or lies in a closed folder is not.
bool FolderSync::is_gone(const std::string& path) const {
  std::error_code error;
  return !std::ranges::any_of(closed_folders_, [&](const auto& folder) {
    return lies_under(path, folder);
  }) && fs::symlink_status(path, error).type() == fs::file_type::not_found;
}

// The wording of an item went with a file, and others hold it in words of their own.
void FolderSync::read_again(const fs::path& folder) {
  const std::string root = source_path(folder);
  for (const std::string& path : std::set<std::string>(std::move(again_))) {
    if (stopping()) {
      return;
    }
    if (const auto seen = look_at_file(path); seen && lies_under(path, root)) {
      read(path, *seen);
      ++result_.files_read;
    }
  }
}

}  // namespace

SyncResult sync_folder(const fs::path& folder, IndexTarget& target, const ReadOptions& options,
                       const RunEvents& events,
                       const std::function<void(FileChange, const std::string&)>& on_change,
                       const std::function<void(std::uintmax_t)>& total) {
  return FolderSync(target, options, events, on_change).run(folder, total);
}

}  // namespace bulletin
