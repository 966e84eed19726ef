"""Media by their names in the text, whatever else the names are taken for: "Face the Nation", "9News", "ThePrint"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.sources import vocabulary as vocab
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from summarizer.contract.statement import Offsets

_OUTLETS = word_set("media.titles.outlets") | {name for name, kind in vocab.KNOWN_KINDS.items() if kind == "media"}
_ALL = _OUTLETS | word_set("media.titles.in_context")
_AFTER_THE = {title.removeprefix("the ") for title in _ALL if title.startswith("the ")}
_FORMS = _ALL | _AFTER_THE
_IN_CONTEXT = word_set("media.titles.in_context")
_MOST_WORDS = max(len(title.split()) for title in _FORMS)
_FIRST_WORDS = frozenset(title.split()[0] for title in _FORMS)
_ENDS = word_set("media.titles.ends")
_WORD = re.compile(r"(?:’(?!s\b)|'(?!s\b)|[\w&.+!/-])+(?:[’']s(?=\s[A-Z]))?")
# One word with a capital inside it, or an address: "ThePrint", "news.example".
_RUN_TOGETHER = re.compile(
    r"(?:(?!Mc|Mac|De|Fitz|La|Le|Van|Von|Di|Du|O)[A-Z][a-z]+[A-Z]\w*[a-z]\w*"
    r"|\w[\w-]*(?:\.\w+)*\.(?:com|net|org|in|co|io|tv)(?:\.[a-z]{2})?)(?![\w’'])"
)
_UNKNOWN = re.compile(
    rf"(?P<name>(?:(?!(?i:{vocab.any_of(vocab.ROLE_NOUNS)})\b)[A-Z][\w’-]*\s){{1,3}}"
    rf"(?!(?i:{vocab.any_of(vocab.ROLE_NOUNS)})\b)[A-Z]\w+)(?=[^\s\w’'-]|\Z|\s(?:{vocab.any_of(word_set('media.titles.before'))})\b)"
)


def title_at(text: str, at: int, *, in_context: bool) -> Offsets | None:
    """Find the name of a known medium or programme that begins at an offset, the longest; None for anything else.

    With `in_context` also such a one as may be something else elsewhere: "Today", "Nature".
    """
    first = _WORD.match(text, at)
    if first is None or first[0][0].islower() or _bare(first[0]) not in _FIRST_WORDS:
        return None
    words: list[str] = []
    found: Offsets | None = None
    end = at
    is_after_the = text[max(0, at - 4) : at].lower() == "the "
    for _ in range(_MOST_WORDS):
        word = _WORD.match(text, end)
        if word is None:
            break
        words.append(_low(word[0]))
        title = " ".join(words)
        bare = _bare(title)
        for form in (title, bare):
            is_known = form in _OUTLETS or (form in _IN_CONTEXT and (in_context or " " in form))
            if is_known or (is_after_the and form in _AFTER_THE):
                found = at, word.end() - (len(title) - len(form))
        end = word.end() + 1
        if text[word.end() : end] not in (" ", "\u00a0"):
            break
    return found


def unknown_title_at(text: str, at: int) -> Offsets | None:
    """Find the name at an offset that is a medium's by its form: "ThePrint", "news.example", "Vale Edition"."""
    match = _RUN_TOGETHER.match(text, at)
    if match is not None:
        return match.span()
    named = _UNKNOWN.match(text, at)
    if named is None or named["name"].rpartition(" ")[2].lower() not in _ENDS:
        return None
    return named.span("name")


def is_title(words: str) -> bool:
    """Whether words are the whole name of a medium that `title_at` or `unknown_title_at` finds."""
    whole = (0, len(words))
    return title_at(words, 0, in_context=True) == whole or unknown_title_at(words, 0) == whole


def _low(word: str) -> str:
    return word.lower().replace("’", "'")


def _bare(word: str) -> str:
    """A word or title in lower case without a full stop or a possessive ending."""
    return _low(word).rstrip(".'").removesuffix("'s")
