"""Reports of invented articles for tests of the comparison, as the rules make them, and passages of their own."""

from __future__ import annotations

from typing import cast

from summarizer import Article, Report, summarize
from summarizer.comparison.passages import Passage
from summarizer.comparison.terms import terms_of
from summarizer.text.figures import find_figures


def told(text: str, name: str = "a", **facts: str) -> Report:
    """The rules' report on a text; `facts` are its outlet, its day of publication and the like."""
    return summarize(Article.model_validate({"id": name, "text": text, **facts}), engine="extractive")


def passage(text: str, article: str = "a", **more: object) -> Passage:
    """A passage that is its article's first sentence, said by nobody unless `more` says by whom."""
    base = Passage(
        article=article,
        claim=None,
        start=0,
        end=len(text),
        text=text,
        sentence=0,
        sentence_end=len(text),
        speaker="",
        kind="outlet",
        stance="asserts",
        via=(),
        figures=find_figures(text),
        terms=terms_of(text),
        sentence_text=text,
        lead="",
    )
    return cast("Passage", base._replace(**more))
