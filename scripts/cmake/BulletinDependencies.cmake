# Every library from outside, as a target. All of them are Debian packages (scripts/setup).
find_package(ICU REQUIRED COMPONENTS i18n uc)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(CLI11 2.1 REQUIRED)
find_package(LibArchive REQUIRED)
find_package(pugixml 1.13 REQUIRED)
find_package(ZLIB REQUIRED)
find_package(Boost 1.81 REQUIRED CONFIG COMPONENTS url)
find_package(ZLIB REQUIRED)

# Debian's xapian ships variables only, libstemmer nothing, xxhash, libdeflate, gumbo and ncurses a .pc file: small targets.
find_package(xapian REQUIRED)
add_library(bulletin_xapian INTERFACE)
target_include_directories(bulletin_xapian SYSTEM INTERFACE "${XAPIAN_INCLUDE_DIR}")
target_link_libraries(bulletin_xapian INTERFACE ${XAPIAN_LIBRARIES})
add_library(Xapian::Xapian ALIAS bulletin_xapian)

find_path(STEMMER_INCLUDE_DIR libstemmer.h REQUIRED)
find_library(STEMMER_LIBRARY stemmer REQUIRED)
add_library(bulletin_stemmer INTERFACE)
target_include_directories(bulletin_stemmer SYSTEM INTERFACE "${STEMMER_INCLUDE_DIR}")
target_link_libraries(bulletin_stemmer INTERFACE "${STEMMER_LIBRARY}")
add_library(Stemmer::Stemmer ALIAS bulletin_stemmer)

find_package(PkgConfig REQUIRED)
pkg_check_modules(xxhash REQUIRED IMPORTED_TARGET libxxhash)
pkg_check_modules(deflate REQUIRED IMPORTED_TARGET libdeflate)
pkg_check_modules(gumbo REQUIRED IMPORTED_TARGET gumbo)
pkg_check_modules(ncursesw REQUIRED IMPORTED_TARGET ncursesw)
