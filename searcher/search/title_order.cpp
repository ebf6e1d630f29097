#include "searcher/search/title_order.hpp"

#include <cstdint>

#include <unicode/coll.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "indexer/base/error.hpp"

namespace bulletin {

struct TitleOrder::Rules {
  std::unique_ptr<icu::Collator> collator;
};

namespace {

// “招商”会议 stands beside 招商会议.
icu::UnicodeString without_opening_marks(std::string_view title) {
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(title.data(), static_cast<std::int32_t>(title.size())));
  std::int32_t begin = 0;
  while (begin < text.length() && !u_isalnum(text.char32At(begin))) {
    begin = text.moveIndex32(begin, 1);
  }
  return begin == text.length() ? text : icu::UnicodeString(text, begin);
}

}  // namespace

TitleOrder::TitleOrder() : rules_(std::make_unique<Rules>()) {
  UErrorCode status = U_ZERO_ERROR;
  rules_->collator.reset(icu::Collator::createInstance(icu::Locale("zh"), status));
  if (U_SUCCESS(status)) {
    rules_->collator->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
  }
  if (U_FAILURE(status)) {
    throw Error(ErrorCode::kResourceMissing,
                std::string("cannot open the order of titles: ") + u_errorName(status));
  }
}

TitleOrder::~TitleOrder() = default;

std::string TitleOrder::key(std::string_view title) const {
  const icu::UnicodeString text = without_opening_marks(title);
  std::string key(static_cast<std::size_t>(text.length()) * 3 + 16, '\0');
  for (;;) {
    const std::int32_t size = rules_->collator->getSortKey(
        text, reinterpret_cast<std::uint8_t*>(key.data()), static_cast<std::int32_t>(key.size()));
    const bool fits = static_cast<std::size_t>(size) <= key.size();
    key.resize(static_cast<std::size_t>(size));
    if (fits) {
      key.shrink_to_fit();  // One is kept for every hit.
      return key;
    }
  }
}

}  // namespace bulletin
