"""What nouns for offices and trades tell of whom they mean: "the mayor", "the politician", "l'élu"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.by_language.names import is_of_people
from summarizer.attribution.by_language.speech import compounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarizer.attribution.by_language.persons import Person
    from summarizer.attribution.by_language.phrases import Phrase
    from summarizer.attribution.by_language.speech import Gender, Speech
    from summarizer.attribution.by_language.tokens import Token

_DEPUTIES = ("vice", "vize", "sub")  # a vicepresidenta is no presidenta
_STEM = 5  # letters that the words for a man and a woman in an office share


def has_another_office(speech: Speech, person: Person, head: str) -> bool:
    """Whether a noun is for an office, and the person is known to have another: the prefect is not the mayor."""
    offices = speech.naming.offices
    office = compounds(head, offices)
    held = (one if one.startswith(_DEPUTIES) else compounds(one, offices) for one in person.heads)
    known = {own for own in held if own}
    same = speech.same_roles.get(office, frozenset())
    return bool(office and known) and not any(one[:_STEM] == office[:_STEM] or one in same for one in known)


def is_of_another_office(speech: Speech, words: str, head: str) -> bool:
    """Whether somebody is called by an office that a noun is no other word for: "le prévenu" is not "le magistrat"."""
    offices = {
        office for office in (compounds(word, speech.naming.offices) for word in words.lower().split()) if office
    }
    if not offices:
        # no fishmonger is the prefect
        return bool(compounds(head, speech.naming.offices)) and head not in speech.naming.accused
    return not any(head == one or head in speech.same_roles.get(one, frozenset()) for one in offices)


def is_of_named(speech: Speech, tokens: Sequence[Token], persons: Iterable[Person]) -> bool:
    """Whether a genitive of somebody's name stands before a German noun: "Webers Sprecherin"."""
    low = tokens[0].low
    is_led = speech.grammar.capital_nouns and len(tokens) > 1 and low.endswith("s")
    return is_led and any(low[:-1] == one.words[-1] for one in persons)


def is_strange(speech: Speech, phrase: Phrase) -> bool:
    """Whether a phrase is one noun that nothing is known of, as that for who has just spoken mostly is."""
    known = compounds(phrase.head, speech.nouns) or is_of_people(phrase.head, speech)
    ends = speech.naming.no_person_ends
    known = known or (bool(ends) and re.match(ends, phrase.head) is not None)  # "la acusación"
    is_one = phrase.past - phrase.first == 2 and phrase.determiner and phrase.beyond == phrase.past
    return bool(is_one and not known and phrase.determiner not in speech.grammar.plural)


def is_demonym(speech: Speech, phrase: Phrase) -> bool:
    """Whether a noun with a capital says where somebody is from: "la Toulousaine"."""
    ends, naming = speech.naming.demonym_ends, speech.naming
    is_one = phrase.past - phrase.first == 2 and phrase.determiner not in speech.grammar.plural
    return is_one and bool(ends) and re.match(ends, phrase.head) is not None and phrase.head not in naming.no_demonyms


def gender_of_noun(speech: Speech, phrase: Phrase) -> Gender:
    """What a determiner, or the noun's form for the other gender, tells: "l'élu" is a man, for there is "élue"."""
    grammar, naming, head = speech.grammar, speech.naming, phrase.head
    nouns = naming.designations | naming.roles
    if phrase.determiner in grammar.feminine and not grammar.capital_nouns:
        return "woman"
    if phrase.determiner in grammar.masculine:
        return "man"
    if any(head + end in nouns for end in ("e", "in")) or (head.endswith("o") and f"{head[:-1]}a" in nouns):
        return "man"
    is_woman = head[-1:] == "e" and head[:-1] in nouns
    return "woman" if is_woman or (head.endswith("in") and head[:-2] in nouns) else ""


def is_designation(speech: Speech, head: str) -> bool:
    known = speech.naming.designations
    if speech.grammar.capital_nouns:
        return bool(compounds(head, known))
    return head in known or head.rpartition("-")[2] in known or head.removeprefix("ex") in known


def is_trade(speech: Speech, head: str) -> bool:
    """Whether a noun ends as those for trades do: Ornithologin."""
    ends = speech.naming.trade_ends
    return bool(ends) and re.search(ends, head) is not None and not compounds(head, speech.naming.offices)


def complement_of(speech: Speech, role: str) -> str:
    """What a role is of: "of Tolm" of "the mayor of Tolm"."""
    words = role.lower().split()
    first = next((i for i, word in enumerate(words) if i and word in speech.grammar.connectors), len(words))
    return " ".join(words[first:])


def was_before(speech: Speech, person: Person) -> bool:
    """Whether a person is told to have had an office before: "the former mayor", "el exalcalde"."""
    former = speech.naming.former
    return any(word in former or word.startswith("ex") for word in person.role.lower().split())


def bears(speech: Speech, person: Person, head: str, gender: Gender, at: int) -> bool:
    is_known = any(spot <= at for spot in person.spots)
    same = speech.same_roles.get(compounds(head, speech.naming.roles), frozenset())
    own = [one for one in person.heads if one == head or not one.startswith(_DEPUTIES)]
    may_end = len(head) > 4 and head not in speech.naming.persons  # no "femme" is the "sage-femme"
    fits = any(one == head or (may_end and one.endswith(head)) or compounds(one, same) for one in own)
    return is_known and fits and (not gender or person.gender in ("", gender))
