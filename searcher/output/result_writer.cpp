#include "searcher/output/result_writer.hpp"

#include <utility>

#include "searcher/output/atom_writer.hpp"
#include "searcher/output/facets_json.hpp"
#include "searcher/output/hit_json.hpp"
#include "searcher/output/markdown_writer.hpp"
#include "searcher/output/result_json.hpp"
#include "searcher/output/result_text.hpp"
#include "searcher/output/rows_writer.hpp"
#include "searcher/output/rss_writer.hpp"

namespace bulletin {
namespace {

class TextWriter : public ResultWriter {
 public:
  explicit TextWriter(Presentation shown) : shown_(std::move(shown)) {}

  std::string head(const SearchResult& result) override {
    return result_head_text(result, shown_.labels, shown_.terminal);
  }
  std::string hit(const Hit& hit) override { return hit_text(hit, shown_.labels, shown_.terminal); }
  std::string tail(const SearchResult& result) override {
    return result_tail_text(result, shown_.labels, shown_.terminal);
  }

 private:
  Presentation shown_;
};

// One object, `hits` written as they come.
class JsonWriter : public ResultWriter {
 public:
  explicit JsonWriter(Presentation shown) : shown_(std::move(shown)) {}

  std::string head(const SearchResult& result) override {
    std::string object = dump_json(result_head_json(shown_.query, result, shown_.labels));
    object.pop_back();  // The closing brace.
    return object + R"(,"hits":[)";
  }
  std::string hit(const Hit& hit) override {
    JsonText json;
    json.begin_object();
    add_hit_keys(hit, json);
    json.end_object();
    return (std::exchange(is_first_, false) ? "" : ",") + json.take();
  }
  std::string tail(const SearchResult& result) override {
    const std::string facets = result.facets
                                   ? R"(,"facets":)" + facets_json(*result.facets, shown_.labels)
                                   : std::string();
    return "]" + facets + "}\n";
  }

 private:
  Presentation shown_;
  bool is_first_ = true;
};

// Writers of one line a hit and nothing around.
class LinesWriter : public ResultWriter {
 public:
  std::string head(const SearchResult& /*result*/) override { return {}; }
  std::string tail(const SearchResult& /*result*/) override { return {}; }
};

class JsonLinesWriter : public LinesWriter {
 public:
  std::string hit(const Hit& hit) override {
    JsonText json;
    json.begin_object().key("schema").number(1U);
    add_hit_keys(hit, json);
    json.end_object();
    return json.take() + '\n';
  }
};

class IdsWriter : public LinesWriter {
 public:
  std::string hit(const Hit& hit) override { return hit.bulletin.id + '\n'; }
};

}  // namespace

std::unique_ptr<ResultWriter> make_writer(Format format, Presentation presentation) {
  switch (format) {
    case Format::kText:
      return std::make_unique<TextWriter>(std::move(presentation));
    case Format::kJson:
      return std::make_unique<JsonWriter>(std::move(presentation));
    case Format::kJsonl:
      return std::make_unique<JsonLinesWriter>();
    case Format::kCsv:
      return std::make_unique<RowsWriter>(TableDialect::kCsv);
    case Format::kTsv:
      return std::make_unique<RowsWriter>(TableDialect::kTsv);
    case Format::kMarkdown:
      return std::make_unique<MarkdownWriter>(std::move(presentation));
    case Format::kRss:
      return std::make_unique<RssWriter>(std::move(presentation));
    case Format::kAtom:
      return std::make_unique<AtomWriter>(std::move(presentation));
    case Format::kIds:
      break;
  }
  return std::make_unique<IdsWriter>();
}

bool shows_facets(Format format) {
  return format == Format::kText || format == Format::kJson;
}

}  // namespace bulletin
