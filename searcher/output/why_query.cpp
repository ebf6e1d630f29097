#include "searcher/output/why_query.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include "searcher/output/result_json.hpp"
#include "searcher/output/result_text.hpp"

namespace bulletin {
namespace {

using nlohmann::ordered_json;

std::string listed(const std::vector<std::string>& values, const std::string& none) {
  std::string line;
  for (const std::string& value : values) {
    line += (line.empty() ? "" : ", ") + value;
  }
  return line.empty() ? none : line;
}

std::string number(double score) {
  std::array<char, 32> digits{};
  std::snprintf(digits.data(), digits.size(), "%.3f", score);
  return digits.data();
}

std::string_view occur_name(const PartReport& part) {
  if (part.limits) {
    return "limit";
  }
  switch (part.occur) {
    case Occur::kMust:
      return "must";
    case Occur::kMustNot:
      return "must_not";
    case Occur::kShould:
      break;
  }
  return "should";
}

std::string typed(const PartReport& part) {
  const std::string text = part.kind == PartKind::kPhrase   ? '"' + part.text + '"'
                           : part.kind == PartKind::kPrefix ? part.text + '*'
                                                            : part.text;
  const std::string sign = part.limits                                                   ? ""
                           : part.occur == Occur::kMustNot                               ? "-"
                           : part.occur == Occur::kMust && part.kind == PartKind::kWords ? "+"
                                                                                         : "";
  const std::string name(part_kind_name(part.kind));
  return name + ' ' + sign + text;
}

std::string word_line(const WordReport& word) {
  if (word.found) {
    std::string where;
    const std::pair<std::size_t, const char*> fields[] = {{word.in_title, " in the title"},
                                                          {word.in_text, " in the text"}};
    for (const auto& [count, field] : fields) {
      where += count == 0 ? "" : (where.empty() ? "" : ", ") + std::to_string(count) + field;
    }
    return "word " + word.word + ": " + (where.empty() ? "in the item" : where);
  }
  return "word " + word.word + ": not in the item" +
         (word.near.empty() ? "" : "; near: " + listed(word.near, ""));
}

bool is_about_values(PartKind kind) {
  return kind != PartKind::kWords && kind != PartKind::kPhrase && kind != PartKind::kPrefix &&
         kind != PartKind::kGroup && kind != PartKind::kTranslation && kind != PartKind::kSound &&
         kind != PartKind::kTitle;
}

// "date: 2019-11 is outside 2019-12", "phrase "open door": its words are there, not together".
std::string reason(const PartReport& part) {
  if (part.occur == Occur::kMustNot) {
    return typed(part) + ": the item has it";
  }
  if (is_about_values(part.kind)) {
    return std::string(part_kind_name(part.kind)) + ": " +
           (part.has.empty() ? "the item has none, asked is " + part.text
                             : listed(part.has, "") + " is outside " + part.text);
  }
  const bool all_there = !part.words.empty() && std::ranges::all_of(part.words, &WordReport::found);
  return typed(part) + (all_there ? ": its words are there, not together" : ": not in the item");
}

std::string part_line(const PartReport& part) {
  std::string line = typed(part) + ": ";
  if (part.occur == Occur::kMustNot) {
    return line + (part.matches ? "is there" : "is not there, as asked");
  }
  if (!part.matches) {
    return line + (is_about_values(part.kind) ? "the item has " + listed(part.has, "none")
                                              : std::string("does not match"));
  }
  if (part.limits || part.score == 0) {
    return line + (is_about_values(part.kind) ? "fits " + listed(part.has, "none") : "matches");
  }
  return line + "score " + number(part.score);
}

std::string verdict(const ExplainedItem& explained) {
  const Explanation& found = explained.explanation;
  if (!found.is_hit) {
    return "no hit";
  }
  return "hit " + std::to_string(found.rank) + " of " + std::to_string(found.total) +
         (found.score > 0 ? ", score " + number(found.score) : "");
}

ordered_json word_json(const WordReport& word) {
  return {{"word", word.word},
          {"found", word.found},
          {"in_title", word.in_title},
          {"in_text", word.in_text},
          {"near", word.near}};
}

ordered_json part_json(const PartReport& part) {
  ordered_json words = ordered_json::array();
  for (const WordReport& word : part.words) {
    words.push_back(word_json(word));
  }
  return {{"kind", part_kind_name(part.kind)},
          {"occur", occur_name(part)},
          {"text", part.text},
          {"matches", part.matches},
          {"keeps_out", part.keeps_out},
          {"score", part.score},
          {"words", std::move(words)},
          {"has", part.has}};
}

}  // namespace

std::string why_query_text(const ExplainedItem& explained, const Labels& labels,
                           const Terminal& terminal) {
  const Bulletin& item = explained.item;
  const Explanation& found = explained.explanation;
  std::string out = readings_text(explained.readings, explained.notes, labels, terminal) +
                    terminal.bold(printable(item.id) + ": " + verdict(explained)) + '\n';
  for (const PartReport& part : found.parts) {
    out += part.keeps_out ? "kept out by " + printable(reason(part)) + '\n' : std::string();
  }
  out += '\n';
  for (const PartReport& part : found.parts) {
    out += printable(part_line(part)) + '\n';
    for (const WordReport& word : part.words) {
      out += "  " + printable(word_line(word)) + '\n';
    }
  }
  return out + (found.parts.empty() ? "" : "\n") +
         (item.title.empty() ? terminal.bold(headline(item))
                             : terminal.marked(item.title, found.title_highlights)) +
         '\n' + terminal.dim(about_line(item, labels)) + "\n\n" +
         terminal.marked(item.text, found.text_highlights) + '\n';
}

ordered_json why_query_json(const ExplainedItem& explained, const std::string& query,
                            const Labels& labels) {
  const Explanation& found = explained.explanation;
  ordered_json parts = ordered_json::array();
  for (const PartReport& part : found.parts) {
    parts.push_back(part_json(part));
  }
  return {{"schema", 1},
          {"id", explained.item.id},
          {"query", query},
          {"readings", readings_json(explained.readings, labels)},
          {"notes", explained.notes},
          {"is_hit", found.is_hit},
          {"rank", found.rank},
          {"total", found.total},
          {"score", found.score},
          {"clauses", std::move(parts)},
          {"title", explained.item.title},
          {"title_highlights", ranges_json(found.title_highlights)},
          {"text", explained.item.text},
          {"text_highlights", ranges_json(found.text_highlights)}};
}

}  // namespace bulletin
