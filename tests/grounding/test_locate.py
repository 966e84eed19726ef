import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.contract.article import Article
from summarizer.grounding.locate import Clues, locate
from summarizer.reading.articles import article_from_text
from tests.growth import assert_linear


def article(text):
    return Article(id="a", text=text)


STORY = (
    "Flooding closed the road to Varn on Monday, and the council met twice.\n\n"
    "“The dam held,” Mayor Ilse Brandt said. “The dam held because people worked all night.”\n\n"
    "Engineer Tomas Reil said the dam held, but that 2,500 sandbags were used on 50 metres of wall.\n"
)


def test_an_exact_quote_in_the_named_sentence():
    found = locate(article(STORY), "The dam held because people worked all night", 3)
    assert found.match == "exact"
    assert STORY[found.start : found.end] == found.quote
    assert found.occurrence is None


@pytest.mark.parametrize(("sentence", "which"), [(2, 1), (3, 2)])
def test_the_sentence_decides_between_two_places(sentence, which):
    assert locate(article(STORY), "The dam held", sentence).occurrence == (which, 2)


def test_the_nearest_place_when_the_named_sentence_does_not_hold_it():
    found = locate(article(STORY), "the dam held", 4)
    assert found.occurrence is None
    assert found.start == STORY.index("the dam held")


def test_a_hint_decides_within_one_sentence():
    text = "Aid is late, Bo Lind said in the morning, and aid is late, Eva Krantz said in the evening of that day."
    wanted = text.index("aid is late")
    assert locate(article(text), "id is late", 1) is None
    found = locate(article(text.replace("Aid", "aid")), "aid is late", 1, clues=Clues(hints=(text.index("Eva"),)))
    assert found.start == wanted


def test_marks_white_space_and_form_are_normalized_and_the_articles_own_characters_kept():
    found = locate(article(STORY), '"The dam  held," Mayor Ilse Brandt said', 2)
    assert found.match == "normalized"
    assert found.quote == "The dam held,” Mayor Ilse Brandt said"


@pytest.mark.parametrize(
    "quote",
    [
        "The dam broke",
        "2,600 sandbags",
        "500 sandbags",
        "used on 5",
        "used on 50 metre",
        "gineer Tomas",
        "the dam held, but that 2",
        "",
        "   ",
        "“”",
        "…",
    ],
)
def test_a_word_or_digit_that_differs_is_not_found(quote):
    assert locate(article(STORY), quote, 4) is None


def test_furniture_is_never_evidence():
    text = STORY + "\nLeave a reply\n\nYour email address will not be published."
    assert locate(article(text), "Your email address will not be published", 1) is None


def test_a_repeated_paragraph_is_counted_but_not_used():
    paragraph = "The harbour master said that eleven boats broke loose in the night and that two of them sank.\n\n"
    text = (
        "Storm at Kell harbour\n\n"
        + paragraph
        + "Nobody was hurt in the storm, which lasted for nine hours.\n\n"
        + paragraph
    )
    found = locate(article(text), "eleven boats broke loose", 2)
    assert found.occurrence == (1, 2)
    assert found.start == text.index("eleven boats")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("وقال المتحدث إن الجسر مغلق اليوم.", "الجسر مغلق"),
        ("市长说大坝没有倒塌。", "大坝没有倒塌"),
        ("Sie sagte 🚢🚢: „Der Damm hält“ heute.", "Der Damm hält"),
    ],
)
def test_offsets_count_code_points_in_any_script(text, quote):
    found = locate(article(text), quote, 1)
    assert text[found.start : found.end] == found.quote == quote


@given(st.text(min_size=1, max_size=200), st.text(max_size=30), st.integers(-1, 5))
def test_whatever_is_found_is_the_articles_own(text, quote, sentence):
    found = locate(article(text), quote, sentence)
    if found is not None:
        assert text[found.start : found.end] == found.quote


def test_time_is_linear_in_the_text():
    def locate_both(text):
        locate(article(text), "a", 1)
        locate(article(text), "the dam  held", 1)

    assert_linear(locate_both, "the dam held and ", 20_000)


def test_the_time_of_claims_that_repeat_a_quote_is_linear() -> None:
    def place_all(text: str) -> None:
        article = article_from_text(text, id="a")
        for number in range(1, text.count("late.") + 1):
            locate(article, "It was late", number, clues=Clues((5, 900)))

    assert_linear(place_all, "It was late. ", 4_000)
