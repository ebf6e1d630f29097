#include "indexer/understanding/kind_signs.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace bulletin {
namespace {

// Farthest an act and its thing stand apart, in bytes; a place is named right where it opens.
constexpr std::size_t kReach = 140;
constexpr std::size_t kOpeningReach = 70;
constexpr std::size_t kVisitReach = 80;

// Sentences in which a cue that needs no lead counts; signings are often told last.
constexpr unsigned kNearSentences = 3;

// Bytes between a founding and its anniversary: 成立40周年.
constexpr std::size_t kAnniversaryGap = 9;

bool is_act(CueRole role) {
  return role == CueRole::kAct || role == CueRole::kActBefore || role == CueRole::kActAlone ||
         role == CueRole::kTitleAct;
}

bool is_thing(CueRole role) {
  return role == CueRole::kThing || role == CueRole::kTitleThing || role == CueRole::kWeakThing ||
         role == CueRole::kTalks;
}

bool is_mute(CueRole role) {
  return role == CueRole::kMute || role == CueRole::kMuteClause || role == CueRole::kLater ||
         role == CueRole::kNotNews;
}

// Farthest apart an act and a thing may make `kinds`.
std::size_t reach_of(KindSet kinds) {
  return kinds == kOpening ? kOpeningReach : kinds == kVisit ? kVisitReach : kReach;
}

// Takes their kinds from cues that stand behind a silencing one, in its sentence or clause.
//
// The future silences what follows a report (signed ... and will open), not the news itself.
void silence(std::vector<CueHit>& hits, TextField field) {
  KindSet in_sentence = 0;
  KindSet in_clause = 0;
  KindSet reported = 0;
  for (std::size_t i = 0; i < hits.size(); ++i) {
    CueHit& hit = hits[i];
    if (i > 0 && hits[i - 1].sentence != hit.sentence) {
      in_sentence = 0;
    }
    if (i > 0 && hits[i - 1].clause != hit.clause) {
      in_clause = 0;
    }
    if (!is_mute(hit.role)) {
      hit.kinds &= static_cast<KindSet>(~(in_sentence | in_clause));
      reported |= is_thing(hit.role) || hit.role == CueRole::kUndo ? KindSet{0} : hit.kinds;
    } else if (hit.role == CueRole::kMuteClause) {
      in_clause |= hit.kinds;
    } else if (hit.role == CueRole::kNotNews) {
      continue;
    } else if (hit.role == CueRole::kMute || reported != 0 ||
               (field == TextField::kText && !hit.is_lead)) {
      in_sentence |= hit.kinds;
    }
  }
}

// Words that open a date or a place behind "on", which is then no topic.
constexpr std::string_view kDateWords[] = {
    "april",    "august",    "behalf",  "board",    "campus",  "christmas", "december",
    "display",  "february",  "friday",  "january",  "july",    "june",      "line",
    "march",    "may",       "monday",  "november", "october", "offer",     "saturday",
    "schedule", "september", "show",    "site",     "stage",   "sunday",    "teachers",
    "the",      "thursday",  "tuesday", "wednesday"};

// Tells whether " on " or " about " and a topic stand at `at`: seminar on training.
bool opens_topic(std::string_view folded, std::size_t at) {
  const std::string_view rest = folded.substr(at);
  if (rest.starts_with(" about ")) {
    return true;
  }
  if (!rest.starts_with(" on ")) {
    return false;
  }
  const std::string_view topic = rest.substr(4);
  const std::size_t end =
      std::min(topic.find_first_not_of("abcdefghijklmnopqrstuvwxyz"), topic.size());
  return end > 0 && !std::ranges::binary_search(kDateWords, topic.substr(0, end));
}

// Takes their kinds from cues that tell the topic of a meeting or agreement, up to the next act.
void silence_topics(std::vector<CueHit>& hits, std::string_view folded) {
  bool in_topic = false;
  for (std::size_t i = 0; i < hits.size(); ++i) {
    if (i > 0 && hits[i - 1].clause != hits[i].clause) {
      in_topic = false;
    }
    CueHit& hit = hits[i];
    in_topic = in_topic && !is_act(hit.role);
    if (in_topic && !is_mute(hit.role)) {
      hit.kinds &= static_cast<KindSet>(~kTopicKinds);
    } else if (hit.role == CueRole::kTitleThing && (hit.kinds & (kMeeting | kSigning)) != 0) {
      in_topic = opens_topic(folded, hit.end);
    }
  }
}

// Takes back what the next cue undoes; of things side by side only the last is the head.
void settle_neighbours(std::vector<CueHit>& hits, std::string_view folded) {
  for (std::size_t i = 0; i + 1 < hits.size(); ++i) {
    const CueHit& next = hits[i + 1];
    const std::string_view between = folded.substr(hits[i].end, next.begin - hits[i].end);
    const std::size_t gap = next.kinds == kOpening ? kAnniversaryGap : 0;
    if (next.role == CueRole::kUndo && between.size() <= gap) {
      hits[i].kinds &= static_cast<KindSet>(~next.kinds);
    } else if (is_thing(hits[i].role) && is_thing(next.role) &&
               (between.empty() || between == " ")) {
      hits[i].kinds = 0;
    }
  }
}

// Reads the signs of one field; a class only because its steps share the hits.
class FieldReader {
 public:
  FieldReader(std::string_view folded, TextField field) : field_(field), hits_(scan_cues(folded)) {
    settle_neighbours(hits_, folded);
    silence(hits_, field);
    silence_topics(hits_, folded);
    for (const CueHit& hit : hits_) {
      if (hit.role == CueRole::kMuteClause) {
        past_clauses_.push_back(hit.clause);
      }
    }
    paired_.resize(hits_.size());
  }

  FieldSigns read() {
    for (std::size_t i = 0; i < hits_.size(); ++i) {
      read_alone(hits_[i]);
      if (is_thing(hits_[i].role)) {
        read_pair(i);
      }
    }
    read_lone_acts();
    return {.signs = std::move(signs_), .not_news = not_news()};
  }

 private:
  [[nodiscard]] SignRank rank_of(const CueHit& hit) const {
    return field_ == TextField::kTitle ? kInTitle : hit.is_lead ? kInLead : kBehind;
  }

  [[nodiscard]] KindSet not_news() const {
    KindSet kinds = 0;
    for (const CueHit& hit : hits_) {
      if (hit.role == CueRole::kNotNews && rank_of(hit) <= kInLead) {
        kinds |= hit.kinds;
      }
    }
    return kinds;
  }

  void read_alone(const CueHit& hit) {
    const SignRank rank = rank_of(hit);
    switch (hit.role) {
      case CueRole::kSure:
      case CueRole::kTour:
        add(hit, hit.kinds);
        break;
      case CueRole::kLead:
      case CueRole::kTravel:
        add(hit, rank <= kInLead ? hit.kinds : KindSet{0});
        break;
      case CueRole::kTitle:
      case CueRole::kTitleAct:
      case CueRole::kTitleThing:
      case CueRole::kTalks:
        read_title_cue(hit);
        break;
      default:
        break;
    }
  }

  void read_title_cue(const CueHit& hit) {
    if (rank_of(hit) == kInTitle) {
      add(hit, hit.kinds);
    } else if (rank_of(hit) == kInLead && hit.kinds != 0 && !is_past(hit)) {
      add(hit, hit.kinds);
      signs_.back().rank = kHint;
    }
  }

  // Tells whether the clause of `hit` tells background: an agreement had been signed.
  [[nodiscard]] bool is_past(const CueHit& hit) const {
    return std::ranges::binary_search(past_clauses_, hit.clause);
  }

  // Looks for the nearest act on each side of a thing, in its sentence.
  void read_pair(std::size_t thing) {
    for (std::size_t i = thing; i > 0 && is_near(i - 1, thing); --i) {
      if (try_pair(i - 1, thing)) {
        break;
      }
    }
    for (std::size_t i = thing + 1; i < hits_.size() && is_near(thing, i); ++i) {
      if (try_pair(i, thing)) {
        break;
      }
    }
  }

  [[nodiscard]] std::size_t bytes_between(std::size_t first, std::size_t second) const {
    return hits_[second].begin - hits_[first].end;
  }

  // Tells whether two hits may pair at all; a no ends the search, which keeps it linear.
  [[nodiscard]] bool is_near(std::size_t first, std::size_t second) const {
    return hits_[first].sentence == hits_[second].sentence &&
           bytes_between(first, second) <= kReach;
  }

  bool try_pair(std::size_t act, std::size_t thing) {
    const CueHit& a = hits_[act];
    const CueHit& t = hits_[thing];
    const KindSet kinds = a.kinds & t.kinds;
    if (!is_act(a.role) || kinds == 0) {
      return false;
    }
    const std::size_t apart = act < thing ? bytes_between(act, thing) : bytes_between(thing, act);
    const bool needs_order = a.role == CueRole::kActBefore || a.role == CueRole::kTitleAct;
    const bool order_fits = !needs_order || act < thing ||
                            (field_ == TextField::kTitle && kinds != kVisit) ||
                            (a.is_lead && kinds == kSigning);
    const bool in_reach = apart <= reach_of(kinds);
    const bool is_weak =
        t.role == CueRole::kWeakThing || (t.role == CueRole::kTalks && field_ == TextField::kText);
    const bool lead_only = is_weak || (kinds & (kTraining | kExchange)) != 0;
    if (!order_fits || !in_reach || (lead_only && rank_of(t) > kInLead) ||
        ((shown_kinds(kinds) & ~(kOpening | kVisit)) == 0 &&
         (serves_another(act, thing) || (paired_[act] & ~shown_kinds(kinds)) != 0))) {
      return false;
    }
    add(a, kinds, is_weak);
    add(t, kinds, is_weak);
    paired_[act] |= shown_kinds(kinds);
    return true;
  }

  // Tells whether a thing nearer to the act takes it: hosted a seminar for deans; or an object
  // does, branches ... opened their conference.
  [[nodiscard]] bool serves_another(std::size_t act, std::size_t thing) const {
    const auto takes = [&](std::size_t i) {
      return is_thing(hits_[i].role) && (hits_[i].kinds & hits_[act].kinds) != 0;
    };
    for (std::size_t i = std::min(act, thing) + 1; i < std::max(act, thing); ++i) {
      if (takes(i)) {
        return true;
      }
    }
    const std::size_t next = act + 1;
    return thing < act && next < hits_.size() && takes(next) && is_near(act, next) &&
           bytes_between(act, next) < bytes_between(thing, act);
  }

  void read_lone_acts() {
    for (std::size_t i = 0; i < hits_.size(); ++i) {
      if (hits_[i].role == CueRole::kActAlone && paired_[i] == 0 && rank_of(hits_[i]) <= kInLead) {
        add(hits_[i], hits_[i].kinds & kOpening);
      }
    }
  }

  void add(const CueHit& hit, KindSet kinds, bool is_weak = false) {
    kinds = shown_kinds(kinds);
    const bool is_far = rank_of(hit) == kBehind && hit.sentence >= kNearSentences;
    for (KindSet rest = kinds; rest != 0; rest &= static_cast<KindSet>(rest - 1)) {
      const auto kind = static_cast<KindSet>(rest & -rest);
      signs_.push_back({.field = field_,
                        .begin = hit.begin,
                        .end = hit.end,
                        .kind = kind,
                        .rank = is_far && kind != kSigning ? kFar : rank_of(hit),
                        .sentence = hit.sentence,
                        .is_weak = is_weak,
                        .is_travel = hit.role == CueRole::kTravel,
                        .is_tour = hit.role == CueRole::kTour});
    }
  }

  TextField field_;
  std::vector<CueHit> hits_;
  std::vector<unsigned> past_clauses_;  // Ascending.
  std::vector<KindSet> paired_;         // By hit: what an act and its things showed.
  std::vector<KindSign> signs_;
};

}  // namespace

FieldSigns read_signs(std::string_view folded, TextField field) {
  return FieldReader(folded, field).read();
}

}  // namespace bulletin
