"""The style sheet: enough contrast to read, in the light and in the dark."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

CSS = files("clause_auditor.reports.html").joinpath("style.css").read_text("utf-8")
PALETTES = [
    dict(re.findall(r"--([\w-]+): (#\w{6})", block)) for block in re.findall(r":root \{([^}]*--ink[^}]*)\}", CSS)
]
PAIRS = [
    *((ink, paper) for ink in ("ink", "soft", "link") for paper in ("page", "sheet", "inset")),
    *(
        (tone, paper)
        for tone in ("bad", "care", "open", "good", "calm")
        for paper in ("sheet", f"{tone}-soft", "calm-soft")
    ),
    *(("ink", f"{tone}-soft") for tone in ("bad", "care", "open", "good", "calm")),
    ("good", "inset"),
    ("bad", "inset"),
]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("palette", PALETTES, ids=["light", "dark"])
@pytest.mark.parametrize("pair", PAIRS, ids="-on-".join)
def test_words_stand_out(palette: dict[str, str], pair: tuple[str, str]) -> None:
    high, low = sorted((luminance(palette[name]) for name in pair), reverse=True)
    assert (high + 0.05) / (low + 0.05) >= 4.5


def test_there_are_two_palettes_with_the_same_names() -> None:
    light, dark = PALETTES
    assert light.keys() == dark.keys()
