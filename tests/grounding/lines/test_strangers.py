import pytest

from summarizer.contract.article import Article
from summarizer.grounding.lines.strangers import strange_words

ARTICLE = Article(
    id="a",
    text=(
        "Diver Edda Lorn, whose daughter Ida sails, raised the wreck near Varn in eleven days. "
        "Prosecutors said that it took the guild 40 metres of rope. The harbour master was late."
    ),
)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("A nurse, Edda Lorn, raised the wreck.", "role_differs"),
        ("Edda Lorn, whose sister Ida sails, raised the wreck.", "meaning_differs"),
        ("It took the guild 40 miles of rope.", "meaning_differs"),
        ("Edda Lorn raised the wreck in eleven weeks.", "meaning_differs"),
    ],
)
def test_a_word_for_somebody_or_a_measure_of_which_the_article_has_none(line, code):
    assert [found for found, _ in strange_words(ARTICLE, line)] == [code]


@pytest.mark.parametrize(
    "line",
    [
        "Diver Edda Lorn raised the wreck in eleven days.",
        "A prosecutor said that it took 40 meters of rope.",
        "A resident, Edda Lorn, is the winner.",
        "Several nurses were there.",
        "The harbour chief was late.",
        "Prosecutors pointed to the rope.",
        "The city of Varn was near.",
    ],
)
def test_forms_and_general_words_are_known(line):
    assert list(strange_words(ARTICLE, line)) == []
