// The project's value: one news item with what was understood of it.

#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "indexer/base/event_kind.hpp"
#include "indexer/base/evidence.hpp"

namespace bulletin {

/// A file that an item was read from.
struct ItemSource {
  std::string path;            ///< Absolute; within an archive `/news.zip!today.txt`.
  std::string encoding;        ///< `UTF-8`, `GB18030`, ...; empty when unknown.
  std::size_t file_bytes = 0;  ///< How much of `path` names the file on disk; 0: all of it.
  std::uint64_t wording = 0;   ///< Hash of all that the file said of the item when last read.

  auto operator<=>(const ItemSource&) const = default;
};

/// What an item said before it was replaced under the same id.
struct Revision {
  Date replaced;  ///< The day on which a newer text took its place.
  std::string title;
  std::string text;

  bool operator==(const Revision&) const = default;
};

/// Another item that tells the same story.
struct StoryLink {
  std::string id;
  std::string lang;
  bool same_words = false;  ///< A near copy, rather than the story in other words or language.

  bool operator==(const StoryLink&) const = default;
};

/// What the source itself says of an item where that is also read from the text: kept so that an
/// item can be understood again without its file.
struct Supplied {
  std::string lang;                    ///< Empty when it was detected.
  std::vector<std::string> countries;  ///< Codes as given.
  std::vector<DateSpan> dates;         ///< The first is the main event.

  bool operator==(const Supplied&) const = default;
};

/// One news item. Texts are well-formed UTF-8 as their author wrote them, never folded.
struct Bulletin {
  std::string id;      ///< The source's own, else made from the normalized text; never empty.
  std::string lang;    ///< Primary language subtag: `en`, `zh`, ...
  std::string title;   ///< Empty when the item has none.
  std::string text;    ///< Paragraphs separated by line breaks.
  std::string url;     ///< Empty when unknown.
  std::string source;  ///< Who published it, as given; empty when unknown.
  std::optional<Date> published;
  std::optional<DateSpan> item_date;      ///< Span of the main event, when the item states it.
  std::vector<DateMention> dates;         ///< In reading order, each span once.
  std::vector<CountryMention> countries;  ///< By code, each once.
  std::vector<KindMention> kinds;         ///< In the order of `kKindNames`; may be empty.
  std::string extra;                      ///< Other keys of the input as one JSON object, or empty.
  std::vector<ItemSource> sources;        ///< Files that hold it, each once, by path.
  std::vector<Revision> history;          ///< Earlier texts, the latest first, at most ten.
  std::vector<StoryLink> also;            ///< Same story elsewhere, the nearest first.
  std::optional<std::string> given_title;  ///< The source's, where a person has set another.
  Supplied supplied;                       ///< Never changed by a person's correction.

  bool operator==(const Bulletin&) const = default;
};

/// Returns the path of the file on disk that a source lies in: the archive, not its member.
[[nodiscard]] std::string_view file_of(const ItemSource& source);

/// Returns the spans by which the item is found and counted: its dates, else the day it was
/// published, else none.
[[nodiscard]] std::vector<DateSpan> dated_spans(const Bulletin& bulletin);

/// Returns the date by which the item is sorted and shown: main event, else first date, else the
/// day it was published, else nothing.
[[nodiscard]] std::optional<DateSpan> shown_date(const Bulletin& bulletin);

/// Returns the codes offered as facet values: every country that something other than the
/// publisher's own name brings.
[[nodiscard]] std::vector<std::string> offered_countries(const Bulletin& bulletin);

/// Returns the title, or for an item without one the first clause of its text, at most
/// `max_columns` wide (a Chinese character takes two) and cut at a word.
[[nodiscard]] std::string headline(const Bulletin& bulletin, std::size_t max_columns = 100);

/// The same of a title and a text.
[[nodiscard]] std::string headline(std::string_view title, std::string_view text,
                                   std::size_t max_columns = 100);

/// Returns the item in its public form; INDEX_FORMAT.md has the keys. Offsets are bytes.
[[nodiscard]] nlohmann::ordered_json to_json(const Bulletin& bulletin);

/// Returns a span as `{"from","to","precision"}`, or null.
[[nodiscard]] nlohmann::ordered_json to_json(const std::optional<DateSpan>& span);

/// Returns the form kept in the index: CBOR, without what can be computed again.
[[nodiscard]] std::string encode_bulletin(const Bulletin& bulletin);

/// Reads what `encode_bulletin` wrote. Throws `Error{kInternal}` on anything else: what is read
/// encodes to the same bytes again. O(length), a tree is never built.
[[nodiscard]] Bulletin decode_bulletin(std::string_view stored);

/// What a stored item begins with, as views of the stored bytes.
struct StoredFront {
  std::string_view id, lang, title, text;
};

/// Reads the front of what `encode_bulletin` wrote and no further. Throws as above.
[[nodiscard]] StoredFront decode_front(std::string_view stored);

/// Returns headline() of what `encode_bulletin` wrote, reading no further than the text. Throws as
/// above.
[[nodiscard]] std::string decode_headline(std::string_view stored);

}  // namespace bulletin
