// The names of the publisher whose bulletins this program was made for, the one place where they
// stand: the default configuration and, as an ordinary institution, the gazetteer read them here.

#pragma once

#include <string_view>

namespace bulletin {

/// Where the Open University of China is at home.
inline constexpr std::string_view kOpenUniversityOfChinaHome = "CN";

/// Its names and those it had before 2012, as written.
inline constexpr std::string_view kOpenUniversityOfChinaNames[] = {
    "Open University of China",
    "The Open University of China",
    "国家开放大学",
    "中国国家开放大学",
    "国开",
    "国开大学",
    "中央广播电视大学",
    "中央电大",
    "电大",
    "国家老年大学",
    "中国国家老年大学",
    "Seniors University of China",
    "National Seniors University",
    "China Central Radio and TV University",
    "China Central Radio and Television University",
    "Central Radio and TV University"};

/// Its acronyms: capitals only.
inline constexpr std::string_view kOpenUniversityOfChinaAcronyms[] = {"OUC", "CCRTVU", "SUC"};

}  // namespace bulletin
