"""Costs of a process, of a thread, of a server; sizes on disk; percentiles."""
import dataclasses
import json
import os
import pathlib
import subprocess
import sys
import threading
import time

# Linux counts what the parent had in memory as a peak of its child; so a small one stands between.
RUNNER = """
import json, os, signal, sys, time
pid, stops = 0, False
def stop(*_):
    global stops
    stops = True
    if pid:
        os.kill(pid, signal.SIGKILL)
signal.signal(signal.SIGTERM, stop)
start = time.monotonic()
pid = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ)
if stops:
    stop()
_, status, used = os.wait4(pid, 0)
os.write(int(sys.argv[1]), json.dumps([used.ru_utime + used.ru_stime, time.monotonic() - start,
                                       used.ru_maxrss * 1024, status]).encode())
"""


@dataclasses.dataclass
class Cost:
    cpu_s: float
    wall_s: float
    peak_bytes: int
    finished: bool


def cost_of(command, environment=None, limit_s=None, may_fail=False):
    """Runs a command and returns what it and its children took; `finished` is false when it was
    stopped at `limit_s` seconds of wall time. Raises RuntimeError when it fails and may not."""
    result, told = os.pipe()
    process = subprocess.Popen(
        [sys.executable, "-S", "-c", RUNNER, str(told), *map(str, command)], pass_fds=(told,),
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        env={**os.environ, **(environment or {})})
    os.close(told)
    stopped = threading.Event()

    def stop():
        stopped.set()
        process.terminate()

    timer = threading.Timer(limit_s, stop) if limit_s else None
    if timer:
        timer.start()
    error = process.stderr.read().decode("utf-8", "replace")
    process.wait()
    if timer:
        timer.cancel()
    with os.fdopen(result, encoding="ascii") as pipe:
        answer = pipe.read()
    if not answer and not stopped.is_set():
        raise RuntimeError(f"{command[0]} could not be run: {error.strip()[-400:]}")
    cpu_s, wall_s, peak, status = json.loads(answer) if answer else (0, 0, 0, 1)
    if status and not stopped.is_set() and not may_fail:
        raise RuntimeError(f"{command[0]} ended with {os.waitstatus_to_exitcode(status)}: "
                           f"{error.strip()[-400:]}")
    return Cost(cpu_s, wall_s, peak, not stopped.is_set())


def disk_bytes(paths):
    """Blocks in use: files may be sparse."""
    total = 0
    for path in map(pathlib.Path, paths):
        files = path.rglob("*") if path.is_dir() else [path]
        total += sum(file.lstat().st_blocks * 512 for file in files if file.is_file())
    return total


def server_cpu_ms(pid):
    """Time of all threads of a process, to the nanosecond; other clocks of it tick in 10 ms."""
    total = 0
    for task in pathlib.Path(f"/proc/{pid}/task").iterdir():
        try:
            total += int((task / "schedstat").read_text(encoding="ascii").split()[0])
        except FileNotFoundError:
            pass  # Ended meanwhile.
    return total / 1e6


def least(run, repeats, cpu_clock=lambda: time.thread_time() * 1e3):
    """Returns what `run` returns, and the least CPU and wall milliseconds of its repeats."""
    cpu = wall = float("inf")
    result = None
    for _ in range(repeats):
        cpu_start, start = cpu_clock(), time.perf_counter()
        result = run()
        wall = min(wall, (time.perf_counter() - start) * 1e3)
        cpu = min(cpu, cpu_clock() - cpu_start)
    return result, cpu, wall


def percentile(values, share):
    """Nearest rank."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else None
