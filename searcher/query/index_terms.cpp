#include "searcher/query/index_terms.hpp"

namespace bulletin {

// Forgets another state, and all rather than more than it may hold.
void KeptTerms::begin(std::string_view state, std::size_t more) {
  if (state == state_ && size_ + more <= kMost) {
    size_ += more;
    return;
  }
  numbers_.clear();
  beginnings_.clear();
  state_ = state;
  size_ = more;
}

std::size_t KeptTerms::number(std::string_view state, const std::string& name,
                              const std::function<std::size_t()>& find) {
  {
    const std::lock_guard lock(mutex_);
    const auto found = numbers_.find(name);
    if (state == state_ && found != numbers_.end()) {
      return found->second;
    }
  }
  const std::size_t number = find();
  const std::lock_guard lock(mutex_);
  begin(state, 1);
  numbers_.emplace(name, number);
  return number;
}

std::shared_ptr<const KeptTerms::Counted> KeptTerms::beginning(
    std::string_view state, const std::string& start, const std::function<Counted()>& find) {
  {
    const std::lock_guard lock(mutex_);
    const auto found = beginnings_.find(start);
    if (state == state_ && found != beginnings_.end()) {
      return found->second;
    }
  }
  auto terms = std::make_shared<const Counted>(find());
  const std::lock_guard lock(mutex_);
  begin(state, terms->size() + 1);
  beginnings_.emplace(start, terms);
  return terms;
}

KeptTerms::Counted IndexTerms::beginning(const std::string& start) const {
  KeptTerms::Counted terms;
  const auto end = database_->allterms_end(start);
  for (auto term = database_->allterms_begin(start); term != end; ++term) {
    terms.emplace_back(*term, term.get_termfreq());
  }
  return terms;
}

}  // namespace bulletin
