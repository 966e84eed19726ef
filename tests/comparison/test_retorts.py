import pytest

from summarizer.comparison.retorts import find_retorts
from tests.comparison.outlets import passage


def said(text, who, sentence, **more):
    start = sentence * 100
    return passage(text, claim=f"c{sentence}", speaker=who, sentence=start, start=start, end=start + len(text), **more)


def retorts(*passages):
    return [(one, two) for one, two, _ in find_retorts(passages)]


PAID = said("the firm has paid a ransom to the smugglers of Orsk", "Edda Lorn", 0)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("that anything had been paid", "denies"),
        ("that no ransom had been paid", "asserts"),
        ("it never paid", "asserts"),
        ("that nothing had been paid", "asserts"),
        ("no ransom had reached the smugglers", "asserts"),
    ],
)
def test_who_negates_soon_after_in_few_words_contradicts(text, stance):
    assert retorts(PAID, said(text, "Olek Moss", 1, stance=stance)) == [(0, 1)]


def test_one_thing_at_two_days_is_a_retort():
    fair = said("the goose fair will be held on Friday", "Edda Lorn", 0)
    assert retorts(fair, said("that it would be held on Sunday", "Olek Moss", 1)) == [(0, 1)]
    assert retorts(fair, said("that it would be held on Friday", "Olek Moss", 1)) == []
    assert retorts(fair, said("that geese would be sold on Sunday", "Olek Moss", 1)) == []


@pytest.mark.parametrize(
    ("text", "who", "sentence", "stance"),
    [
        ("that anything had been paid", "Edda Lorn", 1, "denies"),  # himself
        ("that anything had been paid", "Olek Moss", 6, "denies"),  # long after
        ("that the miller had been paid", "Olek Moss", 1, "denies"),  # of somebody else
        ("that anything had been stolen", "Olek Moss", 1, "denies"),  # of something else
        ("it paid", "Olek Moss", 1, "asserts"),
    ],
)
def test_what_negates_something_else_is_none(text, who, sentence, stance):
    between = [said("it rained", "Ilse Brandt", number) for number in range(1, sentence)]
    assert retorts(PAID, *between, said(text, who, sentence, stance=stance)) == []


def test_that_one_thing_has_nothing_to_do_with_another_denies_none_of_both():
    said = passage("The board began to examine the toll on grain", claim="c1", speaker="Edda Lorn", kind="person")
    text = "the toll had nothing to do with the board"
    for words, count in ((text, 0), ("the board never began to examine the toll", 1)):
        retort = passage(
            words, claim="c2", speaker="Olek Moss", kind="person", sentence=60, start=60, end=60 + len(words)
        )
        assert len(list(find_retorts([said, retort]))) == count, words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("that Velm had been informed an hour before it began", 1),
        ("that he had warned her of it in good time", 1),
        ("that Velm had been informed of the goose fair at Easter", 0),
        ("that Velm had not been told of it either", 0),
    ],
)
def test_whether_somebody_was_told_is_in_dispute(text, count):
    ignorant = said("her board had not been told of the opening of the sluice", "Edda Lorn", 0)
    nothing = said("“We asked them to wait,”", "Edda Lorn", 1)
    assert len(retorts(ignorant, nothing, said(text, "Olek Moss", 2))) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [("that all nine bells had rung", 1), ("that all nine bells had sounded", 1), ("that the horns had sounded", 0)],
)
def test_the_contrary_of_the_same_right_after_it_is_a_retort(text, count):
    silent = said("the bells stayed silent", "Edda Lorn", 0)
    assert len(retorts(silent, said(text, "Olek Moss", 1))) == count
    assert len(retorts(silent, said("it snowed", "Ilse Brandt", 1), said(text, "Olek Moss", 2))) == 0


@pytest.mark.parametrize(
    ("text", "count"), [("no warden had been asked to leave", 1), ("no farmer had been asked to leave", 0)]
)
def test_who_says_what_was_done_to_nobody_of_a_kind_contradicts_one_of_these(text, count):
    warden = said("he had been asked to leave at noon", "Edda Lorn", 0, role="harbour warden")
    assert len(retorts(warden, said(text, "Olek Moss", 1))) == count


def test_a_retort_of_another_thing_at_another_time_is_none():
    said = passage("a dike was built in May", claim="c0", speaker="Edda Lorn", sentence=0)
    later = {"claim": "c1", "speaker": "Olek Moss", "sentence": 40, "start": 40, "end": 70}
    same = passage("that it was built in June", **later)
    other = passage("that she had read a letter in June", **later)
    assert [pair[:2] for pair in find_retorts([said, same])] == [(0, 1)]
    assert list(find_retorts([said, other])) == []


def test_a_retort_may_answer_what_goes_on_in_a_paragraph():
    later = {"claim": "c1", "speaker": "Olek Moss", "sentence": 40, "start": 40, "end": 70}
    retort = passage("that no telegram had been sent", **later)
    on = passage("It had sent a telegram at eight.", sentence=10, start=10, end=38, lead="Edda Lorn spoke.")
    alone = on._replace(lead="")
    assert [pair[:2] for pair in find_retorts([on, retort])] == [(0, 1)]
    assert list(find_retorts([alone, retort])) == []


def test_one_clause_of_a_long_retort_may_be_the_contrary():
    taken = said("that the miller Olek Moss was arrested at his mill on Sunday evening", "Reeve Lorn", 0)
    text = (
        "that he had walked to the toll house of his own free will with two geese and a cart, and had not been arrested"
    )
    assert retorts(taken, said(text, "Ilse Brandt", 1)) == [(0, 1)]
    assert retorts(taken, said(text.replace("arrested", "drunk"), "Ilse Brandt", 1)) == []
    assert retorts(taken, said(text, "Reeve Lorn", 1)) == []
