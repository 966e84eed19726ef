"""An evaluation as text: the totals, and what was wrong in each article."""

from summarizer.evaluation.evaluate import METRICS, Evaluation, compare, evaluate
from summarizer.evaluation.tables import details, table
from tests.evaluation.dyke import GOLD, LIND, MAYOR, REIL, TEXT
from tests.reports import quoted, report

HARBOUR = GOLD.model_copy(update={"article": "harbour"})


def _evaluate(*claims: object) -> Evaluation:
    return evaluate([GOLD, HARBOUR], [report(TEXT, claims), report(TEXT, id="unknown")])  # type: ignore[arg-type]


def test_the_table_has_a_line_for_each_measure_and_names_what_was_not_scored() -> None:
    lines = table(_evaluate(REIL, MAYOR, LIND)).splitlines()
    assert [line.split()[0] for line in lines[: len(METRICS)]] == list(METRICS)
    assert lines[0].split()[:3] == ["recall", "50.0%", "3/6"]
    assert lines[len(METRICS)].startswith("confidence of .9 and above: 100.0% right (3/3); largest gap in 1 bins: 0.10")
    assert lines[len(METRICS) + 2 :] == ["2 articles", "no report of: harbour", "reports without gold, not scored: 1"]


def test_the_table_of_a_comparison_shows_the_differences_and_what_was_won_and_lost() -> None:
    before, after = _evaluate(REIL), _evaluate(MAYOR, LIND)
    lines = table(after, compare(after, before)).splitlines()
    assert lines[0].split()[:6] == ["recall", "33.3%", "2/6", "was", "16.7%", "+16.7"]
    assert "lost: dyke: “The western dyke will hold,”" in lines
    assert "won:  dyke: the pumps had failed" in lines


def test_details_list_what_was_wrong_in_each_article() -> None:
    evaluation = _evaluate(quoted(TEXT, "“The western dyke will hold,”", "Reil"), MAYOR)
    assert details(evaluation, ["dyke"]).splitlines() == [
        "dyke",
        "  missed: the pumps had failed",
        "  source: 'Reil' is not 'Anna Reil': “The western dyke will hold,”",
    ]
    assert "harbour" in details(evaluation).splitlines()


def test_details_of_a_perfect_report_are_empty() -> None:
    assert details(evaluate([GOLD], [report(TEXT, [REIL, MAYOR, LIND])])) == ""
