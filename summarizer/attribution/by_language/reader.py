"""Reads an article in a language that has a file of its own: its statements, who makes them, and what was not read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.by_language.about import (
    is_about_the_other,
    is_dead,
    is_of_document,
    is_of_its_speaker,
    is_of_many,
    leads_on_without_speaker,
    names_another,
    speaks_of_himself,
    tells_what_was_said,
)
from summarizer.attribution.by_language.afterwards import (
    SAYS_IT,
    SAYS_SO,
    TAKES_IT,
    introduced,
    says_the_quotation_before,
    says_the_sentence_before,
    takes_it,
)
from summarizer.attribution.by_language.clause import Clause
from summarizer.attribution.by_language.mood import begins_in_mood, goes_on_in_mood
from summarizer.attribution.by_language.people import People
from summarizer.attribution.by_language.persons import Speaker, span_of
from summarizer.attribution.by_language.relays import cited_by, media_told, medium_at
from summarizer.attribution.by_language.sentence import read_sentence
from summarizer.attribution.by_language.speech import load_speech
from summarizer.attribution.by_language.units import read_headings, read_units
from summarizer.attribution.by_language.whom import Whom
from summarizer.attribution.sources.naming import SourceName
from summarizer.attribution.traces import NO_SPEAKER, UNCLEAR, Trace
from summarizer.contract.article import ReadOnce
from summarizer.contract.statement import Statement
from summarizer.text.language import rules_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.attribution.by_language.found import Found
    from summarizer.attribution.by_language.speech import Speech
    from summarizer.attribution.by_language.tokens import Token, Unit
    from summarizer.contract.article import Article
    from summarizer.contract.statement import Offsets

_SPEECH = 8  # words of a quotation that somebody says, whoever it is: "he" is not who spoke before it
_FEWEST = 3  # words of a quotation that may be speech
_MARKS = frozenset(",.:;–—-’'")


class Reading(NamedTuple):
    """What was read of an article; names and references (see confidence.py) by the mentions of the sources."""

    statements: tuple[Statement, ...]
    unread: tuple[Trace, ...]
    names: dict[Offsets, SourceName]
    references: dict[Offsets, str]


@ReadOnce
def read_by_language(article: Article) -> Reading:
    """Read an article whose language has a file of its own."""
    speech = load_speech(rules_language(article.language))
    return _ArticleReader(speech, read_units(article, speech), read_headings(article, speech)).read()


class _ArticleReader:
    def __init__(self, speech: Speech, units: Sequence[Unit], headings: Sequence[Unit]) -> None:
        self._speech = speech
        self._units = units
        self._people = People(speech, units, headings)
        self._statements: list[Statement] = []
        self._unread: list[Trace] = []
        self._names: dict[Offsets, SourceName] = {}
        self._references: dict[Offsets, str] = {}
        self._medium = ""  # that was named last
        self._was_reported = False
        self._whom = Whom(speech, units, self._people)

    def read(self) -> Reading:
        for number, unit in enumerate(self._units):
            self._read_unit(number, unit)
        return Reading(
            tuple(sorted(self._statements, key=lambda one: one.content[0])),
            tuple(self._unread),
            self._names,
            self._references,
        )

    def _read_unit(self, number: int, unit: Unit) -> None:
        clause = Clause(self._speech, unit, self._people.surnames)
        self._whom.number = number
        read: set[int] = set()  # tokens of what is said
        cues: set[int] = set()
        spoken: Speaker | None = None
        is_reported = False
        topic, topic_mention = self._whom.topic, self._whom.topic_mention
        self._whom.topic_before = topic_mention
        self._whom.of_before = (topic, topic_mention)
        self._whom.topic = self._whom.topic_mention = None
        found = [] if self._says_quotation_before(number, unit, clause, cues) else read_sentence(clause)
        for one in found:
            teller, told_by = self._whom.speaker(one, unit, topic, clause)
            if teller is None or told_by is None or self._is_of_other(unit, one, teller):
                continue
            speaker, mention, relays = self._relayed(clause, one, teller, told_by)
            self._state(unit, one, speaker, mention, relays=relays)
            spoken, is_reported = speaker, True
            self._whom.last, self._whom.last_mention, self._whom.last_unit = speaker, mention, number
            self._whom.is_said_here = one.rule != "according" and not relays
            read.update(*(range(*piece) for piece in one.content))
            cues.update(range(*one.cue))
        if not read:
            # Of somebody whom nobody can tell it is not who spoke before.
            is_reported = not found and self._go_on(number, unit, clause, read)
            cues.update(self._look_back(number, unit, clause, read))
        is_one = topic is not None and (topic.person is not None or self._is_anybody(topic))
        if not read and topic is not None and is_one and topic_mention is not None:
            self._begin_quotation(number, unit, read, topic, topic_mention)
        if not read and not is_reported:
            is_reported = self._only_speaks(number, unit, clause)
        is_reported = self._rest_of_quotations(number, unit, clause, read, spoken) or is_reported
        self._was_reported = is_reported
        is_other = names_another(self._people, clause, self._whom.last)
        self._whom.is_interrupted = self._whom.last_unit != number and (self._whom.is_interrupted or is_other)
        is_other = is_other and not (is_of_document(self._people, clause) or is_of_many(self._people, clause))
        self._whom.is_another = self._whom.last_unit != number and (self._whom.is_another or is_other)
        self._note_unread(unit, clause, read, cues)
        self._whom.leave(unit, clause, topic, spoken, is_reported=is_reported)

    def _is_of_other(self, unit: Unit, one: Found, teller: Speaker) -> bool:
        """Whether a quotation whose speaker is but "he" or left out names the person whom that would mean."""
        if one.subject is not None and not one.subject.is_pronoun:
            return False
        held = (token for piece in one.content for token in unit.tokens[slice(*piece)] if token.kind == "quote")
        return any(is_of_its_speaker(self._speech, token, teller) for token in held)

    def _state(
        self,
        unit: Unit,
        one: Found,
        speaker: Speaker,
        mention: Offsets,
        elsewhere: Offsets | None = None,
        relays: tuple[Offsets, ...] = (),
    ) -> None:
        pieces = (_offsets(unit.tokens, *piece) for piece in one.content)
        content = tuple(filter(None, (elsewhere, *pieces)))
        if not content:
            return
        self._names[mention] = speaker.source
        self._references[mention] = speaker.reference
        self._people.note_speaker(speaker.person)
        self._statements.append(
            Statement(
                content=tuple(sorted(content)),
                mention=mention,
                cue=span_of(unit.tokens, *one.cue),
                stance=one.stance,
                form=one.form,
                rule=f"{self._speech.code}-{one.rule}",
                relays=relays,
            )
        )

    def _relayed(
        self, clause: Clause, one: Found, speaker: Speaker, mention: Offsets
    ) -> tuple[Speaker, Offsets, tuple[Offsets, ...]]:
        """Who says it, and the media that were told it; whom a medium cites for it is its source instead of it."""
        tokens, subject = clause.tokens, one.subject
        medium = medium_at(clause, subject.first) if subject is not None else None
        if medium is not None and not medium.name and self._medium and medium.past == medium.first + 1:
            speaker = Speaker(
                SourceName(self._medium, "media"), "role_of_somebody_named"
            )  # "nach Informationen der Zeitung"
        if subject is not None and (subject.medium or medium_at(clause, subject.first) is not None):
            cited = cited_by(clause, max(subject.past, one.cue[1]))
            who = self._people.read(cited, tokens, None, tokens[cited.first].start) if cited is not None else None
            if cited is not None and who is not None:
                medium = medium_at(clause, subject.first)
                self._medium = (medium.name if medium is not None else "") or speaker.source.name
                self._names[mention] = SourceName(self._medium, "media")
                return who, span_of(tokens, cited.first, cited.past), (mention,)
            return speaker, mention, ()
        taken = {i for piece in one.content for i in range(*piece)}
        taken.update(range(subject.first, subject.past) if subject is not None else ())
        relays: list[Offsets] = []
        for medium in media_told(clause, frozenset(taken)):
            name = medium.name or self._medium
            if name:
                self._medium = name
                span = span_of(tokens, medium.first, medium.past)
                self._names[span] = SourceName(name, "media")
                relays.append(span)
        return speaker, mention, tuple(relays)

    def _look_back(self, number: int, unit: Unit, clause: Clause, read: set[int]) -> range:
        """Who says the sentence before, where this one only tells that; the tokens of the verb that does."""
        found = says_the_sentence_before(clause)
        if found is not None and found.content:
            return self._look_back_here(number, unit, clause, found, read)
        before = self._units[number - 1] if number else None
        if found is None or found.subject is None or before is None or self._whom.last_unit == number - 1:
            return range(0)
        speaker, mention = self._whom.speaker(found, unit, None, clause)
        content = _offsets(before.tokens, 0, len(before.tokens))
        if speaker is None or mention is None or content is None or any(t.kind == "quote" for t in before.tokens):
            return range(0)
        speaker, mention, relays = self._relayed(clause, found, speaker, mention)
        self._state(unit, found, speaker, mention, content, relays)
        self._whom.last, self._whom.last_mention, self._whom.last_unit = speaker, mention, number
        return range(*found.cue)

    def _look_back_here(self, number: int, unit: Unit, clause: Clause, found: Found, read: set[int]) -> range:
        """Who says the quotation that a sentence opens with, where that is told behind it."""
        speaker, mention = self._whom.speaker(found, unit, None, clause)
        if speaker is None or mention is None:
            return range(0)
        self._state(unit, found, speaker, mention)
        self._whom.last, self._whom.last_mention, self._whom.last_unit = speaker, mention, number
        read.update(*(range(*piece) for piece in found.content))
        return range(*found.cue)

    def _says_quotation_before(self, number: int, unit: Unit, clause: Clause, cues: set[int]) -> bool:
        """Whether a sentence tells whose the quotation before it is: "Con esa frase resumió Ruiz la noche"."""
        before = self._units[number - 1] if number else None
        found = says_the_quotation_before(clause) or takes_it(clause)
        if found is None and self._whom.last_unit != number - 1:
            found = introduced(self._people, self._speech, self._units[max(0, number - 2) : number + 1], clause)
        may_tell_more = (SAYS_IT, SAYS_SO, TAKES_IT)
        if found is None or (found.rule in may_tell_more and self._whom.last_unit == number - 1):
            return False
        tells_all = found.rule not in (SAYS_SO, TAKES_IT)
        if before is None or self._whom.last_unit == number - 1 or before.paragraph != unit.paragraph:
            return tells_all
        quote = next((at for at, token in enumerate(before.tokens) if token.kind == "quote"), None)
        speaker, mention = self._whom.speaker(found, unit, None, clause)
        is_alone = quote is not None and not any(token.kind == "word" for token in before.tokens)
        if not is_alone or quote is None or before.tokens[quote].words < _FEWEST or speaker is None or mention is None:
            return tells_all
        content = _offsets(before.tokens, quote, quote + 1)
        self._state(unit, found, speaker, mention, content)
        self._unread = [one for one in self._unread if one.start < before.start or one.end > before.end]
        self._whom.last, self._whom.last_mention, self._whom.last_unit = speaker, mention, number
        cues.update(range(*found.cue))
        return tells_all or len(clause.cues) == 1

    def _go_on(self, number: int, unit: Unit, clause: Clause, read: set[int]) -> bool:
        """A sentence in the mood of reported speech right after reported speech is said by the same source."""
        grammar = self._speech.grammar
        is_next = number > 0 and number - self._whom.last_unit == 1
        if not (grammar.reported and self._was_reported and is_next and self._whom.last is not None):
            return self._begins_in_mood(number, unit, clause, read)
        is_same = self._units[number - 1].paragraph == unit.paragraph
        if not goes_on_in_mood(clause, is_same=is_same):
            return False
        past = len(unit.tokens)
        self._continue(unit, (0, past), "clause", "mood", number)
        read.update(range(past))
        return True

    def _begins_in_mood(self, number: int, unit: Unit, clause: Clause, read: set[int]) -> bool:
        """A sentence in the mood of reported speech that no verb leads to is of whom the sentence before was."""
        topic, mention = self._whom.of_before
        is_next = number > 0 and self._units[number - 1].paragraph == unit.paragraph
        if topic is None or mention is None or not is_next or not begins_in_mood(clause):
            return False
        self._whom.last, self._whom.last_mention = topic, mention
        self._names[mention], self._references[mention] = topic.source, topic.reference
        self._continue(unit, (0, len(unit.tokens)), "clause", "mood", number)
        read.update(range(len(unit.tokens)))
        return True

    def _is_anybody(self, topic: Speaker) -> bool:
        """Whether it is somebody without a name whom the text has not told of before: "Eine ältere Dame"."""
        return topic.source.name.split()[0].lower() in self._speech.grammar.indefinite - self._speech.grammar.plural

    def _only_speaks(self, number: int, unit: Unit, clause: Clause) -> bool:
        """Whether a sentence tells that somebody speaks and no more, so that what he says follows: "Roy denied it."."""
        cue = clause.cues[0] if len(clause.cues) == 1 else None
        if cue is None or clause.past_adjuncts(cue.end) < clause.last:
            return False
        subject = clause.subject_before(cue)
        if subject is None or subject.is_pronoun or not clause.phrases.is_somebody(subject):
            return False
        at = unit.tokens[cue.first].start
        speaker = self._people.read(subject, unit.tokens, self._whom.last, at)
        if speaker is None:
            return False
        mention = span_of(unit.tokens, subject.first, subject.past)
        self._whom.last, self._whom.last_mention, self._whom.last_unit = speaker, mention, number
        self._names[mention], self._references[mention] = speaker.source, speaker.reference
        return True

    def _continue(self, unit: Unit, tokens: tuple[int, int], form: str, rule: str, number: int) -> None:
        content = _offsets(unit.tokens, *tokens)
        if content is None or self._whom.last is None or self._whom.last_mention is None:
            return
        self._statements.append(
            Statement(
                content=(content,),
                mention=self._whom.last_mention,
                cue=None,
                stance="asserts",
                form="clause" if form == "clause" else "quotation",
                rule=f"{self._speech.code}-{rule}",
            )
        )
        self._whom.last_unit = number
        self._people.note_speaker(self._whom.last.person)

    def _begin_quotation(self, number: int, unit: Unit, read: set[int], topic: Speaker, topic_mention: Offsets) -> None:
        """A quotation by itself behind a sentence of its paragraph that is about a person: it is hers or his."""
        is_next = number > 0 and self._units[number - 1].paragraph == unit.paragraph
        held = [at for at, token in enumerate(unit.tokens) if token.kind == "quote"]
        is_alone = len(held) == 1 and all(token.kind != "word" for token in unit.tokens)
        if not (is_next and is_alone) or unit.tokens[held[0]].words < _FEWEST or self._whom.last_unit == number - 1:
            return
        spoke, mention = self._whom.last, self._whom.last_mention
        quotation = unit.tokens[held[0]]
        is_his = is_about_the_other(self._speech, self._units[number - 1].tokens, quotation)
        is_his = is_his or is_dead(self._speech, self._units[number - 1].tokens, topic_mention)
        if is_his or is_of_its_speaker(self._speech, quotation, topic):
            is_other = spoke is not None and spoke.person not in (None, topic.person) and self._whom.is_near(unit)
            if not is_other or spoke is None or mention is None:
                return
            topic, topic_mention = spoke, mention  # "Su hijo Matías murió. «Mi hijo …»"
        self._whom.last, self._whom.last_mention = topic, topic_mention
        self._names[topic_mention], self._references[topic_mention] = topic.source, topic.reference
        self._continue(unit, (held[0], held[0] + 1), "quotation", "topic-quotation", number)
        read.add(held[0])

    def _rest_of_quotations(
        self, number: int, unit: Unit, clause: Clause, read: set[int], spoken: Speaker | None
    ) -> bool:
        """A quotation that stands by itself goes on with who was quoted right before it in the paragraph."""
        is_next = number - self._whom.last_unit <= 1 and number > 0
        same = spoken is not None or (is_next and self._units[number - 1].paragraph == unit.paragraph)
        last = self._whom.last
        is_person = last is not None and (last.person is not None or last.source.kind == "person")
        same = same or (is_person and self._whom.is_near(unit) and not self._whom.is_interrupted)
        goes_on = False
        for at, token in enumerate(unit.tokens):
            if token.kind != "quote" or at in read or token.words < _FEWEST:
                continue
            is_alone = all(other.kind != "word" for other in unit.tokens) and self._whom.last is not None
            is_own = leads_on_without_speaker(clause, at) and speaks_of_himself(self._speech, token)
            is_own = is_own and is_person and self._whom.is_near(unit) and not self._whom.is_interrupted
            is_own = is_own or (
                is_alone and is_person and self._whom.is_near(unit) and tells_what_was_said(self._speech, token)
            )
            is_another = not is_next and last is not None and is_of_its_speaker(self._speech, token, last)
            if ((is_alone and same) or is_own) and not is_another:
                self._continue(unit, (at, at + 1), "quotation", "next-quotation", number)
                read.add(at)
                goes_on = True
        return goes_on

    def _note_unread(self, unit: Unit, clause: Clause, read: set[int], cues: set[int]) -> None:
        for at, token in enumerate(unit.tokens):
            if token.kind == "quote" and at not in read and token.words >= _FEWEST:
                self._unread.append(Trace(token.start, token.end, (token.start, token.end), NO_SPEAKER))
                self._whom.last, self._whom.topic = (
                    (None, None) if token.words >= _SPEECH else (self._whom.last, self._whom.topic)
                )
        for cue in clause.cues:
            if cue.first in cues or cue.first in read:
                continue
            mark = span_of(unit.tokens, cue.first, cue.past)
            words = " ".join(token.text for token in unit.tokens[cue.first : cue.past])
            if not any(one.start < mark[1] and mark[0] < one.end for one in self._unread):
                self._unread.append(Trace(unit.start, unit.end, mark, f"{UNCLEAR} “{words}”"))


def _offsets(tokens: Sequence[Token], first: int, past: int) -> Offsets | None:
    """Where some tokens stand, without the marks around them; None when only marks are left."""
    past = min(past, len(tokens))
    while first < past and tokens[first].kind == "mark" and tokens[first].text in _MARKS:
        first += 1
    while first < past and tokens[past - 1].kind == "mark" and tokens[past - 1].text in _MARKS:
        past -= 1
    if not any(token.kind != "mark" for token in tokens[first:past]):
        return None
    return span_of(tokens, first, past) if first < past else None
