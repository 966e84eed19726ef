import pytest

from summarizer.comparison.standing import is_called_wrong, is_wanted, turned
from tests.comparison.outlets import passage


def only_figure(text):
    told = passage(text)
    (figure,) = told.figures
    return told, figure


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The guild’s figure of 160 marchers is far too high", True),
        ("Talk of 160 marchers was nonsense", True),
        ("The guild’s figure of 160 marchers is higher than that of the town", False),
        ("That 160 marchers came was wrong of them", False),
    ],
)
def test_a_number_of_somebody_may_be_called_wrong(text, wrong):
    assert is_called_wrong(*only_figure(text)) is wrong


def test_a_sum_may_only_be_wanted():
    assert is_wanted(*only_figure("The smugglers demanded 5 million marks"))
    assert not is_wanted(*only_figure("The firm has paid 5 million marks"))


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("The water never rose above 95 metres", "at_most"),
        ("The water rose above 95 metres", "more_than"),
        ("There were not fewer than 300 people", "at_least"),
        ("It was not the first time that more than 300 people came", "more_than"),
    ],
)
def test_what_was_never_above_is_at_most(text, qualifier):
    told = passage(text)
    assert turned(told, told.figures[-1]).qualifier == qualifier
