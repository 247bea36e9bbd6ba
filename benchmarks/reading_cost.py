"""Time and peak memory of reading one file, in the confined process and without it.

python benchmarks/reading_cost.py FILE... --repeat 5
python benchmarks/reading_cost.py --pages 35     # a Word file of our own of so many pages (500 words each)
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from pathlib import Path

import word_seeds

from clause_auditor.documents import read_data
from clause_auditor.documents.isolation.dispatch import Dispatcher
from clause_auditor.documents.options import DEFAULTS


def measure(name: str, data: bytes, repeat: int) -> str:
    """Return one line: the first and the usual time in a confined process, and a reader's own time and memory."""
    times: list[float] = []
    for _ in range(repeat + 1):
        begun = time.perf_counter()
        read_data(data, name)
        times.append(time.perf_counter() - begun)
    alone, memory = _alone(data, name)
    usual = statistics.median(times[1:])
    return (
        f"{name}: {len(data) / 1024:.0f} KiB; confined {usual * 1000:.0f} ms (first {times[0] * 1000:.0f} ms), "
        f"reader's processor time {alone * 1000:.0f} ms, peak memory {memory} MiB"
    )


def _alone(data: bytes, name: str) -> tuple[float, int]:
    """Read in a forked process that ends with it: its time of the processor, and its peak memory in MiB."""
    child = os.fork()
    if not child:
        Dispatcher(DEFAULTS).read(data, name)
        os._exit(0)
    _, _, usage = os.wait4(child, 0)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024


def main() -> None:
    """Print one line a file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--pages", type=int, action="append", default=[])
    parser.add_argument("--repeat", type=int, default=5)
    chosen = parser.parse_args()
    for pages in chosen.pages:
        print(measure(f"{pages} pages.docx", word_seeds.long_file(pages * 500), chosen.repeat))
    for file in chosen.files:
        print(measure(file.name, file.read_bytes(), chosen.repeat))


if __name__ == "__main__":
    main()
