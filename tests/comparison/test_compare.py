import pytest

from summarizer import compare
from tests.comparison.outlets import told
from tests.reports import quoted, report


def test_nothing_compared_is_an_empty_comparison():
    made = compare([])
    assert (made.articles, made.facts) == ((), ())


def test_one_article_reported_twice_is_one_witness():
    made = told("The dam at Orsk held all night, Mayor Ilse Brandt said.")
    assert compare([made, made]) == compare([made])


@pytest.mark.parametrize("name", ["", " ", "“”", ".", "the", "Ann Poe and Roe", "安娜", "-", "O'", "12", "Mr."])
@pytest.mark.parametrize("kind", ["person", "organization", "anonymous", "media"])
def test_whatever_a_report_calls_a_source_it_is_compared(name, kind):
    text = "The dyke of Orsk held, the mayor said."
    claims = [quoted(text, "The dyke of Orsk held", name, kind=kind)]
    made = [report(text + more, claims) for more in ("", " It rained.")]
    found = compare(made)
    assert len(found.articles) == 2
    assert found.facts
