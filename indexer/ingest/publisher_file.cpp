#include "indexer/ingest/publisher_file.hpp"

#include <fstream>
#include <iterator>
#include <string>

#include "indexer/base/error.hpp"
#include "indexer/understanding/publisher_json.hpp"

namespace bulletin {

Publisher read_publisher(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file || std::filesystem::is_directory(path)) {
    throw Error(ErrorCode::kBadUsage, "cannot read publisher " + path.string());
  }
  return parse_publisher(std::string{std::istreambuf_iterator<char>(file), {}}, path.string());
}

}  // namespace bulletin
