import pytest

from summarizer.comparison.nouns import coin_after, kind_after, noun_after, noun_before, noun_key, one_of


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("the number of broken sluices is ", "sluices"),
        ("burglaries have fallen in two years to ", "burglaries"),
        ("and the carts were about ", "carts"),
        ("The wounded numbered ", "wounded"),
        ("the number of the drowned novices has grown to ", "novices"),
        ("the number of homeless weavers is ", "weavers"),
        ("the mayor is ", ""),
        ("The tremor had a magnitude of ", "magnitude"),
        ("the water was ", ""),
    ],
)
def test_the_words_before_a_number_may_say_of_what_it_is(text, noun):
    assert noun_before(text) == noun


def test_the_noun_after_a_number():
    assert noun_after(["of", "fish", "died"]) == "fish"
    assert noun_after(["quickly", "."]) == ""
    assert one_of(["sailor", "died"]) == "sailor"
    assert one_of(["of", "them"]) == ""


def test_persons_to_whom_something_happened_need_no_noun():
    assert noun_key("people", is_event=True) == ""
    assert kind_after(["injured", "officers", "."]) == "officers"
    assert kind_after(["injured", "when"]) == kind_after(["brave", "officers"]) == ""
    assert noun_key("people", is_event=False) != ""
    assert noun_key("sandbags", is_event=True) == noun_key("sandbags", is_event=False)


def test_coins_are_counted_though_many_are_called_as_one_is():
    assert coin_after(["kroner", "after", "a", "leak"]) == "kroner"
    assert coin_after(["after", "a", "leak"]) == ""
