#include "searcher/search/highlighter.hpp"

#include <algorithm>
#include <unordered_map>

#include "indexer/analysis/utf8.hpp"

namespace bulletin {
namespace {

// A run of Chinese characters in the hit, with the bytes of each.
struct TextRun {
  std::u32string characters;
  std::u32string written;  // As they stand in the text.
  std::vector<ByteRange> bytes;
};

struct Stretch {
  std::size_t begin = 0;
  std::size_t length = 0;
};

bool matches_word(const Token& token, const Needles& needles) {
  return needles.stems.contains(token.term) ||
         std::ranges::any_of(needles.prefixes, [&](const std::string& prefix) {
           return token.word.starts_with(prefix);
         });
}

// Cuts `[begin, begin + length)` of the needle back to whole words; the whole needle stays whole.
Stretch whole_words(const HanNeedle& needle, Stretch stretch) {
  if (stretch.length == needle.characters.size()) {
    return stretch;
  }
  const auto& borders = needle.borders;
  const auto first = std::ranges::lower_bound(borders, stretch.begin);
  const auto last = std::ranges::upper_bound(borders, stretch.begin + stretch.length);
  if (first == borders.end() || last == borders.begin() || *first >= *std::prev(last)) {
    return {};
  }
  return {*first, *std::prev(last) - *first};
}

std::size_t common_length(std::u32string_view a, std::u32string_view b) {
  const auto [end_a, end_b] = std::ranges::mismatch(a, b);
  return static_cast<std::size_t>(end_a - a.begin());
}

// Finds what runs of a hit share with the runs of the query.
class HanMatcher {
 public:
  explicit HanMatcher(const std::vector<HanNeedle>& needles) : needles_(needles) {
    for (std::size_t n = 0; n < needles.size(); ++n) {
      for (std::size_t i = 0; i < needles[n].characters.size(); ++i) {
        starts_[needles[n].characters[i]].push_back({n, i});
      }
    }
  }

  void find(const TextRun& run, std::vector<ByteRange>& marks) const {
    for (std::size_t at = 0; at < run.characters.size();) {
      const Stretch found = longest_at(run, at);
      if (found.length == 0) {
        ++at;
        continue;
      }
      const std::size_t begin = found.begin;
      marks.push_back({run.bytes[begin].begin, run.bytes[begin + found.length - 1].end});
      at = begin + found.length;
    }
  }

 private:
  struct Start {
    std::size_t needle, character;
  };

  // The longest marked stretch that begins at or soon behind `at`, in characters of the run.
  [[nodiscard]] Stretch longest_at(const TextRun& run, std::size_t at) const {
    const auto starts = starts_.find(run.characters[at]);
    if (starts == starts_.end()) {
      return {};
    }
    Stretch best;
    for (const Start& start : starts->second) {
      const HanNeedle& needle = needles_[start.needle];
      const bool in_any_script = needle.written.empty();
      const std::u32string_view wanted = in_any_script ? needle.characters : needle.written;
      const std::u32string_view there = in_any_script ? run.characters : run.written;
      const std::size_t length = common_length(there.substr(at), wanted.substr(start.character));
      const Stretch kept = whole_words(needle, {start.character, length});
      // A lone character says something only where it is all that was asked for.
      const bool is_word = kept.length > 1 || kept.length == needle.characters.size();
      if (is_word && kept.length > best.length) {
        best = {at + (kept.begin - start.character), kept.length};
      }
    }
    return best;
  }

  const std::vector<HanNeedle>& needles_;
  std::unordered_map<char32_t, std::vector<Start>> starts_;
};

void add_character(std::string_view text, const Token& token, TextRun& run) {
  std::size_t at = 0;
  run.characters += next_code_point(token.term, at);
  std::size_t written = token.begin_byte;
  run.written += next_code_point(text, written);
  run.bytes.push_back({token.begin_byte, token.end_byte});
}

// A pair's bytes reach over two characters: each ends where the next begins.
void close_run(TextRun& run, const HanMatcher& matcher, std::vector<ByteRange>& marks) {
  for (std::size_t i = 0; i + 1 < run.bytes.size(); ++i) {
    run.bytes[i].end = std::min(run.bytes[i].end, run.bytes[i + 1].begin);
  }
  matcher.find(run, marks);
  run = {};
}

void add_text_marks(std::string_view text, const Needles& needles, const Analyzer& analyzer,
                    std::vector<ByteRange>& marks) {
  const HanMatcher matcher(needles.runs);
  TextRun run;
  for (const Token& token : analyzer.analyze(text)) {
    switch (token.kind) {
      case TokenKind::kWord:
        if (matches_word(token, needles)) {
          marks.push_back({token.begin_byte, token.end_byte});
        }
        break;
      case TokenKind::kHanWord:
        break;
      case TokenKind::kHanPair:
        add_character(text, token, run);
        break;
      case TokenKind::kHanTail:
        add_character(text, token, run);
        close_run(run, matcher, marks);
        break;
    }
  }
}

void add_evidence(const std::vector<Evidence>& evidence, TextField field,
                  std::vector<ByteRange>& marks) {
  for (const Evidence& e : evidence) {
    if (e.field == field && e.begin_byte < e.end_byte) {
      marks.push_back({e.begin_byte, e.end_byte});
    }
  }
}

bool touches(const DateSpan& a, const DateSpan& b) {
  return a.from <= b.to && b.from <= a.to;
}

void add_evidence_marks(const Bulletin& bulletin, TextField field, const Needles& needles,
                        std::vector<ByteRange>& marks) {
  for (const CountryMention& country : bulletin.countries) {
    if (needles.countries.contains(country.code)) {
      add_evidence(country.evidence, field, marks);
    }
  }
  for (const KindMention& kind : bulletin.kinds) {
    if (needles.kinds.contains(kind.kind)) {
      add_evidence(kind.evidence, field, marks);
    }
  }
  for (const DateMention& mention : bulletin.dates) {
    const auto is_asked = [&](const DateSpan& span) { return touches(mention.span, span); };
    if (std::ranges::any_of(needles.dates, is_asked)) {
      add_evidence(mention.evidence, field, marks);
    }
  }
}

}  // namespace

void make_disjoint(std::vector<ByteRange>& marks) {
  std::ranges::sort(marks, [](const ByteRange& a, const ByteRange& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  std::vector<ByteRange> joined;
  for (const ByteRange& mark : marks) {
    if (!joined.empty() && mark.begin < joined.back().end) {
      joined.back().end = std::max(joined.back().end, mark.end);
    } else {
      joined.push_back(mark);
    }
  }
  marks = std::move(joined);
}

std::vector<ByteRange> find_highlights(const Bulletin& bulletin, TextField field,
                                       const Needles& needles, const Analyzer& analyzer) {
  std::vector<ByteRange> marks;
  add_text_marks(field == TextField::kTitle ? bulletin.title : bulletin.text, needles, analyzer,
                 marks);
  add_evidence_marks(bulletin, field, needles, marks);
  make_disjoint(marks);
  return marks;
}

}  // namespace bulletin
