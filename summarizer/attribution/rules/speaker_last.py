"""What stands with a speaker after what he says: his other roles, and the medium that passes it on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.sources.vocabulary import PERSON_TITLES, ROLE_NOUNS
from summarizer.attribution.syntax.verb_groups import has_finite, verb_group_start

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph, Range
    from summarizer.attribution.syntax.site import Attribution, Site

WHOLE_FORMS = frozenset({"clause", "bare_clause", "quotation"})
OFFICE_LINKS = frozenset({",", "of", "for", "and", "the", "&"})
ROLE_WORD = tags.group(tags.NOUN, tags.ADJECTIVE)


def passes_on(site: Site, source: Range, mark: int, after: int) -> bool:
    """For "Lund said it was late, the Herald reported": the Herald passes on what Lund says, which ends at `mark`."""
    paragraph = site.paragraph
    is_at_end = after >= site.right or paragraph.tags[after] in tags.SENTENCE_END
    if not is_at_end or paragraph.tags[mark] != tags.COMMA:
        return False
    if site.entry.lemma != "report":
        return _tells_of_another(site, source, mark)
    last = site.earlier[-1] if site.earlier else None
    is_named = any(word[0].isupper() for word in paragraph.words[slice(*source)])
    if last and is_named and last.form in WHOLE_FORMS and _ends_speech(paragraph, last, mark):
        last.relays = (*last.relays, source)  # "It was late, Lund said, the Herald reported"
        return True
    said = [one for one in site.earlier if one.mention and one.content[-1][0] < mark <= one.content[-1][1]]
    whole = next((one for one in said if one.form in WHOLE_FORMS and one.cue[1] <= one.content[-1][0]), None)
    if whole is None or not is_named:
        return False
    for one in said:
        one.content[-1] = (one.content[-1][0], mark)
    whole.relays = (*whole.relays, source)
    return True


def _tells_of_another(site: Site, source: Range, mark: int) -> bool:
    """For "The army told the guild that it was late, Lund said": Lund says what the army told, which ends at `mark`."""
    paragraph = site.paragraph
    if site.entry.lemma not in grammar.PLAIN_SAYING or paragraph.tags[source[0]] == tags.PRONOUN:
        return False
    for one in site.earlier:
        first, past = one.content[-1]
        is_told = one.form in WHOLE_FORMS and one.cue[1] <= first < mark == past
        if one.mention and is_told and not one.relays:
            one.relays = (source,)
            return True
    return False


def _ends_speech(paragraph: Paragraph, said: Attribution, mark: int) -> bool:
    """Whether a comma follows content, cue and source: "..., Lund said," and "..., said Lund, head of the guild,"."""
    if said.mention is None or said.content[-1][1] > said.cue[0]:
        return False
    past = max(said.cue[1], said.mention[1])
    is_role = paragraph.tag_at(past) == tags.COMMA and not has_finite(paragraph, past, mark)
    return past == mark or (is_role and said.cue[1] == said.mention[0])


def is_relay(site: Site) -> bool:
    """Whether whoever stands after the cue has been found to pass on what another says."""
    last = site.earlier[-1] if site.earlier else None
    return last is not None and any(first == site.after for first, _ in last.relays)


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


def with_office(site: Site, subject: Range) -> Range:
    """The speaker with an office that holds commas, where one begins straight after a quotation; else as found.

    For "...,” Minister of Trade, Fish and Works, Ann Poe, told", of which the subject found is "Fish and Works".
    """
    paragraph, left, first = site.paragraph, site.left, subject[0]
    if first <= left or paragraph.tags[first - 1] != tags.COMMA:
        return subject
    while first > left and (paragraph.words[first - 1][0].isupper() or paragraph.lower[first - 1] in OFFICE_LINKS):
        first -= 1
    is_after_quote = first > left and paragraph.tags[first - 1] == tags.QUOTATION_MARK and first < subject[0]
    if not is_after_quote or paragraph.lower[first] not in PERSON_TITLES | ROLE_NOUNS:
        return subject
    verb = verb_group_start(paragraph, site.at, left)
    past = verb - 1 if paragraph.tags[verb - 1] == tags.COMMA else verb
    return (first, past) if subject[1] <= past else subject
