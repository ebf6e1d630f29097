#include "searcher/output/result_text.hpp"

#include <algorithm>
#include <set>

#include "indexer/shell/shell_quoted.hpp"
#include "searcher/output/facets_text.hpp"
#include "searcher/search/evidence_marks.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kIndent = 4;

std::string country_line(const Labels& labels, const std::string& code) {
  return both_names(labels.country(code));
}

// `also searched: library 图书馆, 书库 · centre 中心`
std::string translations_text(const std::vector<Translation>& translations,
                              const Terminal& terminal) {
  std::string line;
  std::set<std::string_view> told;  // A word typed twice is told once.
  for (const Translation& translation : translations) {
    if (!told.insert(translation.surface).second) {
      continue;
    }
    line += (line.empty() ? "also searched: " : " · ") + translation.surface;
    for (const TranslatedName& name : translation.names) {
      line += (&name == &translation.names.front() ? " " : ", ") + name.text;
    }
  }
  return line.empty() ? line
                      : terminal.dim(printable(line)) + '\n' +
                            terminal.dim("(--no-translate searches the words as typed)") + '\n';
}

// `by sound: liudehua 刘德华`
std::string sounds_text(const std::vector<SoundMatch>& sounds, const Terminal& terminal) {
  std::string line;
  for (const SoundMatch& match : sounds) {
    line += (line.empty() ? "by sound: " : " · ") + match.surface;
    for (const SoundName& name : match.names) {
      line += (&name == &match.names.front() ? " " : ", ") + name.text;
    }
  }
  return line.empty() ? line
                      : terminal.dim(printable(line)) + '\n' +
                            terminal.dim("(--no-sound searches the words as typed)") + '\n';
}

// One line a link: `also in 中文: HEADLINE (ID)`, `near copy: ID`.
std::vector<std::string> also_lines(const std::vector<LinkedItem>& also) {
  std::vector<std::string> lines;
  for (const LinkedItem& item : also) {
    lines.push_back(printable(item.link.same_words
                                  ? "near copy: " + item.link.id
                                  : "also in " + language_name(item.link.lang) + ": " +
                                        item.headline + " (" + item.link.id + ")"));
  }
  return lines;
}

bool is_grouped(const Hit& hit, const std::string& id) {
  return hit.group && std::ranges::find(*hit.group, id, &GroupedItem::id) != hit.group->end();
}

constexpr std::size_t kMostLines = 5;  // Of one story; more would bury the next one.
constexpr std::size_t kMostIds = 10;

// `near copy: a`, `12 near copies: a, b, c, ...`
std::string copies_line(const std::vector<std::string>& ids) {
  std::string line =
      ids.size() == 1 ? "near copy: " : std::to_string(ids.size()) + " near copies: ";
  for (std::size_t i = 0; i < std::min(ids.size(), kMostIds); ++i) {
    line += (i == 0 ? "" : ", ") + ids[i];
  }
  return printable(ids.size() > kMostIds ? line + ", ..." : line);
}

// The other hits of the story, those in other words first.
std::vector<std::string> group_lines(const Hit& hit) {
  std::vector<std::string> lines;
  std::vector<std::string> copies;
  for (const GroupedItem& item : hit.group.value_or(std::vector<GroupedItem>())) {
    const auto link = std::ranges::find(hit.bulletin.also, item.id, &StoryLink::id);
    if (link != hit.bulletin.also.end() && link->same_words) {
      copies.push_back(item.id);
    } else {
      const bool is_same_language = item.lang == hit.bulletin.lang;
      lines.push_back(printable(
          "also" + (is_same_language ? std::string() : " in " + language_name(item.lang)) + ": " +
          item.headline + " (" + item.id + ")"));
    }
  }
  if (lines.size() > kMostLines) {
    const std::string more = "and " + std::to_string(lines.size() - kMostLines) + " more";
    lines.resize(kMostLines);
    lines.push_back(more);
  }
  if (!copies.empty()) {
    lines.push_back(copies_line(copies));
  }
  return lines;
}

// What is told of the same story below a hit: its other hits, then what is no hit.
std::vector<std::string> story_lines(const Hit& hit) {
  std::vector<std::string> lines = group_lines(hit);
  std::vector<LinkedItem> others = hit.also;
  std::erase_if(others, [&](const LinkedItem& item) { return is_grouped(hit, item.link.id); });
  std::ranges::move(also_lines(others), std::back_inserter(lines));
  return lines;
}

std::string found_by(std::string_view way, const std::vector<std::string>& names) {
  std::string line;
  for (const std::string& name : names) {
    line += (line.empty() ? " · " + std::string(way) + ' ' : ", ") + name;
  }
  return printable(line);
}

std::string evidence_text(const std::vector<Evidence>& evidence) {
  std::string line;
  for (const Evidence& e : evidence) {
    line += (line.empty() ? "" : "; ") + (e.surface.empty() ? "" : "\"" + e.surface + "\" ") + "(" +
            e.rule + ")";
  }
  return printable(line);
}

// One line a value: what it is and the words it rests on.
std::string values_text(const Bulletin& bulletin, const Labels& labels) {
  std::string out;
  for (const DateMention& mention : bulletin.dates) {
    out += "date " + format_span(mention.span) + ": " + evidence_text(mention.evidence) + '\n';
  }
  for (const CountryMention& country : bulletin.countries) {
    out += country.code + ' ' + country_line(labels, country.code) + ": " +
           evidence_text(country.evidence) + '\n';
  }
  for (const KindMention& kind : bulletin.kinds) {
    out += "kind " + both_names(labels.kind(kind.kind)) +
           (kind.evidence.empty() ? "" : ": " + evidence_text(kind.evidence)) + '\n';
  }
  return out;
}

// The files that hold the item, and the title its source gave where a person has set another.
std::string origin_text(const Bulletin& bulletin) {
  std::string out;
  if (bulletin.given_title) {
    out += "title in the source: " + printable(*bulletin.given_title) + '\n';
  }
  for (const ItemSource& source : bulletin.sources) {
    out += "file: " + printable(source.path) +
           (source.encoding.empty() ? "" : " (" + printable(source.encoding) + ")") + '\n';
  }
  return out;
}

// What the item said before, the latest first.
std::string history_text(const Bulletin& bulletin) {
  std::string out;
  for (const Revision& revision : bulletin.history) {
    out += "\nuntil " + format_date(revision.replaced) + ":\n" +
           (revision.title.empty() ? "" : printable(revision.title) + '\n') +
           (revision.text.empty() ? "" : printable(revision.text) + '\n');
  }
  return out;
}

}  // namespace

std::string readings_text(const std::vector<QueryReading>& readings,
                          const std::vector<std::string>& notes, const Labels& labels,
                          const Terminal& terminal) {
  std::string out;
  for (const QueryReading& reading : readings) {
    const bool is_country = reading.kind == QueryReading::Kind::kCountry;
    out += terminal.dim("read \"" + reading.surface + "\" as " +
                        (is_country ? "country " + country_line(labels, reading.country)
                                    : "date " + format_span(reading.span))) +
           '\n';
    if (!reading.as_filter.empty()) {
      out += terminal.dim(printable("  as a limit: " + shell_quoted(reading.as_filter) +
                                    "  as words: " + shell_quoted(reading.as_words))) +
             '\n';
    }
  }
  if (!readings.empty()) {
    out += terminal.dim("(--literal searches all as words, --strict reads all as limits)") + '\n';
  }
  for (const std::string& note : notes) {
    out += terminal.dim("note: " + note) + '\n';
  }
  return out;
}

std::string count_text(const SearchResult& result) {
  const std::string items = std::to_string(result.total) + (result.total == 1 ? " item" : " items");
  return result.stories ? items + " in " + std::to_string(*result.stories) +
                              (*result.stories == 1 ? " story" : " stories")
                        : items;
}

std::string about_line(const Bulletin& bulletin, const Labels& labels) {
  const auto date = shown_date(bulletin);
  std::string line = date ? format_span(*date) : "no date";
  for (const std::string& code : offered_countries(bulletin)) {
    line += " · " + country_line(labels, code);
  }
  return line + " · " + language_name(bulletin.lang) + " · " + bulletin.id;
}

namespace {

// Which word is nowhere, and what can be left out where nothing was found.
std::string near_misses_text(const NearMisses& near, const Terminal& terminal) {
  std::string out;
  for (const MissingWord& missing : near.missing) {
    out += missing.items == 0 ? "no item has " + missing.word
                              : missing.word + " (" + std::to_string(missing.items) + ")";
    const std::string like = missing.by_sound ? "; same sound: " : "; near: ";
    for (const IndexWord& word : missing.near) {
      out += (&word == &missing.near.front() ? like : ", ") + word.word + " (" +
             std::to_string(word.items) + ")";
    }
    out += '\n';
  }
  for (const LooserSearch& looser : near.looser) {
    out += "without " + std::string(part_kind_name(looser.kind)) + ' ' +
           (looser.occur == Occur::kMustNot ? "-" : "") + looser.text + ": " +
           std::to_string(looser.total) + (looser.total == 1 ? " item" : " items") + '\n';
  }
  return out.empty() ? out : terminal.dim(out.substr(0, out.size() - 1)) + '\n';
}

}  // namespace

std::string result_head_text(const SearchResult& result, const Labels& labels,
                             const Terminal& terminal) {
  return readings_text(result.readings, {}, labels, terminal) +
         translations_text(result.translations, terminal) + sounds_text(result.sounds, terminal) +
         readings_text({}, result.notes, labels, terminal) + terminal.bold(count_text(result)) +
         "\n\n" + (result.near_misses ? near_misses_text(*result.near_misses, terminal) : "") +
         (result.near_misses && result.total > 0 ? "\n" : "");
}

std::string hit_text(const Hit& hit, const Labels& labels, const Terminal& terminal) {
  std::string number = std::to_string(hit.rank) + ". ";
  number.insert(0, number.size() < kIndent ? kIndent - number.size() : 0, ' ');
  std::string out =
      number +
      (hit.bulletin.title.empty() ? terminal.bold(headline(hit.bulletin))
                                  : terminal.marked(hit.bulletin.title, hit.title_highlights)) +
      '\n';
  out += std::string(kIndent, ' ') +
         terminal.dim(about_line(hit.bulletin, labels) + found_by("found by", hit.translations) +
                      found_by("by sound", hit.sounds)) +
         '\n';
  for (const std::string& line : story_lines(hit)) {
    out += std::string(kIndent, ' ') + terminal.dim(line) + '\n';
  }
  return out + terminal.wrap(hit.snippet.text, hit.snippet.highlights, kIndent) + '\n';
}

std::string paging_text(const SearchResult& result, std::size_t offset, std::size_t shown,
                        const Terminal& terminal) {
  const std::size_t all = result.stories.value_or(result.total);
  if (shown == 0) {
    return offset > 0 && all > 0 && offset >= all
               ? terminal.dim("nothing behind " + std::to_string(all)) + "\n\n"
               : std::string();
  }
  const std::size_t next = offset + shown;
  return next < all ? terminal.dim(std::to_string(all - next) + " more: --offset " +
                                   std::to_string(next)) +
                          "\n\n"
                    : std::string();
}

std::string result_tail_text(const SearchResult& result, const Labels& labels,
                             const Terminal& terminal) {
  return result.facets && result.total > 0 ? facets_text(*result.facets, labels, terminal)
                                           : std::string();
}

std::string item_text(const Bulletin& bulletin, const std::vector<LinkedItem>& also,
                      const Labels& labels, const Terminal& terminal) {
  std::string out =
      terminal.bold(headline(bulletin)) + '\n' + terminal.dim(about_line(bulletin, labels)) + '\n';
  const std::pair<std::string_view, std::string> lines[] = {
      {"published", bulletin.published ? format_date(*bulletin.published) : std::string()},
      {"url", bulletin.url},
      {"source", bulletin.source}};
  for (const auto& [name, value] : lines) {
    if (!value.empty()) {
      out += std::string(name) + ": " + printable(value) + '\n';
    }
  }
  out += origin_text(bulletin);
  for (const std::string& line : also_lines(also)) {
    out += line + '\n';
  }
  return out + '\n' + printable(bulletin.text) + "\n\n" + values_text(bulletin, labels) +
         history_text(bulletin);
}

std::string why_text(const Bulletin& bulletin, const RejectedReadings& rejected,
                     const Labels& labels, const Terminal& terminal) {
  std::string out = terminal.marked(bulletin.title, evidence_ranges(bulletin, TextField::kTitle)) +
                    '\n' + terminal.dim(about_line(bulletin, labels)) + "\n\n" +
                    terminal.marked(bulletin.text, evidence_ranges(bulletin, TextField::kText)) +
                    "\n\n" + values_text(bulletin, labels);
  for (const RejectedDate& reading : rejected.dates) {
    out += (reading.span ? "not date " + format_span(*reading.span) : std::string("not a date")) +
           ": " + evidence_text({reading.evidence}) + '\n';
  }
  for (const RejectedCountry& reading : rejected.countries) {
    out += "not " + reading.code + ' ' + country_line(labels, reading.code) + ": " +
           printable((reading.because.empty() ? "" : reading.because + ": ") +
                     reading.evidence.surface + " (" + reading.evidence.rule + ")") +
           '\n';
  }
  return out;
}

}  // namespace bulletin
