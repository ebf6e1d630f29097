#!/usr/bin/env python3
"""`scripts/evaluate understanding`: no label reaches the program, and the counts are right."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
EVALUATE = HERE.parent.parent / "scripts" / "evaluate"
STAND_IN = HERE / "stand_in"
PROGRAMS = pathlib.Path(os.environ.get("BULLETIN_PROGRAM_DIR",
                                       HERE.parent.parent / "build" / "release" / "bin"))
HANDED = {"id", "lang", "title", "text", "published"}


def span(first, last):
    return {"from": first, "to": last}


TRIP, TALK = span("2019-12-24", "2019-12-28"), span("2019-12-26", "2019-12-26")
SIGNED, FILED = span("2020-01-07", "2020-01-07"), span("2020-01-09", "2020-01-09")

# Worked out in README.md beside this file.
ITEMS = [
    {"id": "a", "lang": "en", "title": "A trip", "text": "They travelled.", "published": None,
     "countries": ["CN", "KZ", "FR"], "dates": [TRIP, TALK], "primary_date": TRIP,
     "hard": ["range", "city-only"]},
    {"id": "b", "lang": "zh", "title": "签约", "text": "双方签约。", "published": "2020-01-09",
     "countries": ["CN", "ZM"], "dates": [SIGNED], "primary_date": SIGNED, "hard": ["range"]},
    {"id": "c", "lang": "zh", "title": "", "text": "近日，双方会谈。", "published": None,
     "countries": ["CN"], "dates": [], "primary_date": None, "hard": ["no-date"]},
]
KINDS = "id\tkinds\na\tvisit,meeting\nb\tsigning\n"
ANSWERS = [
    {"id": "a", "countries": [{"code": "CN"}, {"code": "DE"}, {"code": "KZ"}], "dates": [TRIP],
     "item_date": TRIP, "kinds": [{"kind": "visit"}, {"kind": "other"}]},
    {"id": "b", "countries": [{"code": "ZM"}], "dates": [SIGNED, FILED], "item_date": FILED,
     "kinds": [{"kind": "signing"}]},
    {"id": "c", "countries": [{"code": "BR"}, {"code": "CN"}], "dates": [], "item_date": None,
     "kinds": [{"kind": "meeting"}]},
]
SUMS = """\
all        | items 3 | countries P 0.5000 R 0.6667 F1 0.5714 | dates P 0.6667 R 0.6667 F1 0.6667 \
| item date 0.6667 | kinds P 0.6667 R 0.6667 F1 0.6667
en         | items 1 | countries P 0.5000 R 0.5000 F1 0.5000 | dates P 1.0000 R 0.5000 F1 0.6667 \
| item date 1.0000 | kinds P 0.5000 R 0.5000 F1 0.5000
hard:city-only | items 1 | countries P 0.5000 R 0.5000 F1 0.5000 | dates P 1.0000 R 0.5000 F1 0.6667 \
| item date 1.0000 | kinds P 0.5000 R 0.5000 F1 0.5000
hard:no-date | items 1 | countries P 0.0000 R 0.0000 F1 0.0000 | dates P 1.0000 R 1.0000 F1 1.0000 \
| item date 1.0000 | kinds P 1.0000 R 1.0000 F1 1.0000
hard:range | items 2 | countries P 0.6667 R 0.6667 F1 0.6667 | dates P 0.6667 R 0.6667 F1 0.6667 \
| item date 0.5000 | kinds P 0.6667 R 0.6667 F1 0.6667
zh         | items 2 | countries P 0.5000 R 1.0000 F1 0.6667 | dates P 0.5000 R 1.0000 F1 0.6667 \
| item date 0.5000 | kinds P 1.0000 R 1.0000 F1 1.0000
"""
ERRORS = """\
a countries: found ['DE'], missed ['FR']
a dates: found [], missed [('2019-12-26', '2019-12-26')]
a kinds: found ['other'], missed ['meeting']
b dates: found [('2020-01-09', '2020-01-09')], missed []
b item date: found [('2020-01-09', '2020-01-09')], missed [('2020-01-07', '2020-01-07')]
c countries: found ['BR'], missed []
"""


def jsonl(rows):
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def squeezed(text):
    """The words of each line: columns and bars are for the eye."""
    return [[word for word in line.split() if word != "|"] for line in text.splitlines()]


class Understanding(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.scratch = pathlib.Path(scratch.name)

    def evaluate(self, items, *options, programs=STAND_IN, answers=None):
        labelled = self.scratch / "labelled.jsonl"
        labelled.write_text(jsonl(items), encoding="utf-8")
        (self.scratch / "kinds.tsv").write_text(KINDS, encoding="utf-8")
        environment = {**os.environ, "BULLETIN_BIN": str(programs),
                       "STAND_IN_NOTES": str(self.scratch)}
        if answers is not None:
            (self.scratch / "answers.jsonl").write_text(jsonl(answers), encoding="utf-8")
            environment["STAND_IN_ANSWERS"] = str(self.scratch / "answers.jsonl")
        done = subprocess.run([sys.executable, str(EVALUATE), "understanding", str(labelled),
                               "--kinds", str(self.scratch / "kinds.tsv"), *options],
                              stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              encoding="utf-8", env=environment, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return done.stdout

    def handed(self):
        return (self.scratch / "items.jsonl").read_text(encoding="utf-8")

    def test_the_program_is_handed_five_keys_and_nothing_beside_them(self):
        labelled = {**ITEMS[0], "evidence": {"KZ": "They"}, "kinds": ["visit"], "gold": [1]}
        self.evaluate([labelled, {"id": "bare", "lang": "en", "text": "x", "countries": [],
                                  "dates": [], "primary_date": None}])
        rows = [json.loads(line) for line in self.handed().splitlines()]
        self.assertEqual([set(row) for row in rows], [HANDED, HANDED])
        self.assertEqual(rows[0], {key: labelled[key] for key in HANDED})
        call = json.loads((self.scratch / "call.json").read_text(encoding="utf-8"))
        self.assertEqual(call["arguments"][:-1], ["understand"])
        self.assertEqual((call["beside"], call["input"]), (["items.jsonl"], ""))

    def test_a_program_that_repeats_any_label_it_sees_finds_nothing(self):
        everywhere = [{**item, "notes": {key: item[key] for key in ("countries", "dates",
                                                                    "primary_date")},
                       "text_labels": jsonl([item])} for item in ITEMS]
        total = squeezed(self.evaluate(everywhere, "--no-errors"))[0]
        self.assertEqual(total, "all items 3 countries P 0.0000 R 0.0000 F1 0.0000 "
                                "dates P 0.0000 R 0.0000 F1 0.0000 item date 0.3333 "
                                "kinds P 0.0000 R 0.0000 F1 0.0000".split())

    def test_labels_in_further_keys_change_neither_input_nor_scores(self):
        plain = self.evaluate(ITEMS, answers=ANSWERS)
        before = self.handed()
        moved = [{**item, "metadata": item, "facets": item["countries"], "when": item["dates"],
                  "extra": {"countries": item["countries"]}} for item in ITEMS]
        self.assertEqual(self.evaluate(moved, answers=ANSWERS), plain)
        self.assertEqual(self.handed(), before)

    def test_counts_are_those_worked_out_by_hand(self):
        errors = self.evaluate(ITEMS, answers=ANSWERS)
        self.assertEqual(errors[:len(ERRORS)], ERRORS)
        self.assertEqual(squeezed(errors[len(ERRORS):]), squeezed(SUMS))
        silent = self.evaluate(ITEMS, "--no-errors", answers=ANSWERS)
        self.assertEqual(ERRORS + silent, errors)

    def test_the_real_program_does_not_find_what_only_labels_say(self):
        # It takes the keys `countries` and `dates` as metadata where they are handed over.
        items = [{**item, "countries": ["CN", "FJ"], "dates": [span("2031-05-05", "2031-05-05")]}
                 for item in ITEMS]
        total = squeezed(self.evaluate(items, "--no-errors", programs=PROGRAMS))[0]
        self.assertEqual(total[:17], "all items 3 countries P 0.0000 R 0.0000 F1 0.0000 "
                                     "dates P 0.0000 R 0.0000 F1 0.0000".split())


if __name__ == "__main__":
    unittest.main()
