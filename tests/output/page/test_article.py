"""The HTML page: escaped, self-contained, and with the evidence marked where it stands."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from summarizer.output.page import CLOSING, OPENING, article_section
from tests.reports import quoted, report

if TYPE_CHECKING:
    from summarizer.contract.report import Report

TEXT = (
    "Dyke holds\n\nThe dyke “held all night”, warden Ada Kroon said. “It was close,” she added. It rained & stopped.\n"
)
VOID = {"meta", "br", "hr", "img", "link", "input"}


class _Reader(HTMLParser):
    """Collects the article's shown text, the marks in it, ids and links; fails on tags that do not nest."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.names: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.text = ""
        self.marks: list[str] = []
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        told = dict(attrs)
        self.ids += [told["id"]] if told.get("id") else []
        self.links += [told["href"]] if told.get("href") else []
        if tag not in VOID:
            self.open.append(tag)
        if tag == "div" and told.get("class") == "text":
            self._depth = len(self.open)
        if tag == "mark":
            self.marks.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        if len(self.open) < self._depth:
            self._depth = 0

    def handle_data(self, data: str) -> None:
        if self._depth and "sup" not in self.open:
            self.text += data
            if "mark" in self.open:
                self.marks[-1] += data


def _read(*reports: Report) -> _Reader:
    reader = _Reader()
    reader.feed(OPENING + "\n".join(article_section(one) for one in reports) + CLOSING)
    reader.close()
    assert reader.open == []
    return reader


def _report(**more: object) -> Report:
    claims = [
        quoted(TEXT, "“held all night”", "Ada Kroon", id="c1"),
        quoted(TEXT, "“It was close,”", "Ada Kroon", id="c2"),
    ]
    return report(TEXT, claims, **more)


def test_the_article_is_shown_whole_with_its_evidence_marked() -> None:
    page = _read(_report())
    assert page.text == TEXT
    assert page.marks == ["“held all night”", "“It was close,”"]


def test_every_link_leads_to_a_place_on_the_page() -> None:
    page = _read(_report(), _report(id="other"))
    assert len(set(page.ids)) == len(page.ids)
    assert page.links
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)


def test_overlapping_evidence_is_marked_once_and_cited_by_each_claim() -> None:
    whole = "The dyke “held all night”, warden Ada Kroon said."
    claims = [quoted(TEXT, whole, "Dyke Radio", id="c1"), quoted(TEXT, "“held all night”", "Ada Kroon", id="c2")]
    page = _read(report(TEXT, claims))
    assert page.text == TEXT
    assert "".join(page.marks) == whole


def test_two_claims_with_the_same_evidence_share_a_mark() -> None:
    claims = [quoted(TEXT, "“held all night”", name, id=name) for name in ("c1", "c2")]
    page = _read(report(TEXT, claims))
    assert page.marks == ["“held all night”"]
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)


def test_a_missed_statement_is_underlined() -> None:
    section = article_section(_report(missed=["It rained & stopped"]))
    assert re.search(r'<span class="missed" title="no claim quotes it">It rained &amp; stopped</span>', section)


def test_the_page_loads_nothing_and_runs_no_script() -> None:
    page = _read(_report())
    assert not page.names & {"script", "img", "iframe", "link", "object"}
    assert "http://" not in OPENING
    assert "https://" not in OPENING


def test_an_articles_text_cannot_become_html_tags() -> None:
    text = "<script>alert('x')</script> \"onmouseover=alert(1) said <img src=x onerror=alert(1)>"
    hostile = report(text, [quoted(text, text, text, id='c1"><script>')], headline=text, key_points=[text])
    page = _read(hostile)
    assert not page.names & {"script", "img"}
    assert page.text == text


def test_direction_overrides_are_shown_as_codes() -> None:
    section = article_section(report("He said \u202eyes\u202c."))
    assert "\u202e" not in section
    assert "[U+202E]yes[U+202C]" in section


@given(st.text(min_size=1), st.data())
def test_any_text_is_shown_unchanged(text: str, data: st.DataObject) -> None:
    text = re.sub("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", "·", text)
    claims = []
    for number in range(data.draw(st.integers(0, 4))):
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        one = quoted(text, text[start:end], "Ada", id=f"c{number}")
        claims.append(one)
    page = _read(report(text, claims))
    assert page.text == text
    covered = set()
    for claim in claims:
        covered.update(range(claim.evidence[0].start, claim.evidence[0].end))
    assert "".join(page.marks) == "".join(text[at] for at in sorted(covered))
