"""Examples of a rule: short contracts or records, each with the status that must come out."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from clause_auditor.documents.facts import read_fact
from clause_auditor.domain.fact import FACT_TYPES, FactValue
from clause_auditor.domain.finding import Status
from clause_auditor.domain.rule import Example
from clause_auditor.errors import InputError
from clause_auditor.notation import Faults, Node, show_word, suggest
from clause_auditor.packs.values import read_date

_FIELDS = ("name", "status", "text", "facts", "evidence", "as_of")


def read_examples(node: Node, statuses: Collection[Status], faults: Faults) -> tuple[Example, ...]:
    """Return the examples of a rule; a name given twice or a status the rule cannot give is a fault."""
    examples = tuple(_read_example(item, faults) for item in node.items(faults))
    seen: set[str] = set()
    for item, example in zip(node.items(faults), examples, strict=True):
        if example.name in seen and example.name:
            faults.add(item.place, "an example of this name stands above", "Give each its own name")
        seen.add(example.name)
        if example.status not in {*statuses, Status.UNKNOWN}:
            problem = f'the rule never gives "{example.status.value}"'
            faults.add(item.place, problem, "Add a formula or a fact case for it")
    return examples


def _read_example(node: Node, faults: Faults) -> Example:
    fields = node.mapping(faults, _FIELDS, ["name", "status"])
    texts = {key: fields[key].text(faults) for key in ("name", "text", "evidence") if key in fields}
    status = fields["status"].choice(faults, Status) if "status" in fields else None
    if fields and "text" not in fields and "facts" not in fields:
        faults.add(node.place, "the example has neither text nor facts", "Add text: or facts:")
    if "evidence" in fields and "text" not in fields:
        faults.add(fields["evidence"].place, "evidence without a text", "Add text:, or remove evidence:")
    return Example(
        texts.get("name", ""),
        status or Status.UNKNOWN,
        texts.get("text", ""),
        texts.get("evidence", "").strip(),
        _read_facts(fields["facts"], faults) if "facts" in fields else {},
        read_date(fields["as_of"], faults) if "as_of" in fields else "",
        node.line,
        node.place,
    )


def _read_facts(node: Node, faults: Faults) -> Mapping[str, FactValue]:
    facts: dict[str, FactValue] = {}
    for name, entry in node.entries(faults).items():
        if name not in FACT_TYPES:
            faults.add(entry.place, f"unknown fact {show_word(name)}", suggest(name, FACT_TYPES))
            continue
        try:
            facts[name] = read_fact(name, entry.plain(), entry.place)
        except InputError as error:
            faults.extend(error.faults)
    return facts
