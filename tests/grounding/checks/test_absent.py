"""What a text says and no word of the article is like is told."""

from __future__ import annotations

import pytest

from summarizer.contract.article import Article
from summarizer.grounding.checks.absent import absent_words

STORY = Article(
    id="wall", text="The harbour wall of Varn fell after a storm. Engineers blamed rotten timber, the mayor said."
)


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("The wall fell after a storm.", []),
        ("The wall fell because of a heavy tax.", ["heavy tax"]),
        ("The wall collapsed.", []),  # a verb of the writer's own
        ("The wall was damaged, the engineering chief said.", []),
        ("Sund Line said that the wall fell.", []),  # names have checks of their own
        ("It fell in the storm; purple velvet was to blame.", ["purple velvet"]),
    ],
)
def test_words_side_by_side_that_the_article_has_in_no_form(text: str, absent: list[str]) -> None:
    assert list(absent_words(STORY, text)) == absent
