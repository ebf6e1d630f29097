#include "indexer/ingest/format.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <utility>

#include "indexer/ingest/charset.hpp"
#include "indexer/ingest/item_fields.hpp"
#include "indexer/ingest/table.hpp"
#include "indexer/ingest/text_formats.hpp"

namespace bulletin {
namespace {

constexpr std::pair<std::string_view, Format> kMagic[] = {{"\x1f\x8b", Format::kGzip},
                                                          {"PK\x03\x04", Format::kZip},
                                                          {"PK\x05\x06", Format::kZip},
                                                          {"%PDF-", Format::kPdf},
                                                          {"WARC/", Format::kWarc}};

// A DOCX is a zip whose first entries say so.
constexpr std::string_view kDocxMarks[] = {"[Content_Types].xml", "word/", "_rels/.rels"};

// Root elements that make XML of a kind we read.
constexpr std::pair<std::string_view, Format> kRoots[] = {
    {"<rss", Format::kFeed},       {"<feed", Format::kFeed},
    {"<rdf:rdf", Format::kFeed},   {"<atom:feed", Format::kFeed},
    {"<urlset", Format::kSitemap}, {"<sitemapindex", Format::kSitemap},
    {"<html", Format::kHtml},      {"<!doctype html", Format::kHtml},
    {"<head", Format::kHtml},      {"<body", Format::kHtml}};

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](unsigned char c) {
    return static_cast<char>(c < 0x80 ? std::tolower(c) : c);
  });
  return lower;
}

std::string_view extension_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  const std::size_t slash = name.rfind('/');
  const bool has_one =
      dot != std::string_view::npos && (slash == std::string_view::npos || slash < dot);
  return has_one ? name.substr(dot) : std::string_view();
}

// The ASCII of a UTF-16 head is every second byte: enough to see what the text is.
std::string without_nul_bytes(std::string_view head) {
  std::string plain;
  head.remove_prefix(head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF") ? 2 : 0);
  std::ranges::copy_if(head, std::back_inserter(plain), [](char c) { return c != '\0'; });
  return plain;
}

// Control characters that no text holds tell pictures and programs from a text with a stray NUL.
bool looks_binary(std::string_view head) {
  return std::ranges::any_of(head, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte > 0 && byte < 0x09) || (byte > 0x0d && byte < 0x20 && byte != 0x1b);
  });
}

bool starts_markup(std::string_view text) {
  return text.starts_with('<') && text.size() > 1 &&
         (std::isalpha(static_cast<unsigned char>(text[1])) != 0 || text[1] == '!' ||
          text[1] == '?');
}

Format markup_format(std::string_view text) {
  const std::string lower = lower_ascii(text);
  // A long document type may stand before the root of XML, but not before that of a page.
  const bool xml = lower.starts_with("<?xml") || lower.starts_with("<!doctype");
  std::pair<std::size_t, Format> first{std::string::npos, xml ? Format::kFeed : Format::kHtml};
  for (const auto& [root, format] : kRoots) {
    if (const std::size_t at = lower.find(root); at < first.first) {
      first = {at, format};
    }
  }
  return first.second;
}

Format text_format(std::string_view text, std::string_view name) {
  const std::string_view start = trim(text);
  if (start.starts_with('{')) {
    return Format::kJsonLines;
  }
  if (start.starts_with('[') &&
      start.find_first_of("{]", 1) == start.find_first_not_of(" \t\r\n", 1)) {
    return Format::kJsonArray;
  }
  if (has_front_matter(text)) {
    return Format::kFrontMatter;
  }
  if (starts_markup(start)) {
    return markup_format(start);
  }
  if (is_table_header(start.substr(0, start.find('\n')))) {
    return Format::kTable;
  }
  const std::string extension = lower_ascii(extension_of(name));
  return extension == ".md" || extension == ".markdown" ? Format::kMarkdown : Format::kListing;
}

}  // namespace

Format detect_format(std::string_view head, std::string_view name) {
  for (const auto& [magic, format] : kMagic) {
    if (head.starts_with(magic)) {
      const bool is_docx =
          format == Format::kZip && std::ranges::any_of(kDocxMarks, [&](std::string_view mark) {
            return head.substr(0, 256).find(mark) != std::string_view::npos;
          });
      return is_docx ? Format::kDocx : format;
    }
  }
  const std::size_t nul = head.find('\0');
  if (nul == std::string_view::npos) {
    return text_format(head, name);
  }
  if (looks_like_utf16(head)) {
    return text_format(without_nul_bytes(head), name);
  }
  if (!looks_binary(head)) {
    return text_format(head.substr(0, nul), name);
  }
  // UTF-16 of Chinese without a mark has few NUL bytes, and half of its bytes look like controls.
  const Decoded decoded = decode_text(head.substr(0, head.size() / 2 * 2));
  return decoded.encoding.starts_with("UTF-16") ? text_format(decoded.text, name)
                                                : Format::kUnknown;
}

std::string_view format_name(Format format) {
  constexpr std::array<std::string_view, 15> kNames{
      "listing", "markdown", "front-matter", "json-lines", "json-array", "table", "html",   "feed",
      "sitemap", "pdf",      "docx",         "warc",       "gzip",       "zip",   "unknown"};
  return kNames.at(static_cast<std::size_t>(format));
}

bool is_item_file(std::string_view name, bool with_documents) {
  constexpr std::array<std::string_view, 19> kExtensions{
      ".txt", ".text",  ".md",  ".markdown", ".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".html",
      ".htm", ".xhtml", ".xml", ".rss",      ".atom",  ".rdf",    ".warc", ".gz",  ".zip"};
  const std::string_view file = name.substr(name.rfind('/') + 1);
  const std::string extension = lower_ascii(extension_of(file));
  return !file.starts_with('.') && !file.starts_with("README") &&
         (std::ranges::find(kExtensions, extension) != kExtensions.end() ||
          (with_documents && (extension == ".pdf" || extension == ".docx")));
}

}  // namespace bulletin
