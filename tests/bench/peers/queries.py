"""200 queries drawn from the items by a fixed seed, so that each finds something.

Words are those on which engines can agree: English ones of letters only, no stop words, with the
same relatives by both of Porter's algorithms; Chinese ones of characters that both scripts share.
"""
import collections
import math
import pathlib
import random
import re

import snowballstemmer

from engine import Query

SEED = 7
SAMPLE = 5_000  # Items that are looked at.
COMMON = 100  # The most frequent English words are left out, as are stop words and their relatives.
FEWEST = 4  # Items of the sample that a word is in.
ENGLISH_WORD = re.compile(r"(?<![\w.'’@:/&-])[a-z]{4,12}(?![\w'’@:/&-]|\.\w)")
HAN_RUN = re.compile("[\u4e00-\u9fff]+")
ANALYSIS = pathlib.Path(__file__).resolve().parents[3] / "indexer" / "analysis"


def characters_of_one_script():
    """Characters that another one stands for in the other script."""
    return {chr(int(code, 16)) for code in
            re.findall(r"0x([0-9A-F]{4,5})", (ANALYSIS / "simplified_table.inc").read_text())}


def stop_words():
    return re.findall(r'"([a-z]+)"', (ANALYSIS / "stop_words.cpp").read_text())


def agreed_words(counts):
    """English words whose relatives, by Porter and by Porter 2, are the same words."""
    by = {name: snowballstemmer.stemmer(name) for name in ("porter", "english")}
    stems = {name: dict(zip(counts, stemmer.stemWords(list(counts))))
             for name, stemmer in by.items()}
    relatives = {name: collections.defaultdict(set) for name in by}
    for name, of in stems.items():
        for word, stem in of.items():
            relatives[name][stem].add(word)
    return [word for word in counts if relatives["porter"][stems["porter"][word]]
            == relatives["english"][stems["english"][word]]]


def english_words(texts):
    counts = collections.Counter()
    for text in texts:
        counts.update(set(re.findall(r"[a-z]+", text.lower())))
    common = {word for word, _ in counts.most_common(COMMON)}
    seen = collections.Counter()
    for text in texts:
        seen.update(set(ENGLISH_WORD.findall(text.lower())))
    agreed = set(agreed_words(counts))
    stem = snowballstemmer.stemmer("english").stemWord
    stopped = set(map(stem, stop_words()))
    return {word: count for word, count in seen.items()
            if count >= FEWEST and word in agreed and word not in common
            and stem(word) not in stopped}


def chinese_words(texts, length):
    """Pieces that stand together more often than their characters by chance."""
    left_out = characters_of_one_script()
    characters, pieces, items = collections.Counter(), collections.Counter(), collections.Counter()
    for text in texts:
        seen = set()
        for run in HAN_RUN.findall(text):
            characters.update(run)
            cut = [run[i:i + length] for i in range(len(run) - length + 1)]
            pieces.update(cut)
            seen.update(cut)
        items.update(seen)
    total = sum(characters.values())

    def cohesion(piece):
        chance = math.prod(characters[c] / total for c in piece)
        return math.log(pieces[piece] / total / chance) / (length - 1)

    return {piece: count for piece, count in items.items()
            if count >= FEWEST and not left_out.intersection(piece) and cohesion(piece) > 4}


class Drawer:
    def __init__(self, items):
        self.random = random.Random(SEED)
        english = [item["title"] + "\n" + item["text"] for item in items if item["lang"] == "en"]
        chinese = [item["title"] + "\n" + item["text"] for item in items if item["lang"] == "zh"]
        self.english_texts, self.chinese_texts = english, chinese
        self.words = english_words(english)
        self.han = {length: chinese_words(chinese, length) for length in (2, 3)}
        self.ranked = self.by_frequency(self.words)
        self.ranked_han = self.by_frequency({**self.han[2], **self.han[3]})

    @staticmethod
    def by_frequency(counts):
        return sorted(counts, key=lambda word: (-counts[word], word))

    def one_of(self, ranked):
        """Log-uniform over the ranks: frequent and rare words alike."""
        return ranked[int(len(ranked) ** self.random.random()) - 1]

    def several(self, ranked, count):
        chosen = []
        while len(chosen) < count:
            word = self.one_of(ranked)
            if word not in chosen:
                chosen.append(word)
        return chosen

    def english_phrase(self):
        while True:
            text = self.random.choice(self.english_texts).split("\n")[1]
            rows = re.findall(r"(?<![^ ])[a-z]{4,12}(?: [a-z]{4,12}){1,2}(?= )", text)
            rows = [row.split() for row in rows if all(w in self.words for w in row.split())]
            if rows:
                return self.random.choice(rows)

    def chinese_phrase(self, left_out=characters_of_one_script()):
        while True:
            runs = [run for run in HAN_RUN.findall(self.random.choice(self.chinese_texts))
                    if len(run) >= 6]
            if not runs:
                continue
            run, length = self.random.choice(runs), self.random.randint(4, 6)
            start = self.random.randrange(len(run) - length + 1)
            piece = run[start:start + length]
            if not left_out.intersection(piece):
                return [piece]

    def pair(self, texts, words):
        """Two words of one item."""
        while True:
            text = self.random.choice(texts).lower()
            there = [word for word in words if word in text]
            if len(there) > 1:
                return self.random.sample(there, 2)

    def months(self):
        """Three to eleven: a whole year would also take items that name no month."""
        first = self.random.randrange(2005 * 12, 2024 * 12)
        last = first + self.random.randint(2, 10)
        return first // 12 * 100 + first % 12 + 1, last // 12 * 100 + last % 12 + 1


def draw(items):
    """Returns the queries for items with `lang`, `title` and `text`."""
    drawer = Drawer(items[:SAMPLE])
    words, han, rnd = drawer.ranked, drawer.ranked_han, drawer.random
    found = [("en", drawer.several(words, 1 + i % 4)) for i in range(65)]
    found += [("zh", drawer.several(han, 1 + i % 3)) for i in range(45)]
    found += [("phrase", drawer.english_phrase()) for _ in range(15)]
    found += [("phrase", drawer.chinese_phrase()) for _ in range(10)]
    usual = [word for word in words[:len(words) // 3]]
    found += [("and", drawer.pair(drawer.english_texts, usual)) for _ in range(15)]
    found += [("and", drawer.pair(drawer.chinese_texts, han[:len(han) // 3])) for _ in range(10)]
    found += [("prefix", [word[:rnd.randint(4, 6)]])
              for word in rnd.sample([word for word in usual if len(word) > 6], 15)]
    queries = [Query(f"{kind}-{i}", kind, chosen) for i, (kind, chosen) in enumerate(found)]
    for i in range(12):
        chosen = drawer.several(han if i % 2 else words, 1)
        queries.append(Query(f"month-{i}", "month", chosen, drawer.months()))
    for i in range(13):
        ranked = (han if i % 2 else words)
        queries.append(Query(f"facet-{i}", "facet", drawer.several(ranked[:200], 1 + i % 2)))
    return queries
