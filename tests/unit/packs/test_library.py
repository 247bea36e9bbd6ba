"""Which packs are loaded, from where; digests."""

from __future__ import annotations

from pathlib import Path

import pytest

from clause_auditor.errors import PackError
from clause_auditor.packs import library as library_module
from clause_auditor.packs import load_files, load_library, source
from packs.conftest import LAW, LEXICON, PACK, RULE, SOUND, Load, Write

BETA = {
    "beta/pack.yaml": PACK.replace("acme", "beta"),
    "beta/breach.notice.yaml": RULE.replace("acme.", "beta."),
}


def test_packs_come_in_the_order_of_their_names(load: Load) -> None:
    assert [pack.name for pack in load(BETA).packs] == ["acme", "beta"]


def test_only_the_named_packs_are_loaded(write: Write) -> None:
    root = write({**SOUND, **BETA, "acme/pack.yaml": "ill: written"})
    assert [pack.name for pack in load_library(root, ["beta"]).packs] == ["beta"]


def test_an_unknown_pack_is_told_with_the_nearest_name(write: Write) -> None:
    with pytest.raises(PackError, match=r'unknown pack "acne".*Did you mean "acme"'):
        load_library(write(SOUND), ["acne"])


def test_a_folder_without_packs_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="no packs here"):
        load_library(tmp_path)
    with pytest.raises(PackError, match="no such folder"):
        load_library(tmp_path / "nowhere")


def test_files_find_the_installed_lexicons_and_law(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write({"law.yaml": LAW, "lexicons/en/general.yaml": LEXICON, "other/pack.yaml": "ill: written"})
    monkeypatch.setattr(library_module, "rulepacks_root", lambda: root)
    sent = {path: SOUND[path].encode() for path in SOUND if path.startswith("acme/")}
    assert load_files(sent).packs == load_library(write(SOUND), ["acme"]).packs


def test_a_file_that_is_sent_takes_the_place_of_an_installed_one(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write({"law.yaml": LAW, "lexicons/en/general.yaml": "nothing: [here]"})
    monkeypatch.setattr(library_module, "rulepacks_root", lambda: root)
    sent = {path: SOUND[path].encode() for path in SOUND if path != "law.yaml"}
    assert {concept.name for concept in load_files(sent).concepts["en"]} == {"tell", "mishap", "harm", "old_law"}


@pytest.mark.parametrize("path", ["../acme/pack.yaml", "/acme/pack.yaml", "a/b/c/pack.yaml", "acme\\pack.yaml", ""])
def test_a_path_that_leaves_the_set_is_refused(path: str) -> None:
    with pytest.raises(PackError, match="no such path"):
        load_files({path: b"name: acme"})


def test_too_large_a_set_is_refused_unread() -> None:
    with pytest.raises(PackError, match="the files are more than"):
        load_files({f"acme/a{n}.b.yaml": b"\xff" * (1 << 20) for n in range(9)})


def test_installed_packs_are_found_in_a_checkout() -> None:
    assert (source.rulepacks_root() / "law.yaml").is_file()


def test_digests_do_not_depend_on_layout_or_comments(load: Load) -> None:
    plain = load()
    laid_out = "# a remark\n" + RULE.replace("severity: high\nbasis: law", 'basis: "law"\n\nseverity:   high')
    other = load({"acme/breach.notice.yaml": laid_out})
    assert other.packs[0].rules[0].digest == plain.packs[0].rules[0].digest
    assert (other.packs[0].digest, other.digest) == (plain.packs[0].digest, plain.digest)


def test_examples_do_not_change_the_digest_of_a_rule(load: Load) -> None:
    plain = load()
    other = load({"acme/breach.notice.yaml": RULE.replace("name: whenever", "name: at any time")})
    assert other.packs[0].rules[0].digest == plain.packs[0].rules[0].digest


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("acme/breach.notice.yaml", "72 hours, ours", "71 hours, ours"),
        ("lexicons/en/general.yaml", "alert", "warn"),
        ("acme/pack.yaml", "1.2.0", "1.2.1"),
        ("law.yaml", "1999-12-31", "1999-12-30"),
    ],
)
def test_content_changes_the_digests_of_pack_and_library(load: Load, path: str, old: str, new: str) -> None:
    plain, other = load(), load({path: SOUND[path].replace(old, new)})
    assert other.packs[0].digest != plain.packs[0].digest
    assert other.digest != plain.digest
    assert (other.packs[0].rules[0].digest == plain.packs[0].rules[0].digest) is ("breach" not in path)
