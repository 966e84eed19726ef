import pytest

from summarizer.grounding.lines.support import (
    alike,
    find_support,
    held_share,
    root_of,
    roots_of,
    sentence_text,
    shares,
    split_clauses,
)
from tests.grounding.lines.story import article


def held(line, named=()):
    return [sentence_text(article(), index) for index in find_support(article(), line, named)]


def test_a_line_in_other_words_rests_on_the_sentence_that_says_it():
    (found,) = held("Ilse Brandt says inspectors looked at the wall twice in January.")
    assert found.startswith("Mayor Ilse Brandt said")


def test_a_line_about_two_sentences_rests_on_both_in_the_articles_order():
    first, second = held("The harbour will be shut for up to 12 weeks; traders lost 40 million crowns.")
    assert first.startswith("Harbour master")
    assert second.startswith("Traders lost")


def test_a_sentence_that_the_writer_names_comes_before_one_as_good():
    first = find_support(article(), "the council")
    assert first != (7,)
    assert find_support(article(), "the council", named={7}) == (7,)


def test_a_line_about_something_else_rests_on_nothing():
    assert find_support(article(), "Bananas ripen quickly") == ()
    assert held_share(article(), "Bananas ripen quickly") == 0


@pytest.mark.parametrize(("one", "other"), [("denies", "denied"), ("denial", "deny"), ("resign", "resignation")])
def test_forms_of_a_word_have_one_root(one, other):
    assert root_of(one) == root_of(other)


def test_a_line_is_parted_where_it_says_something_else():
    assert split_clauses("The wall fell; the mayor was told nothing, but the council knew of the cracks.") == [
        "The wall fell, the mayor was told nothing",
        "the council knew of the cracks.",
    ]


def test_what_stands_in_many_sentences_says_less_than_what_stands_in_one():
    roots = roots_of("council cracks")
    assert alike(article(), roots, roots_of("cracks")) > alike(article(), roots, roots_of("council"))
    assert max(shares(article(), roots)) == 1
