"""What becomes of a model's groups: a fact where the rules find nothing against it, else a refusal with the reason."""

from __future__ import annotations

import pytest

from tests.comparison.asked import concluded, group, number_of, sheet_of

STRIKE = sheet_of("tram-strike")
OFFER = number_of(STRIKE, "courier", "We made an offer of 6 percent")
RAISE = number_of(STRIKE, "day-ledger", "had offered the drivers a raise")
CUSTODY = number_of(STRIKE, "channel-two", "nine people were now in custody")
ARRESTED = number_of(STRIKE, "day-ledger", "four people had been arrested")
ALIKE = [(OFFER, "We made an offer of 6 percent"), (RAISE, "the city had offered the drivers a raise of 6 percent")]


def told_in(made, words):
    """The facts that a passage with these words is of."""
    return [fact for fact in made.facts if any(words in one.text for side in fact.sides for one in side.mentions)]


def test_passages_that_the_model_groups_become_one_fact_instead_of_two():
    made = concluded("tram-strike", group("agree", ALIKE, question="what did the city offer?"))
    (fact,) = told_in(made, "We made an offer of 6 percent")
    assert fact.verdict == "agree"
    assert fact.text == "what did the city offer?"
    assert {one.article for side in fact.sides for one in side.mentions} == {"courier", "day-ledger"}
    assert fact.origins == 1, "the mayor is behind both"
    assert "the model" in fact.reason
    assert made.rejected == ()


@pytest.mark.parametrize(
    ("proposed", "reason"),
    [
        (group("agree", [(OFFER, ""), (99, "")]), "there is no passage 99"),
        (group("agree", [(0, ""), (1, "")]), "there is no passage 0"),
        (group("agree", [(OFFER, "")]), "it names fewer than two passages"),
        (group("agree", [(OFFER, "")], [(OFFER, "")]), "it names fewer than two passages"),
        (group("agree", ALIKE, [(OFFER, "")]), "a passage stands on two sides"),
        (group("agree", ALIKE, []), "a side has no passage"),
        (group("conflict", ALIKE), "a conflict needs evidence on two sides"),
        (group("conflict", ALIKE[:1], [(RAISE, "")]), f"a conflict needs the words of passage {RAISE}"),
        (
            group("conflict", [(OFFER, ALIKE[1][1])], [(RAISE, ALIKE[0][1])]),
            f"passage {OFFER} does not hold the words “{ALIKE[1][1]}”",
        ),
        (group("agree", ALIKE, question="Was it 60 percent?"), "“Was it 60 percent?” tells a number"),
        (group("agree", [*ALIKE, (CUSTODY, "")]), f"passage {CUSTODY} has too little in common"),
        (group("conflict", ALIKE[:1], ALIKE[1:]), f"by the rules passages {OFFER} and {RAISE} can both be true"),
    ],
)
def test_what_cannot_be_is_refused_and_listed(proposed, reason):
    made = concluded("tram-strike", proposed)
    (refused,) = made.rejected
    assert reason in refused.reason
    assert refused.verdict == proposed.verdict
    assert made.facts == concluded("tram-strike").facts


def test_a_refused_group_names_its_passages_by_their_places():
    (refused,) = concluded("tram-strike", group("agree", [(OFFER, ""), (99, "")])).rejected
    passage = STRIKE.shown[OFFER - 1].passage
    assert refused.mentions == (f"courier:{passage.start}-{passage.end}", "99")


def test_a_later_number_is_no_conflict_with_the_one_that_it_updates():
    sides = [(ARRESTED, "four people had been arrested")], [(CUSTODY, "nine people were now in custody, up from four")]
    (refused,) = concluded("tram-strike", group("conflict", *sides)).rejected
    assert refused.verdict == "conflict"


@pytest.mark.parametrize(
    "copied",
    [
        "{line}",
        "{line_without_number}",
        'Fenn says: "We made an offer of 6 percent on Friday,"',
        '"We made an offer of 6 percent on Friday," Mayor Fenn told the Courier.',
        'says: "We made an offer of 6 percent',
        "we made an offer of 6 percent",
    ],
)
def test_a_quote_that_was_copied_with_what_is_shown_around_the_passage_is_cut_to_its_words(copied):
    line = STRIKE.line(OFFER)
    quote = copied.format(line=line, line_without_number=line.partition("] ")[2])
    made = concluded("tram-strike", group("agree", [(OFFER, quote), ALIKE[1]]))
    assert made.rejected == ()
    assert [fact.verdict for fact in told_in(made, "We made an offer of 6 percent")] == ["agree"]


@pytest.mark.parametrize(
    "quote", ["Mayor Fenn told the Courier", "courier | Fenn says", "Maal says: We made an offer of 6 percent"]
)
def test_a_quote_with_none_of_the_passages_words_or_of_another_line_is_refused(quote):
    (refused,) = concluded("tram-strike", group("agree", [(OFFER, quote), ALIKE[1]])).rejected
    assert "does not hold the words" in refused.reason


def test_a_question_that_names_whom_no_passage_names_is_worded_by_a_passage():
    made = concluded("tram-strike", group("agree", ALIKE, question="What did President Oddo offer?"))
    assert "Oddo" not in made.model_dump_json()


def test_the_same_answers_in_any_order_give_the_same_comparison():
    groups = [
        group("agree", ALIKE),
        group("agree", [(OFFER, ""), (99, "")]),
        group("agree", [(CUSTODY, ""), (ARRESTED, "")]),
    ]
    assert concluded("tram-strike", *groups) == concluded("tram-strike", *reversed(groups))
    assert concluded("tram-strike", *groups, *groups).facts == concluded("tram-strike", *groups).facts


@pytest.mark.parametrize("story", ["tram-strike", "quarry-slide"])
def test_a_model_that_calls_any_two_passages_a_conflict_adds_none(story):
    sheet = sheet_of(story)
    texts = [one.passage.text for one in sheet.shown]
    pairs = [(one, two) for one in range(1, len(texts) + 1) for two in range(one + 1, len(texts) + 1)]
    lies = [group("conflict", [(one, texts[one - 1])], [(two, texts[two - 1])]) for one, two in pairs]
    made, plain = concluded(story, *lies), concluded(story)
    conflicts = [[fact.sides for fact in one.facts if fact.verdict == "conflict"] for one in (made, plain)]
    assert conflicts[0] == conflicts[1]
