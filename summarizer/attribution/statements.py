"""The attributed statements of an article: by rules in the languages that they know, else its direct quotations."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING

from summarizer.attribution import find_statements
from summarizer.attribution.detector import read_speech
from summarizer.attribution.sources import read_cast
from summarizer.attribution.traces import unread_traces
from summarizer.contract.article import ReadOnce
from summarizer.contract.statement import Statement
from summarizer.reading.layout.quotation import DOUBLE_MARKS, quoted_regions
from summarizer.text.language import is_known_to_rules, is_read_as_english
from summarizer.text.words import wordings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from summarizer.attribution.by_language.reader import Reading
    from summarizer.attribution.sources import SourceName
    from summarizer.attribution.sources.cast import Cast
    from summarizer.attribution.traces import Trace
    from summarizer.contract.article import Article
    from summarizer.contract.statement import Offsets

_SURELY_SPEECH = 5  # words
_MIN_WORDS = 3  # shorter quotations are mostly titles, nicknames and scare quotes
_MIN_LETTERS = 6  # the same in scripts that put no spaces between words
_WORD = re.compile(r"[^\W_]+")
_REPORTING_FORMS = frozenset({"clause", "bare_clause", "question"})
# What parts a clause that may be the reporter's from reported speech before it.
_REPORTERS_OWN = wordings("sources.wordings.reporters_own")
_OWN_CLAUSE = wordings("sources.wordings.own_clause")
_UNKNOWN_MEDIUM = re.compile(r"[Tt]he\s[A-Z][a-z]+")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff\uf900-\ufaff]")


def knows_language(article: Article) -> bool:
    """Whether the rules of attribution are written for the article's language."""
    return is_known_to_rules(article.language)


def _read_by_language(article: Article) -> Reading | None:
    """What is read of an article in a language of by_language/; None in English, and where no rules know it."""
    if is_read_as_english(article.language) or not knows_language(article):
        return None
    from summarizer.attribution.by_language.reader import read_by_language  # noqa: PLC0415  English does without it

    return read_by_language(article)


def spoken_behind_dashes(article: Article) -> Sequence[Offsets]:
    """What an article quotes behind dashes, "—No sé —dijo el alcalde—", where the rules read its language so."""
    if is_read_as_english(article.language) or not knows_language(article):
        return ()
    from summarizer.attribution.by_language.units import spoken_parts  # noqa: PLC0415  English does without it

    return spoken_parts(article)


@ReadOnce
def article_statements(article: Article) -> tuple[Statement, ...]:
    """The statements that somebody makes in the article, in text order, remembered for the articles at work.

    In a language that the rules do not know, these are the direct quotations of at least three words, without a
    source: who speaks would be a guess.
    """
    if is_read_as_english(article.language):
        return _relay_nested(article, _credit_cited(article, find_statements(article)))
    if reading := _read_by_language(article):
        return reading.statements
    return tuple(
        Statement(((start, end),), mention=None, cue=None, stance="other", form="quotation", rule="quotation-marks")
        for start, end in quoted_regions(article)
        if _is_speech(article.text, start, end)
    )


def _credit_cited(article: Article, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Give what a medium says, "citing" somebody, to whom it cites; the medium becomes the relay."""
    cast = read_cast(article) if any(one.cited for one in statements) else None
    if cast is None:
        return statements
    credited: list[Statement] = []
    named: set[int] = set()
    for one in statements:
        cited, medium = one.cited, one.mention
        # "The BBC, citing the mayor, reported a flood" is the BBC's wording.
        is_clause = one.form != "noun_phrase"
        if cited and medium and is_clause and _is_medium(article, cast, medium, cited) and _can_be_source(cast, cited):
            credited.append(one._replace(mention=cited, relays=(*one.relays, medium)))
        elif cited and is_clause and (record := cast.record(cited)) is not None:
            credited.append(one._replace(relays=(*one.relays, record)))
        else:
            credited.append(one)
        if cited:
            named.add(cited[0])
    # That a medium cites the mayor, or a board its own register, is no statement of its own.
    return tuple([one for one in credited if one.content[0][0] not in named])


def _can_be_source(cast: Cast, cited: Offsets) -> bool:
    """Whether whom or what a medium cites says so: "citing two sailors", "citing court filings"."""
    return cast.can_speak(cited) or cast.resolve(cited).kind == "document"


def _is_medium(article: Article, cast: Cast, mention: Offsets, cited: Offsets) -> bool:
    """Whether a mention is of a medium: one that is known for it, or "the Bell" where it reports what others say."""
    words = article.text[slice(*mention)]
    return cast.passes_on(mention, cited) or _UNKNOWN_MEDIUM.fullmatch(words) is not None


def _relay_nested(article: Article, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Let whoever says that somebody else says something pass that on: "Police said a witness told them that"."""
    pieces = sorted(
        (low, high, number)
        for number, one in enumerate(statements)
        if one.mention and one.cue
        for low, high in one.content
    )
    reach = list(accumulate((high for _, high, _ in pieces), max))  # how far the pieces up to each of them go
    outermost: list[Statement] = []
    for one in statements:
        around = sorted(_pieces_around(pieces, reach, _extent(one))) if one.mention and one.cue else []
        others = [(low, statements[number]) for number, low in around if statements[number] is not one]
        passing = [other for low, other in others if _passes_on(article, other, one, low)]
        inner = min(passing, key=_length, default=None)
        mention = inner.mention if inner is not None else None
        if mention is None or mention in one.relays or mention == one.mention:
            outermost.append(one)
        else:
            beyond = read_cast(article).relays(inner.content, mention) if inner is not None else ()
            further = [far for far in beyond if far not in one.relays]
            outermost.append(one._replace(relays=(*one.relays, mention, *further)))
    return tuple(outermost)


def _pieces_around(
    pieces: Sequence[tuple[int, int, int]], reach: Sequence[int], inner: Offsets
) -> Iterator[tuple[int, int]]:
    """The number of the statement and the start of each piece that holds a stretch; those far from it cost nothing."""
    start, end = inner
    at = bisect_left(pieces, (start + 1,))
    while at and reach[at - 1] >= end:
        at -= 1
        low, high, number = pieces[at]
        if high >= end:
            yield number, low


def _passes_on(article: Article, outer: Statement, inner: Statement, low: int) -> bool:
    """Whether a statement inside what another says, which begins at `low`, is said by both.

    What stands in a quotation is all said by who is quoted. Of reported speech, that is so up to a relative clause, an
    aside or a further clause, which may well be the reporter's: "he said the union, which had called him a liar, ...".
    Who denies what another has said passes nothing on.
    """
    start, end = _extent(inner)
    if outer.form == "quotation" or any(at <= start and end <= stop for at, stop in quoted_regions(article)):
        return True
    if (
        outer.stance == "denies"
        or outer.form not in _REPORTING_FORMS
        or _OWN_CLAUSE.search(article.text, low, start) is not None
    ):
        return False
    mention = inner.mention or (start, start)
    until = mention[1] if mention[0] == start else start  # the mention may be "who" itself
    return _REPORTERS_OWN.search(article.text, low, until) is None


def _extent(statement: Statement) -> Offsets:
    """From where a statement begins, with its source and cue, to where it ends."""
    places = [*statement.content, *filter(None, (statement.mention, statement.cue))]
    return min(places)[0], max([end for _, end in places])


def _length(statement: Statement) -> int:
    return statement.content[-1][1] - statement.content[0][0]


@ReadOnce
def article_traces(article: Article) -> tuple[Trace, ...]:
    """The traces that somebody says something which no statement has read, in text order."""
    if not knows_language(article):
        return ()
    if reading := _read_by_language(article):
        return reading.unread
    return unread_traces(article, read_speech(article).traces, article_statements(article))


@ReadOnce
def source_names(article: Article) -> dict[Offsets, SourceName]:
    """Who each mention of a source is; read in one pass, since "he" is mostly the last who spoke."""
    if reading := _read_by_language(article):
        return reading.names
    statements = article_statements(article)
    # A medium that cites somebody is spoken of next as "it".
    media = {one.relays[-1] for one in statements if one.cited and one.relays}
    mentions = sorted({one.mention for one in statements if one.mention} | media)
    return dict(zip(mentions, read_cast(article).resolve_all(mentions), strict=True))


def told_names(article: Article) -> Mapping[Offsets, SourceName]:
    """Who each mention is, of those who pass something on too, where the reader of the article's language says so."""
    reading = _read_by_language(article)
    return reading.names if reading else {}


def told_references(article: Article) -> Mapping[Offsets, str]:
    """How the text names each mention (see confidence.py), where the reader of its language says so."""
    reading = _read_by_language(article)
    return reading.references if reading else {}


@ReadOnce
def mentions_by_content(article: Article) -> dict[int, tuple[Offsets, ...]]:
    """The mentions that attribute what begins at an offset: several where one statement stands inside another."""
    found: dict[int, tuple[Offsets, ...]] = {}
    for one in article_statements(article):
        if one.mention:
            start = one.content[0][0]
            found[start] = (*found.get(start, ()), one.mention)
    return found


def _is_speech(text: str, start: int, end: int) -> bool:
    """Whether a quotation is what somebody says, and not a name or a title ("the club „Kultur am Pier“")."""
    quotation = text[start:end]
    if quotation[-1] not in DOUBLE_MARKS:
        return False
    if len(_UNSPACED.findall(quotation)) >= _MIN_LETTERS:
        return True
    words = len(_WORD.findall(quotation))
    if words < _MIN_WORDS:
        return False
    before, after = text[max(0, start - 3) : start].rstrip(" \u00a0"), text[end : end + 1]
    is_set_off = not before or before[-1] in "\n:,.!?—–-" or quotation[-2] in ".,!?…" or after in (",", ".", "—")
    return is_set_off or words >= _SURELY_SPEECH
