"""The table that people read: every cost as a ratio to bulletin's."""
from compare import KINDS


def ratio(value, base):
    if value is None or not base:
        return "-"
    return f"{value / base:.2f}"


def table(head, rows):
    rows = [head, *rows]
    widths = [max(len(str(row[i])) for row in rows) for i in range(len(head))]
    return "\n".join("  ".join(str(cell).ljust(width) for cell, width in zip(row, widths)).rstrip()
                     for row in rows)


def build_table(engines):
    base = engines["bulletin"]["build"]
    head = ("build", "CPU s", "x", "wall s", "x", "peak MB", "x", "index/text", "x")
    rows = []
    for name, engine in engines.items():
        build = engine.get("build")
        if not build:
            continue
        if not build["finished"]:
            rows.append((name, f"not done after {build['wall_s']:.0f} s of wall time",
                         *[""] * (len(head) - 2)))
            continue
        row = [name]
        for key, scale, form in (("cpu_s", 1, "{:.1f}"), ("wall_s", 1, "{:.1f}"),
                                 ("peak_bytes", 1e-6, "{:.0f}"), ("index_over_text", 1, "{:.2f}")):
            row += [form.format(build[key] * scale), ratio(build[key], base and base[key])]
        rows.append(row)
    return table(head, rows)


def parts_line(engines):
    """What bulletin's index is made of."""
    build = engines["bulletin"].get("build")
    if not build or not build.get("parts"):
        return ""
    whole = sum(build["parts"].values())
    shares = sorted(build["parts"].items(), key=lambda part: -part[1])
    return "bulletin's index: " + ", ".join(f"{name} {bytes / whole:.0%}"
                                            for name, bytes in shares)


def latency_table(engines, clock, share):
    """Milliseconds, with the ratio to bulletin's behind them."""
    base = engines["bulletin"]["in_process"][clock]
    head = (f"{clock} {share}", *(cell for kind in ("all", *KINDS) for cell in (kind, "x")))
    rows = []
    for name, engine in engines.items():
        asked = engine.get("in_process") or engine.get("server")
        if asked:
            row = [name + (" (server)" if "server" in engine else "")]
            for kind in ("all", *KINDS):
                value = asked[clock][kind][share]
                row += ["-" if value is None else f"{value:.2f}", ratio(value, base[kind][share])]
            rows.append(row)
    return table(head, rows)


def process_table(engines):
    base = engines["bulletin"].get("process")
    rows = []
    for name, engine in engines.items():
        alone = engine.get("process")
        if alone and alone["of"]:
            row = [name]
            for clock in ("cpu_ms", "wall_ms"):
                for share in ("p50", "p95"):
                    value = alone[clock][share]
                    row += [f"{value:.1f}", ratio(value, base and base[clock][share])]
            rows.append(row)
    head = ("a process a query", "CPU p50", "x", "p95", "x", "wall p50", "x", "p95", "x")
    return table(head, rows)


def right_table(engines):
    """Exact and near totals; facets: both counts exact."""
    rows = []
    for name, engine in engines.items():
        right = engine.get("right")
        if right:
            row = [name]
            for kind in KINDS:
                of = right[kind]
                row.append(f"{of['exact']}+{of['near'] - of['exact']}/{of['of']}")
            row.append(f"{right['facet']['facets_exact']}/{right['facet']['of']}")
            rows.append(row)
    return table(("right totals", *KINDS, "facet counts"), rows)


def text(run):
    engines = run["engines"]
    parts = [f"{run['items']:,} items, {run['text_bytes'] / 1e6:.1f} MB of text, "
             f"{run['queries']} queries, {run['cores']} cores, load {run['load']:.1f}; "
             "x: as a multiple of bulletin's", build_table(engines), parts_line(engines)]
    for clock in ("cpu_ms", "wall_ms"):
        parts += [latency_table(engines, clock, share) for share in ("p50", "p95", "p99")]
    parts += [process_table(engines), right_table(engines),
              "exact+near (2 %) out of all; the reference reads every item"]
    parts.append("\n".join(f"{name} cannot: {what}" for name, engine in engines.items()
                           for what in engine["cannot"]))
    return "\n\n".join(filter(None, parts)) + "\n"
