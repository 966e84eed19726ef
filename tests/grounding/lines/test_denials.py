import pytest

from summarizer.contract.article import Article
from summarizer.grounding.lines.denials import denials_lost

ARTICLE = Article(
    id="denials",
    text=(
        "Mayor Ida Moll said the new pumps didn't work during the flood. "
        "The council has not allowed boats in the basin. "
        "Engineer Nils Brant refused to speculate about the lock. "
        "Asked whether the dam would hold, Rosa Lorn answered firmly: “Yes. We built it well.” "
        "The guild began with no lamps, no money and no boats. "
        "None of the three drowned, and all have come home. "
        "Harbour chief Per Dahl wants the guild to share its maps, which it will not share before May."
    ),
)


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("Mayor Ida Moll said the new pumps worked during the flood.", (0,)),
        ("The council allowed boats in the basin.", (1,)),
        ("Nils Brant speculated about the lock.", (2,)),
        ("Asked whether the dam would hold, Lorn said no.", (3,)),
        ("The guild began with lamps and some boats.", (4,)),
        ("Two of the three drowned.", (5,)),
        ("The mayor denies that the guild began with lamps.", (3,)),
    ],
)
def test_a_line_that_has_what_the_article_denies(line: str, named: tuple[int, ...]) -> None:
    assert list(denials_lost(ARTICLE, line, named)) != []


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("Mayor Ida Moll said the new pumps had failed to work during the flood.", (0,)),
        ("The council keeps boats out of the basin.", (1,)),
        ("Nils Brant would not speculate about the lock.", (2,)),
        ("Asked whether the dam would hold, Lorn said yes.", (3,)),
        ("The guild began without lamps or boats.", (4,)),
        ("All three divers have come home.", (5,)),
        ("Per Dahl asked the guild to share its maps.", (6,)),
        ("The mayor denies that the pumps worked.", (0,)),
    ],
)
def test_a_line_that_says_the_same(line: str, named: tuple[int, ...]) -> None:
    assert list(denials_lost(ARTICLE, line, named)) == []


def test_a_line_that_names_no_sentence_is_not_compared() -> None:
    assert list(denials_lost(ARTICLE, "The new pumps worked during the flood.", ())) == []


CONDITIONS = Article(
    id="conditions",
    text=(
        "The dam will hold unless the wind turns. "
        "Spokeswoman Edda Reil could not say who would pay for the lamps. "
        "The harbour board ruled out a second toll. "
        "Pilot Rosa Moll is confident that the lock will open. "
        "No deaths were reported at the pier."
    ),
)


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("The dam will hold if the wind turns.", (0,)),
        ("Edda Reil explained who would pay for the lamps.", (1,)),
        ("The harbour board announced a second toll.", (2,)),
        ("Rosa Moll doubts that the lock will open.", (3,)),
        ("Two died at the pier.", (4,)),
    ],
)
def test_what_is_set_aside_declined_or_doubted(line: str, named: tuple[int, ...]) -> None:
    assert list(denials_lost(CONDITIONS, line, named)) != []


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("The dam will hold if the wind does not turn.", (0,)),
        ("Edda Reil did not know who would pay for the lamps.", (1,)),
        ("The harbour board excluded a second toll.", (2,)),
        ("Rosa Moll does not doubt that the lock will open.", (3,)),
        ("Nobody died at the pier.", (4,)),
    ],
)
def test_the_same_in_other_words(line: str, named: tuple[int, ...]) -> None:
    assert list(denials_lost(CONDITIONS, line, named)) == []
