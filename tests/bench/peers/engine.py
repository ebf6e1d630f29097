"""What every engine is measured by: a query, an answer, and the calls an engine offers."""
import dataclasses
import os
import pathlib


@dataclasses.dataclass
class Query:
    """One query. `words` are alternatives, but for `and` (all of them) and `phrase` (in order)."""
    id: str
    kind: str  # en, zh, phrase, and, prefix, month or facet.
    words: list
    months: tuple = ()  # First and last, 201203.

    def is_chinese(self):
        return any(ord(c) > 0x2fff for c in self.words[0])


@dataclasses.dataclass
class Answer:
    """The number of items found, and what one run took: the least of some."""
    total: int
    cpu_ms: float
    wall_ms: float
    countries: dict = None
    years: dict = None
    first_cpu_ms: float = None  # Of the first run, from an engine that keeps what it reads.


@dataclasses.dataclass
class Inputs:
    """The same items in the shapes that engines read."""
    folder: pathlib.Path
    lines: pathlib.Path  # As scripts/make-bench-corpus writes them.
    facts: pathlib.Path  # JSON Lines: id, title, text, countries, years, months.
    table: pathlib.Path  # The same with tabs, lists by commas.
    text_bytes: int
    count: int


class Engine:
    """An engine keeps its files in `folder`; every call may raise what goes wrong."""
    name = ""
    packages = ()  # Debian's.
    cannot = ()  # What it can not do, in words.
    is_server = False  # Asked over a socket.

    def __init__(self, folder, binaries):
        self.folder, self.binaries = folder, binaries
        os.makedirs(folder, exist_ok=True)

    def prepare(self, inputs):
        """Writes configuration and input in its own form; not measured."""

    def build(self):
        """Returns the command line that indexes everything, and its environment."""
        raise NotImplementedError

    def index_paths(self):
        return [self.folder / "index"]

    def parts(self):
        """Bytes of the index by what they are spent on, where the engine can tell."""
        return {}

    def ask(self, queries, repeats):
        """Returns {id: Answer}, the index opened once; None where it has no such way in."""
        return None

    def ask_alone(self, query):
        """Returns the command line that answers one query in a process of its own, or None."""
        return None
