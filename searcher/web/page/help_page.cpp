#include "searcher/web/page/help_page.hpp"

#include <utility>

#include "searcher/web/page/narrow.hpp"

namespace bulletin {
namespace {

struct Example {
  const char* query;
  Say meaning;
};

constexpr Example kWords[] = {
    {"learning centre", Say::kHelpWords}, {"学习中心", Say::kHelpChinese},
    {"哈薩克", Say::kHelpScripts},        {"\"open university\"", Say::kHelpPhrase},
    {"+library visit", Say::kHelpMust},   {"visit -library", Say::kHelpMustNot},
    {"library OR museum", Say::kHelpOr},  {"univers*", Say::kHelpPrefix}};

constexpr Example kReadings[] = {{"kazakhstan dec 2019", Say::kHelpReadings},
                                 {"2019年12月 哈萨克斯坦", Say::kHelpReadingsChinese},
                                 {"country:KZ,ES", Say::kHelpCountry},
                                 {"region:\"Central Asia\"", Say::kHelpRegion},
                                 {"date:2019-03..2020-02", Say::kHelpDate},
                                 {"kind:visit", Say::kHelpKind},
                                 {"lang:zh", Say::kHelpLang},
                                 {"date:none", Say::kHelpNone}};

template <std::size_t N>
void add_examples(Html& html, Say title, const Example (&examples)[N], const PageContext& context) {
  html.open("section").element("h2", context.say(title)).open("dl", {{"class", "help"}});
  for (const Example& example : examples) {
    html.open("div")
        .open("dt")
        .open("a", {{"href", context.search_link(with_text({}, example.query))}})
        .element("code", example.query)
        .close()
        .close()
        .element("dd", context.say(example.meaning))
        .close();
  }
  html.close().close();
}

void add_section(Html& html, Say title, std::initializer_list<Say> texts,
                 const PageContext& context) {
  html.open("section").element("h2", context.say(title));
  for (const Say text : texts) {
    html.element("p", context.say(text));
  }
  html.close();
}

}  // namespace

PageContent help_page(const PageContext& context) {
  Html html;
  html.open("div", {{"class", "prose"}})
      .element("h1", context.say(Say::kHelp))
      .element("p", {{"class", "lead"}}, context.say(Say::kHelpLead));
  add_examples(html, Say::kHelpWordsTitle, kWords, context);
  add_examples(html, Say::kHelpLimitsTitle, kReadings, context);
  add_section(html, Say::kHelpFacetsTitle, {Say::kHelpFacets, Say::kHelpDates}, context);
  add_section(html, Say::kHelpWhyTitle, {Say::kHelpWhy}, context);
  add_section(html, Say::kHelpLinksTitle, {Say::kHelpLinks, Say::kHelpPrivacy}, context);
  html.close();
  return {.title = context.say(Say::kHelp), .main = std::move(html), .path = "/help"};
}

}  // namespace bulletin
