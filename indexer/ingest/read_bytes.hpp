// From the bytes of one file to its items: finds out the format and the encoding, picks the reader,
// and opens what holds other files.

#pragma once

#include <cstddef>
#include <string>

#include "indexer/ingest/byte_stream.hpp"
#include "indexer/ingest/raw_item.hpp"

namespace bulletin {

/// Longest text that is held in memory as a whole, decoded or not.
inline constexpr std::size_t kMaxTextBytes = 64U << 20U;

/// How deep files may lie in one another: a page in a WARC, compressed, in a zip.
inline constexpr int kMaxNesting = 4;

/// What a person wants to be read.
struct ReadOptions {
  bool with_documents = false;  ///< PDF and DOCX too.
};

/// One file and what its carrier says of it.
struct FileSource {
  std::string path;     ///< For messages; `news.zip!today.txt` within an archive.
  std::string charset;  ///< Declared outside the file, as an HTTP header does; or empty.
  std::string url;      ///< Where the file was fetched from, or empty.
  int nesting = 0;      ///< How many files it lies in.
};

/// Reads every item in `bytes`. What cannot be read becomes a problem; nothing is thrown.
void read_bytes(ByteStream& bytes, const FileSource& file, const ReadOptions& options,
                const ItemSink& sink);

}  // namespace bulletin
