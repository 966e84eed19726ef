import json
from pathlib import Path

import pytest

from summarizer.contract.errors import CallError, ReportError
from summarizer.contract.report import Report
from summarizer.evaluation.evaluate import METRICS, Evaluation, compare, details, evaluate, parse_floors, table, unmet
from summarizer.evaluation.files import read_evaluation, run_eval
from summarizer.evaluation.gold import Gold
from tests.reports import quoted, report

TEXT = (
    "Home | Dykes and weather | Tide tables\n"
    "“The western dyke will hold,” chief engineer Anna Reil said. "
    "At least 40 farms are under water, the mayor of Ostmark told Dyke Radio. "
    "Bo Lind denied that the pumps had failed.\n"
    "“The western dyke will hold,” chief engineer Anna Reil said.\n"
)
GOLD = Gold.model_validate(
    {
        "article": "dyke",
        "statements": [
            {"content": "“The western dyke will hold,”", "source": "Anna Reil", "kind": "person", "stance": "asserts"},
            {
                "content": "At least 40 farms are under water",
                "source": "mayor of Ostmark",
                "kind": "government",
                "via": ["Dyke Radio"],
                "stance": "asserts",
                "figures": [{"value": 40, "qualifier": "at_least"}],
            },
            {"content": "the pumps had failed", "source": "Bo Lind", "kind": "person", "stance": "denies"},
        ],
        "furniture": ["Home | Dykes and weather | Tide tables"],
        "repeats": ["“The western dyke will hold,” chief engineer Anna Reil said."],
    }
)
REIL = quoted(TEXT, "“The western dyke will hold,”", "Anna Reil")
MAYOR = quoted(
    TEXT, "At least 40 farms are under water", "mayor of Ostmark", kind="government", via=("Dyke Radio",), figures=[40]
)
LIND = quoted(TEXT, "the pumps had failed", "Bo Lind", stance="denies")


def _value(evaluation: Evaluation, metric: str) -> float | None:
    return getattr(evaluation.scores, metric).value


def _score(*claims: object, **more: object) -> Evaluation:
    return evaluate([GOLD], [report(TEXT, claims, **more)])  # type: ignore[arg-type]


def test_a_perfect_report_scores_1_in_every_measure_with_gold() -> None:
    evaluation = _score(
        REIL,
        MAYOR.model_copy(update={"figures": (MAYOR.figures[0].model_copy(update={"qualifier": "at_least"}),)}),
        LIND,
    )
    assert {name: _value(evaluation, name) for name in METRICS if name != "honest"} == dict.fromkeys(
        set(METRICS) - {"honest"}, 1.0
    )
    assert _value(evaluation, "honest") is None
    assert details(evaluation) == ""


def test_a_report_without_claims_finds_nothing() -> None:
    evaluation = _score()
    assert _value(evaluation, "recall") == 0
    assert _value(evaluation, "precision") is None
    assert evaluation.articles[0].missed == (
        "“The western dyke will hold,”",
        "At least 40 farms are under water",
        "the pumps had failed",
    )


def test_a_statement_is_found_by_half_of_its_words() -> None:
    half = quoted(TEXT, "farms are under water", "mayor of Ostmark")
    less = quoted(TEXT, "under water", "mayor of Ostmark")
    assert evaluate([GOLD], [report(TEXT, [half])]).scores.recall.right == 1
    assert evaluate([GOLD], [report(TEXT, [less])]).scores.recall.right == 0


def test_two_claims_can_find_a_statement_together() -> None:
    first, second = quoted(TEXT, "At least", "x"), quoted(TEXT, "under water", "x")
    assert evaluate([GOLD], [report(TEXT, [first, second])]).scores.recall.right == 1


def test_a_shortened_name_is_a_wrong_source() -> None:
    evaluation = _score(quoted(TEXT, "“The western dyke will hold,”", "Reil"), MAYOR, LIND)
    assert evaluation.scores.sources.right == 2
    assert evaluation.scores.attributed.right == 2
    assert [(item.gold, item.report) for item in evaluation.articles[0].wrong_sources] == [("Anna Reil", "Reil")]


def test_a_claim_of_the_outlet_finds_the_words_but_not_the_source() -> None:
    evaluation = _score(quoted(TEXT, "“The western dyke will hold,”", "Anna Reil", kind="outlet"))
    assert evaluation.scores.recall.right == 1
    assert evaluation.scores.sources.right == 0
    assert evaluation.scores.precision.of == 0


def test_the_closest_claim_decides_a_statements_source() -> None:
    whole = quoted(TEXT, "Bo Lind denied that the pumps had failed", "Anna Reil")
    assert _score(whole, LIND).scores.sources.right == 1
    assert _score(whole).scores.sources.right == 0


def test_a_claim_outside_the_gold_is_unfounded() -> None:
    evaluation = _score(REIL, quoted(TEXT, "chief engineer Anna Reil", "Bo Lind", text="she is chief engineer"))
    assert evaluation.scores.precision.right == 1
    assert evaluation.scores.precision.of == 2
    assert evaluation.articles[0].unfounded == ("she is chief engineer",)


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
    with_it = evaluate([gold], [report(TEXT, [REIL, MAYOR, LIND])])
    without = evaluate([gold], [report(TEXT, [REIL, MAYOR])])
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
    evaluation = _score(REIL, repeated, quoted(TEXT, "Tide tables", "x"), MAYOR)
    assert (evaluation.scores.clean.right, evaluation.scores.clean.of) == (4, 6)


def test_a_summary_with_furniture_is_unclean() -> None:
    evaluation = _score(headline="Home: dykes and weather, tide tables", key_points=["The dyke holds"])
    assert evaluation.articles[0].unclean == ("Home: dykes and weather, tide tables",)
    assert (evaluation.scores.clean.right, evaluation.scores.clean.of) == (2, 3)


def test_a_claim_made_twice_is_a_double_only_of_one_source() -> None:
    again = REIL.model_copy(update={"id": "again"})
    other = again.model_copy(update={"id": "other", "source": again.source.model_copy(update={"name": "Bo Lind"})})
    assert _score(REIL, again).scores.unique.right == 1
    assert _score(REIL, other).scores.unique.right == 2


def test_honest_counts_missed_statements_that_the_report_lists() -> None:
    assert _value(_score(missed=["the pumps had failed"]), "honest") == pytest.approx(1 / 3)


def test_verbatim_counts_rejected_claims() -> None:
    assert _value(_score(REIL, rejected=["The dyke is fine", "All is well", "No"]), "verbatim") == 0.25


@pytest.mark.parametrize("known_as", [{"id": "x", "path": "out/dyke.txt"}, {"id": "x", "path": "dyke"}, {"id": "dyke"}])
def test_gold_names_an_article_by_id_or_file(known_as: dict[str, str]) -> None:
    assert evaluate([GOLD], [report(TEXT, [REIL], **known_as)]).scores.recall.right == 1


def test_an_article_without_a_report_is_missed_and_named() -> None:
    other = GOLD.model_copy(update={"article": "harbour"})
    evaluation = evaluate([GOLD, other], [report(TEXT, [REIL, MAYOR, LIND]), report(TEXT, id="unknown")])
    assert (evaluation.scores.recall.right, evaluation.scores.recall.of) == (3, 6)
    assert evaluation.without_report == ("harbour",)
    assert evaluation.without_gold == 1
    assert "no report of: harbour" in table(evaluation)


@pytest.mark.parametrize(
    ("gold", "reports", "said"),
    [
        ([], [report(TEXT)], "no gold"),
        ([GOLD], [], "no reports"),
        ([GOLD], [report(TEXT, id="sluice")], "none of the 1 reports"),
        ([GOLD, GOLD], [report(TEXT)], "two gold records"),
        ([GOLD], [report(TEXT), report(TEXT)], "two reports"),
        ([GOLD], [report("Another text.")], "does not hold"),
    ],
)
def test_reports_that_cannot_be_scored_are_an_error(gold: list[Gold], reports: list[Report], said: str) -> None:
    with pytest.raises(CallError, match=said):
        evaluate(gold, reports)


def test_a_comparison_lists_statements_won_and_lost() -> None:
    before, after = _score(REIL, MAYOR), _score(MAYOR, LIND)
    comparison = compare(after, before)
    assert comparison.lost == ("dyke: “The western dyke will hold,”",)
    assert comparison.won == ("dyke: the pumps had failed",)
    stances = next(change for change in comparison.changes if change.metric == "recall")
    assert stances.before == stances.after == pytest.approx(2 / 3)
    assert "was" in table(after, comparison)


def test_measures_below_their_floors_are_unmet() -> None:
    floors = parse_floors(["recall=0.8", "sources = 100%", "honest=1"])
    assert floors == {"recall": 0.8, "sources": 1.0, "honest": 1.0}
    missed = unmet(_score(REIL, MAYOR), floors)
    assert [(item.metric, item.floor) for item in missed] == [("recall", 0.8), ("honest", 1.0)]
    assert unmet(_score(REIL, MAYOR, LIND), floors) == ()


@pytest.mark.parametrize("floor", ["recall", "recall=", "recall=80", "recall=-1", "recall=nan", "style=0.5", ""])
def test_a_malformed_floor_is_an_error(floor: str) -> None:
    with pytest.raises(CallError):
        parse_floors([floor])


def test_gold_reports_and_baseline_are_read_from_files(tmp_path: Path) -> None:
    runs = tmp_path / "runs"
    runs.mkdir()
    (runs / "dyke.json").write_text(report(TEXT, [REIL, MAYOR]).model_dump_json(by_alias=True), encoding="utf-8")
    (runs / "manifest.json").write_text("{}")
    (tmp_path / "gold.jsonl").write_text(GOLD.model_dump_json() + "\n", encoding="utf-8")
    first = run_eval(tmp_path / "gold.jsonl", [runs])
    earlier = tmp_path / "earlier.json"
    earlier.write_text(first.evaluation.model_dump_json(), encoding="utf-8")
    lines = report(TEXT, [REIL]).model_dump_json(by_alias=True) + "\n"
    (tmp_path / "run.jsonl").write_text(lines, encoding="utf-8")
    second = run_eval(tmp_path / "gold.jsonl", [tmp_path / "run.jsonl"], ["recall=0.5"], earlier)
    assert second.comparison is not None
    assert second.comparison.lost == ("dyke: At least 40 farms are under water",)
    assert [item.metric for item in second.unmet] == ["recall"]
    assert read_evaluation(earlier) == first.evaluation


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("no.json", None, CallError),
        ("empty.json", "", ReportError),
        ("bad.jsonl", '{"schema_version": "1"}\n', ReportError),
        ("latin.json", "é", CallError),
        ("manifest-only", None, CallError),
    ],
)
def test_a_file_that_is_not_a_report_is_an_error(
    tmp_path: Path, name: str, data: str | None, error: type[Exception]
) -> None:
    gold = tmp_path / "gold.json"
    gold.write_text(GOLD.model_dump_json(), encoding="utf-8")
    path = tmp_path / name
    if name == "manifest-only":
        path.mkdir()
        (path / "manifest.json").write_text("{}")
    if data is not None:
        path.write_bytes(data.encode("latin-1"))
    with pytest.raises(error) as caught:
        run_eval(gold, [path])
    assert name in str(caught.value)


def test_a_tampered_report_is_refused(tmp_path: Path) -> None:
    data = json.loads(report(TEXT, [REIL]).model_dump_json(by_alias=True))
    data["claims"][0]["evidence"][0]["start"] += 1
    data["claims"][0]["evidence"][0]["end"] += 1
    (tmp_path / "r.json").write_text(json.dumps(data), encoding="utf-8")
    (tmp_path / "g.json").write_text(GOLD.model_dump_json(), encoding="utf-8")
    with pytest.raises(ReportError, match="does not hold the quote"):
        run_eval(tmp_path / "g.json", [tmp_path / "r.json"])


def test_the_json_keeps_only_what_is_needed_to_compare() -> None:
    data = json.loads(_score(REIL).model_dump_json())
    assert data["scores"]["recall"] == {"right": 1, "of": 3}
    assert Evaluation.model_validate(data) == _score(REIL)
