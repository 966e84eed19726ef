"""Finds who a pronoun or a new name for somebody points back at, by gender, distance and who spoke last."""

from __future__ import annotations

import re
from functools import partial
from itertools import chain
from math import inf
from typing import TYPE_CHECKING

from summarizer.attribution.sources import vocabulary as vocab
from summarizer.attribution.sources.candidates import NOBODY, Candidate, Who, ranked
from summarizer.attribution.sources.introductions import introduction
from summarizer.attribution.sources.newcomers import find_newcomer, find_unnamed
from summarizer.attribution.sources.roles import begins_with_role, role_after
from summarizer.attribution.sources.standing import IS_PERSON, KIN, Standing
from summarizer.attribution.sources.turns import (
    begins,
    find_ahead,
    goes_on,
    is_answered,
    is_in_own_words,
    is_of_owner,
    is_subject,
    is_topic,
    opens,
    tells_on,
)
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from summarizer.attribution.sources.index import NameIndex
    from summarizer.attribution.sources.mentions import Occurrence, Referent
    from summarizer.attribution.sources.newcomers import Subject
    from summarizer.attribution.sources.standing import Speaker

PARTIES = word_set("sources.callings.parties")
PARTISANS = PARTIES & vocab.PERSON_NOUNS  # "the Ohio Republican"
_REACH = 6  # as `Anaphor.distance` measures it
_NOUN_AFTER = re.compile(r"\s[a-z]{4,}")
_OF_SENTENCE = 0.5
_OF_TELLER = 3.2  # for Poe, in "Poe replied that he"
_ASIDES = tuple(f" {word} " for word in word_set("sources.grammar.asides"))
_OF_LAST_SENTENCE = 1.1  # for who the sentence before begins with
_OF_PRONOUN = 2.2  # for whom the pronoun means that opens the sentence before
_OF_ONLY_PERSON = 1.2  # for the only one whom its paragraph names
_OF_PARAGRAPH = 1.5  # for who a paragraph begins with
_OF_OTHERS_KIN = 0.9  # taken off whom nothing shows to be "she" and who is "her rival"
_OF_KIN_ABOVE = 3.0  # taken off "her son" of the paragraph above, where this one goes on with "he"
_OF_QUESTIONED = 2.5  # for Poe, after "Did Poe agree?"
_OF_TOPIC = 2.5  # for Poe, after "As for Poe, she"
_OF_TOLD_OF = 3.0  # taken off "the critic" of the paragraph above, where this one tells more of whom that told of
_OF_GOING_ON = 1.5  # for the last speaker, of "he added"
_OF_SILENT = 2.0  # taken off who has not spoken yet
_CLEAR = 1.0  # of scores: of those nearer to one another each is as often meant
_HIGHEST = 5.7  # score that a name can have that is not near, its distance not taken off
_OF_ANOTHER_CALLED = 3.5  # from the score of whom nothing shows to be "she", beside "the abbess, Ann Poe"
_FIRST_PRONOUNS = {"man": "He ", "woman": "She "}
_GENDER_OF_OWNERS = {"his": "man", "her": "woman"}
_OF_NEWCOMER = 2.6
_OF_REACTING = 4.2  # for the inspector, of "The inspector disagreed. “It is late,” he said"
_OF_UNKNOWN = 0.5
_OF_SUBJECT = 2.0  # for "The driver fled", after which "he" may be who told of it
_OF_UNNAMED = 2.2
_MOST_NAMES = 60  # before a pronoun
OBLIQUE = tuple(f" {word} " for word in word_set("sources.grammar.oblique"))
_OPENING_MARKS = ("“", '"')
_LESS_SURE = {"single": 1.0, "name": 0.7}  # than what is known to be a person's name


class Anaphor:
    """A pronoun or noun at an offset that points back at somebody whom the text names or quotes before it."""

    def __init__(
        self, index: NameIndex, at: int, speakers: Sequence[Speaker], subject: tuple[Subject, Who] | None = None
    ) -> None:
        self.here = Standing(index, at, speakers)
        self._subject = subject  # who begins the sentence before, without a name
        self._goes_on = False  # whether "he added" shows that who is meant has spoken before
        self._is_told = False  # whether nothing is said there: "She was rich"
        self.is_rivalled = False  # whether somebody else was nearly as likely when it was last asked who is meant

    def likeliest(self, speaking: Iterable[Candidate], score_of: Callable[[Occurrence, Referent], float]) -> Who | None:
        """The likeliest of earlier speakers and of the names before, from whose score their distance is taken off."""
        best, second = NOBODY, NOBODY
        for candidate in speaking:
            best, second = ranked(candidate, best, second)
        for name in self.here.index.before(self.here.at, _MOST_NAMES):
            distance = self.here.distance(name.sentence)
            if distance > _REACH or _HIGHEST - distance < best.score - _CLEAR:
                break
            referent = self.here.index.referent_of(name)
            score = score_of(name, referent) if referent is not None else -inf
            if score > -inf:
                best, second = ranked(Candidate(score - distance, name.start, referent), best, second)
        self.is_rivalled = second.who is not None and best.score - second.score < _CLEAR
        return best.who if best.score >= -_REACH else None

    def find_person(self, gender: str) -> Who | None:
        """Find who "he" or "she" stands for; a SourceName when it is somebody without a name."""
        ahead = find_ahead(self.here.index, self.here.at, gender)
        if ahead is not None:
            return ahead
        self._goes_on = goes_on(self.here.prose.text, self.here.at)
        unnamed = chain(self._unnamed_persons(gender), self._subject_before(gender))
        speaking = chain(self._speaking_persons(gender), unnamed, self._meant_before(gender))
        return self.likeliest(speaking, partial(self._score_named_person, gender))

    def _meant_before(self, gender: str) -> Iterator[Candidate]:
        """Whom the "he" or "she" means that opens the sentence before: "He was moved. Last month he said"."""
        last, first = self.here.sentence - 1, _FIRST_PRONOUNS.get(gender)
        if last < 0 or first is None or self.here.quoted:
            return
        start = self.here.prose.sentence_starts[last]
        if not self.here.prose.text.startswith(first, start):
            return
        if any(speaker.end > start for speaker in self.here.speakers) or self.here.prose.is_quoted(start):
            return  # somebody has spoken since
        before = Anaphor(self.here.index, start, self.here.speakers)
        before._is_told = True
        found = before.find_person(gender)
        if found is not None:
            yield Candidate(_OF_PRONOUN - self.here.distance(last), start, found)

    def _subject_before(self, gender: str) -> Iterator[Candidate]:
        """Who begins the sentence before without a name: "The inspector disagreed. “It is late,” he said"."""
        if self._subject is None or self.here.quoted or self._subject[0].gender not in ("", gender):
            return
        subject, who = self._subject
        if is_answered(self.here.prose.text, subject.start, subject.end, self.here.at):
            return
        is_unknown = subject.is_bare and who not in self.here.index.persons
        score = _OF_REACTING if subject.reacts else _OF_UNKNOWN if is_unknown else _OF_SUBJECT
        yield Candidate(score - self.here.distance(self.here.sentence - 1), subject.start, who)

    def _unnamed_persons(self, gender: str) -> Iterator[Candidate]:
        """Those without a name with whom this sentence or the one before begins: "My mother is 86, but she says"."""
        for sentence in (self.here.sentence, self.here.sentence - 1):
            if sentence < 0 or self.here.prose.block_of(sentence) != self.here.block:
                return
            start = self.here.prose.sentence_starts[sentence]
            newcomer = find_newcomer(self.here.index, start, self.here.at)
            if newcomer is not None:
                yield Candidate(_OF_NEWCOMER - self.here.distance(sentence), start, newcomer)
            unnamed = find_unnamed(self.here.prose, start, self.here.at, gender)
            if unnamed is not None:
                yield Candidate(_OF_UNNAMED - self.here.distance(sentence), start, unnamed)

    def _score_named_person(self, gender: str, name: Occurrence, referent: Referent) -> float:
        """How likely a pronoun of this gender means a name before it, minus infinity where it cannot."""
        if referent.sort not in vocab.PERSONAL_SORTS:
            return -inf
        known = self.here.gender(referent)
        if gender and known and known != gender:
            return -inf
        is_speaker = not self.here.spoken.isdisjoint((name.start, name.end, name.lead))
        is_said = not self.here.quoted and self.here.prose.is_quoted(name.start)
        if self.here.is_of_another(name, referent) or is_in_own_words(self.here.prose, name, self.here.at):
            return -inf
        if referent in self.here.told_by_it or self.here.is_lone_object(name, referent):
            return -inf
        # A lone capitalised word is a person only if it speaks, or comes back outside of quotations.
        if referent.sort == "single" and not is_speaker and (is_said or not self.here.acts(referent)):
            return -inf
        less_sure = 0.0 if IS_PERSON.match(self.here.prose.text, name.end) else _LESS_SURE.get(referent.sort, 0.0)
        score = 0.5 * bool(known) - less_sure - 2.5 * is_said
        score += self._score_place(gender, name, referent)
        # The subject of the same sentence: "Poe will stay, his office said".
        is_here = name.sentence == self.here.sentence and begins_with_role(self.here.prose, name)
        is_asker = self.here.is_near(name.sentence) and is_answered(
            self.here.prose.text, name.lead, name.end, self.here.at
        )
        # "When Roe had left, Poe replied that she was glad"
        is_nearest = name.sentence == self.here.sentence and is_subject(self.here.prose.text, name.end)
        is_nearest = is_nearest and not any(
            one.start > name.end for one in self.here.index.within(name.end, self.here.at)
        )
        is_told = is_nearest and self.here.prose.text.endswith((" that ", " what "), 0, self.here.at)
        score += _OF_TELLER if is_told else _OF_SENTENCE if is_nearest else 0.0
        score += _OF_ONLY_PERSON if self.here.is_only_person_here(gender, name, referent) else 0.0
        score -= _OF_ANOTHER_CALLED if self.here.is_another_called(name, referent, gender) else 0.0
        if name is referent.occurrences[0] and name.sentence == self.here.sentence - 1 and not self.here.quoted:
            has_spoken = any(one.end > self.here.prose.sentence_starts[name.sentence] for one in self.here.speakers)
            score += introduction(self.here.index, name, self.here.at, gender, has_spoken=has_spoken)
        is_silent = not is_speaker and all(one.referent is not referent for one in self.here.speakers)
        score -= _OF_SILENT if self._goes_on and is_silent else 0.0
        is_speaker = is_speaker and not self.here.gives_way(name.sentence, referent, gender)
        return -inf if is_asker else score + 1.0 * is_here + 1.5 * is_speaker

    def _score_place(self, gender: str, name: Occurrence, referent: Referent) -> float:
        """How the words around a person's name speak for its being spoken of further."""
        text = self.here.prose.text
        is_introduced = name is referent.occurrences[0] and text.startswith(", ", name.end)
        # "Ostby, an idea that" introduces nobody.
        is_introduced = is_introduced and (
            text[name.end + 2 : name.end + 3].isdigit() or bool(role_after(self.here.prose, name))
        )
        # "It concerns Ann Poe, a pilot.\n\n“No,” she said"
        is_last = is_introduced and self.here.sentence - 1 == name.sentence
        leads_here = is_last and text.startswith(_OPENING_MARKS, self.here.prose.sentence_starts[self.here.sentence])
        score = 1.6 if leads_here else 0.8 if is_introduced else 0.0
        score += (
            _OF_PARAGRAPH
            if self.here.opens_paragraph(name)
            else _OF_LAST_SENTENCE * self.here.opens_last_sentence(name)
        )
        score += _OF_QUESTIONED if self.here.is_questioned(name) else 0.0
        score += _OF_TOPIC if self.here.sentence - name.sentence <= 1 and is_topic(self.here.prose, name) else 0.0
        before = text[max(0, name.lead - 9) : name.lead]
        if before.endswith(OBLIQUE):
            score -= 0.7
        elif opens(self.here.index, name):
            score += 0.8
        # "for a Poe presidency" is not of Poe
        score -= 1.5 if before.endswith((" a ", " the ")) and _NOUN_AFTER.match(text, name.end) is not None else 0.0
        # "talks with Poe as he": who is named in the sentence itself
        score += (
            _OF_SENTENCE if name.sentence == self.here.sentence and text.endswith(_ASIDES, 0, self.here.at) else 0.0
        )
        score -= 0.4 if text[name.end : name.end + 2] in ("’s", "'s") else 0.0
        kin = KIN.search(text, max(0, name.lead - 40), name.lead)
        if kin is None or kin[2] not in vocab.PERSON_NOUNS or gender not in ("", _GENDER_OF_OWNERS[kin[1].lower()]):
            return score
        score -= _OF_KIN_ABOVE if self._is_of_owner(kin.start(), gender) else 0.0
        # "His deputy, Poe, left", after which "he" may be Poe, beside "he met his deputy, Poe"
        if not (begins(self.here.prose, name) and is_subject(text, name.end)):
            return score - 2.0
        return score - (0.4 * kin[1].islower() if self.here.gender(referent) else _OF_OTHERS_KIN)

    def _is_of_owner(self, kin: int, gender: str) -> bool:
        return not self._goes_on and is_of_owner(self.here.prose, kin, self.here.at, gender, is_told=self._is_told)

    def _speaking_persons(self, gender: str) -> Iterator[Candidate]:
        """Earlier speakers: those who were a pronoun, and those without a name."""
        for speaker in self.here.speakers:
            referent = speaker.referent
            # "The Ohio Republican" without a name is whoever was named before; so is "he" after it.
            is_epithet = speaker.head in PARTISANS and speaker.source.name.lower().endswith(speaker.head)
            is_role = (speaker.head in vocab.ROLE_NOUNS and not is_epithet) or self.here.is_one(speaker)
            if speaker.plural or not (is_role if referent is None else referent.sort in vocab.PERSONAL_SORTS):
                continue
            distance = self.here.distance(speaker.sentence)
            known = vocab.GENDERS.get(speaker.head, "") if referent is None else self.here.gender(referent)
            if distance > _REACH or (gender and known and known != gender):
                continue
            is_last = speaker is self.here.speakers[-1] and self.here.is_speaker(speaker)
            score = 2.3 if is_last else 1.9 if referent is not None else 1.2
            if self.here.replies_to(speaker) or self.here.does_to_her(speaker):
                continue
            owner = _GENDER_OF_OWNERS.get(self.here.prose.text[speaker.start : speaker.start + 3].lower())
            score -= _OF_OTHERS_KIN if owner == gender and not known else 0.0  # "Her rival, Poe, backed it. She"
            score -= _OF_KIN_ABOVE if self._is_of_owner(speaker.start, gender) else 0.0
            score -= (
                _OF_TOLD_OF
                if referent is None and tells_on(self.here.prose, speaker.start, self.here.at, gender)
                else 0.0
            )
            score += _OF_GOING_ON if is_last and self._goes_on else 0.0
            score -= 1.0 if self.here.gives_way(speaker.sentence, referent, gender) else 0.0
            yield Candidate(score + (0.5 if known else 0.0) - distance, speaker.start, speaker.who)
