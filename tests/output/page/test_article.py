"""The section of one article: whole without a script, and with nothing in it that an article could make run."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.contract.article import Article
from summarizer.contract.check import Check
from summarizer.output.page import ONE_ARTICLE, article_section
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
        assert not any(name.startswith("on") or name == "style" for name in told)
        self.ids += [told["id"]] if told.get("id") else []
        self.links += [told["href"]] if told.get("href") else []
        if tag not in VOID:
            self.open.append(tag)
        if tag == "div" and told.get("class") == "text":
            self._depth = len(self.open)
        if tag == "mark" and self._depth:
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
    reader.feed("\n".join(article_section(one) for one in reports))
    reader.close()
    assert reader.open == []
    return reader


def _report(**more: object) -> Report:
    claims = [
        quoted(TEXT, "“held all night”", "Ada Kroon", id="c1"),
        quoted(TEXT, "“It was close,”", "Ada Kroon", id="c2"),
    ]
    return report(TEXT, claims, **more)


def _known(**facts: object) -> Report:
    one = _report()
    return one.model_copy(update={"article": Article(id="dyke", text=TEXT, **facts)})  # type: ignore[arg-type]  by name


def test_the_article_is_shown_whole_with_its_evidence_marked() -> None:
    page = _read(_report())
    assert page.text == TEXT
    assert page.marks == ["“held all night”", "“It was close,”"]


def test_every_link_leads_to_a_place_on_the_page() -> None:
    page = _read(_report(missed=["It rained & stopped"]), _report(id="other"))
    assert len(set(page.ids)) == len(page.ids)
    assert page.links
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)


def test_nothing_that_an_article_says_becomes_a_tag() -> None:
    text = "<script>alert('x')</script> \"onmouseover=alert(1) said <img src=x onerror=alert(1)>"
    hostile = report(text, [quoted(text, text, text, id='c1"><script>')], headline=text, key_points=[text])
    page = _read(hostile)
    assert not page.names & {"script", "img"}
    assert page.text == text


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "https://a b"])
def test_only_an_address_on_the_web_becomes_a_link(address: str) -> None:
    assert address not in article_section(_known(url=address))
    assert 'href="https://dyke.example/1?a=b&amp;c"' in article_section(_known(url="https://dyke.example/1?a=b&c"))


def test_no_path_of_this_machine_is_shown() -> None:
    one = _known(path="/home/ada/secret/dyke.txt")
    assert "secret" not in article_section(one)
    nameless = one.model_copy(
        update={
            "article": Article(id="/home/ada/secret/dyke", text=TEXT, path="C:\\secret\\dyke.txt"),
            "summary": one.summary.model_copy(update={"headline": ""}),
        }
    )
    assert "secret" not in article_section(nameless)
    assert ">dyke</h1>" in article_section(nameless)


def test_what_is_known_of_the_article_stands_above_it() -> None:
    section = article_section(_known(outlet="Dyke Post", published="2031-05-02T10:00:00Z", author="Bo Lind"))
    assert "Dyke Post · 2031-05-02 · Bo Lind" in section
    assert 'data-cite="Dyke holds. Dyke Post, 2031-05-02"' in section


def test_a_doubt_about_the_text_is_said_in_plain_words() -> None:
    section = article_section(_known(checks=(Check(code="text_cut_off", detail="“… [+900 chars]”"),)))
    assert "only the beginning of the article was there" in section
    assert "text_cut_off" not in section


def test_no_code_of_the_report_is_shown() -> None:
    words = re.sub(r"<[^>]*>", " ", article_section(_report(missed=["It rained & stopped"])))
    assert not re.findall(r"\b[a-z]+_[a-z_]+\b|\basserts\b|\bindirect\b", words)


def test_a_page_in_a_folder_leads_back_to_the_index() -> None:
    assert '<a href="../index.html">All articles</a>' in article_section(_report(), home="../index.html")
    assert "All articles" not in article_section(_report())


def test_the_page_around_is_small() -> None:
    assert len((ONE_ARTICLE.opening + ONE_ARTICLE.closing).encode()) < 40_000


@settings(deadline=None)  # the first text waits for the rules
@given(st.text(min_size=1), st.data())
def test_any_text_is_shown_unchanged(text: str, data: st.DataObject) -> None:
    text = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", "·", text)
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
