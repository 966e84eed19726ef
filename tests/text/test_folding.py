import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.text.folding import fold, fold_quote


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a  b\n c", "a b c"),
        ("“No,” she said", '"No," she said'),
        ("the ‘safe’ zone", 'the "safe" zone'),
        ("Port—Lenn", "Port - Lenn"),
        ("wait ... what", "wait… what"),
        ("wait . . . what", "wait… what"),
        ("caf\u00e9", "cafe\u0301"),
        ("har\u00adbour", "harbour"),
        ("the weekMinistry", "the week Ministry"),
        ("done .“ Then", "done. “Then"),
    ],
)
def test_same_but_for_marks_space_and_form(one, other):
    assert fold(one).text == fold(other).text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("we're", "were"),
        ("not able", "notable"),
        ("20 21", "2021"),
        ("Rasul", "Rasool"),
        ("café", "cafe"),
        ("Four", "four"),
        ("x²", "x2"),
        ("5,000", "5000"),
        ("yes.", "yes"),
    ],
)
def test_a_word_a_digit_or_a_stop_that_differs_stays_different(one, other):
    assert fold(one).text != fold(other).text


def test_an_ellipsis_at_the_ends_of_a_quote_does_not_count():
    assert fold_quote("… the dam held...") == "the dam held"


@given(st.text())
def test_every_folded_character_knows_where_it_came_from(text):
    folded = fold(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(folded.starts, folded.ends, strict=True))
    assert list(folded.starts) == sorted(folded.starts)


@given(st.text())
def test_unicode_form_does_not_count(text):
    assert fold(unicodedata.normalize("NFC", text)).text == fold(unicodedata.normalize("NFD", text)).text


@pytest.mark.parametrize(
    ("one", "other"),
    [("we\u200b're", "we're"), ("a -\u200b- b", "a -- b"), (".\u200b..", "..."), ("\u202eBrandt\u202c", "Brandt")],
)
def test_what_nobody_sees_does_not_count(one, other):
    assert fold(one).text == fold(other).text


@given(st.text(alphabet="a.-'\u2019 \u200b\u00ad1", max_size=20))
def test_invisible_characters_anywhere_change_nothing(text):
    assert fold(text).text == fold(text.replace("\u200b", "").replace("\u00ad", "")).text
