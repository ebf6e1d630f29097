# One target per folder, one set of flags for all of them.
include(CheckCXXCompilerFlag)

option(BULLETIN_WERROR "Treat compiler warnings as errors" OFF)
set(BULLETIN_SANITIZE "" CACHE STRING "Sanitizers, e.g. address,undefined")
option(BULLETIN_COVERAGE "Count which lines of indexer/ and searcher/ run (g++ only)" OFF)

add_library(bulletin_flags INTERFACE)
target_compile_features(bulletin_flags INTERFACE cxx_std_20)
target_include_directories(bulletin_flags INTERFACE "${PROJECT_SOURCE_DIR}")
# Designated initializers may leave fields at their defaults: g++ 12 would warn about each.
target_compile_options(bulletin_flags INTERFACE
  -Wall -Wextra -Wno-missing-field-initializers -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Wold-style-cast
  $<$<BOOL:${BULLETIN_WERROR}>:-Werror>)
# libstdc++ 12's stable_sort uses what libstdc++ 12 deprecates, and clang blames us for it.
target_compile_options(bulletin_flags INTERFACE
  $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>)
target_compile_definitions(bulletin_flags INTERFACE BULLETIN_VERSION="${PROJECT_VERSION}")
if(BULLETIN_SANITIZE)
  # g++ 12 takes its own instrumentation of <regex> and <functional> for uninitialized reads.
  target_compile_options(bulletin_flags INTERFACE
    -fno-omit-frame-pointer $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  # What only we run need not be watched for undefined behaviour: that took a third of a test's compilation.
  string(REPLACE "," ";" sanitizers "${BULLETIN_SANITIZE}")
  foreach(sanitizer IN LISTS sanitizers)
    if(sanitizer STREQUAL "undefined")
      target_compile_options(bulletin_flags INTERFACE
        $<$<NOT:$<BOOL:$<TARGET_PROPERTY:BULLETIN_IS_OURS>>>:-fsanitize=undefined>)
    else()
      target_compile_options(bulletin_flags INTERFACE -fsanitize=${sanitizer})
    endif()
  endforeach()
  target_link_options(bulletin_flags INTERFACE -fsanitize=${BULLETIN_SANITIZE})
  # Null and what lies beyond an object the other sanitizer sees where it is touched; alignment only preset
  # fuzz checks. All three would take two fifths of a room's compilation, and, with a load address to
  # relocate for, three quarters of each start.
  if(BULLETIN_SANITIZE STREQUAL "address,undefined" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(bulletin_flags INTERFACE
      $<$<NOT:$<BOOL:$<TARGET_PROPERTY:BULLETIN_IS_OURS>>>:-fno-sanitize=null,alignment,object-size>)
    target_link_options(bulletin_flags INTERFACE -no-pie)
  endif()
  # A fence that it does not see; what Asio guards by one is guarded by locks and atomics, too.
  if(BULLETIN_SANITIZE MATCHES "thread" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(bulletin_flags INTERFACE -Wno-tsan)
  endif()
  # The compiler would have to inline what it does not at -Og.
  target_compile_definitions(bulletin_flags INTERFACE XXH_NO_INLINE_HINTS=1)
endif()

# Programs for people: what is overrun ends the program, and what the loader has set up stays as it is.
# Only where code is optimized (fortified functions ask for it) and nothing else watches memory.
if(NOT BULLETIN_SANITIZE AND CMAKE_BUILD_TYPE STREQUAL "Release")
  target_compile_options(bulletin_flags INTERFACE -fPIE -U_FORTIFY_SOURCE -fstack-protector-strong
    $<$<NOT:$<BOOL:$<TARGET_PROPERTY:BULLETIN_IS_OURS>>>:-D_FORTIFY_SOURCE=2>)
  check_cxx_compiler_flag(-fcf-protection BULLETIN_HAS_CF_PROTECTION)  # Of some processors only.
  if(BULLETIN_HAS_CF_PROTECTION)
    target_compile_options(bulletin_flags INTERFACE -fcf-protection)
  endif()
  target_link_options(bulletin_flags INTERFACE -pie -Wl,-z,relro,-z,now)
endif()

# What is counted: the rooms, not their tests. Threads may share a count, and a child that is about to
# become another program under limits writes none: plain fork and exec, where g++ would put its own.
add_library(bulletin_counted INTERFACE)
if(BULLETIN_COVERAGE)
  target_compile_options(bulletin_counted INTERFACE
    --coverage -fprofile-update=prefer-atomic -fno-builtin-fork -fno-builtin-execl -fno-builtin-execvp)
  target_link_options(bulletin_flags INTERFACE --coverage)
endif()

# bulletin_is_ours(analyzer_test -O0): only we run it, a test or what makes a table. Its own sources are
# compiled at that level in every preset; the rooms it asks as they are for people, but for what stands in
# headers, of which the linker takes the test's copy.
function(bulletin_is_ours name level)
  set_target_properties(${name} PROPERTIES BULLETIN_IS_OURS ON)
  target_compile_options(${name} PRIVATE ${level})
endfunction()

# bulletin_library(analysis HOT SOURCES a.cpp ... LINK Outside::icu ...) -> bulletin_analysis, bulletin::analysis
# HOT: where a build spends its time, 3 % of it less at -O3.
function(bulletin_library name)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "HOT" "" "SOURCES;LINK")
  add_library(bulletin_${name} STATIC ${ARG_SOURCES})
  add_library(bulletin::${name} ALIAS bulletin_${name})
  target_link_libraries(bulletin_${name} PUBLIC bulletin_flags ${ARG_LINK}
    PRIVATE bulletin_counted)
  set_target_properties(bulletin_${name} PROPERTIES CXX_EXTENSIONS OFF)
  if(ARG_HOT)
    # g++ 12 sees copies of 2^63 bytes in what it has inlined of std::string.
    target_compile_options(bulletin_${name} PRIVATE $<$<CONFIG:Release>:-O3>
      $<$<AND:$<CONFIG:Release>,$<CXX_COMPILER_ID:GNU>>:-Wno-restrict>)
  endif()
endfunction()

# bulletin_program(bulletin-index SOURCES main.cpp LINK bulletin::pipeline ...)
function(bulletin_program name)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "" "" "SOURCES;LINK")
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE bulletin_flags bulletin_counted ${ARG_LINK})
  set_target_properties(${name} PROPERTIES CXX_EXTENSIONS OFF
    RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
endfunction()
