"""Over a corpus: the share of violating findings whose remedy turns the status, by pack, kind and rule, and the time.

python benchmarks/remedies.py FOLDER                  # documents/ and labels/, as `packs score` reads them
python benchmarks/remedies.py FOLDER --pack gdpr --list
python benchmarks/remedies.py --words 10000           # the time for a contract of our own of so many words

Each remedy is made in the contract and judged anew by the whole auditor; nothing is taken from the search for it.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from contracts import make_contract

from clause_auditor.documents import compose_text, read_file
from clause_auditor.domain.audit import Audit, AuditOptions
from clause_auditor.domain.contract import Contract
from clause_auditor.domain.finding import Finding, Status
from clause_auditor.domain.remedy import Edit, Remedy, gather_edits
from clause_auditor.engine import Auditor
from clause_auditor.engine.remedies import make_edits
from clause_auditor.evaluation.corpus import open_corpus
from clause_auditor.packs import load_library

AS_OF = "2026-11-22"
_WORST = 15


@dataclass
class Tally:
    """Violating findings counted: all, those with a remedy by kind, those whose rule is then met."""

    wanted: int = 0
    turned: int = 0
    together: int = 0
    kinds: Counter[str] = field(default_factory=Counter)

    @property
    def share(self) -> str:
        """How many of the findings are met with their remedy alone, as a share."""
        return f"{self.turned}/{self.wanted} = {self.turned / self.wanted:.3f}" if self.wanted else "-"


@dataclass
class Count:
    """What was counted over the corpus."""

    groups: dict[tuple[str, str], Tally] = field(default_factory=dict)
    rules: dict[str, Tally] = field(default_factory=dict)
    times: list[tuple[float, int, int]] = field(default_factory=list)
    """Seconds, words, violations of each contract."""
    worse: int = 0

    def add(self, finding: Finding, remedy: Remedy | None, alone: bool, together: bool) -> None:
        """Count one violating finding."""
        keys = [(finding.pack, finding.status.value), ("all", finding.status.value)]
        tallies = [self.groups.setdefault(key, Tally()) for key in keys]
        for tally in (*tallies, self.rules.setdefault(f"{finding.rule_id} {finding.status}", Tally())):
            tally.wanted += 1
            tally.turned += alone
            tally.together += together
            tally.kinds[remedy.kind.value if remedy else "none"] += 1


def statuses(auditor: Auditor, contract: Contract, edits: Iterable[Edit], options: AuditOptions) -> dict[str, Status]:
    """Return the status of every rule with edits made in the contract."""
    return {f.rule_id: f.status for f in auditor.audit(make_edits(contract, edits), options).findings}


def measure(auditor: Auditor, contract: Contract, options: AuditOptions, count: Count, *, listing: str) -> None:
    """Find the remedies of one contract, and prove each."""
    audit = auditor.audit(contract, options)
    begun = time.process_time()
    remedies = auditor.remedies(contract, audit)
    wanted = [f for f in audit.findings if f.status.violates]
    count.times.append((time.process_time() - begun, sum(d.words for d in audit.scope.documents), len(wanted)))
    together = statuses(auditor, contract, gather_edits(remedies.values()), options)
    count.worse += len(worse_than_before(audit, together))
    for finding in wanted:
        remedy = remedies.get(finding.rule_id)
        alone = statuses(auditor, contract, remedy.edits, options)[finding.rule_id] if remedy else finding.status
        count.add(finding, remedy, alone is Status.MET, together[finding.rule_id] is Status.MET)
        if listing:
            show(contract, finding, remedy, listing)


def worse_than_before(audit: Audit, after: Mapping[str, Status]) -> list[str]:
    """Return the rules that violate now and did not before."""
    return [f.rule_id for f in audit.findings if not f.status.violates and after[f.rule_id].violates]


def show(contract: Contract, finding: Finding, remedy: Remedy | None, listing: str) -> None:
    """Print one remedy, or that there is none."""
    if remedy is None:
        print(f"- {finding.rule_id} {finding.status}: NONE  [{finding.reasons[:2]}]"[:400])
    elif listing in {"all", remedy.kind.value}:
        print(f"- {finding.rule_id} {finding.status}: {remedy.kind}: {remedy.wording[:300]}")
        if remedy.kind.value != "addition":
            texts = {d.id: d.text for d in contract.documents}
            for edit in remedy.edits:
                print(f"      [{texts[edit.document_id][edit.start : edit.end][:200]!r}] -> {edit.text[:200]!r}")


def report(count: Count) -> Iterator[str]:
    """Yield the tables."""
    for (pack, status), tally in sorted(count.groups.items()):
        kinds = ", ".join(f"{kind} {number}" for kind, number in sorted(tally.kinds.items()))
        yield f"{pack:6} {status:9} {tally.share:18} together {tally.together}; {kinds}"
    both = [tally for (pack, status), tally in count.groups.items() if pack == "all" and status != "contrary"]
    whole = sum(t.wanted for t in both)
    yield f"weak and missing: {sum(t.turned for t in both)}/{whole} = {sum(t.turned for t in both) / max(1, whole):.4f}"
    yield f"rules that stand worse with all remedies: {count.worse}"
    failing = [(rule, t) for rule, t in count.rules.items() if t.turned < t.wanted]
    for rule, tally in sorted(failing, key=lambda item: (item[1].turned - item[1].wanted, item[0]))[:_WORST]:
        yield f"  {rule}: {tally.share}"
    seconds, words, wanted = max(count.times)
    yield f"time: {sum(t for t, _, _ in count.times):.1f} s in all; longest {seconds:.1f} s ({words} words, {wanted})"


def main() -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--pack", action="append", default=[])
    parser.add_argument("--only", default="", help="documents whose name holds this")
    parser.add_argument("--words", type=int, default=0)
    parser.add_argument("--list", default="", choices=["all", "change", "replacement", "addition", "none"])
    chosen = parser.parse_args()
    auditor, count = Auditor(load_library()), Count()
    if chosen.words:
        contract = Contract(documents=(compose_text("main", make_contract(chosen.words)),))
        measure(auditor, contract, AuditOptions(as_of=AS_OF), count, listing=chosen.list)
    for labelled in open_corpus(chosen.folder, auditor.library, chosen.pack).contracts() if chosen.folder else ():
        if chosen.only in labelled.document:
            if chosen.list:
                print(f"== {labelled.document}")
            contract = read_file(labelled.path, name=labelled.document)
            measure(auditor, contract, AuditOptions(labelled.packs, AS_OF), count, listing=chosen.list)
    print("\n".join(report(count)))


if __name__ == "__main__":
    main()
