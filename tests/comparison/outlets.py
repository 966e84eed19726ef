"""Reports of invented articles for tests of the comparison, as the rules make them."""

from __future__ import annotations

from summarizer import Article, Report, summarize


def told(text: str, name: str = "a", **facts: str) -> Report:
    """The rules' report on a text; `facts` are its outlet, its day of publication and the like."""
    return summarize(Article.model_validate({"id": name, "text": text, **facts}), engine="extractive")
