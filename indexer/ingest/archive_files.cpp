#include "indexer/ingest/archive_files.hpp"

namespace bulletin {

void open_archive(ByteStream&, const FileSource& file, const ReadOptions&, const ItemSink& sink,
                  const FileTaker&) {
  sink.on_problem({{file.path, 0}, "archives are not read yet"});
}

void open_warc(ByteStream&, const FileSource& file, const ItemSink& sink, const FileTaker&) {
  sink.on_problem({{file.path, 0}, "WARC is not read yet"});
}

}  // namespace bulletin
