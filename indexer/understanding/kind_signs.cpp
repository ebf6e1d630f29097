#include "indexer/understanding/kind_signs.hpp"

#include <cstddef>
#include <utility>

namespace bulletin {
namespace {

// Farthest an act and its thing stand apart, in bytes; a place is named right where it opens.
constexpr std::size_t kReach = 140;
constexpr std::size_t kOpeningReach = 70;

// Sentences in which a cue that needs no lead counts; signings are often told last.
constexpr unsigned kNearSentences = 3;

// Bytes between a founding and its anniversary: 成立40周年.
constexpr std::size_t kAnniversaryGap = 9;

bool is_act(CueRole role) {
  return role == CueRole::kAct || role == CueRole::kActBefore || role == CueRole::kActAlone;
}

bool is_thing(CueRole role) {
  return role == CueRole::kThing || role == CueRole::kTitleThing || role == CueRole::kWeakThing ||
         role == CueRole::kTalks;
}

bool is_mute(CueRole role) {
  return role == CueRole::kMute || role == CueRole::kMuteClause || role == CueRole::kLater;
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
      reported = 0;
    }
    if (i > 0 && hits[i - 1].clause != hit.clause) {
      in_clause = 0;
    }
    if (!is_mute(hit.role)) {
      hit.kinds &= static_cast<KindSet>(~(in_sentence | in_clause));
      reported |= is_thing(hit.role) || hit.role == CueRole::kUndo ? KindSet{0} : hit.kinds;
    } else if (hit.role == CueRole::kMuteClause) {
      in_clause |= hit.kinds;
    } else if (hit.role == CueRole::kMute || reported != 0 ||
               (field == TextField::kText && !hit.is_lead)) {
      in_sentence |= hit.kinds;
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
    paired_.resize(hits_.size());
  }

  std::vector<KindSign> read() {
    for (std::size_t i = 0; i < hits_.size(); ++i) {
      read_alone(hits_[i]);
      if (is_thing(hits_[i].role)) {
        read_pair(i);
      }
    }
    read_lone_acts();
    return std::move(signs_);
  }

 private:
  [[nodiscard]] SignRank rank_of(const CueHit& hit) const {
    return field_ == TextField::kTitle ? kInTitle : hit.is_lead ? kInLead : kBehind;
  }

  void read_alone(const CueHit& hit) {
    const SignRank rank = rank_of(hit);
    switch (hit.role) {
      case CueRole::kSure:
        add(hit, hit.kinds);
        break;
      case CueRole::kLead:
      case CueRole::kTravel:
        add(hit, rank <= kInLead ? hit.kinds : KindSet{0});
        break;
      case CueRole::kTitle:
      case CueRole::kTitleThing:
      case CueRole::kTalks:
        add(hit, rank == kInTitle ? hit.kinds : KindSet{0});
        break;
      default:
        break;
    }
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
    const bool order_fits =
        a.role != CueRole::kActBefore || act < thing || field_ == TextField::kTitle;
    const bool in_reach = kinds != kOpening || apart <= kOpeningReach;
    const bool is_weak =
        t.role == CueRole::kWeakThing || (t.role == CueRole::kTalks && field_ == TextField::kText);
    const bool lead_only = is_weak || (kinds & (kTraining | kExchange)) != 0;
    if (!order_fits || !in_reach || (lead_only && rank_of(t) > kInLead)) {
      return false;
    }
    add(a, kinds, is_weak);
    add(t, kinds, is_weak);
    paired_[act] = true;
    return true;
  }

  void read_lone_acts() {
    for (std::size_t i = 0; i < hits_.size(); ++i) {
      if (hits_[i].role == CueRole::kActAlone && !paired_[i] && rank_of(hits_[i]) <= kInLead) {
        add(hits_[i], hits_[i].kinds & kOpening);
      }
    }
  }

  void add(const CueHit& hit, KindSet kinds, bool is_weak = false) {
    if ((kinds & kOffer) != 0) {
      kinds = kPublication;
    }
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
                        .is_travel = hit.role == CueRole::kTravel});
    }
  }

  TextField field_;
  std::vector<CueHit> hits_;
  std::vector<bool> paired_;  // By hit: an act that found its thing.
  std::vector<KindSign> signs_;
};

}  // namespace

std::vector<KindSign> read_signs(std::string_view folded, TextField field) {
  return FieldReader(folded, field).read();
}

}  // namespace bulletin
