// Kinds of event of whole English bulletins: a title, a lead and what follows it.

#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "indexer/understanding/kinds.hpp"

namespace bulletin {
namespace {

struct Case {
  std::string_view title, text, expect;
};

}  // namespace

TEST_CASE("kinds of whole English bulletins") {
  const Case cases[] = {
      {"Vice Chancellor of OUSL Visits OUC",
       "On the morning of 14 November, Prof. Perera, vice chancellor of the Open University of Sri "
       "Lanka, arrived at the OUC with two deans. Talks covered laboratory kits and credit "
       "transfer.",
       "visit"},
      {"OUC Hosts Latvian Guests",
       "The OUC hosted four guests from the University of Latvia on 9 May 2018.", "visit"},
      {"A Warm Welcome for Mongolian Teachers",
       "Eight teachers from Ulaanbaatar were welcomed to the Inner Mongolia Open University on 4 "
       "July and shown how lessons are recorded.",
       "visit"},
      {"Kenyan Cabinet Secretary at the OUC",
       "The cabinet secretary for education of Kenya met OUC president Yang on 4 September 2018, "
       "during the Beijing summit, and saw the exhibition of overseas learning centres.",
       "visit"},
      {"Working Trip to the Gulf",
       "Vice President Zhang has returned from a working trip to Qatar and Oman, where his team "
       "held talks with three universities from 2 to 8 December 2019.",
       "visit"},
      {"President Receives Consul General",
       "The consul general of Italy was received by the president of the Guangdong branch on 5 "
       "June 2017.",
       "visit"},
      {"",
       "On 8 April 2016 the OUC received a delegation from Laurea University, Finland. Both sides "
       "hope to launch a joint course on nursing.",
       "visit"},
      {"",
       "Mr. Tan, chairman of the Chinese chamber of commerce in Penang, and a party of ten toured "
       "the OUC on 6 May 2015.",
       "visit"},
      {"OUC Extends Agreement with Hagen",
       "The agreement on joint research between the OUC and FernUniversität in Hagen has been "
       "extended until 2025. The presidents signed the extension on 3 May 2020.",
       "signing"},
      {"MoU to Promote Malagasy Teachers",
       "A memorandum of understanding between the OUC and the University of Antananarivo was inked "
       "on 5 May 2018.",
       "signing"},
      {"",
       "The Guangxi branch and Savannakhet University in Laos agreed on 3 May 2019 to recognise "
       "each other's credits; the agreement was signed in Vientiane by both presidents.",
       "signing"},
      {"Cooperation with Bank Continues",
       "By renewing their contract on 5 June, the OUC and the bank made sure that another 2,000 "
       "clerks can study.",
       "signing"},
      {"",
       "At a ceremony in Belgrade on 9 May 2018, the OUC and the University of Novi Sad signed a "
       "letter of intent on a Confucius classroom.",
       "signing"},
      {"Asian Presidents Talk about Quality",
       "Presidents of nine open universities attended a round table on quality in Bangkok on 8 May "
       "2016.",
       "meeting"},
      {"Second Sino-Finnish Seminar on Vocational Education",
       "The second seminar took place in Tampere on 5 and 6 June 2018. Thirty people spoke.",
       "meeting"},
      {"",
       "The OUC took part in the World Conference on Women's Studies in Colombo on 3 May 2019 and "
       "gave a paper there.",
       "meeting"},
      {"",
       "Forty-four branches were connected when the OUC opened its annual work conference on 12 "
       "January 2021.",
       "meeting"},
      {"Symposium Marks Ten Years of Cooperation",
       "A symposium in Riga on 5 May 2019 looked back on ten years of cooperation.", "meeting"},
      {"",
       "The OUC's vice president delivered a speech at the opening of the Global Lifelong Learning "
       "Forum in Incheon on 3 May 2018.",
       "meeting"},
      {"Juncao Course Ends in Fiji",
       "Forty farmers received their certificates on 15 June 2018, at the end of a two-week course "
       "in Nadi.",
       "training"},
      {"Mongolian Tutors Learn to Make Videos",
       "A five-day workshop on video lessons for 20 tutors from Mongolia closed in Hohhot on 5 "
       "July.",
       "training"},
      {"",
       "On 9 March 2020, the first of six online lectures on teaching under lockdown was given for "
       "5,000 teachers.",
       "training"},
      {"OUC Trains Rural Doctors in Qinghai",
       "In August 2016, three hundred rural doctors in Qinghai attended an OUC course in first "
       "aid.",
       "training"},
      {"",
       "The third training class for secretaries of village party branches began at the Shanxi "
       "branch on 5 May.",
       "training"},
      {"Tailor-Made Course for Airport Staff",
       "Sixty employees of the airport in Phnom Penh are learning Chinese in a course which the "
       "OUC started on 3 June 2019.",
       "training"},
      {"Chinese Reading Room for Tirana",
       "A Chinese reading room was opened at the national library in Tirana on 3 May 2018.",
       "opening"},
      {"Credit Bank Goes Live",
       "Since 9 a.m. on 3 September 2012, learners can open an account at the credit bank.",
       "opening"},
      {"",
       "The OUC launched an overseas learning centre in Vientiane on 3 May 2019. Its first 60 "
       "students will learn Chinese.",
       "opening"},
      {"Foundation Stone Laid in Dushanbe",
       "The joint vocational college is to be finished within two years.", "opening"},
      {"",
       "A photo exhibition on the Grand Canal opened in Ljubljana on 5 May 2018 and runs until 5 "
       "June.",
       "opening"},
      {"UNESCO Prize for OUC",
       "The OUC received the UNESCO King Hamad prize in Paris on 7 March 2018 for its rural "
       "programme.",
       "award"},
      {"Tutor among Ten Best Teachers",
       "Ms. Wu of the Ningbo branch was named one of the ten best teachers of Zhejiang on 10 "
       "September.",
       "award"},
      {"", "Lao officials decorated two OUC teachers with the friendship order on 3 May.", "award"},
      {"Short Film from Yunnan Wins in Cannes",
       "\"The Ferry\", made by three students, took the jury prize at a festival for student "
       "films.",
       "award"},
      {"",
       "Honorary doctorate for OUC president: the Open University of Hong Kong conferred the "
       "degree on 9 December 2014.",
       "award"},
      {"Nepalese Students Spend a Term in Chengdu",
       "Twelve students from Kathmandu are spending the autumn term at the Chengdu branch under an "
       "exchange programme.",
       "exchange"},
      {"Dragon Boats and Samba",
       "Brazilian and Chinese students raced dragon boats together on 18 June.", "exchange"},
      {"Summer Camp Brings Pacific Youth to Fuzhou",
       "Forty young people from Tonga and Vanuatu spent two weeks in Fuzhou in July 2018.",
       "exchange"},
      {"", "A Sino-Serbian cultural evening with folk dances was held at the OUC on 9 May.",
       "exchange"},
      {"OUC Publishes Guide to Overseas Centres",
       "The bilingual guide can be found on the OUC website from 3 May.", "publication"},
      {"Course on Tea Now Open to All",
       "Since 3 May 2020 anyone can follow the course on tea without charge.", "publication"},
      {"Volume on Open Education in Africa Appears",
       "The volume, edited by two OUC scholars, contains papers from eleven countries.",
       "publication"},
      {"Journal Devotes Issue to the Pacific",
       "The fourth issue of the OUC journal, published on 8 August 2018, has five papers on the "
       "Pacific.",
       "publication"},
      {"Report on Migrant Learners Released in Geneva", "", "publication"},
      {"Scholarship Deadline Extended", "The deadline has been extended to 15 June 2019.", "other"},
      {"President Reappointed",
       "The ministry has appointed Mr. Yang president for a second term from 1 May 2019.", "other"},
      {"In Memory of Dr. Alan Tait",
       "The British scholar, who had visited the OUC nine times, died in Cambridge on 3 May.",
       "other"},
      {"Books for Juba", "The OUC has sent 600 textbooks to a school in Juba.", "other"},
      {"Maintenance of Learning Platform", "The platform will be out of service from 3 to 5 May.",
       "other"},
      {"How to Apply for a Student Visa", "Students from abroad should bring their passports.",
       "other"},
      {"A Mother of Three Gets Her Degree",
       "Salma, who sells fish in Zanzibar, graduated on 3 July.", "other"},
      {"Alumni Association Raises 50,000 Yuan", "The money will help students in Turpan.", "other"},
      {"Answers to Questions about Enrolment", "Can I study from Macao? Yes.", "other"},
      {"OUC Expert Interviewed on Radio",
       "Professor Ma spoke about ageing on Radio Beijing on 8 May.", "other"},
      {"Students Number 4.5 Million",
       "As of 30 June 2020, more than four million students were on the rolls.", "other"},
      {"OUC Delegation in Cyprus",
       "From 3 to 6 June 2018, a delegation led by the vice president visited the Open University "
       "of Cyprus and signed a memorandum on joint courses.",
       "visit signing"},
      {"Peruvian Rector Visits, Signs Agreement", "", "visit signing"},
      {"OUC in Brasilia and Sao Paulo",
       "The president attended the BRICS forum of universities in Brasilia on 3 June 2019 and "
       "called on the University of Sao Paulo the next day.",
       "visit meeting"},
      {"Learning Centre Opens with Chinese Class",
       "The centre in Lusaka was unveiled on 3 May 2018 and its first Chinese class started at "
       "once.",
       "training opening"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.title);
    CAPTURE(c.text);
    std::string found;
    for (const KindMention& mention : find_kinds(ItemText::of(c.title, c.text))) {
      found += (found.empty() ? "" : " ") + mention.kind;
    }
    CHECK_EQ(found, c.expect);
  }
}

}  // namespace bulletin
