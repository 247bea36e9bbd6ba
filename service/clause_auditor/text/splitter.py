"""The splitter: a contract into provisions, document by document, in reading order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from clause_auditor.domain.audit import DEFAULT_LIMITS, AuditLimits
from clause_auditor.domain.contract import Contract, Document
from clause_auditor.domain.provision import Provision, Span, SplitContract
from clause_auditor.text.annexes import find_absent_annexes
from clause_auditor.text.blanks import has_blank
from clause_auditor.text.blocks import BlockKind
from clause_auditor.text.clausemarks import read_document
from clause_auditor.text.definitions import find_definitions
from clause_auditor.text.durations import find_deadlines
from clause_auditor.text.languages import detect_language, sample_words, share_of
from clause_auditor.text.limits import require_room, require_words
from clause_auditor.text.markup import mask
from clause_auditor.text.mentions import MentionTagger
from clause_auditor.text.outline import Counter, Outline, Passage
from clause_auditor.text.roles import resolve_roles
from clause_auditor.text.sentences import Bounds
from clause_auditor.text.units import Unit, read_units
from clause_auditor.text.words import TokenRun, join_runs, last_words, read_tokens

MAX_STEM_WORDS = 80
_FREE_STEM_WORDS = 100_000
_SHORT_STEM_WORDS = 8
_SECTION_WORDS = 40
_MOST_UNSEEN = 50


@dataclass(slots=True)
class _Masked:
    document: Document
    text: str


@dataclass(slots=True)
class _Splitter:
    tagger: MentionTagger
    checkpoint: Callable[[], None]
    limits: AuditLimits
    provisions: list[Provision] = field(default_factory=list)
    languages: list[tuple[str, str]] = field(default_factory=list)
    annexes: list[tuple[str, frozenset[str]]] = field(default_factory=list)
    _code: str = "und"
    _stem_words: int = 0
    _own_words: int = 0
    _stem_runs: dict[Bounds, TokenRun] = field(default_factory=dict)

    def split(self, masked: _Masked, outline: Outline) -> None:
        """Add the provisions of one document."""
        document = masked.document
        first = len(self.provisions)
        self._code = document.language or detect_language(sample_words(masked.text))
        headed: set[str] = set()
        self._stem_runs.clear()
        for block in read_document(document, masked.text):
            if block.kind is BlockKind.HEADING and block.annex:
                headed.add(block.annex)
            passage = outline.place(block)
            for unit in read_units(masked.text, passage, self.tagger.heads_column):
                self._add(masked, passage, unit)
        self.annexes.append((masked.text, frozenset(headed)))
        self._attach_unseen(document, first)
        self._settle_language(document, first, self._code)

    def _add(self, masked: _Masked, passage: Passage, unit: Unit) -> None:
        self.checkpoint()
        bounds = _trim(masked.document.text, *unit.span)
        own = read_tokens(masked.text, *bounds)
        blank = has_blank(masked.text, *bounds)
        if not own.words and not blank:
            return
        require_room(len(self.provisions), self.limits)
        stems = [self._stem(masked.text, stem) for stem in unit.stems]
        run = join_runs([*stems, own])
        self._stem_words += len(run.words) - len(own.words)
        self._own_words += len(own.words)
        self.provisions.append(
            Provision(
                index=len(self.provisions),
                document_id=masked.document.id,
                kind=unit.kind,
                place=unit.place,
                clause=unit.clause,
                section=passage.section,
                paragraph=passage.paragraph,
                headings=passage.headings,
                spans=(*(_span(stem) for stem in stems), Span(*bounds)),
                words=run.words,
                offsets=run.offsets,
                own=len(run.words) - len(own.words),
                breaks=run.breaks,
                commas=run.commas,
                mentions=self.tagger.find(masked.document.text, run.words, run.offsets),
                deadlines=find_deadlines(run.words),
                blank=blank,
                page=passage.block.page,
                language=passage.block.language or self._code,
            )
        )

    def _stem(self, text: str, stem: Bounds) -> TokenRun:
        """The tokens of a stem, shortened where a contract repeats its stems beyond all measure."""
        if stem not in self._stem_runs:
            if len(self._stem_runs) > 64:
                self._stem_runs.clear()
            self._stem_runs[stem] = last_words(read_tokens(text, *stem), MAX_STEM_WORDS)
        run = self._stem_runs[stem]
        return last_words(run, _SHORT_STEM_WORDS) if self._stem_words > _FREE_STEM_WORDS + 4 * self._own_words else run

    def _attach_unseen(self, document: Document, first: int) -> None:
        """Give each passage that the eye does not see to the last provision that begins before it, or to the first."""
        starts = [provision.span.start for provision in self.provisions[first:]]
        found: dict[int, list[str]] = {}
        for passage in document.hidden if starts else ():
            found.setdefault(max(0, bisect_right(starts, passage.offset) - 1), []).append(passage.text)
        for place, words in found.items():
            self.provisions[first + place] = replace(self.provisions[first + place], unseen=tuple(words[:_MOST_UNSEEN]))

    def _settle_language(self, document: Document, first: int, code: str) -> None:
        """Mark the sections that are plainly written in another language than their document."""
        self.languages.append((document.id, code))
        for provisions in _by_section(self.provisions[first:]):
            words = [word for provision in provisions for word in provision.words[provision.own :]]
            if len(words) < _SECTION_WORDS or share_of(code, words) * 12 >= len(words):
                continue
            other = detect_language(words)
            if other not in (code, "und"):
                for provision in provisions:
                    self.provisions[provision.index] = replace(provision, language=other)


def _go_on() -> None:
    """Let nothing stop the work."""


def split_contract(
    contract: Contract, checkpoint: Callable[[], None] = _go_on, limits: AuditLimits = DEFAULT_LIMITS
) -> SplitContract:
    """Return the contract as provisions, with its defined terms, languages and absent annexes.

    `checkpoint` is called before each provision and may raise, so that a caller can withdraw. LimitError if the
    contract is larger than the limits. Deterministic, in time linear in the length of the texts; offsets are code
    points into each document's text.
    """
    require_words((document.text for document in contract.documents), limits)
    maskeds = [_Masked(document, mask(document.text)) for document in contract.documents]
    roles = resolve_roles((masked.text for masked in maskeds), contract.parties)
    splitter = _Splitter(MentionTagger(roles), checkpoint, limits)
    counter = Counter()
    for masked in maskeds:
        splitter.split(masked, Outline(masked.document.text, masked.text, counter))
    texts = {masked.document.id: masked.text for masked in maskeds}
    return SplitContract(
        provisions=tuple(splitter.provisions),
        definitions=find_definitions(texts, splitter.provisions),
        languages=tuple(splitter.languages),
        absent_annexes=find_absent_annexes(splitter.annexes),
    )


def _trim(text: str, start: int, end: int) -> Bounds:
    """Return the bounds without the white space, of any kind, at either end."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _span(run: TokenRun) -> Span:
    return Span(run.offsets[0][0], run.offsets[-1][1]) if run.offsets else Span(0, 0)


def _by_section(provisions: list[Provision]) -> Iterable[list[Provision]]:
    members: dict[int, list[Provision]] = {}
    for provision in provisions:
        members.setdefault(provision.section, []).append(provision)
    return members.values()
