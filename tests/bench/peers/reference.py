"""The right answers, by reading every item: no index, no code of any engine."""
import collections
import re

import snowballstemmer

# Words as UAX #29 cuts them, near enough: letters and digits, with a point or apostrophe inside.
TOKEN = re.compile(r"[^\W_\u3400-\u9fff]+(?:['’.][^\W_\u3400-\u9fff]+)*")


class Stems:
    def __init__(self):
        self.stem_word = snowballstemmer.stemmer("english").stemWord
        self.known = {}

    def of(self, token):
        if token not in self.known:
            plain = re.sub("['’]s$", "", token)
            self.known[token] = self.stem_word(plain) if plain.isascii() else plain
        return self.known[token]

    def row(self, text):
        return [self.of(token) for token in TOKEN.findall(text.lower())]


def holds_row(stems, wanted):
    return any(stems[i:i + len(wanted)] == wanted for i in range(len(stems) - len(wanted) + 1))


def matcher(query, stems):
    """Returns a function of an item: (fields in lower case, set of stems, set of tokens)."""
    words = query.words
    if query.is_chinese():
        choose = all if query.kind == "and" else any
        return lambda fields, _, __: choose(any(w in field for field in fields) for w in words)
    if query.kind == "prefix":
        return lambda _, __, tokens: any(token.startswith(words[0]) for token in tokens)
    wanted = [stems.of(word) for word in words]
    if query.kind == "and":
        return lambda _, have, __: have.issuperset(wanted)
    if query.kind == "phrase":
        return lambda fields, have, _: have.issuperset(wanted) and any(
            holds_row(stems.row(field), wanted) for field in fields)
    return lambda _, have, __: not have.isdisjoint(wanted)


def in_months(query, fact):
    return not query.months or any(query.months[0] <= m <= query.months[1] for m in fact["months"])


def right_answers(queries, facts):
    """Returns {id: (total, countries, years)}; `facts` yields items with what they count under."""
    stems = Stems()
    matchers = [(query, matcher(query, stems)) for query in queries]
    totals = collections.Counter()
    countries = collections.defaultdict(collections.Counter)
    years = collections.defaultdict(collections.Counter)
    for fact in facts:
        fields = (fact["title"].lower(), fact["text"].lower())
        tokens = {token for field in fields for token in TOKEN.findall(field)}
        have = {stems.of(token) for token in tokens}
        for query, matches in matchers:
            if matches(fields, have, tokens) and in_months(query, fact):
                totals[query.id] += 1
                if query.kind == "facet":
                    countries[query.id].update(fact["countries"])
                    years[query.id].update(map(str, fact["years"]))
    return {query.id: (totals[query.id], dict(countries[query.id]), dict(years[query.id]))
            for query in queries}
