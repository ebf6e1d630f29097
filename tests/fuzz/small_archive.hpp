// Two items, one in each language, with marks of HTML, XML and JSON wherever words may stand; an
// index of them for the targets that answer requests.

#pragma once

#include <filesystem>
#include <string>

#include <unistd.h>

#include "indexer/pipeline/index_writer.hpp"
#include "indexer/pipeline/make_bulletin.hpp"

namespace bulletin::fuzz {

/// A folder with an index that stays with the process and is gone after it.
class SmallArchive {
 public:
  SmallArchive() {
    std::filesystem::remove_all(folder_);
    IndexWriter writer(index());
    writer.add(make_bulletin({.id = "a/<b>&",
                              .title = "A <script> & \"library\" in Kazakhstan",
                              .text = "On 24 December 2019 it opened.\nIt is ]]> open.",
                              .url = "javascript:1"}));
    writer.add(make_bulletin({.id = "zh",
                              .title = "哈萨克斯坦图书馆",
                              .text = "2019年12月24日，图书馆开馆。",
                              .url = "https://example.org/?a&b"}));
    writer.commit();
    writer.link_stories();
  }
  ~SmallArchive() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  SmallArchive(const SmallArchive&) = delete;
  SmallArchive& operator=(const SmallArchive&) = delete;

  [[nodiscard]] std::filesystem::path index() const { return folder_ / "index"; }

 private:
  std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() / ("bulletin-fuzz-" + std::to_string(getpid()));
};

/// Returns the first line of `text`, without its end, and steps behind it.
inline std::string take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string line(text.substr(0, end));
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

}  // namespace bulletin::fuzz
