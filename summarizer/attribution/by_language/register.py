"""The persons whom an article names: their names, their roles, and where each is named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.by_language.names import is_of_people
from summarizer.attribution.by_language.persons import (
    Person,
    has_age_behind,
    is_form,
    is_part,
    lone_speakers,
    name_length,
    text_of,
)
from summarizer.attribution.by_language.phrases import PhraseReader
from summarizer.attribution.by_language.speech import compounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarizer.attribution.by_language.phrases import Phrase
    from summarizer.attribution.by_language.speech import Speech
    from summarizer.attribution.by_language.tokens import Token, Unit


class Register:
    """The persons of an article; `headings` tell of offices alone."""

    def __init__(self, speech: Speech, units: Sequence[Unit], headings: Iterable[Unit] = ()) -> None:
        self._speech = speech
        self.persons: list[Person] = []
        self._speakers = frozenset(word for unit in units for word in lone_speakers(speech, unit.tokens))
        found = [(phrase, unit.tokens) for unit in units for phrase in self._named(unit.tokens)]
        # The fullest names first, so that a surname finds its bearer wherever it stands.
        for phrase, tokens in sorted(found, key=lambda one: -name_length(one[0])):
            self.note(phrase, tokens)
        self._note_surnames(units)
        for heading in headings:
            self._note_roles(heading.tokens)
            self._note_titled(heading.tokens)
        for unit in units:
            self._note_called(unit.tokens)
        for person in self.persons:
            person.spots = sorted(set(person.spots))

    def _note_roles(self, tokens: Sequence[Token]) -> None:
        """What a headline calls the persons whom the article names: "Clara Weiss, luthière: …"."""
        for phrase in self._named(tokens):
            words = tuple(token.low for token in tokens[slice(*phrase.name)]) if phrase.name is not None else ()
            person = next((one for one in self.persons if one.words == words), None)
            head = self._role(phrase, tokens)[1] if person is not None else ""
            if person is not None and head:
                person.heads.add(head)

    def _note_titled(self, tokens: Sequence[Token]) -> None:
        """Of whom the headline is: whoever is called by a surname alone in it, or with the first name."""
        for person in self.persons:
            lows = [token.low for token in tokens if token.is_capital]
            person.is_in_headline = person.is_in_headline or set(person.words) <= set(lows)

    def _note_called(self, tokens: Sequence[Token]) -> None:
        """Whose office a sentence tells: "Der Bildner heißt Karl Weber"."""
        called = [at for at, token in enumerate(tokens) if token.low in self._speech.grammar.is_called]
        reader = PhraseReader(self._speech, tokens) if called else None
        for at in called:
            begin = at - 1 - (at > 1 and tokens[at - 1].low in self._speech.grammar.objects)
            heads = [token.low for token in tokens[max(0, begin) : at] if is_of_people(token.low, self._speech)]
            phrase = reader.read(at + 1) if reader is not None and at + 1 < len(tokens) else None
            if heads and phrase is not None and phrase.name is not None:
                self.note(phrase, tokens).heads.add(heads[-1])

    def _note_surnames(self, units: Iterable[Unit]) -> None:
        """Where the persons are called by their surnames alone."""
        bearers: dict[str, list[Person]] = {}
        first: dict[str, list[Person]] = {}
        for person in self.persons:
            if len(person.words) > 1:
                bearers.setdefault(person.words[-1], []).append(person)
                first.setdefault(person.words[0], []).append(person)
        for unit in units:
            for token in unit.tokens:
                found = bearers.get(token.low, ()) if token.is_capital else ()
                if len(found) == 1:
                    found[0].spots.append(token.start)
            for token, following in zip(unit.tokens, [*unit.tokens[1:], None], strict=True):
                called = first.get(token.low, ()) if token.is_capital else ()
                if len(called) == 1 and (following is None or not following.is_capital):
                    called[0].spots.append(token.start)  # by the first name alone

    def _named(self, tokens: Sequence[Token]) -> Iterable[Phrase]:
        reader = PhraseReader(self._speech, tokens)
        at = 0
        while at < len(tokens):
            phrase = reader.read(at, is_subject=False) if self._may_begin(tokens[at]) else None
            if phrase is not None and phrase.name is not None and self._is_sure(phrase, tokens):
                yield phrase
                at = max(phrase.past, phrase.name[1])
            else:
                at += 1

    def _may_begin(self, token: Token) -> bool:
        naming = self._speech.naming
        low = token.low.rstrip(".")
        titles = naming.honorifics_man | naming.honorifics_woman | naming.honorifics
        known = low in self._speech.grammar.determiners or low in titles
        return token.kind == "word" and (token.is_capital or known or bool(compounds(low, naming.roles)))

    def _is_sure(self, phrase: Phrase, tokens: Sequence[Token]) -> bool:
        """Whether what looks like a name surely is a person's: by a first name, a title or a role beside it."""
        naming, name = self._speech.naming, phrase.name
        if name is None:
            return False
        first = tokens[name[0]].low
        before = tokens[name[0] - 1].low.rstrip(".") if name[0] > 0 else ""
        titles = naming.honorifics_man | naming.honorifics_woman | naming.honorifics
        is_titled = before in titles or bool(compounds(before, naming.roles))
        is_led = before in self._speech.grammar.determiners or before in self._speech.grammar.connectors
        is_part = bool(before) and tokens[name[0] - 1].is_capital and not self._speech.grammar.capital_nouns
        is_part = (
            is_part and not is_titled and before not in naming.designations and phrase.aside != name
        )  # "exdirector de Caja Duero, acusado de …": that is no person
        is_called_so = name[1] - name[0] >= 2 and not is_led and not is_part
        is_titled = is_titled or (is_called_so and is_of_people(phrase.head, self._speech))
        if tokens[name[0] - 1].is_capital and name[1] - name[0] == 2 and self._is_from_a_place(before):
            return True  # "l'Italienne Chiara Bellomo"
        is_known = not self._speech.first_names.isdisjoint((first, first.partition("-")[0]))
        is_called = tokens[name[1] - 1].low in self._speakers  # by a surname alone, elsewhere
        is_noun = is_led and name[1] - name[0] == 1 and self._speech.grammar.capital_nouns  # "Der Überlebende, ein …"
        is_whose = before in self._speech.grammar.connectors  # "oficina de Caja Tolm, acusado de …"
        has_aside = phrase.aside is not None and not is_part and not is_noun and not is_whose
        if self._is_subject(phrase, tokens) or (is_known and self._is_first_name_alone(phrase, tokens)):
            return True
        if is_known and has_age_behind(self._speech, tokens, name[1]):
            return True  # "Asunción, de 79 años"
        is_thing = before in self._speech.grammar.determiners and not self._speech.grammar.capital_nouns
        is_full = (is_known or is_called) and name[1] - name[0] >= 2 and not is_thing  # "el Valle de Hoces"
        return is_titled or has_aside or is_full

    def _is_from_a_place(self, low: str) -> bool:
        """Whether a word says where somebody is from, in a language that writes such words with capitals."""
        naming = self._speech.naming
        if not naming.demonym_ends or not low or low in naming.no_demonyms:
            return False
        return low in naming.designations or re.match(naming.demonym_ends, low) is not None

    def note(self, phrase: Phrase, tokens: Sequence[Token]) -> Person:
        """The person whom a phrase names, who is known from now on."""
        assert phrase.name is not None  # noqa: S101  its callers have asked
        past = phrase.name[1] - self._has_object(tokens[slice(*phrase.name)])
        words = tuple(token.low for token in tokens[phrase.name[0] : past])
        person = self.find(words, tokens[phrase.name[0]].start)
        if person is None:
            person = Person(text_of(tokens[phrase.name[0] : past]), words, phrase.gender)
            self.persons.append(person)
        person.gender = person.gender or phrase.gender
        if not person.gender and len(person.words) == 1:
            naming = self._speech.naming
            is_woman, is_man = (words[0] in names for names in (naming.first_names_woman, naming.first_names_man))
            person.gender = "" if is_woman == is_man else "woman" if is_woman else "man"
        person.spots.append(tokens[phrase.name[0]].start)
        role, head = self._role(phrase, tokens)
        person.role = person.role or role
        if head:
            person.heads.add(head)
        return person

    def _has_object(self, words: Sequence[Token]) -> bool:
        """Whether the last word of a name is what the verb is about: "hat Jovan Ardel Tarvonien beschuldigt"."""
        if not self._speech.grammar.capital_nouns or len(words) < 3:
            return False
        return words[-2].low in self._speakers and words[-1].low not in self._speakers

    def _is_first_name_alone(self, phrase: Phrase, tokens: Sequence[Token]) -> bool:
        """Whether a first name opens a clause by itself, before a comma or "and": "Jeanne, enceinte, compte"."""
        is_alone = name_length(phrase) == 1 and phrase.name is not None and phrase.name[0] == phrase.first
        behind = tokens[phrase.past].low if phrase.past < len(tokens) else ""
        is_closed = behind == "," or behind in self._speech.grammar.and_words
        before = tokens[phrase.first - 1] if phrase.first else None
        grammar = self._speech.grammar
        is_led = before is None or before.kind == "mark" or before.low in grammar.times or before.low in grammar.adverbs
        follows = tokens[phrase.past] if phrase.past < len(tokens) else None
        joints = grammar.connectors | grammar.prepositions | grammar.determiners
        is_verb = (
            follows is not None and follows.text.islower() and follows.low not in joints and follows.kind == "word"
        )
        if is_alone and is_verb and before is not None and before.text == ",":
            return True  # "Vendeur au marché, Moussa attend"
        return is_alone and is_closed and is_led  # "llega cada tarde Rosario, de 88 años"

    def _is_subject(self, phrase: Phrase, tokens: Sequence[Token]) -> bool:
        """Whether two words with capitals open a clause before its verb: "Solveig Brun a posé sa tasse"."""
        grammar, name = self._speech.grammar, phrase.name
        if name is None or grammar.capital_nouns or name[1] - name[0] != 2 or name[1] >= len(tokens):
            return False
        is_first = name[0] == 0 or tokens[name[0] - 1].kind == "mark"
        low = tokens[name[1]].low.rstrip("'")
        is_verb = low in grammar.auxiliaries or low in grammar.reflexives or low in grammar.negations
        return is_first and is_verb and tokens[name[1]].kind == "word"

    def _role(self, phrase: Phrase, tokens: Sequence[Token]) -> tuple[str, str]:
        """What a phrase calls the person whom it names, and the noun in it."""
        assert phrase.name is not None  # noqa: S101  as above
        name, aside = phrase.name, phrase.aside
        before = tokens[phrase.first : name[0]]
        is_led = any(is_of_people(word.low, self._speech) for word in before)
        if aside is not None and aside != name and not (is_led and name[0] < phrase.past):
            words = tokens[slice(*aside)]
        elif name[0] >= phrase.past:  # the role stands before the name: the mayor, Ada Kroon
            words = tokens[phrase.first : phrase.past]
        else:
            words = before
        grammar, naming = self._speech.grammar, self._speech.naming
        while words and words[0].low in grammar.determiners:
            words = words[1:]
        is_led = tokens[phrase.first].low in grammar.determiners
        if len(words) == 1 and words[0].low in self._speech.verbs and not is_led:
            return "", ""  # "« … », juge Paul Roux": that is the verb
        honorifics = naming.honorifics_man | naming.honorifics_woman | naming.honorifics
        words = [word for word in words if word.low.rstrip(".") not in honorifics]
        if words and words[-1].low in grammar.connectors and name[0] < phrase.past:
            return "", ""  # "l'avocat de M. Roux": that is another
        nouns = (naming.roles, naming.witnesses)
        known = (word.low for word in words if any(compounds(word.low, one) for one in nouns))
        head = next((low for low in known if low not in naming.former), "")
        at = next((i for i, word in enumerate(words) if word.low == head), 0)
        if (
            at > 1
            and words[at - 1].low in grammar.connectors | grammar.determiners
            and not is_of_people(words[0].low, self._speech)
        ):
            words = words[at:]  # "el testimonio del empresario"
        return (text_of(words) if head else "", head)

    def find(self, words: tuple[str, ...], at: int) -> Person | None:
        """The person who bears a name or a part of it, rather the one who was named last."""
        fits = is_part if self._speech.naming.two_surnames else is_form
        bearers = [one for one in self.persons if fits(words, one.words)]
        if not bearers and len(words) == 1:  # "Avelino sonríe"
            called = [one for one in self.persons if one.words[0] == words[0] and len(one.words) > 1]
            bearers = called if len(called) == 1 else []
        before = [one for one in bearers if one.spots and min(one.spots) <= at]
        return max(before or bearers, key=lambda one: max([s for s in one.spots if s <= at], default=-1), default=None)
