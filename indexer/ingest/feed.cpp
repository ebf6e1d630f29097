#include "indexer/ingest/feed.hpp"

namespace bulletin {

void read_feed(std::string_view, const FileSource& file, const ItemSink& sink) {
  sink.on_problem({{file.path, 0}, "feeds are not read yet"});
}

void read_sitemap(std::string_view, const FileSource& file, const ItemSink& sink) {
  sink.on_problem({{file.path, 0}, "sitemaps are not read yet"});
}

}  // namespace bulletin
