// PDF and DOCX, one item each. PDF goes through pdftotext in a child process with little memory and
// time, so that a damaged or hostile file ends the child and nothing else.

#pragma once

#include <string>

#include "indexer/ingest/raw_item.hpp"
#include "indexer/ingest/read_bytes.hpp"

namespace bulletin {

/// Reads the text and title of a document held in memory.
void read_pdf(const std::string& bytes, const FileSource& file, const ItemSink& sink);
void read_docx(const std::string& bytes, const FileSource& file, const ItemSink& sink);

}  // namespace bulletin
