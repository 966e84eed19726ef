"""Finds who a pronoun or a new name for somebody points back at, by gender, distance and who spoke last."""

from __future__ import annotations

import re
from functools import cached_property, partial
from itertools import chain
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.sources import vocabulary as vocab
from summarizer.attribution.sources.candidates import NOBODY, Candidate, Who, ranked
from summarizer.attribution.sources.introductions import introduction
from summarizer.attribution.sources.newcomers import find_newcomer, find_unnamed
from summarizer.attribution.sources.persons import gender_called, is_gender_called
from summarizer.attribution.sources.roles import begins_with_role, role_after
from summarizer.attribution.sources.turns import (
    SENTENCES_TO_ANSWER,
    begins,
    find_ahead,
    goes_on,
    is_answered,
    is_followed_by_verb,
    is_fronted_subject,
    is_in_own_words,
    is_kin,
    is_of_owner,
    is_subject,
    is_topic,
    leads_on,
    opens,
    opens_sentence,
    start_of_statement,
    tells_on,
)
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from summarizer.attribution.sources.index import NameIndex
    from summarizer.attribution.sources.mentions import Occurrence, Referent
    from summarizer.attribution.sources.naming import SourceName
    from summarizer.attribution.sources.newcomers import Subject

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
_OF_TOPIC = 2.5  # for Poe, after "As for Poe, she"
_OF_TOLD_OF = 3.0  # taken off "the critic" of the paragraph above, where this one tells more of whom that told of
_OF_GOING_ON = 1.5  # for the last speaker, of "he added"
_OF_SILENT = 2.0  # taken off who has not spoken yet
_CLEAR = 1.0  # of scores: of those nearer to one another each is as often meant
_HIGHEST = 5.7  # score that a name can have that is not near, its distance not taken off
_OF_ANOTHER_CALLED = 3.5  # from the score of whom nothing shows to be "she", beside "the abbess, Ann Poe"
_SAID_BY = re.compile(r"\b(?:said|says)\s(?:[\w.’']+\s){0,3}\Z")  # "said Ann in ’t Poe"
_GENDER_OF_PRONOUNS = {"he": "man", "she": "woman"}
_PERSONAL_FIRST = ("He ", "She ")
_FIRST_PRONOUNS = {"man": "He ", "woman": "She "}
_GENDER_OF_OWNERS = {"his": "man", "her": "woman"}
_OF_NEWCOMER = 2.6
_OF_REACTING = 4.2  # for the inspector, of "The inspector disagreed. “It is late,” he said"
_OF_UNKNOWN = 0.5
_OF_SUBJECT = 2.0  # for "The driver fled", after which "he" may be who told of it
_OF_UNNAMED = 2.2
_LONGEST_ROLE = 45  # characters between "Ostby" and "Ann Poe"
_LONGEST_FIRST_NAMES = 30  # characters
# "Oleta, who was honoured, left", "Oleta sang".
_IS_PERSON = re.compile(rf",\s+who\b|\s(?:{vocab.any_of(word_set('sources.persons.human_deeds'))})\b")
_FIRST_NAMES = 12  # of somebody, that are looked at
_MOST_NAMES = 60  # before a pronoun
OBLIQUE = tuple(f" {word} " for word in word_set("sources.grammar.oblique"))
_OPENING_MARKS = ("“", '"')
# "His lawyer, Poe," and "her brother Roe" are not he and not she.
_KIN = re.compile(r"([Hh](?:is|er))(?<!\w...)\s(?:[\w’'-]+\s){0,3}([\w’'-]+)(?:,\s(?:the\s|an?\s)?[a-z-]+)?,?\s\Z")
_SUBJECT_PRONOUN = re.compile(r"\bs?he\b", re.IGNORECASE)
_ONE = re.compile(r"(?:One|Another|The\sother|A\ssecond|A\sthird)(?:\sof\sthem|,\s.*|\s[a-z]+)?\Z")
_NO_PAUSE = re.compile(rf"(?:(?!\b(?:{vocab.any_of(word_set('sources.grammar.joining'))})\b)[^,;:()“”\"\n–—])*")
_LONGEST_TO_OBJECT = 60  # characters
_LESS_SURE = {"single": 1.0, "name": 0.7}  # than what is known to be a person's name


class Speaker(NamedTuple):
    """An earlier attributing mention, and who it was found to be; `head` is its head noun, empty for a name."""

    start: int
    end: int
    sentence: int
    source: SourceName
    referent: Referent | None
    head: str
    plural: bool

    @property
    def who(self) -> Who:
        """Who it was found to be, with all that the article says of them where it names them."""
        return self.referent or self.source


class Anaphor:
    """A pronoun or noun at an offset that points back at somebody whom the text names or quotes before it."""

    def __init__(
        self, index: NameIndex, at: int, speakers: Sequence[Speaker], subject: tuple[Subject, Who] | None = None
    ) -> None:
        self.index = index
        self._subject = subject  # who begins the sentence before, without a name
        self.prose = index.prose
        self.at = at
        self.sentence = index.prose.sentence_at(start_of_statement(index.prose, at))
        self.quoted = index.prose.is_quoted(at)
        self._block = index.prose.block_of(self.sentence)
        self.speakers = [one for i, one in enumerate(speakers) if not self._is_within(one, speakers[i - 1])][-8:]
        # Who wrote "a study by Ann Poe" has not spoken.
        spoken = [speaker for speaker in self.speakers if self._is_speaker(speaker)]
        self._begun_by: dict[str, Referent | None] = {}  # by gender
        self._goes_on = False  # whether "he added" shows that who is meant has spoken before
        self._is_told = False  # whether nothing is said there: "She was rich"
        self.is_rivalled = False  # whether somebody else was nearly as likely when it was last asked who is meant
        self.spoken = {edge for speaker in spoken for edge in (speaker.start, speaker.end)}

    def _is_within(self, speaker: Speaker, before: Speaker) -> bool:
        """Whether another said in an earlier sentence that somebody speaks: "Poe noted that Roe has admitted it"."""
        is_before = before.end < speaker.start and before.sentence == speaker.sentence < self.sentence
        return is_before and self.prose.text.endswith(" that ", 0, speaker.start)

    def _is_speaker(self, speaker: Speaker) -> bool:
        """Whether somebody has spoken, and not only a study or an aside: "clerks like Poe, who doubt it"."""
        is_aside = self.prose.text.endswith("who", speaker.start, speaker.end) and not any(
            begins_with_role(self.prose, name) for name in self.index.within(speaker.start, speaker.end)
        )
        return speaker.head not in vocab.DOCUMENT_NOUNS and not is_aside

    def distance(self, sentence: int) -> float:
        """How far before it a sentence lies: half for each sentence and half more for each paragraph between."""
        return 0.5 * (self.sentence - sentence + self._block - self.prose.block_of(sentence))

    def likeliest(self, speaking: Iterable[Candidate], score_of: Callable[[Occurrence, Referent], float]) -> Who | None:
        """The likeliest of earlier speakers and of the names before, from whose score their distance is taken off."""
        best, second = NOBODY, NOBODY
        for candidate in speaking:
            best, second = ranked(candidate, best, second)
        for name in self.index.before(self.at, _MOST_NAMES):
            distance = self.distance(name.sentence)
            if distance > _REACH or _HIGHEST - distance < best.score - _CLEAR:
                break
            referent = self.index.referent_of(name)
            score = score_of(name, referent) if referent is not None else -inf
            if score > -inf:
                best, second = ranked(Candidate(score - distance, name.start, referent), best, second)
        self.is_rivalled = second.who is not None and best.score - second.score < _CLEAR
        return best.who if best.score >= -_REACH else None

    def find_person(self, gender: str) -> Who | None:
        """Find who "he" or "she" stands for; a SourceName when it is somebody without a name."""
        ahead = find_ahead(self.index, self.at, gender)
        if ahead is not None:
            return ahead
        self._goes_on = goes_on(self.prose.text, self.at)
        unnamed = chain(self._unnamed_persons(gender), self._subject_before(gender))
        speaking = chain(self._speaking_persons(gender), unnamed, self._meant_before(gender))
        return self.likeliest(speaking, partial(self._score_named_person, gender))

    def _meant_before(self, gender: str) -> Iterator[Candidate]:
        """Whom the "he" or "she" means that opens the sentence before: "He was moved. Last month he said"."""
        last, first = self.sentence - 1, _FIRST_PRONOUNS.get(gender)
        if last < 0 or first is None or self.quoted:
            return
        start = self.prose.sentence_starts[last]
        if not self.prose.text.startswith(first, start):
            return
        if any(speaker.end > start for speaker in self.speakers) or self.prose.is_quoted(start):
            return  # somebody has spoken since
        before = Anaphor(self.index, start, self.speakers)
        before._is_told = True
        found = before.find_person(gender)
        if found is not None:
            yield Candidate(_OF_PRONOUN - self.distance(last), start, found)

    def _subject_before(self, gender: str) -> Iterator[Candidate]:
        """Who begins the sentence before without a name: "The inspector disagreed. “It is late,” he said"."""
        if self._subject is None or self.quoted or self._subject[0].gender not in ("", gender):
            return
        subject, who = self._subject
        if is_answered(self.prose.text, subject.start, subject.end, self.at):
            return
        is_unknown = subject.is_bare and who not in self.index.persons
        score = _OF_REACTING if subject.reacts else _OF_UNKNOWN if is_unknown else _OF_SUBJECT
        yield Candidate(score - self.distance(self.sentence - 1), subject.start, who)

    def _unnamed_persons(self, gender: str) -> Iterator[Candidate]:
        """Those without a name with whom this sentence or the one before begins: "My mother is 86, but she says"."""
        for sentence in (self.sentence, self.sentence - 1):
            if sentence < 0 or self.prose.block_of(sentence) != self._block:
                return
            start = self.prose.sentence_starts[sentence]
            newcomer = find_newcomer(self.index, start, self.at)
            if newcomer is not None:
                yield Candidate(_OF_NEWCOMER - self.distance(sentence), start, newcomer)
            unnamed = find_unnamed(self.prose, start, self.at, gender)
            if unnamed is not None:
                yield Candidate(_OF_UNNAMED - self.distance(sentence), start, unnamed)

    def _score_named_person(self, gender: str, name: Occurrence, referent: Referent) -> float:
        """How likely a pronoun of this gender means a name before it, minus infinity where it cannot."""
        if referent.sort not in vocab.PERSONAL_SORTS:
            return -inf
        known = self._gender(referent)
        if gender and known and known != gender:
            return -inf
        is_speaker = not self.spoken.isdisjoint((name.start, name.end, name.lead))
        is_said = not self.quoted and self.prose.is_quoted(name.start)
        if self._is_of_another(name, referent) or is_in_own_words(self.prose, name, self.at):
            return -inf
        if referent in self._told_by_it or self._is_lone_object(name, referent):
            return -inf
        # A lone capitalised word is a person only if it speaks, or comes back outside of quotations.
        if referent.sort == "single" and not is_speaker and (is_said or not self._acts(referent)):
            return -inf
        less_sure = 0.0 if _IS_PERSON.match(self.prose.text, name.end) else _LESS_SURE.get(referent.sort, 0.0)
        score = 0.5 * bool(known) - less_sure - 2.5 * is_said
        score += self._score_place(gender, name, referent)
        # The subject of the same sentence: "Poe will stay, his office said".
        is_here = name.sentence == self.sentence and begins_with_role(self.prose, name)
        is_asker = self._is_near(name.sentence) and is_answered(self.prose.text, name.lead, name.end, self.at)
        # "When Roe had left, Poe replied that she was glad"
        is_nearest = name.sentence == self.sentence and is_subject(self.prose.text, name.end)
        is_nearest = is_nearest and not any(one.start > name.end for one in self.index.within(name.end, self.at))
        is_told = is_nearest and self.prose.text.endswith((" that ", " what "), 0, self.at)
        score += _OF_TELLER if is_told else _OF_SENTENCE if is_nearest else 0.0
        score += _OF_ONLY_PERSON if self._is_only_person_here(gender, name, referent) else 0.0
        score -= _OF_ANOTHER_CALLED if self._is_another_called(name, referent, gender) else 0.0
        if name is referent.occurrences[0] and name.sentence == self.sentence - 1 and not self.quoted:
            has_spoken = any(one.end > self.prose.sentence_starts[name.sentence] for one in self.speakers)
            score += introduction(self.index, name, self.at, gender, has_spoken=has_spoken)
        is_silent = not is_speaker and all(one.referent is not referent for one in self.speakers)
        score -= _OF_SILENT if self._goes_on and is_silent else 0.0
        is_speaker = is_speaker and not self._gives_way(name.sentence, referent, gender)
        return -inf if is_asker else score + 1.0 * is_here + 1.5 * is_speaker

    def _is_lone_object(self, name: Occurrence, referent: Referent) -> bool:
        """Whether to a lone name only something is done in the sentence before: Poe, in "Roe sued Poe. She said"."""
        is_before = name.sentence == self.sentence - 1 and self.prose.block_of(name.sentence) == self._block
        if referent.sort != "single" or not is_before or opens(self.index, name):
            return False
        return not is_subject(self.prose.text, name.end) and all(one.end < name.start for one in self.speakers)

    @cached_property
    def _told_by_it(self) -> frozenset[Referent | None]:
        """Whom the words of which a pronoun is the subject name, and it cannot mean: "She told Poe", "she said Poe".

        The rule is the third of binding theory (Chomsky, Lectures on Government and Binding, 1981, condition C). Who
        is "she" in the sentence before is meant here too: "She is Poe's sister. She said".
        """
        pronoun = None if self.quoted else _SUBJECT_PRONOUN.match(self.prose.text, self.at)
        if pronoun is None:
            return frozenset()
        start = self.prose.sentence_starts[max(0, self.sentence - 1)]
        same = (one for one in _SUBJECT_PRONOUN.finditer(self.prose.text, start, self.at))
        before = (one.start() for one in same if one[0].lower() == pronoun[0].lower())
        told = (self._named_after(at) for at in (self.at, *before) if not self.prose.is_quoted(at))
        return frozenset(chain.from_iterable(told))

    def _named_after(self, subject: int) -> Iterator[Referent | None]:
        """Those whom the words name that go on from a subject without a pause."""
        sentence = self.prose.sentence_at(subject)
        for one in self.index.within(subject, subject + _LONGEST_TO_OBJECT):
            if one.sentence == sentence and _NO_PAUSE.fullmatch(self.prose.text, subject, one.lead):
                yield self.index.referent_of(one)

    def _is_another_called(self, name: Occurrence, referent: Referent, gender: str) -> bool:
        """Whether a noun of the pronoun's gender calls somebody else in the sentence that names this one first."""
        if not gender or self.sentence - name.sentence > 1 or name is not referent.occurrences[0]:
            return False
        if gender_called(self.prose, name) == gender:
            return False
        here = self.index.within(self.prose.sentence_starts[name.sentence], self.at)
        others = (one for one in here if one.sentence == name.sentence and one is not name)
        called = [one for one in others if gender_called(self.prose, one) == gender]
        is_kin = any(_KIN.search(self.prose.text, max(0, one.lead - 40), one.lead) for one in called)
        return bool(called) and not is_kin and not is_gender_called(self.prose, referent)

    def _is_only_person_here(self, gender: str, name: Occurrence, referent: Referent) -> bool:
        """Whether a paragraph in which nobody has spoken names one person whom a pronoun of this gender may mean."""
        if self.prose.block_of(name.sentence) != self._block or referent.sort == "single" or self.quoted:
            return False
        if any(self.prose.block_of(speaker.sentence) == self._block for speaker in self.speakers):
            return False
        here = [one for one in self.index.before(self.at, 12) if self.prose.block_of(one.sentence) == self._block]
        named = {self.index.referent_of(one) for one in here if not self.prose.is_quoted(one.start)}
        others = [one for one in named if one is not None and one is not referent and one.sort in ("person", "name")]
        # "Asked about Poe, who met Roe, she" is not Poe.
        may_be_he = not gender or name.sentence == self.sentence
        return not others or not (may_be_he or any(self._gender(one) in ("", gender) for one in others))

    def _gender(self, referent: Referent) -> str:
        """The gender that the article shows of somebody, if only by having called a speaker "he" or "she" before."""
        known = self.index.gender(referent)
        if known:
            return known
        called = (self.prose.text[one.start : one.end].lower() for one in self.speakers if one.referent is referent)
        return next((_GENDER_OF_PRONOUNS[word] for word in called if word in _GENDER_OF_PRONOUNS), "")

    def _acts(self, single: Referent) -> bool:
        """Whether a lone name is called somebody's kin or has a "who", or comes back and has a title or a verb."""
        names = single.occurrences[:_FIRST_NAMES]
        if any(_IS_PERSON.match(self.prose.text, name.end) for name in names):
            return True
        if is_kin(self.prose.text, names[0].lead) or role_after(self.prose, names[0]):
            return True
        return len(names) > 1 and any(
            name.lead != name.start
            or is_followed_by_verb(self.prose.text, name.end)
            or _SAID_BY.search(self.prose.text, max(0, name.lead - _LONGEST_FIRST_NAMES), name.lead) is not None
            for name in names
        )

    def _score_place(self, gender: str, name: Occurrence, referent: Referent) -> float:
        """How the words around a person's name speak for its being spoken of further."""
        text = self.prose.text
        is_introduced = name is referent.occurrences[0] and text.startswith(", ", name.end)
        # "Ostby, an idea that" introduces nobody.
        is_introduced = is_introduced and (
            text[name.end + 2 : name.end + 3].isdigit() or bool(role_after(self.prose, name))
        )
        # "It concerns Ann Poe, a pilot.\n\n“No,” she said"
        is_last = is_introduced and self.sentence - 1 == name.sentence
        leads_here = is_last and text.startswith(_OPENING_MARKS, self.prose.sentence_starts[self.sentence])
        score = 1.6 if leads_here else 0.8 if is_introduced else 0.0
        score += _OF_PARAGRAPH if self._opens_paragraph(name) else _OF_LAST_SENTENCE * self._opens_last_sentence(name)
        score += _OF_TOPIC if self.sentence - name.sentence <= 1 and is_topic(self.prose, name) else 0.0
        before = text[max(0, name.lead - 9) : name.lead]
        if before.endswith(OBLIQUE):
            score -= 0.7
        elif opens(self.index, name):
            score += 0.8
        # "for a Poe presidency" is not of Poe
        score -= 1.5 if before.endswith((" a ", " the ")) and _NOUN_AFTER.match(text, name.end) is not None else 0.0
        # "talks with Poe as he": who is named in the sentence itself
        score += _OF_SENTENCE if name.sentence == self.sentence and text.endswith(_ASIDES, 0, self.at) else 0.0
        score -= 0.4 if text[name.end : name.end + 2] in ("’s", "'s") else 0.0
        kin = _KIN.search(text, max(0, name.lead - 40), name.lead)
        if kin is None or kin[2] not in vocab.PERSON_NOUNS or gender not in ("", _GENDER_OF_OWNERS[kin[1].lower()]):
            return score
        score -= _OF_KIN_ABOVE if self._is_of_owner(kin.start(), gender) else 0.0
        # "His deputy, Poe, left", after which "he" may be Poe, beside "he met his deputy, Poe"
        if not (begins(self.prose, name) and is_subject(text, name.end)):
            return score - 2.0
        return score - (0.4 * kin[1].islower() if self._gender(referent) else _OF_OTHERS_KIN)

    def _is_of_owner(self, kin: int, gender: str) -> bool:
        return not self._goes_on and is_of_owner(self.prose, kin, self.at, gender, is_told=self._is_told)

    def _opens_paragraph(self, name: Occurrence) -> bool:
        """Whether "He" opens the second sentence of a paragraph whose first sentence the name opens."""
        block = self._block
        is_before = name.sentence == self.sentence - 1 and self.prose.block_of(name.sentence) == block
        is_first = name.sentence == 0 or self.prose.block_of(name.sentence - 1) != block
        if not is_before or not is_first or not opens_sentence(self.index, self.sentence, self.at):
            return False
        return opens(self.index, name)

    def _is_of_another(self, name: Occurrence, referent: Referent) -> bool:
        """Whether a lone name only says of what or of where somebody else is: "Ostby council leader Ann Poe"."""
        if referent.sort == "person" and name.sort == "person":
            return False
        text = self.prose.text
        following = next(iter(self.index.within(name.end + 1, name.end + _LONGEST_ROLE)), None)
        if following is None or following.sort not in ("person", "name") or following.sentence != name.sentence:
            return False
        between = text[name.end : following.lead].split()
        is_role = bool(between) and between[-1] in vocab.ROLE_NOUNS
        return is_role and all(word.islower() and word.isalpha() for word in between)

    def _opens_last_sentence(self, name: Occurrence) -> bool:
        """Whether a name is the subject with which the sentence before begins, in the same paragraph."""
        if name.sentence != self.sentence - 1:
            return False
        is_led = leads_on(self.prose, name.sentence) or opens_sentence(self.index, self.sentence, self.at)
        if self.prose.block_of(name.sentence) != self._block and not (is_led and self._is_silent(name)):
            return False
        if begins(self.prose, name) and is_subject(self.prose.text, name.end):
            return True
        return self.prose.block_of(name.sentence) != self._block and is_fronted_subject(self.index, name)

    def _is_silent(self, name: Occurrence) -> bool:
        """Whether nobody but who bears a name speaks from there on: "He" in the next paragraph is who acted in this."""
        return all(speaker.start <= name.end for speaker in self.speakers)

    def _speaking_persons(self, gender: str) -> Iterator[Candidate]:
        """Earlier speakers: those who were a pronoun, and those without a name."""
        for speaker in self.speakers:
            referent = speaker.referent
            # "The Ohio Republican" without a name is whoever was named before; so is "he" after it.
            is_epithet = speaker.head in PARTISANS and speaker.source.name.lower().endswith(speaker.head)
            is_role = (speaker.head in vocab.ROLE_NOUNS and not is_epithet) or self._is_one(speaker)
            if speaker.plural or not (is_role if referent is None else referent.sort in vocab.PERSONAL_SORTS):
                continue
            distance = self.distance(speaker.sentence)
            known = vocab.GENDERS.get(speaker.head, "") if referent is None else self._gender(referent)
            if distance > _REACH or (gender and known and known != gender):
                continue
            is_last = speaker is self.speakers[-1] and self._is_speaker(speaker)
            score = 2.3 if is_last else 1.9 if referent is not None else 1.2
            if self._replies_to(speaker) or self._does_to_her(speaker):
                continue
            owner = _GENDER_OF_OWNERS.get(self.prose.text[speaker.start : speaker.start + 3].lower())
            score -= _OF_OTHERS_KIN if owner == gender and not known else 0.0  # "Her rival, Poe, backed it. She"
            score -= _OF_KIN_ABOVE if self._is_of_owner(speaker.start, gender) else 0.0
            score -= _OF_TOLD_OF if referent is None and tells_on(self.prose, speaker.start, self.at, gender) else 0.0
            score += _OF_GOING_ON if is_last and self._goes_on else 0.0
            score -= 1.0 if self._gives_way(speaker.sentence, referent, gender) else 0.0
            yield Candidate(score + (0.5 if known else 0.0) - distance, speaker.start, speaker.who)

    def _is_one(self, speaker: Speaker) -> bool:
        """Whether somebody without a name has spoken right before: "One, a nurse, said so. She"."""
        is_near = self.sentence - speaker.sentence <= 1 and self.prose.block_of(speaker.sentence) == self._block
        return is_near and not speaker.plural and _ONE.match(self.prose.text, speaker.start, speaker.end) is not None

    def _gives_way(self, sentence: int, who: Referent | None, gender: str) -> bool:
        """Whether another person begins the sentence before this one, after that in which somebody spoke."""
        if not sentence < self.sentence - 1:
            return False
        if gender not in self._begun_by:
            self._begun_by[gender] = self._begins_last(gender)
        begun_by = self._begun_by[gender]
        return begun_by is not None and begun_by is not who

    def _begins_last(self, gender: str) -> Referent | None:
        """The person with whom the sentence before this one begins, who may be of a gender."""
        last = self.sentence - 1
        if not leads_on(self.prose, last) and not opens_sentence(self.index, self.sentence, self.at):
            return None
        low, high = self.prose.sentence_starts[last : last + 2]
        for name in self.index.within(low, high):
            who = self.index.referent_of(name)
            if who is not None and who.sort in ("person", "name") and opens(self.index, name):
                fits = not gender or self._gender(who) in ("", gender)
                is_told = is_subject(self.prose.text, name.end) and not self.prose.is_quoted(name.start)
                return who if fits and is_told else None
        return None

    def _does_to_her(self, speaker: Speaker) -> bool:
        """Whether somebody does something to whom a pronoun means: "She was told by a teacher that it was late"."""
        text = self.prose.text
        is_agent = text.endswith(" by ", 0, speaker.start)
        return is_agent and text.startswith(_PERSONAL_FIRST, self.prose.sentence_starts[speaker.sentence])

    def _replies_to(self, speaker: Speaker) -> bool:
        """Whether a speaker has just asked something, and here is who answers: "a voter asked. “Yes,” she replied"."""
        is_near = self._is_near(speaker.sentence) and speaker.end <= self.at
        return is_near and is_answered(self.prose.text, speaker.start, speaker.end, self.at)

    def _is_near(self, sentence: int) -> bool:
        """Whether what is asked in a sentence may be answered here."""
        return self.sentence - sentence <= SENTENCES_TO_ANSWER

    def is_alone(self, person: Referent) -> bool:
        """Whether this paragraph and the one before name nobody else by more than a lone word."""
        near = [
            name for name in self.index.before(self.at, 12) if self.prose.block_of(name.sentence) >= self._block - 1
        ]
        others = (self.index.referent_of(name) for name in near if name.sort in ("person", "name"))
        return all(other is None or other is person or other.kind != "person" for other in others)

    def find_only_person(self) -> Referent | None:
        """Find the person of an article that has named no other one before, and says nothing of what that one is."""
        persons = [person for person in self.index.persons if person.sort == "person"]
        known = [person for person in persons if person.occurrences[0].start < self.at]
        return known[0] if len(known) == 1 and not self.index.callings(known[0]).known else None
