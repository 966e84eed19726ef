"""Each measure of one report against its gold, and what is listed as wrong."""

import pytest

from summarizer.evaluation.rate import Rate
from summarizer.evaluation.scoring import ArticleScore, Scores, score_report
from tests.evaluation.dyke import GOLD, LIND, MAYOR, REIL, TEXT
from tests.reports import quoted, report

METRICS = tuple(Scores.model_fields)


def _value(score: ArticleScore, metric: str) -> float | None:
    return getattr(score.scores, metric).value


def _score(*claims: object, **more: object) -> ArticleScore:
    return score_report(GOLD, report(TEXT, claims, **more))  # type: ignore[arg-type]


def test_a_perfect_report_scores_1_in_every_measure_with_gold() -> None:
    score = _score(
        REIL,
        MAYOR.model_copy(update={"figures": (MAYOR.figures[0].model_copy(update={"qualifier": "at_least"}),)}),
        LIND,
    )
    assert {name: _value(score, name) for name in METRICS if name != "honest"} == dict.fromkeys(
        set(METRICS) - {"honest"}, 1.0
    )
    assert _value(score, "honest") is None
    assert (score.missed, score.wrong_sources, score.unfounded, score.unclean, score.doubled) == ((),) * 5


def test_a_report_without_claims_finds_nothing() -> None:
    score = _score()
    assert _value(score, "recall") == 0
    assert _value(score, "precision") is None
    assert score.missed == (
        "“The western dyke will hold,”",
        "At least 40 farms are under water",
        "the pumps had failed",
    )


def test_a_statement_is_found_by_half_of_its_words() -> None:
    half = quoted(TEXT, "farms are under water", "mayor of Ostmark")
    less = quoted(TEXT, "under water", "mayor of Ostmark")
    assert _score(half).scores.recall.right == 1
    assert _score(less).scores.recall.right == 0


def test_two_claims_can_find_a_statement_together() -> None:
    first, second = quoted(TEXT, "At least", "x"), quoted(TEXT, "under water", "x")
    assert _score(first, second).scores.recall.right == 1


def test_a_shortened_name_is_a_wrong_source() -> None:
    score = _score(quoted(TEXT, "“The western dyke will hold,”", "Reil"), MAYOR, LIND)
    assert score.scores.sources.right == 2
    assert score.scores.attributed.right == 2
    assert [(item.gold, item.report) for item in score.wrong_sources] == [("Anna Reil", "Reil")]


def test_a_claim_of_the_outlet_finds_the_words_but_not_the_source() -> None:
    score = _score(quoted(TEXT, "“The western dyke will hold,”", "Anna Reil", kind="outlet"))
    assert score.scores.recall.right == 1
    assert score.scores.sources.right == 0
    assert score.scores.precision.of == 0


def test_the_closest_claim_decides_a_statements_source() -> None:
    whole = quoted(TEXT, "Bo Lind denied that the pumps had failed", "Anna Reil")
    assert _score(whole, LIND).scores.sources.right == 1
    assert _score(whole).scores.sources.right == 0


def test_a_claim_outside_the_gold_is_unfounded() -> None:
    score = _score(REIL, quoted(TEXT, "chief engineer Anna Reil", "Bo Lind", text="she is chief engineer"))
    assert score.scores.precision.right == 1
    assert score.scores.precision.of == 2
    assert score.unfounded == ("she is chief engineer",)


@pytest.mark.parametrize(
    ("change", "metric"), [({"stance": "denies"}, "stances"), ({"via": ()}, "relays"), ({"figures": ()}, "figures")]
)
def test_each_error_lowers_only_its_own_measure(change: dict[str, object], metric: str) -> None:
    good = MAYOR.model_copy(update={"figures": (MAYOR.figures[0].model_copy(update={"qualifier": "at_least"}),)})
    assert _value(_score(good), metric) == 1
    assert _value(_score(good.model_copy(update=change)), metric) == 0


def test_a_figure_with_a_wrong_qualifier_is_wrong() -> None:
    assert _value(_score(MAYOR), "figures") == 0


def test_a_relay_that_the_gold_does_not_name_is_wrong() -> None:
    assert _value(_score(LIND.model_copy(update={"via": ("Dyke Radio",)})), "relays") == 0


def test_an_optional_statement_counts_only_when_found() -> None:
    optional = GOLD.statements[2].model_copy(update={"optional": True})
    gold = GOLD.model_copy(update={"statements": (*GOLD.statements[:2], optional)})
    with_it = score_report(gold, report(TEXT, [REIL, MAYOR, LIND]))
    without = score_report(gold, report(TEXT, [REIL, MAYOR]))
    assert (with_it.scores.precision.right, with_it.scores.recall.of) == (3, 2)
    assert without.scores.recall.value == 1


def test_evidence_in_a_repeat_or_furniture_is_unclean() -> None:
    at = TEXT.rindex("“The western")
    repeated = REIL.model_copy(
        update={
            "id": "r",
            "evidence": (REIL.evidence[0].model_copy(update={"start": at, "end": at + len(REIL.evidence[0].quote)}),),
        }
    )
    score = _score(REIL, repeated, quoted(TEXT, "Tide tables", "x"), MAYOR)
    assert (score.scores.clean.right, score.scores.clean.of) == (4, 6)


def test_a_summary_with_furniture_is_unclean() -> None:
    score = _score(headline="Home: dykes and weather, tide tables", key_points=["The dyke holds"])
    assert score.unclean == ("Home: dykes and weather, tide tables",)
    assert (score.scores.clean.right, score.scores.clean.of) == (2, 3)


def test_a_claim_made_twice_is_a_double_only_of_one_source() -> None:
    again = REIL.model_copy(update={"id": "again"})
    other = again.model_copy(update={"id": "other", "source": again.source.model_copy(update={"name": "Bo Lind"})})
    assert _score(REIL, again).scores.unique.right == 1
    assert _score(REIL, other).scores.unique.right == 2


def test_honest_counts_missed_statements_that_the_report_lists() -> None:
    assert _value(_score(missed=["the pumps had failed"]), "honest") == pytest.approx(1 / 3)


def test_verbatim_counts_rejected_claims() -> None:
    assert _value(_score(REIL, rejected=["The dyke is fine", "All is well", "No"]), "verbatim") == 0.25


def test_rates_and_scores_add_up() -> None:
    assert (Rate(right=1, of=2) + Rate(right=2, of=2)).value == 0.75
    assert Rate().value is None
    total = _score(REIL).scores + _score(REIL, MAYOR, LIND).scores
    assert (total.recall.right, total.recall.of) == (4, 6)
