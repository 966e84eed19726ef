"""Speakers whom no cue gives: a name beside a quotation, the subject of what leads to it, verbs that no list knows."""

from __future__ import annotations

import pytest

from summarizer import summarize
from summarizer.attribution import find_statements
from summarizer.attribution.rules.speakers import can_speak, outer_speaker
from summarizer.contract.article import Article
from tests.attribution.reading import marked_words, said_in, tokens_of, without_marks


def sources_of(text: str, quotation: str) -> list[str]:
    """Who is given the quotation that begins so."""
    return [said.source for said in said_in(text) if any(piece.startswith(quotation) for piece in said.content)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        # beside it, above it, below it
        ("“The quay can wait until the spring.” – Ada Lund, harbour master", "Ada Lund"),
        ("“The quay can wait until the spring.” -- Ada R. Lund", "Ada R. Lund"),
        ("“The quay can wait until the spring.”― Ada Lund", "Ada Lund"),
        ("It rained.\n\n“The quay can wait until the spring.”\n\n— Ada Lund, harbour master\n\nMore rain.", "Ada Lund"),
        ("And from harbour master Ada Lund:\n\n“The quay can wait until the spring.”", "harbour master Ada Lund"),
        ("Ada Lund on the flood: “The quay can wait until the spring.”", "Ada Lund"),
        ("Statement from the guild: “The quay can wait until the spring.”", "the guild"),
        ("Berg: “We wait.” Lund: “The quay can wait until the spring.”", "Lund"),
        ("According to the Arle Post: “The quay can wait until the spring.”", "the Arle Post"),
        ("NO ROOM IN THE HARBOUR - Ada Lund: “The quay can wait until the spring.”", "Ada Lund"),
        # what leads to it
        ("Lund shook her head: “The quay can wait until the spring.”", "Lund"),
        ("That did not surprise keeper Ada Lund: “The quay can wait until the spring.”", "keeper Ada Lund"),
        ("Lund spoke to the hall where they wait: “The quay can wait until the spring.”", "Lund"),
        ("Another said he hoped that Berg would win: “The quay can wait until the spring.”", "Another"),
        ("Lund returned to the flood, where Berg had failed: “The quay can wait until the spring.”", "Lund"),
        ("It would fall to Ada Lund, who told the hall in May: “The quay can wait until the spring.”", "Ada Lund, who"),
        ("One said with “all his heart” that Berg fell: “The quay can wait until the spring.”", "One"),
        ("Lund quipped, “The quay can wait until the spring.”", "Lund"),
        # what follows it
        ("“The quay can wait until the spring,” the old keeper riffed in the hall.", "the old keeper"),
        ("“The quay can wait until the spring,” remembered Ada Lund, a keeper.", "Ada Lund"),
    ],
)
def test_who_says_a_quotation_that_no_cue_claims(text: str, source: str) -> None:
    assert sources_of(text, "“The quay") == [source]


@pytest.mark.parametrize("lead", ["A spokesman for Kell Water", "Spokesman for Kell Water"])
def test_who_speaks_for_a_body_may_stand_before_a_colon(lead: str) -> None:
    assert [one.source for one in said_in(f"{lead}: “We are sorry for the flood.”")] == [lead]


@pytest.mark.parametrize(
    ("lead", "source"),
    [
        ("The sign on the gate read:", "The sign on the gate"),
        ("A letter to staff, signed by chief clerk Bo Wirth, reads:", "A letter to staff"),
    ],
)
def test_what_is_read_may_lead_to_the_paragraph_below(lead: str, source: str) -> None:
    assert [one.source for one in said_in(f"{lead}\n\n“No fish today, and none tomorrow.”")] == [source]


@pytest.mark.parametrize(
    "text",
    [
        "The law passed on Monday.\n\n“The quay can wait until the spring.”",
        "It gets better: “The quay can wait until the spring.”",
        "I had to smile: “The quay can wait until the spring.”",
        "“The quay can wait until the spring.”\n\n– An old hand at it",
        "In “The Quay Can Wait Until Spring,” Lund played a keeper.",
    ],
)
def test_where_it_is_not_clear_nobody_is_given_it(text: str) -> None:
    assert sources_of(text, "“The quay") == []


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("{Ada Lund} left.", True),
        ("{The mayor of Arle} left.", True),
        ("{She} left.", True),
        ("{The ministry} left.", True),
        ("{The law} passed.", False),
        ("{The timing of Lund’s visit} was odd.", False),
        ("{It} rained.", False),
        ("{Monday} came.", False),
    ],
)
def test_who_can_speak(marked: str, expected: bool) -> None:
    tokens = tokens_of(marked)
    assert can_speak(tokens.paragraph, tokens.source) is expected


def test_the_speaker_of_a_sentence_is_not_one_in_another_s_words() -> None:
    paragraph = tokens_of("Lund said that Berg had denied it.").paragraph
    assert outer_speaker(paragraph, paragraph.sentences[0], []) is None


@pytest.mark.parametrize(
    "marked",
    [
        "{Marsh}<:> [We shall not yield to any offer].",
        "{Ada Lund}<:> [“We shall not yield.”]",
        "{Ministry of the Harbour}<:> [The pier will close in May. We plan a new one].",  # a whole paragraph
    ],
)
def test_a_name_and_a_colon_attribute_what_follows(marked: str) -> None:
    assert marked_words(marked) in said_in(without_marks(marked))


@pytest.mark.parametrize(
    ("title", "is_read"),
    [
        ("Lund: The Guild Is “Lying” About The Gate", True),
        ("BOOM: Lund Fires At The “Guild Of Lies”", False),
        ("A Win For Lund: Gate Is “Safe At Last”", False),
        ("Just In: Gate Must “Close At Once”", False),
    ],
)
def test_a_headline_opens_with_a_speaker_whom_the_article_names(title: str, is_read: bool) -> None:
    text = f"{title}\n\nAda Lund, the mayor, met the guild on Monday. It rained."
    assert bool(find_statements(Article(id="a", text=text))) == is_read


def test_a_few_words_after_a_colon_are_said_by_nobody() -> None:
    assert said_in("Thanks to his act, Leo Butts can add a title to his name: “song collector.”") == []
    (said,) = said_in("Leo Butts has only one thing to add to that: “We shall see about it.”")
    assert said.source == "Leo Butts"


def test_who_is_quoted_may_be_writing_somewhere() -> None:
    text = "From Mia Holt writing at the Harbour Post:\n\n“To rise in the guild takes cunning and a thick skin.”"
    assert sources_of(text, "“To rise") == ["Mia Holt"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Stated Brook:\n\n“I think that the ice is thin, and nobody has said so.”", "Brook"),
        ("Added Brook: “I think that the ice is thin.”", "Brook"),
        ("Ida Brook: “I think that the ice is thin.”", "Ida Brook"),
    ],
)
def test_a_verb_before_a_name_is_no_part_of_it(text: str, source: str) -> None:
    assert [one.source.name for one in summarize(text, engine="extractive").claims] == [source]


@pytest.mark.parametrize(
    ("headline", "source"),
    [
        ("Ada Lund Praises Harbour Warden Tom Berg: “Best Keeper of All.”", "Ada Lund"),
        ("Keeper Ada Lund Slams Guild Over Harbour Toll: “It Was Never Their Money.”", "Keeper Ada Lund"),
        ("Ada Lund: “Best Keeper of All.”", "Ada Lund"),
        ("Ada Lund on Tom Berg: “Best Keeper of All.”", "Ada Lund"),
    ],
)
def test_a_headline_quotes_its_subject(headline: str, source: str) -> None:
    quoted = [said for said in said_in(f"{headline}\n\nIt rained in Arle on Monday.") if "“" in said.content[0][:1]]
    assert [said.source for said in quoted] == [source]


@pytest.mark.parametrize(
    ("lead", "source"),
    [
        ("This was the answer of Ada Lund, who keeps the inn:", "Ada Lund"),
        ("There was a short reply from the mayor:", "the mayor"),
        ("It brought a warning from keeper Ada Lund, 54:", "keeper Ada Lund"),
        ("Here is the verdict of Ada Lund:", "Ada Lund"),
    ],
)
def test_whose_words_a_noun_tells_of(lead: str, source: str) -> None:
    assert sources_of(f"{lead} “The quay can wait until the spring.”", "“The") == [source]


def test_what_is_told_of_is_not_always_words() -> None:
    assert sources_of("It was the end of Ada Lund: “The quay can wait until the spring.”", "“The") == []


def test_the_words_of_somebody_may_be_told_of_in_a_whole_sentence() -> None:
    text = "The words of keeper Ada Lund still ring in the hall: “The quay can wait until the spring.”"
    assert sources_of(text, "“The") == ["keeper Ada Lund"]


def test_a_quotation_may_begin_with_what_the_writer_puts_in_brackets() -> None:
    text = "Grendi, the envoy, reacted coolly to the deal, “[I am] worried about any deal that leaves them out.”"
    (claim,) = summarize(text, engine="extractive").claims
    assert claim.source.name == "Grendi"


def test_a_name_with_a_relative_clause_alone_leads_to_a_quotation() -> None:
    assert sources_of("Ada Lund, who lost her inn: “The quay can wait until the spring.”", "“The") == ["Ada Lund"]


@pytest.mark.parametrize(
    "text",
    [
        "Boat Rules: Boats may be kept by the guild. All rules of the boat stand here.",
        "Ownership: You agree that the guild owns all boats.",
        "This is far from its current motto, “Opening the harbour to the world.” But so it is.",
    ],
)
def test_labels_and_mottos_speak_for_nobody(text: str) -> None:
    assert summarize(f"The pier\n\nLund said it was late.\n\n{text}", engine="extractive").claims[1:] == ()


@pytest.mark.parametrize("work", ["on our podcast", "in the latest episode of a radio show", "about her new book"])
def test_the_title_of_a_work_with_a_full_stop_is_not_said(work: str) -> None:
    assert said_in(f"She spoke with us {work}, “And Then It Sank.” It is out now.") == []


def test_a_thing_with_its_verb_is_no_speaker_before_a_colon() -> None:
    assert said_in("The piece used one of the lines as its title: “Finally, somebody who thinks like me.”") == []


def test_what_somebody_was_asked_is_not_what_she_said() -> None:
    assert not said_in("She was asked, “If you had known it, would you have sold the mill?”")
    assert not said_in("Ada Lund was told, “You may keep the mill, but not the weir.”")
    (said,) = said_in("Ada Lund was quoted, “You may keep the mill, but not the weir.”")
    assert said.source == "Ada Lund"


@pytest.mark.parametrize("when", ["Hours after nine people had died", "In the days after 14 people were hurt in Harn"])
def test_to_whom_something_happened_before_does_not_say_it(when: str) -> None:
    quotation = "“We have come with all our men.”"
    assert not [one for one in said_in(f"{when}, a cold wind met the town: {quotation}") if "people" in one.source]
    assert [one.source for one in said_in(f"{when}, Ada Lund mocked the town: {quotation}")][-1] == "Ada Lund"
