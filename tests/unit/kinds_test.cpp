#include "indexer/understanding/kinds.hpp"

#include <algorithm>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "indexer/understanding/kind_cues.hpp"
#include "indexer/understanding/kind_words_chinese.hpp"
#include "indexer/understanding/kind_words_chinese_results.hpp"
#include "indexer/understanding/kind_words_chinese_silence.hpp"
#include "indexer/understanding/kind_words_english.hpp"
#include "indexer/understanding/kind_words_english_results.hpp"
#include "indexer/understanding/kind_words_english_silence.hpp"

namespace bulletin {
namespace {

// `visit signing`: the kinds found.
std::string kinds(std::string_view title, std::string_view text) {
  std::string out;
  for (const KindMention& mention : find_kinds(ItemText::of(title, text))) {
    out += (out.empty() ? "" : " ") + mention.kind;
    CHECK_EQ(mention.evidence.empty(), mention.kind == "other");
  }
  return out;
}

// `visit cue visited, signing title-cue Signs`: every piece of evidence.
std::string evidence(std::string_view title, std::string_view text) {
  std::string out;
  for (const KindMention& mention : find_kinds(ItemText::of(title, text))) {
    for (const Evidence& e : mention.evidence) {
      const std::string_view field = e.field == TextField::kTitle ? title : text;
      CHECK_EQ(field.substr(e.begin_byte, e.end_byte - e.begin_byte), e.surface);
      out += (out.empty() ? "" : ", ") + mention.kind + ' ' + e.rule + ' ' + e.surface;
    }
  }
  return out;
}

struct Case {
  std::string_view text, expect;
};

void check_kinds(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK_EQ(kinds("", c.text), c.expect);
  }
}

}  // namespace

TEST_CASE("kinds: English leads tell what happened") {
  check_kinds({
      {"The rector of a Cuban university paid a courtesy call on our president on 3 May.", "visit"},
      {"Six teachers from Laos were guests of the university last week.", "visit"},
      {"A five-member delegation arrived in Lusaka on 4 June.", "visit"},
      {"The university was visited by Dr. Lee of the health ministry.", "visit"},
      {"The president welcomed the ambassador of Peru on Friday.", "visit"},
      {"On 4 April, a team of six travelled to Nairobi to inspect the site.", "visit"},
      {"Leaders of the institute met with the guests from Oslo.", "visit"},
      {"The two universities signed a memorandum of understanding on 2 March.", "signing"},
      {"An agreement on credit transfer was signed in Hanoi on Monday.", "signing"},
      {"Both sides put their names to a letter of intent.", "signing"},
      {"The college and the bank renewed their cooperation agreement.", "signing"},
      {"The dean visited Seoul and signed a contract with the press.", "visit signing"},
      {"They discussed online courses and signed an agreement.", "signing"},
      {"The 12th annual conference took place in Hanoi from 24 to 26 October.", "meeting"},
      {"A seminar on open resources was held online on 5 June.", "meeting"},
      {"Forty branches attended the work conference in Hangzhou.", "meeting"},
      {"The vice president led a delegation to the World Congress held in Geneva.", "meeting"},
      {"The conference will be held in Kunming next May.", "meeting"},
      {"Forty tutors completed a two-week training course on 9 July.", "training"},
      {"A training workshop for librarians concluded here on Sunday.", "training"},
      {"The summer school began on 6 July.", "training"},
      {"A Chinese course for bank staff was launched in Surabaya.", "training"},
      {"The learning centre was inaugurated on 19 April.", "opening"},
      {"A research institute opened its doors in Dodoma.", "opening"},
      {"The vice president unveiled a plaque in Goroka.", "opening"},
      {"The university launched a digital platform for older learners.", "opening"},
      {"An opening ceremony for the new term took place on 1 September.", "opening"},
      {"The branch won first prize in a national video contest.", "award"},
      {"Dr. Clarke was awarded an honorary doctorate.", "award"},
      {"Eleven teachers were selected as national role models.", "award"},
      {"Twenty exchange students from Spain began their semester here.", "exchange"},
      {"Thirty pupils joined the summer camp in Xi'an on 3 August.", "exchange"},
      {"The press published a handbook for tutors in June.", "publication"},
      {"The university has provided UNESCO with learning resources in English.", "publication"},
      {"A new book on lifelong learning was published on Monday.", "publication"},
  });
}

TEST_CASE("kinds: English words that only look like events") {
  check_kinds({
      {"A visiting professor teaches statistics this term.", "other"},
      {"Three visiting scholars live on the second floor.", "other"},
      {"For more information visit our website.", "other"},
      {"Website visits doubled in March.", "other"},
      {"The school offers advice in sign language.", "other"},
      {"More than two thousand people have signed up.", "other"},
      {"Under the agreement signed in 2016, tutors share their notes.", "other"},
      {"A strategic agreement had been signed in 2019.", "other"},
      {"The two sides hope to sign an agreement next year.", "other"},
      {"The Open University has new opening hours.", "other"},
      {"The award-winning film follows a herder's daughter.", "other"},
      {"The college awarded certificates to its graduates.", "other"},
      {"The exchange rate fell on Friday.", "other"},
      {"Both sides exchanged views on staff training and student exchange.", "other"},
      {"The officials discussed seminars, training courses and a summer camp.", "other"},
      {"The training centre has forty rooms.", "other"},
      {"The conference hall was painted in June.", "other"},
      {"He joined the spring 2017 class as a soldier.", "other"},
      {"The university posted face masks to its teachers abroad.", "other"},
      {"The publishing house moved to a larger building.", "other"},
      {"The library was established in 1985 with nine books.", "other"},
  });
}

TEST_CASE("kinds: Chinese leads tell what happened") {
  check_kinds({
      {"9月5日，泰国教育部代表团访问国家开放大学。", "visit"},
      {"赞比亚大学副校长一行来访。", "visit"},
      {"校长在京会见肯尼亚客人。", "visit"},
      {"3月2日，乍得教育官员一行到访，参观云教室。", "visit"},
      {"代表团赴芬兰考察教师教育。", "visit"},
      {"金門大學師生走訪本校。", "visit"},
      {"双方签署合作备忘录。", "signing"},
      {"4月1日，两校续签学分互认协议。", "signing"},
      {"两校举行签约仪式，共建实验室。", "signing"},
      {"香港都會大學校長率團訪問北京，並簽署合作備忘錄。", "visit signing"},
      {"介绍情况后，双方签署了协议。", "signing"},
      {"第30届年会在河内举行。", "meeting"},
      {"10月9日，学校召开招生工作会议。", "meeting"},
      {"校长率团出席国际开放教育大会并作主旨报告。", "meeting"},
      {"“教育数字化”论坛于5月在昆明开幕。", "meeting"},
      {"学校与土耳其伙伴举行视频会议。", "meeting"},
      {"海外中文教师研修班近日结业。", "training"},
      {"7月3日，图书馆员培训班在青岛开班。", "training"},
      {"学校举办信息安全专题培训。", "training"},
      {"海外学习中心在多多马揭牌。", "opening"},
      {"数字教育平台正式上线。", "opening"},
      {"老年大学深圳学院成立。", "opening"},
      {"9月1日，学校举行开学典礼。", "opening"},
      {"我校教师荣获全国教学竞赛一等奖。", "award"},
      {"校友被授予“最美教师”荣誉称号。", "award"},
      {"40名交换生抵达北京。", "exchange"},
      {"“汉语桥”夏令营在昆明开营。", "exchange"},
      {"泰国师生15人开展文化交流，体验书法。", "exchange"},
      {"《开放大学案例集》由商务印书馆出版。", "publication"},
      {"学校发布年度质量报告。", "publication"},
      {"学校向教科文组织提供优质学习资源。", "publication"},
  });
}

TEST_CASE("kinds: Chinese words that only look like events") {
  check_kinds({
      {"访问学者宿舍本月完成粉刷。", "other"},
      {"网站访问量突破百万。", "other"},
      {"留学生签证办理须知。", "other"},
      {"请各位学员按时签到。", "other"},
      {"会议室本周停用。", "other"},
      {"培训中心搬到三楼。", "other"},
      {"国家开放大学现有学员四百万人。", "other"},
      {"新购交换机已经安装。", "other"},
      {"双方就师生交流、教师培训、联合出版等交换意见。", "other"},
      {"此前，双方曾签署合作协议。", "other"},
      {"校长希望两校签署协议、互派学生。", "other"},
      {"他表示，将举办培训班和研讨会。", "other"},
      {"该校创办于1947年，成立于战后。", "other"},
      {"学校迎来成立40周年。", "other"},
      {"奖学金申请本周截止。", "other"},
      {"出版社招聘编辑两名。", "other"},
      {"发布时间：2019年3月14日。", "other"},
      {"学习中心举行毕业典礼。", "other"},
      {"学校向山区小学捐赠图书。", "other"},
  });
}

TEST_CASE("kinds: a visit swallows its talks, not its signing") {
  CHECK_EQ(kinds("", "A delegation from Peru visited us. A meeting was held in the library."),
           "visit");
  CHECK_EQ(kinds("", "秘鲁代表团来访。双方举行座谈会。"), "visit");
  CHECK_EQ(kinds("", "学校举行座谈会，听取学员意见。"), "meeting");
  CHECK_EQ(kinds("Council Meeting Held", "Members heard the report."), "meeting");
}

TEST_CASE("kinds: a journey to a conference, course or camp is that event") {
  CHECK_EQ(
      kinds("", "A delegation arrived in Bali for the annual conference, which was held in May."),
      "meeting");
  CHECK_EQ(kinds("", "20名教师赴天津参加研修班。"), "training");
}

TEST_CASE("kinds: the title counts, also where verbs are dropped") {
  CHECK_EQ(kinds("Framework Agreement with Malaysian College", "Tutors will be found."), "signing");
  CHECK_EQ(kinds("Tenth Seminar in Chiba", "Six people spoke."), "meeting");
  CHECK_EQ(kinds("Learning Centre Opened in Riga", "It has forty rooms."), "opening");
  CHECK_EQ(kinds("两校合作备忘录", "全文如下。"), "signing");
}

TEST_CASE("kinds: the future is news in the lead, not behind a report") {
  CHECK_EQ(kinds("", "On 2 May both sides signed a contract and will open a learning centre."),
           "signing");
  CHECK_EQ(kinds("", "双方签署协议，将合办学术会议。"), "signing");
  CHECK_EQ(kinds("", "亚洲的开放大学年会将于下月举行。"), "meeting");
  CHECK_EQ(kinds("", "A learning centre will be opened in Lima on 3 May."), "opening");
}

TEST_CASE("kinds: at most three, those told first") {
  const std::string_view text =
      "The delegation visited Riga, signed an agreement, opened a learning centre, won a prize and "
      "published a handbook.";
  CHECK_EQ(kinds("", text), "visit signing opening");
}

TEST_CASE("kinds: evidence is bytes of the original, title first") {
  CHECK_EQ(evidence("ＭＯＵ Signed", "They Signed a Memorandum, and visited Xi’an."),
           "visit cue visited, signing title-cue ＭＯＵ, signing title-cue Signed, "
           "signing cue Signed, signing cue Memorandum");
  CHECK_EQ(evidence("", "代表團訪問北京，簽署備忘錄。"),
           "visit cue 代表團, visit cue 訪問, signing cue 簽署");
  CHECK_EQ(evidence("", "Nothing much."), "");
}

TEST_CASE("kinds: any bytes are read, and always named") {
  for (const std::string_view text :
       {"", "\xff\xfe", "《《", "visit\xf0\x9f", "签", "…………", "a_b ."}) {
    CHECK_FALSE(kinds(text, text).empty());
  }
  CHECK_EQ(kinds("", ""), "other");
}

TEST_CASE("kinds: each form stands in one row, folded") {
  std::set<std::string_view> seen;
  const auto check = [&](std::span<const CueRow> rows) {
    for (const CueRow& row : rows) {
      for (std::size_t at = 0; at < row.forms.size();) {
        const std::size_t end = std::min(row.forms.find(' ', at), row.forms.size());
        const std::string_view form = row.forms.substr(at, end - at);
        CAPTURE(form);
        CHECK_FALSE(form.empty());
        CHECK(seen.insert(form).second);
        CHECK_EQ(FoldedText::fold(form).text(), form);
        at = end + 1;
      }
    }
  };
  check(kEnglishCues);
  check(kEnglishResultCues);
  check(kEnglishSilenceCues);
  check(kChineseCues);
  check(kChineseResultCues);
  check(kChineseSilenceCues);
}

}  // namespace bulletin
