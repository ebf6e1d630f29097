#include "searcher/browse/browser.hpp"

#include <utility>

namespace bulletin::browse {

Browser::Browser(Searcher& searcher, const Labels& labels, SearchRequest start, Size size,
                 Look look)
    : labels_(labels), look_(look), book_(searcher), size_(size) {
  state_.question = normalized({.query = std::move(start.query), .sort = start.sort});
  state_.question.query.text = edit(state_.question.query.text).text;
  state_.hit = start.offset;
  if (!state_.question.query.text.empty()) {
    state_.history.push_back(state_.question.query.text);
  }
  fetch();
}

Scene Browser::scene() const {
  return {book_.answers(), labels_, look_.language, size_};
}

// An answer may have fewer hits than the state thought: then another page is wanted.
void Browser::fetch() {
  book_.fetch(wanted_by(state_, size_));
  state_ = settled(std::move(state_), scene());
  book_.fetch(wanted_by(state_, size_));
}

void Browser::press(const Key& key) {
  state_ = browse::press(std::move(state_), key, scene());
  if (!state_.leaving) {
    fetch();
  }
}

void Browser::resize(Size size) {
  size_ = size;
  fetch();
}

Screen Browser::screen() const {
  return draw(state_, book_.answers(), labels_, size_, look_);
}

}  // namespace bulletin::browse
