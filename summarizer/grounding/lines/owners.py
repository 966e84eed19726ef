"""Whose officer a line calls somebody: "Lorn's campaign manager, Tomas Reil", who manages another one's campaign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.sources import read_cast
from summarizer.attribution.sources import vocabulary as sources
from summarizer.grounding.checks.alignment import read_words_of
from summarizer.grounding.checks.moved import things
from summarizer.grounding.lines.names import words_meant
from summarizer.grounding.lines.words import forms_of, holds_name, name_keys, names_nobody, sentence_keys
from summarizer.text.overlap import without_possessive
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.contract.article import Article
    from summarizer.grounding.checks.alignment import Word

_ROLES = sources.ROLE_NOUNS | sources.OFFICE_WORDS
_BODIES = word_set("checks.references.bodies")
_MOST = 4  # words of a role between whose it is and who has it


def wrong_owners(article: Article, clause: str) -> Iterator[tuple[str, str]]:
    """Each person of a clause with the name of the body or person whose officer they are there, and in no sentence."""
    words, cast = read_words_of(clause), read_cast(article)
    named = [thing for thing in things(words) if thing.kind == "name"]
    for thing in named:
        who = cast.fullest(thing.text)
        owner = next((one for one in named if _is_owner(words, one.end, thing.start)), None)
        if who is None or who.kind != "person" or owner is None or not name_keys(owner.text):
            continue
        if owner.text.lower() in _BODIES or names_nobody(article, clause, words[owner.start].start, owner.text):
            continue  # "Party chairman"
        surname = who.name.rsplit(maxsplit=1)[-1]
        about = [index for index, keys in enumerate(sentence_keys(article)) if holds_name(surname, keys)]
        forms = forms_of(article, owner.text)
        known = words_meant(article, about)
        everywhere = frozenset().union(*sentence_keys(article))
        is_told = any(holds_name(form, known) for form in forms)
        if about and not is_told and any(holds_name(form, everywhere) for form in forms):
            yield who.name, without_possessive(owner.text)


def _is_owner(words: Sequence[Word], end: int, start: int) -> bool:
    """Whether nothing but a role stands between the end of one name and the start of another."""
    between = [word for word in words[end:start] if word.text != ","]
    if not between or len(between) > _MOST or words[end - 1].text == ",":
        return False
    is_owned = words[end - 1].owns
    is_role = is_owned or all(word.lower in _ROLES for word in between)
    return is_role and between[-1].lower in sources.ROLE_NOUNS and all(word.kind == "word" for word in between)
