#include "searcher/web/public_item.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace bulletin {
namespace {

std::string public_path(const ItemSource& source) {
  const std::string_view path = source.path;
  if (path.find("://") != std::string_view::npos) {
    return source.path;
  }
  const std::size_t folder = file_of(source).find_last_of("/\\");
  return std::string(path.substr(folder == std::string_view::npos ? 0 : folder + 1));
}

}  // namespace

Bulletin public_item(Bulletin item) {
  for (ItemSource& source : item.sources) {
    source.path = public_path(source);
  }
  return item;
}

ExplainedItem public_explanation(ExplainedItem explained) {
  for (PartReport& part : explained.explanation.parts) {
    for (std::string& name : part.has) {
      const auto source = std::ranges::find(explained.item.sources, name, &ItemSource::path);
      if (part.kind == PartKind::kSource && source != explained.item.sources.end()) {
        name = public_path(*source);
      }
    }
  }
  explained.item = public_item(std::move(explained.item));
  return explained;
}

}  // namespace bulletin
