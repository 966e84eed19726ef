"""What speaks against a key point though it stands by itself: an editor takes those first of which nothing does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.engines.rules.centrality import root_of, words_of
from summarizer.engines.rules.introducing import is_introduced, surname
from summarizer.engines.rules.mentions import roots_of, speaks_of_untold
from summarizer.engines.rules.pronouns import QUOTED, without_quoted
from summarizer.engines.rules.standalone import first_mentions
from summarizer.reading.layout.layout import sentences_of
from summarizer.text.occurrences import holds_whole
from summarizer.text.words import rare_wordings, wordings

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from summarizer.contract.article import Article

_BACKGROUND_OPENING = wordings("drafts.summary.background.openings")
_BACKGROUND_PHRASE = rare_wordings("drafts.summary.background.phrases")
_OPENINGS = wordings("drafts.summary.doubtful.openings")
_PHRASES = rare_wordings("drafts.summary.doubtful.phrases")
_SPOKEN = wordings("drafts.summary.doubtful.spoken")
_AGED = re.compile(r"[A-Za-z], \d\d, ")  # who is quoted with an age is one of many
# "Ana Moll, a spokeswoman, said": of whom?
_SPEAKS_FOR = re.compile(
    r"\ba (?:spokes(?:man|woman|person)|representative|official)(?:, (?!for|of)|,? (?:said|says|told)\b)"
)
_CAPITALIZED = re.compile(r"\b[A-ZÀ-Þ][\w’'-]*")
_MARKS, _REPEATED = "“”\"', .", 8  # what is quoted again of so many characters was read before
_MOSTLY = 2  # quoted for more than a half


def tells_background(text: str) -> bool:
    """Whether a sentence tells what was before the news, or what somebody or something is."""
    return _BACKGROUND_OPENING.match(text) is not None or _BACKGROUND_PHRASE.search(text) is not None


def goes_on(line: str) -> bool:
    """Whether a line tells how a talk went on, that nothing was said, or of "the man who" somebody is."""
    return _PHRASES.search(without_quoted(line)) is not None


def is_doubtful(article: Article, line: str, numbers: Sequence[int], context: str, met: Collection[str] = ()) -> bool:
    """Whether a line made of the sentences of those numbers may be refused by a reader of `context`.

    He knows those who are in `met` by their full names in lower case.
    """
    plain = without_quoted(line)
    if _OPENINGS.match(line) or goes_on(line) or tells_background(line):
        return True
    pieces = QUOTED.findall(line)
    if any(len(piece) >= _REPEATED and piece.strip(_MARKS) in context for piece in pieces):
        return True
    quoted = " ".join(pieces)
    if _MOSTLY * len(quoted) > len(line):
        if _SPOKEN.search(quoted) or _AGED.search(plain):
            return True
        if context and roots_of(context).isdisjoint(map(root_of, words_of(_CAPITALIZED.sub(" ", quoted)))):
            return True  # names alone do not show that it is about the news
    if not context or not numbers:
        return False
    first = sentences_of(article)[min(numbers) - 1]
    if _SPEAKS_FOR.search(line) is not None or _names_strangers(
        article, line, article.text[first.start : first.end], context, met
    ):
        return True
    return speaks_of_untold(article, line, first.start, context)


def _names_strangers(article: Article, line: str, sentence: str, context: str, met: Collection[str]) -> bool:
    """Whether a line has somebody's surname alone, or a full name of which neither it nor the article's sentence tells.

    Whom its reader has met, in `context` or by name, is no stranger.
    """
    for full in first_mentions(article):
        last = surname(full)
        if last not in line:
            continue
        others = [one for one in _namesakes(article, last) if one != full]
        if others and full in line and full not in sentence:
            return True  # which of them "Mr Moll" is, may have been misread
        if full in context or full.casefold() in met:
            continue
        if last in context and not any(one in context for one in others):
            continue
        if full not in line:
            if last not in context and holds_whole(line, last) and not any(one in line for one in others):
                return True
        elif full not in sentence and not is_introduced(line, full):
            return True
    return False


def _namesakes(article: Article, last: str) -> list[str]:
    """The full names of those whom an article calls by one surname."""
    return [full for full in first_mentions(article) if surname(full) == last]
