#include "indexer/ingest/documents.hpp"

#include <string_view>
#include <utility>

#include <pugixml.hpp>

#include "indexer/ingest/archive_files.hpp"
#include "indexer/ingest/byte_stream.hpp"
#include "indexer/ingest/child_process.hpp"
#include "indexer/ingest/item_fields.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kMaxPartBytes = 16U << 20U;

void deliver(RawItem item, const ItemSink& sink) {
  if (const std::string problem = finish_item(item); problem.empty()) {
    sink.on_item(std::move(item));
  } else {
    sink.on_problem({item.origin, problem});
  }
}

// Form feeds end pages, single line ends break lines: only empty lines end paragraphs.
std::string paragraphs_of(std::string_view pages) {
  std::string text;
  bool fresh = true;
  while (!pages.empty()) {
    const std::size_t end = std::min(pages.find_first_of("\n\f"), pages.size());
    const std::string_view line = trim(pages.substr(0, end));
    pages.remove_prefix(std::min(end + 1, pages.size()));
    if (line.empty()) {
      fresh = true;
      continue;
    }
    const bool latin = !text.empty() && static_cast<unsigned char>(text.back()) < 0x80;
    text += text.empty() ? "" : fresh ? "\n" : latin ? " " : "";
    text += line;
    fresh = false;
  }
  return text;
}

// The text of Word's runs (w:t) in each paragraph (w:p), in reading order; no recursion.
struct DocxText : pugi::xml_tree_walker {
  std::string text;

  bool for_each(pugi::xml_node& node) override {
    const std::string_view name = node.name();
    if (name == "w:p" && !text.empty() && !text.ends_with('\n')) {
      text += '\n';
    } else if (name == "w:tab" || name == "w:br") {
      text += ' ';
    } else if (name == "w:t") {
      text += node.text().get();
    }
    return true;
  }
};

void read_docx_part(std::string_view name, ByteStream& bytes, RawItem& item) {
  const auto xml = bytes.take_all(kMaxPartBytes);
  pugi::xml_document document;
  if (!xml || !document.load_buffer(xml->data(), xml->size(),
                                    pugi::parse_default | pugi::parse_ws_pcdata)) {
    return;
  }
  if (name == "word/document.xml") {
    DocxText walker;
    document.traverse(walker);
    item.text = std::move(walker.text);
    return;
  }
  const pugi::xml_node properties = document.child("cp:coreProperties");
  item.title = properties.child("dc:title").text().get();
  item.published = parse_date(properties.child("dcterms:created").text().get());
}

}  // namespace

void read_pdf(const std::string& bytes, const FileSource& file, const ItemSink& sink) {
  if (!has_program("pdftotext")) {
    sink.on_problem({{file.path, 0}, "pdftotext is not there: install poppler-utils"});
    return;
  }
  const auto pages = run_limited({"pdftotext", "-q", "-enc", "UTF-8", "{}", "-"}, bytes);
  if (!pages) {
    sink.on_problem({{file.path, 0}, "pdftotext cannot read it, or not within its limits"});
    return;
  }
  deliver({.origin = {file.path, 1}, .text = paragraphs_of(*pages), .url = file.url}, sink);
}

void read_docx(const std::string& bytes, const FileSource& file, const ItemSink& sink) {
  RawItem item{.origin = {file.path, 1}, .url = file.url};
  ByteStream packed = ByteStream::of(bytes);
  open_zip(
      packed, file, sink,
      [&](std::string_view name) {
        return name == "word/document.xml" || name == "docProps/core.xml";
      },
      [&](ByteStream& part, const FileSource& inner) {
        read_docx_part(std::string_view(inner.path).substr(file.path.size() + 1), part, item);
      });
  deliver(std::move(item), sink);
}

}  // namespace bulletin
