#include "indexer/understanding/countries.hpp"

#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "indexer/understanding/country_readings.hpp"
#include "tests/unit/countries_case.hpp"

namespace bulletin {
namespace {

TEST_CASE("find_countries: English names, former names and spellings") {
  check_codes({
      {"a visit to Kazakhstan", "KZ"},
      {"teachers from Ulan Bator and Erdenet", "MN"},
      {"Kharkov, Lvov and Zaporizhzhia", "UA"},
      {"a college in Lucerne and one in Fribourg", "CH"},
      {"the University of Stellenbosch", "ZA"},
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
      {"Jordan\nSmith came", ""},
      {"Jordan\n\nSmith came", "JO"},  // A paragraph ends no name.
      {"Urayasu\r\n\r\nThree lecturers spoke", "JP"},
      {"Ms Li spoke for Dr\n\nJordan hosts the forum", "JO"},
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
    const std::vector<NameReading> readings = read_names(item);
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

TEST_CASE(
    "find_countries: products, food and drink are named after places, those who make them are "
    "there") {
  check_codes({
      {"Turkish coffee", ""},
      {"Turkish coffee makers", "TR"},
      {"Turkish delight, Danish pastries, Swiss rolls and Brazil nuts", ""},
      {"Swiss cheese", ""},
      {"Swiss Army Knife", ""},
      {"a cup of Brazil coffee", ""},
      {"in Brazil coffee is grown", "BR"},
      {"Kenyan coffee farmers", "KE"},
      {"Colombian coffee growers visited", "CO"},
      {"Italian pasta", ""},
      {"Greek olive oil", ""},
      {"French wine exporters", "FR"},
      {"Ceylon tea", ""},
      {"Thai food and Korean cuisine", ""},
      {"Norwegian smoked salmon", ""},
      {"Persian carpets", ""},
      {"German beer", ""},
      {"German cars", "DE"},
      {"Swiss watches", ""},
      {"the Swiss watch industry", "CH"},
      {"Japanese green tea", ""},
      {"Russian dolls and Cuban cigars", ""},
      {"the Swiss Cheese Museum", "CH"},
      {"Peking duck, Parma ham and Hamburg steak", ""},
      {"Mexican tacos in Peru", "PE"},
  });
}

TEST_CASE(
    "find_countries: a list of countries means the country Georgia, a town before it the state") {
  check_codes({
      {"Georgia, US and UK", "GB GE US"},
      {"Georgia, the US and the UK", "GB GE US"},
      {"Armenia, Georgia, US", "AM GE US"},
      {"guests from Georgia, US, and Kenya", "GE KE US"},
      {"Atlanta, Georgia, US", "US"},
      {"Atlanta, Georgia, US and Toronto, Canada", "CA US"},
      {"Georgia, USA", "US"},
      {"Georgia and Armenia", "AM GE"},
  });
}

TEST_CASE("find_countries: history places nothing") {
  check_codes({
      {"the Korean War", ""},
      {"veterans of the Vietnam War", ""},
      {"the Gulf War", ""},
      {"the French Revolution", ""},
      {"the Second Sino-Japanese War", ""},
      {"the Chinese People’s War of Resistance Against Japanese Aggression", ""},
      {"the Roman Empire", ""},
      {"the Spanish Civil War", ""},
      {"the Korean War Memorial in Seoul", "KR"},
  });
}

TEST_CASE("find_countries: names that other extractors miss or mistake") {
  check_codes({
      {"Peru and Mauritania", "MR PE"},
      {"Peruse the list", ""},
      {"European partners", ""},
      {"Columbia University", "US"},
      {"Colombia", "CO"},
      {"the U.S, the USA and the UK", "GB US"},
      {"the U.S. and Canada", "CA US"},
  });
}

}  // namespace
}  // namespace bulletin
