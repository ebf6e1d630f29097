#include "searcher/web/page/paging.hpp"

#include <algorithm>
#include <set>

namespace bulletin {
namespace {

constexpr std::size_t kAround = 2;  // Pages on either side.

class Paging {
 public:
  Paging(const SearchRequest& request, std::size_t total, const PageContext& context)
      : request_(request),
        context_(context),
        pages_((total + request.limit - 1) / request.limit),
        current_(request.offset / request.limit + 1) {}

  Html write() {
    html_.open("nav", {{"class", "paging"}, {"aria-label", context_.say(Say::kPages)}});
    if (current_ > 1) {
      add_step(std::min(current_ - 1, pages_), "prev", Say::kPrevious);
    }
    html_.open("ol");
    std::size_t before = 0;
    for (const std::size_t page : numbers()) {
      if (page > before + 1) {
        html_.element("li", {{"class", "gap"}, {"aria-hidden", "true"}}, "…");
      }
      add_number(page);
      before = page;
    }
    html_.close();
    if (current_ < pages_) {
      add_step(current_ + 1, "next", Say::kNext);
    }
    return html_.close();
  }

 private:
  [[nodiscard]] std::set<std::size_t> numbers() const {
    std::set<std::size_t> shown{1, pages_};
    const std::size_t middle = std::min(current_, pages_);
    for (std::size_t page = middle - std::min(middle - 1, kAround);
         page <= std::min(pages_, middle + kAround); ++page) {
      shown.insert(page);
    }
    return shown;
  }

  [[nodiscard]] std::string link(std::size_t page) const {
    SearchRequest request = request_;
    request.offset = (page - 1) * request.limit;
    return context_.search_link(request);
  }

  void add_step(std::size_t page, const char* rel, Say words) {
    html_.element("a", {{"class", "step"}, {"rel", rel}, {"href", link(page)}},
                  context_.say(words));
  }

  void add_number(std::size_t page) {
    html_.open("li").element("a",
                             {{"href", link(page)},
                              {"aria-label", context_.say(Say::kPageNumber, grouped(page))},
                              {"aria-current", "page", page == current_}},
                             grouped(page));
    html_.close();
  }

  const SearchRequest& request_;
  const PageContext& context_;
  std::size_t pages_;
  std::size_t current_;
  Html html_;
};

}  // namespace

Html paging(const SearchRequest& request, std::size_t total, const PageContext& context) {
  const bool is_single = request.limit == 0 || (total <= request.limit && request.offset == 0);
  return is_single || total == 0 ? Html() : Paging(request, total, context).write();
}

}  // namespace bulletin
