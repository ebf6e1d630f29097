#include "searcher/browse/language.hpp"

#include <algorithm>

namespace bulletin::browse {
namespace {

constexpr Words kEnglish{
    .query = "Search",
    .everything = "everything",
    .countries = "Country/Region",
    .dates = "Date",
    .langs = "Language",
    .kinds = "Kind",
    .regions = "World region",
    .one_item = "1 item",
    .items = " items",
    .nothing = "Nothing found.",
    .no_date = "no date",
    .more = "more",
    .by_relevance = "by relevance",
    .oldest_first = "oldest first",
    .newest_first = "newest first",
    .by_title = "by title",
    .read_as = "read",
    .plain_words = "plain words",
    .not_translated = "not translated",
    .rule = "shown by",
    .translated = "also searched",
    .no_item_has = "No item has ",
    .near = "near",
    .without = "without",
    .also_in = "also in ",
    .near_copy = "near copy",
    .found_by = "found by ",
    .published = "published",
    .source = "source",
    .file = "file",
    .until = "until",
    .date = "date",
    .country = "country/region",
    .kind = "kind",
    .not_date = "not date",
    .not_a_date = "not a date",
    .not_country = "not",
    .like = "Items like",
    .none_like = "No item is like it.",
    .shared = "both have",
    .find_in_facets = "Find in facets",
    .too_small = "too small",
    .gone = "This item is no longer in the index.",
    .not_unicode = "the locale is not UTF-8: what it cannot show stands as ? (try LC_ALL=C.UTF-8)",
    .hits_keys =
        "Enter open|Tab facets|/ search|? help|q leave|1-9 drill down|x remove|u undo|"
        "o order|v titles",
    .facets_keys =
        "Enter only this|Space add|f find|Tab next|? help|q leave|←→ fold|x remove|"
        "u undo",
    .chips_keys = "←→ choose|x remove|Tab hits|? help|q leave|u undo|/ search",
    .item_keys = "q back|w why|l other language|s similar|n next|p previous|? help|↑↓ scroll",
    .similar_keys = "Enter open|q back|? help|↑↓ move",
    .help_keys = "q back|↑↓ scroll",
    .prompt_keys = "Enter search|Esc cancel|↑↓ earlier queries|Ctrl-U clear",
    .help = R"(↑ ↓  k j	up and down; PgUp PgDn (Ctrl-B Ctrl-F), Home End (g G)
← →  h l	to the facets and to the hits; fold, unfold, open
Tab	next part: hits, facets, limits
/	edit the query; countries and dates in it are read
1-9	drill down to the facet value with that number
Enter	on a facet value: only this; again: without it
Space	on a facet value: this as well
f	find inside the facets
x	remove a limit or a reading: the chosen one, else the last
p	search plain words: read no country and no date
o	order: relevance, newest, oldest, title
v	titles only, or with excerpts
u	undo
Enter	on a hit: open it; in the item:
w	  why it has its countries, dates and kinds
l	  the same story in the other language
s	  items like it
n p	  next and previous hit
q Esc	back; from the lists: leave and print the command)"};

constexpr Words kChinese{
    .query = "检索",
    .everything = "全部",
    .countries = "国家/地区",
    .dates = "日期",
    .langs = "语言",
    .kinds = "类别",
    .regions = "世界区域",
    .one_item = "1 条",
    .items = " 条",
    .nothing = "没有找到。",
    .no_date = "无日期",
    .more = "更多",
    .by_relevance = "按相关度",
    .oldest_first = "最早在前",
    .newest_first = "最新在前",
    .by_title = "按标题",
    .read_as = "识别",
    .plain_words = "只按字面",
    .not_translated = "不翻译",
    .rule = "依据",
    .translated = "同时检索",
    .no_item_has = "没有条目含有",
    .near = "相近",
    .without = "去掉",
    .also_in = "另有",
    .near_copy = "近似文本",
    .found_by = "译词命中：",
    .published = "发布",
    .source = "来源",
    .file = "文件",
    .until = "旧文本，至",
    .date = "日期",
    .country = "国家/地区",
    .kind = "类别",
    .not_date = "不是日期",
    .not_a_date = "不是日期",
    .not_country = "不是",
    .like = "相似条目：",
    .none_like = "没有相似的条目。",
    .shared = "共有",
    .find_in_facets = "在分面中查找",
    .too_small = "窗口太小",
    .gone = "此条目已不在索引中。",
    .not_unicode = "the locale is not UTF-8: what it cannot show stands as ? (try LC_ALL=C.UTF-8)",
    .hits_keys =
        "Enter 打开|Tab 分面|/ 检索|? 帮助|q 离开|1-9 下钻|x 去条件|u 撤销|o 排序|"
        "v 标题",
    .facets_keys = "Enter 只选|空格 加选|f 查找|Tab 下一栏|? 帮助|q 离开|←→ 折叠|x 去条件|u 撤销",
    .chips_keys = "←→ 选择|x 去掉|Tab 结果|? 帮助|q 离开|u 撤销|/ 检索",
    .item_keys = "q 返回|w 依据|l 另一语言|s 相似|n 下一条|p 上一条|? 帮助|↑↓ 滚动",
    .similar_keys = "Enter 打开|q 返回|? 帮助|↑↓ 移动",
    .help_keys = "q 返回|↑↓ 滚动",
    .prompt_keys = "Enter 检索|Esc 取消|↑↓ 历史|Ctrl-U 清空",
    .help = R"(↑ ↓  k j	上下移动；PgUp PgDn（Ctrl-B Ctrl-F）、Home End（g G）
← →  h l	到分面、到结果；折叠、展开、打开
Tab	下一栏：结果、分面、条件
/	编辑检索词；其中的国家和日期会被识别
1-9	下钻：只看有此编号的分面值
Enter	在分面值上：只选此值；再按一次取消
空格	在分面值上：加选或减选
f	在分面中查找
x	去掉一个条件或识别结果：选中的，否则最后一个
p	只按字面检索：不识别国家和日期
o	排序：相关度、最新、最早、标题
v	只看标题，或带摘要
u	撤销
Enter	在结果上：打开；在条目中：
w	  国家、日期、类别的依据
l	  另一语言的同一报道
s	  相似条目
n p	  下一条、上一条
q Esc	返回；在列表处：离开并打印等价命令)"};

constexpr std::string_view kChineseParts[] = {"词语",      "短语",     "词首", "组合",
                                              "国家/地区", "日期",     "语言", "类别",
                                              "区域",      "条目编号", "译词"};

}  // namespace

Language language_of_locale(std::string_view locale) {
  return locale.starts_with("zh") ? Language::kChinese : Language::kEnglish;
}

const std::string& name_in(Language language, const BilingualLabel& label) {
  return language == Language::kChinese ? label.zh : label.en;
}

const Words& words_of(Language language) {
  return language == Language::kChinese ? kChinese : kEnglish;
}

std::vector<std::string_view> help_lines(Language language) {
  const std::string_view help = words_of(language).help;
  std::vector<std::string_view> lines;
  for (std::size_t begin = 0; begin <= help.size();) {
    const std::size_t end = std::min(help.find('\n', begin), help.size());
    lines.push_back(help.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

std::string items_text(Language language, std::size_t count) {
  const Words& words = words_of(language);
  return count == 1 ? std::string(words.one_item)
                    : std::to_string(count) + std::string(words.items);
}

std::string_view sort_text(Language language, Sort sort) {
  const Words& words = words_of(language);
  switch (sort) {
    case Sort::kRelevance:
      return words.by_relevance;
    case Sort::kOldestFirst:
      return words.oldest_first;
    case Sort::kNewestFirst:
      return words.newest_first;
    case Sort::kTitle:
      break;
  }
  return words.by_title;
}

std::string_view part_text(Language language, PartKind kind) {
  const auto number = static_cast<std::size_t>(kind);
  return language == Language::kChinese && number < std::size(kChineseParts) ? kChineseParts[number]
                                                                             : part_kind_name(kind);
}

}  // namespace bulletin::browse
