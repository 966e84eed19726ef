"""Makes one origin of a poll or study and of whose it is, however the articles that cite it call it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from summarizer.attribution.sources.naming import name_key
from summarizer.comparison.bodies import INSTITUTIONS
from summarizer.comparison.makers import maker_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.comparison.bodies import Key
    from summarizer.comparison.merging import Merging
    from summarizer.comparison.sources import SourceBook


def join_surveys(book: SourceBook, merged: Merging[Key], is_one_event: Callable[[str, str], bool]) -> None:
    """Make one origin of the polls and studies of one maker, and of the maker where it is a source itself."""
    of_maker: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(book.sources):
        if one.kind == "document" and (maker := maker_of(one.name)):
            of_maker[maker].append(number)
    makers: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(book.sources) if of_maker else ():
        if one.kind in INSTITUTIONS:
            makers[name_key(one.name)].append(number)
    for maker, surveys in sorted(of_maker.items()):
        for survey in surveys:
            here = book.sources[survey].articles[0]
            for other in (*surveys, *makers.get(maker, ())):
                if survey != other and is_one_event(here, book.sources[other].articles[0]):
                    merged.join((survey, ""), (other, ""))
