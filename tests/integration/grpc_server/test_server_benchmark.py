"""The benchmark runs, and measures what it says."""

from __future__ import annotations

import re
import sys

from .test_server_process import ROOT, run


def test_the_benchmark_compares_calls_with_an_echo():
    script = ROOT / "benchmarks" / "audit_speed.py"
    done = run([sys.executable, str(script), "--words", "400", "--seconds", "0.1"])
    assert done.returncode == 0, done.stderr
    figures = {
        name.strip(): float(figure)
        for name, figure in re.findall(r"^(echo call|audit call|ratio) +([\d.]+)", done.stdout, flags=re.M)
    }
    words = [int(number) for number in re.findall(r"in process +(\d+) words", done.stdout)]
    assert [round(number / words[0]) for number in words] == sorted({round(number / words[0]) for number in words})
    assert 0 < figures["echo call"] < figures["audit call"]
    assert figures["ratio"] > 0
