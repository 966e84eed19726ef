"""Makes a sentence of an article stand alone: no dateline, no ticker, names in full, nobody called "he" alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.sources import read_cast
from summarizer.engines.rules.centrality import words_of
from summarizer.reading.layout.dateline import past_dateline
from summarizer.text.occurrences import holds_whole
from summarizer.text.words import either, word_set, wordings

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from summarizer.contract.article import Article
    from summarizer.contract.statement import Offsets

_BACKWARD = re.compile(
    rf"(?:[•*–-]\s|(?!H(?:is|er) (?:Hon|Maj|High|Hol|Exc|Grace))(?:{either('drafts.summary.backward_openings')})\b)"
)
_CONNECTIVE = re.compile(
    rf"(?:{either('drafts.summary.connectives')}),? (?=[\w“\"])"
    r"|(?:[A-Z][a-z]+|\d+) (?:days?|weeks?|hours?|months?|years?) (?:earlier|later|before), |In that same \w+, "
)
_THEY = re.compile(rf"\b(?:{either('drafts.summary.pronouns')})\b", re.IGNORECASE)
_PLURAL = frozenset({"they", "them"})
_HE = re.compile(r"\b(?:[Hh]e|[Ss]he)\b(?=[ ,])")
_YOU = re.compile(r"\b(?:you|your|you['’](?:d|re|ll|ve))\b", re.IGNORECASE)
_FIRST_PERSON = re.compile(rf"(?<![\w.])(?:{either('drafts.summary.first_persons')})(?![\w.])")
_PERSONS = re.compile(rf"(?:The|A) (?:[\w-]+ )?(?:{either('drafts.summary.persons')})\b(?! [A-ZÀ-Þ]|, [A-ZÀ-Þ])")
_KNOWN = word_set("drafts.summary.known_bodies")
_DEFINITE = re.compile(r"(?:The|This|These|That|Those) ((?:[a-z][\w’'-]* ){1,4})")
_WHICH = re.compile(rf"\b(?:{either('drafts.summary.which_follows')})\b")
_NO_NEWS = wordings("drafts.summary.no_news")
_TOWN = re.compile(
    r"[A-ZÀ-Þ][\w.’'-]+(?:,? [A-ZÀ-Þ][\w.’'-]+){0,3}(?: ?\([^()]{2,30}\))? ?(?:: |[–—] |-{1,2} )(?=[A-ZÀ-Þ])"
)
_TICKER = re.compile(
    r"\s(?:\.[A-Z]{2,}[\dA-Z]*|[A-Z]{2,6}c\d|[A-Z]{2,4}\d{0,3}=[A-Z]{0,3}"
    r"|\((?:NASDAQ|NYSE|LSE|ASX|TSX)[:;]? ?[A-Z.]{1,6}\))"
    r"(?=[\s,.;)])"
)
_OUTLET = re.compile(r"\s\((?:AP|AFP|Reuters|CNN|Bloomberg|UPI|ANI|PTI|NAN|dpa|Xinhua|TASS)\)(?=\s)")
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Messrs|Miss)\.? $")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_SOMEBODY = re.compile(
    r"\b(?:[Aa]n?|[Tt]he) (?:[\w’'-]+ ){0,3}(?:[a-z]*(?:man|woman)|boy|girl|[a-z]{3,}(?:er|or|ist|ian))\b"
)
_SUFFIXES = frozenset({"Jr", "Sr", "II", "III"})
_LONGEST_TOWN = 60  # characters of a dateline


class Told(NamedTuple):
    """A sentence as it is told in a summary, whom it names in full, and whether it needs another one before it."""

    text: str
    names: frozenset[str]
    leans: bool


def tell(article: Article, start: int, end: int, *, known: Collection[str] = (), context: str = "") -> Told:
    """Tell what stands between two code points of an article to a reader who has read `context`.

    `known` are the full names of those whom the reader knows. Every word but full names is the article's own.
    """
    text = article.text
    start = _begin(text, start, end)
    replaced, names = _introductions(article, start, end, known)
    pieces, at = [], start
    for (low, high), name in replaced:
        pieces += [text[at:low], name]
        at = high
    told = " ".join("".join([*pieces, text[at:end]]).split())
    told = _OUTLET.sub("", _TICKER.sub("", told))
    told = told[:1].upper() + told[1:]
    leans = _leans(told, context) or _has_loose_person(article, start, end, known, replaced)
    return Told(told, names, leans)


def is_news(text: str) -> bool:
    """Whether a sentence tells something, and is no question, no word to the reader and not about the page."""
    return not text.rstrip("\"”’'").endswith("?") and _NO_NEWS.search(text) is None


def plain_name(article: Article, source: str, kind: str) -> str:
    """A source's name without an office or place that was read as a part of it: "Attorney for Lund Ana Moll".

    Empty where what was read is no person's name.
    """
    words = source.split()
    if kind != "person":
        return source
    if {"of", "for"} & set(words):
        return " ".join(words[-2:]) if len(words) > 3 and words[-2][0].isupper() else ""
    rest = source.partition(" ")[2]
    # "of Lund Ana Moll" names nobody Lund
    return rest if " " in rest and holds_whole(article.text, f"of {source}") else source


def _begin(text: str, start: int, end: int) -> int:
    """Where a sentence begins behind its dateline and a word that joins it to the one before."""
    start = past_dateline(text, start, end)
    town = _TOWN.match(text, start, min(end, start + _LONGEST_TOWN))
    if town is not None and "\n" in text[max(0, start - 2) : start] and text.count(town[0][:4]) > 1:
        start = town.end()
    joined = _CONNECTIVE.match(text, start, end)
    return joined.end() if joined else start


def _introductions(
    article: Article, start: int, end: int, known: Collection[str]
) -> tuple[list[tuple[Offsets, str]], frozenset[str]]:
    """Where a person is first named by surname only, or by "he" before any name, with the name to put there.

    Gives all who are named, too.
    """
    cast = read_cast(article)
    replaced: list[tuple[Offsets, str]] = []
    met = set(known)
    persons = [(span, plain_name(article, who.name, "person")) for span, who in cast.persons_within(start, end)]
    if pointed := _pointed_at(article, start, min([low for (low, _), _ in persons], default=end), known):
        replaced.append(pointed)
    for (low, high), full in persons:
        shown = article.text[low:high]
        if not full or full.casefold() in met:
            continue
        if _is_short(shown, full) and not cast.is_quoted(low) and not article.text[:low].endswith(("the ", "The ")):
            titled = _TITLED.search(article.text, start, low)
            replaced.append(((titled.start() if titled else low, high), full))
        met.add(full.casefold())
    return replaced, frozenset(met - set(known))


def _is_short(shown: str, full: str) -> bool:
    """Whether a name as it is shown is the end of a full name."""
    return len(shown) < len(full) and full.endswith(f" {shown}") and not shown.isupper()


def _pointed_at(article: Article, start: int, end: int, known: Collection[str]) -> tuple[Offsets, str] | None:
    """The first "he" or "she" before any name, with the surname of the one whom it means, if the reader knows him."""
    found = _HE.search(article.text, start, end)
    if found is None or not known or read_cast(article).is_quoted(found.start()):
        return None
    full = plain_name(article, read_cast(article).resolve(found.span()).name, "person")
    return (found.span(), surname(full)) if full.casefold() in known else None


def surname(name: str) -> str:
    """The last word of a person's name, and the one before it where that is "Jr."."""
    words = name.split()
    return " ".join(words[-2:]) if words[-1].rstrip(".") in _SUFFIXES and len(words) > 1 else words[-1]


def _leans(text: str, context: str) -> bool:
    plain = _QUOTED.sub("“”", text)
    if text[:1] in "’'‘)”" or text.count('"') % 2 == 1 or text.count("“") != text.count("”"):
        return True
    if _BACKWARD.match(text) is not None or any(one.search(plain) for one in (_FIRST_PERSON, _YOU)):
        return True
    return _PERSONS.match(text) is not None or _has_loose_noun(text, context)


def _has_loose_person(
    article: Article, start: int, end: int, known: Collection[str], replaced: Sequence[tuple[Offsets, str]]
) -> bool:
    """Whether the first "he" outside quotation marks is nobody whom the sentence or the reader's text names."""
    cast = read_cast(article)
    found = next((one for one in _THEY.finditer(article.text, start, end) if not cast.is_quoted(one.start())), None)
    if found is None or any(span == found.span() for span, _ in replaced):
        return False
    before = article.text[start : found.start()]
    if found.group().lower() in _PLURAL:
        return re.search(r"\w{2,}s\b|\w+ and \w+", before) is None and not re.search(r"[A-Z]\w+ \w+ [a-z]", before)
    name = cast.resolve(found.span()).name
    last = surname(name) if name else ""
    if last and last[0].isupper():
        return last not in before and not any(one.endswith(last.casefold()) for one in known)
    return re.search(r"[A-Z][\w’'-]+ [A-Z][\w’'-]+", before) is None and _SOMEBODY.search(before) is None


def _has_loose_noun(text: str, context: str) -> bool:
    """Whether a sentence begins with "the" thing, and neither it nor what came before says which."""
    found = _DEFINITE.match(text)
    if found is None:
        return False
    words = found[1].split()
    if words[0] in _KNOWN:
        return False
    told = set(words_of(context))
    if any(word in told for one in words for word in words_of(one)):
        return False
    return text[:4] != "The " or _WHICH.search(text[: found.end() + 12]) is None
