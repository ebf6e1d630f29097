#include "indexer/understanding/countries.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "indexer/understanding/country_readings.hpp"

namespace bulletin {
namespace {

// `CN FR`: the codes found in a text without a title.
std::string codes(std::string_view title, std::string_view text) {
  std::string out;
  for (const CountryMention& mention : find_countries(ItemText::of(title, text))) {
    out += (out.empty() ? "" : " ") + mention.code;
  }
  return out;
}

// `KZ city Almaty, KZ name Kazakhstan`: every piece of evidence, by code.
std::string evidence(std::string_view title, std::string_view text) {
  std::string out;
  for (const CountryMention& mention : find_countries(ItemText::of(title, text))) {
    for (const Evidence& e : mention.evidence) {
      const std::string_view field = e.field == TextField::kTitle ? title : text;
      CHECK_EQ(field.substr(e.begin_byte, e.end_byte - e.begin_byte), e.surface);
      out += (out.empty() ? "" : ", ") + mention.code + ' ' + e.rule + ' ' + e.surface;
    }
  }
  return out;
}

struct Case {
  std::string_view text, expect;
};

void check_codes(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK_EQ(codes("", c.text), c.expect);
  }
}

TEST_CASE("find_countries: English names, former names and spellings") {
  check_codes({
      {"a visit to Kazakhstan", "KZ"},
      {"KAZAKHSTAN", "KZ"},
      {"delegation-visits-kazakhstan", "KZ"},
      {"the Kyrgyz Republic", "KG"},
      {"students from Myanmar and Lao PDR", "LA MM"},
      {"then called Burma", "MM"},
      {"Ceylon and Zaire", "CD LK"},
      {"Swaziland, now Eswatini", "SZ"},
      {"Turkey", "TR"},
      {"Türkiye’s largest university", "TR"},
      {"Côte d'Ivoire", "CI"},
      {"Côte d’Ivoire", "CI"},
      {"Ivory Coast", "CI"},
      {"Viet Nam", "VN"},
      {"the Republic of Korea", "KR"},
      {"Korea", "KR"},
      {"North Korea", "KP"},
      {"Great Britain, England and Scotland", "GB"},
      {"the UK", "GB"},
      {"the U.S. side", "US"},
      {"U.S.-based publisher", "US"},
      {"the USA", "US"},
      {"United States of America", "US"},
      {"the UAE", "AE"},
      {"Holland", "NL"},
      {"A.R. of Egypt", "EG"},
      {"Papua New Guinea", "PG"},
      {"Guinea-Bissau", "GW"},
      {"Equatorial Guinea", "GQ"},
      {"Guinea", "GN"},
      {"the Democratic Republic of the Congo", "CD"},
      {"Congo (Kinshasa)", "CD"},
      {"the Republic of the Congo", "CG"},
      {"Nigeria", "NG"},
      {"Niger", "NE"},
      {"South Sudan", "SS"},
      {"Sudan", "SD"},
      {"the Dominican Republic", "DO"},
      {"Dominica", "DM"},
      {"Trinidad and Tobago", "TT"},
      {"Bosnia and Herzegovina", "BA"},
      {"Hong Kong", "HK"},
      {"Hong Kong, China", "HK"},
      {"Macau and Macao", "MO"},
      {"Chinese Taipei", "TW"},
      {"Macao SAR, Taiwan", "MO TW"},
      {"the Holy See", "VA"},
      {"Palestine", "PS"},
      {"New\nZealand", "NZ"},
      {"Ｋｅｎｙａ", "KE"},
      {"Romania(Mare)", "RO"},
      {"Kazakhstan的代表", "KZ"},
      {"the Tanzania-Zambia Railway", "TZ ZM"},
      {"Georgia", "GE"},
      {"Chad", "TD"},
      {"Jordan", "JO"},
  });
}

TEST_CASE("find_countries: English demonyms") {
  check_codes({
      {"three Malaysian leaders", "MY"},
      {"Malaysians abroad", "MY"},
      {"a Peruvian visitor", "PE"},
      {"the Cuban ambassador", "CU"},
      {"Georgian universities", "GE"},
      {"Sino-German degree", "CN DE"},
      {"the Sino-British Fellowship", "CN GB"},
      {"Chinese-funded enterprises", "CN"},
      {"British tutors", "GB"},
      {"the Dutch hosts", "NL"},
      {"the French and the Dutch", "FR NL"},
      {"French and Belgian universities", "BE FR"},
      {"a German guest", "DE"},
      {"Germans and Italians", "DE IT"},
      {"Romanian wine alliance", "RO"},
      {"Kazakh partners", "KZ"},
      {"Kenyan teachers", "KE"},
      {"the Korean delegation", "KR"},
      {"Papua New Guinean officials", "PG"},
      {"South African colleges", "ZA"},
      {"Saudi scholarships", "SA"},
      {"Swiss and Austrian experts", "AT CH"},
      {"a Filipino scholar", "PH"},
      {"Turkish universities", "TR"},
      {"Emirati hosts", "AE"},
  });
}

TEST_CASE("find_countries: English cities, divisions and institutions") {
  check_codes({
      {"meetings in Nur-Sultan", "KZ"},
      {"Nur Sultan", "KZ"},
      {"Almaty and Pavlodar", "KZ"},
      {"Seville and Barcelona", "ES"},
      {"Lusaka, Kitwe and Gaborone", "BW ZM"},
      {"São Paulo and Brasilia", "BR"},
      {"from N’Djamena", "TD"},
      {"from N'Djamena", "TD"},
      {"in Dublin", "IE"},
      {"San José, Costa Rica", "CR"},
      {"Cambridge", "GB"},
      {"Cambridge, Massachusetts", "US"},
      {"London", "GB"},
      {"London, Ontario", "CA"},
      {"Granada", "ES"},
      {"Granada, Nicaragua", "NI"},
      {"Tbilisi, Georgia", "GE"},
      {"Atlanta, Georgia", "US"},
      {"students in New Mexico", "US"},
      {"East Lansing, Michigan", "US"},
      {"Nice, France", "FR"},
      {"a conference in Bali", "ID"},
      {"Inner Mongolia", "CN"},
      {"Guangdong and Xinjiang", "CN"},
      {"Georgia Tech", "US"},
      {"the Georgian Technical University", "GE"},
      {"Georgia State University", "US"},
      {"Michigan State University", "US"},
      {"Indiana University", "US"},
      {"Massey University", "NZ"},
      {"Anadolu University", "TR"},
      {"Sukhothai Thammathirat Open University", "TH"},
      {"Allama Iqbal Open University", "PK"},
      {"the Hellenic Open University", "GR"},
      {"Thompson Rivers University", "CA"},
      {"University of Technology Sydney", "AU"},
      {"the University of Oxford", "GB"},
      {"Universidad a Distancia de Madrid (UDIMA)", "ES"},
      {"German Jordanian University", "DE JO"},
      {"University of Maryland University College", "US"},
      {"Open University Malaysia", "MY"},
      {"KNOU will be the next host", "KR"},
      {"Riga, Cambridge, Poitiers and Sydney", "AU FR GB LV"},
      {"Dublin, Boston and Rome", "IE IT US"},
      {"Trinity College Dublin", "IE"},
      {"Manchester and Vancouver", "CA GB"},
      {"San José", ""},
      {"University of Washington", "US"},
      {"Mongolia Korean Polytechnic College", "MN"},
      {"The Chinese University of Hong Kong", "HK"},
      {"Xi’an and Xi'an", "CN"},
      {"Londonderry", "GB"},
      {"IGNOU’s studios", "IN"},
  });
}

TEST_CASE("find_countries: Chinese names in mainland, Taiwan and Hong Kong wording") {
  check_codes({
      {"哈萨克斯坦", "KZ"},
      {"哈薩克", "KZ"},
      {"訪問紐西蘭與義大利", "IT NZ"},
      {"寮國永珍", "LA"},
      {"北韓與南韓", "KP KR"},
      {"奈及利亞、查德、坦尚尼亞", "NG TD TZ"},
      {"尚比亞、肯亞", "KE ZM"},
      {"喬治亞駐日大使", "GE JP"},
      {"象牙海岸", "CI"},
      {"科特迪瓦", "CI"},
      {"沙烏地阿拉伯", "SA"},
      {"沙特", "SA"},
      {"俄国", "RU"},
      {"巴新学习中心", "PG"},
      {"巴布亚新几内亚", "PG"},
      {"刚果（金）部长", "CD"},
      {"刚果（布）", "CG"},
      {"刚果民主共和国", "CD"},
      {"印度尼西亚", "ID"},
      {"印尼", "ID"},
      {"印度", "IN"},
      {"几内亚比绍", "GW"},
      {"赤道几内亚", "GQ"},
      {"尼日利亚与尼日尔", "NE NG"},
      {"多米尼加", "DO"},
      {"多米尼克", "DM"},
      {"南苏丹", "SS"},
      {"苏丹", "SD"},
      {"阿拉伯联合酋长国", "AE"},
      {"阿联酋", "AE"},
      {"格鲁吉亚", "GE"},
      {"白俄罗斯", "BY"},
      {"索马里", "SO"},
      {"马里", "ML"},
      {"中非共和国", "CF"},
      {"扎伊尔", "CD"},
      {"锡兰", "LK"},
      {"斯威士兰", "SZ"},
      {"香港", "HK"},
      {"中国香港", "HK"},
      {"中国澳门", "MO"},
      {"臺灣", "TW"},
      {"澳洲", "AU"},
      {"汶萊", "BN"},
      {"杜拜", "AE"},
      {"美国人", "US"},
      {"法国队", "FR"},
      {"驻日本大使", "JP"},
      {"新西兰、新加坡", "NZ SG"},
      {"来自日本校友", "JP"},
      {"秘鲁利马", "PE"},
      {"海地太子港", "HT"},
      {"约旦大学", "JO"},
  });
}

TEST_CASE("find_countries: Chinese pairs and one-letter names") {
  check_codes({
      {"中美两国", "CN US"},
      {"中英双方", "CN GB"},
      {"中日韩研讨会", "CN JP KR"},
      {"中法非三方", "CN FR"},
      {"中俄合作", "CN RU"},
      {"中老铁路", "CN LA"},
      {"中非合作论坛", "CN"},
      {"中德硕士项目", "CN DE"},
      {"新马泰", "MY SG TH"},
      {"港澳台", "HK MO TW"},
      {"赴港澳研学", "HK MO"},
      {"粤港澳大湾区", "CN HK MO"},
      {"俄乌", "RU UA"},
      {"英方客人", "GB"},
      {"俄方、日方留学生", "JP RU"},
      {"中方代表", "CN"},
      {"访美", "US"},
      {"赴美学习", "US"},
      {"留美学者", "US"},
      {"驻华大使", "CN"},
      {"中资企业", "CN"},
      {"美籍教师", "US"},
      {"中乌百校论坛", "CN"},
      {"中乌百校论坛，塔什干", "CN UZ"},
      {"中乌合作，乌克兰大学", "CN UA"},
      {"中吉合作", "CN"},
      {"中吉合作的吉布提鲁班工坊", "CN DJ"},
      {"中吉合作，比什凯克", "CN KG"},
      {"中巴合作，伊斯兰堡", "CN PK"},
      {"中巴合作，圣保罗", "BR CN"},
      {"格方", ""},
      {"格鲁吉亚大使表示格方愿意", "GE"},
      {"澳大", ""},
      {"澳大，澳门", "MO"},
      {"澳大，澳大利亚", "AU"},
  });
}

TEST_CASE("find_countries: Chinese cities, divisions and institutions") {
  check_codes({
      {"马德里和巴塞罗那", "ES"},
      {"努尔苏丹", "KZ"},
      {"马里兰大学", "US"},
      {"马里兰州", "US"},
      {"巴西利亚", "BR"},
      {"巴厘岛", "ID"},
      {"迪拜、多哈和安曼", "AE JO QA"},
      {"里昂、达喀尔", "FR SN"},
      {"塔什干、撒马尔罕", "UZ"},
      {"布鲁塞尔、都柏林、巴黎", "BE FR IE"},
      {"里加和伦敦", "GB LV"},
      {"内蒙古开放大学", "CN"},
      {"乌鲁木齐", "CN"},
      {"佐治亚州", "US"},
      {"喬治亞理工學院", "US"},
      {"哥伦比亚大学", "US"},
      {"英属哥伦比亚", "CA"},
      {"雪梨大學", "AU"},
      {"悉尼大学", "AU"},
      {"素可泰·探玛提叻开放大学", "TH"},
      {"英迪拉·甘地国立开放大学", "IN"},
      {"安纳多鲁大学", "TR"},
      {"國立空中大學", "TW"},
      {"香港都会大学", "HK"},
      {"早稻田大學", "JP"},
      {"韩国放送通信大学", "KR"},
      {"苏丹卡布斯大学", "OM"},
      {"德国约旦大学", "DE JO"},
      {"剑桥大学", "GB"},
      {"麻省理工学院", "US"},
      {"伦敦德里", "GB"},
      {"都柏林、波士顿", "IE US"},
      {"奥克兰大学", "NZ"},
      {"加州大学圣地亚哥分校", "US"},
      {"圣地亚哥", ""},
      {"智利圣地亚哥", "CL"},
      {"尼日利亚国家开放大学", "NG"},
      {"中华民国", "TW"},
  });
}

TEST_CASE("find_countries: letters of a country that are none") {
  check_codes({
      // The strings of features.md, finding 2.
      {"发展中国家", ""},
      {"今日本报讯", ""},
      {"今日本校举行典礼", ""},
      {"上海地区", ""},
      {"增加纳税", ""},
      {"司法国际", ""},
      {"赞美国家公园", ""},
      {"道德国学大讲堂", ""},
      {"清华大学与清华", "CN"},
      {"托卡耶夫", ""},
      // Across words.
      {"面向欧洲以外国家开放", ""},
      {"参加纳米技术展", ""},
      {"集中美术教师", ""},
      {"初中英语、高中法律", ""},
      {"初中德育", ""},
      {"加强国际传播", ""},
      {"中老年教育", ""},
      {"道德方面", ""},
      {"审美方法", ""},
      {"明日方舟", ""},
      {"节日方案", ""},
      {"以方便群众", ""},
      {"司法方面", ""},
      {"供电大厅", ""},
      {"各国开放", ""},
      {"全国开展", ""},
      {"走马里程", ""},
      {"里程碑", ""},
      {"日前", ""},
      {"美丽乡村", ""},
      {"德育", ""},
      {"法学院", ""},
      {"泰山", ""},
      {"明智利用", ""},
      {"12月中日均", ""},
      // Parts of longer names.
      {"印度洋科考", ""},
      {"朝鲜族", ""},
      {"哈萨克族学生", ""},
      {"新几内亚", ""},
      {"约旦河", ""},
      {"墨西哥湾", ""},
      {"印第安人", ""},
      {"拉丁美洲", ""},
      {"朝鲜半岛", ""},
      {"苏联和南斯拉夫", ""},
      {"中东地区", ""},
      {"西方", ""},
      {"蒙哥馬里", ""},
      {"布蘭斯塔德", ""},
      {"阿德里安四世", ""},
      {"巴什基爾人", ""},
      // Persons.
      {"阿曼达·吐尔逊", ""},
      {"约旦·汉森先生", ""},
      {"马里奥·罗西", ""},
      {"哈夫托姆·加布雷格齐亚贝尔", ""},
      {"乔丹球迷俱乐部", ""},
      {"杰西卡·钱伯斯", ""},
      {"休·杰克曼", ""},
      {"波恩先生", ""},
      {"选修西班牙文", ""},
      {"西班牙文化", "ES"},
      {"希腊文明", "GR"},
      {"入海口", ""},
      {"英国夏令时间", ""},
      {"约旦哈桑·本·塔拉勒亲王", "JO"},
      // Languages.
      {"西班牙语专业", ""},
      {"法语、日语、德语课程", ""},
      {"韩国语", ""},
      {"意大利语和葡萄牙语", ""},
      {"哈萨克语", ""},
      {"阿拉伯语", ""},
      // Regions and organisations.
      {"非洲、东盟、欧盟、中亚、亚太", ""},
      {"联合国教科文组织", ""},
      {"金砖国家", ""},
      {"蘋果、雪梨等水果", ""},
  });
}

TEST_CASE("find_countries: English words, persons, languages and regions are no countries") {
  check_codes({
      {"a turkey dinner", ""},
      {"tell us about it", ""},
      {"the jordan and the chad", ""},
      {"Michael Jordan", ""},
      {"Chad Smith came", ""},
      {"Mr. Israel Moreno came", ""},
      {"Dr. India Clarke", ""},
      {"Jordan Smith came", ""},
      {"Professor Chad Miller", ""},
      {"Nice to meet you", ""},
      {"Reading books helps", ""},
      {"Mobile Learning and March", ""},
      {"Mobile phones", ""},
      {"Of Mice and Man", ""},
      {"the best bath", ""},
      {"a class reunion", ""},
      {"fine china and hot chile", ""},
      {"the Victoria Cross", ""},
      {"Prof. Paris Chen", ""},
      {"Polish your skills", ""},
      {"David and Elizabeth", ""},
      {"Elizabeth Warren and Norman Gilbert", ""},
      {"the OSS project", ""},
      {"Java programming", ""},
      {"Java, Indonesia", "ID"},
      {"Chinese language", ""},
      {"French language instruction", ""},
      {"a Spanish course", ""},
      {"a course in French on safety", ""},
      {"in Japanese and Korean", ""},
      {"learn Italian", ""},
      {"taught in Russian.", ""},
      {"Portuguese, Spanish and French lessons", ""},
      {"German-speaking", ""},
      {"Arabic and English", ""},
      {"Thai textbooks", ""},
      {"the Polish language", ""},
      {"polish the text", ""},
      {"Chinese medicine", ""},
      {"Africa and China-Africa cooperation", "CN"},
      {"ASEAN, EU, APEC, UNESCO, BRICS", ""},
      {"the UN", ""},
      {"Central Asia", ""},
      {"Latin America", ""},
      {"Latin American studies", ""},
      {"North America", ""},
      {"the Indian Ocean", ""},
      {"the South China Sea", ""},
      {"the Gulf of Guinea", ""},
      {"guinea pigs", ""},
      {"Congo River", ""},
      {"Czechoslovakia, Yugoslavia and the USSR", ""},
      {"Congo", ""},
      {"Dominican", ""},
      {"Dominican guests from Roseau", "DM"},
      {"Somaliland", ""},
      {"Omanis", "OM"},
      {"Malians", "ML"},
      {"Romanians", "RO"},
      {"Nigerian", "NG"},
      {"Chinatown", ""},
      {"Germanic", ""},
      {"Francesca", ""},
      {"IN US", "US"},
      {"developing countries", ""},
      {"Belt and Road", ""},
      {"the Open University", ""},
  });
}

TEST_CASE("find_countries: acronyms are read through the item's own brackets") {
  check_codes({
      {"the Open University of Kenya (OUK); OUK will", "KE"},
      {"OUK will host", ""},
      {"Hanoi Open University (HOU)", "VN"},
      {"the Hellenic Open University (HOU)", "GR"},
      {"HOU", ""},
      {"the Open University of Tanzania (OUT)", "TZ"},
      {"the OUC", "CN"},
      {"the Open University of Catalonia (OUC); OUC", "ES"},
      {"the Overseas Undergraduate Council (OUC); OUC", ""},
      {"UT and AU", ""},
  });
  CHECK_EQ(evidence("OUK Guests", "The Open University of Kenya (OUK)"),
           "KE acronym OUK, KE institution Open University of Kenya, KE acronym OUK");
  CHECK_EQ(evidence("", "Ocean University of China(OUC) and OUC"),
           "CN institution Ocean University of China, CN acronym OUC, CN acronym OUC");
}

TEST_CASE("find_countries: evidence quotes the original and names its rule") {
  CHECK_EQ(evidence("Türkiye", "Visit to Eskişehir"), "TR name Türkiye, TR city Eskişehir");
  CHECK_EQ(evidence("", "國家開放大學與哈薩克"), "CN publisher 國家開放大學, KZ name 哈薩克");
  CHECK_EQ(evidence("", "the Open University of China(OUC)"),
           "CN publisher Open University of China, CN publisher OUC");
  CHECK_EQ(evidence("", "国开、中央电大和北京电大"),
           "CN publisher 国开, CN publisher 中央电大, CN city 北京, CN publisher 电大");
  CHECK_EQ(evidence("", "Burma; Malaysian; 英方"),
           "GB abbreviation 英方, MM former-name Burma, MY demonym Malaysian");
  CHECK_EQ(evidence("", "中美"), "CN pair 中美, US pair 中美");
  CHECK_EQ(evidence("", "Michigan"), "US division Michigan");
}

TEST_CASE("find_countries: a headline's capitals make no surnames") {
  CHECK_EQ(codes("Education Officials from Chad Visit Learning Centre Team", ""), "TD");
  CHECK_EQ(codes("Michael Jordan Foundation Donates Books", ""), "");
  CHECK_EQ(codes("Ambassador of Georgia Meets OUC President", ""), "CN GE");
}

TEST_CASE("read_names: rejected names say why") {
  const auto verdict = [](std::string_view text) {
    const ItemText item = ItemText::of("", text);
    const std::vector<Reading> readings = read_names(item);
    REQUIRE_EQ(readings.size(), 1);
    return readings.front().verdict;
  };
  CHECK_EQ(verdict("发展中国家"), Verdict::kBlocked);
  CHECK_EQ(verdict("增加纳税"), Verdict::kAcrossWords);
  CHECK_EQ(verdict("法国语"), Verdict::kLanguage);
  CHECK_EQ(verdict("Chad Smith"), Verdict::kPersonName);
  CHECK_EQ(verdict("Congo"), Verdict::kNoWitness);
  CHECK_EQ(verdict("Kenya"), Verdict::kAccepted);
}

}  // namespace
}  // namespace bulletin
