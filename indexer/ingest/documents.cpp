#include "indexer/ingest/documents.hpp"

namespace bulletin {

void read_pdf(const std::string&, const FileSource& file, const ItemSink& sink) {
  sink.on_problem({{file.path, 0}, "PDF is not read yet"});
}

void read_docx(const std::string&, const FileSource& file, const ItemSink& sink) {
  sink.on_problem({{file.path, 0}, "DOCX is not read yet"});
}

}  // namespace bulletin
