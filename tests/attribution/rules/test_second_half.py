"""What follows a cue whose content stands before it."""

from __future__ import annotations

import pytest

from summarizer import summarize
from tests.attribution.reading import said_in


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("In both cases, Lund said, those gifts paid for the boat.", "In both cases those gifts paid for the boat"),
        ("In Arle, Lund said, the gulls landed on the roof.", "In Arle the gulls landed on the roof"),
        ("In both cases, Lund said, the gifts were late.", "In both cases the gifts were late"),
    ],
)
def test_a_phrase_before_the_cue_only_leads_to_what_follows(text: str, said: str) -> None:
    (claim,) = summarize(text, engine="extractive").claims
    assert (claim.source.name, claim.text.rstrip(".")) == ("Lund", said)


def test_what_is_whole_before_the_cue_does_not_go_on() -> None:
    (claim,) = summarize("The mill was lost, Lund said, a step backed by none.", engine="extractive").claims
    assert claim.text.rstrip(".") == "The mill was lost"


def test_a_that_which_stands_for_something_breaks_nothing_off() -> None:
    text = "It is a shame if she did not win by more than that, said David Wess, an analyst at the Tarn Report."
    (claim,) = summarize(text, engine="extractive").claims
    assert claim.text.rstrip(".") == "It is a shame if she did not win by more than that"


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            "The ferry was old, Pell said, and had been mended twice.",
            ("The ferry was old", "and had been mended twice"),
        ),
        ("The ferry was old, said Pell, and it had no lights.", ("The ferry was old", "and it had no lights")),
        ("The guild has “no hope left,” Lund said, but will pay.", ("The guild has “no hope left,”", "but will pay")),
        ("It is up to the town, Lund says, to write the rules.", ("It is up to the town", "to write the rules")),
        ("The town stood in the way, Lund said, by raising fees.", ("The town stood in the way", "by raising fees")),
        (
            "The wall would keep out thieves, Lund said, but also mist.",
            ("The wall would keep out thieves", "but also mist"),
        ),
    ],
)
def test_a_clause_may_go_on_past_who_says_it(text: str, pieces: tuple[str, ...]) -> None:
    assert [one.content for one in said_in(text)] == [pieces]


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("“The ferry is old,” Pell said, and was led away.", "“The ferry is old,”"),
        ("“We wait,” Pell said, to loud cheers from the crews.", "“We wait,”"),
        ("The ferry was old, Pell said, and left the room.", "The ferry was old"),
        ("The ferry was old, Pell said, and the boys, amused, ran off.", "The ferry was old"),
    ],
)
def test_what_the_speaker_then_does_is_not_said(text: str, piece: str) -> None:
    assert [one.content for one in said_in(text)] == [(piece,)]


@pytest.mark.parametrize(
    "text",
    [
        "“You cannot ring the port,” Pell said on RTN’s “The Week With Mia Holt.” “There is no way to check it.”",
        "“You cannot ring the port,” Pell said on RTN’s “Noon.” “There is no way to check it.”",
    ],
)
def test_the_title_of_a_programme_between_two_quotations_is_not_said(text: str) -> None:
    (said,) = said_in(text)
    assert said.content == ("“You cannot ring the port,”", "“There is no way to check it.”")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("When the tide turns, Pell said, the lock is shut.", "When the tide turns the lock is shut"),
        ("Once the wind drops, Pell said, the bay “goes quiet”.", "Once the wind drops the bay “goes quiet”"),
        ("If the rope snaps, Pell said, every boat is lost.", "If the rope snaps every boat is lost"),
        ("After it rained, Pell said, guests came by boat.", "After it rained guests came by boat"),
        # the clause only says when it was said
        ("When the tide turned, Pell said, “We sail.”", "We sail."),
    ],
)
def test_a_clause_before_the_cue_leads_to_what_follows(text: str, said: str) -> None:
    (claim,) = summarize(text, engine="extractive").claims
    assert (claim.source.name, claim.text.rstrip(".")) == ("Pell", said.rstrip("."))


def test_what_only_leads_to_a_that_clause_is_not_said() -> None:
    text = "After the lamp kept smoking, Pell claimed, without proof, that boys had cut the wick."
    (claim,) = summarize(text, engine="extractive").claims
    assert claim.text == "boys had cut the wick"


def test_what_is_cited_is_no_second_half() -> None:
    (claim,) = summarize("The crew left as the lamp was off, Pell said, quoting a boy.", engine="extractive").claims
    assert claim.text == "The crew left as the lamp was off"


def test_an_and_before_a_quotation_goes_on_after_an_inverted_cue() -> None:
    (claim,) = summarize("Most boats had left, said Ada Pell, and “the rest leaked.”", engine="extractive").claims
    assert claim.text.rstrip("”.") == "Most boats had left and “the rest leaked"


@pytest.mark.parametrize("who", ["Carl Anten", "Carl Anten, a pilot", "Carl Anten, keeper at the Water Hall"])
def test_a_clause_goes_on_past_what_is_told_of_its_speaker(who: str) -> None:
    (claim,) = summarize(f"The riddle of the dam, says {who}, is that it was late.", engine="extractive").claims
    assert (claim.source.name, claim.text) == ("Carl Anten", "The riddle of the dam is that it was late")


def test_a_phrase_leads_past_an_inverted_cue() -> None:
    (claim,) = summarize("On the whole, said Pell, the crew was lucky.", engine="extractive").claims
    assert claim.text == "On the whole the crew was lucky"


def test_what_another_says_in_the_opening_clause_is_not_said_again() -> None:
    text = "When Berg urged that she go, Lund replied that she was glad because, she said, the hall had heard it."
    assert not any(said.content[0].startswith("When") for said in said_in(text))


@pytest.mark.parametrize(
    "text",
    [
        "The letters show, she said in a radio interview, that “the guild and the council worked hand in hand.”",
        "The tests prove, Lund wrote in a memo, that “nobody had read the gauge at all.”",
        "The log suggests, said Lund, that “the crew was on its own by dawn.”",
    ],
)
def test_a_quoted_clause_goes_on_behind_a_that(text: str) -> None:
    (said,) = [said for said in said_in(text) if said.cue in {"said", "wrote"}]
    assert [piece.split()[0] for piece in said.content] == ["The", "that"]


@pytest.mark.parametrize("between", ["and still", "and later", "and then was", "but also"])
def test_the_second_of_two_quotations_may_begin_with_an_adverb(between: str) -> None:
    (said,) = said_in(f"Pell “had a free pass,” Lund said, {between} “heard by the whole board.”")
    assert said.content == ("Pell “had a free pass,”", f"{between} “heard by the whole board.”")


@pytest.mark.parametrize("between", ["and then was", "and later"])
def test_of_who_said_a_whole_quotation_more_may_be_told(between: str) -> None:
    said = said_in(f"“It is late,” Lund said, {between} “led out by two guards.”")
    assert [one.content for one in said] == [("“It is late,”",)]


@pytest.mark.parametrize("by", ["according to", "in the words of", "in the view of"])
@pytest.mark.parametrize("who", ["Bo Falk", "its owner, Bo Falk", "its owner Bo Falk"])
def test_what_a_name_parts_from_its_verb_goes_on_behind_the_name(by: str, who: str) -> None:
    (said,) = said_in(f"The mill is, {by} {who}, a hole with a roof.")
    assert said.content == ("The mill is", "a hole with a roof")


@pytest.mark.parametrize("by", ["according to", "in the words of"])
def test_so_does_a_quotation(by: str) -> None:
    (said,) = said_in(f"The mill is, {by} its owner, Bo Falk, “a hole with a roof”.")
    assert said.content == ("The mill is", "“a hole with a roof”")
