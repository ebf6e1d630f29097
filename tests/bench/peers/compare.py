"""Builds each engine's index, asks it everything, and puts what that took beside one another."""
import os
import time

import measure

KINDS = ("en", "zh", "phrase", "and", "prefix", "month", "facet")
ALONE_EVERY = 8  # One query in so many is also asked in a process of its own.
ALONE_REPEATS = 3
SHARES = {"p50": .5, "p95": .95, "p99": .99}
NEAR = .02  # A total that is off by no more counts as near: engines cut words differently.


def built(engine, inputs, limit_s):
    engine.prepare(inputs)
    command, environment = engine.build()
    cost = measure.cost_of(command, environment, limit_s)
    size = measure.disk_bytes(engine.index_paths())
    return {"finished": cost.finished, "cpu_s": cost.cpu_s, "wall_s": cost.wall_s,
            "peak_bytes": cost.peak_bytes, "index_bytes": size,
            "index_over_text": size / inputs.text_bytes, "parts": engine.parts() if cost.finished else {}}


def spread(values):
    return {name: measure.percentile(values, share) for name, share in SHARES.items()}


def by_kind(queries, answers, clock):
    groups = {kind: [query.id for query in queries if query.kind == kind] for kind in KINDS}
    groups["all"] = [query.id for query in queries]
    return {kind: spread([getattr(answers[i], clock) for i in ids if i in answers])
            for kind, ids in groups.items()}


def facets_agree(answer, right):
    kept = lambda counts: {key: n for key, n in (counts or {}).items() if n}
    return kept(answer.countries) == right[1] and kept(answer.years) == right[2]


def rightness(queries, answers, reference):
    """For each kind: how many totals are exact, near, out of how many."""
    rows = {}
    for query in queries:
        if query.id not in answers:
            continue
        total, right = answers[query.id].total, reference[query.id]
        row = rows.setdefault(query.kind, {"exact": 0, "near": 0, "of": 0, "facets_exact": 0})
        row["of"] += 1
        row["exact"] += total == right[0]
        row["near"] += abs(total - right[0]) <= max(1, NEAR * right[0])
        row["facets_exact"] += query.kind == "facet" and facets_agree(answers[query.id], right)
    return rows


def asked_alone(engine, queries):
    """Least CPU and wall time of a process for each of some queries."""
    cpu, wall = {}, {}
    for query in queries[::ALONE_EVERY]:
        command = engine.ask_alone(query)
        if command is None or query.kind == "facet":
            continue
        costs = [measure.cost_of(command, getattr(engine, "environment", None), may_fail=True)
                 for _ in range(ALONE_REPEATS)]
        cpu[query.id] = min(cost.cpu_s for cost in costs) * 1e3
        wall[query.id] = min(cost.wall_s for cost in costs) * 1e3
    return {"cpu_ms": spread(cpu.values()), "wall_ms": spread(wall.values()), "of": len(cpu)}


def measured(engine, inputs, queries, reference, options):
    """Everything about one engine, as it goes to the JSON file."""
    row = {"cannot": list(engine.cannot), "load_before": os.getloadavg()[0]}
    start = time.monotonic()
    if options.reuse and all(path.exists() for path in engine.index_paths()):
        row["build"] = None
        engine.prepare(inputs)
    else:
        row["build"] = built(engine, inputs, options.build_limit)
    if row["build"] and not row["build"]["finished"]:
        return row
    answers = engine.ask(queries, options.repeats)
    if answers:
        clocks = [clock for clock in ("cpu_ms", "wall_ms", "first_cpu_ms")
                  if getattr(answers[queries[0].id], clock) is not None]
        row["in_process" if not engine.is_server else "server"] = {
            clock: by_kind(queries, answers, clock) for clock in clocks}
        row["right"] = rightness(queries, answers, reference)
    if engine.ask_alone(queries[0]):
        row["process"] = asked_alone(engine, queries)
    row.update(load_after=os.getloadavg()[0], seconds=time.monotonic() - start)
    return row
