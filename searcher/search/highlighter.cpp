#include "searcher/search/highlighter.hpp"

#include <algorithm>
#include <string>

#include "indexer/analysis/utf8.hpp"

namespace bulletin {
namespace {

unsigned char byte_of(char c) {
  return static_cast<unsigned char>(c);
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

Highlighter::Highlighter(const Needles& needles, const Analyzer& analyzer)
    : needles_(needles), analyzer_(analyzer), runs_(needles.runs) {
  for (const std::string& stem : needles.stems) {
    note_first_byte(stem);
  }
  for (const std::string& prefix : needles.prefixes) {
    note_first_byte(prefix);
  }
}

void Highlighter::note_first_byte(std::string_view needle) {
  if (!needle.empty()) {
    first_bytes_.at(byte_of(needle.front())) = true;
  }
}

std::vector<ByteRange> Highlighter::find(const Bulletin& bulletin, TextField field) const {
  std::vector<ByteRange> marks;
  if (!needles_.stems.empty() || !needles_.prefixes.empty() || !needles_.runs.empty()) {
    add_text_marks(field == TextField::kTitle ? bulletin.title : bulletin.text, marks);
  }
  add_evidence_marks(bulletin, field, needles_, marks);
  make_disjoint(marks);
  return marks;
}

// Most of a text does not match: only what does is looked for in its original form.
void Highlighter::add_text_marks(std::string_view text, std::vector<ByteRange>& marks) const {
  const FoldedText folded = FoldedText::fold(text);
  for (const TextPart& part : analyzer_.parts(folded)) {
    if (part.kind == TextPart::Kind::kHanRun) {
      add_run_marks(text, folded, part, marks);
    } else if (matches_word(analyzer_.word_of(folded, part))) {
      marks.push_back({folded.source_begin(part.begin), folded.source_end(part.end)});
    }
  }
}

bool Highlighter::matches_word(std::string_view word) const {
  if (word.empty() || !first_bytes_.at(byte_of(word.front()))) {
    return false;
  }
  return needles_.stems.contains(std::string(analyzer_.stem_of(word))) ||
         std::ranges::any_of(needles_.prefixes,
                             [&](const std::string& prefix) { return word.starts_with(prefix); });
}

void Highlighter::add_run_marks(std::string_view text, const FoldedText& folded,
                                const TextPart& part, std::vector<ByteRange>& marks) const {
  const std::string_view run = std::string_view(folded.text()).substr(0, part.end);
  if (!runs_.may_match(run.substr(part.begin))) {
    return;
  }
  std::vector<std::size_t> begins;  // Of each character, in the text.
  std::u32string characters;
  std::u32string written;
  for (std::size_t at = part.begin; at < part.end;) {
    begins.push_back(folded.source_begin(at));
    characters += next_code_point(run, at);
    if (runs_.asks_for_script()) {
      std::size_t there = begins.back();
      written += next_code_point(text, there);
    }
  }
  begins.push_back(folded.source_end(part.end));
  for (const Stretch& found : runs_.find(characters, written)) {
    marks.push_back({begins[found.begin], begins[found.begin + found.length]});
  }
}

std::vector<ByteRange> find_highlights(const Bulletin& bulletin, TextField field,
                                       const Needles& needles, const Analyzer& analyzer) {
  return Highlighter(needles, analyzer).find(bulletin, field);
}

}  // namespace bulletin
