#include "indexer/pipeline/pair_revisions.hpp"

#include <algorithm>
#include <cstdint>

#include "indexer/analysis/folded_text.hpp"
#include "indexer/analysis/utf8.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kMaxComparisons = 4096;

// Share of letter pairs from which two texts are one corrected: leads of one day on one template
// (visits, signings) stay below.
constexpr double kAlike = 0.75;

// Pairs of neighbouring code points of the folded text, sorted, repeated ones kept.
std::vector<std::uint64_t> letter_pairs(const Bulletin& item) {
  const FoldedText folded = FoldedText::fold(item.title + '\n' + item.text);
  std::vector<std::uint64_t> pairs;
  char32_t before = 0;
  for (std::size_t at = 0; at < folded.text().size();) {
    const char32_t c = next_code_point(folded.text(), at);
    pairs.push_back((std::uint64_t{before} << 32U) | c);
    before = c;
  }
  std::ranges::sort(pairs);
  return pairs;
}

// Dice: twice the shared pairs over all pairs.
double likeness(const std::vector<std::uint64_t>& one, const std::vector<std::uint64_t>& other) {
  std::size_t shared = 0;
  for (std::size_t i = 0, j = 0; i < one.size() && j < other.size();) {
    if (one[i] == other[j]) {
      ++shared;
      ++i;
      ++j;
    } else {
      one[i] < other[j] ? ++i : ++j;
    }
  }
  return 2 * static_cast<double>(shared) / static_cast<double>(one.size() + other.size());
}

std::vector<std::vector<std::uint64_t>> letter_pairs(const std::vector<Bulletin>& items) {
  std::vector<std::vector<std::uint64_t>> all;
  all.reserve(items.size());
  for (const Bulletin& item : items) {
    all.push_back(letter_pairs(item));
  }
  return all;
}

}  // namespace

std::vector<RevisionPair> pair_revisions(const std::vector<Bulletin>& lost,
                                         const std::vector<Bulletin>& gained) {
  if (lost.size() * gained.size() > kMaxComparisons) {
    return {};
  }
  const auto old_pairs = letter_pairs(lost);
  const auto new_pairs = letter_pairs(gained);
  struct Candidate {
    double likeness;
    RevisionPair pair;
  };
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < lost.size(); ++i) {
    for (std::size_t j = 0; j < gained.size(); ++j) {
      if (const double alike = likeness(old_pairs[i], new_pairs[j]); alike >= kAlike) {
        candidates.push_back({alike, {i, j}});
      }
    }
  }
  std::ranges::stable_sort(candidates, std::ranges::greater{}, &Candidate::likeness);
  std::vector<RevisionPair> pairs;
  for (const Candidate& candidate : candidates) {
    const bool is_taken = std::ranges::any_of(pairs, [&](const RevisionPair& pair) {
      return pair.lost == candidate.pair.lost || pair.gained == candidate.pair.gained;
    });
    if (!is_taken) {
      pairs.push_back(candidate.pair);
    }
  }
  return pairs;
}

}  // namespace bulletin
