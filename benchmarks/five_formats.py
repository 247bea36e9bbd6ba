"""The same contract as .md, .docx, .pdf, .html and .txt: which statuses differ from those of the Markdown.

    python benchmarks/five_formats.py [FOLDER] [--contracts 10] [--figures] [--keep FOLDER]

pandoc writes .docx, .html and .txt (tables drawn in dashes), LibreOffice the .pdf from the .docx. Beside them, and not
counted: "office", LibreOffice's text, in which nothing is left of tables, headings and bold words.
`--figures` names no rule. Exit code 1 if more than one status in a hundred differs.
"""

from __future__ import annotations

import argparse
import collections
import subprocess
import sys
import tempfile
from pathlib import Path

from clause_auditor.bootstrap import build_auditor
from clause_auditor.documents import read_file
from clause_auditor.domain.audit import AuditOptions
from clause_auditor.engine import Auditor

DAY = "2026-03-31"
FORMS = ("docx", "pdf", "html", "txt")
ASIDE = "office"
MOST = 0.01


def write_forms(sources: list[Path], folder: Path) -> None:
    """Write each contract in the other forms."""
    for source in sources:
        for form, writer in (("docx", "docx"), ("html", "html5"), ("txt", "plain")):
            command = ["pandoc", "-f", "gfm", "-t", writer, "-s", str(source)]
            target = folder / f"{source.stem}.{form}"
            subprocess.run([*command, "--wrap=none", "-o", str(target)], check=True, capture_output=True)
    files = [str(folder / f"{source.stem}.docx") for source in sources]
    convert(files, "pdf", folder, folder)
    convert(files, "txt:Text (encoded):UTF8", folder / ASIDE, folder)


def convert(files: list[str], form: str, target: Path, folder: Path) -> None:
    """Turn Word files into another form by one run of LibreOffice."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(target)]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=600)


def statuses(auditor: Auditor, path: Path) -> dict[str, str]:
    """Return the status of every rule for one file."""
    audit = auditor.audit(read_file(path), AuditOptions(as_of=DAY))
    return {finding.rule_id: finding.status.value for finding in audit.findings if finding.pack != "intake"}


def main() -> int:
    """Print the table of differences."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=Path("tests/corpus/documents"))
    parser.add_argument("--contracts", type=int, default=10)
    parser.add_argument("--figures", action="store_true")
    parser.add_argument("--keep", type=Path)
    chosen = parser.parse_args()
    sources = sorted(chosen.folder.glob("*.md"))[: chosen.contracts]
    with tempfile.TemporaryDirectory() as temporary:
        folder = chosen.keep or Path(temporary)
        folder.mkdir(exist_ok=True)
        write_forms(sources, folder)
        return report(sources, folder, figures=chosen.figures)


def report(sources: list[Path], folder: Path, *, figures: bool) -> int:
    """Audit all files and compare; return the exit code."""
    auditor = build_auditor()
    differing: collections.Counter[str] = collections.Counter()
    compared: collections.Counter[str] = collections.Counter()
    for source in sources:
        expected = statuses(auditor, source)
        for form in (*FORMS, ASIDE):
            name = f"{source.stem}.{form}" if form != ASIDE else f"{ASIDE}/{source.stem}.txt"
            found = statuses(auditor, folder / name)
            rules = sorted(expected.keys() | found.keys())
            different = [rule for rule in rules if expected.get(rule) != found.get(rule)]
            compared[form] += len(rules)
            differing[form] += len(different)
            for rule in [] if figures else different:
                print(f"{source.stem}.{form}: {rule}: {expected.get(rule)} in .md, {found.get(rule)}")
    for form in (*FORMS, ASIDE):
        print(f"{form}: {differing[form]} of {compared[form]} statuses differ")
    different, all_of_them = (sum(counts[form] for form in FORMS) for counts in (differing, compared))
    share = different / max(1, all_of_them)
    print(f"all but {ASIDE}: {different} of {all_of_them}, {100 * share:.2f} in 100; {len(sources)} contracts")
    return int(share > MOST)


if __name__ == "__main__":
    sys.exit(main())
