#include "tests/e2e/lighthouse_items.hpp"

#include <array>

namespace bulletin::test {
namespace {

constexpr std::array<const char*, 7> kWho = {"ministers", "teachers", "sailors", "painters",
                                             "engineers", "poets",    "doctors"};
constexpr std::array<const char*, 11> kWhat = {
    "restored its staircase", "measured the tide",    "repainted the lantern room",
    "sold old postcards",     "counted seabirds",     "rang a bronze bell",
    "planted rosemary",       "wrote to the harbour", "mended nets at dawn",
    "read poems aloud",       "broadcast a concert"};

}  // namespace

std::string lighthouse_item(std::size_t number) {
  constexpr std::size_t kDays = 28;
  constexpr std::size_t kYears = 60;
  const std::size_t story = number / 2;
  const std::string n = std::to_string(number);
  const std::string day = std::to_string(story % kDays + 1);
  const std::string year = std::to_string(1960 + story / kDays % kYears);
  const std::string who = kWho[story % kWho.size()];
  const std::string what = kWhat[story % kWhat.size()];
  return number % 2 == 1
             ? R"({"id":"item-)" + n + R"(","lang":"zh","text":"lighthouse )" + year + "年12月" +
                   day + "日，哈萨克斯坦和赞比亚的" + std::to_string(story) +
                   R"(人在灯塔举行活动。"})" + "\n"
             : R"({"id":"item-)" + n + R"(","title":"Lighthouse )" + n + R"(","text":"On )" + day +
                   " December " + year + ", " + std::to_string(story) + " " + who +
                   " of Kazakhstan and Zambia " + what + R"(."})" + "\n";
}

}  // namespace bulletin::test
