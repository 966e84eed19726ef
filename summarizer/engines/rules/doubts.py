"""What speaks against a key point though it stands by itself: an editor takes those first of which nothing does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.engines.rules.centrality import root_of, words_of
from summarizer.engines.rules.mentions import roots_of, speaks_of_untold
from summarizer.engines.rules.pronouns import QUOTED, without_quoted
from summarizer.reading.layout.layout import sentences_of
from summarizer.text.words import rare_wordings, wordings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.contract.article import Article

_BACKGROUND_OPENING = wordings("drafts.summary.background.openings")
_BACKGROUND_PHRASE = rare_wordings("drafts.summary.background.phrases")
_OPENINGS = wordings("drafts.summary.doubtful.openings")
_PHRASES = rare_wordings("drafts.summary.doubtful.phrases")
_SPOKEN = wordings("drafts.summary.doubtful.spoken")
_AGED = re.compile(r"[A-Za-z], \d\d, ")  # who is quoted with an age is one of many
_CAPITALIZED = re.compile(r"\b[A-ZÀ-Þ][\w’'-]*")
_MOSTLY = 2  # quoted for more than a half


def tells_background(text: str) -> bool:
    """Whether a sentence tells what was before the news, or what somebody or something is."""
    return _BACKGROUND_OPENING.match(text) is not None or _BACKGROUND_PHRASE.search(text) is not None


def is_doubtful(article: Article, line: str, numbers: Sequence[int], context: str) -> bool:
    """Whether a line made of the sentences of those numbers may be refused by a reader of `context`."""
    plain = without_quoted(line)
    if _OPENINGS.match(line) or _PHRASES.search(plain) is not None or tells_background(line):
        return True
    quoted = " ".join(QUOTED.findall(line))
    if _MOSTLY * len(quoted) > len(line):
        if _SPOKEN.search(quoted) or _AGED.search(plain):
            return True
        if context and roots_of(context).isdisjoint(map(root_of, words_of(_CAPITALIZED.sub(" ", quoted)))):
            return True  # names alone do not show that it is about the news
    sentences = sentences_of(article)
    return bool(context and numbers) and speaks_of_untold(article, line, sentences[min(numbers) - 1].start, context)
