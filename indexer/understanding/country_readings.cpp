#include "indexer/understanding/country_readings.hpp"

#include <algorithm>
#include <initializer_list>
#include <set>

#include "indexer/analysis/utf8.hpp"
#include "indexer/understanding/country_acronyms.hpp"
#include "indexer/understanding/country_context.hpp"

namespace bulletin {
namespace {

using Countries = std::set<std::string_view>;

constexpr std::uint32_t bit(std::size_t claim) {
  return std::uint32_t{1} << claim;
}

// A match can begin at any character that does not continue a Latin word.
bool may_begin(std::string_view folded, std::size_t at) {
  return at == 0 || !is_ascii_word(folded[at]) || !is_ascii_word(folded[at - 1]);
}

std::size_t character_end(std::string_view text, std::size_t at) {
  static_cast<void>(next_code_point(text, at));
  return at;
}

// The longest name at a place that survives its rules, else the longest rejected one.
Reading choose(const FieldView& view, const std::vector<NameMatch>& names) {
  Reading best;
  for (auto name = names.rbegin(); name != names.rend(); ++name) {
    const Verdict verdict = judge(view, *name);
    const bool takes_up = takes_up_text(verdict);
    if (best.meaning == nullptr || takes_up) {
      best = {view.field, *name, name->entry, name->entry->kind, verdict, 0};
    }
    if (takes_up) {
      break;
    }
  }
  return best;
}

bool is_open(const Reading& reading) {
  return reading.verdict == Verdict::kAccepted || reading.verdict == Verdict::kNeedsWitness;
}

// A city whose name is an English word is never sure by itself.
bool needs_witness(const Reading& reading) {
  const bool is_word = (reading.match.entry->flags & kWordFlag) != 0;
  return reading.verdict == Verdict::kNeedsWitness ||
         (is_word && (reading.rule == NameKind::kCity || reading.rule == NameKind::kDivision));
}

void accept_sure_claims(std::vector<Reading>& readings, Countries& shown) {
  for (Reading& reading : readings) {
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

bool names_area(const Reading& reading) {
  return reading.rule == NameKind::kName || reading.rule == NameKind::kFormerName ||
         reading.rule == NameKind::kDivision || reading.rule == NameKind::kAbbreviation;
}

// `Cambridge, Massachusetts`: an area behind a place tells where it is. A comma between two cities
// only separates the members of a list.
bool explains_from_behind(const Reading& other, std::string_view between) {
  return names_area(other) &&
         is_one_of(between, {", ", ",", " ", " (", "(", " in ", ", in ", " of "});
}

// 美国剑桥; `Atlanta, Georgia`, where the city tells which area is meant.
bool explains_from_before(const Reading& reading, const Reading& other, std::string_view between) {
  const bool is_attribute = names_area(other) || other.rule == NameKind::kDemonym;
  return (is_attribute && is_one_of(between, {"", " ", "的", "'s ", "’s "})) ||
         (names_area(reading) && !is_attribute && is_one_of(between, {", ", ",", " ", ""}));
}

std::uint32_t claims_shared(const Reading& reading, const Reading& other) {
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
std::uint32_t claims_of_neighbours(const ItemText& item, const std::vector<Reading>& readings,
                                   std::size_t index) {
  const Reading& reading = readings[index];
  const std::string_view text =
      (reading.field == TextField::kTitle ? item.folded_title : item.folded_text).text();
  const auto between = [&](const Reading& left, const Reading& right) {
    const std::size_t begin = left.match.end;
    return text.substr(begin, std::max(begin, right.match.begin) - begin);
  };
  std::uint32_t held = 0;
  if (index > 0 && readings[index - 1].field == reading.field) {
    const Reading& other = readings[index - 1];
    held |= explains_from_before(reading, other, between(other, reading))
                ? claims_shared(reading, other)
                : 0;
  }
  if (index + 1 < readings.size() && readings[index + 1].field == reading.field) {
    const Reading& other = readings[index + 1];
    held |=
        explains_from_behind(other, between(reading, other)) ? claims_shared(reading, other) : 0;
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
void accept_default_claims(const ItemText& item, std::vector<Reading>& readings, Countries& shown) {
  for (std::size_t i = 0; i < readings.size(); ++i) {
    Reading& reading = readings[i];
    if (!is_open(reading) || needs_witness(reading)) {
      continue;
    }
    const std::uint32_t preferred = claims_with_role(*reading.meaning, Role::kDefault);
    if (preferred == 0) {
      continue;
    }
    const std::uint32_t near =
        claims_of_neighbours(item, readings, i) & ~claims_with_role(*reading.meaning, Role::kSure);
    reading.countries |= near != 0 ? near : preferred;
    const auto claims = claims_of(*reading.meaning);
    for (std::size_t k = 0; k < claims.size(); ++k) {
      if ((reading.countries & bit(k)) != 0) {
        shown.insert(claims[k].country());
      }
    }
  }
}

void accept_witnessed_claims(std::vector<Reading>& readings, const Countries& shown) {
  for (Reading& reading : readings) {
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

std::vector<Reading> scan_names(const FieldView& view) {
  std::vector<Reading> readings;
  std::vector<NameMatch> names;
  const std::string_view text = view.text();
  for (std::size_t at = 0; at < text.size();) {
    std::size_t next = character_end(text, at);
    if (may_begin(text, at)) {
      names_at(text, at, names);
      if (!names.empty()) {
        const bool follows_name = !readings.empty() && readings.back().match.end == at &&
                                  takes_up_text(readings.back().verdict);
        for (NameMatch& name : names) {
          name.follows_name = follows_name;
        }
        readings.push_back(choose(view, names));
        if (takes_up_text(readings.back().verdict)) {
          next = readings.back().match.end;
        } else if (readings.back().verdict != Verdict::kAcrossWords) {
          readings.pop_back();  // Case and boundary failures are not worth a report.
        }
      }
    }
    at = next;
  }
  return readings;
}

std::vector<Reading> read_names(const ItemText& item) {
  const FieldView title = FieldView::of(TextField::kTitle, item.title, item.folded_title);
  const FieldView text = FieldView::of(TextField::kText, item.text, item.folded_text);
  std::vector<Reading> readings = scan_names(title);
  const std::vector<Reading> more = scan_names(text);
  readings.insert(readings.end(), more.begin(), more.end());
  read_acronyms(title, text, readings);
  Countries shown;
  accept_sure_claims(readings, shown);
  accept_default_claims(item, readings, shown);
  accept_witnessed_claims(readings, shown);
  return readings;
}

}  // namespace bulletin
