#include "indexer/understanding/publisher_json.hpp"

#include <nlohmann/json.hpp>

#include "indexer/base/error.hpp"
#include "indexer/understanding/countries.hpp"

namespace bulletin {

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
