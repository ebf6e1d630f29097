#include "searcher/search/held_text.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/schema/bulletin.hpp"
#include "searcher/query/query_parts.hpp"

namespace bulletin {
namespace {

// How a source names itself: all that Xapian tells of one.
constexpr std::string_view kHeld = "held: ";
constexpr std::string_view kHeldInTitle = "held in title: ";

bool hold_text(const StoredFront& item, std::string_view typed, bool in_title) {
  return item.title.find(typed) != std::string_view::npos ||
         (!in_title && item.text.find(typed) != std::string_view::npos);
}

// The texts of the item looked at last, for all sources of one query.
class ItemTexts {
 public:
  ItemTexts(const Xapian::Database& database, const Deadline& deadline)
      : database_(database), deadline_(deadline) {}

  // False for the text of a document that is not there.
  [[nodiscard]] bool hold(Xapian::docid document, const std::string& typed, bool in_title) {
    if (document != document_) {
      deadline_.check();
      front_ = {};
      document_ = document;
      try {
        stored_ = database_.get_document(document).get_data();
        front_ = decode_front(stored_);
      } catch (const Xapian::DocNotFoundError&) {
        return false;
      }
    }
    return hold_text(front_, typed, in_title);
  }

  [[nodiscard]] Xapian::docid last() const { return database_.get_lastdocid(); }
  [[nodiscard]] Xapian::doccount size() const { return database_.get_doccount(); }

 private:
  Xapian::Database database_;
  Deadline deadline_;
  Xapian::docid document_ = 0;
  std::string stored_;
  StoredFront front_;  // Views of `stored_`.
};

// Asked last, since it says that every item may match: then it only checks candidates of the rest.
class HeldTextSource : public Xapian::PostingSource {
 public:
  HeldTextSource(std::shared_ptr<ItemTexts> texts, std::string typed, bool in_title)
      : texts_(std::move(texts)), typed_(std::move(typed)), in_title_(in_title) {}

  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return 0; }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return texts_->size(); }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return texts_->size(); }

  void next(double /*min_weight*/) override { advance(at_ + 1); }
  void skip_to(Xapian::docid document, double /*min_weight*/) override {
    if (document > at_) {
      advance(document);
    }
  }
  bool check(Xapian::docid document, double /*min_weight*/) override {
    at_ = document;
    return texts_->hold(document, typed_, in_title_);
  }
  [[nodiscard]] bool at_end() const override { return at_ > texts_->last(); }
  [[nodiscard]] Xapian::docid get_docid() const override { return at_; }

  [[nodiscard]] PostingSource* clone() const override {
    return new HeldTextSource(texts_, typed_, in_title_);  // Xapian takes it.
  }
  void init(const Xapian::Database& /*database*/) override { at_ = 0; }
  [[nodiscard]] std::string get_description() const override {
    return std::string(in_title_ ? kHeldInTitle : kHeld) + typed_;
  }

 private:
  void advance(Xapian::docid document) {
    at_ = document;
    while (at_ <= texts_->last() && !texts_->hold(at_, typed_, in_title_)) {
      ++at_;
    }
  }

  std::shared_ptr<ItemTexts> texts_;
  std::string typed_;
  bool in_title_;
  Xapian::docid at_ = 0;
};

}  // namespace

HeldText held_text(const Xapian::Database& database, const Deadline& deadline) {
  return [texts = std::make_shared<ItemTexts>(database, deadline)](const std::string& typed,
                                                                   bool in_title) {
    return Xapian::Query((new HeldTextSource(texts, typed, in_title))->release());
  };
}

bool is_held_text(const Xapian::Query& query) {
  return query.get_type() == Xapian::Query::LEAF_POSTING_SOURCE &&
         query.get_description().find("(held") != std::string::npos;
}

HeldReader::Wanted HeldReader::wanted_by(const Xapian::Query& held) {
  const std::string description = held.get_description();
  const bool in_title = description.find(kHeldInTitle) != std::string::npos;
  const std::string_view mark = in_title ? kHeldInTitle : kHeld;
  std::string_view typed = description;
  typed.remove_prefix(typed.find(mark) + mark.size());
  typed = typed.substr(0, typed.find_last_not_of(')') + 1);  // Chinese characters hold none.
  return {std::string(typed), in_title};
}

std::size_t HeldReader::number_of(const Wanted& wanted) {
  const auto found = std::ranges::find(wanted_, wanted);
  if (found == wanted_.end()) {
    wanted_.push_back(wanted);
    holds_.clear();  // What has been read was not asked for it.
    return wanted_.size() - 1;
  }
  return static_cast<std::size_t>(found - wanted_.begin());
}

void HeldReader::expect(const Xapian::Query& query) {
  if (is_held_text(query)) {
    static_cast<void>(number_of(wanted_by(query)));
  }
  for (const Xapian::Query& part : parts_of(query)) {
    expect(part);
  }
}

std::vector<bool> HeldReader::read(Xapian::docid document) const {
  std::vector<bool> holds;
  deadline_.check();
  try {
    const std::string stored = database_.get_document(document).get_data();
    const StoredFront item = decode_front(stored);
    for (const Wanted& wanted : wanted_) {
      holds.push_back(hold_text(item, wanted.typed, wanted.in_title));
    }
  } catch (const Xapian::DocNotFoundError&) {
    holds.resize(wanted_.size());
  }
  return holds;
}

std::vector<Xapian::docid> HeldReader::among(std::span<const Xapian::docid> candidates,
                                             const Xapian::Query& held) {
  const std::size_t number = number_of(wanted_by(held));
  std::vector<Xapian::docid> found;
  for (const Xapian::docid document : candidates) {
    auto known = holds_.find(document);
    if (known == holds_.end()) {
      known = holds_.emplace(document, read(document)).first;
    }
    if (known->second[number]) {
      found.push_back(document);
    }
  }
  return found;
}

}  // namespace bulletin
