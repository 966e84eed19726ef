import pytest

from tests.grounding.lines.retelling import codes, line_of


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("Ada Renn said the cabin was empty.", (2,)),
        ("The army said it had sent two crews at once.", (1,)),
        ("Lio Marn of Free Slopes said the council had never answered the letter.", (4,)),
        ("Free Slopes, which says the council never answered the letter, wants the mayor to resign.", (4,)),
        ("Per Holt promised new ropes before the winter and expects to reopen the lower half in May.", (5, 6)),
        ("Ada Renn said the cabin was empty, while the guides denied injuries and said nobody had been hurt.", ()),
        ("Mayor Per Holt promised new ropes before the winter.", ()),
        ("The guides, while the army sent two crews, denied that anybody had been hurt.", ()),
    ],
)
def test_who_makes_the_claims_may_say_it(text, cited):
    assert codes(text, *cited) == []


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("Ada Renn said the council had never answered the letter of the group.", (4,)),
        ("Per Holt said the council had never answered the letter of the group.", (4,)),
        ("Lio Marn promised new ropes before the winter.", (6,)),
        ("Lio Marn said the cabin was empty.", ()),
        ("The army said the cabin was empty.", (2,)),
    ],
)
def test_who_makes_none_of_the_claims_that_a_line_tells_does_not_say_it(text, cited):
    assert "source_differs" in codes(text, *cited)


def test_what_the_claims_name_a_line_may_name():
    assert codes("Per Holt plans to reopen half of the cable car of Orsk in May.", 5) == []


def test_the_one_who_makes_the_claim_is_told():
    (check,) = [one for one in line_of("Lio Marn said the cabin was empty.", 2).checks if one.code == "source_differs"]
    assert "Ada Renn" in check.detail


def test_who_says_a_thing_did_not_deny_it():
    assert "stance_differs" in codes("Ada Renn denied that the cabin was empty.", 2)
    assert "stance_differs" in codes("Per Holt denied that the lower half will reopen in May.", 5)
