"""Bands of confidence, and those that need review."""

from __future__ import annotations

import pytest

from clause_auditor.evaluation.calibration import BANDS, Calibration
from clause_auditor.evaluation.figures import Share


def test_the_bands_hold_every_per_cent_once() -> None:
    assert [number for least, most in BANDS for number in range(least, most + 1)] == list(range(101))


@pytest.mark.parametrize("band", range(len(BANDS)))
def test_both_ends_of_a_band_belong_to_it(band: int) -> None:
    found = Calibration()
    for confidence in BANDS[band]:
        found.add(confidence, False, True)
    assert [group.number for group in found.bands] == [2 * (index == band) for index in range(len(BANDS))]
    assert found.bands[band].mean_confidence == sum(BANDS[band]) / 2


def test_review_against_the_others() -> None:
    found = Calibration()
    for confidence, needs_review, right in ((60, True, False), (65, True, True), (93, False, True), (88, False, True)):
        found.add(confidence, needs_review, right)
    assert found.review.share_right == Share(1, 2)
    assert found.others.share_right == Share(2, 2)
    assert found.share_for_review == Share(2, 4)
    assert found.review.mean_confidence == 62.5


def test_an_empty_band_has_no_mean() -> None:
    assert Calibration().bands[0].mean_confidence is None
