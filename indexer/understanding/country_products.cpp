#include "indexer/understanding/country_products.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "indexer/understanding/country_product_words.hpp"
#include "indexer/understanding/country_words.hpp"

namespace bulletin {
namespace {

constexpr int kLongestCompound = 4;  // Words: smoked salmon cream cheese.

bool can_name_product(NameKind kind) {
  return kind == NameKind::kName || kind == NameKind::kFormerName || kind == NameKind::kDemonym ||
         kind == NameKind::kCity || kind == NameKind::kDivision;
}

// `in Brazil coffee is ...`: a place, and a sentence that goes on.
bool is_located(const FieldView& view, const NameMatch& match) {
  const WordSpan before = word_before(view.text(), match.begin);
  return match.entry->kind != NameKind::kDemonym && !before.empty() &&
         contains(kLocatives, before.in(view.text()));
}

bool is_latin_product(const FieldView& view, const NameMatch& match) {
  const std::string_view text = view.text();
  WordSpan next = word_after(text, match.end);
  bool is_named = false;
  for (int word = 0; word < kLongestCompound && !next.empty(); ++word) {
    const std::string_view noun = next.in(text);
    is_named = contains(kProductNouns, noun) || (is_named && contains(kProductParts, noun));
    if (!is_named && !contains(kProductParts, noun)) {
      return false;
    }
    const WordSpan last = next;
    next = word_after(text, last.end);
    const bool goes_on = !next.empty() && (contains(kProductNouns, next.in(text)) ||
                                           contains(kProductParts, next.in(text)));
    if (is_named && !goes_on) {
      const bool is_title = !view.is_headline && !next.empty() && is_capitalised(view, last) &&
                            is_capitalised(view, next) && !contains(kFunctionWords, next.in(text));
      return !is_title && !contains(kProducerNouns, next.in(text)) && !is_located(view, match);
    }
  }
  return false;
}

constexpr std::string_view first_character(std::string_view word) {
  return word.substr(0, 3);
}

// Sorts a list as it is compiled, so that only words with the right first character are tried.
template <std::size_t kSize>
consteval auto sorted(const std::string_view (&words)[kSize]) {
  std::array<std::string_view, kSize> list{};
  std::ranges::copy(words, list.begin());
  std::ranges::sort(list);
  return list;
}

constexpr auto kLinks = sorted(kHanProductLinks);
constexpr auto kNouns = sorted(kHanProductNouns);
constexpr auto kProducers = sorted(kHanProducers);

std::size_t longest_prefix(std::string_view text, std::span<const std::string_view> words) {
  std::size_t length = 0;
  for (const std::string_view word :
       std::ranges::equal_range(words, first_character(text), {}, first_character)) {
    length = text.starts_with(word) ? std::max(length, word.size()) : length;
  }
  return length;
}

bool is_han_product(std::string_view folded, const NameMatch& match) {
  std::string_view rest = folded.substr(match.end);
  rest.remove_prefix(longest_prefix(rest, kLinks));
  if (const std::size_t noun = longest_prefix(rest, kNouns)) {
    return longest_prefix(rest.substr(noun), kProducers) == 0;
  }
  return std::ranges::any_of(kHanShortProducts, [&](const HanShortProduct& product) {
    const std::string_view behind = rest.substr(std::min(rest.size(), product.noun.size()));
    return rest.starts_with(product.noun) && longest_prefix(behind, kProducers) == 0 &&
           (behind.empty() ||
            product.other_words.find(behind.substr(0, 3)) == std::string_view::npos);
  });
}

}  // namespace

bool is_product(const FieldView& view, const NameMatch& match) {
  if (!can_name_product(match.entry->kind)) {
    return false;
  }
  return is_latin(view.text(), match) ? is_latin_product(view, match)
                                      : is_han_product(view.text(), match);
}

}  // namespace bulletin
