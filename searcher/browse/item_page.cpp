#include "searcher/browse/item_page.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "searcher/search/evidence_marks.hpp"

namespace bulletin::browse {
namespace {

constexpr std::size_t kWidest = 100;  // Longer lines are hard to read.

// `"Kazakhstan" (name) ×4; "Almaty" (city)`: the same words under the same rule once.
std::string evidence_text(const std::vector<Evidence>& evidence) {
  std::vector<std::pair<std::string, std::size_t>> words;
  for (const Evidence& e : evidence) {
    const std::string text =
        (e.surface.empty() ? "" : "\"" + e.surface + "\" ") + "(" + e.rule + ")";
    const auto same = std::ranges::find(words, text, [](const auto& row) { return row.first; });
    if (same == words.end()) {
      words.emplace_back(text, 1);
    } else {
      ++same->second;
    }
  }
  std::string line;
  for (const auto& [text, times] : words) {
    line += (line.empty() ? "" : "; ") + text + (times > 1 ? " ×" + std::to_string(times) : "");
  }
  return line;
}

// `2019-12-24..28`: the end without what it shares with the beginning.
std::string short_span(const DateSpan& span) {
  std::string text = format_span(span);
  const std::size_t dots = text.find("..");
  if (dots == std::string::npos) {
    return text;
  }
  const std::string from = text.substr(0, dots);
  std::string to = text.substr(dots + 2);
  for (const std::size_t shared : {std::size_t{8}, std::size_t{5}}) {  // `2019-12-`, `2019-`
    if (to.size() > shared && from.size() > shared &&
        from.substr(0, shared) == to.substr(0, shared)) {
      to = to.substr(shared);
      break;
    }
  }
  return from + ".." + to;
}

// Builds the page; a class only because its steps share the lines.
class ItemPage {
 public:
  ItemPage(const OpenedItem& item, const Labels& labels, Language language, std::size_t columns)
      : item_(item),
        bulletin_(item.explained.item),
        labels_(labels),
        language_(language),
        words_(words_of(language)),
        columns_(std::min(columns, kWidest)) {}

  std::vector<StyledLine> run(bool evidence) {
    const auto marks = [&](TextField field, const std::vector<ByteRange>& matches) {
      return evidence ? evidence_ranges(bulletin_, field) : matches;
    };
    const Explanation& found = item_.explained.explanation;
    if (!bulletin_.title.empty()) {
      append_wrapped(lines_, bulletin_.title, marks(TextField::kTitle, found.title_highlights),
                     columns_, Role::kStrong);
    }
    add(facts_line(bulletin_, labels_, language_) + " · " + bulletin_.id, Role::kFaint);
    add_links();
    add("");
    if (evidence) {
      add_values();
      add_rejected();
      add("");
    }
    append_wrapped(lines_, bulletin_.text, marks(TextField::kText, found.text_highlights),
                   columns_);
    add("");
    add_origin();
    add_history();
    return std::move(lines_);
  }

 private:
  void add(const std::string& text, Role role = Role::kPlain) {
    append_wrapped(lines_, text, {}, columns_, role);
  }

  void add_named(std::string_view name, const std::string& value) {
    if (!value.empty()) {
      add(std::string(name) + ": " + value, Role::kFaint);
    }
  }

  void add_links() {
    for (const LinkedItem& item : item_.also) {
      add(item.link.same_words
              ? std::string(words_.near_copy) + ": " + item.link.id
              : std::string(words_.also_in) + language_name(item.link.lang) + ": " + item.headline,
          Role::kChosen);
    }
  }

  void add_values() {
    for (const DateMention& mention : bulletin_.dates) {
      add(std::string(words_.date) + ' ' + format_span(mention.span) + ": " +
          evidence_text(mention.evidence));
    }
    for (const CountryMention& country : bulletin_.countries) {
      add(std::string(words_.country) + ' ' + country_name(country.code) + ": " +
          evidence_text(country.evidence));
    }
    for (const KindMention& kind : bulletin_.kinds) {
      add(std::string(words_.kind) + ' ' + name_in(language_, labels_.kind(kind.kind)) +
          (kind.evidence.empty() ? "" : ": " + evidence_text(kind.evidence)));
    }
  }

  void add_rejected() {
    for (const RejectedDate& date : item_.rejected.dates) {
      add((date.span ? std::string(words_.not_date) + ' ' + format_span(*date.span)
                     : std::string(words_.not_a_date)) +
              ": " + evidence_text({date.evidence}),
          Role::kFaint);
    }
    for (const RejectedCountry& country : item_.rejected.countries) {
      add(std::string(words_.not_country) + ' ' + country_name(country.code) + ": " +
              (country.because.empty() ? "" : country.because + ": ") + country.evidence.surface +
              " (" + country.evidence.rule + ")",
          Role::kFaint);
    }
  }

  void add_origin() {
    add_named(words_.published, bulletin_.published ? format_date(*bulletin_.published) : "");
    add_named("url", bulletin_.url);
    add_named(words_.source, bulletin_.source);
    for (const ItemSource& source : bulletin_.sources) {
      add_named(words_.file, source.path);
    }
  }

  void add_history() {
    for (const Revision& revision : bulletin_.history) {
      add("");
      add(std::string(words_.until) + ' ' + format_date(revision.replaced), Role::kFaint);
      add(revision.title.empty() ? revision.text : revision.title + '\n' + revision.text);
    }
  }

  [[nodiscard]] std::string country_name(const std::string& code) const {
    return name_in(language_, labels_.country(code)) + " (" + code + ")";
  }

  const OpenedItem& item_;
  const Bulletin& bulletin_;
  const Labels& labels_;
  const Language language_;
  const Words& words_;
  const std::size_t columns_;
  std::vector<StyledLine> lines_;
};

}  // namespace

std::vector<StyledLine> item_lines(const OpenedItem& item, bool evidence, const Labels& labels,
                                   Language language, std::size_t columns) {
  return ItemPage(item, labels, language, columns).run(evidence);
}

std::string facts_line(const Bulletin& bulletin, const Labels& labels, Language language) {
  const auto date = shown_date(bulletin);
  std::string line = date ? short_span(*date) : std::string(words_of(language).no_date);
  for (const std::string& code : offered_countries(bulletin)) {
    line += " · " + name_in(language, labels.country(code));
  }
  for (const KindMention& kind : bulletin.kinds) {
    if (kind.kind != "other") {
      line += " · " + name_in(language, labels.kind(kind.kind));
    }
  }
  return line + " · " + language_name(bulletin.lang);
}

std::vector<const SimilarItem*> entries_of(const SimilarItems& similar) {
  std::vector<const SimilarItem*> entries;
  for (const SimilarItem& item : similar.same_language) {
    entries.push_back(&item);
  }
  for (const SimilarItem& item : similar.other_languages) {
    entries.push_back(&item);
  }
  return entries;
}

}  // namespace bulletin::browse
