from summarizer.comparison.accounts import Accounts
from summarizer.comparison.quantities import read_quantities
from summarizer.comparison.sources import SourceBook
from summarizer.comparison.updates import Order
from summarizer.contract.article import Article
from tests.comparison.outlets import passage

SAID = [
    passage("Nine people died", "a", speaker="Edda Lorn", kind="person", claim="c1"),
    passage("Six people died", "b", speaker="Edda Lorn", kind="person", claim="c1"),
    passage("Ten people died", "b", speaker="Olek Moss", kind="person", claim="c2"),
]
DAYS = {"a": "2031-05-04", "b": "2031-05-05"}


def accounts():
    order = Order({name: Article(id=name, text="x", published=day) for name, day in DAYS.items()})
    return Accounts(SourceBook(SAID, lambda *_: True), order)


def test_one_source_of_two_articles_is_known():
    first, second, other = SAID
    assert accounts().source_of_both(first, second) == "Edda Lorn"
    assert accounts().source_of_both(first, other) == ""
    assert accounts().source_of_both(first, first) == ""
    assert accounts().on_both_sides([[first], [second, other]]) == ["Edda Lorn"]


def test_the_earlier_of_two_quantities_comes_first():
    one, two = (next(read_quantities(said)) for said in SAID[:2])
    assert accounts().in_order(two, one) == (one, two)
    assert accounts().in_order(one, one) is None


def test_that_nobody_was_killed_is_overtaken_by_who_tells_of_some_later():
    nobody, some = passage("Nobody was killed", "a"), passage("Nine people were killed", "b")
    assert accounts().is_overtaken(nobody, some)
    assert accounts().is_overtaken(some, nobody)
    assert not accounts().is_overtaken(passage("Nobody was killed", "b"), passage("Nine people were killed", "a"))
    assert not accounts().is_overtaken(passage("The mill was not sold", "a"), passage("The mill was sold", "b"))
