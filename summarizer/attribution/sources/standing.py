"""Tells where a word stands that points back, and what the text around it says of those whom it may mean."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.sources import vocabulary as vocab
from summarizer.attribution.sources.persons import gender_called, is_gender_called
from summarizer.attribution.sources.roles import begins_with_role, role_after
from summarizer.attribution.sources.turns import (
    SENTENCES_TO_ANSWER,
    begins,
    is_answered,
    is_followed_by_verb,
    is_fronted_subject,
    is_kin,
    is_subject,
    leads_on,
    opens,
    opens_sentence,
    start_of_statement,
)
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.attribution.sources.candidates import Who
    from summarizer.attribution.sources.index import NameIndex
    from summarizer.attribution.sources.mentions import Occurrence, Referent
    from summarizer.attribution.sources.naming import SourceName

_SAID_BY = re.compile(r"\b(?:said|says)\s(?:[\w.’']+\s){0,3}\Z")  # "said Ann in ’t Poe"
_GENDER_OF_PRONOUNS = {"he": "man", "she": "woman"}
_PERSONAL_FIRST = ("He ", "She ")
_LONGEST_ROLE = 45  # characters between "Ostby" and "Ann Poe"
_LONGEST_FIRST_NAMES = 30  # characters
# "Oleta, who was honoured, left", "Oleta sang".
IS_PERSON = re.compile(rf",\s+who\b|\s(?:{vocab.any_of(word_set('sources.persons.human_deeds'))})\b")
_FIRST_NAMES = 12  # of somebody, that are looked at
# "His lawyer, Poe," and "her brother Roe" are not he and not she.
KIN = re.compile(r"([Hh](?:is|er))(?<!\w...)\s(?:[\w’'-]+\s){0,3}([\w’'-]+)(?:,\s(?:the\s|an?\s)?[a-z-]+)?,?\s\Z")
_ASKING = re.compile(r"(?:Was|Were|Is|Are|Did|Does|Do|Has|Had|Will|Would|Could|Can|Should)\s")
_SUBJECT_PRONOUN = re.compile(r"\bs?he\b", re.IGNORECASE)
_ONE = re.compile(r"(?:One|Another|The\sother|A\ssecond|A\sthird)(?:\sof\sthem|,\s.*|\s[a-z]+)?\Z")
_NO_PAUSE = re.compile(rf"(?:(?!\b(?:{vocab.any_of(word_set('sources.grammar.joining'))})\b)[^,;:()“”\"\n–—])*")
_LONGEST_TO_OBJECT = 60  # characters


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


class Standing:
    """Where a pronoun or noun stands that points back, with those who have spoken before it."""

    def __init__(self, index: NameIndex, at: int, speakers: Sequence[Speaker]) -> None:
        self.index = index
        self.prose = index.prose
        self.at = at
        self.sentence = index.prose.sentence_at(start_of_statement(index.prose, at))
        self.quoted = index.prose.is_quoted(at)
        self.block = index.prose.block_of(self.sentence)
        self.speakers = [one for i, one in enumerate(speakers) if not self._is_within(one, speakers[i - 1])][-8:]
        # Who wrote "a study by Ann Poe" has not spoken.
        spoken = [speaker for speaker in self.speakers if self.is_speaker(speaker)]
        self.spoken = {edge for speaker in spoken for edge in (speaker.start, speaker.end)}
        self._begun_by: dict[str, Referent | None] = {}  # by gender

    def _is_within(self, speaker: Speaker, before: Speaker) -> bool:
        """Whether another said in an earlier sentence that somebody speaks: "Poe noted that Roe has admitted it"."""
        is_before = before.end < speaker.start and before.sentence == speaker.sentence < self.sentence
        return is_before and self.prose.text.endswith(" that ", 0, speaker.start)

    def is_speaker(self, speaker: Speaker) -> bool:
        """Whether somebody has spoken, and not only a study or an aside: "clerks like Poe, who doubt it"."""
        is_aside = self.prose.text.endswith("who", speaker.start, speaker.end) and not any(
            begins_with_role(self.prose, name) for name in self.index.within(speaker.start, speaker.end)
        )
        return speaker.head not in vocab.DOCUMENT_NOUNS and not is_aside

    def distance(self, sentence: int) -> float:
        """How far before it a sentence lies: half for each sentence and half more for each paragraph between."""
        return 0.5 * (self.sentence - sentence + self.block - self.prose.block_of(sentence))

    def is_lone_object(self, name: Occurrence, referent: Referent) -> bool:
        """Whether to a lone name only something is done in the sentence before: Poe, in "Roe sued Poe. She said"."""
        is_before = name.sentence == self.sentence - 1 and self.prose.block_of(name.sentence) == self.block
        if referent.sort != "single" or not is_before or opens(self.index, name):
            return False
        return not is_subject(self.prose.text, name.end) and all(one.end < name.start for one in self.speakers)

    @cached_property
    def told_by_it(self) -> frozenset[Referent | None]:
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

    def is_another_called(self, name: Occurrence, referent: Referent, gender: str) -> bool:
        """Whether a noun of the pronoun's gender calls somebody else in the sentence that names this one first."""
        if not gender or self.sentence - name.sentence > 1 or name is not referent.occurrences[0]:
            return False
        if gender_called(self.prose, name) == gender:
            return False
        here = self.index.within(self.prose.sentence_starts[name.sentence], self.at)
        others = (one for one in here if one.sentence == name.sentence and one is not name)
        called = [one for one in others if gender_called(self.prose, one) == gender]
        is_kin = any(KIN.search(self.prose.text, max(0, one.lead - 40), one.lead) for one in called)
        return bool(called) and not is_kin and not is_gender_called(self.prose, referent)

    def is_only_person_here(self, gender: str, name: Occurrence, referent: Referent) -> bool:
        """Whether a paragraph in which nobody has spoken names one person whom a pronoun of this gender may mean."""
        if self.prose.block_of(name.sentence) != self.block or referent.sort == "single" or self.quoted:
            return False
        if any(self.prose.block_of(speaker.sentence) == self.block for speaker in self.speakers):
            return False
        here = [one for one in self.index.before(self.at, 12) if self.prose.block_of(one.sentence) == self.block]
        named = {self.index.referent_of(one) for one in here if not self.prose.is_quoted(one.start)}
        others = [one for one in named if one is not None and one is not referent and one.sort in ("person", "name")]
        # "Asked about Poe, who met Roe, she" is not Poe.
        may_be_he = not gender or name.sentence == self.sentence
        return not others or not (may_be_he or any(self.gender(one) in ("", gender) for one in others))

    def gender(self, referent: Referent) -> str:
        """The gender that the article shows of somebody, if only by having called a speaker "he" or "she" before."""
        known = self.index.gender(referent)
        if known:
            return known
        called = (self.prose.text[one.start : one.end].lower() for one in self.speakers if one.referent is referent)
        return next((_GENDER_OF_PRONOUNS[word] for word in called if word in _GENDER_OF_PRONOUNS), "")

    def acts(self, single: Referent) -> bool:
        """Whether a lone name is called somebody's kin or has a "who", or comes back and has a title or a verb."""
        names = single.occurrences[:_FIRST_NAMES]
        if any(IS_PERSON.match(self.prose.text, name.end) for name in names):
            return True
        if is_kin(self.prose.text, names[0].lead) or role_after(self.prose, names[0]):
            return True
        return len(names) > 1 and any(
            name.lead != name.start
            or is_followed_by_verb(self.prose.text, name.end)
            or _SAID_BY.search(self.prose.text, max(0, name.lead - _LONGEST_FIRST_NAMES), name.lead) is not None
            for name in names
        )

    def opens_paragraph(self, name: Occurrence) -> bool:
        """Whether "He" opens the second sentence of a paragraph whose first sentence the name opens."""
        block = self.block
        is_before = name.sentence == self.sentence - 1 and self.prose.block_of(name.sentence) == block
        is_first = name.sentence == 0 or self.prose.block_of(name.sentence - 1) != block
        if not is_before or not is_first or not opens_sentence(self.index, self.sentence, self.at):
            return False
        return opens(self.index, name)

    def is_of_another(self, name: Occurrence, referent: Referent) -> bool:
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

    def opens_last_sentence(self, name: Occurrence) -> bool:
        """Whether a name is the subject with which the sentence before begins, in the same paragraph."""
        if name.sentence != self.sentence - 1:
            return False
        is_led = leads_on(self.prose, name.sentence) or opens_sentence(self.index, self.sentence, self.at)
        if self.prose.block_of(name.sentence) != self.block and not (is_led and self._is_silent(name)):
            return False
        if begins(self.prose, name) and is_subject(self.prose.text, name.end):
            return True
        return self.prose.block_of(name.sentence) != self.block and is_fronted_subject(self.index, name)

    def is_questioned(self, name: Occurrence) -> bool:
        """Whether the sentence before asks about somebody, who may answer here: "Did Poe agree? “No,” he said"."""
        if name.sentence != self.sentence - 1 or self.prose.is_quoted(name.start):
            return False
        low, high = self.prose.sentence_starts[name.sentence : name.sentence + 2]
        asks = _ASKING.fullmatch(self.prose.text, low, name.lead) is not None
        return asks and self.prose.text[low:high].rstrip().endswith("?")

    def _is_silent(self, name: Occurrence) -> bool:
        """Whether nobody but who bears a name speaks from there on: "He" in the next paragraph is who acted in this."""
        return all(speaker.start <= name.end for speaker in self.speakers)

    def is_one(self, speaker: Speaker) -> bool:
        """Whether somebody without a name has spoken right before: "One, a nurse, said so. She"."""
        is_near = self.sentence - speaker.sentence <= 1 and self.prose.block_of(speaker.sentence) == self.block
        return is_near and not speaker.plural and _ONE.match(self.prose.text, speaker.start, speaker.end) is not None

    def gives_way(self, sentence: int, who: Referent | None, gender: str) -> bool:
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
                fits = not gender or self.gender(who) in ("", gender)
                is_told = is_subject(self.prose.text, name.end) and not self.prose.is_quoted(name.start)
                return who if fits and is_told else None
        return None

    def does_to_her(self, speaker: Speaker) -> bool:
        """Whether somebody does something to whom a pronoun means: "She was told by a teacher that it was late"."""
        text = self.prose.text
        is_agent = text.endswith(" by ", 0, speaker.start)
        return is_agent and text.startswith(_PERSONAL_FIRST, self.prose.sentence_starts[speaker.sentence])

    def replies_to(self, speaker: Speaker) -> bool:
        """Whether a speaker has just asked something, and here is who answers: "a voter asked. “Yes,” she replied"."""
        is_near = self.is_near(speaker.sentence) and speaker.end <= self.at
        return is_near and is_answered(self.prose.text, speaker.start, speaker.end, self.at)

    def is_near(self, sentence: int) -> bool:
        """Whether what is asked in a sentence may be answered here."""
        return self.sentence - sentence <= SENTENCES_TO_ANSWER

    def is_alone(self, person: Referent) -> bool:
        """Whether this paragraph and the one before name nobody else by more than a lone word."""
        near = [name for name in self.index.before(self.at, 12) if self.prose.block_of(name.sentence) >= self.block - 1]
        others = (self.index.referent_of(name) for name in near if name.sort in ("person", "name"))
        return all(other is None or other is person or other.kind != "person" for other in others)

    def find_only_person(self) -> Referent | None:
        """Find the person of an article that has named no other one before, and says nothing of what that one is."""
        persons = [person for person in self.index.persons if person.sort == "person"]
        known = [person for person in persons if person.occurrences[0].start < self.at]
        return known[0] if len(known) == 1 and not self.index.callings(known[0]).known else None
