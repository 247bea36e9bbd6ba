"""Settings: defaults, then the file, then the environment; what is unknown or ill-typed is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from clause_auditor.domain.audit import Perspective
from clause_auditor.domain.finding import Severity
from clause_auditor.errors import InputError
from clause_auditor.settings import Settings, load_settings


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_with_nothing_set_the_defaults_hold() -> None:
    assert load_settings(environment={"PATH": "/bin"}) == Settings()


def test_the_environment_prevails_over_the_file(home: Path) -> None:
    (home / "clause-auditor.yaml").write_text("fail_on: low\npacks: [gdpr]\nworkers: 2\nrulepacks: ours\n")
    settings = load_settings(environment={
        "CLAUSE_AUDITOR_FAIL_ON": "critical",
        "CLAUSE_AUDITOR_STRICT": "true",
        "CLAUSE_AUDITOR_PERSPECTIVE": "vendor",
        "CLAUSE_AUDITOR_QUEUE": "7",
        "CLAUSE_AUDITOR_LISTEN": "",
    })  # fmt: skip
    assert settings.fail_on is Severity.CRITICAL
    assert settings.strict is True
    assert settings.perspective is Perspective.VENDOR
    assert (settings.workers, settings.queue, settings.packs) == (2, 7, ("gdpr",))
    assert settings.listen == Settings().listen
    assert settings.rulepacks == Path("ours")


def test_a_folder_is_meant_from_where_the_file_stands(home: Path) -> None:
    (home / "sub").mkdir()
    file = home / "sub" / "s.yaml"
    file.write_text("rulepacks: packs\n")
    assert load_settings(file, {}).rulepacks == home / "sub" / "packs"


def test_packs_in_the_environment_are_a_list_of_words() -> None:
    assert load_settings(environment={"CLAUSE_AUDITOR_PACKS": "gdpr, hipaa,"}).packs == ("gdpr", "hipaa")


def test_overlays_are_meant_from_where_the_file_stands_and_keep_their_order(home: Path) -> None:
    (home / "sub").mkdir()
    file = home / "sub" / "s.yaml"
    file.write_text("overlays: [b.yaml, more/a.yaml]\n")
    assert load_settings(file, {}).overlays == (home / "sub" / "b.yaml", home / "sub" / "more" / "a.yaml")
    environment = {"CLAUSE_AUDITOR_OVERLAYS": "x.yaml, y.yaml"}
    assert load_settings(file, environment).overlays == (Path("x.yaml"), Path("y.yaml"))


def test_overlays_are_texts(home: Path) -> None:
    (home / "s.yaml").write_text("overlays: [1]\n")
    with pytest.raises(InputError, match=r"s\.yaml:1"):
        load_settings(home / "s.yaml", {})


def test_all_faults_come_at_once_with_their_places(home: Path) -> None:
    (home / "clause-auditor.yaml").write_text("fail_on: none\nstrict: yes\nworker: 3\nqueue: -1\n")
    with pytest.raises(InputError) as caught:
        load_settings(environment={"CLAUSE_AUDITOR_WORKERS": "many", "CLAUSE_AUDITOR_FAILON": "low"})
    text = str(caught.value)
    for place in ("clause-auditor.yaml:1", "clause-auditor.yaml:2", "clause-auditor.yaml:3", "clause-auditor.yaml:4"):
        assert place in text
    assert "CLAUSE_AUDITOR_WORKERS" in text
    assert 'Did you mean "CLAUSE_AUDITOR_FAIL_ON"' in text


def test_a_settings_file_that_was_named_must_be_there(home: Path) -> None:
    with pytest.raises(InputError, match=r"absent\.yaml"):
        load_settings(home / "absent.yaml", {})


def test_an_empty_file_sets_nothing(home: Path) -> None:
    (home / "s.yaml").write_text("# nothing yet\n")
    assert load_settings(home / "s.yaml", {}) == Settings()


def test_a_negative_number_is_told_its_bounds() -> None:
    with pytest.raises(InputError, match=r"CLAUSE_AUDITOR_WORKERS.*1.*256"):
        load_settings(environment={"CLAUSE_AUDITOR_WORKERS": "-1"})


def test_a_stopping_server_has_time_for_a_full_batch_and_ends_before_orchestrators_kill_it() -> None:
    assert 20 <= Settings().grace_seconds < 30
