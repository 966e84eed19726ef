"""Words for what a comparison holds as ids and codes: who says a thing, in which outlet, and who really knows it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarizer.contract.comparison import ComparedArticle, Comparison, Fact, Mention, Side, Verdict

VERDICTS: dict[Verdict, str] = {
    "conflict": "Conflict",
    "uncertain": "Uncertain",
    "agree": "Agreed",
    "single_source": "In one article only",
}
_STARTS_WITH_DAY = re.compile(r"\d{4}-\d\d-\d\dT")
# In this order a reader wants them.
VERDICT_ORDER = tuple(VERDICTS)


class FigureRow(NamedTuple):
    """A row of the table "who says how many": one answer to one question."""

    question: str
    answer: str
    says: str
    outlets: str
    origins: str
    verdict: str


class Wording:
    """What to call the articles, speakers and origins of one comparison."""

    def __init__(self, comparison: Comparison) -> None:
        self._articles = {article.id: article for article in comparison.articles}
        self._sources = {source.id: source.name for source in comparison.sources}
        self._origins = {origin.id: origin for origin in comparison.origins}

    def article(self, article_id: str) -> ComparedArticle:
        """The article of this id."""
        return self._articles[article_id]

    def outlet(self, article_id: str) -> str:
        """The outlet of an article, or its id where no outlet is told."""
        article = self._articles[article_id]
        return article.outlet or article.id

    def source(self, mention: Mention) -> str:
        """The name of a mention's source, "" when the article itself says it."""
        return self._sources[mention.source] if mention.source else ""

    def teller(self, mention: Mention) -> str:
        """Who says a mention, with whoever passed it on."""
        name = self.source(mention) or "the article itself"
        return f"{name}, via {', '.join(mention.via)}" if mention.via else name

    def citation(self, mention: Mention) -> str:
        """Where a mention stands: outlet, date, and the claim of the report if it is one."""
        article = self._articles[mention.article]
        claim = f"claim {mention.claim}" if mention.claim else ""
        known = (self.outlet(mention.article), date_of(article), claim)
        return ", ".join(one for one in known if one)

    def outlets(self, mentions: Iterable[Mention]) -> list[str]:
        """The different outlets of some mentions, in order."""
        return list(dict.fromkeys(self.outlet(mention.article) for mention in mentions))

    def tellers(self, side: Side) -> list[str]:
        """Who says a side, each once, in order."""
        return list(dict.fromkeys(self.teller(mention) for mention in side.mentions))

    def origin(self, origin_id: str) -> str:
        """What to call an origin: the source that speaks, the outlet itself, or a text that several printed."""
        origin = self._origins[origin_id]
        if origin.source is not None:
            return self._sources[origin.source]
        outlets = " and ".join(dict.fromkeys(map(self.outlet, origin.articles)))
        return f"one text in {outlets}" if origin.kind == "wire" else f"{outlets} itself"

    def origins(self, fact: Fact) -> list[str]:
        """What to call the origins of a fact, over all its sides."""
        return [self.origin(one) for one in dict.fromkeys(one for side in fact.sides for one in side.origins)]

    def independence(self, fact: Fact) -> str:
        """How many outlets print a fact and how many know it: "3 outlets, 1 origin: the ministry"."""
        mentions = [mention for side in fact.sides for mention in side.mentions]
        articles = {mention.article for mention in mentions}
        have_outlets = all(self._articles[one].outlet for one in articles)
        printed = len(self.outlets(mentions)) if have_outlets else len(articles)
        outlets = count(printed, "outlet" if have_outlets else "article")
        return f"{outlets}, {count(fact.origins, 'origin')}: {'; '.join(self.origins(fact))}"

    def figures(self, facts: Iterable[Fact]) -> list[FigureRow]:
        """Who says how many: a row for each answer to each question about a number.

        None for what is worded as the question is: it holds a number, but does not answer how many.
        """
        return [
            FigureRow(
                question=fact.text,
                answer=side.position,
                says="; ".join(self.tellers(side)),
                outlets="; ".join(self.outlets(side.mentions)),
                origins="; ".join(map(self.origin, side.origins)),
                verdict=VERDICTS[fact.verdict],
            )
            for fact in facts
            if fact.kind == "figure"
            for side in fact.sides
            if not says_no_more(side, fact)
        ]


def by_verdict(comparison: Comparison) -> dict[Verdict, list[Fact]]:
    """The facts under each verdict, conflicts first."""
    return {verdict: [one for one in comparison.facts if one.verdict == verdict] for verdict in VERDICT_ORDER}


def tally(comparison: Comparison) -> str:
    """How many facts there are under each verdict: "2 conflicts, 1 uncertain, 9 agreed, 40 in one article only"."""
    numbers = {verdict: len(facts) for verdict, facts in by_verdict(comparison).items()}
    told = f"{count(numbers['conflict'], 'conflict')}, {numbers['uncertain']} uncertain, {numbers['agree']} agreed"
    return f"{told}, {numbers['single_source']} in one article only"


def timeline(comparison: Comparison) -> list[Fact]:
    """The facts of which a day is told and that more than one article tells, by that day."""
    dated = [one for one in comparison.facts if one.when and one.verdict != "single_source"]
    return sorted(dated, key=lambda one: one.when or "")


def date_of(article: ComparedArticle) -> str:
    """The day on which an article was published, "" where it is not told; what is no ISO date stays as it is."""
    published = article.published or ""
    return published[:10] if _STARTS_WITH_DAY.match(published) else published


def count(number: int, noun: str) -> str:
    """A number with its noun: "1 origin", "3 outlets"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def says_no_more(side: Side, fact: Fact) -> bool:
    """Whether a fact's only answer is worded as the fact is: told once, it is enough."""
    return len(fact.sides) == 1 and side.position == fact.text


def sentence(text: str) -> str:
    """A text as a sentence: with a capital letter, and a full stop where it has none of its own."""
    whole = text[:1].upper() + text[1:]
    return whole if whole.endswith((".", "!", "?", "…")) else f"{whole}."


def shortened(text: str, longest: int = 160) -> str:
    """A text on one line, cut at a word where it is longer."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    return line[:longest].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
