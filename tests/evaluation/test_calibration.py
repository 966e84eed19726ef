"""What was stated about claims, beside what was measured."""

import pytest

from summarizer.evaluation.calibration import Calibration, JudgedClaim, calibrate


def _judged(confidence: float, *, right: int, wrong: int, checked: bool = False) -> list[JudgedClaim]:
    return [
        JudgedClaim(id="c", confidence=confidence, is_said=True, is_right=number < right, is_checked=checked)
        for number in range(right + wrong)
    ]


def test_five_bins_of_equal_size_show_what_was_stated_and_measured() -> None:
    claims = [one for level in (0.2, 0.4, 0.6, 0.8, 1.0) for one in _judged(level, right=int(10 * level), wrong=0)]
    claims += [
        one for level in (0.2, 0.4, 0.6, 0.8, 1.0) for one in _judged(level, right=0, wrong=10 - int(10 * level))
    ]
    bins = calibrate(claims).bins
    assert [one.claims for one in bins] == [10] * 5
    assert [one.stated for one in bins] == pytest.approx([0.2, 0.4, 0.6, 0.8, 1.0])
    assert [one.measured for one in bins] == pytest.approx([0.2, 0.4, 0.6, 0.8, 1.0])
    assert calibrate(claims).largest_gap == pytest.approx(0)


def test_claims_of_one_confidence_share_a_bin() -> None:
    result = calibrate(_judged(0.9, right=5, wrong=5) + _judged(0.95, right=1, wrong=0))
    assert [one.claims for one in result.bins] == [10, 1]
    assert result.largest_gap == pytest.approx(0.4)


def test_sure_claims_and_doubted_ones_are_counted() -> None:
    result = calibrate(_judged(0.9, right=3, wrong=1) + _judged(0.5, right=1, wrong=3, checked=True))
    assert (result.sure.right, result.sure.of) == (3, 4)
    assert (result.doubted.right, result.doubted.of) == (3, 4)


def test_without_claims_there_is_nothing_to_say() -> None:
    assert calibrate([]) == Calibration()
    assert calibrate([]).largest_gap is None
