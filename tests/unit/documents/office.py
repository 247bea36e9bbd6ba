"""LibreOffice, pandoc and Chromium, where they are installed: tests that want them are skipped elsewhere."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice")
PANDOC = shutil.which("pandoc")
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")


def convert_all(sources: Mapping[str, str], form: str, folder: Path, suffix: str = "fodt") -> dict[str, Path]:
    """Write the sources and turn all of them into files of another form by one run of LibreOffice."""
    if SOFFICE is None:
        pytest.skip("LibreOffice is not installed")
    names = {name: folder / f"{name}.{suffix}" for name in sources}
    for name, source in sources.items():
        names[name].write_text(source, encoding="utf-8")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", form, "--outdir", str(folder)]
    subprocess.run([*command, *map(str, names.values())], check=True, capture_output=True, timeout=240)
    return {name: folder / f"{name}.{form.split(':', maxsplit=1)[0]}" for name in sources}


def convert(source: Path, form: str, folder: Path) -> Path:
    """Turn one file into one of another form by LibreOffice; where it is not installed, the test is skipped."""
    if SOFFICE is None:
        pytest.skip("LibreOffice is not installed")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", form, "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return folder / f"{source.stem}.{form.split(':', maxsplit=1)[0]}"


def pandoc(source: str, form: str, path: Path, *, reader: str = "markdown") -> Path:
    """Turn a text into a file by pandoc."""
    if PANDOC is None:
        pytest.skip("pandoc is not installed")
    command = [PANDOC, "-f", reader, "-t", form, "-o", str(path)]
    subprocess.run(command, input=source.encode(), check=True, capture_output=True, timeout=60)
    return path


def print_page(page: Path, folder: Path) -> Path:
    """Turn a web page into a PDF file by Chromium."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    printed = folder / f"{page.stem}.printed.pdf"
    flags = (
        "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking".split()
    )
    more = ["--disable-component-update", "--disable-sync", f"--user-data-dir={folder / 'browser'}"]
    command = [CHROMIUM, *flags, *more, f"--print-to-pdf={printed}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return printed
