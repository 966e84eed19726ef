"""Whom the subject of a verb of saying means, by what the sentences before were of and who spoke in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.by_language.about import (
    asker_in,
    body_of,
    both_of,
    comes_in,
    document_in,
    has_none,
    inverted_pronoun,
    inverted_subject,
    is_contrasted,
    is_of_other_gender,
    is_of_that_one,
    nameless_in,
    stirred_by,
    subject_behind_predicate,
    they_of,
)
from summarizer.attribution.by_language.according import IN_IT, phrase_length
from summarizer.attribution.by_language.colon import THEN
from summarizer.attribution.by_language.found import THERE
from summarizer.attribution.by_language.names import is_of_people
from summarizer.attribution.by_language.persons import span_of
from summarizer.attribution.by_language.relatives import without_verb
from summarizer.attribution.by_language.roles import gender_of_noun, is_designation, is_of_another_office
from summarizer.attribution.by_language.sentence import subject_of
from summarizer.attribution.by_language.speech import compounds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.attribution.by_language.clause import Clause
    from summarizer.attribution.by_language.found import Found
    from summarizer.attribution.by_language.people import People
    from summarizer.attribution.by_language.persons import Person, Speaker
    from summarizer.attribution.by_language.phrases import Phrase
    from summarizer.attribution.by_language.speech import Speech
    from summarizer.attribution.by_language.tokens import Unit
    from summarizer.contract.statement import Offsets

_SINCE = 12  # sentences in which "the woman" is who spoke as "a woman"


class Whom:
    """Remembers who spoke last and of whom the sentence before was; `leave` each sentence that was read."""

    def __init__(self, speech: Speech, units: Sequence[Unit], people: People) -> None:
        self._speech = speech
        self._units = units
        self._people = people
        self.number = 0  # of the sentence that is read
        self.last: Speaker | None = None
        self.last_mention: Offsets | None = None
        self.last_unit = -10
        self.is_said_here = False  # whether a verb, not "according to", told who spoke last
        self.topic: Speaker | None = None  # of whom the sentence before was
        self.topic_mention: Offsets | None = None
        self.topic_before: Offsets | None = None
        self.of_before: tuple[Speaker | None, Offsets | None] = (None, None)
        self._is_topic_alone = False  # whether that sentence names nobody else of the same gender
        self._named_before: Person | None = None  # the only person whom the sentence before names
        self.is_interrupted = False  # whether somebody else was named since somebody spoke last
        self.is_another = False  # and whether that was more than a document
        self._they: Speaker | None = None
        self._body: tuple[int, Speaker] | None = None  # of which the sentence before is, and its paragraph
        self._document: tuple[Speaker, Offsets] | None = None  # that the sentence before names
        self._body_named: tuple[Speaker, Offsets] | None = None  # a body that the sentence before names
        self._nameless: tuple[Speaker, Offsets] | None = None  # somebody of whom the sentence before tells no name
        self._older: Speaker | None = None  # of whom a paragraph was before a sentence of things alone
        self._introduced: dict[str, tuple[Speaker, int]] = {}  # who spoke as "a woman", by the noun, and in which unit
        self._asker: Person | None = None  # who asked in the sentence before, and so does not answer

    def leave(
        self, unit: Unit, clause: Clause, topic: Speaker | None, spoken: Speaker | None, *, is_reported: bool
    ) -> None:
        """Keep in mind of a sentence what the next one may be of: `topic` was before it, and `spoken` speaks in it.

        A sentence that is reported speech as a whole is of whoever speaks, not of its subject.
        """
        about, self.topic_mention = self._topic_of(clause, unit, topic)
        if spoken is not None and about is topic:  # who speaks now is the subject rather than who was before
            about, self.topic_mention = spoken, self.last_mention
        self._document = document_in(self._people, clause)
        self._body_named = document_in(self._people, clause, self._speech.bodies - self._speech.naming.document)
        self._nameless = nameless_in(self._people, clause)
        self._asker = asker_in(self._people, clause)
        self._they = they_of(self._people, clause, self._they)
        body = body_of(self._people, clause) if spoken is not None or not is_reported else None
        self._body = (unit.paragraph, body) if body is not None else None
        self._older = self._still_of(unit, clause, topic) if about is None else None
        is_named = about is not None and about.person is not None
        self.topic = about if is_named or spoken is None or spoken.person is None else spoken
        who = self.topic.person if self.topic is not None else None
        alone = self._people.alone_in(unit.start, unit.end, who.gender) if who is not None else None
        self._is_topic_alone = alone is not None and alone.person is who
        only = self._people.alone_in(unit.start, unit.end, "")
        self._named_before = only.person if only is not None else None

    def speaker(
        self, one: Found, unit: Unit, topic: Speaker | None, clause: Clause
    ) -> tuple[Speaker | None, Offsets | None]:
        """Who says what was found in a sentence, and the mention of it; None where that cannot be told."""
        if one.rule == THERE:
            return self._body_named or (None, None)
        if one.rule == IN_IT:
            return self._document or (None, None)
        if one.rule == THEN and (self.is_interrupted or not self.is_near(unit)):
            return None, None
        if one.rule == THEN:
            return self.last, self.last_mention
        if one.subject is None:  # the verb says it of whom the sentence before was, or who spoke last
            if self.is_said_here and self.last is not None and self.last_unit == self.number:
                return self.last, span_of(unit.tokens, *one.cue)  # "Ruiz asegura que …, y adelantó que …"
            only = self._named_before if self.last_unit < self.number - 1 else None
            before = self._people.speaker(only) if only is not None else None if self.is_another else self.last
            who = topic or before or (self._older if one.form == "quotation" else None)
            is_new = topic is not None and (topic.person is None or topic.reference == "role_of_somebody_named")
            if is_new and self._goes_on(unit, one.cue):
                who = self.last
            is_document = who is not None and who.source.kind == "document" and one.form == "quotation"
            if is_document or (who is before and topic is None and self._is_passer_by(who, unit)):
                who = None
            are_many = self._speech.grammar.drops_subjects and unit.tokens[one.cue[0]].low.endswith("n")
            if are_many and (who is None or who.person is not None):
                who = self._they  # "le repiten": that is nobody alone
            return who, span_of(unit.tokens, *one.cue)
        return self._subject_of(clause, unit, one.subject, one.cue[0], topic)

    def _subject_of(
        self, clause: Clause, unit: Unit, subject: Phrase, cue: int, topic: Speaker | None
    ) -> tuple[Speaker | None, Offsets | None]:
        grammar, last, at = self._speech.grammar, self.last, unit.tokens[cue].start
        mention = span_of(unit.tokens, subject.first, subject.past)
        if subject.is_pronoun and subject.head in grammar.they and unit.tokens[cue].low.endswith("n"):  # sagten sie
            subject = subject._replace(is_plural=True)
        if subject.is_pronoun and subject.is_plural:
            last = self._they or (last if self.is_near(unit) else None)
        elif subject.is_pronoun and subject.head in grammar.the_latter | grammar.this_one:
            nameless = self._nameless_again(subject) if topic is None else None
            return nameless or self._pointed_at(unit, subject), mention
        elif subject.is_pronoun:
            led = self._as_for(clause, unit, subject) or self._opening_of(clause, unit, subject)
            last = led or self._meant(unit, subject, topic, at)
            if last is not None and last is self.last and not self.is_near(unit) and self._is_rivalled(subject, at):
                return None, mention
        spoke = self._spoke_alone(unit, at)
        about: tuple[Person | None, ...]
        about = (topic.person if topic is not None and self._is_topic_alone else None, self._named_before, spoke)
        fits = (one for one in about if one is not None and one.gender in ("", subject.gender or one.gender))
        if is_designation(self._speech, subject.head) and next(fits, None) is None:
            alone = self._people.alone_in(self._start_of(unit), at, subject.gender)
            about = (alone.person if alone is not None else None,)
        other = self.last.person if self.last is not None and is_contrasted(clause, subject) else self._asker
        topics = tuple(one for one in about if one is not None and one is not other)
        nameless = self._nameless_again(subject) if topic is None or topic.person is None else None
        nameless = nameless or self._introduced_as(subject)
        if nameless is None and not self._people.is_borne(subject, at):
            nameless = self._topic_again(subject, topic)
        nameless = nameless or self._before_colon(clause, unit, subject)
        if nameless is not None:
            return nameless, mention
        speaker = self._people.read(subject, unit.tokens, last, at, topics)
        is_other = other is not None and speaker is not None and speaker.person is other
        if subject.name is None and (is_other or self._are_many(subject, unit.tokens[cue].low, speaker)):
            speaker = self._people.unknown(subject, unit.tokens)
        self._note_introduced(subject, speaker)
        is_person = speaker is not None and speaker.person is not None
        both = both_of(self._speech, unit.tokens, subject) if is_person else None
        return both if both is not None else (speaker, mention)

    def _goes_on(self, unit: Unit, cue: tuple[int, int]) -> bool:
        """Whether a verb is one of who has just spoken in the paragraph: "El vecino vive. «De milagro», añade"."""
        verbs = self._speech.grammar.continues
        is_person = self.last is not None and self.last.person is not None and self.is_near(unit)
        return is_person and bool(verbs) and any(re.match(verbs, unit.tokens[i].low) for i in range(*cue))

    def _is_rivalled(self, subject: Phrase, at: int) -> bool:
        """Whether somebody else whom "she" may mean was named since who spoke last did."""
        who = self.last.person if self.last is not None else None
        since = self._people.named_in(self._units[self.last_unit].end, at)
        return any(one.person is not who and one.gender in ("", subject.gender) for one in since)

    def _is_passer_by(self, who: Speaker | None, unit: Unit) -> bool:
        """Whether it is somebody without a name who spoke in a paragraph before, with something else since."""
        is_nobody = who is not None and who.person is None and who.source.kind in ("anonymous", "witness")
        return is_nobody and not self.is_near(unit) and self.last_unit < self.number - 1

    def _as_for(self, clause: Clause, unit: Unit, subject: Phrase) -> Speaker | None:
        """Whom "he" means behind words that name him: "Quant à Roux, il préfère attendre : « … »"."""
        length = phrase_length(clause, clause.begin, self._speech.as_for_phrases)
        named = clause.phrases.read(clause.begin + length, is_subject=False) if length else None
        if named is None or named.past > subject.first:
            return None
        who = self._people.read(named, unit.tokens, self.last, unit.tokens[named.first].start)
        is_one = who is not None and who.person is not None and who.gender in ("", subject.gender)
        return who if is_one else None

    def _opening_of(self, clause: Clause, unit: Unit, subject: Phrase) -> Speaker | None:
        """Of whom the sentence itself is, where "she" follows in it: "Sa femme est réservée : elle craint que …"."""
        opening = clause.opening()
        if opening is None or opening.is_pronoun or opening.past >= subject.first:
            return None
        if not clause.is_person(opening) and not compounds(opening.head, self._speech.bodies):
            return None
        is_led = any(unit.tokens[i].text in ":;" for i in range(opening.past, subject.first))
        gender = opening.gender or gender_of_noun(self._speech, opening)
        if not is_led or gender != subject.gender:
            return None
        opening = without_verb(clause, opening)
        return self._people.read(opening, unit.tokens, self.last, unit.tokens[opening.first].start)

    def _before_colon(self, clause: Clause, unit: Unit, subject: Phrase) -> Speaker | None:
        """Who opens a sentence by name, where an office at its end tells who spoke: "Roux …: « … », dit le maire"."""
        grammar, before = self._speech.grammar, unit.tokens[: subject.first]
        is_definite = subject.determiner in grammar.determiners - grammar.indefinite - grammar.possessives
        is_office = subject.name is None and is_definite and clause.phrases.is_of_people(subject.head)
        opening = clause.opening() if is_office and any(one.text == ":" for one in before) else None
        if opening is None or opening.name is None or opening.past >= subject.first:
            return None
        who = self._people.read(opening, unit.tokens, self.last, before[opening.first].start)
        fits = who is not None and who.person is not None and subject.gender in ("", who.gender)
        return who._replace(reference="role_of_somebody_named") if fits and who is not None else None

    def _still_of(self, unit: Unit, clause: Clause, topic: Speaker | None) -> Speaker | None:
        """Of whom the text still is behind a sentence of things, where verbs leave out who does: "Todo sigue igual"."""
        opening = clause.opening()
        is_of_thing = opening is None or not (
            opening.is_pronoun or opening.name or clause.phrases.is_known(opening.head)
        )
        is_one = self._speech.grammar.drops_subjects and topic is not None and topic.person is not None
        return topic if is_one and is_of_thing and not self._people.names_another(unit.start, unit.end, None) else None

    def _note_introduced(self, subject: Phrase, speaker: Speaker | None) -> None:
        """Keep in mind who speaks without a name, as "a woman": "the woman" is who speaks so again."""
        new = self._speech.grammar.indefinite - self._speech.grammar.plural
        if speaker is not None and speaker.person is None and subject.name is None and subject.determiner in new:
            self._introduced[subject.head] = speaker, self.number

    def _introduced_as(self, subject: Phrase) -> Speaker | None:
        """Who spoke as "a woman" not long before "the woman" speaks."""
        grammar = self._speech.grammar
        others = grammar.indefinite | grammar.plural | grammar.possessives
        if subject.name is not None or not subject.determiner or subject.determiner in others:
            return None
        speaker, number = self._introduced.get(subject.head, (None, 0))
        return speaker if self.number - number <= _SINCE else None

    def _spoke_alone(self, unit: Unit, at: int) -> Person | None:
        """Who spoke last in a paragraph; if somebody else was named since, the only one who was."""
        if self.last is None or not self.is_near(unit):
            return None
        if not self.is_another:
            return self.last.person
        since = self._people.alone_in(self._units[self.last_unit].end, at, "")
        return since.person if since is not None else None

    def _topic_again(self, subject: Phrase, topic: Speaker | None) -> Speaker | None:
        """Of whom the sentence before is without a name, where one of his designations follows: "der Landwirt"."""
        if topic is None or topic.person is not None or topic.source.kind not in ("person", "anonymous", "witness"):
            return None
        is_one = topic.source.name.split()[0].lower() not in self._speech.grammar.plural
        is_one = is_one and any(is_of_people(word, self._speech) for word in topic.source.name.lower().split())
        is_again = is_one and subject.name is None and is_designation(self._speech, subject.head)
        is_definite = subject.determiner and subject.determiner not in self._speech.grammar.indefinite
        fits = not (topic.gender and subject.gender) or topic.gender == subject.gender
        fits = fits and not is_of_another_office(self._speech, topic.source.name, subject.head)
        return topic if is_again and is_definite and fits else None

    def _nameless_again(self, subject: Phrase) -> Speaker | None:
        """Whom "die 39-Jährige" or "celle-ci" means right behind a sentence that names nobody but tells of her."""
        grammar, who = self._speech.grammar, self._nameless[0] if self._nameless is not None else None
        is_again = subject.head in grammar.the_latter | grammar.this_one if subject.is_pronoun else False
        is_again = is_again or (subject.name is None and bool(compounds(subject.head, self._speech.naming.persons)))
        is_definite = subject.determiner not in grammar.indefinite | grammar.plural | grammar.possessives
        if who is None or not is_again or not is_definite:
            return None
        return None if subject.gender and who.gender != subject.gender else who

    def _are_many(self, subject: Phrase, verb: str, speaker: Speaker | None) -> bool:
        """Whether a verb is for many, so that one person is not who says it: "Die Linken warfen ihm vor"."""
        is_one = speaker is not None and speaker.person is not None and not subject.is_pronoun
        return is_one and self._speech.grammar.capital_nouns and verb.endswith("en")

    def _pointed_at(self, unit: Unit, phrase: Phrase) -> Speaker | None:
        """Whom "the latter", "this one" or "the person concerned" means."""
        at = unit.tokens[phrase.first].start
        if phrase.head.split()[-1] in self._speech.naming.concerned:
            person = self._people.most_named(phrase.gender, at)
            return self._people.speaker(person) if person is not None else None
        before = self.of_before[0]
        if before is not None and before.person is None and before.gender == phrase.gender:
            return before  # "la antigua jefa": esta
        spoke = self.last.person if self.last is not None and phrase.head in self._speech.grammar.this_one else None
        return self._people.pointed_at(phrase.gender, at, spoke)

    def is_near(self, unit: Unit) -> bool:
        """Whether who spoke last did so in the paragraph of a sentence."""
        return self.last_unit >= 0 and self._units[self.last_unit].paragraph == unit.paragraph

    def _topic_of(self, clause: Clause, unit: Unit, topic: Speaker | None) -> tuple[Speaker | None, Offsets | None]:
        """Of which person a sentence is: whom it begins with, or who is the subject of a verb of saying in it."""
        opening = inverted_pronoun(clause) or clause.opening()
        goes_on = self._speech.grammar.drops_subjects and (opening is None or has_none(clause, opening))
        others = (clause.subject_after(cue.past) for cue in clause.cues)
        goes_on = goes_on or self._only_asks(unit, opening, topic) or is_of_that_one(clause, topic)
        goes_on = goes_on and not any(one is not None and one.determiner and clause.is_person(one) for one in others)
        if goes_on and topic is not None and not self._people.names_another(unit.start, unit.end, topic.person):
            return topic, self.topic_before  # "Habla despacio": who does is whom the sentence before was of
        pointing = self._speech.grammar.the_latter | self._speech.grammar.this_one
        if opening is not None and opening.is_pronoun and opening.head in pointing:
            return self._pointed_at(unit, opening), span_of(unit.tokens, opening.first, opening.past)
        if opening is not None and self._is_he_or_she(opening, clause):
            who = self._meant(unit, opening, topic, unit.tokens[opening.first].start)
            is_one = who is not None and who.person is not None and who.gender in ("", opening.gender)
            return (who, span_of(unit.tokens, opening.first, opening.past)) if is_one else (None, None)
        behind = inverted_subject(clause) if opening is None or not clause.is_person(opening) else None
        for found in (
            subject_behind_predicate(clause),
            stirred_by(clause),
            comes_in(clause),
            opening,
            *(subject_of(clause, cue) for cue in clause.cues),
            behind,
        ):
            if found is None or found.is_pronoun or found.determiner in self._speech.grammar.plural:
                continue
            phrase = without_verb(clause, found)
            if found is opening and clause.phrases.second_of(phrase) is not None:
                continue  # "Juan Ruiz y Eva Blas callan"
            spoke = self.last.person if self.last is not None and self.last_unit == self.number - 1 else None
            before = self._units[self.number - 1] if self.number else unit
            told = self._units[self.number - 2] if self.number > 1 and before.tokens[0].kind == "quote" else before
            told = told if told.paragraph == unit.paragraph else before  # "Ada Kroon is here. “I stay.” The baker …"
            if spoke is not None and self._people.alone_in(told.start, told.end, spoke.gender) is None:
                spoke = None  # she, or whom else the sentence names
            those = (spoke, self._named_before) if is_designation(self._speech, phrase.head) else ()
            about = tuple(one for one in those if one is not None)
            if len(set(about)) > 1 and len({one.gender for one in about}) == 1:
                continue  # "Holt reichte Ada Kroon die Hand. Die Dame nickte": who did?
            who = self._people.known(phrase, unit.tokens, self.last, unit.tokens[phrase.first].start, about)
            is_of_people = who is not None and (who.person is not None or clause.phrases.is_of_people(phrase.head))
            if is_of_people:
                return who, span_of(unit.tokens, phrase.first, phrase.past)
        return None, None

    def _only_asks(self, unit: Unit, opening: Phrase | None, topic: Speaker | None) -> bool:
        """Whether a sentence is the reporter's question, of nobody else: "Ob sie geht?", "Et maintenant ?"."""
        is_of_nobody = opening is None or opening.is_pronoun or any(token.hangs for token in unit.tokens)
        if unit.tokens[-1].text != "?" or topic is None or not is_of_nobody:
            return False
        grammar = self._speech.grammar
        other = grammar.he if topic.gender == "woman" else grammar.she if topic.gender == "man" else frozenset[str]()
        return not any(token.low in other - grammar.determiners for token in unit.tokens)

    def _is_he_or_she(self, phrase: Phrase, clause: Clause) -> bool:
        grammar = self._speech.grammar
        pointing = grammar.the_latter | grammar.this_one
        if not phrase.is_pronoun or phrase.is_plural or phrase.head in pointing or phrase.past >= clause.last:
            return False
        return phrase.head not in grammar.they or not clause.tokens[phrase.past].low.endswith("n")  # sie sagten

    def _meant(self, unit: Unit, subject: Phrase, topic: Speaker | None, at: int) -> Speaker | None:
        """Whom "he" most likely means: of whom the sentence before is, the one of the paragraph, or who spoke last."""
        if topic is None and self._nameless is not None and self._nameless[0].gender == subject.gender:
            return self._nameless[0]  # "Une étudiante hausse les épaules": elle
        is_body = topic is not None and topic.source.kind in ("organization", "media", "government")
        if topic is not None and topic.gender in ("", subject.gender) and (topic.gender or not is_body):
            return topic
        body = self._body
        if body is not None and body[0] == unit.paragraph and body[1].gender in ("", subject.gender):
            return body[1]  # "L'institution s'en défend": elle
        only = self._named_before
        is_newer = not self.is_near(unit) or self.last_unit < self.number - 1
        if only is not None and only.gender == subject.gender and is_newer:
            return self._people.speaker(only)
        if self.is_near(unit) and self.last is not None and is_of_other_gender(subject, self.last):
            return self._people.only_one(subject.gender, at)
        if self.is_near(unit):
            return self.last
        return self._people.alone_in(self._start_of(unit), at, subject.gender) or self.last

    def _start_of(self, unit: Unit) -> int:
        """Where the paragraph of a sentence begins."""
        return next(one.start for one in self._units if one.paragraph == unit.paragraph)
