import pytest

from summarizer.comparison.replies import find_replies
from tests.comparison.outlets import passage


def said(text, who, sentence):
    return passage(text, claim=f"c{sentence}", speaker=who, sentence=sentence)


@pytest.mark.parametrize("reply", ["that was untrue", "“It never did,”", "The council denied the allegations."])
def test_a_bare_denial_answers_what_another_has_just_said(reply):
    passages = [said("the siren sounded", "Edda Lorn", 0), said(reply, "Olek Moss", 40)]
    assert list(find_replies(passages)) == [(0, 1)]


def test_nobody_answers_himself_or_what_was_said_long_ago():
    own = [said("the siren sounded", "Edda Lorn", 0), said("it never did", "Edda Lorn", 40)]
    assert list(find_replies(own)) == []
    gap = [passage("It rained.", sentence=20), passage("It snowed.", sentence=30), passage("It froze.", sentence=35)]
    late = [said("the siren sounded", "Edda Lorn", 0), *gap, said("it never did", "Olek Moss", 40)]
    assert list(find_replies(late)) == []
