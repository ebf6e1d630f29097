#!/usr/bin/env python3
"""The parts of scripts/bench-peers that a run trusts; exit 77 where snowballstemmer is missing."""
import sys

try:
    import snowballstemmer  # noqa: F401  Debian: python3-snowballstemmer
except ImportError:
    sys.exit(77)

import growth
import measure
from engine import Answer, Query
from compare import facets_agree, rightness
from groonga import months_between
from reference import right_answers

FACTS = [
    {"id": "1", "title": "Libraries", "text": "The Open University visited.", "countries": ["KZ"],
     "years": [2019], "months": [201912]},
    {"id": "2", "title": "图书馆", "text": "大学开放。", "countries": ["KZ", "ES"], "years": [2019, 2020],
     "months": [201912, 202001]},
    {"id": "3", "title": "A visit", "text": "University is open; the library's open university.",
     "countries": [], "years": [], "months": []},
]
# What is asked, its words, its months; how many of FACTS it is to find.
CASES = [
    ("en", ["library"], (), 2), ("en", ["library", "visits"], (), 2),
    ("and", ["library", "opened"], (), 2),
    ("phrase", ["open", "university"], (), 2), ("phrase", ["university", "open"], (), 0),
    ("prefix", ["univ"], (), 2), ("zh", ["图书"], (), 1), ("zh", ["馆大"], (), 0),
    ("and", ["大学", "图书馆"], (), 1), ("month", ["visit"], (201912, 202001), 1),
    ("facet", ["大学"], (), 1),
]


def check(claim, holds):
    if not holds:
        sys.exit(f"peers_test: not so: {claim}")


def main():
    queries = [Query(str(i), *case[:3]) for i, case in enumerate(CASES)]
    right = right_answers(queries, FACTS)
    for query, (*_, total) in zip(queries, CASES):
        check(f"{query.words} finds {total}, not {right[query.id][0]}", right[query.id][0] == total)
    facet = queries[-1].id
    check("facets count each value",
          right[facet][1:] == ({"KZ": 1, "ES": 1}, {"2019": 1, "2020": 1}))
    answer = Answer(1, 0, 0, {"KZ": 1, "ES": 1, "FR": 0}, {"2019": 1, "2020": 1})
    check("values without items do not matter", facets_agree(answer, right[facet]))
    rows = rightness(queries, {queries[0].id: Answer(3, 0, 0), facet: answer}, right)
    check("one off is near, not exact",
          rows["en"] == {"exact": 0, "near": 1, "of": 1, "facets_exact": 0})
    check("months go over the year's end", list(months_between(201911, 202002)) ==
          [201911, 201912, 202001, 202002])
    check("sizes grow to N", growth.sizes(20_000) == [1000, 3000, 10_000, 20_000])
    check("the 95th of 20 values", measure.percentile(range(20), .95) == 19)
    cost = measure.cost_of([sys.executable, "-c", "sum(range(3_000_000))"])
    check("work takes time", cost.finished and cost.cpu_s > .01 and cost.peak_bytes > 1e6)
    large = bytearray(b"x" * 200_000_000)
    cost = measure.cost_of([sys.executable, "-S", "-c", "pass"])
    check("the peak is the program's own", cost.peak_bytes < len(large) / 2)
    cost = measure.cost_of(["sleep", "100"], limit_s=.2)
    check("stopped at its limit", not cost.finished and cost.wall_s < 50)
    try:
        measure.cost_of(["no-such-program"], may_fail=True)
        check("a program that is not there", False)
    except RuntimeError as error:
        check("is named", "no-such-program could not be run" in str(error))
    try:
        measure.cost_of(["false"])
        check("a failure is told", False)
    except RuntimeError as error:
        check("by its status", "ended with 1" in str(error))


main()
