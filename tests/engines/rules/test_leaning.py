"""What a sentence needs before it can be told."""

from __future__ import annotations

import pytest

from summarizer.contract.article import Article
from summarizer.engines.rules.leaning import points_back, speaks_loosely, standing
from tests.growth import assert_linear


def how(text: str, context: str = "") -> str:
    article = Article(id="a", text=text)
    return standing(article, (0, len(text)), text, context=context, known=(), replaced=())


@pytest.mark.parametrize(
    "text", ["That is what the builders of Varn think.", "He left the hall.", "Others stayed away."]
)
def test_what_points_back_stands_right_behind_what_it_points_at(text: str) -> None:
    assert how(text) == "behind"


@pytest.mark.parametrize(
    "text",
    [
        "Which is part of the harbour.",
        "I saw the wall break.",
        "The town lent us money here.",
        "We put Ana Moll at the top of the table.",
        "Ana Moll told this reporter about the mill.",
        "“That was wrong,” Ana Moll said.",
        "The wall “was hollow.",
    ],
)
def test_pieces_and_what_is_said_to_others_stand_nowhere(text: str) -> None:
    assert how(text) == "never"


@pytest.mark.parametrize(
    "text",
    [
        "By a poll of Tuesday, the Kell senator and the rest of them each have 27 percent.",
        "Nobody at the mill doubts it, the man said.",
        "Ana Moll brushed off these concerns.",
        "Most of those who chose these barns were supporters of Ana Moll.",
        "The Kell mayoral front-runner said so in March.",
        "The reeve of Kell, Ana Moll, met those builders.",
        "Ana Moll, a former reeve, accused her of sloth.",
        "The union of Kell spoke with Ana Moll about the remarks.",
        "With that map in mind, Ana Moll set sail.",
        "Ana Moll called the whole affair a farce.",
        "Two others have no boat.",
        "When asked why, Ana Moll left the hall.",
        "Odd Lind of Varn Radio then tells of the storm.",
        "Ana Moll plans to meet the reeve of Kell that day.",
        "When asked about the mill, 61 percent said that it was old.",
        "Nor does Ana Moll want to sell her boat.",
        "The 61-year-old worked as a pilot of the port, the guild said.",
        "One would ask half of the board for a vote.",
        "On Friday, divers at the Port Museum in Kell said that it is a wreck of the last war.",
        "Ana Moll said it was built in 1911.",
        "Two pilots believe that it will sink.",
        "Ana Moll, a former reeve, did not write to these Varners.",
        "At a lunch with the guild of Kell the following day, Ana Moll wept.",
        "Both mills were shut, Ana Moll said.",
        "But, Ana Moll said, the sea is rough.",
        "Ana Moll’s comments came on Sunday, the Kell Post reported.",
        "Ana Moll said that it would be paid for by the guild of Kell.",
        "The exception was at the mill of Kell.",
        "Pilots pointed out that it had paid for no boats in six years.",
        "Many Varners then saw the guild as a nest of thieves.",
        "First there was the reeve of Kell, Ana Moll.",
        "Ana Moll said she would choose the former.",
        "Odd Lind of the Kell Guild agreed.",
        "Ana Moll said that divers had warned her that it was rotten.",
        "Ana Moll said that lawyers had told her that it was not, for there was no law.",
        "Pilots of Kell said they had, and the board met.",
        "The guild of Kell said half of its pilots had voted against.",
        "Ana Moll, the reeve, does not have one.",
        "“The sea rose by a foot in an hour,” its chief pilot, Ana Moll, said.",
    ],
)
def test_somebody_and_something_that_only_other_sentences_name(text: str) -> None:
    assert how(text) == "behind"


@pytest.mark.parametrize(
    "text",
    [
        "Ana Moll leads by two points, and the Kell senator has lost.",
        "Ana Moll, the senator for Kell, left this week.",
        "Ana Moll (I-Kell) regretted the remarks about the mill.",
        "Ana Moll wants a second inquest - this one into the mill - by May.",
        "The number of boats fell in Kell, compared with those in the north.",
        "A dozen came, but Ana Moll, angry at how Radio Kell had treated her, stayed away.",
        "The guild of Kell said it was short of boats.",
        "Kelp Trust said that it would close.",
        "Ana Moll, who built the mill, said it was old.",
        "Ana Moll said it was “quite clear” that the mill is old.",
        "Ana Moll said that it would take years to mend the mill.",
        "Ana Moll wrote to those Varners who have boats.",
        "Ana Moll wept the next day.",
        "Both sides left the hall of Kell.",
        "Ana Moll’s boats came on Sunday, the Kell Post reported.",
        "Ana Moll said that it would be hard for the guild of Kell to pay.",
        "Pilots of the Kell Guild pointed out that the port had paid for no boats.",
        "The guild of Kell pointed out that it had paid for boats.",
        "Ana Moll said that between a mill and a barn of Kell she would choose the former.",
        "Odd Lind agreed with Ana Moll.",
        "Ana Moll praised the wealth of the guild and said that it was safe.",
        "Ana Moll said that whoever was against the mill was against Kell.",
        "Pilots of Kell said they had no boats.",
        "Ana Moll is against no one.",
        "“The guild has lost a boat,” the guild and its chief pilot, Ana Moll, said.",
    ],
)
def test_whom_the_sentence_itself_names(text: str) -> None:
    assert how(text) == "alone"


def test_two_nouns_with_what_says_which_stand_alone() -> None:
    assert how("The men and women who built the wall at Varn were paid on Monday.") == "alone"


def test_what_says_all_stands_alone() -> None:
    assert how("Ana Moll, an engineer, said a wall at Varn broke.") == "alone"


@pytest.mark.parametrize(
    ("text", "is_pointing"),
    [
        ("One, Odd Lind, said from his boat that it sank.", True),
        ("The union thinks that if it can do that, it will win.", True),
        ("After contemplating it, Ana Moll agreed.", True),
        ("Later in the day, the board left.", True),
        ("Ana Moll supported it and Odd Lind did not.", True),
        ("One in nine walls broke.", False),
        ("The board sold the mill and did so in a way that hid its price.", False),
        ("After seeing the wall, Ana Moll agreed.", False),
        ("“If they can do that, we go,” Ana Moll said.", False),
    ],
)
def test_words_that_speak_of_what_was_told(text: str, is_pointing: bool) -> None:
    assert points_back(text) is is_pointing


@pytest.mark.parametrize(
    ("text", "loose"),
    [
        ("“That was wrong,” Ana Moll said.", True),
        ("“He has paid for it,” Ana Moll said.", True),
        ("“It was clear that the dam would go,” Ana Moll said.", False),
        ("“Nobody slept,” Ana Moll said.", False),
    ],
)
def test_a_quotation_that_points_back(text, loose):
    assert speaks_loosely(text) is loose


@pytest.mark.parametrize(
    "text",
    [
        "Ana Moll of Kell said such votes are a warning.",
        "Ana Moll of Kell put the mill into that class.",
        "While most of those were mended, Ana Moll of Kell sold two.",
        "Of the remainder, Ana Moll sold twelve.",
        "Shortly after it ruled on boats, Ana Moll of Kell asked for a limit.",
        "Polls there show that Ana Moll is behind.",
        "Ana Moll of Kell, as noted above, left in May.",
        "Ana Moll of Kell asked whether that is the only way.",
        "Ana Moll of Kell said the mill would not change that.",
        "Though people in Kell hailed these as bold moves, Ana Moll left.",
        "Ana Moll of Kell left after winning that race.",
        "Odd Lind denied that that was the case.",
        "Ana Moll of Kell sent nearly 300 of them to Arle.",
        "Ana Moll of Kell has disputed both readings.",
    ],
)
def test_words_within_a_sentence_that_point_at_another_one(text: str) -> None:
    assert how(text) == "behind"


@pytest.mark.parametrize(
    "text",
    [
        "Ana Moll of Kell said there is no such thing as a free pier.",
        "Ana Moll of Kell sells boats such as the Heron.",
        "Ana Moll of Kell said that voters were glad.",
        "Ana Moll of Kell gives boats to those who need them.",
        "When it rained in May, Ana Moll of Kell stayed.",
        "Ana Moll of Kell said she would be glad if it rained.",
        "Ana Moll went to Kell and said the millers there were glad.",
        "Ana Moll of Kell is out there on the pier.",
        "The Kell Guild says it will mend nets in May.",
        "Of nine boats Ana Moll of Kell sold two of them.",
        "The guild of Kell says it should be safe for crews of old boats to sail.",
        "Ana Moll of Kell knew the men killed in the storm.",
        "Warning that crews were short, Ana Moll of Kell left.",
        "Knowing that race was lost, Ana Moll of Kell left.",
        "Ana Moll of Kell has spoken with both sides.",
        "Ana Moll of Kell spoke for both herring and cod.",
    ],
)
def test_the_same_words_that_point_at_nothing(text: str) -> None:
    assert how(text) == "alone"


@pytest.mark.parametrize("text", ["Ana Moll: “Thanks to all who came.”", "Ana Moll wrote a new book, ."])
def test_what_has_lost_its_verb_or_its_words_stands_nowhere(text: str) -> None:
    assert how(text) == "never"


@pytest.mark.parametrize("piece", ["Ana Moll ", "MILL Of Kell, ", "that was there, ", "“Ana: ”", "such mills of the "])
def test_a_long_line_takes_time_in_proportion(piece: str) -> None:
    assert_linear(
        lambda text: standing(Article(id="a", text=text), (0, len(text)), text, context="", known=(), replaced=()),
        piece,
        2_000,
    )


@pytest.mark.parametrize(
    "text",
    [
        "The millers’ union, Kell Mills, said no.",
        "Ana Moll of Kell denies reports that flour dust was kept. Flour dust burns.",
    ],
)
def test_what_is_named_behind_or_told_in_a_clause_stands_alone(text: str) -> None:
    end = text.index(".") + 1
    article = Article(id="a", text=f"Flour dust burns.\n\n{text}")
    at = article.text.index(text)
    assert standing(article, (at, at + end), text[:end], context="", known=(), replaced=()) == "alone"


def test_what_was_told_with_a_is_that_one_when_it_is_told_with_the() -> None:
    first = "One batch of flour was wet."
    later = "Kell Mills said on Monday that the batch had been dried."
    article = Article(id="a", text=f"{first}\n\n{later}")
    at = article.text.index(later)
    span = (at, len(article.text))
    assert standing(article, span, later, context="", known=(), replaced=()) == "behind"
    assert standing(article, span, later, context=first, known=(), replaced=()) == "alone"


def test_the_company_behind_a_person_alone_is_one_that_was_told_before() -> None:
    first = "Kell Mills is a company with nine mills."
    article = Article(id="a", text=f"{first}\n\nMayor Ana Moll criticised the company. At Kell Mills, the company met.")
    low, high = article.text.index("Mayor"), article.text.index(" At Kell")
    text = article.text
    assert standing(article, (low, high), text[low:high], context="", known=(), replaced=()) == "behind"
    assert standing(article, (high + 1, len(text)), text[high + 1 :], context=first, known=(), replaced=()) == "alone"


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("“Who will mend it?” Ana Moll asked the board.", "Ana"),
        ('"Never again!" the miller shouted as the boats came in.', "the miller"),
        ("“Is it safe?” Tomas Reil told Varn Radio on Sunday when asked about the wall.", "Tomas"),
    ],
)
def test_what_only_says_whose_a_quotation_is_stands_nowhere(text: str, at: str) -> None:
    start = text.index(at)
    article = Article(id="a", text=text)
    assert standing(article, (start, len(text)), text[start:], context="", known=(), replaced=()) == "never"


@pytest.mark.parametrize(
    "last",
    ["Ana Moll said that the wall was safe.", "Ana Moll told the board: “It is safe.”", "Ana Moll left the hall."],
)
def test_what_stands_behind_a_quotation_and_says_something_stands_alone(last: str) -> None:
    text = f"“Who will mend it?” {last}"
    start = text.index("Ana")
    article = Article(id="a", text=text)
    assert standing(article, (start, len(text)), last, context="", known=(), replaced=()) == "alone"


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("Ana Moll met a builder whom Reil, R -V.R., had sent.", "Ana Moll met a builder whom Reil, R -V."),
        ('Ana Moll wrote that he "cried "Ahoy!" as he came in.', 'Ana Moll wrote that he "cried "Ahoy!'),
    ],
)
def test_what_was_split_in_its_middle_stands_nowhere(text: str, piece: str) -> None:
    article = Article(id="a", text=text)
    assert standing(article, (0, len(piece)), piece, context="", known=(), replaced=()) == "never"


@pytest.mark.parametrize(
    ("before", "text", "expected"),
    [
        ("The board made an offer to the crews.", "Ana Moll said the offer was late.", "behind"),
        ("A survey counted the boats.", "Reil said he had no faith in the survey.", "behind"),
        ("Ana Moll made a request for a pause.", "Tomas Reil, the reeve, said the request was refused.", "behind"),
        ("Offers came in May.", "Ana Moll said the offer of the board was late.", "alone"),
        ("A crew walked out.", "Ana Moll said nobody at the guild had foreseen the uproar.", "behind"),
        ("A crew walked out.", "Ana Moll said nobody had foreseen the uproar at the guild.", "alone"),
        ("Laws were made.", "Ana Moll praised laws against fires and asked for such rules in Kell.", "alone"),
        ("Laws were made.", "Ana Moll asked for such rules in Kell.", "behind"),
        ("The Kell Guild of Pilots, or KGP, met.", "Ana Moll said the KGP was late.", "behind"),
        ("The Kell Guild of Pilots (KGP) met.", "Ana Moll said KGP pilots were late.", "behind"),
        ("The KGP met.", "Ana Moll said the KGP was late.", "alone"),
        ("The United Nations, or U.N., met.", "Ana Moll said the FBI was late.", "alone"),
        ("A pilot came.", "The Kell Guards veteran believes that the wall holds.", "behind"),
        ("A pilot came.", "The Kell Harbour pilot believes that the wall holds.", "behind"),
        ("The harbour was shut.", "Ana Moll said the harbour was open.", "alone"),
    ],
)
def test_a_matter_that_was_told_of_before_needs_its_reader_to_know_it(before: str, text: str, expected: str) -> None:
    whole = f"{before} {text}"
    start = len(before) + 1
    article = Article(id="a", text=whole)
    assert standing(article, (start, len(whole)), text, context="", known=(), replaced=()) == expected


def test_a_quotation_that_says_otherwise_speaks_of_what_was_said_before() -> None:
    assert speaks_loosely("“Otherwise, you see what has happened to Varn,” Ana Moll said.")


def test_who_denies_that_he_did_it_needs_no_sentence_before() -> None:
    assert how("Kell’s Harbour Board denied it had sold the mill.") == "alone"
    assert how("Kell’s Harbour Board denied it.") == "behind"
