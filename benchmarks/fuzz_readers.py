"""Damaged and hostile files against the readers: how many were tried, what became of them, the worst time.

    python benchmarks/fuzz_readers.py word --inputs 20000 --seed 1

Each input is a sound file with some of its bytes, its XML or its parts changed at random. A reader may read it or
refuse it with an `InputError`; anything else is a crash, is written to a folder (`--keep`), and makes the exit code 1.
Readers run in this process; `--confined` sends every input through a confined one.
"""

from __future__ import annotations

import argparse
import collections
import contextlib
import copy
import io
import random
import re
import resource
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import fuzz_pages
import word_seeds
from fuzz_pages import Change, cut_off, flip_bytes
from lxml import etree

from clause_auditor.documents.extraction import Paper
from clause_auditor.documents.isolation import extract_contents
from clause_auditor.documents.isolation.dispatch import Dispatcher
from clause_auditor.documents.options import ReadingOptions
from clause_auditor.domain.contract import View
from clause_auditor.errors import InputError

_TAG = re.compile(rb"<[^<>]{1,300}>")
_VALUE = re.compile(rb'"[^"<>]{0,80}"')
_VALUES = (
    b'""',
    b'"0"',
    b'"-1"',
    b'"99999999999999"',
    b'"FFFFFF"',
    b'"%9"',
    b'"begin"',
    b'"continue"',
    b'"x"',
    b'"\xe2\x80\xae"',
)


@dataclass
class Tally:
    """What became of the inputs."""

    outcomes: collections.Counter[str] = field(default_factory=collections.Counter)
    worst: float = 0.0
    total: float = 0.0
    crashes: list[tuple[str, bytes]] = field(default_factory=list)


def change_part(chance: random.Random, data: bytes) -> bytes:
    """Change the inside of one part of a ZIP archive and pack it soundly again."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(parts))
    for _ in range(chance.randint(1, 3)):
        parts[name] = chance.choice(_XML_CHANGES)(chance, parts[name] or b" ")
    if chance.random() < 0.03:
        del parts[chance.choice(sorted(parts))]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return packed.getvalue()


def drop_tag(chance: random.Random, xml: bytes) -> bytes:
    """Take out one tag, so that the rest is ill-formed."""
    return _at_random(chance, xml, _TAG, lambda found: b"")


def change_tree(chance: random.Random, xml: bytes) -> bytes:
    """Take out, double, move or wrap elements; the rest stays well-formed."""
    try:
        root = etree.fromstring(xml)
    except etree.XMLSyntaxError:
        return xml
    for _ in range(chance.randint(1, 8)):
        elements = [element for element in root.iter() if element is not root]
        if not elements:
            break
        with contextlib.suppress(ValueError):  # a name that was damaged before
            _CHANGES_OF_TREES[chance.randrange(len(_CHANGES_OF_TREES))](chance, elements)
    return etree.tostring(root)


def _remove(chance: random.Random, elements: list[etree._Element]) -> None:
    element = chance.choice(elements)
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _double(chance: random.Random, elements: list[etree._Element]) -> None:
    element = chance.choice(elements)
    for _ in range(chance.choice((1, 2, 30))):
        element.addnext(copy.deepcopy(element))


def _move(chance: random.Random, elements: list[etree._Element]) -> None:
    element, to = chance.choice(elements), chance.choice(elements)
    if element is not to and element not in to.iterancestors():
        to.insert(chance.randint(0, len(to)), element)


def _rename(chance: random.Random, elements: list[etree._Element]) -> None:
    chance.choice(elements).tag = chance.choice(elements).tag


def _wrap(chance: random.Random, elements: list[etree._Element]) -> None:
    element = chance.choice(elements)
    for _ in range(chance.choice((1, 5, 60))):
        outer = etree.Element(chance.choice(elements).tag)
        element.addprevious(outer)
        outer.append(element)


_CHANGES_OF_TREES = (_remove, _double, _move, _rename, _wrap)


def change_value(chance: random.Random, xml: bytes) -> bytes:
    """Give one attribute another value."""
    return _at_random(chance, xml, _VALUE, lambda found: chance.choice(_VALUES))


def change_name(chance: random.Random, xml: bytes) -> bytes:
    """Give one element the name of another, at both of its ends."""
    names = sorted(set(re.findall(rb"<(\w+:\w+)", xml)))
    if len(names) < 2:
        return xml
    one, other = chance.sample(names, 2)
    return xml.replace(b"<" + one, b"<" + other).replace(b"</" + one, b"</" + other)


def _at_random(chance: random.Random, xml: bytes, pattern: re.Pattern[bytes], new: Callable[[bytes], bytes]) -> bytes:
    found = list(pattern.finditer(xml))
    if not found:
        return xml
    match = chance.choice(found)
    return xml[: match.start()] + new(match[0]) + xml[match.end() :]


_XML_CHANGES: tuple[Change, ...] = (
    *(change_tree,) * 7,
    *(change_value,) * 5,
    change_name,
    drop_tag,
    flip_bytes,
)
CHANGES: dict[str, tuple[Change, ...]] = {
    "word": (change_part, change_part, change_part, change_part, flip_bytes, cut_off),
    "html": fuzz_pages.HTML_CHANGES,
    "pdf": fuzz_pages.PDF_CHANGES,
}


SEEDS: dict[str, tuple[bytes, ...]] = {
    "word": word_seeds.SEEDS,
    "html": fuzz_pages.HTML_SEEDS,
    "pdf": fuzz_pages.PDF_SEEDS,
}


def inputs(reader: str, seeds: tuple[bytes, ...], count: int, seed: int) -> Iterator[bytes]:
    """Yield damaged files, the same for the same seed."""
    chance = random.Random(seed)
    for _ in range(count):
        yield chance.choice(CHANGES[reader])(chance, chance.choice(seeds))


def try_all(files: Iterator[bytes], confined: bool) -> Tally:
    """Read every file; count what became of it."""
    tally = Tally()
    options = (ReadingOptions(), ReadingOptions(revisions=View.ORIGINAL))
    for place, data in enumerate(files):
        begun = time.perf_counter()
        try:
            papers = _read(data, options[place % 2], confined)
            outcome = "read" if all(map(is_sound, papers)) else "unsound"
        except InputError as error:
            outcome = (
                "refused" if all(fault.problem and fault.cure for fault in error.faults) else "refused without a cure"
            )
        except Exception as error:
            outcome = f"crash: {type(error).__name__}"
        taken = time.perf_counter() - begun
        tally.worst, tally.total = max(tally.worst, taken), tally.total + taken
        tally.outcomes[outcome] += 1
        if outcome not in ("read", "refused"):
            tally.crashes.append((outcome, data))
    return tally


def _read(data: bytes, options: ReadingOptions, confined: bool) -> tuple[Paper, ...]:
    """Return the papers read. A member that its reader breaks off on counts as much as the file itself."""
    contents = extract_contents(data, "x", options) if confined else Dispatcher(options).read(data, "x")
    for unread in contents.unread:
        if any("its reader failed" in fault.problem for fault in unread.error.faults):
            raise RuntimeError(str(unread.error))
    return contents.papers


def is_sound(paper: Paper) -> bool:
    """Tell whether offsets stand within the text and in order."""
    found = paper.extraction
    starts, places = [a.start for a in found.anchors], [h.offset for h in found.hidden]
    inside = all(0 <= place <= len(found.text) for place in (*starts, *places))
    return inside and starts == sorted(starts) and places == sorted(places) and "\0" not in found.text


def main() -> int:
    """Run, print one line a figure, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("reader", choices=sorted(CHANGES))
    parser.add_argument("--inputs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--confined", action="store_true")
    parser.add_argument("--keep", type=Path)
    chosen = parser.parse_args()
    tally = try_all(inputs(chosen.reader, SEEDS[chosen.reader], chosen.inputs, chosen.seed), chosen.confined)
    print(f"{chosen.reader}: {chosen.inputs:,} inputs, seed {chosen.seed}")
    for outcome, count in sorted(tally.outcomes.items()):
        print(f"  {outcome}: {count:,}")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"  worst time: {tally.worst:.3f} s, mean {tally.total / chosen.inputs * 1000:.1f} ms; peak memory {memory} MiB"
    )
    for place, (_, data) in enumerate(tally.crashes if chosen.keep else ()):
        chosen.keep.mkdir(parents=True, exist_ok=True)
        (chosen.keep / f"{place}.bin").write_bytes(data)
    return 1 if tally.crashes else 0


if __name__ == "__main__":
    raise SystemExit(main())
