// Kinds of event in English bulletins, one row per way of telling it, with and without titles.

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "indexer/understanding/kinds.hpp"

namespace bulletin {
namespace {

struct Case {
  std::string_view title, text, expect;
};

// `visit signing`: the kinds found.
std::string kinds(const Case& c) {
  std::string out;
  for (const KindMention& mention : find_kinds(ItemText::of(c.title, c.text))) {
    out += (out.empty() ? "" : " ") + mention.kind;
  }
  return out;
}

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    CAPTURE(c.title);
    CAPTURE(c.text);
    CHECK_EQ(kinds(c), c.expect);
  }
}

}  // namespace

TEST_CASE("kinds in English: visits") {
  check({
      {"", "The ambassador of Ethiopia toured the library and the cloud classroom on 12 May 2019.",
       "visit"},
      {"",
       "Nine people from the Nepalese education ministry dropped in on the university on 4 June.",
       "visit"},
      {"",
       "On 3 March 2018, the university hosted Dr. Silva, rector of a college in Lisbon. They "
       "talked about joint courses.",
       "visit"},
      {"",
       "Two vice presidents sat down with the rector of Universitas Terbuka in Jakarta on 5 July.",
       "visit"},
      {"", "The vice president received Ms. Ruiz, education counsellor at the Spanish embassy.",
       "visit"},
      {"", "Fifteen headmasters from Fiji looked around the digital library on 8 May.", "visit"},
      {"", "The Sri Lankan guests were shown the television studios before lunch.", "visit"},
      {"", "The president wrapped up a five-day trip to Kenya and Rwanda on 9 October.", "visit"},
      {"", "A team headed by the director flew to Astana on 2 May, where it met the rector.",
       "visit"},
      {"", "A group of Thai librarians stopped by on 6 June 2018.", "visit"},
      {"", "The university played host to a delegation of the Mongolian ministry on 3 June.",
       "visit"},
      {"", "Senior staff made a study trip to Hagen from 3 to 9 May.", "visit"},
      {"Serbian Educators in Beijing",
       "Seven Serbian educators spent two days with the university to learn about credit banks.",
       "visit"},
      {"Minister Calls on OUC",
       "The education minister of Vanuatu was greeted by the president on 3 May.", "visit"},
      {"Bhutanese Guests at the OUC", "They wanted to see how a cloud classroom works.", "visit"},
      {"",
       "The chairman of the Nordic association, accompanied by two colleagues, came to see the "
       "university on 2 May.",
       "visit"},
      {"",
       "On 11 April, a delegation from Ghana was in Shanghai to learn about community colleges.",
       "visit"},
      {"", "The dean of education made a return visit to Hanoi in June 2017.", "visit"},
      {"", "The consul general of Chile met the president of the university on 5 May 2016.",
       "visit"},
      {"",
       "The rector held talks with leaders of the university during his stay in Beijing on 3 "
       "May.",
       "visit"},
      {"",
       "The president of the university met with a group of officials led by the deputy "
       "minister of Oman.",
       "visit"},
      {"", "Representatives of four Polish colleges have been welcomed to the campus.", "visit"},
  });
}

TEST_CASE("kinds in English: signings") {
  check({
      {"", "The two universities inked a five-year deal on 3 May.", "signing"},
      {"", "The college and the ministry extended the agreement by three years on 5 May.",
       "signing"},
      {"", "A memorandum of cooperation was concluded in Tirana on 8 June.", "signing"},
      {"", "The presidents exchanged signed copies of the agreement by video link.", "signing"},
      {"", "The two sides formalised their partnership with a memorandum on 9 May.", "signing"},
      {"", "The rectors added their signatures to a letter of intent on Monday.", "signing"},
      {"", "A cooperation agreement has been reached between the OUC and a college in Oslo.",
       "signing"},
      {"OUC and Athabasca Renew Partnership", "The new agreement runs until 2022.", "signing"},
      {"OUC, Kenyan Partner Ink Deal", "It covers teacher education for five years.", "signing"},
      {"Pact Sealed with Samoa", "Both sides will share courses.", "signing"},
      {"", "Representatives of both sides signed the cooperation framework online.", "signing"},
      {"", "The two institutions entered into a partnership on 4 May 2016.", "signing"},
      {"",
       "The signatories of the tripartite agreement, signed on 4 July, are two colleges and a "
       "bank.",
       "signing"},
      {"", "A letter of intent was initialled by the two deans on 7 June.", "signing"},
      {"",
       "An MoU between the OUC and the University of Malta was signed on 3 May. It will be "
       "valid for five years and provides for student exchanges and joint training.",
       "signing"},
  });
}

TEST_CASE("kinds in English: meetings") {
  check({
      {"", "The fifth Forum on Smart Education kicked off in Xiamen on 4 May.", "meeting"},
      {"", "A round table brought together forty deans from ten countries on 3 May.", "meeting"},
      {"", "The symposium on rural learning wrapped up in Chengdu on Sunday.", "meeting"},
      {"", "Three colleagues took part in the world conference on online learning in Dublin.",
       "meeting"},
      {"", "Over two hundred experts gathered for a summit on lifelong learning in Lyon.",
       "meeting"},
      {"", "The board of the Confucius Institute met on 3 May to review its budget.", "meeting"},
      {"", "The executive committee of the association convened in Manila on 5 June.", "meeting"},
      {"", "The president delivered a keynote speech at the World Higher Education Conference.",
       "meeting"},
      {"", "The annual work meeting opened on 12 January. Branch presidents attended.", "meeting"},
      {"", "The university held a teleconference with its partners in Suva on 3 May.", "meeting"},
      {"AAOU Conference Closes in Colombo", "Some 300 delegates had come.", "meeting"},
      {"Webinar on Open Resources", "Six hundred people logged in on 4 May.", "meeting"},
      {"", "The vice president spoke at the global smart education summit on 18 August.",
       "meeting"},
      {"", "The third Sino-Russian dialogue on distance education was held on 2 May.", "meeting"},
      {"", "Members of the academic board came together on 3 May for their spring session.",
       "meeting"},
      {"", "The International Conference on Open Learning drew 400 people to Jakarta.", "meeting"},
      {"OUC Represented at EDEN Conference", "Two papers were read in Zagreb on 4 June.",
       "meeting"},
      {"", "A meeting on the reform of examinations was held at the OUC on 4 May 2018.", "meeting"},
      {"", "The general assembly of the network will take place in Riga on 3 June.", "meeting"},
      {"", "A panel on women in science was staged in Baku on 8 March.", "meeting"},
  });
}

TEST_CASE("kinds in English: training") {
  check({
      {"", "Twenty tutors from Laos graduated from a two-week course on 3 May.", "training"},
      {"", "A course in e-learning design got under way in Apia on 4 May.", "training"},
      {"", "Forty librarians were trained in cataloguing from 3 to 9 June.", "training"},
      {"", "The first class of Uzbek trainees finished on Friday.", "training"},
      {"", "A workshop taught sixty village doctors how to use the platform.", "training"},
      {"", "Thirty customs officers received training in Russian at the college.", "training"},
      {"",
       "Certificates were handed to thirty Cambodian teachers who completed the seminar for "
       "headteachers.",
       "training"},
      {"", "Lessons in Chinese for railway workers started in Nairobi on 3 May.", "training"},
      {"", "The university ran a bootcamp for young programmers in July.", "training"},
      {"Mongolian Teachers Complete Course", "The 24 teachers went home on 6 May.", "training"},
      {"Training for Branch Accountants", "It lasted three days.", "training"},
      {"Chinese Class for Miners Begins", "Sixty miners signed up in Kitwe.", "training"},
      {"", "The second round of training for senior teachers ended in Xi'an on 3 May.", "training"},
      {"", "Agricultural technicians attended a training course on mushrooms in Suva.", "training"},
      {"", "Fifty nurses enrolled in an intensive course on elderly care, which began on 4 May.",
       "training"},
      {"",
       "A three-week seminar for education officials from developing countries opened on 3 "
       "May. Its lectures deal with distance teaching.",
       "training"},
      {"", "The closing ceremony of the online training programme took place on 3 May.",
       "training"},
      {"", "An induction course for new staff was given at the branch in March.", "training"},
  });
}

TEST_CASE("kinds in English: openings") {
  check({
      {"", "The credit bank website went live on 3 May.", "opening"},
      {"", "The two presidents cut the ribbon of a language centre in Tashkent.", "opening"},
      {"", "The university rolled out a new learning platform on 1 September.", "opening"},
      {"", "An overseas learning centre has been set up in Vientiane.", "opening"},
      {"", "The data centre came into operation on 3 May.", "opening"},
      {"", "An exhibition of ink paintings by older students opened in Lima on 3 May.", "opening"},
      {"", "The new term began on 1 September for 30,000 students.", "opening"},
      {"", "The foundation stone of a training building was laid in Juba on 5 May.", "opening"},
      {"", "The ministries launched a joint degree programme in nursing on 6 May.", "opening"},
      {"New Branch in Lhasa", "The branch was founded on 3 May to serve herders.", "opening"},
      {"Chinese Corner Opens in Minsk Library", "It holds 2,000 books.", "opening"},
      {"", "The pilot project on micro-credentials started on 3 May with six colleges.", "opening"},
      {"", "An alliance of vocational colleges was formed in Kunming on 3 May.", "opening"},
      {"", "A joint laboratory on speech technology was unveiled on 3 May.", "opening"},
      {"", "The college of nursing is now open to its first 200 students.", "opening"},
      {"", "The new academic year started with a ceremony on 3 September.", "opening"},
      {"Photo Show Opens", "Eighty pictures from the Silk Road hang in the hall.", "opening"},
  });
}

TEST_CASE("kinds in English: awards") {
  check({
      {"", "Professor Ho was named a Knight of the Academic Palms on 3 May.", "award"},
      {"", "A student from Cameroon took home the first prize of the singing contest.", "award"},
      {"", "The ICDE prize for excellence goes to the president of a Danish university.", "award"},
      {"", "Its course on tea won the best paper award at the congress in Delhi.", "award"},
      {"", "The branch has been recognised as a model unit for lifelong learning.", "award"},
      {"", "The team came first in the national skills competition on 9 May.", "award"},
      {"", "Thirty outstanding teachers were commended on Teachers' Day.", "award"},
      {"", "The embassy presented two teachers with medals for their service.", "award"},
      {"", "The programme received a UNESCO prize for ICT in education on 3 May.", "award"},
      {"Gold for Zhang Dong", "He won the bricklaying contest at WorldSkills in Kazan.", "award"},
      {"Winners of Essay Contest Announced", "Six essays were chosen out of 900.", "award"},
      {"OUC Library Honoured by UNESCO", "The certificate arrived on 3 May.", "award"},
      {"",
       "Three courses were listed among the national quality courses and given the title of "
       "model course.",
       "award"},
      {"", "A video made by two tutors took second place in a contest in Seoul.", "award"},
      {"", "The president was made an honorary citizen of Goroka on 3 May.", "award"},
  });
}

TEST_CASE("kinds in English: exchanges") {
  check({
      {"", "Nine exchange students from Cologne started their semester on 1 September.",
       "exchange"},
      {"", "Students of both universities gave a joint concert in Vladivostok on 3 May.",
       "exchange"},
      {"", "A friendly football match between Kenyan and Chinese students took place on 3 May.",
       "exchange"},
      {"", "Two lecturers have been seconded to the partner university for a year.", "exchange"},
      {"", "Dutch and Chinese pupils cooked together at a cultural evening on 5 May.", "exchange"},
      {"", "A summer camp for young people of Chinese descent opened on 3 July.", "exchange"},
      {"", "Forty students from both shores joined the tea culture festival on 5 May.", "exchange"},
      {"", "The universities swapped six teachers for the spring term.", "exchange"},
      {"Students of Two Cities Sing Together", "The choirs met online on 3 May.", "exchange"},
      {"Winter Camp for Polish Students", "They learned to make dumplings.", "exchange"},
      {"", "An academic exchange between historians of both sides was held on 4 May.", "exchange"},
      {"", "Indonesian and Chinese students celebrated the Spring Festival together.", "exchange"},
  });
}

TEST_CASE("kinds in English: publications") {
  check({
      {"", "The university released its annual quality report on 3 May.", "publication"},
      {"", "The spring issue of the journal came out on 3 May.", "publication"},
      {"", "Eighty courses have been made freely accessible to learners abroad.", "publication"},
      {"", "The Learn Chinese app is now available in Thai and Lao.", "publication"},
      {"", "An Arabic edition of the handbook on quality appeared in Cairo in March.",
       "publication"},
      {"", "The ministry has issued a list of approved programmes.", "publication"},
      {"", "The guide can be downloaded free of charge from today.", "publication"},
      {"Handbook for Tutors Now in French", "The translation was published on 3 May.",
       "publication"},
      {"White Paper on Senior Learning Released", "It has six chapters.", "publication"},
      {"New App for Learners of Chinese", "It can be downloaded from 3 May.", "publication"},
      {"", "The press has brought out a bilingual dictionary of distance education.",
       "publication"},
      {"", "The college put its lecture videos online for everyone during the epidemic.",
       "publication"},
      {"", "A translation of the textbook hit the shelves in Yerevan on 3 May.", "publication"},
  });
}

TEST_CASE("kinds in English: what is none of them") {
  check({
      {"", "Dr. Wong was appointed chairman of the council for three years.", "other"},
      {"", "The university has named a new dean of nursing.", "other"},
      {"Professor Novak Dies at 87",
       "He was an honorary professor and came to lecture seven times.", "other"},
      {"", "Professor Lim, who won many awards, passed away on 3 May.", "other"},
      {"", "Alumni handed over 20,000 face masks to the hospital on 3 March.", "other"},
      {"", "The embassy donated 300 books to the library.", "other"},
      {"Library Closed on 3 May", "The library reopens on 6 May.", "other"},
      {"", "Applications for the scholarship will be accepted until 3 June.", "other"},
      {"", "Some 3,000 graduates received their degrees on 3 July.", "other"},
      {"", "The number of foreign students rose by a tenth in 2018.", "other"},
      {"", "Mario from Cape Verde is writing his thesis on fish farming.", "other"},
      {"Graduation in Kunming", "Students threw their caps.", "other"},
      {"", "Owing to the typhoon, classes are cancelled on 2 and 3 October.", "other"},
      {"", "Over the years he has received many visitors from abroad at the school gate.", "other"},
      {"", "The opening hours of the exhibition hall have changed.", "other"},
      {"", "Enrolment for the autumn term runs until 30 June.", "other"},
      {"", "The press office is looking for two translators of books.", "other"},
      {"", "Her article says that awards matter less than patience.", "other"},
      {"", "Ms. Chen has taught at the college since it opened in 1979.", "other"},
      {"", "The project won funding from the European Union.", "other"},
      {"Obituary: Professor Hall", "He opened the first study centre in 1981.", "other"},
      {"", "A guest lecture on robots was given by Dr. Hahn on 3 May.", "other"},
      {"", "The two sides plan to sign a memorandum and hold a joint conference.", "other"},
      {"", "She hopes to visit China again.", "other"},
      {"", "A building of the old campus was pulled down on 3 May.", "other"},
      {"", "A letter of thanks arrived from a former student in Hanoi.", "other"},
      {"", "The council elected Dr. Kim as its president.", "other"},
      {"", "Water will be cut off on 3 May in buildings 4 and 5.", "other"},
  });
}

TEST_CASE("kinds in English: one event in the dress of another") {
  check({
      {"",
       "A delegation from Peru visited the OUC on 3 May and learned about its training centre, "
       "award-winning courses and publishing house.",
       "visit"},
      {"",
       "The OUC and a Maltese college signed an agreement on 3 May. Ten students a year will "
       "go to Valletta for a semester.",
       "signing"},
      {"",
       "The rector visited the OUC on 3 May. Both sides intend to sign a memorandum and to set "
       "up a learning centre.",
       "visit"},
      {"",
       "The delegation visited the OUC on 3 May. The two universities signed their first "
       "agreement in 2009.",
       "visit"},
      {"", "The ambassador attended the opening of the exhibition on 3 May.", "opening"},
      {"", "Twelve nurses came to Hong Kong for a two-week course, which ended on 19 August.",
       "training"},
      {"", "A delegation led by the vice president attended the annual conference in Bangkok.",
       "meeting"},
      {"", "The officials visited a workshop and watched a class.", "visit"},
      {"", "The president visited Lusaka, where he opened a learning centre.", "visit opening"},
      {"", "The forum closed on 3 May with the presentation of the awards for the best papers.",
       "meeting award"},
      {"", "The course ended on 3 May; the best trainees were promised a summer camp.", "training"},
      {"", "The journal published papers from a conference in 2018.", "publication"},
  });
}

}  // namespace bulletin
