// What jemalloc reads when the program starts: large pages where the machine gives them. Of a build
// of 60,000 items jemalloc saves 3 % of the CPU time, large pages as much again.

#include <jemalloc/jemalloc.h>

// The name is jemalloc's.
const char* malloc_conf = "thp:always";  // NOLINT(readability-identifier-naming)
