"""SVG by hand: bars of the run's costs, and lines of how a cost grows."""
import html
import math

from compare import KINDS

COLOURS = ("#1f5fa8", "#d9822b", "#3a8f4d", "#a23b72", "#7a6a58", "#5b5bd6", "#888888")
WIDTH, LEFT, BAR, GAP = 860, 150, 11, 14


class Drawing:
    def __init__(self):
        self.parts, self.bottom = [], 0

    def text(self, x, y, words, anchor="start", size=12):
        self.parts.append(f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" '
                          f'text-anchor="{anchor}">{html.escape(str(words))}</text>')

    def bar(self, x, y, width, colour):
        self.parts.append(f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(1, width):.1f}" '
                          f'height="{BAR - 2}" fill="{colour}"/>')

    def line(self, points, colour):
        row = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        self.parts.append(f'<polyline points="{row}" fill="none" stroke="{colour}" '
                          'stroke-width="2"/>')

    def svg(self):
        return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{self.bottom}" '
                'font-family="sans-serif"><rect width="100%" height="100%" fill="white"/>'
                + "\n".join(self.parts) + "</svg>\n")


def amount(value):
    return f"{value:.3g}" if value < 1000 else f"{value:.0f}"


def bars(drawing, title, groups, colours):
    """`groups` is {row: {engine: value}}; one logarithmic scale for all."""
    values = [value for row in groups.values() for value in row.values() if value]
    low, high = math.log10(min(values)) - .3, math.log10(max(values))
    y = drawing.bottom + 28
    drawing.text(10, y, title, size=14)
    y += 10
    for name, row in groups.items():
        drawing.text(LEFT - 8, y + BAR, name, "end")
        for engine, value in row.items():
            if value:
                width = (math.log10(value) - low) / (high - low or 1) * (WIDTH - LEFT - 80)
                drawing.bar(LEFT, y, width, colours[engine])
                drawing.text(LEFT + width + 4, y + BAR - 2, amount(value), size=9)
                y += BAR
        y += GAP
    drawing.bottom = y


def legend(drawing, colours):
    x = LEFT
    for name, colour in colours.items():
        drawing.bar(x, 10, 12, colour)
        drawing.text(x + 16, 19, name)
        x += 30 + 8 * len(name)
    drawing.bottom = 24


def comparison(run):
    engines = run["engines"]
    colours = dict(zip(engines, COLOURS))
    drawing = Drawing()
    legend(drawing, colours)
    builds = {name: engine["build"] for name, engine in engines.items()
              if engine.get("build") and engine["build"]["finished"]}
    asked = {name: engine.get("in_process") or engine.get("server")
             for name, engine in engines.items()}
    if builds:
        bars(drawing, f"building an index of {run['items']:,} items (logarithmic)",
             {label: {name: build[key] * scale for name, build in builds.items()}
              for label, key, scale in (("CPU s", "cpu_s", 1), ("wall s", "wall_s", 1),
                                        ("peak MB", "peak_bytes", 1e-6),
                                        ("index / text", "index_over_text", 1))}, colours)
    for share in ("p50", "p95"):
        bars(drawing, f"milliseconds of CPU a query, {share} (logarithmic)",
             {kind: {name: of["cpu_ms"][kind][share] for name, of in asked.items() if of}
              for kind in KINDS}, colours)
    return drawing.svg()


def growth(rows):
    """One panel a cost: items across, cost up, both logarithmic."""
    drawing = Drawing()
    costs = [("index ms of CPU an item", "cpu_ms_per_item"), ("index / text", "index_over_text"),
             *((f"{kind}: p50 ms of CPU", kind) for kind in KINDS)]
    left, width, height, columns = 60, 200, 110, 3
    xs = [math.log10(row["items"]) for row in rows]
    for number, (title, key) in enumerate(costs):
        x0 = left + number % columns * (width + 70)
        y0 = 40 + number // columns * (height + 60)
        ys = [math.log10(max(row[key], 1e-4)) for row in rows]
        low, high = math.floor(min(ys) * 2) / 2, math.ceil(max(ys) * 2 + .01) / 2
        points = [(x0 + (x - xs[0]) / ((xs[-1] - xs[0]) or 1) * width,
                   y0 + height - (y - low) / (high - low) * height) for x, y in zip(xs, ys)]
        drawing.text(x0, y0 - 8, title)
        drawing.line([(x0, y0), (x0, y0 + height), (x0 + width, y0 + height)], "#999999")
        drawing.line(points, COLOURS[0])
        for (x, y), row in zip(points, rows):
            drawing.text(x, y - 5, amount(row[key]), "middle", 9)
            drawing.text(x, y0 + height + 12, amount(row["items"]), "middle", 9)
        drawing.bottom = y0 + height + 30
    return drawing.svg()
