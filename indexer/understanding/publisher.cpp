#include "indexer/understanding/publisher.hpp"

#include <iterator>

#include "indexer/understanding/publisher_names.hpp"

namespace bulletin {

const Publisher& default_publisher() {
  static const Publisher publisher{
      .names = {std::begin(kOpenUniversityOfChinaNames), std::end(kOpenUniversityOfChinaNames)},
      .acronyms = {std::begin(kOpenUniversityOfChinaAcronyms),
                   std::end(kOpenUniversityOfChinaAcronyms)},
      .home_country = std::string(kOpenUniversityOfChinaHome)};
  return publisher;
}

}  // namespace bulletin
