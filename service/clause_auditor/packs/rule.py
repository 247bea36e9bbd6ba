"""One rule from its file, as docs/rules.md describes it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from clause_auditor.domain.condition import Condition
from clause_auditor.domain.finding import Basis, Citation, Severity, Status
from clause_auditor.domain.formula import Formula
from clause_auditor.domain.mutation import MutationNeeds
from clause_auditor.domain.rule import Example, FactCase, Family, Rule, RuleText
from clause_auditor.notation import Faults, Node, show_word
from clause_auditor.packs.citation import cite
from clause_auditor.packs.digest import digest
from clause_auditor.packs.example import read_examples
from clause_auditor.packs.facets import read_facets, read_formula
from clause_auditor.packs.fact_cases import FactReader
from clause_auditor.packs.mutations import read_mutations
from clause_auditor.packs.names import Vocabulary
from clause_auditor.packs.rule_text import read_texts
from clause_auditor.packs.thresholds import Figures, read_thresholds
from clause_auditor.packs.values import RULE_ID, read_date, read_prose

_REQUIRED = ("id", "title", "family", "severity", "basis", "citations", "texts")
_FIELDS = (
    *_REQUIRED,
    "in_force",
    "thresholds",
    "facets",
    "statuses",
    "otherwise",
    "facts",
    "ours",
    "efforts_suffice",
    "mutations",
    "examples",
)
_APART = ("examples", "mutations")
"""They test a rule and decide no finding: its digest, and so the fingerprints of findings, rest without them."""
_BY_FORMULA = (Status.NOT_APPLICABLE, Status.CONTRARY, Status.MET, Status.WEAK)
_OTHERWISE = frozenset({*_BY_FORMULA, Status.MISSING, Status.UNKNOWN})


@dataclass(frozen=True, slots=True)
class RuleScope:
    """What a rule file may refer to, and where it stands."""

    pack: str
    languages: tuple[str, ...]
    vocabulary: Vocabulary
    prefix: str = ""
    """Of a rule that an overlay adds: the overlay's name, with which the id begins; the file has any name."""
    overlays: tuple[str, ...] = ()
    """Names of the overlays that changed the rule."""


def read_rule(node: Node, scope: RuleScope, faults: Faults) -> Rule:
    """Return the rule of one file; every fault in it is noted."""
    return _RuleReader(node, scope, faults).read()


class _RuleReader:
    def __init__(self, node: Node, scope: RuleScope, faults: Faults) -> None:
        self._node = node
        self._scope = scope
        self._faults = faults
        self._fields = node.mapping(faults, _FIELDS, _REQUIRED)
        thresholds = self._fields.get("thresholds")
        self._thresholds = read_thresholds(thresholds, faults) if thresholds else ()
        self._figures = Figures(self._thresholds, faults)

    def read(self) -> Rule:
        facets = self._facets()
        statuses = self._statuses(facets)
        cases = self._cases()
        otherwise = self._otherwise()
        self._check_thresholds()
        possible = _possible(statuses, cases, otherwise)
        start, until = self._in_force()
        return Rule(
            id=self._id(),
            title=self._prose("title"),
            family=self._family(),
            severity=self._severity(),
            basis=self._basis(),
            citations=self._citations(),
            texts=self._texts(possible, facets),
            facets=facets,
            statuses=statuses,
            otherwise=otherwise,
            facts=cases,
            thresholds=self._thresholds,
            in_force_from=start,
            in_force_until=until,
            ours=self._ours(),
            examples=self._examples(possible),
            place=f"{self._node.name}:{self._node.line}",
            digest=_digest(self._node),
            overlays=self._scope.overlays,
            efforts_suffice=self._efforts_suffice(),
            mutations=self._mutations(),
        )

    def _id(self) -> str:
        if "id" not in self._fields:
            return ""
        node = self._fields["id"]
        text = node.text(self._faults)
        if text and not RULE_ID.match(text):
            self._faults.add(node.place, f"{show_word(text)} is no id", "Write it as pack.topic.obligation")
            return text
        if self._scope.prefix:
            self._check_prefix(text, node)
            return text
        expected = f"{self._scope.pack}.{PurePosixPath(self._node.name).stem}"
        if text and text != expected:
            problem = f"the id {show_word(text)} does not agree with the name of the file"
            self._faults.add(node.place, problem, f'Write "id: {expected}", or rename the file')
        return text

    def _check_prefix(self, text: str, node: Node) -> None:
        prefix = f"{self._scope.prefix}."
        if text and not text.startswith(prefix):
            problem = f"the id {show_word(text)} does not begin with the name of the overlay"
            self._faults.add(node.place, problem, f'Write "id: {prefix}topic.obligation"')

    def _prose(self, key: str) -> str:
        return read_prose(self._fields[key], self._faults) if key in self._fields else ""

    def _family(self) -> Family:
        found = self._fields["family"].choice(self._faults, Family) if "family" in self._fields else None
        return found or Family.SECURITY

    def _severity(self) -> Severity:
        found = self._fields["severity"].choice(self._faults, Severity) if "severity" in self._fields else None
        if found is Severity.NONE:
            self._faults.add(self._fields["severity"].place, "a rule needs a severity", "Write low, or a graver one")
        return found or Severity.LOW

    def _basis(self) -> Basis:
        found = self._fields["basis"].choice(self._faults, Basis) if "basis" in self._fields else None
        return found or Basis.LAW

    def _citations(self) -> tuple[Citation, ...]:
        items = self._fields["citations"].items(self._faults) if "citations" in self._fields else ()
        if "citations" in self._fields and not items:
            self._faults.add(self._fields["citations"].place, "the rule cites nothing", "Name where the law says so")
        return tuple(citation for item in items if (citation := self._citation(item)))

    def _citation(self, node: Node) -> Citation | None:
        text = node.text(self._faults)
        try:
            return cite(text) if text.strip() else None
        except ValueError as error:
            problem, _, cure = str(error).partition("; ")
            self._faults.add(node.place, f"ill-written citation: {problem}", cure[:1].upper() + cure[1:])
            return None

    def _in_force(self) -> tuple[str, str]:
        if "in_force" not in self._fields:
            return "", ""
        fields = self._fields["in_force"].mapping(self._faults, ["from", "until"])
        start = read_date(fields["from"], self._faults) if "from" in fields else ""
        until = read_date(fields["until"], self._faults) if "until" in fields else ""
        if start and until and until < start:
            place = self._fields["in_force"].place
            self._faults.add(place, "the last day stands before the first", "Exchange from and until")
        return start, until

    def _facets(self) -> dict[str, Condition]:
        node = self._fields.get("facets")
        return read_facets(node, self._scope.vocabulary, self._figures, self._faults) if node else {}

    def _statuses(self, facets: Collection[str]) -> dict[Status, Formula]:
        if "statuses" not in self._fields:
            if "facts" not in self._fields:
                cure = "Add statuses: with a formula for met (or facts: with cases)"
                self._faults.add(self._node.place, "nothing decides the status of the rule", cure)
            return {}
        known = [status.value for status in _BY_FORMULA]
        fields = self._fields["statuses"].mapping(self._faults, known)
        formulas = {Status(word): read_formula(node, facets, self._faults) for word, node in fields.items()}
        return {status: formula for status, formula in formulas.items() if formula is not None}

    def _otherwise(self) -> Status:
        if "otherwise" not in self._fields:
            return Status.MISSING
        node = self._fields["otherwise"]
        found = node.choice(self._faults, Status)
        if found and found not in _OTHERWISE:
            self._faults.add(node.place, f'"{found.value}" cannot be the rest', "Use missing")
        return found or Status.MISSING

    def _cases(self) -> tuple[FactCase, ...]:
        reader = FactReader(self._figures, self._scope.vocabulary.instruments, self._faults)
        return reader.read(self._fields["facts"]) if "facts" in self._fields else ()

    def _check_thresholds(self) -> None:
        for threshold in self._thresholds:
            if threshold.name not in self._figures.used:
                place = self._fields["thresholds"].place
                cure = f"Refer to it as ${threshold.name}, or remove it"
                self._faults.add(place, f'the threshold "{threshold.name}" is never used', cure)

    def _ours(self) -> tuple[str, ...]:
        items = self._fields["ours"].items(self._faults) if "ours" in self._fields else ()
        return tuple(read_prose(item, self._faults) for item in items)

    def _texts(self, possible: Collection[Status], facets: Collection[str]) -> dict[str, RuleText]:
        node = self._fields.get("texts")
        languages = _with_english(self._scope.languages)
        return read_texts(node, languages, possible, facets, self._faults) if node else {}

    def _efforts_suffice(self) -> bool:
        node = self._fields.get("efforts_suffice")
        if node is not None and not isinstance(node.value, bool):
            self._faults.add(node.place, "this is neither true nor false", "Write true, or remove the line")
        return node is not None and node.value is True

    def _mutations(self) -> MutationNeeds:
        node = self._fields.get("mutations")
        return read_mutations(node, self._faults) if node else MutationNeeds()

    def _examples(self, possible: Collection[Status]) -> tuple[Example, ...]:
        node = self._fields.get("examples")
        return read_examples(node, possible, self._faults) if node else ()


def _possible(statuses: Mapping[Status, Formula], cases: tuple[FactCase, ...], otherwise: Status) -> frozenset[Status]:
    return frozenset({*statuses, otherwise, *(case.status for case in cases)})


def possible_statuses(rule: Rule) -> frozenset[Status]:
    """Return every status that a rule can give, other than `error` and the `unknown` of an engine."""
    return _possible(rule.statuses, rule.facts, rule.otherwise)


def _with_english(languages: Collection[str]) -> tuple[str, ...]:
    # reports fall back on English
    return tuple(dict.fromkeys(("en", *languages)))


def _digest(node: Node) -> str:
    plain = node.plain()
    content = {key: value for key, value in plain.items() if key not in _APART} if isinstance(plain, dict) else plain
    return digest(content)
