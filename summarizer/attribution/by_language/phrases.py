"""Reads who is named at a place of a sentence: pronoun, name, or noun with its complement and the name beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.by_language.names import NameReader, is_of_people
from summarizer.attribution.by_language.speech import compounds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.attribution.by_language.speech import Gender, Speech
    from summarizer.attribution.by_language.tokens import Token

_LONGEST = 16  # tokens of a mention
PARTICIPLE = re.compile(r"(?:é|ée|és|ées|ise|ises|inte|intes|ado|ada|ados|adas|ido|ida|idos|idas)\Z")
_PLACE = 8  # tokens between an office and the name of who holds it


class Phrase(NamedTuple):
    """A mention of a source, tokens `first` to `past`, and what else belongs to it up to `beyond` (", mayor of Tolm,").

    `name` are the tokens of a person's name in it, `aside` those of a name or role beside it.
    """

    first: int
    past: int
    beyond: int
    determiner: str
    head: str
    name: tuple[int, int] | None = None
    aside: tuple[int, int] | None = None
    is_pronoun: bool = False
    is_plural: bool = False  # of a pronoun: they
    gender: Gender = ""
    medium: str = ""  # the name of a medium that stands in quotation marks


class PhraseReader:
    """Reads the phrases of one sentence's tokens."""

    def __init__(self, speech: Speech, tokens: Sequence[Token], surnames: frozenset[str] = frozenset()) -> None:
        self._speech = speech
        self._surnames = surnames
        self._grammar = speech.grammar
        self._naming = speech.naming
        self._tokens = tokens
        self._first_names = speech.first_names
        self._nouns = speech.nouns
        self._names = NameReader(speech, tokens)

    def read(self, at: int, *, is_subject: bool = True) -> Phrase | None:
        """The mention that begins at a token, with what stands beside it; None where none begins."""
        tokens, grammar = self._tokens, self._grammar
        if at >= len(tokens) or tokens[at].kind != "word":
            return None
        low = tokens[at].low
        if (low in grammar.others and self._is_pronoun(at)) or (is_subject and low in grammar.not_subjects):
            return None
        if low in grammar.this_one and not self._stands_alone(at):
            pass
        elif low in grammar.he or low in grammar.she or low in grammar.they:
            return self._pronoun(at, at + 1, low) if low in grammar.this_one or self._is_pronoun(at) else None
        elif at + 1 < len(tokens) and (both := f"{low} {tokens[at + 1].low}") in grammar.the_latter:
            return self._pronoun(at, at + 2, both)
        past = self._end(at)
        if past == at:
            return None
        determiner = low if low in grammar.determiners else ""
        return self._with_aside(self._phrase(at, past, determiner))

    def _pronoun(self, at: int, past: int, words: str) -> Phrase:
        grammar = self._grammar
        gender: Gender = "man" if words in grammar.he else "woman"
        is_plural = words not in grammar.he and words not in grammar.she
        aside = past + 1 if past + 1 < len(self._tokens) and self._tokens[past].text == "," else past
        close = next((i for i in range(aside, min(len(self._tokens), aside + _PLACE)) if self._is_comma(i)), None)
        is_told = aside > past and words in grammar.the_latter and close is not None
        beyond = close + 1 if is_told and close is not None else past  # "ce dernier, joint par téléphone, tempère"
        return Phrase(at, past, beyond, "", words, is_pronoun=True, is_plural=is_plural, gender=gender)

    def _is_comma(self, i: int) -> bool:
        return self._tokens[i].text == ","

    def _stands_alone(self, at: int) -> bool:
        """Whether "dieser", "esta" is a pronoun: no noun follows it."""
        tokens, grammar = self._tokens, self._grammar
        if at + 1 >= len(tokens) or tokens[at + 1].kind != "word":
            return True
        if grammar.capital_nouns:
            after = self.past_adjectives(at + 1)
            is_verb = bool(self._speech.verbs.get(tokens[at + 1].low))
            return is_verb or after >= len(tokens) or not self._is_head(after)
        low = tokens[at + 1].low
        is_verb = any(verb.is_finite for verb in self._speech.verbs.get(low, ()))
        return is_verb or low in grammar.auxiliaries | grammar.objects | grammar.negations

    def is_somebody(self, phrase: Phrase) -> bool:
        """Whether a phrase is surely a source: a name, a pronoun, or a noun for persons, bodies or documents."""
        tokens = self._tokens[phrase.first : phrase.past]
        is_proper = any(one.is_capital for one in tokens[1:]) and not self._grammar.capital_nouns
        is_short_form = any(len(one.text) > 1 and one.text.isupper() for one in tokens)
        is_known = bool(phrase.name) or phrase.is_pronoun or bool(compounds(phrase.head, self._nouns))
        return is_known or is_proper or is_short_form or not phrase.determiner

    def is_of_people(self, head: str) -> bool:
        """Whether a noun is one for persons."""
        return is_of_people(head, self._speech)

    def _is_pronoun(self, at: int) -> bool:
        following = self._tokens[at + 1] if at + 1 < len(self._tokens) else None
        low = self._tokens[at].low
        if low not in self._grammar.determiners or following is None or following.kind != "word":
            return True
        return not following.is_capital and not self._is_noun(at + 1)

    def _is_noun(self, at: int) -> bool:
        word = self._tokens[at]
        return word.kind == "word" and not self._is_stop(word.low)

    def _is_stop(self, low: str) -> bool:
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

    def _end(self, at: int) -> int:
        """Where the noun phrase ends that begins at a token; `at` itself when none does."""
        tokens = self._tokens
        bearer = self._past_particles(at)
        if at < bearer < len(tokens) and tokens[at].is_capital and tokens[bearer].low in self._surnames:
            return bearer + 1  # Von der Aue kam
        return self._end_by_capitals(at) if self._grammar.capital_nouns else self._end_by_stops(at)

    def _end_by_capitals(self, at: int) -> int:
        tokens, grammar = self._tokens, self._grammar
        i = at
        if tokens[i].low in grammar.determiners:
            i = self.past_adjectives(self._past_age(i + 1))
        if i >= len(tokens) or not self._is_head(i):
            return at
        named = False
        while i < len(tokens) and i - at < _LONGEST:
            word = tokens[i]
            if self._is_head(i):
                named = named or word.low in self._first_names or self._is_bare_name(at, i)
                i += 1
                if word.low in self._surnames and not (i < len(tokens) and tokens[i].low in self._surnames):
                    break  # "laut Jäger Gespräche": she, and what she speaks of
            elif word.kind == "quote" and word.words <= 3 and i > at and tokens[i - 1].kind == "word":
                i += 1  # the magazine „Hafen“
            elif word.low in self._naming.particles and named and self._leads_to_name(i):
                i = self._past_particles(i)
            elif word.low in grammar.connectors and not named and i > at:
                after = self._genitive(i)
                if after is None:
                    break
                i = after
            else:
                break
        return i

    def _past_age(self, i: int) -> int:
        """Past "52 Jahre alter" before a noun."""
        age = self._tokens[i : i + 3]
        is_age = len(age) == 3 and age[0].low.isdigit() and age[1].low in self._grammar.age_words
        return i + 3 if is_age and age[2].text.islower() else i

    def _is_bare_name(self, at: int, i: int) -> bool:
        """Whether two capitals from `at` to `i`, without a determiner before them, are no noun that is known."""
        words = self._tokens[at : i + 1]
        return len(words) == 2 and all(
            word.is_capital and word.low not in self._grammar.determiners and not compounds(word.low, self._nouns)
            for word in words
        )

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
        if not self._is_head(after) or (not of_document and self._is_medium(after)):
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
        return i < len(tokens) and tokens[i].is_capital and not compounds(tokens[i].low, self._nouns)

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
        is_closed = self._is_stop(word.low) or word.low in self._grammar.determiners
        return word.kind == "word" and word.text.islower() and not is_closed and len(word.low) > 3

    def _is_head(self, i: int) -> bool:
        word = self._tokens[i]
        return word.is_capital and not self._is_stop(word.low) and word.low not in self._grammar.determiners

    def _is_medium(self, i: int) -> bool:
        """Whether a noun is a medium that is told something: "said the minister to the paper"."""
        while i + 1 < len(self._tokens) and self._is_head(i + 1):
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
                named = named + 1 if word.is_capital else 0
                i += 1
            else:
                break
        while i > at and (tokens[i - 1].low in grammar.determiners or tokens[i - 1].low in grammar.connectors):
            i -= 1
        return i

    def _leads_to_role(self, i: int) -> bool:
        """Whether a role without a capital follows a word."""
        following = self._tokens[i + 1] if i + 1 < len(self._tokens) else None
        return following is not None and following.text.islower() and following.low in self._naming.roles

    def _complement(self, i: int, *, is_named: bool) -> int | None:
        """Where what a connector leads to begins: "de la police"; None where it joins nothing to the noun."""
        tokens = self._tokens
        after = i + 1 + (i + 1 < len(tokens) and tokens[i + 1].low in self._grammar.determiners)
        if after >= len(tokens) or tokens[after].kind == "mark" or not self._may_stand(after):
            return None
        return None if is_named and not tokens[after].is_capital else after

    def _is_modifier(self, i: int) -> bool:
        """Whether a participle with more behind it stands at a word: "une dame assise dans", "un informe hecho por"."""
        tokens, grammar = self._tokens, self._grammar
        if i + 1 >= len(tokens) or not tokens[i].text.islower() or not PARTICIPLE.search(tokens[i].low):
            return False
        return tokens[i + 1].low in grammar.prepositions and not self.is_of_people(tokens[i].low)

    def _joins(self, i: int, at: int) -> bool:
        """Whether "and" stands between two offices or fields of one person: "ministra de Sanidad y Consumo"."""
        tokens = self._tokens
        if i <= at or i + 1 >= len(tokens) or tokens[i + 1].kind != "word":
            return False
        following = tokens[i + 1]
        if compounds(following.low, self._naming.roles) and tokens[at].low in self._grammar.determiners:
            return True
        are_fields = tokens[i - 1].is_capital and following.is_capital and following.low not in self._first_names
        return are_fields and any(one.low in self._grammar.connectors for one in tokens[at:i])

    def _goes_on(self, i: int, at: int, *, is_named: bool) -> bool:
        """Whether a word belongs to the noun phrase that begins at `at`."""
        word = self._tokens[i]
        if word.kind != "word":
            return False
        if word.low in self._grammar.determiners:
            following = self._tokens[i + 1] if i + 1 < len(self._tokens) else None
            return i == at or (word.is_capital and following is not None and following.is_capital)  # L'Écho du Val
        if not self._may_stand(i) or (self._grammar.verb_ends and re.search(self._grammar.verb_ends, word.text)):
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
        if self._is_stop(word.low) and not (word.is_capital and i > 0 and word.low not in grammar.times):
            return False
        finite = [verb for verb in self._speech.verbs.get(word.low, ()) if verb.is_finite]
        is_capital = word.is_capital and i > 0 and self._tokens[i - 1].kind == "word"
        is_noun = is_capital or word.low in self._nouns or before in grammar.determiners
        return not finite or is_noun or before in grammar.connectors

    def _phrase(self, at: int, past: int, determiner: str) -> Phrase:
        name = self._names.within(at, past)
        head = self._head(at, past, name)
        return Phrase(
            at, past, past, determiner, head, name, None, gender=self._names.gender_of(at, past, name, determiner, head)
        )

    def _head(self, at: int, past: int, name: tuple[int, int] | None) -> str:
        words = [word for word in self._tokens[at : name[0] if name else past] if word.kind == "word"]
        if words and words[0].low in self._grammar.determiners:
            words = words[1:]
        end = next((n for n, word in enumerate(words) if n and word.low in self._grammar.connectors), len(words))
        own = words[:end]
        if self._grammar.capital_nouns:
            own = [word for word in own if word.is_capital] or own
        known = next((word.low for word in own if compounds(word.low, self._nouns)), "")
        if known:
            return known
        return own[-1].low if own and self._grammar.capital_nouns else own[0].low if own else ""

    def _with_aside(self, phrase: Phrase) -> Phrase:
        """The phrase with the party in brackets, and the name or the role between commas, that follow it."""
        tokens = self._tokens
        beyond = self._past_brackets(self._past_place(phrase))
        phrase = phrase._replace(beyond=beyond)
        if beyond + 1 >= len(tokens) or tokens[beyond].text != ",":
            return phrase
        at = beyond + 1
        is_body = compounds(phrase.head, self._nouns) and not self.is_of_people(phrase.head)
        if phrase.name is None and not is_body:
            run = self._names.run(at)
            if run is not None and self._is_closed(self._past_brackets(run[1])):
                past = self._past_brackets(run[1])
                gender = phrase.gender or self._names.gender_of(*run, run, "", "")
                return phrase._replace(name=run, aside=run, beyond=self._past_comma(past), gender=gender)
            return phrase
        if phrase.name is None:
            return phrase
        past = self._end(at)
        past_brackets = self._past_brackets(past)
        has_role = past > at and any(self.is_of_people(word.low) for word in tokens[at:past] if word.kind == "word")
        if has_role and self._is_closed(past_brackets):
            gender = phrase.gender or self._names.gender_of(at, past, None, tokens[at].low, self._head(at, past, None))
            return phrase._replace(aside=(at, past), beyond=self._past_comma(past_brackets), gender=gender)
        if tokens[at].text.isdigit():  # Karl Weber, 56, farmer
            past = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].kind == "word")  # 56 ans
            return phrase._replace(aside=(at, past), beyond=self._past_comma(past))
        return phrase

    def _past_place(self, phrase: Phrase) -> int:
        """Past the place or field of an office that a name follows: "the speaker in the council, Ada Kroon,"."""
        tokens, grammar = self._tokens, self._grammar
        at = phrase.past
        if phrase.name is not None or at >= len(tokens) or tokens[at].low not in grammar.prepositions:
            return at
        i = at
        while (
            i < min(len(tokens), at + _PLACE) and tokens[i].kind == "word" and tokens[i].low not in self._speech.verbs
        ):
            i += 1
        is_named = i < len(tokens) and tokens[i].text == "," and self._names.run(i + 1) is not None
        return i if is_named and self.is_of_people(phrase.head) else at

    def _past_brackets(self, i: int) -> int:
        tokens = self._tokens
        if i < len(tokens) and tokens[i].text == "(":
            close = next((j for j in range(i, min(len(tokens), i + 8)) if tokens[j].text == ")"), None)
            return i if close is None else close + 1
        return i

    def _is_closed(self, i: int) -> bool:
        return i >= len(self._tokens) or self._tokens[i].kind == "mark" or self._tokens[i].kind == "quote"

    def _past_comma(self, i: int) -> int:
        return i + 1 if i < len(self._tokens) and self._tokens[i].text == "," else i
