#include "searcher/web/page/error_page.hpp"

#include <utility>

#include "searcher/web/page/narrow.hpp"

namespace bulletin {
namespace {

unsigned status_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::kBadUsage:
      return 400;
    case ErrorCode::kIndexNotFound:
    case ErrorCode::kIndexMismatch:
    case ErrorCode::kIndexLocked:
    case ErrorCode::kIndexChanged:
    case ErrorCode::kShardAbsent:
    case ErrorCode::kOutOfTime:
      return 503;
    case ErrorCode::kBadCorpus:
    case ErrorCode::kResourceMissing:
    case ErrorCode::kInternal:
      return 500;
  }
  return 500;
}

// What a page says of an error.
struct Said {
  Say title;
  Say why;
};

Said said_of(const Error& error) {
  if (error.code() == ErrorCode::kOutOfTime) {
    return {Say::kTooLong, Say::kTooLongWhy};
  }
  return status_of(error.code()) == 503 ? Said{Say::kNotReady, Say::kNotReadyWhy}
                                        : Said{Say::kFailed, Say::kFailedWhy};
}

PageContent page(unsigned status, const std::string& title, Html main) {
  return {.title = title, .main = std::move(main), .status = status, .listed = false};
}

void add_ways(Html& html, const PageContext& context) {
  html.open("p")
      .element("a", {{"href", context.link("/")}}, context.say(Say::kStart))
      .text(" ")
      .element("a", {{"href", context.link("/help")}}, context.say(Say::kHelp))
      .close();
}

}  // namespace

PageContent not_found_page(const std::string& what, const PageContext& context) {
  Html html;
  html.open("div", {{"class", "prose"}})
      .element("h1", context.say(Say::kNotFound))
      .element("p", context.say(Say::kNotFoundWhy));
  if (!what.empty()) {
    html.open("p")
        .element("a", {{"href", context.search_link(with_text({}, what))}},
                 context.say(Say::kSearchInstead, what))
        .close();
  }
  add_ways(html, context);
  html.close();
  return page(404, context.say(Say::kNotFound), std::move(html));
}

PageContent error_page(const Error& error, const PageContext& context) {
  const unsigned status = status_of(error.code());
  const std::string title = context.say(status == 400 ? Say::kBadRequest : said_of(error).title);
  Html html;
  html.open("div", {{"class", "prose"}}).element("h1", title);
  if (status == 400) {  // Other messages name paths of the machine: they are for its log.
    html.element("p", {{"lang", "en"}},
                 std::string(error.what()) + (error.hint().empty() ? "" : ": " + error.hint()));
  } else {
    html.element("p", context.say(said_of(error).why));
  }
  add_ways(html, context);
  html.close();
  return page(status, title, std::move(html));
}

}  // namespace bulletin
