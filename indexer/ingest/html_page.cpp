#include "indexer/ingest/html_page.hpp"

namespace bulletin {

void read_html(std::string_view, const FileSource& file, const ItemSink& sink) {
  sink.on_problem({{file.path, 0}, "HTML is not read yet"});
}

std::string html_text(std::string_view) {
  return {};
}

}  // namespace bulletin
