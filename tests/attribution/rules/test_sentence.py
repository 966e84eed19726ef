"""One sentence: which of its cues attribute something, and which only stand in what somebody says."""

from __future__ import annotations

import pytest

from tests.attribution.reading import said_in


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("Lund said it was late and denied that it was closed.", ["said", "denied"]),
        ("Asked whether the canal would open, Ada Lund told reporters on Monday it would take a year.", ["told"]),
        ("The guild of the old harbour wants to sell the mill, Ada Lund said.", ["said"]),  # she says that it wants to
        ("Lund and her aides told reporters that the guild denied the theft.", ["told", "denied"]),
        ("“He said it was late and they denied it,” Lund said.", ["said"]),  # cues within a quotation
        ("“It was ‘denied’,” Lund said.", ["said"]),
        ("Lund said Pell allegedly sold the boat.", ["said"]),
        ("Two died. “Nobody saw it,” Lund said.", ["said"]),
    ],
)
def test_a_sentence_has_the_statements_of_its_own_cues(text: str, cues: list[str]) -> None:
    assert [said.cue for said in said_in(text)] == cues


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("If you think that it was dear, write to us.", []),
        ("We know that many take the late boat, keeper Ada Lund said.", ["keeper Ada Lund"]),
        ("“You said that it was safe,” Lund told the mayor.", ["Lund"]),
    ],
)
def test_an_i_a_we_and_a_you_of_the_article_s_own_are_no_source(text: str, sources: list[str]) -> None:
    assert [said.source for said in said_in(text)] == sources


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Lund saw the Post Claims that it was late.", []),  # a name
        ("The mayor Said that it was late.", ["The mayor"]),  # badly translated
        ("Lund Says Old Harbour Pier Is Unsafe", ["Lund"]),  # a headline
    ],
)
def test_a_capital_makes_a_name_of_a_cue_except_in_headlines(text: str, sources: list[str]) -> None:
    assert [said.source for said in said_in(text)] == sources


def test_a_sentence_has_no_more_than_twenty_statements() -> None:
    text = "Lund said it was late" + " and said it was late" * 30 + "."
    assert len(said_in(text)) == 20


def test_a_longer_cue_wins_over_its_first_word() -> None:
    assert [(said.cue, said.content) for said in said_in("The guild called for a new pier.")] == [
        ("called for", ("a new pier",))
    ]


def test_in_the_words_of_somebody_opens_a_sentence() -> None:
    assert [(said.source, said.content) for said in said_in("In the words of Ada Lund, “the quay is a ruin.”")] == [
        ("Ada Lund", ("“the quay is a ruin.”",))
    ]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Firms came under fire from angry drivers who demanded lower tolls.", "angry drivers who"),
        ("Elected officials said it was late.", "Elected officials"),
        ("The two sides agreed that it was late.", "The two sides"),
        ("Lund, who painted “Grey Harbour” in 1990, said it was late.", "Lund"),
        ("Lund, in a note about the mill that he called “absurd,” demanded a refund.", "Lund"),
    ],
)
def test_a_source_is_a_noun_and_no_verb(text: str, source: str) -> None:
    assert source in {said.source for said in said_in(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The crew lays blame on the harbour office.",
        "There are 14 accused named in the list.",
        "The boys seemed surprised by the noise.",
        "Applicants hand in personal details before noon.",
        "With port protests growing, the minister flew home.",
        "The mill was closed for suspected fraud.",
        "A more detailed survey of the roof was made.",
        "There were 300 cases reported nationwide in June.",
        "After questioning the crew about the smoke, they found the leak.",
        "Nobody at the mill has admitted that the tank leaked.",
    ],
)
def test_a_noun_or_an_adjective_is_no_cue(text: str) -> None:
    assert said_in(text) == []


def test_what_stands_between_a_cue_and_what_is_said_says_nothing_itself() -> None:
    for text in (
        "Pell said in comments published by the Kell Courier on Monday that it was late.",
        "Pell said in a statement published on Monday that it was late.",
    ):
        assert [(said.source, said.content) for said in said_in(text)] == [("Pell", ("that it was late",))]


def test_a_source_begins_behind_the_cue_before_it() -> None:
    said = said_in("Bo Arl was critical of sailors who suggest that Lund might be better.")
    assert "sailors who" in [one.source for one in said]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The police said 20 brewers marched, organisers said 50.", "20 brewers marched"),
        ("Fire chief Pell says six minutes, people at the market say twenty.", "six minutes"),
        ("The guild said that 300 had come, the old mill said 120.", "that 300 had come"),
        ("Lund said the flour, the milk and the eggs said nothing.", "the flour, the milk and the eggs said nothing"),
    ],
)
def test_what_one_says_ends_before_the_number_that_others_say(text: str, content: str) -> None:
    assert said_in(text)[0].content == (content,)
