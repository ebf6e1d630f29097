// Documents whose terms stand somewhere: as the index notes it, and as Xapian does, which judges.

#pragma once

#include <string>

#include <xapian.h>

#include "indexer/schema/schema.hpp"
#include "indexer/schema/term_places.hpp"

namespace bulletin::test {

class PlacedDocument {
 public:
  /// Puts a term at a place of the text, from 1.
  void put(const std::string& term, Xapian::termpos place) {
    document_.add_posting(term, place);
    places_.put(TextField::kText, place, term_hash(term));
  }

  [[nodiscard]] Xapian::Document document() const {
    Xapian::Document document = document_;
    document.add_value(slot::kPlaces, places_.packed());
    return document;
  }

 private:
  Xapian::Document document_;
  TermPlaces places_;
};

}  // namespace bulletin::test
