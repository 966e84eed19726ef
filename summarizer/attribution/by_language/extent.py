"""Where a noun phrase ends that begins at a word: with its complement, its name and the particles in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.by_language.names import is_of_people
from summarizer.attribution.by_language.speech import compounds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.attribution.by_language.speech import Speech
    from summarizer.attribution.by_language.tokens import Token

_LONGEST = 16  # tokens of a mention
PARTICIPLE = re.compile(r"(?:é|ée|és|ées|ise|ises|inte|intes|ado|ada|ados|adas|ido|ida|idos|idas)\Z")


class Extent:
    """Finds where the phrases of one sentence's tokens end."""

    def __init__(self, speech: Speech, tokens: Sequence[Token], surnames: frozenset[str]) -> None:
        self._speech = speech
        self._surnames = surnames
        self._grammar = speech.grammar
        self._naming = speech.naming
        self._tokens = tokens
        self._first_names = speech.first_names
        self._nouns = speech.nouns

    def is_stop(self, low: str) -> bool:
        """Whether a word stands in no noun phrase: a conjunction, a preposition, an adverb."""
        grammar = self._grammar
        return (
            low in grammar.stops
            or low in grammar.prepositions
            or low in grammar.adverbs
            or low in grammar.times
            or low in grammar.relative_words
            or low in grammar.that_words
            or low in grammar.negations
            or low in grammar.auxiliaries
            or low in grammar.subordinators
            or low in grammar.clitics
            or low in grammar.objects
        )

    def end(self, at: int) -> int:
        """Where the noun phrase ends that begins at a token; `at` itself when none does."""
        if self.is_of_bearer(at):
            return self._past_particles(at) + 1
        return self._end_by_capitals(at) if self._grammar.capital_nouns else self._end_by_stops(at)

    def is_gerund(self, at: int) -> bool:
        """Whether a gerund stands at a token, which tells how something is said: "cuenta señalando el mar"."""
        if not self._grammar.gerund or at >= len(self._tokens) or not self._tokens[at].text.islower():
            return False  # "cuenta Fernando Ríos"
        return re.match(self._grammar.gerund, self._tokens[at].low) is not None

    def at_own_subject(self, at: int, before: int) -> int:
        """Where a relative clause's own subject begins: ", al que su entrenador definió", ", sur lequel Roux dit"."""
        grammar, tokens = self._grammar, self._tokens
        if grammar.capital_nouns or at + 2 >= before:
            return at
        leads = grammar.prepositions | grammar.connectors | grammar.determiners
        is_led = tokens[at].low in leads and tokens[at + 1].low in grammar.relative_words | grammar.that_words
        return at + 2 if is_led else at

    def is_of_bearer(self, at: int) -> bool:
        """Whether particles and the surname of somebody whom the article names stand there: Von der Aue kam."""
        bearer = self._past_particles(at)
        return at < bearer < len(self._tokens) and self._tokens[bearer].low in self._surnames

    def _end_by_capitals(self, at: int) -> int:
        tokens, grammar = self._tokens, self._grammar
        i = at
        if tokens[i].low in grammar.determiners:
            i = self.past_adjectives(self._past_age(i + 1))
            is_aged = i + 1 < len(tokens) and tokens[i + 1].text[:1].isdigit() and tokens[i].low in grammar.adverbs
            i += is_aged and tokens[i + 1].kind == "word"  # "der heute 27-Jährige"
        if i >= len(tokens) or not self.is_head(i):
            return at
        named = False
        while i < len(tokens) and i - at < _LONGEST:
            word = tokens[i]
            if self.is_head(i):
                named = named or word.low in self._first_names or self._is_bare_name(at, i)
                i += 1
                if word.low in self._surnames and not (i < len(tokens) and tokens[i].low in self._surnames):
                    break  # "laut Jäger Gespräche": she, and what she speaks of
            elif word.kind == "quote" and word.words <= 3 and i > at and tokens[i - 1].kind == "word":
                i += 1  # the magazine „Hafen“
            elif word.low in self._naming.particles and named and self._leads_to_name(i):
                i = self._past_particles(i)
            elif not named and i > at and (after := self._joined(i, at)) is not None:
                i = after
            else:
                break
        return i

    def _joined(self, i: int, at: int) -> int | None:
        """Where a noun is that a word joins to the one before it, as "des" and, in the name of a body, "und" do."""
        if self._tokens[i].low in self._grammar.connectors:
            return self._genitive(i)
        return i + 1 if self._tokens[i].low in self._grammar.and_words and self._joins_fields(i, at) else None

    def _joins_fields(self, i: int, at: int) -> bool:
        """Whether "and" stands in the name of a body: "Gewerkschaft Erziehung und Wissenschaft"."""
        tokens = self._tokens
        if i <= at + 1 or i + 1 >= len(tokens) or not self.is_head(i + 1) or not tokens[i - 1].is_capital:
            return False
        words = [one.low for one in tokens[at : i - 1]]
        is_body = any(compounds(low, self._naming.organization | self._naming.government) for low in words)
        field, other = tokens[i - 1].low, tokens[i + 1].low
        return is_body and not any(low in self._first_names or compounds(low, self._nouns) for low in (field, other))

    def _past_age(self, i: int) -> int:
        """Past "52 Jahre alter" before a noun."""
        age = self._tokens[i : i + 3]
        is_age = len(age) == 3 and age[0].low.isdigit() and age[1].low in self._grammar.age_words
        return i + 3 if is_age and age[2].text.islower() else i

    def _is_bare_name(self, at: int, i: int) -> bool:
        """Whether two capitals from `at` to `i`, without a determiner, are a name, or an office and a name."""
        words = self._tokens[at : i + 1]
        if len(words) != 2 or words[0].low in self._grammar.determiners or compounds(words[1].low, self._nouns):
            return False
        is_office = is_of_people(words[0].low, self._speech)  # Verbandsvorsteher Hinnerk (zu Dohna)
        is_name = words[0].is_capital and (is_office or not compounds(words[0].low, self._nouns))
        return is_name and words[1].is_capital and words[1].low not in self._grammar.determiners

    def _genitive(self, i: int) -> int | None:
        """Where what a connector leads to begins ("der Polizei"), or ends if it is a title; None if there is none."""
        tokens = self._tokens
        is_double = i + 1 < len(tokens) and tokens[i + 1].low in self._grammar.determiners
        after = self.past_adjectives(i + 1 + is_double)
        if after >= len(tokens):
            return None
        of_document = compounds(tokens[i - 1].low, self._naming.document)
        if tokens[after].kind == "quote" and tokens[after].words <= 3 and of_document:
            return after + 1
        if not self.is_head(after) or (not of_document and self._is_medium(after)):
            return None
        return after

    def _past_particles(self, i: int) -> int:
        while i < len(self._tokens) and self._tokens[i].low in self._naming.particles:
            i += 1
        return i

    def _leads_to_name(self, i: int) -> bool:
        """Whether a particle is part of a name: von der Mark, but not von der Gewerkschaft."""
        tokens = self._tokens
        if tokens[i].low in self._grammar.determiners:
            return False
        i = self._past_particles(i)
        if i >= len(tokens) or tokens[i].low in self._naming.not_names:
            return False  # Weber zu Beginn
        past = i
        while past + 1 < len(tokens) and self.is_head(past + 1):
            past += 1
        if past > i and compounds(tokens[past].low, self._nouns):
            return False  # Weber vom Kieler Zentrum
        is_short_form = tokens[i].is_short_form  # Weber von der CDU
        return tokens[i].is_capital and not is_short_form and not compounds(tokens[i].low, self._nouns)

    def past_adjectives(self, i: int) -> int:
        """Past the adjectives before a noun, where nouns have capitals; else where it was."""
        if not self._grammar.capital_nouns:
            return i
        first = i
        while i < len(self._tokens) and i - first < 3 and self._is_adjective(i):
            i += 1
        return i

    def _is_adjective(self, i: int) -> bool:
        word = self._tokens[i]
        is_closed = self.is_stop(word.low) or word.low in self._grammar.determiners
        return word.kind == "word" and word.text.islower() and not is_closed and len(word.low) > 3

    def is_head(self, i: int) -> bool:
        """Whether a word with a capital stands there that is a noun or a name."""
        word = self._tokens[i]
        is_closed = self.is_stop(word.low) or word.low in self._grammar.determiners
        return word.is_capital and (not is_closed or self._is_surname(i))

    def _is_surname(self, i: int) -> bool:
        """Whether the name of a day or another such word is somebody's: "Anna Sonntag", "Peter Lange"."""
        return i > 0 and self._tokens[i - 1].is_capital and self._tokens[i - 1].low in self._first_names

    def _is_medium(self, i: int) -> bool:
        """Whether a noun is a medium that is told something: "said the minister to the paper"."""
        while i + 1 < len(self._tokens) and self.is_head(i + 1):
            i += 1
        return bool(compounds(self._tokens[i].low, self._naming.media))

    def _end_by_stops(self, at: int) -> int:
        tokens, grammar = self._tokens, self._grammar
        i = at
        named = 0  # words with a capital in a row
        while i < len(tokens) and i - at < _LONGEST:
            word = tokens[i]
            if word.kind == "quote" and word.words <= 3 and i > at and tokens[i - 1].kind == "word":
                i += 1
            elif word.kind == "word" and word.low in grammar.connectors and i > at:
                after = self._complement(i, is_named=named >= 2)
                if after is None:
                    break
                i, named = after, named if named >= 2 else 0
            elif word.low in grammar.and_words and self._joins(i, at):
                i += 1
            elif i > at + 1 and self._is_modifier(i):
                break
            elif word.low in self._naming.not_names and word.is_capital and self._leads_to_role(i):
                i += 1  # la Première ministre
            elif self._goes_on(i, at, is_named=named >= 2):
                is_determiner = i == at and word.low in grammar.determiners  # "Le Conseil d'orientation"
                named = named + 1 if word.is_capital and not is_determiner else 0
                i += 1
            else:
                break
        while i > at and (tokens[i - 1].low in grammar.determiners or tokens[i - 1].low in grammar.connectors):
            i -= 1
        return i

    def _closes_sentence_of(self, i: int, at: int) -> bool:
        """Whether a word behind a noun for a person ends the sentence, as its verb does: "La danseuse rougit."."""
        tokens = self._tokens
        if i != at + 2 or i + 2 != len(tokens) or at > 1 or not tokens[i].text.islower():
            return False
        is_led = tokens[at].low in self._grammar.determiners and is_of_people(tokens[i - 1].low, self._speech)
        return is_led and tokens[i].low not in self._nouns and not is_of_people(tokens[i].low, self._speech)

    def _is_title(self, i: int) -> bool:
        """Whether a title stands before a name: "Me Roux", whatever its letters mean elsewhere."""
        word = self._tokens[i]
        is_known = word.low.rstrip(".") in self._naming.honorifics and word.is_capital
        return is_known and i + 1 < len(self._tokens) and self._tokens[i + 1].is_capital

    def _leads_to_role(self, i: int) -> bool:
        """Whether a role without a capital follows a word."""
        following = self._tokens[i + 1] if i + 1 < len(self._tokens) else None
        return following is not None and following.text.islower() and following.low in self._naming.roles

    def _complement(self, i: int, *, is_named: bool) -> int | None:
        """Where what a connector leads to begins: "de la police"; None where it joins nothing to the noun."""
        tokens = self._tokens
        if self._is_adverb_phrase(i):
            return None  # "déclarait le maire en ouverture de la séance"
        after = i + 1 + (i + 1 < len(tokens) and tokens[i + 1].low in self._grammar.determiners)
        if after >= len(tokens) or tokens[after].kind == "mark" or not self._may_stand(after):
            return None
        return None if is_named and not tokens[after].is_capital else after

    def _is_adverb_phrase(self, i: int) -> bool:
        phrases = self._speech.adverb_phrases.get(self._tokens[i].low, ())
        return any(tuple(token.low for token in self._tokens[i : i + len(words)]) == words for words in phrases)

    def _is_modifier(self, i: int) -> bool:
        """Whether a participle with more behind it stands at a word: "une dame assise dans", "un informe hecho por"."""
        tokens, grammar = self._tokens, self._grammar
        if i + 1 >= len(tokens) or not tokens[i].text.islower() or not PARTICIPLE.search(tokens[i].low):
            return False
        return tokens[i + 1].low in grammar.prepositions and not is_of_people(tokens[i].low, self._speech)

    def _joins(self, i: int, at: int) -> bool:
        """Whether "and" stands between two offices or fields of one person: "ministra de Sanidad y Consumo"."""
        tokens = self._tokens
        if i <= at or i + 1 >= len(tokens) or tokens[i + 1].kind != "word":
            return False
        following = tokens[i + 1]
        if compounds(following.low, self._naming.roles) and tokens[at].low in self._grammar.determiners:
            return True
        are_names = tokens[i - 1].is_capital and following.is_capital
        if are_names and any(compounds(one.low, self._naming.media) for one in tokens[at : i - 1]):
            return True  # el diario Gol y Mar
        are_fields = are_names and following.low not in self._first_names
        return are_fields and any(one.low in self._grammar.connectors for one in tokens[at:i])

    def _goes_on(self, i: int, at: int, *, is_named: bool) -> bool:
        """Whether a word belongs to the noun phrase that begins at `at`."""
        word = self._tokens[i]
        if word.kind != "word":
            return False
        if word.low in self._grammar.determiners:
            following = self._tokens[i + 1] if i + 1 < len(self._tokens) else None
            is_number = i == at + 1 and word.low in self._grammar.plural & self._grammar.indefinite  # les deux élus
            return i == at or is_number or (word.is_capital and following is not None and following.is_capital)
        before = self._tokens[i - 1] if i > at else None
        is_called = before is not None and before.is_capital
        is_called = is_called and before is not None and before.low in self._first_names | self._surnames
        if is_called and word.text.islower() and word.low not in self._naming.particles:
            return False  # "Avelino calla"
        if self._closes_sentence_of(i, at):
            return False
        is_verb = bool(self._grammar.verb_ends) and re.search(self._grammar.verb_ends, word.text) is not None
        is_verb = is_verb and (i == 0 or not word.is_capital)  # Vicent Moltó
        if not self._may_stand(i) or is_verb:
            return False
        return word.is_capital or not is_named or word.low in self._naming.particles

    def _may_stand(self, i: int) -> bool:
        word = self._tokens[i]
        if word.kind == "quote":
            return word.words <= 3
        grammar = self._grammar
        before = self._tokens[i - 1].low if i > 0 else ""
        if before in grammar.determiners and word.low in grammar.adverbs:
            return True  # cette même source
        is_name = word.is_capital and i > 0
        is_title = before in grammar.determiners and self._tokens[i - 1].is_capital  # Le Matin, but not: le Lundi
        is_first = word.low in self._first_names and i + 1 < len(self._tokens) and self._tokens[i + 1].is_capital
        is_title = is_title or is_first  # Domingo Ruiz
        is_name = is_name and (word.low not in grammar.times or before in grammar.connectors or is_title)
        is_name = is_name or self._is_title(i)
        if self.is_stop(word.low) and not is_name:  # le Courrier du Midi
            return False
        finite = [verb for verb in self._speech.verbs.get(word.low, ()) if verb.is_finite]
        is_capital = word.is_capital and i > 0 and self._tokens[i - 1].kind == "word"
        is_noun = is_capital or word.low in self._nouns or before in grammar.determiners
        return not finite or is_noun or before in grammar.connectors
