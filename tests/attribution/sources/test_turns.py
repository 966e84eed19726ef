"""Who answers is not who has asked, and "he" is the one of whom the paragraph tells."""

from __future__ import annotations

import pytest

from summarizer import summarize
from tests.attribution.sources.marked import names


def speaker_of(text: str, words: str) -> str:
    claims = summarize(text, engine="extractive").claims
    return next(claim.source.name for claim in claims if words in claim.text)


ASKED = "Mayor Orla Dunn was at the fair when a brewer asked if she would run again.\n\n“Why not,” she {verb}."


@pytest.mark.parametrize("verb", ["replied", "answered", "said", "shot back"])
def test_who_answers_is_not_who_asked(verb: str) -> None:
    assert speaker_of(ASKED.format(verb=verb), "Why not") == "Orla Dunn"


def test_whose_somebody_is_may_open_the_sentence_before_his_name() -> None:
    text = (
        "Captain Niko Brand was sorry. The midfielder said it was late.\n\nOststadt's young keeper Ada Kei, meanwhile, "
        "could hardly sleep. “Home by six,” she grinned.\n\nLund's wife met Bea Moll. “So late,” she said."
    )
    assert speaker_of(text, "Home by six") == "Ada Kei"
    assert speaker_of(text, "So late") != "Ada Kei"


def test_who_opens_the_sentence_before_may_have_a_clause_of_his_own() -> None:
    text = "The Speaker called for order. Sir Des Flack, who has sat since May, rose like a whale. He said it was late."
    assert speaker_of(text, "it was late") == "Des Flack"


def test_whom_a_sentence_begins_with_as_for_is_its_topic() -> None:
    text = "Liu Pell said the town was rich.\n\nAs for Yang Moll, she keeps a rope at home. “I remember,” she said."
    assert speaker_of(text, "I remember") == "Yang Moll"


@pytest.mark.parametrize(
    ("goes_on", "speaker"),
    [
        ("He twice turned down a prize, explaining that he had no shelf for it.", "Gwil Prosser"),
        ("He said that he had no shelf for it.", "The critic"),
    ],
)
def test_a_paragraph_goes_on_with_whom_the_one_above_told_of(goes_on: str, speaker: str) -> None:
    text = f"Gwil Prosser studied in Arle. He was good at 19. The critic called it “a theft”.\n\n{goes_on}"
    assert speaker_of(text, "no shelf") == speaker


def test_who_asks_may_go_on() -> None:
    text = "Piet Aalto asked where the boats were. He also asked for tea. “I was cold,” he said."
    assert speaker_of(text, "I was cold") == "Piet Aalto"


def test_nobody_answers_where_only_who_asked_is_known() -> None:
    text = "The fair was on when Piet Aalto asked if he would run again.\n\n“Why not,” he replied."
    assert speaker_of(text, "Why not") == "he"
    assert speaker_of(text.replace("fair was on", "mayor was at the fair"), "Why not") == "the mayor"


def test_he_is_the_subject_of_the_paragraph() -> None:
    text = (
        "Piet Aalto, a banker, said that the letter was late.\n\nDespite the storm, Mr. Ruud has kept calm. "
        "Suggesting that the letter was false, he went home.\n\nMr. Ruud is a keeper."
    )
    assert speaker_of(text, "the letter was false") == "Ruud"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bo Cuban, who owns the mill, was there. “We wait,” Cuban said. Cuban farmers came, too.", "Bo Cuban"),
        ("Mia French is a nurse. “We wait,” French added.", "Mia French"),
        ("The mayor's opponent, Republican Nat Orr, was there. “We wait,” Orr said.", "Nat Orr"),
    ],
)
def test_a_surname_may_be_a_nation_and_stand_after_a_party(text: str, name: str) -> None:
    assert speaker_of(text, "We wait") == name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "Orla Dunn said the bill was late.\n\nFarmers have been stuck in talks with Piet Aalto as he refused "
            "to discuss a tax.",
            "discuss a tax",
            "Piet Aalto",
        ),
        (
            "“It is hard,” Piet Aalto writes.\n\nAalto lists reasons why it would be fine for an Owen Hale mandate. "
            "He concludes that the reasons are good.",
            "the reasons are good",
            "Piet Aalto",
        ),
        ("One young poet, radio host Piet Aalto, says they are wrong.", "they are wrong", "Piet Aalto"),
        ("They met Piet Aalto, 44. One said he would stay.", "would stay", "One"),
    ],
)
def test_who_is_meant_is_who_the_sentence_is_about(text: str, words: str, name: str) -> None:
    assert speaker_of(text, words) == name


def test_who_follows_a_time_with_his_role_is_the_subject() -> None:
    text = (
        "[Bo Sand] said so. It was late.\n\nOn Monday night, council manager Ole Brask sent out a note.\n\n"
        "[He] writes that it was late."
    )
    assert names(text)[1] == "Ole Brask"


@pytest.mark.parametrize(
    ("verb", "name"),
    [
        ("added", "Arne Dubbel"),
        ("also went on", "Arne Dubbel"),
        ("concluded", "Arne Dubbel"),
        ("said", "Rolf Tessen"),
    ],
)
def test_who_adds_something_has_spoken_before(verb: str, name: str) -> None:
    text = (
        "Arne Dubbel told the court that the rifle was sold.\n\nThe court was full.\n\nIt rained.\n\n"
        "Constable Rolf Tessen holds up the rifle of Arne Dubbel in court.\n\n“It still fires,” he VERB."
    )
    assert speaker_of(text.replace("VERB", verb), "It still fires") == name


@pytest.mark.parametrize(
    "quotation",
    [
        "Mark Sorrel is out of it, it will not be Mark Sorrel",
        "Mark Sorrel is the one who should pay for all of that",
        "Sorrel was born to lose",
    ],
)
def test_whom_a_quotation_names_does_not_speak_it(quotation: str) -> None:
    text = (
        "Paul Renn met Mark Sorrel in Ostby. They had tea. It rained.\n\nThe weather had been bad since May. "
        "The roads were closed.\n\n"
    )
    assert speaker_of(f"{text}“{quotation},” he said.", quotation) == "Paul Renn"


@pytest.mark.parametrize(
    ("kin", "pronoun"),
    [
        ("Renn’s wife, Berta, was there, too. She sat by his side and", "she"),
        ("His daughter, Tilda, was there, too. She sat by his side and", "she"),
        ("His brother Bosse was there, too. He sat at the back and", "he"),
    ],
)
def test_kin_with_one_name_are_persons_of_known_gender(kin: str, pronoun: str) -> None:
    speaker = "Jan Brewster" if pronoun == "she" else "Paul Renn"
    said = "She" if pronoun == "she" else "He"
    text = f"{speaker} came to Ostby. {said} said that the hall was cold.\n\n{kin} said the hall was full."
    name = next(word for word in kin.replace(",", " ").split() if word in ("Berta", "Tilda", "Bosse"))
    assert speaker_of(text, "the hall was full") == name
    assert speaker_of(text, "the hall was cold") == speaker


def test_who_asks_not_to_be_named_asks_nothing() -> None:
    text = "Chair [Hilda Flood] said it. [A neighbour], who {}, said it rained. “I was asleep,” [she] said."
    assert names(text.format("asked not to be named"))[2] == "A neighbour"


@pytest.mark.parametrize("name", ["John Cornel", "John Cornel (R-Tarn)", "John Cornel, 51,"])
def test_who_acts_in_the_paragraph_before_speaks_in_this(name: str) -> None:
    text = (
        "“This is shameful,” said Harry Rudd, who met Obert.\n\n"
        f"Whip {name} responded by standing next to a large picture of a boat.\n\n“I tell you what it is,” he said."
    )
    assert speaker_of(text, "I tell you") == "John Cornel"


@pytest.mark.parametrize(
    "lead",
    [
        "The keeper in charge, Sofja Lauter, tells it otherwise.",
        "Next door, Sofja Lauter pretends not to hear.",
        "Sofja Lauter shook her head.",
    ],
)
def test_whom_the_sentence_before_a_quotation_begins_with_speaks_it(lead: str) -> None:
    text = (
        f"“Nobody asked us,” said Brom Holle, who farms there. “They came.”\n\n{lead} “We wrote. It is so,” she said."
    )
    assert speaker_of(text, "We wrote") == "Sofja Lauter"


def test_he_after_a_whole_quotation_begins_a_sentence_of_its_own() -> None:
    text = "Ann Dunn said it was late, to which Piet Aalto replied: “It is not.” He said that it was early."
    assert speaker_of(text, "it was early") == "Piet Aalto"


KIN = "Bea Tarrow died in May. Her daughter, the harpist Ines Tarrow, said she had been ill.\n\n{}"


@pytest.mark.parametrize(
    ("goes_on", "speaker"),
    [
        ("She had no time for fame. “I sing,” she told a friend once.", "Bea Tarrow"),
        ("Her first song was a hit. “I sing,” she told a friend once.", "Bea Tarrow"),
        ("“I sing,” she told a friend once.", "Ines Tarrow"),
        ("She said the songs were hers. “I sing,” she added.", "Ines Tarrow"),
    ],
)
def test_a_paragraph_goes_on_with_whose_kin_has_spoken(goes_on: str, speaker: str) -> None:
    assert speaker_of(KIN.format(goes_on), "I sing") == speaker


@pytest.mark.parametrize("opening", ["Though she had praised the pier before", "But when she called it late"])
def test_a_pronoun_that_opens_a_clause_is_who_acts_behind_it(opening: str) -> None:
    text = f"Ada Lund said that it was late. {opening}, Tess Roe said that it was a farce."
    assert [claim.source.name for claim in summarize(text, engine="extractive").claims][1:] == ["Tess Roe", "Tess Roe"]
    other = f"Ada Lund said that it was late. {opening}, Harald Roe said that it was a farce."
    assert [claim.source.name for claim in summarize(other, engine="extractive").claims][1] == "Ada Lund"


@pytest.mark.parametrize(
    ("opening", "subject"),
    [
        ("Asked whether he feared that Ivar Strand, the new leader, could sell the quay, ", "Olaf Brenn demurred"),
        ("When Ivar Strand, who runs the mill, had left the hall, ", "Olaf Brenn laughed"),
        ("After meeting Ivar Strand in Tarn, ", "Mr. Brenn left the hall"),
    ],
)
def test_he_is_the_subject_behind_words_that_name_somebody_else(opening: str, subject: str) -> None:
    text = f"Olaf Brenn has led the guild for years.\n\n{opening}{subject}.\n\n“He may try,” he said."
    assert speaker_of(text, "He may try") == "Olaf Brenn"


def test_who_alone_opens_the_sentence_is_its_subject() -> None:
    text = "Ivar Strand met Olaf Brenn in Tarn, a town on the coast.\n\n“He may try,” he said."
    assert speaker_of(text, "He may try") == "Ivar Strand"
