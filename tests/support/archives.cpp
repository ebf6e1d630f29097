#include "tests/support/archives.hpp"

#include <archive.h>
#include <archive_entry.h>

namespace bulletin::test {
namespace {

// Collects what libarchive writes.
std::string written(archive* writer,
                    const std::vector<std::pair<std::string, std::string>>& files) {
  std::string out;
  archive_write_set_bytes_per_block(writer, 0);
  archive_write_open2(
      writer, &out, nullptr,
      [](archive*, void* client, const void* buffer, std::size_t size) {
        static_cast<std::string*>(client)->append(static_cast<const char*>(buffer), size);
        return static_cast<la_ssize_t>(size);
      },
      nullptr, nullptr);
  for (const auto& [name, bytes] : files) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname_utf8(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(writer, entry);
    archive_write_data(writer, bytes.data(), bytes.size());
    archive_entry_free(entry);
  }
  archive_write_close(writer);
  archive_write_free(writer);
  return out;
}

}  // namespace

std::string zip_of(const std::vector<std::pair<std::string, std::string>>& files) {
  archive* writer = archive_write_new();
  archive_write_set_format_zip(writer);
  archive_write_set_format_option(writer, "zip", "hdrcharset", "UTF-8");
  return written(writer, files);
}

std::string gzip_of(const std::string& bytes) {
  archive* writer = archive_write_new();
  archive_write_add_filter_gzip(writer);
  archive_write_set_format_raw(writer);
  return written(writer, {{"data", bytes}});
}

std::string warc_response(const std::string& url, const std::string& content_type,
                          const std::string& body) {
  const std::string http = "HTTP/1.1 200 OK\r\nContent-Type: " + content_type +
                           "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
  return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: " + url +
         "\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: " +
         std::to_string(http.size()) + "\r\n\r\n" + http + "\r\n\r\n";
}

}  // namespace bulletin::test
