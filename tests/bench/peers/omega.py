"""Xapian Omega: scriptindex, and its CGI program, one process a query."""
import json

from engine import Engine
from groonga import months_between

SCRIPT = """id : field=id boolean=Q
title : field=title index
text : field=text index
country : boolean=XC
month : boolean=M
"""
TEMPLATE = """$set{stemmer,english}$set{flag_wildcard,true}$set{flag_cjk_ngram,true}$msize
$hitlist{$field{id}	$field{title}	$field{text}
}"""
NGRAMS = {"XAPIAN_CJK_NGRAM": "1"}


def query_text(query):
    if query.kind == "phrase":
        return '"' + " ".join(query.words) + '"'
    if query.kind == "prefix":
        return query.words[0] + "*"
    return (" AND " if query.kind == "and" else " OR ").join(query.words)


class Omega(Engine):
    name = "omega"
    packages = ("xapian-omega",)
    cannot = ("facets: OmegaScript has no command that counts values",
              "an index opened once: one process a query",
              "Traditional and Simplified as one")
    environment = NGRAMS

    def prepare(self, inputs):
        (self.folder / "script").write_text(SCRIPT, encoding="utf-8")
        (self.folder / "templates").mkdir(exist_ok=True)
        (self.folder / "templates" / "page").write_text(TEMPLATE, encoding="utf-8")
        (self.folder / "omega.conf").write_text(
            f"database_dir {self.folder}\ntemplate_dir {self.folder / 'templates'}\n"
            f"log_dir {self.folder}\ncdb_dir {self.folder}\n", encoding="utf-8")
        with open(inputs.facts, encoding="utf-8") as facts, \
                open(self.folder / "records", "w", encoding="utf-8") as records:
            for fact in map(json.loads, facts):
                lines = [("id", fact["id"]), ("title", fact["title"]), ("text", fact["text"])]
                lines += [("country", code) for code in fact["countries"]]
                lines += [("month", str(month)) for month in fact["months"]]
                records.write("".join(f"{name}={value}\n" for name, value in lines) + "\n")
        self.environment = {**NGRAMS, "OMEGA_CONFIG_FILE": str(self.folder / "omega.conf")}

    def build(self):
        return ["scriptindex", "--stemmer=english", str(self.folder / "index"),
                str(self.folder / "script"), str(self.folder / "records")], self.environment

    def ask_alone(self, query):
        if query.kind == "facet":
            return None
        months = [f"B=M{month}" for month in months_between(*query.months)] if query.months else []
        return ["/usr/lib/cgi-bin/omega/omega", f"P={query_text(query)}", "DB=index", "FMT=page",
                "HITSPERPAGE=10", "MINHITS=100000000", *months]
