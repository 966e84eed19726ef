"""A model's summary held against its article: what nothing supports is complained of, put right or replaced."""

from __future__ import annotations

import json

from summarizer.contract.article import Article
from summarizer.contract.draft import Draft, DraftClaim, DraftKeyPoint, DraftLine
from summarizer.engines.model.answers import Parsed
from summarizer.engines.model.summary_lines import (
    abstract_lines,
    complain_of_lines,
    headline_lines,
    mend_summary,
    settle_summary,
    show_lines,
    unsupported_lines,
)

ARTICLE = Article(
    id="gate",
    title="Gate stuck at Kell",
    text="Gate stuck at Kell\n\nThe gate at Kell is stuck, Ode Lunt said. It will open in May, the council said.",
)
CLAIM = DraftClaim(
    sentence=2, quotes=("The gate at Kell is stuck",), source="Ode Lunt", kind="person", stance="asserts", text=""
)
RIGHT, WRONG = "The gate at Kell is stuck.", "The gate will open in June, the council said."
MENDED = "The gate will open in May, the council said."


def told(abstract: str = f"{RIGHT} {WRONG}", point: str = "Ode Lunt says the gate at Kell is stuck.") -> Parsed:
    return Parsed(
        claims=[CLAIM],
        headline="Gate stuck at Kell",
        abstract=abstract,
        key_points=[DraftKeyPoint(text=point, claims=(1,))],
        lines=[DraftLine(text="Gate stuck at Kell", sentences=(1,)), DraftLine(text=RIGHT, sentences=(2,))],
    )


def test_each_line_has_the_sentences_that_were_named_for_it() -> None:
    assert headline_lines(told())[0].sentences == (1,)
    assert [line.sentences for line in abstract_lines(told(), "en")] == [(2,), ()]


def test_a_line_that_nothing_supports_is_complained_of_and_shown() -> None:
    (found,) = unsupported_lines(ARTICLE, told())
    assert (found.part, found.place, found.text) == ("abstract", 1, WRONG)
    (complaint,) = complain_of_lines([found])
    assert complaint.startswith(f'The abstract says "{WRONG}"')
    assert json.loads(show_lines([found])) == {"abstract": [WRONG]}


def test_a_line_in_the_wrong_mouth_is_complained_of() -> None:
    (found,) = unsupported_lines(ARTICLE, told("The council said the gate at Kell is stuck."))
    assert "The council" in found.why
    assert "Ode Lunt" in found.why


def test_a_good_summary_is_left_alone() -> None:
    assert unsupported_lines(ARTICLE, told(RIGHT)) == []
    assert mend_summary(ARTICLE, told(RIGHT), Parsed()) == told(RIGHT)


def test_a_line_put_right_takes_the_place_of_the_wrong_one() -> None:
    second = Parsed(abstract=MENDED, lines=[DraftLine(text=MENDED, sentences=(3,))], is_answer=False)
    mended = mend_summary(ARTICLE, told(), second)
    assert mended.abstract == f"{RIGHT} {MENDED}"
    assert mend_summary(ARTICLE, told(), told()).abstract == f"{RIGHT} {WRONG}"


def test_a_line_that_stands_there_does_not_take_the_place_of_a_wrong_one() -> None:
    wrong = DraftKeyPoint(text="The council says the gate at Kell is stuck.", claims=(1,))
    first = told(RIGHT)
    both = Parsed(
        claims=first.claims,
        headline=first.headline,
        abstract=RIGHT,
        key_points=[*first.key_points, wrong],
        lines=first.lines,
    )
    assert [one.text for one in unsupported_lines(ARTICLE, both)] == [wrong.text]
    assert mend_summary(ARTICLE, both, both) == both


def test_a_part_that_was_missing_is_taken_from_the_second_answer() -> None:
    first = Parsed(claims=[CLAIM], headline="Gate stuck at Kell", key_points=told().key_points)
    assert mend_summary(ARTICLE, first, told(RIGHT)).abstract == RIGHT


def test_what_stays_wrong_is_replaced_by_what_the_rules_chose() -> None:
    chosen = Draft(
        claims=(CLAIM,),
        headline="Gate stuck at Kell",
        abstract=MENDED,
        key_points=(DraftKeyPoint(text="Ode Lunt said the gate at Kell is stuck.", claims=(1,)),),
        lines=(DraftLine(text="Gate stuck at Kell", sentences=(1,)), DraftLine(text=MENDED, sentences=(3,))),
    )
    answer = told(point="Ann Roe says the gate at Kell is stuck.")
    settled = settle_summary(ARTICLE, answer, chosen, unsupported_lines(ARTICLE, answer))
    assert settled.abstract == f"{RIGHT} {MENDED}"
    assert [point.text for point in settled.key_points] == ["Ode Lunt said the gate at Kell is stuck."]
    assert [one.text for one in settled.refused] == [WRONG, "Ann Roe says the gate at Kell is stuck."]
