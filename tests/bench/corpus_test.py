#!/usr/bin/env python3
"""scripts/make-bench-corpus gives the same bytes everywhere, and items that are what it says."""
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile

MAKE = pathlib.Path(__file__).resolve().parents[2] / "scripts" / "make-bench-corpus"
ENGLISH = ["The delegation visited the library of the university.",
           "A \"quoted\" word, and a tab\there.",
           "Nothing more was said about the second meeting.", "Training began in the spring."]
CHINESE = ["代表团访问了大学图书馆。", "会议讨论了“合作”的下一步。", "培训将于明年春天开始举行。"]
# Of 40 items of the sentences above. It changes only where the items are meant to change.
SHA256 = "e7a8cad2ce178ef25e455461a2274a27f98c8fca40eba92baef74f4fc2e7cd1d"


def made(count, folder, *options):
    command = [MAKE, str(count), folder / "en.txt", folder / "zh.txt", *options]
    return subprocess.run(command, capture_output=True, check=True).stdout


def check(claim, holds):
    if not holds:
        sys.exit(f"corpus_test: not so: {claim}")


def main():
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "en.txt").write_text("\n".join(ENGLISH), encoding="utf-8")
        (folder / "zh.txt").write_text("\n".join(CHINESE), encoding="utf-8")
        forty = made(40, folder)
        check("the bytes are the same on every machine, not " + hashlib.sha256(forty).hexdigest(),
              hashlib.sha256(forty).hexdigest() == SHA256)
        check("fewer items are the first of more", forty.startswith(made(7, folder)))
        check("another seed gives other items", made(40, folder, "--seed", "1") != forty)
        items = [json.loads(line) for line in forty.decode("utf-8").splitlines()]
        check("half of the items are Chinese", sum(item["lang"] == "zh" for item in items) == 20)
        check("ids are unique", len({item["id"] for item in items}) == 40)
        check("a quotation mark survives", any('"quoted"' in item["text"] for item in items))
        check("most items have a date and a country",
              sum("dates" in item and bool(item["countries"]) for item in items) > 30)
        check("the day stands in the text", all(
            item["dates"][0][:4] in item["text"] for item in items if "dates" in item))


main()
