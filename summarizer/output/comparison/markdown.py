"""A comparison as Markdown that a person pastes into a document: conflicts first, then who says how many."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

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
from summarizer.output.formats import escape_markdown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from summarizer.contract.comparison import Comparison, Fact, Mention, Side


def markdown_text(comparison: Comparison) -> str:
    """The comparison as a Markdown document that ends in a newline."""
    wording, facts = Wording(comparison), by_verdict(comparison)
    several = [*facts["conflict"], *facts["uncertain"], *facts["agree"]]
    parts = [
        _head(comparison, wording),
        _section("Conflicts", [_whole_fact(one, wording) for one in facts["conflict"]]),
        _figures(several, wording),
        _section(VERDICTS["uncertain"], [_whole_fact(one, wording) for one in facts["uncertain"]]),
        _section(VERDICTS["agree"], [_short_fact(one, wording) for one in facts["agree"]]),
        _single(facts["single_source"], wording),
        _section("Timeline", [_dated_fact(one) for one in timeline(comparison)]),
        _sources(comparison, wording),
        _copies(comparison, wording),
        _refused(comparison),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _head(comparison: Comparison, wording: Wording) -> str:
    title = f"# {count(len(comparison.articles), 'article')} compared"
    rows = [
        (_link(wording.outlet(one.id), one.url), escape_markdown(one.title), escape_markdown(date_of(one)))
        for one in comparison.articles
    ]
    return f"{title}\n\n{tally(comparison)}.\n\n{_table(('outlet', 'title', 'published'), rows)}"


def _whole_fact(fact: Fact, wording: Wording) -> str:
    when = f" ({escape_markdown(fact.when)})" if fact.when else ""
    lines = [f"### {escape_markdown(fact.text)}{when}", ""]
    lines += [f"{escape_markdown(sentence(fact.reason))} {escape_markdown(wording.independence(fact))}.", ""]
    for side in fact.sides:
        lines += _side_lines(side, fact, wording)
    return "\n".join(lines).rstrip("\n")


def _side_lines(side: Side, fact: Fact, wording: Wording) -> Iterator[str]:
    if not says_no_more(side, fact):
        yield f"**{escape_markdown(shortened(side.position))}**"
        yield ""
    for mention in side.mentions:
        yield f"> {escape_markdown(mention.text)}"
        yield ">"
        yield f"> {_credit(mention, wording)}"
        yield ""


def _credit(mention: Mention, wording: Wording) -> str:
    url = wording.article(mention.article).url
    return f"— {escape_markdown(wording.teller(mention))}: {_link(wording.citation(mention), url)}"


def _short_fact(fact: Fact, wording: Wording) -> str:
    said = _with_answers(fact)
    tellers = dict.fromkeys(teller for side in fact.sides for teller in wording.tellers(side))
    told = f"{'; '.join(tellers)}. {wording.independence(fact)}"
    return f"- {escape_markdown(shortened(said, 240))} ({escape_markdown(told)})"


def _with_answers(fact: Fact) -> str:
    if says_no_more(fact.sides[0], fact):
        return fact.text
    answers = dict.fromkeys(shortened(side.position, 80) for side in fact.sides)
    return f"{fact.text}: {' / '.join(answers)}"


def _dated_fact(fact: Fact) -> str:
    return f"- {escape_markdown(fact.when or '')}: {escape_markdown(shortened(_with_answers(fact), 240))}"


def _figures(facts: Iterable[Fact], wording: Wording) -> str:
    rows = [[escape_markdown(shortened(cell)) for cell in row] for row in wording.figures(facts)]
    head = ("question", "how many", "who says so", "outlets", "origins", "verdict")
    return f"## Who says how many\n\n{_table(head, rows)}" if rows else ""


def _single(facts: list[Fact], wording: Wording) -> str:
    if not facts:
        return ""
    by_outlet: dict[str, int] = {}
    for fact in facts:
        for outlet in wording.outlets(mention for side in fact.sides for mention in side.mentions):
            by_outlet[outlet] = by_outlet.get(outlet, 0) + 1
    rows = [f"- {escape_markdown(outlet)}: {number}" for outlet, number in by_outlet.items()]
    return "\n".join([f"## {VERDICTS['single_source']}", "", *rows])


def _sources(comparison: Comparison, wording: Wording) -> str:
    rows = [
        (
            escape_markdown(one.name),
            escape_markdown("; ".join(name for name in one.names if name != one.name)),
            escape_markdown("; ".join(dict.fromkeys(map(wording.outlet, one.articles)))),
            str(one.claims),
        )
        for one in comparison.sources
        if len(one.articles) > 1
    ]
    head = ("source", "also called", "outlets", "claims")
    return f"## Sources in several articles\n\n{_table(head, rows)}" if rows else ""


def _copies(comparison: Comparison, wording: Wording) -> str:
    lines = []
    for copy in comparison.copies:
        places = (f"{wording.outlet(one.article)} ({one.start}–{one.end})" for one in copy.passages)
        lines.append(f"- {escape_markdown(' and '.join(places))}: {copy.similarity:.0%} the same words")
    return _section("Printed more than once", lines)


def _refused(comparison: Comparison) -> str:
    lines = [f"- {escape_markdown(one.text)} ({escape_markdown(one.reason)})" for one in comparison.rejected]
    return _section("Refused", lines)


def _section(title: str, parts: list[str]) -> str:
    separator = "\n" if all(part.startswith("- ") for part in parts) else "\n\n"
    return f"## {title}\n\n{separator.join(parts)}" if parts else ""


def _table(head: tuple[str, ...], rows: Iterable[Iterable[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _link(words: str, url: str | None) -> str:
    """Words that lead to a web address; those of any other kind of address lead nowhere."""
    if not url or not re.match("https?://", url, re.IGNORECASE):
        return escape_markdown(words)
    return f"[{escape_markdown(words)}]({quote(url, safe=':/?#@!$&*+,;=%~')})"
