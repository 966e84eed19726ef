import pytest

from summarizer.contract.article import Article
from summarizer.grounding.lines.absent_figures import absent_figures, untold_times

ARTICLE = Article(
    id="absent",
    text="The lock broke on 4 May at 7 a.m. It was her seventh repair. She rang on two days and mended it on day 3.",
)


@pytest.mark.parametrize(
    ("clause", "absent"),
    [
        ("It broke on May 4.", []),
        ("It broke on May 5.", ["May 5"]),
        ("It broke at 7 p.m.", ["7 p.m."]),
        ("It was her 7th repair.", []),
        ("It was her ninth repair.", ["ninth"]),
        ("She mended it on the third day.", []),
    ],
)
def test_what_the_article_has_nowhere_is_absent(clause, absent):
    assert list(absent_figures(ARTICLE, clause)) == absent


def test_twice_is_two_of_something():
    assert list(untold_times(ARTICLE, "She rang twice.")) == []
    assert list(untold_times(Article(id="once", text="She rang the bell."), "She rang twice.")) == ["twice"]
