// What jemalloc reads when the program starts: large pages where the machine gives them, kept until
// the end instead of being given back and zeroed again. Of a build of 60,000 items jemalloc saves
// 3 % of the CPU time, large pages as much again, keeping them 1 %.

#include <jemalloc/jemalloc.h>

// The name is jemalloc's.
const char* malloc_conf =
    "thp:always,dirty_decay_ms:-1,oversize_threshold:0";  // NOLINT(readability-identifier-naming)
