#include "searcher/web/page/interface_text.hpp"

#include <array>
#include <cstddef>

namespace bulletin {
namespace {

struct Row {
  Say text = Say::kCount;
  std::string_view en, zh;
};

constexpr std::size_t kTexts = static_cast<std::size_t>(Say::kCount);

// In the order of the names.
constexpr std::array<Row, kTexts> kRows = {{
    // The frame of every page.
    {Say::kName, "Bulletin", "简报检索"},
    {Say::kSkip, "Skip to the content", "跳到正文"},
    {Say::kSite, "This site", "本站"},
    {Say::kSearchLabel, "Search the archive", "检索简报"},
    {Say::kSearchExample, "Words, a country, a date", "词语、国家、日期"},
    {Say::kSearchButton, "Search", "检索"},
    {Say::kMap, "Map", "地图"},
    {Say::kHelp, "Help", "帮助"},
    {Say::kStart, "Start page", "首页"},
    {Say::kTheme, "Colours", "配色"},
    {Say::kThemeAuto, "Auto", "自动"},
    {Say::kThemeLight, "Light", "浅色"},
    {Say::kThemeDark, "Dark", "深色"},
    {Say::kFoot, "Everything on this page comes from this server; nothing is tracked.",
     "本页内容全部来自本服务器，不追踪访客。"},
    {Say::kUnreached, "The server does not answer. Please try again.", "服务器没有响应，请重试。"},
    {Say::kFeed, "This search as a feed", "订阅此检索"},
    // Small words and signs.
    {Say::kOneItem, "1 item", "1 条"},
    {Say::kItems, "{} items", "{} 条"},
    {Say::kItemWord, "item", "条"},
    {Say::kItemsWord, "items", "条"},
    {Say::kItemsColumn, "Items", "条数"},
    {Say::kListComma, ", ", "、"},
    {Say::kColon, ": ", "："},
    {Say::kFullStop, ". ", "。"},
    {Say::kOpenQuote, "“", "“"},
    {Say::kCloseQuote, "”", "”"},
    // Facets and what they are called.
    {Say::kCountry, "Country/Region", "国家/地区"},
    {Say::kRegion, "World region", "区域"},
    {Say::kContinents, "Continents", "各大洲"},
    {Say::kNoRegion, "Without a region", "不属于任何区域"},
    {Say::kDate, "Date", "日期"},
    {Say::kKind, "Kind of event", "活动类别"},
    {Say::kLanguage, "Language", "语言"},
    {Say::kRule, "Shown by", "识别依据"},
    {Say::kRuleHelp, "Shown by: name, city, institution …", "识别依据：名称、城市、机构等"},
    {Say::kIdentifier, "Id", "编号"},
    {Say::kSource, "Source", "来源"},
    {Say::kNarrow, "Narrow down", "筛选"},
    {Say::kApply, "Apply", "应用"},
    {Say::kFindCountry, "Find a country or region", "查找国家或地区"},
    {Say::kMonths, "Months", "月份"},
    {Say::kNoDate, "No date", "无日期"},
    {Say::kDayNotGiven, "day not given", "具体日期不详"},
    {Say::kMonthNotGiven, "month not given", "月份不详"},
    {Say::kRange, "Range of dates", "日期范围"},
    {Say::kFrom, "From", "从"},
    {Say::kTo, "To", "到"},
    {Say::kByMonth, "Items by month; the highest bar is {}", "按月分布，最高一柱为 {} 条"},
    {Say::kByYear, "Items by year; the highest bar is {}", "按年分布，最高一柱为 {} 条"},
    // Results.
    {Say::kResults, "Results", "检索结果"},
    {Say::kResultsFor, "Results for “{}”", "“{}”的检索结果"},
    {Say::kShown, "showing {}", "显示第 {} 条"},
    {Say::kSort, "Sort by", "排序"},
    {Say::kByRelevance, "relevance", "相关度"},
    {Say::kNewestFirst, "date, newest first", "日期（新到旧）"},
    {Say::kOldestFirst, "date, oldest first", "日期（旧到新）"},
    {Say::kByTitle, "title", "标题"},
    {Say::kLimits, "Chosen limits", "已选条件"},
    {Say::kRemove, "Remove ", "移除"},
    {Say::kClearAll, "Remove all limits", "移除全部条件"},
    {Say::kReadings, "How the query was read", "对检索词的理解"},
    {Say::kAsFilter, "only these", "只看这些"},
    {Say::kAsWords, "search as plain words", "按普通词语检索"},
    {Say::kLiteral, "Plain words only", "只按字面检索"},
    {Say::kUntranslated, "As typed, not translated", "只检索原词，不译"},
    {Say::kStrict, "Only what is about the countries and dates in the query",
     "只看检索词中的国家和日期"},
    {Say::kOncePerStory, "Each story once", "同一事件只列一条"},
    {Say::kStories, "{} stories", "{} 个事件"},
    {Say::kAlsoSearched, "Also searched", "同时检索"},
    {Say::kOnlyAsTyped, "only as typed", "只检索原词"},
    {Say::kNotUnderstood,
     "Part of the address was not understood and is left out:", "网址中有一部分无法识别，已略去："},
    {Say::kAlsoIn, "Also in {}", "{}版"},
    {Say::kNearCopy, "Near copy", "近似副本"},
    {Say::kWhy, "Why is this here?", "为何出现？"},
    {Say::kFoundBy, "Found by {}, a name of what you typed.", "由译名“{}”检索到。"},
    {Say::kWhyQuery, "How each word of the query counts", "检索词如何起作用"},
    {Say::kThisSearchAs, "This search as", "此检索的其他形式："},
    {Say::kPages, "Pages of results", "结果分页"},
    {Say::kPageNumber, "Page {}", "第 {} 页"},
    {Say::kPrevious, "Previous", "上一页"},
    {Say::kNext, "Next", "下一页"},
    {Say::kPastEnd, "There are no more hits here.", "这里已经没有结果。"},
    {Say::kLastPage, "Go to the last page", "转到最后一页"},
    {Say::kNothingFound, "Nothing found", "没有找到"},
    {Say::kNoItemHas, "No item has “{}”", "没有条目含有“{}”"},
    {Say::kDidYouMean, "; near it: ", "；相近的有："},
    {Say::kWithout, "Without “{}”", "去掉“{}”"},
    {Say::kTryElse, "Fewer words find more. A name in either language is enough.",
     "词语越少，结果越多；中文或英文名称任选其一即可。"},
    {Say::kHelpLink, "How to ask", "检索方法"},
    // Start page.
    {Say::kWelcome, "News bulletins in English and Chinese", "中英文新闻简报"},
    {Say::kLead,
     "Ask in either language. Countries and dates are understood, and every answer says why it is "
     "there.",
     "中文、英文均可检索。系统能识别国家和日期，每条结果都说明理由。"},
    {Say::kEmptyArchive, "The archive is empty. Its keeper adds items with bulletin-index add.",
     "档案中还没有内容，请管理员用 bulletin-index add 添加。"},
    {Say::kTry, "Try:", "试试："},
    {Say::kIn, "in {}", "{}"},
    {Say::kCountriesWord, "countries and regions", "个国家和地区"},
    {Say::kNewest, "Newest", "最新"},
    {Say::kAllNewest, "All, newest first", "全部，从新到旧"},
    {Say::kWhen, "When", "时间"},
    {Say::kCountries, "Where", "地点"},
    {Say::kAllCountries, "All countries on the map", "在地图上看全部国家和地区"},
    {Say::kKinds, "What happened", "活动"},
    // Map.
    {Say::kMapTitle, "The archive on the map", "地图上的档案"},
    {Say::kMapTitleFor, "“{}” on the map", "“{}”的地理分布"},
    {Say::kMapLabel, "World map: each country with items is a link",
     "世界地图：有条目的国家和地区可点击"},
    {Say::kMapTable, "Items by country and region", "各国家/地区条目数"},
    {Say::kSkipMap, "Go to the table", "转到表格"},
    {Say::kBackToHits, "Show {}", "查看 {}"},
    {Say::kBorders, "Borders: Natural Earth, de facto.", "边界：Natural Earth，按实际控制线绘制。"},
    // Item.
    {Say::kBackTo, "Back to “{}”", "返回“{}”的结果"},
    {Say::kPublished, "Published", "发布"},
    {Say::kOriginal, "Original", "原文"},
    {Say::kUnderstood, "What was understood", "识别结果"},
    {Say::kMarkedAs, "Marked in the text:", "正文中的标记："},
    {Say::kRejected, "Considered and not taken", "考虑过但未采用"},
    {Say::kNotX, "not {}", "不是{}"},
    {Say::kNoDateAtAll, "not a date", "不是日期"},
    {Say::kInside, "in “{}”", "在“{}”中"},
    {Say::kSameStory, "The same story", "同一事件"},
    {Say::kSideBySide, "side by side", "并排对照"},
    {Say::kSimilar, "Similar items", "相似条目"},
    {Say::kSimilarOther, "Similar items in other languages", "其他语言的相似条目"},
    {Say::kShared, "Both have: {}", "共同点：{}"},
    {Say::kHistory, "Earlier versions", "历史版本"},
    {Say::kTitleInSource, "Title in the source: {}", "来源标题：{}"},
    {Say::kUntil, "Until {}", "{} 之前"},
    {Say::kCite, "Cite this item", "引用本条"},
    {Say::kSeen, " (looked up {}", " （{}查阅"},
    {Say::kIndexState, ", index {}", "，索引 {}"},
    {Say::kSeenEnd, ")", "）"},
    {Say::kAsJson, "This item as JSON", "JSON 格式"},
    // Why.
    {Say::kWhyTitle, "How “{}” meets this item", "“{}”与本条的匹配情况"},
    {Say::kAskOther, "Another query", "换个检索词"},
    {Say::kAsk, "Ask", "查看"},
    {Say::kIsHit, "A hit: number {}", "命中：第 {} 位"},
    {Say::kOfTotal, " of {}", "，共 {} 条"},
    {Say::kIsNoHit, "Not among the hits", "不在结果中"},
    {Say::kPartsTable, "Parts of the query", "检索词各部分"},
    {Say::kPartOfQuery, "Part of the query", "检索词部分"},
    {Say::kInItem, "In the item", "本条情况"},
    {Say::kScore, "Score", "得分"},
    {Say::kPartWords, "words", "词语"},
    {Say::kPartPhrase, "phrase", "短语"},
    {Say::kPartPrefix, "beginning of a word", "词首"},
    {Say::kPartGroup, "group", "组合"},
    {Say::kPartTranslation, "translation", "译名"},
    {Say::kPartSound, "by its sound", "按读音"},
    {Say::kPartTitle, "in the title", "标题中"},
    {Say::kKeepsOut, "This keeps the item out.", "因此不在结果中。"},
    {Say::kAbsentAsAsked, "Not there, as asked.", "没有出现，符合要求。"},
    {Say::kFits, "Fits.", "符合。"},
    {Say::kMissing, "Not in the item.", "本条没有。"},
    {Say::kItemHas, "The item has: {}", "本条为：{}"},
    {Say::kInTitle, "{} in the title", "标题 {} 次"},
    {Say::kInText, "{} in the text", "正文 {} 次"},
    {Say::kNotInItem, "not in the item", "本条没有"},
    // Errors.
    {Say::kNotFound, "There is nothing at this address", "此网址没有内容"},
    {Say::kNotFoundWhy, "The item may have been removed, or the address was cut short on its way.",
     "条目可能已移除，或网址不完整。"},
    {Say::kSearchInstead, "Search for “{}”", "检索“{}”"},
    {Say::kBadRequest, "This request was not understood", "无法理解此请求"},
    {Say::kNotReady, "The archive is not ready", "档案暂不可用"},
    {Say::kNotReadyWhy,
     "The index is missing, being rebuilt, or of another version. Please try again in a minute; "
     "its keeper finds the reason in the log of the server.",
     "索引不存在、正在重建或版本不符。请稍后重试；管理员可在服务器日志中查看原因。"},
    {Say::kFailed, "Something went wrong", "出错了"},
    {Say::kFailedWhy, "The request could not be answered. The log of the server has the reason.",
     "无法完成请求，原因见服务器日志。"},
    {Say::kTooLong, "This search takes too long", "此检索耗时过长"},
    {Say::kTooLongWhy,
     "It looks at too much for the time that one search has. Fewer or rarer words, or a limit by "
     "date or country, make it shorter.",
     "此检索需要查看的内容过多，超出了单次检索的时限。请减少词语、改用较少见的词，或按日期、国家限"
     "定。"},
    {Say::kCountsLeftOut,
     "There was no time to count everything: some counts are left out. A limit by date or country "
     "makes the search shorter.",
     "时间不足，部分计数已省略。按日期或国家限定可缩短检索时间。"},
    // Keys.
    {Say::kShortcuts, "Keyboard shortcuts", "键盘快捷键"},
    {Say::kClose, "Close", "关闭"},
    {Say::kKeySearch, "go to the search box", "转到检索框"},
    {Say::kKeyNext, "next hit", "下一条结果"},
    {Say::kKeyPrevious, "previous hit", "上一条结果"},
    {Say::kKeyOpen, "open the hit", "打开结果"},
    {Say::kKeyLeave, "leave the box, close what is open", "离开检索框，关闭弹出内容"},
    {Say::kKeyHelp, "this list", "本列表"},
    // Help.
    {Say::kHelpLead,
     "Type what you are looking for, in English or Chinese. Nothing typed is an error: what cannot "
     "be read is searched as words, and the page says so.",
     "直接输入要找的内容，中文、英文均可。任何输入都不会报错：无法识别的部分按词语检索，并在页面上"
     "说明。"},
    {Say::kHelpWordsTitle, "Words", "词语"},
    {Say::kHelpWords, "More and rarer words rank higher; none has to be there.",
     "含有的词越多、越少见，排名越靠前；不要求全部出现。"},
    {Say::kHelpChinese, "Any part of a Chinese word or name is found.",
     "中文词语或名称的任何一部分都能找到。"},
    {Say::kHelpScripts, "Traditional and Simplified are one, as are full and half width.",
     "繁体与简体、全角与半角视为相同。"},
    {Say::kHelpPhrase, "The words as they stand, side by side.", "词语按原样相邻出现。"},
    {Say::kHelpMust, "“library” has to be there.", "必须含有“library”。"},
    {Say::kHelpMustNot, "“library” must not be there.", "不得含有“library”。"},
    {Say::kHelpOr, "One of the two is enough.", "二者有其一即可。"},
    {Say::kHelpPrefix, "Words that begin so.", "以此开头的词。"},
    {Say::kHelpLimitsTitle, "Countries, dates and other limits", "国家、日期与其他条件"},
    {Say::kHelpReadings,
     "A country and a date are read out of plain words; the page shows how, and you can take it "
     "back.",
     "自动识别普通词语中的国家和日期；页面会显示理解的结果，也可以撤销。"},
    {Say::kHelpReadingsChinese, "The same question in Chinese finds the same items.",
     "用中文提问，结果相同。"},
    {Say::kHelpCountry, "Items about either country, by code or name.",
     "涉及其中任一国家的条目，可用代码或名称。"},
    {Say::kHelpRegion, "Items about any country of the region.", "涉及该区域任一国家的条目。"},
    {Say::kHelpDate, "Items whose dates touch the range.", "日期与该范围有交集的条目。"},
    {Say::kHelpKind,
     "Items that report a visit. Others: signing, meeting, training, opening, award, exchange, "
     "publication.",
     "报道访问的条目。其他类别：signing、meeting、training、opening、award、exchange、publication"
     "。"},
    {Say::kHelpLang, "Items in Chinese.", "中文条目。"},
    {Say::kHelpNone, "Items without a date. The same goes for country:none.",
     "没有日期的条目；country:none 同理。"},
    {Say::kHelpFacetsTitle, "Counts beside the results", "结果旁的数字"},
    {Say::kHelpFacets,
     "Each number is exact: choosing the value returns that many items. Within one group values "
     "add up (Kazakhstan or Spain), between groups they narrow (Kazakhstan in 2019).",
     "每个数字都是准确的：选中该项就得到那么多条。同一组内取并集（哈萨克斯坦或西班牙），不同组之间"
     "取交集（2019 年的哈萨克斯坦）。"},
    {Say::kHelpDates,
     "An item counts in every month its dates touch. Where a source says only “December 2019”, the "
     "item counts in the month and in no day.",
     "条目计入其日期涉及的每个月份。来源只写“2019年12月”的，计入该月，不计入任何一天。"},
    {Say::kHelpWhyTitle, "Why an item is here", "条目为何出现"},
    {Say::kHelpWhy,
     "Open “Why is this here?” under a hit: each country and date stands beside the very words it "
     "was read from. “How each word of the query counts” also tells what keeps an item out.",
     "点开结果下方的“为何出现？”：每个国家、每个日期旁都有其依据的原文词语。“检索词如何起作用”还会"
     "说明条目为何不在结果中。"},
    {Say::kHelpLinksTitle, "Links", "链接"},
    {Say::kHelpLinks,
     "Every state of this page is an address: keep it, send it, subscribe to it as RSS or Atom, or "
     "fetch it as CSV or JSON.",
     "页面的每个状态都有固定网址：可收藏、转发，可用 RSS 或 Atom 订阅，也可导出 CSV 或 JSON。"},
    {Say::kHelpPrivacy,
     "One cookie keeps your choice of language and colours, only once you have made one.",
     "只有在您选择语言或配色之后，才用一个 Cookie 记住这一选择。"},
}};

consteval bool in_order() {
  for (std::size_t i = 0; i < kTexts; ++i) {
    if (static_cast<std::size_t>(kRows[i].text) != i || kRows[i].en.empty() ||
        kRows[i].zh.empty()) {
      return false;
    }
  }
  return true;
}
static_assert(in_order(), "every name has its row, in both languages");

}  // namespace

std::string_view said(Say text, UiLang lang) {
  const Row& row = kRows.at(static_cast<std::size_t>(text));
  return lang == UiLang::kChinese ? row.zh : row.en;
}

}  // namespace bulletin
