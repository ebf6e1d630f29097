// What find_countries saw and did not take: rejected names, unchosen meanings of ambiguous ones,
// and shorter names inside longer ones.

#include <algorithm>
#include <set>

#include "indexer/analysis/utf8.hpp"
#include "indexer/understanding/countries.hpp"
#include "indexer/understanding/country_readings.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kMost = 20;
constexpr std::size_t kTwoHan = 6;  // Bytes.
constexpr std::string_view kOtherMeaning = "other-meaning";
constexpr std::string_view kInsideLongerName = "inside-longer-name";

bool holds(const NameReading& reading, std::size_t claim) {
  return (reading.countries >> claim & 1U) != 0;
}

std::set<std::string_view> countries_of(const std::vector<NameReading>& readings) {
  std::set<std::string_view> accepted;
  for (const NameReading& reading : readings) {
    const auto claims = claims_of(*reading.meaning);
    for (std::size_t i = 0; i < claims.size(); ++i) {
      if (holds(reading, i)) {
        accepted.insert(claims[i].country());
      }
    }
  }
  return accepted;
}

bool is_han_at(std::string_view text, std::size_t at) {
  return is_han(next_code_point(text, at));
}

// Two Chinese characters or one Latin word, written as the name asks. Chinese may reach beyond the
// longer name: 海地 in 上海|地区.
bool is_worth_report(const FieldView& view, const NameMatch& inner, const NameMatch& outer) {
  const bool is_same = inner.begin == outer.begin && inner.end >= outer.end;
  if (is_same || !names_country(inner.entry->kind)) {
    return false;
  }
  if (is_han_at(view.text(), inner.begin)) {
    return inner.end - inner.begin >= kTwoHan;
  }
  return inner.end <= outer.end && has_boundaries(view.text(), inner) &&
         has_right_case(view, inner);
}

class Rejections {
 public:
  Rejections(const FieldView& title, const FieldView& text,
             const std::vector<NameReading>& readings)
      : title_(title), text_(text), accepted_(countries_of(readings)) {}

  // The name itself: rejected, or taken for another of its meanings.
  void add_own(const NameReading& reading) {
    const NameEntry& entry = *reading.match.entry;
    if (!names_country(entry.kind)) {
      return;
    }
    const bool is_accepted = reading.verdict == Verdict::kAccepted;
    const bool is_expanded = reading.meaning != reading.match.entry;
    const std::string_view reason = is_expanded   ? verdict_name(Verdict::kExpandedOtherwise)
                                    : is_accepted ? kOtherMeaning
                                                  : verdict_name(reading.verdict);
    for (const Claim& claim : claims_of(entry)) {
      add(claim, quote(view_of(reading), {reading.match.begin, reading.match.end}, reason), "");
    }
  }

  // Shorter names that begin inside it, where it took up its text.
  void add_inner(const NameReading& outer) {
    if (!takes_up_text(outer.verdict)) {
      return;
    }
    const FieldView& view = view_of(outer);
    const NameMatch& match = outer.match;
    for (std::size_t at = match.begin; at < match.end && found_.size() < kMost;) {
      names_at(view.text(), at, names_);
      for (auto name = names_.rbegin(); name != names_.rend(); ++name) {
        if (is_worth_report(view, *name, match)) {
          add_inner_name(view, *name, outer);
        }
      }
      static_cast<void>(next_code_point(view.text(), at));
    }
  }

  [[nodiscard]] bool is_full() const { return found_.size() >= kMost; }

  [[nodiscard]] std::vector<RejectedCountry> take() { return std::move(found_); }

 private:
  [[nodiscard]] const FieldView& view_of(const NameReading& reading) const {
    return reading.field == TextField::kTitle ? title_ : text_;
  }

  void add_inner_name(const FieldView& view, const NameMatch& inner, const NameReading& outer) {
    const bool is_inside = inner.end <= outer.match.end;
    const std::string_view reason = !is_inside ? verdict_name(Verdict::kAcrossWords)
                                    : outer.verdict == Verdict::kAccepted
                                        ? kInsideLongerName
                                        : verdict_name(outer.verdict);
    const Evidence whole = quote(view, {outer.match.begin, outer.match.end}, "");
    const auto claims = claims_of(*inner.entry);
    for (const Claim& claim : claims) {
      if (claim.role != Role::kCandidate || claims.size() == 1) {
        add(claim, quote(view, {inner.begin, inner.end}, reason), whole.surface);
      }
    }
  }

  // Each reading once, however often the item repeats it.
  void add(const Claim& claim, Evidence evidence, const std::string& because) {
    const auto is_same = [&](const RejectedCountry& other) {
      return other.code == claim.country() && other.because == because &&
             other.evidence.surface == evidence.surface && other.evidence.rule == evidence.rule;
    };
    if (!is_full() && !accepted_.contains(claim.country()) &&
        std::ranges::none_of(found_, is_same)) {
      found_.push_back({std::string(claim.country()), std::move(evidence), because});
    }
  }

  const FieldView& title_;
  const FieldView& text_;
  std::set<std::string_view> accepted_;
  std::vector<RejectedCountry> found_;
  std::vector<NameMatch> names_;
};

}  // namespace

std::vector<RejectedCountry> rejected_countries(const ItemText& item, const Publisher& publisher) {
  return publisher == default_publisher() ? rejected_countries(item, PublisherMatcher::of_default())
                                          : rejected_countries(item, PublisherMatcher(publisher));
}

std::vector<RejectedCountry> rejected_countries(const ItemText& item,
                                                const PublisherMatcher& publisher) {
  const FieldView title = FieldView::of(TextField::kTitle, item.title, item.folded_title);
  const FieldView text = FieldView::of(TextField::kText, item.text, item.folded_text);
  const std::vector<NameReading> readings = read_names(item, publisher);
  Rejections rejections(title, text, readings);
  for (const NameReading& reading : readings) {
    if (rejections.is_full()) {
      break;
    }
    rejections.add_own(reading);
    rejections.add_inner(reading);
  }
  return rejections.take();
}

}  // namespace bulletin
