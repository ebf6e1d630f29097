"""How bulletin's costs grow with the number of items, and how soon new ones are found."""
import datetime
import json
import os
import shutil

import compare
import inputs
import measure
import queries
import report
from bulletin import Bulletin

ADDED = 100  # Items added to the largest index.


def sizes(most):
    """1,000, 3,000, 10,000, ... and the most."""
    size, found = 1000, []
    while size < most:
        found.append(size)
        size = size * 3 if str(size)[0] == "1" else size // 3 * 10
    return [*found, most]


def one_size(engine, made, asked, repeats):
    shutil.rmtree(engine.folder / "index", ignore_errors=True)
    build = compare.built(engine, made, None)
    answers = engine.ask(asked, repeats)
    spread = compare.by_kind(asked, answers, "cpu_ms")
    return {"items": made.count, "cpu_ms_per_item": 1e3 * build["cpu_s"] / made.count,
            "index_over_text": build["index_over_text"], "peak_bytes": build["peak_bytes"],
            **{kind: spread[kind]["p50"] for kind in compare.KINDS}}


def later_items(work, count):
    """Items with ids and words of their own, to be added to an index of `count`."""
    path = work / "later.jsonl"
    made = inputs.make_lines(work, count + ADDED)
    with open(path, "w", encoding="utf-8") as rows:
        for number, item in enumerate(inputs.read_lines(made)):
            if number >= count:
                rows.write(json.dumps(item, ensure_ascii=False) + "\n")
    made.unlink()
    return path


def measured(work, binaries, most, repeats, progress):
    engine = Bulletin(work / "growth", binaries)
    sample = inputs.make_lines(work, queries.SAMPLE)
    asked = queries.draw(list(inputs.read_lines(sample)))
    rows = []
    for size in sizes(most):
        progress(f"{size} items")
        made = inputs.before_bulletin(work, size)
        rows.append(one_size(engine, made, asked, repeats))
    engine.lines = later_items(work, most)
    added = measure.cost_of(*engine.build())
    return {"date": datetime.date.today().isoformat(), "cores": os.cpu_count(),
            "load": os.getloadavg()[0], "sizes": rows,
            "added": {"items": ADDED, "to": most, "cpu_s": added.cpu_s, "wall_s": added.wall_s}}


def text(run):
    head = ("items", "index ms an item", "index/text", "peak MB", *compare.KINDS)
    rows = [(row["items"], f"{row['cpu_ms_per_item']:.2f}", f"{row['index_over_text']:.2f}",
             f"{row['peak_bytes'] / 1e6:.0f}", *(f"{row[kind]:.3f}" for kind in compare.KINDS))
            for row in run["sizes"]]
    added = run["added"]
    return (report.table(head, rows) + "\n(queries: p50 in ms of CPU)\n\n" +
            f"{added['items']} items added to {added['to']:,}: visible after "
            f"{added['wall_s']:.2f} s of wall time, {added['cpu_s']:.2f} s of CPU\n")
