// Archives made in memory, for tests of what reads them.

#pragma once

#include <string>
#include <utility>
#include <vector>

namespace bulletin::test {

/// Returns a zip archive of files, each a name and its bytes, compressed.
[[nodiscard]] std::string zip_of(const std::vector<std::pair<std::string, std::string>>& files);

/// Returns `bytes` as gzip.
[[nodiscard]] std::string gzip_of(const std::string& bytes);

/// Returns a WARC response record of an HTML or text page.
[[nodiscard]] std::string warc_response(const std::string& url, const std::string& content_type,
                                        const std::string& body);

}  // namespace bulletin::test
