// The compact form of a bulletin that is kept in the index. Written and read without a tree: every
// item of a build is written, every hit of every search read.

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "indexer/base/error.hpp"
#include "indexer/schema/bulletin.hpp"
#include "indexer/schema/cbor_reader.hpp"
#include "indexer/schema/cbor_writer.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kStoredValues = 17;

// Writes one item, in the order of INDEX_FORMAT.md.
class StoredWriter {
 public:
  explicit StoredWriter(const Bulletin& bulletin) : bulletin_(bulletin) {}

  std::string run() {
    constexpr std::size_t kUsualRest = 512;
    out_.reserve(bulletin_.title.size() + bulletin_.text.size() + bulletin_.extra.size() +
                 kUsualRest);
    out_.array(kStoredValues);
    for (const std::string* text :
         {&bulletin_.id, &bulletin_.lang, &bulletin_.title, &bulletin_.text, &bulletin_.url,
          &bulletin_.source, &bulletin_.extra}) {
      out_.text(*text);
    }
    write(bulletin_.published ? std::optional(day_span(*bulletin_.published)) : std::nullopt);
    write(bulletin_.item_date);
    write_mentions();
    write_keeping();
    if (bulletin_.given_title) {
      out_.text(*bulletin_.given_title);
    } else {
      out_.null();
    }
    write_supplied();
    return out_.take();
  }

 private:
  // Writes an array of rows, each by `write_row`.
  template <typename Row, typename Write>
  void write_rows(const std::vector<Row>& rows, Write write_row) {
    out_.array(rows.size());
    std::ranges::for_each(rows, write_row);
  }

  void write(const DateSpan& span) {
    out_.array(3);
    out_.text(format_date(span.from));
    out_.text(format_date(span.to));
    out_.number(static_cast<std::uint64_t>(span.precision));
  }

  void write(const std::optional<DateSpan>& span) {
    if (span) {
      write(*span);
    } else {
      out_.null();
    }
  }

  void write(const std::vector<Evidence>& evidence) {
    write_rows(evidence, [&](const Evidence& e) {
      out_.array(4);
      out_.number(static_cast<std::uint64_t>(e.field));
      out_.number(e.begin_byte);
      out_.number(e.end_byte);
      out_.text(e.rule);
    });
  }

  void write_mentions() {
    write_rows(bulletin_.dates, [&](const DateMention& date) {
      out_.array(2);
      write(date.span);
      write(date.evidence);
    });
    write_rows(bulletin_.countries, [&](const CountryMention& country) {
      out_.array(2);
      out_.text(country.code);
      write(country.evidence);
    });
    write_rows(bulletin_.kinds, [&](const KindMention& kind) {
      out_.array(2);
      out_.text(kind.kind);
      write(kind.evidence);
    });
  }

  void write_keeping() {
    write_rows(bulletin_.sources, [&](const ItemSource& source) {
      out_.array(4);
      out_.text(source.path);
      out_.text(source.encoding);
      out_.number(source.file_bytes);
      out_.number(source.wording);
    });
    write_rows(bulletin_.history, [&](const Revision& revision) {
      out_.array(3);
      out_.text(format_date(revision.replaced));
      out_.text(revision.title);
      out_.text(revision.text);
    });
    write_rows(bulletin_.also, [&](const StoryLink& link) {
      out_.array(3);
      out_.text(link.id);
      out_.text(link.lang);
      out_.boolean(link.same_words);
    });
  }

  void write_supplied() {
    out_.array(3);
    out_.text(bulletin_.supplied.lang);
    write_rows(bulletin_.supplied.countries, [&](const std::string& code) { out_.text(code); });
    write_rows(bulletin_.supplied.dates, [&](const DateSpan& span) { write(span); });
  }

  const Bulletin& bulletin_;
  CborWriter out_;
};

// A damaged index must end in an error, never in a value that breaks its own promises.

Date read_date(CborReader& stored) {
  constexpr std::size_t kDateBytes = 10;  // parse_date() would take a time of day behind it, too.
  const std::string_view text = stored.text();
  const std::optional<Date> date = parse_date(text);
  expect_sound(date && text.size() == kDateBytes, "no such day");
  return *date;  // NOLINT(bugprone-unchecked-optional-access): expect_sound() throws without one.
}

DateSpan read_span(CborReader& stored) {
  stored.array_of(3);
  const Date from = read_date(stored);
  const Date to = read_date(stored);
  const std::uint64_t precision = stored.number();
  expect_sound(precision <= static_cast<std::uint64_t>(Precision::kYear), "no such precision");
  expect_sound(from <= to, "a span ends before it begins");
  return {from, to, static_cast<Precision>(precision)};
}

std::optional<DateSpan> read_optional_span(CborReader& stored) {
  return stored.take_null() ? std::nullopt : std::optional(read_span(stored));
}

std::optional<Date> read_published(CborReader& stored) {
  const std::optional<DateSpan> span = read_optional_span(stored);
  expect_sound(!span || *span == day_span(span->from), "it was published on more than one day");
  return span ? std::optional(span->from) : std::nullopt;
}

// Reads an array of rows, each by `read`. What it claims to hold is not believed beforehand.
template <typename Read>
auto read_rows(CborReader& stored, Read read) {
  constexpr std::size_t kUsualRows = 8;
  std::vector<decltype(read())> rows;
  const std::size_t count = stored.array();
  rows.reserve(std::min(count, kUsualRows));
  for (std::size_t i = 0; i < count; ++i) {
    rows.push_back(read());
  }
  return rows;
}

std::string read_string(CborReader& stored) {
  return std::string(stored.text());
}

// Reads what stands behind the texts of an item.
class StoredRest {
 public:
  StoredRest(CborReader& stored, Bulletin& bulletin) : stored_(stored), bulletin_(bulletin) {}

  void read() {
    bulletin_.published = read_published(stored_);
    bulletin_.item_date = read_optional_span(stored_);
    read_mentions();
    read_keeping();
    if (!stored_.take_null()) {
      bulletin_.given_title = stored_.text();
    }
    read_supplied();
  }

 private:
  [[nodiscard]] Evidence read_evidence() {
    stored_.array_of(4);
    const std::uint64_t field = stored_.number();
    expect_sound(field <= static_cast<std::uint64_t>(TextField::kText), "no such field");
    Evidence e{.field = static_cast<TextField>(field),
               .begin_byte = stored_.number(),
               .end_byte = stored_.number(),
               .surface = {},
               .rule = read_string(stored_)};
    const std::string_view text = e.field == TextField::kTitle ? bulletin_.title : bulletin_.text;
    expect_sound(e.begin_byte <= e.end_byte && e.end_byte <= text.size(),
                 "evidence outside its text");
    e.surface = text.substr(e.begin_byte, e.end_byte - e.begin_byte);
    return e;
  }

  [[nodiscard]] std::vector<Evidence> read_all_evidence() {
    return read_rows(stored_, [&] { return read_evidence(); });
  }

  // In braces the parts of a row are read in the order in which they stand.
  void read_mentions() {
    bulletin_.dates = read_rows(stored_, [&] {
      stored_.array_of(2);
      return DateMention{read_span(stored_), read_all_evidence()};
    });
    bulletin_.countries = read_rows(stored_, [&] {
      stored_.array_of(2);
      return CountryMention{read_string(stored_), read_all_evidence()};
    });
    bulletin_.kinds = read_rows(stored_, [&] {
      stored_.array_of(2);
      return KindMention{read_string(stored_), read_all_evidence()};
    });
  }

  void read_keeping() {
    bulletin_.sources = read_rows(stored_, [&] {
      stored_.array_of(4);
      return ItemSource{read_string(stored_), read_string(stored_), stored_.number(),
                        stored_.number()};
    });
    bulletin_.history = read_rows(stored_, [&] {
      stored_.array_of(3);
      return Revision{read_date(stored_), read_string(stored_), read_string(stored_)};
    });
    bulletin_.also = read_rows(stored_, [&] {
      stored_.array_of(3);
      return StoryLink{read_string(stored_), read_string(stored_), stored_.boolean()};
    });
  }

  void read_supplied() {
    stored_.array_of(3);
    bulletin_.supplied.lang = stored_.text();
    bulletin_.supplied.countries = read_rows(stored_, [&] { return read_string(stored_); });
    bulletin_.supplied.dates = read_rows(stored_, [&] { return read_span(stored_); });
  }

  CborReader& stored_;
  Bulletin& bulletin_;
};

StoredFront read_front(CborReader& stored) {
  stored.array_of(kStoredValues);
  return {stored.text(), stored.text(), stored.text(), stored.text()};
}

Bulletin read_bulletin(std::string_view bytes) {
  CborReader stored(bytes);
  const StoredFront front = read_front(stored);
  Bulletin bulletin{.id = std::string(front.id),
                    .lang = std::string(front.lang),
                    .title = std::string(front.title),
                    .text = std::string(front.text),
                    .url = read_string(stored),
                    .source = read_string(stored),
                    .extra = read_string(stored)};
  StoredRest(stored, bulletin).read();
  stored.end();
  return bulletin;
}

template <typename Read>
auto unless_damaged(Read read) {
  try {
    return read();
  } catch (const std::runtime_error& error) {
    throw Error(ErrorCode::kInternal, std::string("cannot read a stored bulletin: ") + error.what(),
                "the index is damaged: bulletin-index repair makes it anew of what can be read");
  }
}

}  // namespace

std::string encode_bulletin(const Bulletin& bulletin) {
  return StoredWriter(bulletin).run();
}

Bulletin decode_bulletin(std::string_view stored) {
  return unless_damaged([&] { return read_bulletin(stored); });
}

StoredFront decode_front(std::string_view stored) {
  return unless_damaged([&] {
    CborReader reader(stored);
    return read_front(reader);
  });
}

std::string decode_headline(std::string_view stored) {
  const StoredFront front = decode_front(stored);
  return headline(front.title, front.text);
}

}  // namespace bulletin
