#include "indexer/ingest/read_bytes.hpp"

#include <string_view>
#include <utility>

#include "indexer/ingest/archive_files.hpp"
#include "indexer/ingest/charset.hpp"
#include "indexer/ingest/documents.hpp"
#include "indexer/ingest/feed.hpp"
#include "indexer/ingest/format.hpp"
#include "indexer/ingest/html_page.hpp"
#include "indexer/ingest/item_fields.hpp"
#include "indexer/ingest/json_items.hpp"
#include "indexer/ingest/table.hpp"
#include "indexer/ingest/text_formats.hpp"

namespace bulletin {
namespace {

// How much of a text has to be UTF-8 before the rest is taken for it too and streamed.
constexpr std::size_t kEncodingHead = 64U << 10U;

// One file on its way to its reader.
struct Reading {
  const FileSource& file;
  const ReadOptions& options;
  const ItemSink& sink;
  Format format;

  void report(const std::string& message) const { sink.on_problem({{file.path, 0}, message}); }

  void announce(const std::string& encoding) const {
    if (sink.on_file) {
      sink.on_file({file.path, std::string(format_name(format)), encoding});
    }
  }
};

ItemSink with_encoding(const ItemSink& sink, const std::string& encoding) {
  return {.on_item =
              [&sink, encoding](RawItem item) {
                item.encoding = encoding;
                sink.on_item(std::move(item));
              },
          .on_problem = sink.on_problem,
          .on_file = sink.on_file,
          .on_note = sink.on_note};
}

void read_stream(ByteStream& bytes, const Reading& reading, const ItemSink& sink) {
  if (reading.format == Format::kJsonLines) {
    read_json_lines(bytes, reading.file.path, sink);
  } else {
    read_table(bytes, reading.file.path, sink);
  }
}

void read_text(std::string_view text, const Reading& reading, const ItemSink& sink) {
  const std::string& path = reading.file.path;
  switch (reading.format) {
    case Format::kFrontMatter:
      return read_front_matter(text, path, sink);
    case Format::kMarkdown:
      return read_markdown(text, path, sink);
    case Format::kJsonArray:
      return read_json_array(text, path, sink);
    case Format::kHtml:
      return read_html(text, reading.file, sink);
    case Format::kFeed:
      return read_feed(text, reading.file, sink);
    case Format::kSitemap:
      return read_sitemap(text, reading.file, sink);
    default:
      return read_listing(text, path, sink);
  }
}

bool is_streamed(Format format) {
  return format == Format::kJsonLines || format == Format::kTable;
}

// Lines of UTF-8 have no limit; everything else has to fit in memory to be decoded.
void read_as_text(ByteStream& bytes, const Reading& reading) {
  if (is_streamed(reading.format) && is_utf8_head(bytes.peek(kEncodingHead))) {
    reading.announce("UTF-8");
    return read_stream(bytes, reading, with_encoding(reading.sink, "UTF-8"));
  }
  const auto all = bytes.take_all(kMaxTextBytes);
  if (!all) {
    return reading.report("text file is larger than " + std::to_string(kMaxTextBytes >> 20U) +
                          " MB");
  }
  const std::string& outside = reading.file.charset;
  const Decoded decoded = decode_text(*all, outside.empty() ? declared_charset(*all) : outside);
  if (trim(decoded.text).empty()) {
    return;
  }
  reading.announce(decoded.encoding);
  const ItemSink sink = with_encoding(reading.sink, decoded.encoding);
  if (is_streamed(reading.format)) {
    ByteStream lines = ByteStream::of(decoded.text);
    return read_stream(lines, reading, sink);
  }
  read_text(decoded.text, reading, sink);
}

void read_document(ByteStream& bytes, const Reading& reading) {
  if (!reading.options.with_documents) {
    return reading.report("documents are read only with --with-documents");
  }
  const auto all = bytes.take_all(kMaxTextBytes);
  if (!all) {
    return reading.report("document is larger than " + std::to_string(kMaxTextBytes >> 20U) +
                          " MB");
  }
  reading.announce("");
  reading.format == Format::kPdf ? read_pdf(*all, reading.file, reading.sink)
                                 : read_docx(*all, reading.file, reading.sink);
}

void open_files(ByteStream& bytes, const Reading& reading) {
  if (reading.file.nesting >= kMaxNesting) {
    return reading.report("files lie more than " + std::to_string(kMaxNesting) +
                          " deep in one another");
  }
  const auto take = [&](ByteStream& inner, const FileSource& file) {
    read_bytes(inner, file, reading.options, reading.sink);
  };
  reading.announce("");
  reading.format == Format::kWarc
      ? open_warc(bytes, reading.file, reading.sink, take)
      : open_archive(bytes, reading.file, reading.options, reading.sink, take);
}

// White space may stand before what tells: looks further as long as there is nothing else.
std::string_view telling_head(ByteStream& bytes) {
  std::size_t count = kFormatHead;
  std::string_view head = bytes.peek(count);
  while (head.size() == count && count < kMaxTextBytes &&
         head.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    count *= 2;
    head = bytes.peek(count);
  }
  return head;
}

}  // namespace

void read_bytes(ByteStream& bytes, const FileSource& file, const ReadOptions& options,
                const ItemSink& sink) {
  constexpr std::string_view kMark = "\uFEFF";
  if (bytes.peek(kMark.size()) == kMark) {
    bytes.skip(kMark.size());
  }
  const Format format = detect_format(telling_head(bytes), file.path);
  const Reading reading{file, options, sink, format};
  switch (format) {
    case Format::kUnknown:
      reading.report("neither text nor a format that is read here");
      break;
    case Format::kGzip:
    case Format::kZip:
    case Format::kWarc:
      open_files(bytes, reading);
      break;
    case Format::kPdf:
    case Format::kDocx:
      read_document(bytes, reading);
      break;
    default:
      read_as_text(bytes, reading);
      break;
  }
  if (!bytes.error().empty()) {
    reading.report("cannot read it to the end: " + bytes.error());
  }
}

}  // namespace bulletin
