"""A report in a notebook: escaped, and no larger than a screen."""

from __future__ import annotations

from html.parser import HTMLParser

from summarizer.contract.check import Check
from summarizer.output.notebook import notebook_html
from tests.reports import quoted, report

TEXT = "The dyke “held all night”, warden Ada Kroon said. It rained.\n"


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        assert not any(name.startswith("on") for name, _ in attrs)


def test_a_report_shows_its_headline_and_claims() -> None:
    claim = quoted(TEXT, "“held all night”", "Ada Kroon", stance="denies").model_copy(
        update={"checks": (Check(code="low_overlap", detail="x"),)}
    )
    shown = report(TEXT, [claim], missed=["It rained."])._repr_html_()
    for words in ("Dyke holds", "Ada Kroon", "denies", "“held all night”", "90%", "1 of 1 statements missed"):
        assert words in shown
    assert "doubt: the claim says little of what its quote says" in shown


def test_what_an_article_says_becomes_no_tag() -> None:
    text = "<script>alert(1)</script><img src=x onerror=alert(1)> said Ada"
    tags = _Tags()
    tags.feed(notebook_html(report(text, [quoted(text, text, text)], headline=text, abstract=text)))
    assert tags.names <= {"div", "p", "b", "br", "small", "table", "thead", "tbody", "tr", "th", "td", "code"}


def test_it_is_no_larger_than_a_screen() -> None:
    text = "word " * 4000
    claims = [quoted(text, text, "Ada" * 100, id=f"c{number}") for number in range(200)]
    shown = notebook_html(report(text, claims, headline=text, abstract=text))
    assert len(shown) < 12_000
    assert "and 188 more" in shown
