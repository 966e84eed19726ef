import pytest

from summarizer.comparison.existence import find_other_existence, things_told
from summarizer.comparison.terms import terms_of
from summarizer.comparison.topics import Events
from tests.comparison.outlets import passage


@pytest.mark.parametrize(
    ("text", "thing", "is_there"),
    [
        ("There is no shortage of geese in Orsk.", "shortage", False),
        ("It was not an ambush, she said", "ambush", False),
        ("There was no such thing as a blockade", "blockade", False),
        ("the delay on the weir amounted to a blockade of the mills", "blockade", True),
        ("“We face a real shortage,”", "shortage", True),
    ],
)
def test_a_text_says_whether_there_is_a_thing(text, thing, is_there):
    assert things_told(text) == ((terms_of(thing)[0].key, is_there),)


@pytest.mark.parametrize(
    "text",
    [
        "There is no doubt about it",
        "there could be no shortage if it rains",
        "There is no shortage. It is a shortage",
        "He has no geese",
    ],
)
def test_a_text_says_nothing_of_a_thing(text):
    assert things_told(text) == ()


@pytest.mark.parametrize(
    ("text", "who", "stance", "found"),
    [
        ("There is no blockade of the mills", "Edda Lorn", "asserts", [(0, 1)]),
        ("it was a blockade of the mills", "Edda Lorn", "denies", [(0, 1)]),
        ("There is no blockade of the mills", "Olek Moss", "asserts", []),
        ("There is no shortage of geese", "Edda Lorn", "asserts", []),
        ("I have never said that there is no blockade", "Edda Lorn", "asserts", []),
    ],
)
def test_who_says_that_there_is_none_contradicts_who_says_that_there_is(text, who, stance, found):
    some = passage("the closing of the weir amounts to a blockade", "a", speaker="Olek Moss")
    none = passage(text, "b", speaker=who, stance=stance)
    events = Events(
        {one.article: [terms_of("the weir of Orsk is closed to the mills of Orsk")] for one in (some, none)}
    )
    assert [(one, two) for one, two, _ in find_other_existence([some, none], events)] == found
