#include "searcher/web/page/checkbox_list.hpp"

#include <algorithm>

namespace bulletin {

void add_bar(Html& html, std::size_t count, std::size_t most) {
  if (most == 0) {
    return;
  }
  // At least a sliver, or one of a thousand would look like none.
  const std::size_t width = count == 0 ? 0 : std::max<std::size_t>(1, count * 100 / most);
  html.open("svg", {{"class", "bar"},
                    {"viewBox", "0 0 100 1"},
                    {"preserveAspectRatio", "none"},
                    {"aria-hidden", "true"}})
      .empty("rect", {{"width", std::to_string(width)}, {"height", "1"}})
      .close();
}

void add_checkbox(Html& html, const CheckboxRow& row, const PageContext& context) {
  html.open("label", {{"class", "row"}})
      .empty("input", {{"type", "checkbox"},
                       {"name", row.name},
                       {"value", row.value},
                       {"form", std::string(kSearchForm.text())},
                       flag("checked", row.checked)})
      .open("span", {{"class", "name"}})
      .add(row.label)
      .close()
      .open("span", {{"class", "count"}})
      .text(grouped(row.count))
      .element("span", {{"class", "hidden"}},
               " " + context.say(row.count == 1 ? Say::kItemWord : Say::kItemsWord))
      .close();
  add_bar(html, row.count, row.most);
  html.close();
}

std::size_t highest(const std::vector<Bucket>& buckets) {
  const auto found = std::ranges::max_element(buckets, {}, &Bucket::count);
  return found == buckets.end() ? 0 : found->count;
}

}  // namespace bulletin
