"""scripts/bench-peers: what it is asked for, and the order in which it happens."""
import argparse
import datetime
import json
import os
import pathlib
import shutil
import sys
import tempfile

import compare
import growth
import inputs
import plot
import queries
import reference
import report
from bulletin import Bulletin
from groonga import Groonga
from lucene import Lucene
from omega import Omega
from sphinx import Sphinx
from sqlite import Sqlite

ENGINES = (Bulletin, Groonga, Sqlite, Lucene, Sphinx, Omega)
ROOT = pathlib.Path(__file__).resolve().parents[3]
BINARIES = pathlib.Path(os.environ.get("BULLETIN_BUILD", ROOT / "build" / "release"))


def arguments():
    parser = argparse.ArgumentParser(
        prog="bench-peers", description="Measures bulletin beside other engines: the same items, "
        "the same 200 queries, one run. Writes the table, RUN.json and RUN.svg.")
    parser.add_argument("count", metavar="N", type=int, nargs="?", default=20_000,
                        help="items (20000)")
    parser.add_argument("--engines", default=",".join(e.name for e in ENGINES),
                        help="which, by commas; bulletin is always among them")
    parser.add_argument("--repeats", type=int, default=5, help="runs of a query; the least counts")
    parser.add_argument("--build-limit", metavar="S", type=float,
                        help="seconds of wall time after which a build is stopped")
    parser.add_argument("--work", metavar="DIR", type=pathlib.Path,
                        help="keep indexes there (else in a folder that is thrown away)")
    parser.add_argument("--reuse", action="store_true", help="ask the indexes that DIR holds")
    parser.add_argument("--output", metavar="RUN", type=pathlib.Path, help="where RUN.json and "
                        "RUN.svg go (bench-peers)", default=pathlib.Path("bench-peers"))
    parser.add_argument("--growth", action="store_true",
                        help="instead: how bulletin's costs grow from 1,000 items to N")
    return parser.parse_args()


def progress(message):
    print(f"bench-peers: {message}", file=sys.stderr, flush=True)


def compared(options, work):
    made = inputs.before_bulletin(work, options.count)
    chosen = queries.draw(list(inputs.read_lines(made.lines))[:queries.SAMPLE])
    run = {"date": datetime.date.today().isoformat(), "items": options.count,
           "text_bytes": made.text_bytes, "queries": len(chosen), "cores": os.cpu_count(),
           "load": os.getloadavg()[0], "engines": {}}
    wanted = options.engines.split(",")
    right = None
    for kind in ENGINES:
        if kind is not Bulletin and kind.name not in wanted:
            continue
        engine = kind(work / kind.name, BINARIES)
        progress(f"{kind.name}, load {os.getloadavg()[0]:.1f}")
        if right is None:
            right = bulletin_first(engine, made, chosen, options, run)
        else:
            try:
                run["engines"][kind.name] = compare.measured(engine, made, chosen, right, options)
            except Exception as error:  # Whatever a rival throws: the others go on.
                progress(f"cannot measure {kind.name}: {error}")
    return run


def bulletin_first(engine, made, chosen, options, run):
    """Also reads what the other engines are to count; returns the right answers."""
    build = None
    if not (options.reuse and (engine.folder / "index").exists()):
        shutil.rmtree(engine.folder / "index", ignore_errors=True)
        build = compare.built(engine, made, None)
    facts = made.folder / "read.jsonl"
    engine.facts(facts)
    inputs.add_facts(made, facts)
    progress("the right answers, item by item")
    right = reference.right_answers(chosen, inputs.read_lines(made.facts))
    reused = argparse.Namespace(**{**vars(options), "reuse": True})
    run["engines"]["bulletin"] = compare.measured(engine, made, chosen, right, reused)
    run["engines"]["bulletin"]["build"] = build
    return right


def write(options, run, drawing, words):
    for suffix, content in ((".json", json.dumps(run, indent=1) + "\n"), (".svg", drawing)):
        options.output.with_suffix(suffix).write_text(content, encoding="utf-8")
    print(words)


def main():
    options = arguments()
    work = options.work or pathlib.Path(tempfile.mkdtemp(prefix="bench-peers-"))
    work.mkdir(parents=True, exist_ok=True)
    work = work.resolve()
    try:
        if options.growth:
            run = growth.measured(work, BINARIES, options.count, options.repeats, progress)
            write(options, run, plot.growth(run["sizes"]), growth.text(run))
        else:
            run = compared(options, work)
            write(options, run, plot.comparison(run), report.text(run))
    finally:
        if not options.work:
            shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main()
