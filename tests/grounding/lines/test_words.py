import pytest

from summarizer.attribution.sources import SourceName
from summarizer.contract.article import Article
from summarizer.grounding.lines.words import (
    foreign_words,
    forms_of,
    holds_name,
    is_unnamed,
    keys_of,
    name_keys,
    name_runs,
    names_nobody,
    sentence_keys,
)
from tests.grounding.lines.story import TEXT, article


def test_names_are_found_without_titles_and_endings():
    text = "Mayor Ilse Brandt met Norland-backed rebels and Varn's council."
    assert [name for _, name in name_runs(text)] == ["Ilse Brandt", "Norland", "Varn"]
    assert name_keys("Mayor Ilse Brandt") == ["ilse", "brandt"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Ilse Brandt", "Brandt left"),
        ("Iran", "the Iranian minister"),
        ("Tehran", "Iran agreed"),
        ("US", "the United States"),
        ("United States", "an American diver"),
        ("Kabul", "the Afghan government"),
    ],
)
def test_a_name_is_held_in_its_other_forms(name, text):
    assert holds_name(name, keys_of(text))


def test_the_rest_of_a_title_is_not_the_name():
    assert not holds_name("Norland's Foreign Ministry", keys_of("the Foreign Ministry of Sudmark"))


def test_a_body_is_known_by_its_initials_and_by_its_brackets():
    assert forms_of(article(), "Northsea Mutual") == ("Northsea Mutual", "NMG")
    told = Article(id="a", text="The Sea Trade Board (STB) met. The STB left.")
    assert "Sea Trade Board" in forms_of(told, "STB")


def test_a_capital_at_the_beginning_makes_no_name():
    assert names_nobody(article(), "Traders lost", 0, "Traders")
    assert names_nobody(article(), "Bad loans rose", 0, "Bad")
    assert not names_nobody(article(), "Brandt lost", 0, "Brandt")


def test_words_that_the_article_lacks_are_foreign():
    assert foreign_words("Ilse Herron", TEXT) == ["Herron"]
    assert foreign_words("Ilse Brandt", TEXT) == []


def test_each_sentence_has_its_keys():
    assert "brandt" in sentence_keys(article())[2]


@pytest.mark.parametrize(
    ("name", "expected"), [("the head of the port", True), ("A militia", True), ("Edda Lorn", False)]
)
def test_a_source_without_a_name(name, expected):
    assert is_unnamed(SourceName(name, "person", "")) is expected
