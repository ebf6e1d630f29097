#include "indexer/ingest/read_bytes.hpp"

#include <iterator>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "tests/support/archives.hpp"

namespace bulletin {
namespace {

// What reading gave: `path (format encoding)` for each file, `line path title|text` for each item,
// `path! problem` for what was refused.
struct Read {
  std::string files, items, problems;
  std::size_t count = 0;
};

Read read(std::string_view bytes, const std::string& name, ReadOptions options = {}) {
  Read all;
  const ItemSink sink{.on_item =
                          [&](const RawItem& item) {
                            ++all.count;
                            all.items += std::to_string(item.origin.line) + ' ' + item.origin.path +
                                         ' ' + item.title + '|' + item.text + '\n';
                          },
                      .on_problem =
                          [&](const Problem& problem) {
                            all.problems += problem.origin.path + "! " + problem.message + '\n';
                          },
                      .on_file =
                          [&](const FileRead& file) {
                            all.files += file.path + " (" + file.format +
                                         (file.encoding.empty() ? "" : " " + file.encoding) + ")\n";
                          }};
  ByteStream stream = ByteStream::of(bytes);
  read_bytes(stream, {.path = name}, options, sink);
  return all;
}

// The smallest PDF that shows one line; the cross reference table wants every offset.
std::string pdf_of(const std::string& line) {
  const std::string shown = "BT /F1 12 Tf 72 720 Td (" + line + ") Tj ET";
  const std::string objects[] = {
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
      "/Resources << /Font << /F1 5 0 R >> >> >>",
      "<< /Length " + std::to_string(shown.size()) + " >>\nstream\n" + shown + "\nendstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"};
  std::string pdf = "%PDF-1.4\n";
  std::string table = "xref\n0 6\n0000000000 65535 f \n";
  for (std::size_t i = 0; i < std::size(objects); ++i) {
    const std::string offset = std::to_string(pdf.size());
    table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
    pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string begin = std::to_string(pdf.size());
  return pdf + table + "trailer << /Size 6 /Root 1 0 R >>\nstartxref\n" + begin + "\n%%EOF\n";
}

}  // namespace

TEST_CASE("read_bytes: the bytes tell the format") {
  struct Case {
    std::string_view bytes;
    std::string name, files;
  };
  const Case cases[] = {
      {"A lead.\n\nAnother.", "a.txt", "a.txt (listing UTF-8)\n"},
      {"A lead.\n\nAnother.", "a.md", "a.md (markdown UTF-8)\n"},
      {"---\ntitle: A\n---\nB", "a.html", "a.html (front-matter UTF-8)\n"},
      {"\xEF\xBB\xBF{\"text\":\"A\"}", "a.txt", "a.txt (json-lines UTF-8)\n"},
      {" [ {\"text\":\"A\"} ]", "a.txt", "a.txt (json-array UTF-8)\n"},
      {"[Video] A lead.", "a.txt", "a.txt (listing UTF-8)\n"},
      {"title,text\nA,B", "a.txt", "a.txt (table UTF-8)\n"},
      {"Title\tText\tPublished\nA\tB\t", "a", "a (table UTF-8)\n"},
      {"Text, title and more: a sentence.", "a.txt", "a.txt (listing UTF-8)\n"},
      {"<!DOCTYPE html><p>A", "a.txt", "a.txt (html UTF-8)\n"},
      {"<?xml version='1.0'?><rss/>", "a.html", "a.html (feed UTF-8)\n"},
      {"<urlset></urlset>", "a.xml", "a.xml (sitemap UTF-8)\n"},
      {"< 5 items", "a.txt", "a.txt (listing UTF-8)\n"},
      {"\xB7\xC3\xCE\xCA\xB1\xB1\xBE\xA9", "a.txt", "a.txt (listing GB18030)\n"},
      {std::string_view("\xFF\xFE{\0\"\0t\0e\0x\0t\0\"\0:\0\"\0A\0\"\0}\0", 26), "a",
       "a (json-lines UTF-16LE)\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.bytes);
    CHECK_EQ(read(c.bytes, c.name).files, c.files);
  }
  CHECK_EQ(read(std::string_view("\x89PNG\r\n\x1a\n\0\0\1\2", 12), "a.png").problems,
           "a.png! neither text nor a format that is read here\n");
  CHECK_EQ(read(std::string_view("\x7f"
                                 "ELF\2\1\1\0\0\0",
                                 10),
                "a")
               .problems,
           "a! neither text nor a format that is read here\n");
  CHECK_EQ(read("", "a.md").problems, "");
}

TEST_CASE("read_bytes: a JSON array is read element by element") {
  const Read all = read(
      "[\n{\"text\":\"A, ]\\\"\"},\n\n{\"text\":[1]}, {\"title\":\"B\",\"x\":[{}]}\n]", "a.json");
  CHECK_EQ(all.items, "2 a.json |A, ]\"\n4 a.json B|\n");
  CHECK_EQ(all.problems, "a.json! 'text' has to be a string\n");
  CHECK_EQ(read("[]", "a.json").problems, "");
  CHECK_EQ(read("[{\"text\":\"A\"}", "a.json").problems, "a.json! the array is never closed\n");
  CHECK_EQ(read("[{\"text\":\"A\"}", "a.json").count, 1U);
}

TEST_CASE("read_bytes: tables with a header, any separator, quotes and line breaks") {
  struct Case {
    std::string_view what, table, items, problems;
  };
  const Case cases[] = {
      {"commas", "id,title,text\n1,A,B\n", "2 t.csv A|B\n", ""},
      {"semicolons and CRLF", "Title;Text\r\nA;B, C\r\n", "2 t.csv A|B, C\n", ""},
      {"tabs", "title\ttext\nA\t\"quoted\"\n", "2 t.csv A|quoted\n", ""},
      {"a line break and a doubled quote", "title,text\nA,\"B\n\"\"C\"\"\"\nD,E\n",
       "2 t.csv A|B\n\"C\"\n4 t.csv D|E\n", ""},
      {"a quote within a field", "title,text\nA,5\" screen\n", "2 t.csv A|5\" screen\n", ""},
      {"blank rows and short rows", "title,text\n\nA\n", "3 t.csv A|\n", ""},
      {"too many fields", "title,text\nA,B,C\nD,E\n", "3 t.csv D|E\n",
       "t.csv! row has 3 fields, the header 2\n"},
      {"a field that is none", "title,published\nA,soon\nB,2019-12-24\n", "3 t.csv B|\n",
       "t.csv! 'published' has to be a day such as 2019-12-24\n"},
      {"a quote never closed", "title,text\nA,\"B\nC,D\n", "",
       "t.csv! a quoted field is never closed\n"},
      {"a damaged header", "title,text,图书馆\xE4书\nA,B,C\n", "",
       "t.csv! header: text is not valid UTF-8 (byte 21 of the item)\n"},
      {"Chinese", "标题,title,text\n甲,访问,正文\n", "2 t.csv 访问|正文\n", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const Read all = read(c.table, "t.csv");
    CHECK_EQ(all.items, c.items);
    CHECK_EQ(all.problems, c.problems);
  }
}

TEST_CASE("read_bytes: gzip and zip are opened, one within another") {
  const std::string page = "A lead.\n\nAnother.";
  CHECK_EQ(read(test::gzip_of(page), "in/a.txt.gz").items,
           "1 in/a.txt.gz!a.txt |A lead.\n3 in/a.txt.gz!a.txt |Another.\n");
  const std::string zip = test::zip_of({{"news/a.txt", page},
                                        {"b.md", "# 标题\n正文"},
                                        {"photo.jpg", "JFIF"},
                                        {".hidden.txt", "no"},
                                        {"c.json.gz", test::gzip_of("{\"text\":\"C\"}")}});
  const Read all = read(zip, "a.zip");
  CHECK_EQ(all.files,
           "a.zip (zip)\na.zip!news/a.txt (listing UTF-8)\na.zip!b.md (markdown UTF-8)\n"
           "a.zip!c.json.gz (gzip)\na.zip!c.json.gz!c.json (json-lines UTF-8)\n");
  CHECK_EQ(all.count, 4U);
  CHECK_EQ(all.problems, "");
}

TEST_CASE("read_bytes: hostile and damaged archives end in one line") {
  const std::string bomb = test::zip_of({{"a.txt", std::string(40U << 20U, ' ') + "A"}});
  CHECK_EQ(read(bomb, "a.zip").problems,
           "a.zip!a.txt! cannot read it to the end: it unpacks to more than 100 times its size: a "
           "bomb?\n");
  const Read climbing = read(test::zip_of({{"../../etc/a.txt", "A"}, {"b.txt", "B"}}), "a.zip");
  CHECK_EQ(climbing.problems, "a.zip!../../etc/a.txt! the name leads out of the archive\n");
  CHECK_EQ(climbing.items, "1 a.zip!b.txt |B\n");

  const std::string zip = test::zip_of({{"a.txt", "A"}, {"b.txt", std::string(3000, 'x')}});
  const Read cut = read(zip.substr(0, 60), "a.zip");
  CHECK(cut.problems.find("a.zip") != std::string::npos);
  const std::string gz = test::gzip_of(std::string(100000, 'x'));
  CHECK_EQ(read(gz.substr(0, gz.size() / 2), "a.gz").problems,
           "a.gz! damaged archive: truncated gzip input\n");

  std::string deep = "A lead.";
  for (int i = 0; i < 6; ++i) {
    deep = test::zip_of({{"a.zip", deep}});
  }
  CHECK(read(deep, "a.zip").problems.ends_with("files lie more than 4 deep in one another\n"));
}

TEST_CASE("read_bytes: a WARC gives its pages, in the encoding that HTTP declares") {
  const std::string warc =
      "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\nabcd\r\n\r\n" +
      test::warc_response("http://example.org/a", "text/plain; charset=gb2312",
                          "\xB7\xC3\xCE\xCA\xB1\xB1\xBE\xA9") +
      test::warc_response("http://example.org/logo", "image/png", "\x89PNG") +
      test::warc_response("http://example.org/b", "text/plain", "A lead.") +
      "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/c\r\n"
      "Content-Length: 33\r\n\r\nHTTP/1.1 404 Not Found\r\n\r\nNot here.\r\n\r\n"
      "WARC/1.1\r\nWARC-Type: resource\r\nWARC-Target-URI: http://example.org/d\r\n"
      "Content-Type: text/plain\r\nContent-Length: 3\r\n\r\nEnd\r\n\r\n";
  const Read all = read(warc, "a.warc");
  CHECK_EQ(all.items,
           "1 a.warc!http://example.org/a |访问北京\n1 a.warc!http://example.org/b |A lead.\n"
           "1 a.warc!http://example.org/d |End\n");
  CHECK_EQ(all.problems, "");
  CHECK_EQ(read(test::gzip_of(warc), "a.warc.gz").count, 3U);

  const std::string chunked =
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/plain\r\n\r\n"
      "3\r\nA l\r\n4\r\nead.\r\n0\r\n\r\n";
  CHECK_EQ(read("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: u\r\nContent-Length: " +
                    std::to_string(chunked.size()) + "\r\n\r\n" + chunked + "\r\n\r\n",
                "a.warc")
               .items,
           "1 a.warc!u |A lead.\n");
  CHECK_EQ(read("WARC/1.0\r\nWARC-Type: response\r\n\r\nlost\r\n" +
                    test::warc_response("u", "text/plain", "Kept."),
                "a.warc")
               .count,
           1U);
}

TEST_CASE("read_bytes: documents are read when they are asked for") {
  const std::string docx = test::zip_of(
      {{"[Content_Types].xml", "<Types/>"},
       {"word/document.xml",
        "<w:document><w:body><w:p><w:r><w:t>First </w:t></w:r><w:r><w:t>访问</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>Second</w:t></w:r></w:p></w:body></w:document>"},
       {"docProps/core.xml",
        "<cp:coreProperties><dc:title>A title</dc:title>"
        "<dcterms:created>2019-12-24T08:00:00Z</dcterms:created></cp:coreProperties>"}});
  CHECK_EQ(read(docx, "a.docx").problems,
           "a.docx! documents are read only with --with-documents\n");
  CHECK_EQ(read(docx, "a.docx", {.with_documents = true}).items,
           "1 a.docx A title|First 访问\nSecond\n");
  CHECK_EQ(read(pdf_of("A visit on 3 May 2019."), "a.pdf").count, 0U);
  CHECK_EQ(read(pdf_of("A visit on 3 May 2019."), "a.pdf", {.with_documents = true}).items,
           "1 a.pdf |A visit on 3 May 2019.\n");
  CHECK_EQ(read("%PDF-1.4 broken", "a.pdf", {.with_documents = true}).count, 0U);
  CHECK_FALSE(read("%PDF-1.4 broken", "a.pdf", {.with_documents = true}).problems.empty());
}

}  // namespace bulletin
