"""SQLite's FTS5: Porter stems for English, trigrams for Chinese, both over one stored table."""
import json
import sqlite3
import sys

from engine import Answer, Engine
from measure import least

SCHEMA = """
CREATE TABLE item(id TEXT, title TEXT, text TEXT);
CREATE VIRTUAL TABLE stemmed USING fts5(title, text, content=item, tokenize='porter unicode61');
CREATE VIRTUAL TABLE pieces USING fts5(title, text, content=item, tokenize='trigram');
CREATE TABLE item_country(item INTEGER, value TEXT, PRIMARY KEY(item, value)) WITHOUT ROWID;
CREATE TABLE item_year(item INTEGER, value INTEGER, PRIMARY KEY(item, value)) WITHOUT ROWID;
CREATE TABLE item_month(item INTEGER, value INTEGER, PRIMARY KEY(item, value)) WITHOUT ROWID;
"""


def build(facts, path):
    database = sqlite3.connect(path)
    database.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + SCHEMA)
    with open(facts, encoding="utf-8") as lines:
        for number, fact in enumerate(map(json.loads, lines), 1):
            texts = (number, fact["title"], fact["text"])
            database.execute("INSERT INTO item(rowid, title, text, id) VALUES(?, ?, ?, ?)",
                             (*texts, fact["id"]))
            for index in ("stemmed", "pieces"):
                database.execute(f"INSERT INTO {index}(rowid, title, text) VALUES(?, ?, ?)", texts)
            for table, key in (("country", "countries"), ("year", "years"), ("month", "months")):
                database.executemany(f"INSERT INTO item_{table} VALUES(?, ?)",
                                     [(number, value) for value in fact[key]])
    database.commit()
    database.close()


def fts_text(query):
    if query.kind == "phrase":
        return '"' + " ".join(query.words) + '"'
    if query.kind == "prefix":
        return query.words[0] + "*"
    return (" AND " if query.kind == "and" else " OR ").join(f'"{word}"' for word in query.words)


class Sqlite(Engine):
    name = "sqlite"
    cannot = ("Chinese of two characters: no index holds it, LIKE reads every item",
              "facets: counted by GROUP BY over side tables",
              "one ranking for both languages: each has an index of its own")

    def prepare(self, inputs):
        self.facts = inputs.facts

    def build(self):
        return [sys.executable, __file__, str(self.facts), str(self.folder / "index")], {}

    @staticmethod
    def condition(query):
        """Returns SQL that chooses rows of `item`, its values, and what ranks them."""
        if query.is_chinese() and min(map(len, query.words)) < 3:
            one = "(title || ' ' || text) LIKE ?"
            many = (" AND " if query.kind == "and" else " OR ").join([one] * len(query.words))
            return f"item WHERE ({many})", [f"%{word}%" for word in query.words], "item.rowid"
        index = "pieces" if query.is_chinese() else "stemmed"
        return (f"{index} JOIN item ON item.rowid = {index}.rowid WHERE {index} MATCH ?",
                [fts_text(query)], f"{index}.rank")

    def run(self, database, query):
        chosen, values, order = self.condition(query)
        if query.months:
            chosen += (" AND EXISTS (SELECT 1 FROM item_month m WHERE m.item = item.rowid AND "
                       "m.value BETWEEN ? AND ?)")
            values = values + list(query.months)
        total = database.execute(f"SELECT count(*) FROM {chosen}", values).fetchone()[0]
        database.execute(f"SELECT item.id, item.title, item.text FROM {chosen} ORDER BY {order} "
                         "LIMIT 10", values).fetchall()
        if query.kind != "facet":
            return total, None, None
        counts = [dict(database.execute(
            f"SELECT value, count(*) FROM {table} WHERE item IN (SELECT item.rowid FROM {chosen}) "
            "GROUP BY value", values).fetchall()) for table in ("item_country", "item_year")]
        return total, counts[0], {str(year): n for year, n in counts[1].items()}

    def ask(self, queries, repeats):
        database = sqlite3.connect(self.folder / "index")
        database.execute("PRAGMA mmap_size=8000000000")
        answers = {}
        for query in queries:
            times = 2 if "LIKE" in self.condition(query)[0] else repeats
            found, cpu, wall = least(lambda q=query: self.run(database, q), times)
            answers[query.id] = Answer(found[0], cpu, wall, *found[1:])
        return answers

    def ask_alone(self, query):
        if query.months or query.kind == "facet":
            return None
        chosen, values, order = self.condition(query)
        for value in values:
            chosen = chosen.replace("?", "'" + value.replace("'", "''") + "'", 1)
        return ["sqlite3", str(self.folder / "index"),
                f"SELECT count(*) FROM {chosen}; SELECT item.id, item.title, item.text "
                f"FROM {chosen} ORDER BY {order} LIMIT 10;"]


if __name__ == "__main__":
    build(sys.argv[1], sys.argv[2])
