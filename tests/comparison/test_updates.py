import pytest

from summarizer.comparison.quantities import read_quantities
from summarizer.comparison.updates import Order, update_test
from summarizer.contract.article import Article
from tests.comparison.outlets import passage


def quantity(text, article):
    return next(read_quantities(passage(text, article)))


def test_a_later_and_higher_toll_is_an_update_whatever_comes_first():
    days = {"a": "2031-05-04T10:00:00Z", "b": "2031-05-05", "c": "", "d": "soon"}
    articles = {name: Article(id=name, text="x", published=day) for name, day in days.items()}
    is_update = update_test(Order(articles))
    early, late = quantity("Nine people died", "a"), quantity("11 people died", "b")
    assert is_update(early, late)
    assert is_update(late, early)
    assert not is_update(quantity("Nine people died", "b"), quantity("11 people died", "a"))
    assert not is_update(quantity("It cost $9 million", "a"), quantity("It cost $11 million", "b"))


@pytest.mark.parametrize(("text", "expected"), [("The death toll rose to 11", True), ("11 people died", False)])
def test_without_dates_the_words_say_it(text, expected):
    is_update = update_test(Order({name: Article(id=name, text="x") for name in "ab"}))
    assert is_update(quantity("Nine people died", "a"), quantity(text, "b")) is expected


def test_days_of_the_week_tell_which_article_is_later():
    texts = {
        "a": "It burned on Friday.",
        "b": "It burned on Friday, police said on Monday.",
        "c": "A strike until Monday.",
    }
    is_update = update_test(Order({name: Article(id=name, text=text) for name, text in texts.items()}))
    assert is_update(quantity("Nine people died", "a"), quantity("11 people died", "b"))
    assert not is_update(quantity("Nine people died", "b"), quantity("11 people died", "a"))
    assert not is_update(quantity("Nine people died", "a"), quantity("11 people died", "c"))


def test_a_dateline_says_on_which_day_an_article_was_written():
    texts = {
        "a": "PORT ORSK, Monday (Coast Wire) — It burned on Sunday night.",
        "b": "The mayor said on Tuesday that it burned on Sunday.",
        "c": "It burned on Sunday. Talks will be held on Tuesday.",
    }
    order = Order({name: Article(id=name, text=text) for name, text in texts.items()})
    assert order.is_before("a", "b")
    assert not order.is_before("b", "a")
    assert not order.is_before("a", "c")


def test_those_who_are_missing_become_fewer():
    order = Order(
        {"a": Article(id="a", text="x", published="2031-05-04"), "b": Article(id="b", text="x", published="2031-05-05")}
    )
    is_update = update_test(order)
    assert is_update(quantity("Five men are missing", "a"), quantity("Three men are missing", "b"))
    assert is_update(quantity("Five men were missing", "b"), quantity("Three men are still missing", "b"))
    assert not is_update(quantity("Five men were missing", "b"), quantity("Three men are missing", "b"))
    assert not is_update(quantity("Five men died", "a"), quantity("Three men died", "b"))


def test_an_article_of_the_next_day_is_before_one_that_tells_of_later_days():
    texts = {
        "a": "It burned on Tuesday. She had written on Monday.",
        "b": "She had written on Monday. Police found it on Thursday.",
        "c": "It burned on Monday. Police found it on Friday. He was held on Saturday.",
    }
    order = Order({name: Article(id=name, text=text) for name, text in texts.items()})
    assert order.is_before("a", "b")
    assert not order.is_before("b", "a")
    assert not order.is_before("b", "c")


def test_days_that_may_lie_in_two_orders_tell_nothing():
    texts = {
        "a": "The barn burned on Thursday. It had stood open since Monday, when the hay came.",
        "b": "The barn burned on Thursday, the reeve said on Friday.",
        "c": "The barn burned on Thursday, the reeve said on Monday.",
    }
    order = Order({name: Article(id=name, text=text) for name, text in texts.items()})
    assert not order.is_before("b", "a")
    assert order.is_before("b", "c") is False
    assert not order.is_before("a", "b")


def test_an_article_of_days_before_a_dateline_is_older():
    texts = {
        "a": "PORT ORSK, Saturday (Coast Wire) — A second man has died.",
        "b": "The barn burned on Thursday.",
        "c": "The barn burned on Saturday.",
    }
    order = Order({name: Article(id=name, text=text) for name, text in texts.items()})
    assert order.is_before("b", "a")
    assert not order.is_before("c", "a")
    assert not order.is_before("a", "b")
