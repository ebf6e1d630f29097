// Any bytes as the values of a damaged index: facets, places of terms, links and story sketches are
// what can be read of them, nothing or less than all, and never an end of the program.

#include <algorithm>

#include "indexer/pipeline/story_sketch.hpp"
#include "indexer/schema/facet_values.hpp"
#include "indexer/schema/link_value.hpp"
#include "indexer/schema/term_places.hpp"
#include "tests/fuzz/expect.hpp"

namespace {

using bulletin::fuzz::expect;

void check_facets(std::string_view packed) {
  const bulletin::FacetValues values = bulletin::unpack_facets(packed);
  expect(values.countries.size() + values.years.size() + values.months.size() <= packed.size());
}

// Terms that stand side by side stand within a window of their number, and in the title also in the
// item.
void check_places(std::string_view packed) {
  bulletin::Arrangement arrangement{.terms = {bulletin::term_hash("a"), bulletin::term_hash("b")}};
  const bool are_neighbours = bulletin::stand(arrangement, packed);
  arrangement.in_title = true;
  expect(are_neighbours || !bulletin::stand(arrangement, packed));
  arrangement = {.terms = arrangement.terms, .window = 2};
  expect(bulletin::stand(arrangement, packed) || !are_neighbours);
}

void check_links(std::string_view packed) {
  expect(bulletin::unpack_links(packed).others.size() * 8 <= packed.size());
}

void check_sketch(std::string_view packed) {
  const bulletin::StorySketch sketch = bulletin::unpack_sketch(packed);
  expect(sketch.keys.size() <= packed.size());
  const std::string again = bulletin::pack_sketch(sketch);
  expect(bulletin::pack_sketch(bulletin::unpack_sketch(again)) == again);
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer fixes this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view packed = bulletin::fuzz::text_of(data, size);
  check_facets(packed);
  check_places(packed);
  check_links(packed);
  check_sketch(packed);
  return 0;
}
