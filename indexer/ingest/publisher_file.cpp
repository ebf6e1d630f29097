#include "indexer/ingest/publisher_file.hpp"

#include <fstream>
#include <iterator>

#include <nlohmann/json.hpp>

#include "indexer/base/error.hpp"
#include "indexer/understanding/countries.hpp"

namespace bulletin {

Publisher read_publisher(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file || std::filesystem::is_directory(path)) {
    throw Error(ErrorCode::kBadUsage, "cannot read publisher " + path.string());
  }
  return parse_publisher(std::string{std::istreambuf_iterator<char>(file), {}}, path.string());
}

std::string publisher_json(const Publisher& publisher) {
  return nlohmann::json{{"names", publisher.names},
                        {"acronyms", publisher.acronyms},
                        {"home_country", publisher.home_country}}
      .dump();
}

Publisher parse_publisher(const std::string& json, const std::string& place) {
  const auto refuse = [&](const std::string& cause) {
    throw Error(ErrorCode::kBadUsage, "cannot read publisher " + place + ": " + cause,
                R"(write {"names": ["..."], "acronyms": ["..."], "home_country": "KZ"})");
  };
  Publisher publisher;
  try {
    const auto object = nlohmann::json::parse(json);
    publisher = {.names = object.at("names").get<std::vector<std::string>>(),
                 .acronyms = object.value("acronyms", std::vector<std::string>()),
                 .home_country = object.at("home_country").get<std::string>()};
  } catch (const nlohmann::json::exception&) {
    refuse("not a JSON object with lists of names and a home country");
  }
  if (!country_label(publisher.home_country)) {
    refuse("'" + publisher.home_country + "' is no ISO code of a country");
  }
  return publisher;
}

}  // namespace bulletin
