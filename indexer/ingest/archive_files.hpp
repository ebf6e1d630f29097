// Files that hold other files: gzip, zip and WARC. Nothing is ever written to disk.

#pragma once

#include <functional>
#include <string_view>

#include "indexer/ingest/byte_stream.hpp"
#include "indexer/ingest/read_bytes.hpp"

namespace bulletin {

/// Where the files of an archive go; the stream is gone when it returns.
using FileTaker = std::function<void(ByteStream&, const FileSource&)>;

/// Opens a gzip stream or a zip archive and hands on what is in it, in order.
///
/// Members that no item file can be (`is_item_file`), folders, links and names that leave the
/// archive (`../x`) are passed over; the latter are problems. Stops with a problem where a bomb
/// shows: over 16 MB that are more than 100 times the bytes they came from.
void open_archive(ByteStream& bytes, const FileSource& file, const ReadOptions& options,
                  const ItemSink& sink, const FileTaker& take);

/// Opens a zip archive and hands on the files whose name inside it is `wanted`; as above otherwise.
void open_zip(ByteStream& bytes, const FileSource& file, const ItemSink& sink,
              const std::function<bool(std::string_view)>& wanted, const FileTaker& take);

/// Reads WARC records (1.0, 1.1) and hands on the pages: responses of status 200 and resources,
/// each under its address. Other records are passed over.
void open_warc(ByteStream& bytes, const FileSource& file, const ItemSink& sink,
               const FileTaker& take);

}  // namespace bulletin
