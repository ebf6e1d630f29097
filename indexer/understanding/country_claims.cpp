#include "indexer/understanding/country_claims.hpp"

#include <algorithm>
#include <initializer_list>
#include <set>
#include <string_view>

namespace bulletin {
namespace {

using Countries = std::set<std::string_view>;

constexpr std::uint32_t bit(std::size_t claim) {
  return std::uint32_t{1} << claim;
}

bool is_open(const NameReading& reading) {
  return reading.verdict == Verdict::kAccepted || reading.verdict == Verdict::kNeedsWitness;
}

// A city whose name is an English word is never sure by itself.
bool needs_witness(const NameReading& reading) {
  const bool is_word = (reading.match.entry->flags & kWordFlag) != 0;
  return reading.verdict == Verdict::kNeedsWitness ||
         (is_word && (reading.rule == NameKind::kCity || reading.rule == NameKind::kDivision));
}

void accept_sure_claims(std::vector<NameReading>& readings, Countries& shown) {
  for (NameReading& reading : readings) {
    if (!is_open(reading) || needs_witness(reading)) {
      continue;
    }
    const auto claims = claims_of(*reading.meaning);
    for (std::size_t i = 0; i < claims.size(); ++i) {
      if (claims[i].role == Role::kSure) {
        reading.countries |= bit(i);
        shown.insert(claims[i].country());
      }
    }
  }
}

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> list) {
  return std::ranges::find(list, text) != list.end();
}

bool names_area(const NameReading& reading) {
  return reading.rule == NameKind::kName || reading.rule == NameKind::kFormerName ||
         reading.rule == NameKind::kDivision || reading.rule == NameKind::kAbbreviation;
}

bool names_state(const NameReading& reading) {
  return reading.rule == NameKind::kName || reading.rule == NameKind::kAbbreviation;
}

// `Cambridge, Massachusetts`: an area behind a place tells where it is. A comma between two cities
// only separates the members of a list.
bool explains_from_behind(const NameReading& other, std::string_view between) {
  return names_area(other) && is_one_of(between, {", ", ",", " ", " (", "(", " in ", ", in ",
                                                  " of ", ", capital of ", ", the capital of "});
}

// 美国剑桥; `Atlanta, Georgia`, where the city tells which area is meant.
bool explains_from_before(const NameReading& reading, const NameReading& other,
                          std::string_view between) {
  const bool is_attribute = names_area(other) || other.rule == NameKind::kDemonym;
  return (is_attribute && is_one_of(between, {"", " ", "的", "首都", "'s ", "’s ", "'s capital ",
                                              "’s capital ", "'s capital, ", "’s capital, "})) ||
         (names_area(reading) && !is_attribute && is_one_of(between, {", ", ",", " ", ""}));
}

// The names of one item in reading order, with the text between them.
class Sequence {
 public:
  Sequence(const ItemText& item, const std::vector<NameReading>& readings)
      : item_(item), readings_(readings) {}

  // The reading `step` places on, in the same field; else null.
  [[nodiscard]] const NameReading* neighbour(std::size_t index, int step) const {
    const std::size_t other = index + static_cast<std::size_t>(step);  // Wraps below zero.
    const bool exists =
        other < readings_.size() && readings_[other].field == readings_[index].field;
    return exists ? &readings_[other] : nullptr;
  }

  [[nodiscard]] std::string_view between(const NameReading& left, const NameReading& right) const {
    const bool in_title = left.field == TextField::kTitle;
    const std::string_view text = (in_title ? item_.folded_title : item_.folded_text).text();
    const std::size_t begin = left.match.end;
    return text.substr(begin, std::max(begin, right.match.begin) - begin);
  }

  // `Georgia, US and UK`, `Armenia, Georgia, US`: a list of countries, whose members do not
  // explain each other. In `Atlanta, Georgia, US and UK` the town before says that they do.
  [[nodiscard]] bool lists_countries(std::size_t index) const {
    const NameReading& reading = readings_[index];
    const NameReading* before = neighbour(index, -1);
    const NameReading* next = neighbour(index, 1);
    const NameReading* last = neighbour(index, 2);
    if (!names_state(reading) || next == nullptr || !names_state(*next)) {
      return false;
    }
    const bool follows = before != nullptr && is_one_of(between(*before, reading), {", ", ","});
    if (follows) {
      return names_state(*before);
    }
    return last != nullptr && names_state(*last) &&
           is_one_of(between(*next, *last), {" and ", ", and ", " or ", " & ", ", "});
  }

 private:
  const ItemText& item_;
  const std::vector<NameReading>& readings_;
};

std::uint32_t claims_shared(const NameReading& reading, const NameReading& other) {
  const auto claims = claims_of(*reading.meaning);
  const auto others = claims_of(*other.meaning);
  std::uint32_t shared = 0;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    for (std::size_t k = 0; k < others.size(); ++k) {
      const bool is_same = claims[i].country() == others[k].country();
      shared |= is_same && (other.countries & bit(k)) != 0 ? bit(i) : 0;
    }
  }
  return shared;
}

// Countries shown by the names that touch this one: `Cambridge, Massachusetts`, 美国剑桥.
std::uint32_t claims_of_neighbours(const Sequence& sequence, const NameReading& reading,
                                   std::size_t index) {
  std::uint32_t held = 0;
  const NameReading* before = sequence.neighbour(index, -1);
  if (before != nullptr &&
      explains_from_before(reading, *before, sequence.between(*before, reading))) {
    held |= claims_shared(reading, *before);
  }
  const NameReading* next = sequence.neighbour(index, 1);
  if (next != nullptr && explains_from_behind(*next, sequence.between(reading, *next)) &&
      !sequence.lists_countries(index)) {
    held |= claims_shared(reading, *next);
  }
  return held;
}

std::uint32_t claims_with_role(const NameEntry& entry, Role role) {
  const auto claims = claims_of(entry);
  std::uint32_t mask = 0;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    mask |= claims[i].role == role ? bit(i) : 0;
  }
  return mask;
}

// A clearly dominant reading yields only to a neighbour, not to the far end of the item.
void accept_default_claims(const ItemText& item, std::vector<NameReading>& readings,
                           Countries& shown) {
  const Sequence sequence(item, readings);
  for (std::size_t i = 0; i < readings.size(); ++i) {
    NameReading& reading = readings[i];
    if (!is_open(reading) || needs_witness(reading)) {
      continue;
    }
    const std::uint32_t preferred = claims_with_role(*reading.meaning, Role::kDefault);
    if (preferred == 0) {
      continue;
    }
    const std::uint32_t near = claims_of_neighbours(sequence, reading, i) &
                               ~claims_with_role(*reading.meaning, Role::kSure);
    reading.countries |= near != 0 ? near : preferred;
    const auto claims = claims_of(*reading.meaning);
    for (std::size_t k = 0; k < claims.size(); ++k) {
      if ((reading.countries & bit(k)) != 0) {
        shown.insert(claims[k].country());
      }
    }
  }
}

void accept_witnessed_claims(std::vector<NameReading>& readings, const Countries& shown) {
  for (NameReading& reading : readings) {
    if (!is_open(reading)) {
      continue;
    }
    const bool doubtful = needs_witness(reading);
    if (doubtful || claims_with_role(*reading.meaning, Role::kDefault) == 0) {
      const auto claims = claims_of(*reading.meaning);
      for (std::size_t i = 0; i < claims.size(); ++i) {
        reading.countries |= shown.contains(claims[i].country()) ? bit(i) : 0;
      }
    }
    reading.verdict = reading.countries != 0 ? Verdict::kAccepted : Verdict::kNoWitness;
  }
}

}  // namespace

void settle_claims(const ItemText& item, std::vector<NameReading>& readings) {
  Countries shown;
  accept_sure_claims(readings, shown);
  accept_default_claims(item, readings, shown);
  accept_witnessed_claims(readings, shown);
}

}  // namespace bulletin
