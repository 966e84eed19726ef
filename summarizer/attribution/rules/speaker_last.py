"""What stands with a speaker after what he says: his other roles, and the medium that passes it on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import tags
from summarizer.attribution.sources.vocabulary import ROLE_NOUNS

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph, Range
    from summarizer.attribution.syntax.site import Site

WHOLE_FORMS = frozenset({"clause", "bare_clause", "quotation"})
ROLE_WORD = tags.group(tags.NOUN, tags.ADJECTIVE)


def passes_on(site: Site, source: Range, mark: int, after: int) -> bool:
    """For "Lund said it was late, the Herald reported": the Herald passes on what Lund says, which ends at `mark`."""
    paragraph = site.paragraph
    is_at_end = after >= site.right or paragraph.tags[after] in tags.SENTENCE_END
    if site.entry.lemma != "report" or not is_at_end or paragraph.tags[mark] != tags.COMMA:
        return False
    said = [one for one in site.earlier if one.mention and one.content[-1][0] < mark <= one.content[-1][1]]
    whole = next((one for one in said if one.form in WHOLE_FORMS and one.cue[1] <= one.content[-1][0]), None)
    if whole is None or not any(paragraph.words[at][0].isupper() for at in range(*source)):
        return False
    for one in said:
        one.content[-1] = (one.content[-1][0], mark)
    whole.relays = (*whole.relays, source)
    return True


def before_roles(paragraph: Paragraph, mark: int, left: int) -> int:
    """The quotation mark before the first of several roles of a speaker, whose last comma is at `mark`; else `mark`.

    For "...,” chairman, chief executive and president Ivo Lund said".
    """
    first = mark
    while first > left and paragraph.tags[first] == tags.COMMA and paragraph.lower[first - 1] in ROLE_NOUNS:
        first -= 1
        while first > left and paragraph.tags[first] in ROLE_WORD and paragraph.words[first].islower():
            first -= 1
    return first if first < mark and paragraph.tags[first] == tags.QUOTATION_MARK else mark
