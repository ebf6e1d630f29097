"""groonga: bigrams and stems; asked within this process through libgroonga's C calls."""
import ctypes
import json

from engine import Answer, Engine
from measure import least

SCHEMA = """plugin_register token_filters/stem
table_create Items TABLE_NO_KEY
table_create Countries TABLE_HASH_KEY ShortText
table_create Years TABLE_PAT_KEY UInt16
table_create Months TABLE_PAT_KEY UInt32
column_create Items id COLUMN_SCALAR ShortText
column_create Items title COLUMN_SCALAR Text
column_create Items text COLUMN_SCALAR Text
column_create Items countries COLUMN_VECTOR Countries
column_create Items years COLUMN_VECTOR Years
column_create Items months COLUMN_VECTOR Months
"""
INDEXES = """table_create Terms TABLE_PAT_KEY ShortText --default_tokenizer TokenBigram \
--normalizer NormalizerAuto --token_filters TokenFilterStem
column_create Terms items COLUMN_INDEX|WITH_POSITION|WITH_SECTION Items title,text
column_create Months items COLUMN_INDEX Items months
"""
MORE = 2  # GRN_CTX_MORE


def query_text(query):
    if query.kind == "phrase":
        return '"' + " ".join(query.words) + '"'
    if query.kind == "prefix":
        return query.words[0] + "*"
    return (" " if query.kind == "and" else " OR ").join(query.words)


def months_between(first, last):
    while first <= last:
        yield first
        first += 89 if first % 100 == 12 else 1


def select(query):
    command = ("select Items --match_columns title||text --output_columns id,title,text,_score "
               f"--sort_keys -_score --limit 10 --cache no --query '{query_text(query)}'")
    if query.months:
        command += " --filter '" + " || ".join(
            f"months @ {month}" for month in months_between(*query.months)) + "'"
    if query.kind == "facet":
        command += (" --drilldown countries,years --drilldown_limit -1 "
                    "--drilldown_sort_keys -_nsubrecs")
    return command


class Library:
    """One open database."""

    def __init__(self, path):
        self.calls = ctypes.CDLL("libgroonga.so.0")
        for name in ("grn_ctx_open", "grn_db_open"):
            getattr(self.calls, name).restype = ctypes.c_void_p
        self.calls.grn_init()
        self.context = ctypes.c_void_p(self.calls.grn_ctx_open(0))
        if not self.calls.grn_db_open(self.context, str(path).encode()):
            raise RuntimeError(f"groonga cannot open {path}")

    def send(self, command):
        text = command.encode()
        self.calls.grn_ctx_send(self.context, text, len(text), 0)
        pointer, length, flags = ctypes.c_void_p(), ctypes.c_uint(), ctypes.c_int(MORE)
        parts = []
        while flags.value & MORE:
            self.calls.grn_ctx_recv(self.context, ctypes.byref(pointer), ctypes.byref(length),
                                    ctypes.byref(flags))
            parts.append(ctypes.string_at(pointer, length.value))
        return b"".join(parts)


class Groonga(Engine):
    name = "groonga"
    packages = ("groonga-bin", "groonga-token-filter-stem")
    cannot = ("Traditional and Simplified as one",)

    def prepare(self, inputs):
        (self.folder / "index").mkdir(exist_ok=True)
        with open(inputs.facts, encoding="utf-8") as facts, \
                open(self.folder / "commands", "w", encoding="utf-8") as commands:
            commands.write(SCHEMA + "load --table Items\n[\n")
            commands.write(",\n".join(line.rstrip("\n") for line in facts))
            commands.write("\n]\n" + INDEXES)  # Indexes after the load: groonga's fast way.

    def build(self):
        return ["groonga", "--file", str(self.folder / "commands"), "-n",
                str(self.folder / "index" / "db")], {}

    def ask(self, queries, repeats):
        library = Library(self.folder / "index" / "db")
        answers = {}
        for query in queries:
            command = select(query)
            body, cpu, wall = least(lambda c=command: library.send(c), repeats)
            found, *drilled = json.loads(body)
            counts = [{str(key): n for key, n in rows[2:]} for rows in drilled] or [None, None]
            answers[query.id] = Answer(found[0][0], cpu, wall, *counts)
        return answers

    def ask_alone(self, query):
        return ["groonga", str(self.folder / "index" / "db"), select(query)]
