"""Where the content of a statement ends; the full stop of its sentence is cut off later."""

from __future__ import annotations

import pytest

from summarizer import summarize
from summarizer.attribution.syntax.clauses import content_from, quotation_from
from tests.attribution.reading import said_in, tokens_of

CLAUSES = [
    "Velmark said on Tuesday [that it had closed the strait], but ships kept passing.",
    "Lund said [the gate was shut and would be paid for by a levy.]",
    "Lund said [the gate was shut], as has the guild.",
    "Lund said [it was late] and denied it was closed.",
    "Lund said [it was late], adding that it was closed.",
    "Lund said [it was late], according to Radio Arle.",
    "Lund said [it was late]; Pell left.",
    "Lund said [it was late], without giving a reason.",
    "Lund said [she left, without closing the gate.]",
    "Lund said [it was late], a claim that could not be checked.",
    "Lund said [it was late], an assertion which has angered the guild.",
    "Lund said [it was late, which it was], while Pell left.",
    "Lund said [that if the wall fails, they will leave.]",
    "Lund said [it was late, and the gate was shut.]",
    "Lund said [that, in his view, the gate was shut.]",
    "Lund said [that on a trip to Arle and Varn this week, he would close it.]",
    "Lund said [it was late], even as Pell left.",
    "Lund said [the way from Arle to then-Sen. Pell was long.]",
    "Lund said [it was late], a claim not heard before.",
    "Lund said [it was late], a request turned down by the guild.",
    "Lund said [it was a claim not heard before.]",
    "The talk in which Lund said [that she would not close it], was the latest of many.",
    "Lund said [the gate, which was shut, was old.]",
    "Lund said [it was late], and Pell said it was not.",
    "Lund said [it was late] and, according to the guild, it was cold.",
    "Lund said [six were hurt], with Radio Arle reporting seven.",
    "Lund said [six were hurt], reported the Arle Post.",
    "Lund said [the toll had to be checked and approved, and the gate shut.]",
    "Lund said [it was “late, but dry,” and cold.]",
    "The toll (Lund said [it was late]) fell.",
    "Lund said [they want two things: first, a pier; second, a wall; and finally, a mill.]",
]
PHRASES = [
    "Brandt criticized [Lund] and challenged him to resign.",
    "Brandt praised [the guild] and has called for a vote.",
    "Brandt chides [Velmark] and praises Pell at a rally.",
    "Brandt praised [the guild and the port.]",
    "Brandt praised [the guild] after it left.",
    "Brandt praised [the guild], who left.",
    "Brandt vowed [to stay], after all.",
    "Brandt praised [the guild, including Lund.]",
    "Brandt condemned [the raid] — again.",
    "Brandt warned [growers and makers related to the trade.]",
    "Brandt praised [a guild that lit the lamp before it was dark.]",
    "Brandt called it [“a mess”] and left.",
]


@pytest.mark.parametrize(("marked", "is_phrase"), [(c, False) for c in CLAUSES] + [(p, True) for p in PHRASES])
def test_a_content_ends_before_what_its_speaker_does_not_say(marked: str, is_phrase: bool) -> None:
    tokens = tokens_of(marked)
    first = tokens.content[0]
    _, right = tokens.paragraph.sentence_at(first)
    found = content_from(tokens.paragraph, first, right, is_phrase=is_phrase)
    assert tokens.words(found) == tokens.words(tokens.content)


@pytest.mark.parametrize(
    "marked",
    [
        "Lund, who said [it was late], left.",
        "Lund, who said [it was late, which it was], left.",
    ],
)
def test_a_relative_clause_ends_where_the_main_clause_goes_on(marked: str) -> None:
    tokens = tokens_of(marked)
    first = tokens.content[0]
    _, right = tokens.paragraph.sentence_at(first)
    assert content_from(tokens.paragraph, first, right, is_inner=True) == tokens.content
    assert content_from(tokens.paragraph, first, right) > tokens.content


def test_what_follows_in_the_next_sentence_is_not_said() -> None:
    assert [said.content for said in said_in("Lund said it was late. It was cold.")] == [("it was late",)]


def test_a_quotation_goes_on_behind_its_mark_unless_it_is_complete() -> None:
    tokens = tokens_of("Lund called it [“old and late” as ever.]")
    first, past = tokens.content
    assert quotation_from(tokens.paragraph, first, past) == tokens.content
    complete = tokens_of("[“It is late.”] He left.")
    assert quotation_from(complete.paragraph, 0, len(complete.paragraph.words)) == complete.content


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "(Piet Aalto mocked the choir. “Good people” are “not out to mock,” he said.)",
            {"the choir", "“Good people” are “not out to mock,”"},
        ),
        (
            'Lund called the fire an “act of spite" and an "act of hate." Marsh last year explained that he left.',
            {'the fire an “act of spite" and an "act of hate."', "that he left"},
        ),
        ("Lund said it was late — a delay that will cost him his seat.", {"it was late"}),
        ("Lund said it was late — a sign that she was ill.", {"it was late — a sign that she was ill"}),
    ],
)
def test_what_is_said_ends_with_its_sentence(text: str, contents: set[str]) -> None:
    assert {piece for said in said_in(text) for piece in said.content} == contents


def test_a_text_may_end_with_that() -> None:
    assert summarize("Lund was accused by 0 that", engine="extractive").article.text


def test_a_plural_after_an_adjective_and_a_comma_is_no_verb_of_saying() -> None:
    text = "Lund found that talks, in which crews are asked short, plain questions, were helpful."
    assert [one.content for one in said_in(text)] == [
        ("that talks, in which crews are asked short, plain questions, were helpful",)
    ]


def test_an_open_bracket_is_not_said() -> None:
    text = "Lund tells crowds the toll may rise (a matter which, Berg says, is closed)."
    assert said_in(text)[0].content == ("the toll may rise",)
    text = "Lund said the wall (built in May, as it rained) was old."
    assert said_in(text)[0].content == ("the wall (built in May, as it rained) was old",)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Lund dismissed the story about it, “We have never seen such a wall in all our years here.”",
            "the story about it",
        ),
        (
            "Lund dismissed the story about it, “a farce that nobody needs”.",
            "the story about it, “a farce that nobody needs”",
        ),
        (
            "Lund urged sailors, “Look at the old wall and wait until the spring.”",
            "sailors, “Look at the old wall and wait until the spring.”",
        ),
    ],
)
def test_a_whole_sentence_in_quotation_marks_is_no_part_of_a_phrase(text: str, content: str) -> None:
    assert said_in(text)[0].content == (content,)


def test_who_is_named_in_brackets_knows_what_stands_there() -> None:
    text = "Lund cites his friends for his claim that it fell (it rose by 15 percent, according to the guild)."
    assert ("the guild", ("it rose by 15 percent",)) in [(said.source, said.content) for said in said_in(text)]


@pytest.mark.parametrize("span", ["minutes", "days", "weeks"])
def test_how_long_after_something_is_not_said(span: str) -> None:
    assert said_in(f"Lund blasted the plan for the toll, {span} after it failed.")[0].content == (
        "the plan for the toll",
    )


def test_a_question_goes_on_behind_a_relative_clause() -> None:
    said = said_in("Pell suggested raising questions about whether Sanne, who is ill, was a sailor.")
    assert said[0].content == ("raising questions about whether Sanne, who is ill, was a sailor",)
