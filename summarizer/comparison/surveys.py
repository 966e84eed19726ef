"""Makes one origin of a poll or study and of whose it is, however the articles that cite it call it."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from summarizer.attribution.sources.naming import name_key
from summarizer.comparison.bodies import INSTITUTIONS
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.comparison.bodies import Key
    from summarizer.comparison.merging import Merging
    from summarizer.comparison.passages import Passage
    from summarizer.comparison.sources import SourceBook

_WORD = "|".join(sorted(word_set("comparison.surveys.words")))
_NAME = r"[A-Z][\w’'&.-]*(?:\s(?:(?:of|for|and)\s)?[A-Z][\w’'&-]+)*"
_OF_MAKER = re.compile(
    rf"\b(?:{_WORD})\b[^.,;:“”\"]{{0,40}}?\s(?:by|from|of|at)\s(?:the\s)?(?P<by>{_NAME})"
    rf"|\b(?!(?:The|An?|In|One|New)\s)(?P<whose>{_NAME})(?:['’]s)?(?:\s[a-z]+){{0,2}}\s(?:{_WORD})\b"
)


class Surveys:
    """The polls and studies among the sources of a book, by whose they are: "a Poe College poll"."""

    def __init__(self, book: SourceBook) -> None:
        self._of_maker: dict[str, list[int]] = defaultdict(list)
        for number, one in enumerate(book.sources):
            if one.kind == "document" and (maker := _maker(one.name)):
                self._of_maker[maker].append(number)

    def join(self, book: SourceBook, merged: Merging[Key], is_one_event: Callable[[str, str], bool]) -> None:
        """Make one origin of those of one maker, and of the maker where it is a source itself."""
        makers: dict[str, list[int]] = defaultdict(list)
        for number, one in enumerate(book.sources) if self._of_maker else ():
            if one.kind in INSTITUTIONS:
                makers[name_key(one.name)].append(number)
        for maker, surveys in sorted(self._of_maker.items()):
            for survey in surveys:
                here = book.sources[survey].articles[0]
                for other in (*surveys, *makers.get(maker, ())):
                    if survey != other and is_one_event(here, book.sources[other].articles[0]):
                        merged.join((survey, ""), (other, ""))

    def told_in(self, passage: Passage) -> int | None:
        """The survey that an article tells of in its own words ("a poll by Poe College found"); None for none known."""
        known = self._of_maker.get(_maker(passage.text), ()) if self._of_maker else ()
        return known[0] if known else None


def _maker(text: str) -> str:
    """The key of whose a poll or study is, of which a text tells: "a poll by Poe College", "the Poe College poll"."""
    found = _OF_MAKER.search(text)
    return name_key((found["by"] or found["whose"]).removesuffix("’s").removesuffix("'s")) if found else ""
