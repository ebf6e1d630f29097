#include "indexer/cli/progress.hpp"

#include <doctest/doctest.h>

namespace bulletin {

TEST_CASE("progress_text: rate always, time left where the whole is known") {
  CHECK_EQ(progress_text(1200, 3, 0, 0), "1200 items, 400 a second");
  CHECK_EQ(progress_text(1200, 3, 0, 100), "1200 items, 400 a second");
  CHECK_EQ(progress_text(1200, 3, 30, 100), "1200 items, 400 a second, 30 %, 0:07 left");
  CHECK_EQ(progress_text(1, 100, 10, 100), "1 items, 0 a second, 10 %, 15:00 left");
  CHECK_EQ(progress_text(5, 1, 200, 100), "5 items, 5 a second, 100 %, 0:00 left");
  CHECK_EQ(progress_text(0, 0, 0, 0), "0 items, 0 a second");
}

}  // namespace bulletin
