#include "indexer/ingest/html_page.hpp"

#include <algorithm>
#include <utility>

#include "indexer/ingest/html_boilerplate.hpp"
#include "indexer/ingest/html_lines.hpp"
#include "indexer/ingest/html_listing.hpp"
#include "indexer/ingest/html_main.hpp"
#include "indexer/ingest/html_meta.hpp"
#include "indexer/ingest/html_tidy.hpp"
#include "indexer/ingest/html_title.hpp"
#include "indexer/ingest/html_tree.hpp"
#include "indexer/ingest/item_fields.hpp"
#include "indexer/ingest/web_address.hpp"

namespace bulletin {
namespace {

void deliver(RawItem item, const ItemSink& sink) {
  const std::string problem = finish_item(item);
  if (problem.empty()) {
    sink.on_item(std::move(item));
  } else {
    sink.on_problem({item.origin, problem});
  }
}

// Templates claim any language: one that the text's characters contradict says nothing.
std::string believed_lang(const std::string& lang, std::string_view text) {
  const auto wide = static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return static_cast<unsigned char>(c) >= 0xE3; }));  // First bytes of Han.
  const bool chinese = wide * 3 * 3 > text.size();
  return (lang == "zh" && wide == 0) || (lang == "en" && chinese) ? std::string() : lang;
}

class PageReader {
 public:
  PageReader(const HtmlTree& tree, PageMeta meta, const FileSource& file, const ItemSink& sink)
      : tree_(tree), meta_(std::move(meta)), file_(file), sink_(sink) {}

  void read() {
    const SkipMarks unseen = unseen_marks(tree_);
    SkipMarks boilerplate = boilerplate_marks(tree_);
    const PageTitle title = find_title(tree_, meta_, unseen);
    SkipMarks beside_title = boilerplate;
    beside_title[title.node] = beside_title[title.node] || title.node > 0;
    const auto items = find_listing(tree_, meta_.article, beside_title);
    if (items.empty()) {
      return read_main(title, boilerplate, unseen);
    }
    for (const ListedItem& item : items) {
      RawItem raw = start(item.line, item.title + item.text);
      raw.title = item.title;
      raw.text = item.text;
      raw.url = resolve_address(meta_.base, item.link);
      raw.published = item.day;
      if (!raw.title.empty() || !raw.text.empty()) {
        deliver(std::move(raw), sink_);
      }
    }
  }

 private:
  [[nodiscard]] RawItem start(std::size_t line, std::string_view text) const {
    return {.origin = {file_.path, line},
            .lang = believed_lang(meta_.lang, text),
            .source = meta_.site};
  }

  [[nodiscard]] bool has_pager(const SkipMarks& unseen) const {
    return std::ranges::any_of(
        lines_of(tree_, tree_.body(), tree_[tree_.body()].end, unseen),
        [](const TextLine& line) { return line.is_link() && is_pager(line.text); });
  }

  void read_main(const PageTitle& title, const SkipMarks& boilerplate, const SkipMarks& unseen) {
    MainText main = find_main_text(tree_, title, boilerplate, unseen);
    const auto published = meta_.published ? meta_.published : main.stamped;
    if (!meta_.article && !published && are_leads(main.lines, has_pager(unseen))) {
      return read_leads(main.lines);
    }
    RawItem item = start(1, join_lines(main.lines));
    item.title = title.text;
    item.text = join_lines(main.lines);
    item.url = meta_.url;
    item.published = published;
    if (item.title.empty() && item.text.empty()) {
      return sink_.on_problem({{file_.path, 0}, "HTML page holds no text"});
    }
    deliver(std::move(item), sink_);
  }

  void read_leads(std::vector<TextLine>& lines) {
    for (TextLine& line : lines) {
      RawItem item = start(line.line, line.text);
      item.text = std::move(line.text);
      deliver(std::move(item), sink_);
    }
  }

  const HtmlTree& tree_;
  PageMeta meta_;
  const FileSource& file_;
  const ItemSink& sink_;
};

}  // namespace

void read_html(std::string_view html, const FileSource& file, const ItemSink& sink) {
  const TidyHtml tidy = tidy_html(html);
  if (!tidy.refused.empty()) {
    return sink.on_problem({{file.path, 0}, tidy.refused});
  }
  const HtmlTree tree(tidy.html);
  PageReader(tree, read_page_meta(tree, tidy.linked_data, file.url), file, sink).read();
}

std::string html_text(std::string_view html) {
  if (html.find_first_of("<&") == std::string_view::npos && check_plain_text(html).empty()) {
    return one_line(html);
  }
  const TidyHtml tidy = tidy_html(html);
  if (!tidy.refused.empty()) {
    return {};
  }
  const HtmlTree tree(tidy.html);
  return join_lines(lines_of(tree, tree.body(), tree[tree.body()].end, unseen_marks(tree)));
}

}  // namespace bulletin
