import pytest

from summarizer.comparison.ages import is_age
from summarizer.comparison.counted import words_of
from summarizer.text.figures import find_figures


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("a mason aged 61 drowned", True),
        ("Edda Lorn, 61, drowned", True),
        ("It named the third as Edda Lorn, 61.", True),
        ("The widow is Edda von Lorn, 61; she", True),
        ("She paid Lorn, 61.", False),
        ("She counted 61 geese", False),
        ("Edda Lorn, 61 geese and a goat", False),
    ],
)
def test_a_number_beside_a_name_is_an_age(text, is_one):
    (figure,) = find_figures(text)
    assert is_age(figure, text[: figure.at[0]], words_of(text[figure.at[1] :])) is is_one
