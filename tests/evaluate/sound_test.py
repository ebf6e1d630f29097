#!/usr/bin/env python3
"""`scripts/evaluate sound`: names come from the evidence, and the means are those worked out by hand."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
EVALUATE = HERE.parent.parent / "scripts" / "evaluate"

# Worked out in README.md beside this file.
ITEMS = [
    {"id": "a", "lang": "zh", "title": "", "text": "代表团访问布鲁塞尔和安曼。",
     "evidence": {"BE": "布鲁塞尔", "JO": "安曼"}},
    {"id": "b", "lang": "zh", "title": "馬德里", "text": "客人来访。",
     "evidence": {"ES": "title: 馬德里；Madrid"}},
    {"id": "c", "lang": "en", "title": "", "text": "Progress was made.", "evidence": {}},
    {"id": "d", "lang": "zh", "title": "", "text": "双方会谈。", "evidence": {"EG": "开罗大学"}},
]
EXPECTED = """\
spaced     names 3  MRR@10 0.6667
one word   names 3  MRR@10 0.5000
accents    names 3  MRR@10 0.6667
numbers    names 3  MRR@10 0.6667
"""


def main():
    if shutil.which("uconv") is None:
        print("skipped: uconv (icu-devtools) is not there")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as scratch:
        labelled = pathlib.Path(scratch) / "labelled.jsonl"
        labelled.write_text("".join(json.dumps(item, ensure_ascii=False) + "\n" for item in ITEMS),
                            encoding="utf-8")
        call = [sys.executable, str(EVALUATE), "sound", str(labelled)]
        environment = {**os.environ, "BULLETIN_BIN": os.environ["BULLETIN_PROGRAM_DIR"]}
        done = subprocess.run(call, capture_output=True, text=True, encoding="utf-8",
                              env=environment, check=False)
        limited = subprocess.run([*call, "--least", ".51"], capture_output=True, text=True,
                                 encoding="utf-8", env=environment, check=False)
    assert done.stdout == EXPECTED, done.stdout + done.stderr
    assert done.returncode == 0 and done.stderr == "", done.stderr
    assert limited.returncode == 1, "one word is below the limit"


if __name__ == "__main__":
    main()
