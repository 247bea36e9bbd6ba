"""Train the second reader: label sheets to `second-reader.yaml` of each pack.

    python -m clause_auditor.evaluation.training CORPUS... [--rulepacks FOLDER]

For every rule a logistic regression over the features of provisions (`engine.second_reader`): the provisions that hold
a labelled passage against all others of the contracts that are labelled for it. Only the heaviest weights are kept, as
whole numbers, so that a score is the same on every machine. Needs scikit-learn (the extra `train`).
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from clause_auditor.documents import read_file
from clause_auditor.domain.provision import ProvisionKind
from clause_auditor.domain.rule import Library, WordWeights
from clause_auditor.engine.second_reader import features
from clause_auditor.evaluation.corpus import open_corpus
from clause_auditor.evaluation.passages import Text, reaches
from clause_auditor.evaluation.sheet import Label
from clause_auditor.packs import load_library
from clause_auditor.packs.source import rulepacks_root
from clause_auditor.text import split_contract

FEWEST: Final = 8
"""Labelled passages below which a rule gets no second reader."""
FEWEST_CONTRACTS: Final = 5
"""Contracts that a word must stand in: a name that one contract gives its parties says nothing of others."""
MOST_WORDS: Final = 120
"""Weights kept a rule."""
_ABOUT: Final = "Written by clause_auditor.evaluation.training; weights are hundredths of a logit, # marks headings."


@dataclass(slots=True)
class Examples:
    """What one rule is learned from: features of provisions, and whether a reader rested the label on each."""

    features: list[frozenset[str]] = field(default_factory=list)
    rests: list[bool] = field(default_factory=list)
    contracts: Counter[str] = field(default_factory=Counter)
    """In how many contracts each feature stands."""


def gather(corpora: Sequence[Path], library: Library) -> Mapping[str, Examples]:
    """Return the examples of every labelled rule; InputError as `open_corpus`."""
    examples: dict[str, Examples] = {}
    for root in corpora:
        for labelled in open_corpus(root, library).contracts():
            provisions = list(_provisions(labelled.path))
            for label in (label for sheet in labelled.sheets for label in sheet.labels.values()):
                known = examples.setdefault(label.rule_id, Examples())
                known.features.extend(found for found, _ in provisions)
                known.contracts.update(frozenset().union(*(found for found, _ in provisions)))
                known.rests.extend(_shows(words, label) for _, words in provisions)
    return examples


def _provisions(path: Path) -> Iterator[tuple[frozenset[str], str]]:
    for provision in split_contract(read_file(path)).provisions:
        if provision.kind is not ProvisionKind.HEADING:
            yield features(provision), " ".join(provision.words)


def _shows(words: str, label: Label) -> bool:
    return bool(label.parts) and reaches([words], label.parts, Text([words]))


def train(examples: Examples) -> WordWeights | None:
    """Return the model of one rule; None where there is too little to learn from."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    if sum(examples.rests) < FEWEST:
        return None
    names = DictVectorizer()
    common = {feature for feature, number in examples.contracts.items() if number >= FEWEST_CONTRACTS}
    table = names.fit_transform([dict.fromkeys(sorted(found & common), 1) for found in examples.features])
    model = LogisticRegression(C=1.0, class_weight="balanced", max_iter=400).fit(table, examples.rests)
    weights = zip(names.get_feature_names_out(), model.coef_[0], strict=True)
    heaviest = sorted(weights, key=lambda pair: (-abs(pair[1]), pair[0]))[:MOST_WORDS]
    return WordWeights(round(100 * model.intercept_[0]), {str(w): round(100 * float(v)) for w, v in sorted(heaviest)})


def write(models: Mapping[str, WordWeights]) -> str:
    """Return the file of a pack's models, sorted."""
    lines = [f"about: {_ABOUT}", "rules:"]
    for rule_id, model in sorted(models.items()):
        words = " ".join(f"{word} {weight}" for word, weight in model.weights.items() if weight)
        lines += [f"  {rule_id}:", f"    base: {model.base}", f'    words: "{words}"']
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the second reader of every pack that the corpora label."""
    parser = argparse.ArgumentParser(prog="python -m clause_auditor.evaluation.training", description=__doc__)
    parser.add_argument("corpus", nargs="+", type=Path)
    parser.add_argument("--rulepacks", type=Path, default=rulepacks_root())
    options = parser.parse_args(arguments)
    examples = gather(options.corpus, load_library(options.rulepacks))
    models = {rule_id: model for rule_id, known in examples.items() if (model := train(known))}
    for pack in sorted({rule_id.split(".")[0] for rule_id in models}):
        own = {rule_id: model for rule_id, model in models.items() if rule_id.startswith(f"{pack}.")}
        (options.rulepacks / pack / "second-reader.yaml").write_text(write(own), encoding="utf-8")


if __name__ == "__main__":
    main()
