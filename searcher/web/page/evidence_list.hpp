// What was understood of an item, each value with the words it rests on.

#pragma once

#include "indexer/schema/bulletin.hpp"
#include "searcher/search/rejected_readings.hpp"
#include "searcher/web/page/page_context.hpp"

namespace bulletin {

/// How an item's text and the list of what it shows refer to each other.
enum class Anchors : std::uint8_t { kNone, kMarks };

/// Returns a list: date, country and kind of the item, under each its words and rule. With
/// `kMarks` the words are links to those that `marked_evidence` marks.
[[nodiscard]] Html evidence_list(const Bulletin& item, const PageContext& context, Anchors anchors);

/// Returns the words that were considered and not taken, with the reason; empty without any.
[[nodiscard]] Html rejected_list(const RejectedReadings& rejected, const PageContext& context);

/// Returns the title or the text with all words marked that show something; lines of the text are
/// paragraphs. Classes tell date, country and kind apart.
[[nodiscard]] Html marked_evidence(const Bulletin& item, TextField field);

/// Returns a text as paragraphs, one a line, with marks.
[[nodiscard]] Html paragraphs(std::string_view text, const std::vector<ByteRange>& marks);

/// Returns what a date means: its words, and that the day is not given where it is not.
[[nodiscard]] Html date_with_precision(const DateSpan& span, const PageContext& context);

}  // namespace bulletin
