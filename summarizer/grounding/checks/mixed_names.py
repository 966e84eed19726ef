"""Names that are put together of two names of the article: "Ana Brandt" of Ana Moll and Brandt."""

from __future__ import annotations

import re
from itertools import islice, pairwise

from summarizer.attribution.sources.vocabulary import DAYS
from summarizer.grounding.checks import references
from summarizer.grounding.checks.meanings import word_key
from summarizer.grounding.checks.name_roots import word_keys
from summarizer.grounding.checks.vocabulary import NOT_NAMES
from summarizer.text.occurrences import holds_whole

_MOST_PAIRS = 12  # of words of one name


def is_mixed(name: str, article_text: str) -> bool:
    """Whether a name is put together of two names of the article: "Ana Brandt" of Ana Moll and Brandt."""
    return not holds_whole(article_text, name) and bool(mixed_words(name, article_text))


def mixed_words(text: str, article_text: str) -> set[str]:
    """The words of two names put together to one that the article lacks: "Ana Brandt" of Ana Moll and Brandt."""
    found: set[str] = set()
    for _, run in references.runs(text):
        if " " not in run or holds_whole(article_text, run):
            continue
        words = run.split(" ")
        for first, second in islice(pairwise(words), _MOST_PAIRS):
            keys = {word_key(first), word_key(second)}
            if first.endswith(("'s", "’s", "s'", "s’")) or not NOT_NAMES.isdisjoint(keys):
                continue
            if (
                word_key(first) in DAYS  # "last July Moll said"
                or first.isupper()
                or _is_noun(first, article_text)
            ):  # "passenger Nils Aavik", "the NGO Open Hands"
                continue
            if keys <= word_keys(article_text) and not _stand_together(first, second, article_text):
                found |= keys
    return found


def _is_noun(word: str, article_text: str) -> bool:
    return re.search(rf"(?<![\w’'-]){re.escape(word.lower())}s?(?![\w’'-])", article_text) is not None


def _stand_together(first: str, second: str, article_text: str) -> bool:
    one, other = re.escape(first), re.escape(second)
    gap = r"(?:\W+\w+){0,2}\W+"
    return re.search(rf"(?<!\w)(?:{one}{gap}{other}|{other}{gap}{one})(?!\w)", article_text, re.IGNORECASE) is not None
