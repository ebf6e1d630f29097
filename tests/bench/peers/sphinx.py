"""Sphinx: stems, single Chinese characters, text kept as attributes; asked over its protocol."""
import pathlib
import subprocess
import time

from engine import Answer, Engine
from measure import least, server_cpu_ms

PORT = 19306
CONFIGURATION = """
source items {{
  type = tsvpipe
  tsvpipe_command = cat {table}
  tsvpipe_attr_string = name
  tsvpipe_field_string = title
  tsvpipe_field_string = text
  tsvpipe_attr_multi = countries
  tsvpipe_attr_multi = years
  tsvpipe_attr_multi = months
}}
index items {{
  source = items
  path = {folder}/index/items
  dict = keywords
  morphology = stem_en
  min_prefix_len = 3
  ngram_len = 1
  ngram_chars = U+3400..U+4DBF, U+4E00..U+9FFF
  charset_table = 0..9, A..Z->a..z, a..z, U+C0..U+24F
}}
indexer {{
  mem_limit = 512M
}}
searchd {{
  listen = 127.0.0.1:{port}:mysql41
  pid_file = {folder}/searchd.pid
  log = {folder}/searchd.log
  binlog_path =
  workers = threads
  mva_updates_pool = 0
}}
"""


def match_text(query):
    words = [f'"{word}"' if query.is_chinese() else word for word in query.words]
    if query.kind == "phrase":
        return '"' + " ".join(query.words) + '"'
    if query.kind == "prefix":
        return query.words[0] + "*"
    return (" " if query.kind == "and" else " | ").join(words)


def number_of(country):
    """Lists hold numbers only."""
    return ord(country[0]) * 100 + ord(country[1])


def country_of(number):
    return chr(number // 100) + chr(number % 100)


def named(counts, name_of):
    """Items without a value count under 0."""
    return {name_of(number): count for number, count in counts.items() if number}


class Sphinx(Engine):
    name = "sphinx"
    packages = ("sphinxsearch", "python3-pymysql")
    is_server = True
    cannot = ("Traditional and Simplified as one",
              "names of countries as facet values: lists hold numbers",
              "an index opened within another program: a server only")

    def prepare(self, inputs):
        (self.folder / "index").mkdir(exist_ok=True)
        table = self.folder / "items.tsv"
        with open(inputs.table, encoding="utf-8") as lines, \
                open(table, "w", encoding="utf-8") as rows:
            for number, line in enumerate(lines, 1):
                name, title, text, countries, years, months = line.rstrip("\n").split("\t")
                codes = ",".join(str(number_of(c)) for c in countries.split(",") if c)
                rows.write("\t".join((str(number), name, title, text, codes, years, months)) + "\n")
        (self.folder / "sphinx.conf").write_text(CONFIGURATION.format(
            folder=self.folder, table=table, port=PORT), encoding="utf-8")

    def build(self):
        return ["indexer", "--config", str(self.folder / "sphinx.conf"), "--quiet", "items"], {}

    def run(self, cursor, query):
        text = match_text(query).replace("'", "\\'")
        where = f"MATCH('{text}')"
        if query.months:
            where += f" AND months BETWEEN {query.months[0]} AND {query.months[1]}"
        facets = (" FACET countries ORDER BY COUNT(*) DESC LIMIT 300 FACET years ORDER BY COUNT(*) "
                  "DESC LIMIT 300" if query.kind == "facet" else "")
        cursor.execute(f"SELECT id, name, title, text FROM items WHERE {where} LIMIT 10 "
                       f"OPTION ranker=bm25, max_matches=1000{facets}")
        cursor.fetchall()
        counts = []
        while cursor.nextset():
            counts.append(dict((int(row[0]), int(row[-1])) for row in cursor.fetchall()))
        return counts

    def ask(self, queries, repeats):
        server = subprocess.Popen(["searchd", "--nodetach", "--config",
                                   str(self.folder / "sphinx.conf")], stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL)
        try:
            return self.ask_server(server.pid, queries, repeats)
        finally:
            server.terminate()
            server.wait()

    def connected(self):
        import pymysql  # Debian's; needed by this engine only.
        for _ in range(200):
            try:
                return pymysql.connect(host="127.0.0.1", port=PORT, charset="utf8", autocommit=None)
            except pymysql.err.OperationalError:
                time.sleep(.1)
        raise RuntimeError("searchd does not answer: " + pathlib.Path(
            self.folder / "searchd.log").read_text(encoding="utf-8")[-300:])

    def ask_server(self, pid, queries, repeats):
        answers = {}
        with self.connected() as connection, connection.cursor() as cursor:
            for query in queries:
                counts, cpu, wall = least(lambda q=query: self.run(cursor, q), repeats,
                                          lambda: server_cpu_ms(pid))
                cursor.execute("SHOW META")
                total = int(dict(cursor.fetchall())["total_found"])
                answers[query.id] = Answer(total, cpu, wall)
                if counts:
                    answers[query.id].countries = named(counts[0], country_of)
                    answers[query.id].years = named(counts[1], str)
        return answers
