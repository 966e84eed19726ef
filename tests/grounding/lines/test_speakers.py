import pytest

from summarizer.contract.article import Article
from summarizer.grounding.lines.speakers import Said, read_lines, wrong_speakers, wrong_stances
from tests.grounding.lines.story import article


def test_a_line_is_read_as_an_article_is():
    first, second = read_lines(("Ilse Brandt said the wall was safe.", "She denied knowing of cracks."), "en")
    assert first == (Said("Ilse Brandt", "the wall was safe"),)
    assert second == (Said("Ilse Brandt", "knowing of cracks", "denies", ("Ilse Brandt",)),)


@pytest.mark.parametrize(
    "line",
    [
        "Ilse Brandt said the wall had been checked twice in January.",
        "The fishermen's union accuses the council of ignoring letters.",
        "Tomas Reil said that the council had known about cracks since 2019.",
        "Nobody knows who built it.",
    ],
)
def test_the_articles_own_speaker_is_right(line):
    assert list(wrong_speakers(article(), read_lines((line,), "en")[0])) == []


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("Ilse Brandt said that the council had known about cracks since 2019.", "Tomas Reil"),
        ("Tomas Reil said the wall had been checked twice in January.", "Ilse Brandt"),
    ],
)
def test_another_speaker_is_wrong(line, speaker):
    ((_, found),) = wrong_speakers(article(), read_lines((line,), "en")[0])
    assert found == speaker


@pytest.mark.parametrize(
    ("line", "stances"),
    [
        ("The fishermen's union accused the council of ignoring its letters.", []),
        ("Tomas Reil confirmed that he had signed the report.", ["denies"]),
        ("Tomas Reil said that he had not signed the report.", []),
    ],
)
def test_a_line_with_another_stance_than_the_article_is_told(line, stances):
    found = wrong_stances(article(), read_lines((line,), "en")[0])
    assert [stance for _, stance in found] == stances


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("Tomas Reil estimated that some 2,000 people walked to the pier.", "police"),
        ("Tomas Reil said the toll was too high for the divers.", "Close friends"),
        ("Edda Lorn said that the pumps would last for years.", "Jonna Eik"),
        ("The government called the small wells the weakest part of the port.", "Kelp Ratings"),
    ],
)
def test_who_stands_near_is_not_who_says_it(line, speaker):
    text = (
        "Engineer Tomas Reil was late. Some 2,000 people walked to the pier, police estimated.\n\n"
        "Close friends said the toll was too high for the divers.\n\n"
        "Edda Lorn wanted to leave, but Jonna Eik told the Echo that the pumps would last for years.\n\n"
        "The government was silent. Kelp Ratings said that the small wells were the weakest part of the port."
    )
    ((_, found),) = wrong_speakers(Article(id="near", text=text), read_lines((line,), "en")[0])
    assert speaker in (found, found.capitalize(), found.lower())
