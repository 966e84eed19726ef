import pytest

from tests.grounding.lines.retelling import codes, line_of


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("Ada Renn admitted that they did not stop although they were told to.", (3,)),
        ("Lio Marn said the council never replied to the letter of the group.", (4,)),
        ("Per Holt hopes to reopen the lower half of the cable car in May.", (5,)),
        ("Ada Renn said they did not stop, though told to.", (3,)),
        ("Per Holt promised new ropes, which are to come before the winter.", (6,)),
    ],
)
def test_what_a_claim_says_may_be_put_in_other_words(text, cited):
    assert codes(text, *cited) == []


@pytest.mark.parametrize(
    ("text", "cited", "code"),
    [
        ("Lio Marn said the council had answered the letter of the group.", (4,), "negation_differs"),
        ("Per Holt expects to reopen the upper half of the cable car in May.", (5,), "meaning_differs"),
        ("Per Holt does not expect to reopen the lower half of the cable car in May.", (5,), "negation_differs"),
        ("Lio Marn said the police had never answered the letter of the group.", (4,), "name_not_in_evidence"),
        ("Per Holt has reopened the lower half of the cable car in May.", (5,), "hedge_differs"),
        ("Ada Renn said the cabin was full.", (2,), "meaning_differs"),
    ],
)
def test_what_a_line_says_otherwise_than_its_claim_is_told(text, cited, code):
    assert code in codes(text, *cited)


def test_the_claim_is_named():
    checks = line_of("Per Holt has reopened the lower half of the cable car in May.", 5).checks
    assert any("claim c5" in check.detail for check in checks)
