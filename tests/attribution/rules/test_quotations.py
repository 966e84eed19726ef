"""Quotations that no cue claims: whose they are says the text around them."""

from __future__ import annotations

import pytest

from summarizer import summarize
from tests.attribution.reading import said_in, statements_of
from tests.growth import assert_linear


@pytest.mark.parametrize(
    ("text", "source"),
    [
        # the line before announces it
        (
            "In a letter to the guild, the widow Pell declared:\n\n“You have taken our boats and our nets.”",
            "the widow Pell",
        ),
        ("Marsh shook his head: “We shall not pay for it.”", "Marsh"),
        ("Marsh shook his head. “We shall not pay for it.”", "Marsh"),
        ("Marsh said that the road was closed.\n\n“We shall not pay for it.”", "Marsh"),
        # the line under it signs it
        ("“The sea gives and the sea takes, and we count the days.”\n\n- Ann Pell, Harbour Guild", "Ann Pell"),
    ],
)
def test_a_quotation_without_a_cue_is_said_by_whom_the_line_beside_it_names(text: str, source: str) -> None:
    quotation = text[text.index("“") : text.index("”") + 1]
    assert [said.source for said in said_in(text) if said.content == (quotation,)] == [source]


@pytest.mark.parametrize(
    "text",
    [
        "It was late in the day. “We shall not pay for it.”",  # nobody acts
        "He called it a “mill”.",  # a word or two
        "“We shall not pay for the mill.”",
    ],
)
def test_where_nobody_is_named_a_quotation_is_no_statement(text: str) -> None:
    assert "“We shall not pay" not in str([said.content for said in said_in(text) if said.source])


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        # its speaker stands before, between or behind its paragraphs
        (
            "Lund wrote: “It fell in May.\n\n“It was old.\n\n“Nobody saw it.”",
            "Lund",
            ("“It fell in May.", "“It was old.", "“Nobody saw it.”"),
        ),
        (
            "“It fell in May.\n\n“It was very old.\n\n“Nobody saw it fall,” said Lund.",
            "Lund",
            ("“It fell in May.", "“It was very old.", "“Nobody saw it fall,”"),
        ),
        (
            "“It fell in May,” Lund said. “It was old.\n\n“It cost us all.\n\n“Nobody saw it fall.”",
            "Lund",
            ("“It fell in May,”", "“It was old.", "“It cost us all.", "“Nobody saw it fall.”"),
        ),
        (
            "Lund wrote on Monday: “I had to let him go.\n\nHe has told lies to us all.\n\nIt is over!”",
            "Lund",
            ("“I had to let him go.", "He has told lies to us all.", "It is over!”"),
        ),
    ],
)
def test_a_quotation_over_paragraphs_is_one(text: str, source: str, content: tuple[str, ...]) -> None:
    assert [(said.source, said.content) for said in said_in(text)] == [(source, content)]


def test_an_answer_is_not_who_asks() -> None:
    text = "“Did you see it fall?” Lund asked.\n\n“I saw nothing at all.”"
    assert [said.source for said in said_in(text)] == ["Lund"]


def test_a_sentence_of_the_writer_s_own_with_quoted_words_is_not_said() -> None:
    text = "“We lost the crop,” said Ada Lund. He kept a “small mill” there."
    assert [said.content for said in said_in(text)] == [("“We lost the crop,”",)]


def test_an_open_quotation_is_whose_the_paragraphs_after_it_say_before_it_is_whose_spoke_last() -> None:
    text = "Berg said that it was late.\n\n“The quay fell in May.\n\n“It was old,” Lund said."
    assert ("Lund", ("“The quay fell in May.", "“It was old,”")) in [
        (said.source, said.content) for said in said_in(text)
    ]
    bare = "Berg said that it was late.\n\n“The quay fell in May.\n\n“It was old.”\n\nIt rained."
    assert ("Berg", ("“The quay fell in May.", "“It was old.”")) in [
        (said.source, said.content) for said in said_in(bare)
    ]


def test_a_line_may_interrupt_a_quotation_over_paragraphs() -> None:
    text = "Lund wrote: “It fell in May.\n\nClub statement of the day\n\n“Nobody saw it.”"
    assert [(said.source, said.content) for said in said_in(text)] == [
        ("Lund", ("“It fell in May.", "“Nobody saw it.”")),
    ]


def test_a_heading_of_quoted_words_is_nobody_s() -> None:
    text = (
        "Berg denied the claims.\n\n“They treat us like fools”\n\nIn the hall stood Lund and her aides, all in black."
    )
    assert [said.source for said in said_in(text)] == ["Berg"]


def test_an_entry_of_a_live_file_begins_anew() -> None:
    text = "9:15 a.m.\n\nLund said that it was late.\n\n11:05 a.m.\n\n“Nobody knows how it will end.”\n\nIt is full."
    assert [said.content for said in said_in(text)] == [("that it was late",)]
    assert len(said_in(text.replace("11:05 a.m.\n\n", ""))) == 2


@pytest.mark.parametrize("piece", ["“It is late,” Lund said. “Go home now.” ", "Lund said it: “It is late now.” "])
def test_quotations_in_one_paragraph_take_linear_time(piece: str) -> None:
    assert_linear(statements_of, piece, length=4_000)


def test_what_is_announced_with_a_colon_waits_for_no_later_speaker() -> None:
    quotation = '"The first time was hard. Nobody knew.\n\n"It was too much.'
    text = f"Ada McCrum reports:\n\n{quotation}\n\n“I am fine,” Lena Brook said."
    claims = summarize(text, engine="extractive").claims
    assert claims[0].source.name == "Ada McCrum"
    assert claims[0].text.startswith("The first time was hard")


def test_what_the_writer_says_of_the_speaker_is_not_said_by_him() -> None:
    text = "“It is a risk,” said Dan Golv. A voter, Golv lost his son when “a stranger chose him at random.”"
    (claim,) = summarize(text, engine="extractive").claims
    assert claim.text.rstrip(".") == "It is a risk"


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ada Lund came in. “The gate is closed for good,” I told her. She left.",
        "Mayor Ada Lund was there. I told her: “The gate is closed for good.” She left.",
        "Mayor Ada Lund smiled. “We have been waiting for this,” we all thought.",
    ],
)
def test_what_the_teller_of_the_story_says_is_nobody_elses(text: str) -> None:
    claims = summarize(text, engine="extractive").claims
    assert [claim.source.name for claim in claims if claim.mode != "none"] == []


def test_a_deed_after_a_part_quotation_is_not_said() -> None:
    claims = summarize("Ada Lund said “not for a hundred crowns” and hung up.", engine="extractive").claims
    assert [claim.evidence[0].quote for claim in claims if claim.mode != "none"] == ["“not for a hundred crowns”"]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        (
            "Asked by the guild if she would stay, Ada Lund smiled. “We shall see about that.”",
            {"the guild", "Ada Lund"},
        ),
        ("The host asked whether the guild would strike. “Not before May, I think.”", {"The host"}),
        ("“Who did it?” she asked. “Who was there that night?”", {"she"}),
    ],
)
def test_who_asks_does_not_answer(text: str, sources: set[str]) -> None:
    answer = text.rsplit(". ", maxsplit=1)[-1]
    assert {one.source for one in said_in(text)} == sources
    assert not any(answer in one.content for one in said_in(text) if one.source in {"the guild", "The host"})


def test_what_leads_to_a_quotation_below_is_not_said() -> None:
    text = "In a note this month, the harbour committee said about its view of the mill:\n\n“It protects the mill.”"
    assert [(one.source, one.content) for one in said_in(text)] == [
        ("the harbour committee", ("“It protects the mill.”",))
    ]


def test_what_the_teller_answers_is_not_said_by_who_was_named_before() -> None:
    text = (
        "My mother praised the ghost so often that I had to give another answer: “Yes, I trust in it.” To which "
        "Lund said, “I am glad you do.”"
    )
    assert [one.content for one in said_in(text) if one.source == "Lund"] == [("“I am glad you do.”",)]
    assert not any("Yes, I" in piece for one in said_in(text) for piece in one.content)


@pytest.mark.parametrize("lead", ["Pell listed a show as his favourite:", "Pell has one favourite show:"])
def test_a_title_after_a_colon_is_said_by_nobody(lead: str) -> None:
    assert not any("“Harbour Lights”" in one.content for one in said_in(f"{lead} “Harbour Lights” – and its songs."))


def test_a_name_between_marks_is_no_speech_that_goes_on() -> None:
    text = "At the fair, speakers named “Ostby” 40 times. The words “mill reform” came once."
    assert all("mill reform" not in piece for one in said_in(text) for piece in one.content)
    spoken = "“We waited until dawn,” Lund said. The night was “long and cold.”"
    assert said_in(spoken)[0].content == ("“We waited until dawn,”", "The night was “long and cold.”")


def test_a_quotation_that_ends_with_one_inside_goes_on_too() -> None:
    text = (
        "“Their bell rings every hour, and we shout ‘no,’” Saxon answered.\n\n"
        "“Then a boat comes in, and everybody asks, ‘Whose is it?’”\n\nIt rained."
    )
    (claim,) = summarize(text, engine="extractive").claims
    assert claim.source.name == "Saxon"
    assert "everybody asks, ‘Whose is it?" in claim.evidence[-1].quote


@pytest.mark.parametrize("verb", ["blared the front page of the Varn Echo", "ran the title of a leaflet"])
def test_a_quotation_with_a_verb_and_its_subject_behind_it_is_not_of_who_spoke_before(verb: str) -> None:
    text = f"The Arle Post said Lund had been “shaken” by Berg. “Sunk at last!” {verb}."
    (claim, *others) = summarize(text, engine="extractive").claims
    assert claim.source.name == "Arle Post"
    assert all(other.source.name != "Arle Post" for other in others)


@pytest.mark.parametrize(
    ("between", "source"),
    [("and her husband cut in", "her husband"), ("but Ann Roe interrupted", "Ann Roe"), ("and smiled", "Ada Lund")],
)
def test_who_cuts_in_says_what_follows(between: str, source: str) -> None:
    text = f"“Tell her that I promised it,” Ada Lund said, {between}. “Do not forget that it is late.”"
    assert summarize(text, engine="extractive").claims[-1].source.name == source
