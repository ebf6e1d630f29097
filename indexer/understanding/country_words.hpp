// Word lists of the country rules: lower case, sorted.

#pragma once

#include <algorithm>
#include <span>
#include <string_view>

namespace bulletin {

/// Titles: what follows is a person.
inline constexpr std::string_view kTitles[] = {"dr",     "judge",     "lady",    "lord", "madam",
                                               "madame", "miss",      "mr",      "mrs",  "ms",
                                               "prof",   "professor", "senator", "sir"};

/// Common given names; before a name that is also a surname they make it one.
inline constexpr std::string_view kGivenNames[] = {
    "adam",      "alan",        "albert",   "alex",      "alexander", "alice",     "amy",
    "andrew",    "angela",      "ann",      "anna",      "anne",      "anthony",   "barbara",
    "ben",       "benjamin",    "betty",    "bill",      "bob",       "brian",     "bruce",
    "carl",      "carol",       "caroline", "catherine", "charles",   "charlotte", "chris",
    "christine", "christopher", "claire",   "colin",     "daniel",    "david",     "deborah",
    "diana",     "donald",      "dorothy",  "edward",    "elizabeth", "emily",     "emma",
    "eric",      "frank",       "gary",     "george",    "grace",     "graham",    "hannah",
    "harold",    "harry",       "helen",    "henry",     "howard",    "ian",       "isabella",
    "jack",      "jacob",       "james",    "jane",      "janet",     "jason",     "jean",
    "jeffrey",   "jennifer",    "jeremy",   "jessica",   "jill",      "jim",       "joan",
    "joe",       "john",        "jonathan", "joseph",    "joshua",    "judith",    "julia",
    "julie",     "karen",       "kate",     "katherine", "keith",     "kelly",     "kenneth",
    "kevin",     "larry",       "laura",    "lauren",    "linda",     "lisa",      "louis",
    "louise",    "lucy",        "luke",     "margaret",  "maria",     "mark",      "martha",
    "martin",    "mary",        "matthew",  "melissa",   "michael",   "michelle",  "mike",
    "nancy",     "neil",        "nicholas", "nicole",    "oliver",    "olivia",    "pamela",
    "patricia",  "patrick",     "paul",     "peter",     "philip",    "rachel",    "ralph",
    "raymond",   "rebecca",     "richard",  "robert",    "robin",     "roger",     "ronald",
    "rose",      "ruth",        "ryan",     "sam",       "samuel",    "sandra",    "sarah",
    "scott",     "sean",        "sharon",   "simon",     "sophia",    "sophie",    "stephen",
    "steve",     "steven",      "stuart",   "susan",     "teresa",    "terry",     "thomas",
    "tim",       "timothy",     "tom",      "tony",      "tracy",     "vivian",    "walter",
    "wendy",     "william"};

/// Words before a place.
inline constexpr std::string_view kLocatives[] = {
    "across", "around", "at", "in", "inside", "near", "outside", "throughout", "to", "within"};

/// Before an adjective used as a noun: the people, not the language.
inline constexpr std::string_view kArticles[] = {"a", "an", "the", "these", "those"};

/// Words that cannot be the noun of an adjective, nor a surname.
inline constexpr std::string_view kFunctionWords[] = {
    "a",     "about", "after", "against", "also",    "although", "among",   "an",     "and",
    "are",   "as",    "at",    "be",      "because", "been",     "before",  "being",  "both",
    "but",   "by",    "can",   "could",   "did",     "do",       "does",    "during", "for",
    "from",  "had",   "has",   "have",    "having",  "he",       "her",     "here",   "his",
    "how",   "if",    "in",    "into",    "is",      "it",       "its",     "may",    "might",
    "must",  "my",    "no",    "not",     "of",      "on",       "onto",    "or",     "our",
    "over",  "per",   "she",   "should",  "since",   "so",       "than",    "that",   "the",
    "their", "then",  "there", "they",    "this",    "through",  "to",      "under",  "until",
    "upon",  "via",   "was",   "we",      "were",    "what",     "when",    "where",  "which",
    "while", "who",   "whose", "will",    "with",    "within",   "without", "would",  "you",
    "your"};

/// Behind an adjective they make it a language: French lessons.
inline constexpr std::string_view kLanguageNouns[] = {
    "alphabet",      "calligraphy", "characters",  "class",        "classes",        "conversation",
    "corner",        "course",      "courses",     "dictionaries", "dictionary",     "edition",
    "grammar",       "idioms",      "immersion",   "instruction",  "interpretation", "interpreter",
    "interpreters",  "language",    "languages",   "learner",      "learners",       "learning",
    "lesson",        "lessons",     "literature",  "major",        "majors",         "medicine",
    "mooc",          "moocs",       "phonetics",   "phrases",      "poetry",         "proficiency",
    "pronunciation", "script",      "skills",      "speaker",      "speakers",       "speaking",
    "spelling",      "subtitles",   "test",        "textbook",     "textbooks",      "translation",
    "translations",  "translator",  "translators", "version",      "versions",       "vocabulary",
    "words",         "writing"};

/// Behind an adjective they leave open whether people or a language is meant.
inline constexpr std::string_view kTeachingNouns[] = {
    "department", "departments", "exam",      "examination", "exams",
    "faculty",    "lecturer",    "lecturers", "studies",     "teacher",
    "teachers",   "teaching",    "training",  "tutor",       "tutors"};

/// Capitalised words that go with a place, not with a person.
inline constexpr std::string_view kPlaceNouns[] = {
    "academic",      "academy",     "accord",     "adult",        "affairs",    "agreement",
    "agricultural",  "agriculture", "airlines",   "airport",      "alliance",   "alumni",
    "ambassador",    "association", "authority",  "avenue",       "bank",       "bay",
    "beach",         "board",       "branch",     "bridge",       "bureau",     "business",
    "campus",        "canal",       "capital",    "center",       "central",    "centre",
    "century",       "challenge",   "chamber",    "city",         "club",       "coast",
    "college",       "commission",  "committee",  "company",      "conference", "congress",
    "consulate",     "corporation", "council",    "county",       "court",      "culture",
    "daily",         "day",         "december",   "declaration",  "delegation", "department",
    "design",        "development", "digital",    "distance",     "district",   "division",
    "downtown",      "early",       "east",       "eastern",      "education",  "embassy",
    "exhibition",    "expo",        "express",    "faculty",      "federal",    "federation",
    "festival",      "film",        "foreign",    "forum",        "foundation", "friday",
    "garden",        "general",     "government", "greater",      "group",      "hall",
    "harbor",        "harbour",     "health",     "high",         "higher",     "hospital",
    "hotel",         "house",       "industrial", "inner",        "innovation", "institute",
    "international", "investment",  "island",     "islands",      "january",    "joint",
    "july",          "june",        "kingdom",    "lake",         "language",   "law",
    "learning",      "library",     "local",      "lower",        "main",       "marathon",
    "march",         "medical",     "medicine",   "metropolitan", "minister",   "ministry",
    "monday",        "month",       "mosque",     "mount",        "mountain",   "museum",
    "music",         "national",    "new",        "news",         "north",      "northeast",
    "northern",      "northwest",   "office",     "official",     "olympic",    "olympics",
    "online",        "open",        "opera",      "orchestra",    "outer",      "palace",
    "parish",        "park",        "parliament", "partners",     "plan",       "police",
    "port",          "president",   "prince",     "princess",     "program",    "programme",
    "project",       "province",    "public",     "queen",        "radio",      "railway",
    "region",        "regional",    "republic",   "research",     "resort",     "river",
    "road",          "royal",       "rural",      "sales",        "saturday",   "school",
    "sea",           "secretariat", "senate",     "senior",       "september",  "sir",
    "site",          "social",      "society",    "south",        "southeast",  "southern",
    "southwest",     "square",      "stadium",    "state",        "statement",  "station",
    "street",        "study",       "summit",     "sunday",       "symphony",   "system",
    "team",          "tech",        "technical",  "technology",   "television", "temple",
    "theatre",       "thursday",    "times",      "tour",         "tower",      "town",
    "trade",         "training",    "tuesday",    "tv",           "university", "upper",
    "urban",         "valley",      "vice",       "village",      "visit",      "vocational",
    "wednesday",     "week",        "west",       "western",      "women",      "workshop",
    "world",         "year",        "youth",      "zone",         "zoo"};

/// Tells whether `word` is in the sorted list. O(log n).
[[nodiscard]] inline bool contains(std::span<const std::string_view> list, std::string_view word) {
  return std::ranges::binary_search(list, word);
}

}  // namespace bulletin
