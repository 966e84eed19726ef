"""Takes off what was read as a part of a person's name and is none: an office, a place, a word of a title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution import tags
from summarizer.attribution.lexicon import load_lexicon
from summarizer.attribution.sources import read_cast
from summarizer.attribution.sources.vocabulary import FIRST_NAMES
from summarizer.contract.article import ReadOnce
from summarizer.reading.layout.layout import layout_of
from summarizer.text.occurrences import find_all, holds_whole
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from summarizer.contract.article import Article

_SHORTEST_NAME = 3  # letters of a first name; less is an initial
_LONGEST_TITLE = 120  # characters of a title, or of the line below it
_PERSONS = word_set("drafts.summary.persons") - {"star"}
_PARTICLES = word_set("sources.name_parts.particles")
_NO_FIRST_NAMES = (tags.ED_FORM, tags.ING_FORM, tags.PREPOSITION, tags.SUBORDINATOR)
_PEOPLES = ("ians", "eans", "icans", "anis", "ilis", "inese")
_NAMES_THAT_ARE_WORDS = word_set("sources.first_names_that_are_words.all")


def plain_name(article: Article, source: str, kind: str) -> str:
    """A source's name without an office or place that was read as a part of it: "Attorney for Lund Ana Moll".

    Empty where what was read is no person's name.
    """
    if kind != "person":
        return source
    known = _plain_names(article)
    if source not in known:
        known[source] = _without_office(article, source)
    return known[source]


@ReadOnce
def _plain_names(article: Article) -> dict[str, str]:  # noqa: ARG001  the article holds it
    return {}


def _without_office(article: Article, source: str) -> str:
    words = source.split()
    if load_lexicon().tags.get(words[0].lower()) in _NO_FIRST_NAMES:
        return ""  # "Stated Moll", "Rubbing Moll", "Outside Moll"
    if words[-1].endswith(_PEOPLES):
        return ""  # "Upper Varn Kellians" are a people
    if words[0].lower() in _PERSONS or _is_only_headed(article, source, words[0]):
        return ""  # "Teenager Moll"
    if {"of", "for"} & set(words):
        return " ".join(words[-2:]) if len(words) > 3 and words[-2][0].isupper() else ""
    rest = source.partition(" ")[2]
    # "of Lund Ana Moll" names nobody Lund, unless it is "Lund Ana Moll" elsewhere, too
    if " " not in rest or len(words[1]) < _SHORTEST_NAME or not holds_whole(article.text, f"of {source}"):
        return source
    return source if re.search(rf"(?<!\bof )\b{re.escape(source)}\b", article.text) else rest


def _is_only_headed(article: Article, source: str, first: str) -> bool:
    """Whether what was read as a name is a word and a surname, as they stand side by side in a title: "Young Moll".

    The article has the word elsewhere, too, or it is an adjective; and below the title only quotations have the two.
    """
    text, low = article.text, first.lower()
    if low in FIRST_NAMES or low in _NAMES_THAT_ARE_WORDS or low in _PARTICLES:
        return False
    cast, blocks = read_cast(article), layout_of(article).blocks
    places = list(find_all(text, source))
    if places and all(map(cast.is_quoted, places)):
        return True  # "“Merry Yule!” she said": Yule is nobody
    if load_lexicon().tags.get(low) != tags.ADJECTIVE and not holds_whole(text, low):
        return False
    above = blocks[: 2 if len(blocks) > 2 else 1]
    head = max((one.end for one in above if one.end - one.start <= _LONGEST_TITLE), default=0)
    return all(at < head or cast.is_quoted(at) for at in places)
