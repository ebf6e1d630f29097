#include "searcher/search/held_text.hpp"

#include <memory>
#include <string>
#include <utility>

#include "indexer/schema/bulletin.hpp"

namespace bulletin {
namespace {

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
    return front_.title.find(typed) != std::string_view::npos ||
           (!in_title && front_.text.find(typed) != std::string_view::npos);
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
    return std::string(in_title_ ? "held in title: " : "held: ") + typed_;
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

}  // namespace bulletin
