"""One sentence as its readers see it: words, verbs of saying, where clauses begin, who is the subject of a verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.by_language.adjuncts import ADJUNCTS, Adjuncts
from summarizer.attribution.by_language.extent import PARTICIPLE
from summarizer.attribution.by_language.phrases import Phrase, PhraseReader
from summarizer.attribution.by_language.speech import compounds
from summarizer.attribution.by_language.tokens import ends_sentence
from summarizer.attribution.by_language.verbs import Cue, find_cues

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.attribution.by_language.speech import Speech
    from summarizer.attribution.by_language.tokens import Token, Unit

    Range = tuple[int, int]

FEWEST = 3  # words of a clause, or of a quotation that no verb of saying leads to
_LONGEST = 8  # tokens of a mention that is looked for from its end


class Clause:
    """The tokens of one sentence, without the mark at its end, and what its readers ask of them."""

    def __init__(self, speech: Speech, unit: Unit, surnames: frozenset[str] = frozenset()) -> None:
        self.speech = speech
        self.grammar = speech.grammar
        self.tokens: Sequence[Token] = unit.tokens
        self.phrases = PhraseReader(speech, unit.tokens, surnames)
        self.cues = list(find_cues(speech, unit.tokens))
        self.last = len(unit.tokens)
        while self.last > 0 and ends_sentence(unit.tokens[self.last - 1]):
            self.last -= 1
        self.adjuncts = Adjuncts(speech, unit.tokens, self.phrases, self.last)
        self.begin = next((i for i, token in enumerate(unit.tokens) if token.kind != "mark"), 0)

    def opening(self) -> Phrase | None:
        """Of whom the sentence is, when it begins with him or her."""
        begin = self.begin + (self.begin < self.last and self.is_conjunction(self.begin))  # "Pero Avelino"
        led = self.past_adjuncts(begin)
        is_adjunct = led > begin and bool(self.speech.adverb_phrases.get(self.tokens[begin].low))
        first = self._set_against(begin) or self.phrases.read(begin) if begin < self.last and not is_adjunct else None
        if first is None and begin < led < self.last:
            at = led + self.is_comma(led)
            is_told = at > led and at < self.last and PARTICIPLE.search(self.tokens[at].low) is not None
            # "In the bar by the quay, Ada Kroon", "In the bar, wrapped in a blanket, Ada Kroon"
            return self.phrases.read(at) or (self._behind_subordinate(at) if is_told else None)
        if self._opens_with_participle():
            comma = next((i for i in range(self.begin, self.last) if self.is_comma(i)), None)
            return self.phrases.read(comma + 1) if comma is not None else None  # "Entré en jeu, le jeune Roux"
        if first is None and begin < self.last and self.tokens[begin].low in self.grammar.subordinators:
            return self._behind_subordinate(begin)
        if first is None or first.name is not None or first.determiner or not self.phrases.is_of_people(first.head):
            return first
        comma = next((i for i in range(first.past, min(self.last, first.past + ADJUNCTS)) if self.is_comma(i)), None)
        named = self.phrases.read(comma + 1) if comma is not None else None
        is_one = named is not None and (named.name is not None or named.is_pronoun)
        return named if is_one else first  # "Geologist in Tolm, Ada Kroon", "Fils d'une couturière, il"

    def _behind_subordinate(self, begin: int) -> Phrase | None:
        """The person whom a clause behind the comma of another begins with: "Quand il arrive, Paul Roux sourit"."""
        comma = next((i for i in range(begin, self.last) if self.is_comma(i)), None)
        who = self.phrases.read(comma + 1) if comma is not None else None
        return who if who is not None and (who.name is not None or who.is_pronoun) else None

    def _set_against(self, at: int) -> Phrase | None:
        """The pronoun that sets its person against who was spoken of: "Lui n'a pas hésité", "Lui, en revanche, rit"."""
        low, grammar = self.tokens[at].low, self.grammar
        is_answered = any(cue.finite == at + 1 for cue in self.cues)  # "Lui répond le maire"
        if low not in grammar.contrast or low in grammar.she or at + 1 >= self.last or is_answered:
            return None
        return Phrase(at, at + 1, at + 1, "", low, is_pronoun=True, is_plural=low not in grammar.objects, gender="man")

    def _opens_with_participle(self) -> bool:
        words = self.tokens[self.begin : self.begin + 2]
        if len(words) < 2 or self.grammar.capital_nouns or words[0].low in self.speech.first_names:
            return False
        is_adjective = words[0].low in self.grammar.opening_adjectives
        is_one = is_adjective or PARTICIPLE.search(words[0].low) is not None
        return is_one and words[1].low in self.grammar.prepositions | self.grammar.connectors

    def is_person(self, phrase: Phrase) -> bool:
        """Whether a phrase is a person's name, a pronoun or a noun for persons."""
        return phrase.name is not None or phrase.is_pronoun or self.phrases.is_of_people(phrase.head)

    def words(self, first: int, past: int) -> int:
        """How many words stand between two tokens."""
        return sum(token.words for token in self.tokens[first:past])

    def is_quote(self, first: int, past: int) -> bool:
        """Whether nothing but quotations stand there."""
        held = [token for token in self.tokens[first:past] if token.kind != "mark"]
        return bool(held) and all(token.kind == "quote" for token in held)

    def is_comma(self, at: int) -> bool:
        """Whether a token is a comma."""
        return 0 <= at < len(self.tokens) and self.tokens[at].text == ","

    def is_conjunction(self, at: int) -> bool:
        """Whether a token joins a clause to the one before: and, but."""
        low = self.tokens[at].low
        return low in self.grammar.and_words or low in self.grammar.but_words

    def past_adjuncts(self, at: int, *, objects: bool = False) -> int:
        """Past the adverbs, times and phrases with a preposition that stand at a token; pronouns too, if `objects`."""
        return self.adjuncts.past(at, objects=objects)

    def start_before(self, past: int) -> int:
        """Where the clause of a verb begins: behind a colon, a semicolon or a quotation, or with the sentence."""
        tokens = self.tokens
        start = next((i + 1 for i in range(past - 1, -1, -1) if self._parts_clauses(i)), 0)
        while start < past and (tokens[start].kind == "mark" or self.is_conjunction(start)):
            start += 1
        return start

    def _parts_clauses(self, at: int) -> bool:
        token = self.tokens[at]
        if token.kind != "quote" or token.words < FEWEST:
            return token.text in (";", ":")
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        return following is None or following.kind != "word" or any(mark in token.text[-3:] for mark in ".!?")

    def clause_end(self, at: int) -> int:
        """Where clauses end that begin at a token: with the sentence, or at the comma before the next verb."""
        end = self.last
        for cue in self.cues:
            if cue.first > at:
                comma = next((i for i in range(cue.first, at, -1) if self.tokens[i].text in (",", ";")), None)
                if comma is not None and comma < end:
                    end = comma
        return end

    def subject_before(self, cue: Cue) -> Phrase | None:
        """The subject that stands before a verb."""
        if self._interrupts_relative(cue):
            starts = self._starts(self.start_before(cue.first), cue.first)
            subjects = (self.phrases.read(start) for start in reversed(starts[:-1]))
            return next((one for one in subjects if one is not None and self.is_person(one)), None)
        return self._subject_before(cue)

    def _subject_before(self, cue: Cue) -> Phrase | None:
        tokens, grammar = self.tokens, self.grammar
        if (own := self._own_subject(cue)) is not None:
            return own
        starts = self._starts(self.start_before(cue.first), cue.first)
        joined = [i + 1 for i in range(starts[0], cue.first) if tokens[i].low in grammar.and_words and self._said(i)]
        for begin in [*reversed(joined), *reversed(starts)]:
            at = self._past_conjunctions(begin, cue)
            at = self.phrases.extent.at_own_subject(at, cue.first)
            is_relative = tokens[at].low in grammar.relative_words and tokens[at].low not in grammar.determiners
            if at < cue.first and self._is_that_who(at, cue):
                return self._somebody_ending(at - 1)
            if at < cue.first and is_relative:
                if self.is_comma(cue.first - 1):
                    continue  # an aside, closed before the verb
                # the verb is a relative clause's: "Kroon, who said"
                is_next = self.past_adjuncts(at + 1, objects=True) >= cue.first
                owned = next((one for one in self._phrases_from(at + 1, cue.first) if self._reaches(one, cue)), None)
                if owned is not None and self.phrases.is_somebody(owned) and not is_next:
                    return owned  # "the federation, whose president thinks"
                who = self.phrase_ending(at - 1) if is_next and self.is_comma(at - 1) else None
                is_many = who is not None and who.determiner in grammar.plural
                return who if is_many or tokens[at].low not in grammar.plural_relatives else None
            for phrase in self._phrases_from(at, cue.first):
                if phrase.past <= cue.first and self._reaches(phrase, cue):
                    return phrase
        return self._shared_subject(cue, starts)

    def _past_conjunctions(self, begin: int, cue: Cue) -> int:
        """Past "and" and "while"; up to the verb, where a German "als" leads to no clause: "Als Grund nannte er"."""
        at = begin
        while at < cue.first and (self.is_conjunction(at) or self._subordinates(at)):
            at += 1
        is_led = self.grammar.verb_second and at > begin and self.tokens[at - 1].low in self.grammar.predicative
        phrase = self.phrases.read(at) if is_led else None
        is_next = phrase is not None and phrase.past == cue.first and cue.first + 1 < self.last
        return cue.first if is_next and self.tokens[cue.first + 1].kind == "word" else at

    def _own_subject(self, cue: Cue) -> Phrase | None:
        """The subject that fills a relative clause up to its verb with its aside: "que la maire, Anne Roux, a dit"."""
        if self.grammar.verb_second or not self.is_comma(cue.first - 1):
            return None
        relatives = self.grammar.relative_words | self.grammar.that_words
        for at in range(cue.first - 3, max(0, cue.first - _LONGEST - ADJUNCTS), -1):
            own = self.phrases.read(at + 1) if self.tokens[at].low.rstrip("'") in relatives else None
            if own is not None and own.name is not None and own.past < own.beyond == cue.first:
                return own
        return None

    def _interrupts_relative(self, cue: Cue) -> bool:
        """Whether a verb without a subject stands within a relative clause: "se refirió a un tema que, dijo, «…»"."""
        at = cue.first - 1
        relatives = self.grammar.relative_words | self.grammar.that_words
        return self.grammar.drops_subjects and self.is_comma(at) and at > 0 and self.tokens[at - 1].low in relatives

    def _is_that_who(self, at: int, cue: Cue) -> bool:
        """Whether a relative clause of a verb opens with what is "that" too: "Andrés Marín, que definió"."""
        is_that = self.grammar.drops_subjects and self.tokens[at].low in self.grammar.that_words
        return is_that and self.is_comma(at - 1) and self.past_adjuncts(at + 1, objects=True) >= cue.first

    def _somebody_ending(self, past: int) -> Phrase | None:
        phrase = self.phrase_ending(past)
        return phrase if phrase is not None and self.phrases.is_somebody(phrase) else None

    def _said(self, at: int) -> bool:
        """Whether a verb of saying stands before a token: "said Kroon and Holt said"."""
        thats = self.grammar.that_words
        return any(
            other.past <= at and not any(self.tokens[i].low.rstrip("'") in thats for i in range(other.past, at))
            for other in self.cues
        )

    def _subordinates(self, at: int) -> bool:
        """Whether a token opens a clause beside another: während, alors que, mientras que."""
        low, grammar = self.tokens[at].low, self.grammar
        before = self.tokens[at - 1].low if at > 0 else ""
        return low in grammar.subordinators or (low in grammar.that_words and before in grammar.subordinators)

    def _starts(self, start: int, past: int) -> list[int]:
        return [start, *(i + 1 for i in range(start, past) if self.is_comma(i))]

    def _phrases_from(self, at: int, before: int) -> Iterator[Phrase]:
        """The mention that begins at a token, and that which begins behind the adjuncts there."""
        past = self.past_adjuncts(at)
        is_adjunct = at < past and bool(self.speech.adverb_phrases.get(self.tokens[at].low))  # "Horas después, …"
        for first in (past,) if is_adjunct else dict.fromkeys((at, past + (self.is_comma(past) and past > at))):
            phrase = self.phrases.read(first) if first < before else None
            if phrase is not None:
                yield phrase

    def _reaches(self, phrase: Phrase, cue: Cue) -> bool:
        """Whether nothing but adjuncts, or an aside between commas, stands between a subject and its verb."""
        tokens = self.tokens
        if any(at < cue.first and tokens[at].low in self.grammar.auxiliaries for at in self._behind(phrase)):
            return False  # "The mayor, Ada Kroon, has resigned, said": that is another verb of hers
        second = self.phrases.second_of(phrase)
        front = cue.first
        while front > phrase.past and tokens[front - 1].low in self.grammar.objects:
            front -= 1
        led = self.past_adjuncts(self.begin)
        is_first = phrase.first in (self.begin, led, led + self.is_comma(led))
        is_stray = self.grammar.drops_subjects and is_first and phrase.name and self.is_comma(phrase.past)
        if is_stray and self.past_adjuncts(phrase.past + 1, objects=True) == cue.first:
            return True  # "El técnico Juan Ruiz, dijo que"
        for past in {phrase.past, phrase.beyond, second.beyond if second is not None else phrase.past}:
            if past > cue.first:
                continue
            if self._is_participle(past, cue.first):
                return True
            if self.past_adjuncts(past, objects=True) >= cue.first:
                return True
            begin = past - (past > phrase.past and self.is_comma(past - 1))  # "Ada Holt, the mayor, seated there, said"
            is_aside = begin < front - 1 and tokens[begin].text in (",", "–", "(")
            if is_aside and tokens[front - 1].text in (",", "–", ")") and not self._has_verb(begin + 1, front):
                relatives = self.grammar.relative_words | self.grammar.that_words
                is_relative = begin + 1 < front and tokens[begin + 1].low in relatives
                return is_relative or not any(other.first > begin and other.past < front for other in self.cues)
        return False

    def _has_verb(self, at: int, past: int) -> bool:
        """Whether a comma and an auxiliary stand there, so that it is no aside: "Un cargo, le Tolm, a coulé, a dit"."""
        return any(self.is_comma(i) and self.tokens[i + 1].low in self.grammar.auxiliaries for i in range(at, past - 1))

    def _is_participle(self, at: int, past: int) -> bool:
        """Whether a participle with its phrase fills the tokens: "fuentes consultadas por la agencia Norda admiten"."""
        words = self.tokens[at:past]
        if self.grammar.capital_nouns or len(words) < 2 or any(word.kind != "word" for word in words):
            return False
        is_led = words[1].low in self.grammar.prepositions or words[1].low in self.grammar.connectors
        closed = self.grammar.auxiliaries | self.grammar.relative_words | self.grammar.that_words
        return is_led and bool(PARTICIPLE.search(words[0].low)) and not any(word.low in closed for word in words)

    def _behind(self, phrase: Phrase) -> set[int]:
        """Where what follows a mention begins, behind its aside and a comma."""
        ends = {phrase.past, phrase.beyond}
        return {end + self.is_comma(end) for end in ends if end + self.is_comma(end) < len(self.tokens)}

    def _shared_subject(self, cue: Cue, starts: Sequence[int]) -> Phrase | None:
        """The subject of an earlier verb that a coordinated one has too: "the mayor came and said"."""
        tokens, grammar = self.tokens, self.grammar
        at = cue.first - 1
        while at > starts[0] and (tokens[at].low in grammar.adverbs or tokens[at].low in grammar.objects):
            at -= 1
        joins = grammar.and_words | grammar.but_words | grammar.sharing
        if at <= starts[0] or not (tokens[at].low in joins or self._is_second(cue)):
            return None
        before = next((other for other in reversed(self.cues) if other.past <= at), None)
        same = self._subject_of_other(before, at) if before is not None else None
        if same is not None:
            return same
        for opening in self._clauses_first(starts):
            begin = opening
            while begin < at and (self.is_conjunction(begin) or self._subordinates(begin)):
                begin += 1
            for phrase in self._phrases_from(begin, at):
                if phrase.past < at:
                    return phrase
                if phrase.past == at and phrase.past - phrase.first > 1 and phrase.name is None:
                    return phrase._replace(past=at - 1, beyond=at - 1)  # its last word is the verb
        return None

    def _is_second(self, cue: Cue) -> bool:
        """Whether a German verb opens a clause that is set against the one before: "lobte ihn, warnte aber vor"."""
        is_open = self.grammar.verb_second and not cue.verb.is_last and self.is_comma(cue.first - 1)
        return is_open and cue.past < self.last and self.tokens[cue.past].low in self.grammar.set_against

    def _subject_of_other(self, before: Cue, at: int) -> Phrase | None:
        """The subject that a verb of saying shares with the one behind the "and" at a token."""
        is_inverted = before.first > 0 and self.tokens[before.first - 1].kind != "word"
        told = self.subject_before(before)
        if told is not None:  # "elle assure que … et pointe …", "Ada Kroon, the mayor, called it a farce and accused"
            return told if told.is_pronoun or (is_inverted and told.name is not None) else None
        said = self.subject_after(before.past) if is_inverted else None
        is_whole = said is not None and self.phrases.is_somebody(said) and self.past_adjuncts(said.beyond) == at
        return said if is_whole else None  # "said Kroon and added"

    def _clauses_first(self, starts: Sequence[int]) -> list[int]:
        """Where the clause around a verb may begin: the nearest conjunction, the sentence, or else behind a comma."""
        clauses = [starts[0], *(at for at in starts[1:] if self.is_conjunction(at) or self._subordinates(at))]
        return [*reversed(clauses), *(at for at in starts if at not in clauses)]

    def has_no_subject(self, cue: Cue) -> bool:
        """Whether a verb stands without a subject, which the sentence before has named: "Añadió que"."""
        tokens, grammar = self.tokens, self.grammar
        start = self.start_before(cue.first)
        if self.past_adjuncts(start, objects=True) >= cue.first:
            return True
        if start != self.begin:
            return False
        comma = next((i for i in range(cue.first - 1, start, -1) if self.is_comma(i)), None)
        openings = grammar.prepositions | grammar.adverbs | self.speech.naming.not_names
        is_led = tokens[start].low in openings  # "Preguntado por el plan, respondió"
        is_led = is_led or self.past_adjuncts(start) == comma  # "Eso sí, advirtió"
        return comma is not None and is_led and self.past_adjuncts(comma + 1, objects=True) >= cue.first

    def is_led_by_and(self, cue: Cue) -> bool:
        """Whether a sentence begins with "and" and a verb, whose subject the sentence before has: "And promises:"."""
        first = self.begin
        is_and = first < cue.first and self.tokens[first].low in self.grammar.and_words
        return is_and and self.past_adjuncts(first + 1, objects=True) == cue.first

    def phrase_ending(self, past: int) -> Phrase | None:
        """The longest mention that ends before a token, rather of what is surely a source."""
        ending: list[Phrase] = []
        for first in range(max(0, past - _LONGEST), past):
            phrase = self.phrases.read(first, is_subject=False)
            if phrase is not None and past in (phrase.past, phrase.beyond - self.is_comma(past), phrase.beyond):
                ending.append(phrase)
        sure = (one for one in ending if one.name is not None or self._is_source(one.head))
        return next(sure, ending[0] if ending else None)

    def _is_source(self, head: str) -> bool:
        return self.phrases.is_of_people(head) or bool(compounds(head, self.speech.nouns))

    def _is_how(self, at: int) -> bool:
        """Whether a participle or an adjective tells at a token how it is said: "expresó tajante la jefa"."""
        low, extent = self.tokens[at].low, self.phrases.extent
        is_closed = low in self.grammar.determiners or low in self.grammar.connectors
        is_other = is_closed or extent.is_stop(low) or extent.is_gerund(at)
        is_open = not is_other and not self.phrases.is_known(low) and self.tokens[at - 1].low in self.speech.verbs
        return is_open or PARTICIPLE.search(low) is not None

    def _past_manner(self, at: int) -> int:
        """The comma behind a few words on how it is said, ", glacial," or ", entre risas,"; else where they begin."""
        stop = next((i for i in range(at + 1, min(self.last, at + ADJUNCTS)) if self.tokens[i].kind != "word"), at)
        words = self.tokens[at + 1 : stop]
        closed = self.grammar.subordinators | self.grammar.relative_words | self.grammar.that_words
        is_manner = bool(words) and not any(word.low in closed for word in words) and self.is_comma(at)
        is_plain = self.grammar.capital_nouns or not any(word.is_capital for word in words)
        said = self.phrases.read(at + 1)
        is_named = said is not None and said.name is not None and said.name[0] < stop
        is_somebody = is_named or (said is not None and self.phrases.is_known(said.head))
        is_one = is_manner and is_plain and self.is_comma(stop) and not is_somebody
        who = self.phrases.read(stop + 1) if is_one else None
        return stop if who is not None and self.is_person(who) else at

    def subject_after(self, at: int) -> Phrase | None:
        """The subject that stands behind a verb, past its adjuncts and how it is said: "relató emocionado el juez"."""
        aside = self.past_adjuncts(at + 1) if self.is_comma(at) else at
        aside = aside if aside > at + 1 and self.is_comma(aside) else self._past_manner(at)
        if aside > at + 1:
            at = aside + 1  # "a prévenu, jeudi, le maire"
        at = self.past_adjuncts(at)
        if self.adjuncts.leads_to_infinitive(at):  # "explica sin levantar la vista"
            words = range(at + 2, min(self.last, at + 2 + ADJUNCTS))
            first = next((i for i in words if self.tokens[i].is_capital), at)
            is_led = (
                self.tokens[first - 1].low in self.grammar.prepositions | self.grammar.connectors
            )  # "al ver a Ruiz"
            who = self.phrases.read(first) if first > at and not is_led else None
            return who if who is not None and who.name is not None else None
        if at + 1 < self.last and self.tokens[at].text.islower() and not self.grammar.capital_nouns:
            at += self.tokens[at + 1].low in self.grammar.determiners and self._is_how(at)
        return None if self.phrases.extent.is_gerund(at) else self.phrases.read(at)
