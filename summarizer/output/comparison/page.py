"""A comparison as one HTML page: it loads and runs nothing, and all that comes from articles is escaped.

page.html is the page around the sections, page.css its style.
"""

from __future__ import annotations

from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING, NamedTuple

from summarizer.output.comparison.wording import (
    VERDICTS,
    Wording,
    by_verdict,
    count,
    date_of,
    says_no_more,
    sentence,
    shortened,
    tally,
    timeline,
)
from summarizer.output.page.document import hash_of
from summarizer.output.page.escaping import escaped, web_address

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarizer.contract.comparison import Comparison, Fact, Mention, Side

_MOST_SINGLE = 400  # facts of one article alone that the page lists; the JSON has them all


def _read(name: str) -> str:
    return files("summarizer.output.comparison").joinpath(name).read_text(encoding="utf-8")


_PAGE = Template(_read("page.html"))
_STYLE = _read("page.css")


class _Section(NamedTuple):
    """A part of the page: the name it is linked by, its heading, and its HTML."""

    name: str
    heading: str
    body: str


def html_text(comparison: Comparison) -> str:
    """The comparison as a whole page: conflicts first, each side's words beside the others'."""
    sections = [one for one in _sections(comparison) if one.body]
    title = f"{count(len(comparison.articles), 'article')} compared"
    return _PAGE.substitute(
        title=title,
        style=_STYLE,
        style_hash=hash_of(_STYLE),
        sections="".join(f'<li><a href="#{one.name}">{one.heading}</a></li>' for one in sections),
        told=tally(comparison),
        body="\n".join(f'<section id="{one.name}"><h2>{one.heading}</h2>\n{one.body}</section>' for one in sections),
    )


def _sections(comparison: Comparison) -> list[_Section]:
    wording, facts = Wording(comparison), by_verdict(comparison)
    several = [*facts["conflict"], *facts["uncertain"], *facts["agree"]]
    conflicts = "".join(_fact(one, wording) for one in facts["conflict"]) or "<p>No conflict was found.</p>"
    named = {
        verdict: _Section(
            verdict,
            f"{VERDICTS[verdict]} ({len(facts[verdict])})",
            "".join(_fact(one, wording) for one in facts[verdict]),
        )
        for verdict in ("uncertain", "agree")
    }
    single = facts["single_source"]
    return [
        _Section("conflict", f"Conflicts ({len(facts['conflict'])})", conflicts),
        _Section("figures", "Who says how many", _figures(several, wording)),
        named["uncertain"],
        named["agree"],
        _Section("timeline", "Timeline", _timeline(comparison)),
        _Section("sources", "Sources in several articles", _sources(comparison, wording)),
        _Section("copies", "Printed more than once", _copies(comparison, wording)),
        _Section("single_source", f"{VERDICTS['single_source']} ({len(single)})", _single(single, wording)),
        _Section("articles", "Articles", _articles(comparison, wording)),
        _Section("refused", "Refused", _refused(comparison)),
    ]


def _fact(fact: Fact, wording: Wording) -> str:
    when = f" <time>{escaped(fact.when)}</time>" if fact.when else ""
    told = f"{escaped(sentence(fact.reason))} {escaped(wording.independence(fact))}{when}"
    sides = "".join(_side(side, fact, wording) for side in fact.sides)
    return (
        f'<article class="fact {fact.verdict}" id="{escaped(fact.id)}"><h3 dir="auto">{escaped(fact.text)}</h3>'
        f'<p class="meta">{told}</p><div class="sides">{sides}</div></article>\n'
    )


def _side(side: Side, fact: Fact, wording: Wording) -> str:
    mentions = "".join(_mention(one, wording) for one in side.mentions)
    answer = "" if says_no_more(side, fact) else f'<div class="position" dir="auto">{escaped(side.position)}</div>'
    return f'<div class="side">{answer}{mentions}</div>'


def _mention(mention: Mention, wording: Wording) -> str:
    place = _link(escaped(wording.citation(mention)), wording.article(mention.article).url)
    return (
        f'<blockquote><p dir="auto">{escaped(mention.text)}</p>'
        f"<cite>{escaped(wording.teller(mention))} · {place}</cite></blockquote>"
    )


def _figures(facts: Iterable[Fact], wording: Wording) -> str:
    head = ("question", "how many", "who says so", "outlets", "origins", "verdict")
    return _table(head, [[escaped(shortened(cell, 240)) for cell in row] for row in wording.figures(facts)])


def _timeline(comparison: Comparison) -> str:
    items = (
        f"<li><time>{escaped(one.when or '')}</time>: {escaped(shortened(one.text))}: "
        f"{escaped(' / '.join(shortened(side.position, 80) for side in one.sides))}</li>"
        for one in timeline(comparison)
    )
    return _list(items)


def _sources(comparison: Comparison, wording: Wording) -> str:
    rows = [
        (
            escaped(one.name),
            escaped("; ".join(name for name in one.names if name != one.name)),
            escaped("; ".join(dict.fromkeys(map(wording.outlet, one.articles)))),
            str(one.claims),
        )
        for one in comparison.sources
        if len(one.articles) > 1
    ]
    return _table(("source", "also called", "outlets", "claims"), rows)


def _copies(comparison: Comparison, wording: Wording) -> str:
    items = []
    for copy in comparison.copies:
        places = (f"{wording.outlet(one.article)} ({one.start}–{one.end})" for one in copy.passages)
        items.append(f"<li>{escaped(' and '.join(places))}: {copy.similarity:.0%} the same words</li>")
    return _list(items)


def _single(facts: list[Fact], wording: Wording) -> str:
    items = []
    for fact in facts[:_MOST_SINGLE]:
        mention = fact.sides[0].mentions[0]
        told = f"{wording.teller(mention)}; {wording.citation(mention)}"
        items.append(f'<li dir="auto">{escaped(shortened(fact.text, 240))} <cite>{escaped(told)}</cite></li>')
    left = len(facts) - len(items)
    more = f"<p>{left} more are in the JSON and the CSV of this comparison.</p>" if left else ""
    return f"<details><summary>Show them</summary>{_list(items)}{more}</details>" if items else ""


def _articles(comparison: Comparison, wording: Wording) -> str:
    rows = [
        (
            _link(escaped(wording.outlet(one.id)), one.url),
            escaped(one.title),
            escaped(date_of(one)),
            escaped(one.id),
        )
        for one in comparison.articles
    ]
    return _table(("outlet", "title", "published", "article"), rows)


def _refused(comparison: Comparison) -> str:
    return _list(f"<li>{escaped(one.text)} ({escaped(one.reason)})</li>" for one in comparison.rejected)


def _list(items: Iterable[str]) -> str:
    joined = "".join(items)
    return f"<ul>{joined}</ul>" if joined else ""


def _table(head: tuple[str, ...], rows: Iterable[Iterable[str]]) -> str:
    body = "".join(f"<tr>{''.join(f'<td dir=auto>{cell}</td>' for cell in row)}</tr>" for row in rows)
    if not body:
        return ""
    names = "".join(f'<th scope="col">{name}</th>' for name in head)
    return f'<div class="table" tabindex="0"><table><thead><tr>{names}</tr></thead><tbody>{body}</tbody></table></div>'


def _link(words: str, url: str | None) -> str:
    """Words that lead to a web address; those of any other kind of address lead nowhere."""
    address = web_address(url)
    return f'<a href="{escaped(address)}" rel="noreferrer">{words}</a>' if address else words
