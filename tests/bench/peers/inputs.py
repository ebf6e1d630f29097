"""The items in the shapes that engines read, and what bulletin read in them."""
import json
import pathlib
import subprocess

from engine import Inputs

MAKE_CORPUS = pathlib.Path(__file__).resolve().parents[3] / "scripts" / "make-bench-corpus"


def make_lines(folder, count, files=()):
    path = folder / f"items-{count}.jsonl"
    if not path.exists():
        part = path.with_suffix(".part")
        subprocess.run([str(MAKE_CORPUS), str(count), *map(str, files), "--output", str(part)],
                       check=True)
        part.rename(path)
    return path


def read_lines(path):
    with open(path, encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def text_bytes(item):
    return len(item["title"].encode()) + len(item["text"].encode())


def before_bulletin(folder, count):
    """Inputs without what bulletin reads in the items: all that it needs itself."""
    lines = make_lines(folder, count)
    return Inputs(folder, lines, folder / "facts.jsonl", folder / "facts.tsv",
                  sum(map(text_bytes, read_lines(lines))), count)


def add_facts(inputs, read):
    """Joins the items with what bulletin counts them under, so that all engines count the same."""
    facts = {row["id"]: row for row in read_lines(read)}
    with open(inputs.facts, "w", encoding="utf-8") as rows, \
            open(inputs.table, "w", encoding="utf-8") as table:
        for item in read_lines(inputs.lines):
            fact = facts[item["id"]]
            row = {"id": item["id"], "title": item["title"], "text": item["text"],
                   "countries": fact["countries"], "years": fact["years"], "months": fact["months"]}
            rows.write(json.dumps(row, ensure_ascii=False) + "\n")
            table.write("\t".join(
                ",".join(map(str, value)) if isinstance(value, list) else " ".join(value.split())
                for value in row.values()) + "\n")
