#include "indexer/pipeline/index_notes.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>
#include <utility>

#include <nlohmann/json.hpp>

#include "indexer/base/error.hpp"
#include "indexer/schema/cbor_reader.hpp"
#include "indexer/schema/schema.hpp"
#include "indexer/schema/stored_publisher.hpp"
#include "indexer/schema/with_xapian.hpp"

namespace bulletin {
namespace {

using nlohmann::json;

constexpr std::string_view kCorrections = "bulletin_set:";
constexpr std::string_view kFiles = "bulletin_file:";

// A note is a flat CBOR array, as paths need not be UTF-8. Its first entry is the whole name, of
// which the key may hold a hash. Returns what `read` makes of it; nothing is taken apart as a tree,
// so that no depth of a damaged one matters.
template <typename Read>
auto read_note(const Xapian::Database& database, const std::string& key, const Read& read) {
  const std::string bytes = database.get_metadata(key);
  try {
    CborReader reader(bytes);
    return read(reader);
  } catch (const std::runtime_error&) {
    throw Error(ErrorCode::kInternal, "cannot read the note '" + key + "' in the index",
                "the index is damaged: bulletin-index repair makes it anew of what can be read");
  }
}

// Of a note on a file.
std::string noted_path(CborReader& reader) {
  static_cast<void>(reader.array());
  return std::string(reader.text());
}

FileFingerprint noted_fingerprint(CborReader& reader) {
  reader.array_of(4);
  static_cast<void>(reader.text());
  FileFingerprint fingerprint;
  fingerprint.size = reader.number();
  fingerprint.changed_ns = reader.signed_number();
  fingerprint.hash = reader.number();
  reader.end();
  return fingerprint;
}

// Id and JSON.
std::pair<std::string, std::string> noted_correction(CborReader& reader) {
  reader.array_of(2);
  std::string id(reader.text());
  std::string correction(reader.text());
  reader.end();
  return {std::move(id), std::move(correction)};
}

std::string packed(const json& note) {
  std::string bytes;
  json::to_cbor(note, bytes);
  return bytes;
}

// Tells whether names that begin with `folder` can stand unhashed: only then a scan finds them.
bool fits_a_term(const std::string& folder) {
  return !metadata_key({}, folder).starts_with('#');
}

std::vector<std::string> keys_of(const Xapian::Database& database, const std::string& start) {
  try {
    return {database.metadata_keys_begin(start), database.metadata_keys_end(start)};
  } catch (const Xapian::UnimplementedError&) {
    return {};  // In memory, as a rehearsal of a first run is: there was nothing before it.
  }
}

// Files by their notes; a note that shows only a hash is asked for its name.
void add_noted_files(const Xapian::Database& database, const std::string& folder,
                     std::set<std::string>& files) {
  const auto add = [&](const std::string& key) {
    const std::string path = key.substr(kFiles.size()).starts_with('#')
                                 ? read_note(database, key, noted_path)
                                 : key.substr(kFiles.size());
    if (lies_under(path, folder)) {
      files.insert(path);
    }
  };
  std::ranges::for_each(keys_of(database, metadata_key(kFiles, "#")), add);
  if (fits_a_term(folder)) {
    std::ranges::for_each(keys_of(database, std::string(kFiles) + folder), add);
  }
}

// Files by the terms of their items; an item of a hashed term is asked for the name.
void add_files_of_items(const Xapian::Database& database, const std::string& folder,
                        std::set<std::string>& files) {
  const std::string plain = prefixed(prefix::kFile, folder);
  for (auto term = database.allterms_begin(plain);
       fits_a_term(folder) && term != database.allterms_end(plain); ++term) {
    const std::string path = (*term).substr(prefix::kFile.size());
    if (lies_under(path, folder)) {
      files.insert(path);
    }
  }
  const std::string hashed = prefixed(prefix::kFile, "#");
  for (auto term = database.allterms_begin(hashed); term != database.allterms_end(hashed); ++term) {
    const auto posting = database.postlist_begin(*term);
    const Bulletin item = decode_bulletin(database.get_document(*posting).get_data());
    for (const ItemSource& source : item.sources) {
      if (file_term(file_of(source)) == *term && lies_under(file_of(source), folder)) {
        files.emplace(file_of(source));
      }
    }
  }
}

}  // namespace

std::map<std::string, Correction> read_corrections(const Xapian::Database& database) {
  return with_xapian("read the corrections in the index", [&] {
    std::map<std::string, Correction> corrections;
    for (const std::string& key : keys_of(database, std::string(kCorrections))) {
      const auto [id, correction] = read_note(database, key, noted_correction);
      corrections.emplace(id, parse_correction(correction));
    }
    return corrections;
  });
}

void write_correction(Xapian::WritableDatabase& database, const std::string& id,
                      const Correction& correction) {
  with_xapian("write a correction of item " + id, [&] {
    const json note = json::array({id, correction_json(correction)});
    database.set_metadata(metadata_key(kCorrections, id),
                          correction == Correction{} ? std::string() : packed(note));
  });
}

std::optional<FileFingerprint> read_fingerprint(const Xapian::Database& database,
                                                std::string_view path) {
  return with_xapian("read what the index knows of its files",
                     [&]() -> std::optional<FileFingerprint> {
                       const std::string key = metadata_key(kFiles, path);
                       if (database.get_metadata(key).empty()) {
                         return std::nullopt;
                       }
                       return read_note(database, key, noted_fingerprint);
                     });
}

void write_fingerprint(Xapian::WritableDatabase& database, const std::string& path,
                       const std::optional<FileFingerprint>& fingerprint) {
  with_xapian("note the file " + path, [&] {
    const std::string note = fingerprint
                                 ? packed(json::array({path, fingerprint->size,
                                                       fingerprint->changed_ns, fingerprint->hash}))
                                 : std::string();
    database.set_metadata(metadata_key(kFiles, path), note);
  });
}

std::vector<std::string> known_files(const Xapian::Database& database, const std::string& folder) {
  return with_xapian("list the files of the index", [&] {
    std::set<std::string> files;
    add_noted_files(database, folder, files);
    add_files_of_items(database, folder, files);
    return std::vector<std::string>(files.begin(), files.end());
  });
}

void copy_notes(const Xapian::Database& from, Xapian::WritableDatabase& to, Notes which) {
  with_xapian("copy the notes of the index", [&] {
    if (const Publisher publisher = stored_publisher(from); publisher != default_publisher()) {
      store_publisher(to, publisher);
    }
    for (const std::string_view start : {kCorrections, kFiles}) {
      if (start == kFiles && which == Notes::kOfItems) {
        continue;
      }
      for (const std::string& key : keys_of(from, std::string(start))) {
        to.set_metadata(key, from.get_metadata(key));
      }
    }
  });
}

bool lies_under(std::string_view path, std::string_view folder) {
  if (!path.starts_with(folder)) {
    return false;
  }
  return path.size() == folder.size() || folder.ends_with('/') || path[folder.size()] == '/';
}

}  // namespace bulletin
