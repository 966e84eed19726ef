"""Reads who is named at a place of a sentence: pronoun, name, or noun with its complement and the name beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.by_language.extent import PARTICIPLE, Extent
from summarizer.attribution.by_language.names import NameReader, is_of_people
from summarizer.attribution.by_language.speech import compounds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.attribution.by_language.speech import Gender, Speech
    from summarizer.attribution.by_language.tokens import Token

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
        self._grammar = speech.grammar
        self._naming = speech.naming
        self._tokens = tokens
        self._nouns = speech.nouns
        self._names = NameReader(speech, tokens)
        self.extent = Extent(speech, tokens, surnames)
        self._read: dict[tuple[int, bool], Phrase | None] = {}  # many rules ask about one place

    def read(self, at: int, *, is_subject: bool = True) -> Phrase | None:
        """The mention that begins at a token, with what stands beside it; None where none begins."""
        if (at, is_subject) not in self._read:
            self._read[at, is_subject] = self._read_anew(at, is_subject=is_subject)
        return self._read[at, is_subject]

    def _read_anew(self, at: int, *, is_subject: bool) -> Phrase | None:
        tokens, grammar = self._tokens, self._grammar
        if at >= len(tokens) or tokens[at].kind != "word":
            return None
        low = tokens[at].low
        if (length := self._one_of(at)) > 0:
            words = " ".join(token.low for token in tokens[at : at + length])
            is_his = " ".join(words.split()[:-1]) in self._grammar.one_of_his
            one = Phrase(at, at + length, at + length, "", words.split()[-1] if is_his else words)
            who = self._named_between_commas(at + length)
            is_named = who is not None and who.name is not None
            if who is None or not is_named or not (self._is_closed(who.beyond - 1) or self._is_closed(who.beyond)):
                return one
            beyond = who.beyond + self._is_comma(who.beyond) if who.beyond < len(tokens) else who.beyond
            return who._replace(first=at, beyond=beyond)  # "Uno de ellos, Juan Ruiz, …"
        if self._is_nobody(at, is_subject=is_subject):
            return None
        if at + 1 < len(tokens) and f"{low} {tokens[at + 1].low}" in grammar.the_latter:
            return self._pronoun(at, at + 2, f"{low} {tokens[at + 1].low}")
        if low in grammar.this_one and not self._stands_alone(at):
            pass
        elif low in grammar.he or low in grammar.she or low in grammar.they:
            return self._pronoun(at, at + 1, low) if low in grammar.this_one or self._is_pronoun(at) else None
        past = self.extent.end(at)
        if past == at or (is_subject and (self._is_infinitive(at) or self._is_participle(at))):
            return None
        if (
            past == at + 1
            and low in self._naming.not_names
            and low not in grammar.determiners
            and not self.is_known(low)
        ):
            return None  # "Gefragt, ob …"
        determiner = low if low in grammar.determiners else ""
        phrase = self._phrase(at, past, determiner)
        return None if phrase.head in grammar.others and phrase.name is None else self._with_aside(phrase)  # tout cela

    def _is_nobody(self, at: int, *, is_subject: bool) -> bool:
        """Whether no mention begins at a word: "it", "más (duro fue)"; nor, of a subject, with "dem" or "de"."""
        low, grammar = self._tokens[at].low, self._grammar
        if low in grammar.others and self._is_pronoun(at):
            return True
        if low in grammar.degrees and not grammar.capital_nouns:
            return True
        following = self._tokens[at + 1] if at + 1 < len(self._tokens) else None
        is_name = self._tokens[at].is_capital and following is not None and following.is_capital  # "De Vega dijo"
        is_joining = low in grammar.connectors and low not in grammar.determiners and not is_name
        # "bromeó antes de cerrar": nobody is called so
        return is_subject and (low in grammar.not_subjects or (is_joining and not self.extent.is_of_bearer(at)))

    def _named_between_commas(self, at: int) -> Phrase | None:
        """The person whom an aside that a comma opens names, at its beginning or at its end."""
        if at >= len(self._tokens) or not self._is_comma(at):
            return None
        close = next((i for i in range(at + 1, min(len(self._tokens), at + 2 + _PLACE)) if self._is_comma(i)), None)
        who = self.read(at + 1)
        if close is None or (who is not None and who.name is not None):
            return who
        runs = [(i, close) for i in range(at + 1, close) if self._names.run(i) == (i, close)]
        known = (run for run in runs if self._tokens[run[0]].low in self._speech.first_names)
        name = next(known, next((run for run in runs if run[1] - run[0] < 3), None))
        gender = self._names.gender_of(*name, name, "", "") if name is not None else ""
        return Phrase(at + 1, close, close + 1, "", "", name, name, gender=gender) if name is not None else None

    def _one_of(self, at: int) -> int:
        """How many words say that it is one of several, "l'un d'eux"; 0 for none."""
        lows = [token.low for token in self._tokens[at : at + 5]]
        known = (tuple(phrase.split()) for phrase in self._grammar.one_of)
        length = max((len(words) for words in known if tuple(lows[: len(words)]) == words), default=0)
        if length:
            return length
        his = (tuple(phrase.split()) for phrase in self._grammar.one_of_his)
        length = max((len(words) for words in his if tuple(lows[: len(words)]) == words), default=0)
        return length + 1 if length and at + length < len(self._tokens) else 0

    def _is_infinitive(self, at: int) -> bool:
        """Whether a verb stands there and no noun: "dit avoir vu", "dijo sentirse mal"."""
        low, grammar = self._tokens[at].low, self._grammar
        if grammar.capital_nouns or not grammar.infinitive or not self._tokens[at].text.islower():
            return False
        is_word = low in grammar.determiners or self.is_of_people(low) or bool(compounds(low, self._nouns))
        return not is_word and re.match(grammar.infinitive, low) is not None

    def _is_participle(self, at: int) -> bool:
        """Whether a participle stands there and no noun: "dans un texte diffusé lundi"."""
        word = self._tokens[at]
        is_plain = word.text.islower() and word.low not in self._grammar.determiners and not self._grammar.capital_nouns
        return is_plain and PARTICIPLE.search(word.low) is not None and not self.is_known(word.low)

    def _pronoun(self, at: int, past: int, words: str) -> Phrase:
        grammar = self._grammar
        gender: Gender = "man" if words in grammar.he else "woman"
        is_plural = words not in grammar.he and words not in grammar.she
        aside = past + 1 if past + 1 < len(self._tokens) and self._tokens[past].text == "," else past
        close = next((i for i in range(aside, min(len(self._tokens), aside + _PLACE)) if self._is_comma(i)), None)
        name = self._names.run(aside) if aside > past and words in grammar.the_latter | grammar.this_one else None
        if name is not None and self._is_closed(self._past_brackets(name[1])):  # "Celle-ci, Anne Roux, …"
            end = self._past_comma(self._past_brackets(name[1]))
            return Phrase(at, past, end, "", "", name, name, gender=gender)
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
            after = self.extent.past_adjectives(at + 1)
            is_verb = bool(self._speech.verbs.get(tokens[at + 1].low))
            return is_verb or after >= len(tokens) or not self.extent.is_head(after)
        low = tokens[at + 1].low
        is_verb = any(verb.is_finite for verb in self._speech.verbs.get(low, ()))
        return is_verb or low in grammar.auxiliaries | grammar.objects | grammar.negations

    def second_of(self, first: Phrase) -> Phrase | None:
        """The person who stands with another behind "and": "Josette et Fernand"."""
        at, tokens = first.beyond, self._tokens
        if first.name is None or at >= len(tokens) or tokens[at].low not in self._grammar.and_words:
            return None
        second = self.read(at + 1)
        return second if second is not None and second.name is not None else None

    def is_somebody(self, phrase: Phrase) -> bool:
        """Whether a phrase is surely a source: a name, a pronoun, or a noun for persons, bodies or documents."""
        tokens = self._tokens[phrase.first : phrase.past]
        is_proper = any(one.is_capital for one in tokens[1:]) and not self._grammar.capital_nouns
        is_short_form = any(one.is_short_form for one in tokens)
        is_known = bool(phrase.name) or phrase.is_pronoun or bool(compounds(phrase.head, self._nouns))
        is_known = is_known or self.is_of_people(phrase.head)
        return is_known or is_proper or is_short_form or not phrase.determiner

    def is_known(self, head: str) -> bool:
        """Whether a noun is one for sources: persons, bodies, documents."""
        return bool(compounds(head, self._nouns)) or self.is_of_people(head)

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
        return word.kind == "word" and not self.extent.is_stop(word.low)

    def _phrase(self, at: int, past: int, determiner: str) -> Phrase:
        name = self._names.within(at, past)
        if name is None and self._ends_in_bearer(at, past):
            name = (past - 1, past)  # so von der Aue, Landrätin von der Aue
        if name is not None and self._is_complement(at, name[0]):
            name = None  # l'avocat de Paul Roux
        head = self._head(at, past, name)
        return Phrase(
            at, past, past, determiner, head, name, None, gender=self._names.gender_of(at, past, name, determiner, head)
        )

    def _ends_in_bearer(self, at: int, past: int) -> bool:
        """Whether particles and a known surname are a mention, or stand behind the office in it."""
        if self.extent.is_of_bearer(at):
            return True
        led = (i for i in range(at + 1, past) if self._tokens[i].low in self._naming.particles)
        first = next(led, past)
        is_one = first < past and self.extent.is_of_bearer(first) and self.is_of_people(self._tokens[first - 1].low)
        return is_one and self._tokens[past - 1].is_capital

    def _is_complement(self, at: int, name: int) -> bool:
        """Whether a name stands behind "of" and a noun for a person or a body: "the widow of Karl Weber"."""
        before = self._tokens[name - 1].low if name > at + 1 else ""
        if before not in self._grammar.connectors or self.extent.is_of_bearer(name - 1):
            return False
        words = self._tokens[at : name - 1]
        is_title = self._names.is_honorific(name - 2)  # el señor de Vega
        known = (self.is_of_people(word.low) or compounds(word.low, self._speech.bodies) for word in words)
        return not is_title and any(known)

    def _head(self, at: int, past: int, name: tuple[int, int] | None) -> str:
        words = [word for word in self._tokens[at : name[0] if name else past] if word.kind == "word"]
        if words and words[0].low in self._grammar.determiners:
            words = words[1:]
        end = next((n for n, word in enumerate(words) if n and word.low in self._grammar.connectors), len(words))
        own = [word for word in words[:end] if word.low not in self._naming.former] or words[:end]
        if self._grammar.capital_nouns:
            own = [word for word in own if word.is_capital][::-1] or own  # "der Vorsitzende Richter" is a judge
        known = next((word.low for word in own if compounds(word.low, self._nouns)), "")
        known = known or next((word.low for word in own[1::-1] if word.low in self._speech.naming.designations), "")
        known = known or next((word.low for word in own if self.is_of_people(word.low)), "")
        if known:
            return known
        return own[0].low if own else ""

    def _with_aside(self, phrase: Phrase) -> Phrase:
        """The phrase with the party in brackets, and the name or the role between commas, that follow it."""
        tokens = self._tokens
        beyond = self._past_brackets(self._past_place(phrase, phrase.past))
        beyond = self._past_place(phrase, beyond) if beyond > phrase.past else beyond  # "la députée (Verts) de Tolm,"
        phrase = phrase._replace(beyond=beyond)
        beyond = self._past_himself(beyond)
        if beyond + 1 >= len(tokens) or tokens[beyond].text != ",":
            return phrase
        at = beyond + 1
        phrase = self._contrasted(phrase, at)
        is_body = compounds(phrase.head, self._nouns) and not self.is_of_people(phrase.head)
        if (phrase.name is None or self._is_of_another(phrase) or self._is_region(phrase)) and not is_body:
            run = self._names.run(at) or self._named_by_another_role(at)
            if run is not None and self._is_closed(self._past_brackets(run[1])):
                past = self._past_brackets(run[1])
                gender = phrase.gender or self._names.gender_of(*run, run, "", "")
                return phrase._replace(name=run, aside=run, beyond=self._past_comma(past), gender=gender)
        if phrase.name is None and not is_body:
            return phrase
        if phrase.name is None:
            return phrase
        if (party := self._past_field(at)) > at:
            return phrase._replace(beyond=party + 1)  # "Ada Kroon, of the Greens,"
        past = self.extent.end(at)
        past_brackets = self._past_brackets(past)
        has_role = past > at and any(self.is_of_people(word.low) for word in tokens[at:past] if word.kind == "word")
        past_brackets = self._past_field(past_brackets, ",:") if has_role else past_brackets
        if has_role and self._is_closed(past_brackets):
            gender = self._gender_beside(phrase, at, past)
            return phrase._replace(aside=(at, past), beyond=self._past_comma(past_brackets), gender=gender)
        if self._is_age(at):  # Karl Weber, 56, farmer
            past = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].kind == "word")  # 56 ans
            phrase = phrase._replace(aside=(at, past), beyond=self._past_comma(past))
            end = self.extent.end(phrase.beyond) if phrase.beyond > past and phrase.beyond < len(tokens) else past
            is_role = any(self.is_of_people(word.low) for word in tokens[phrase.beyond : end])
            if is_role and self._is_closed(end):  # Ada Kroon, 22, former farmer,
                return phrase._replace(aside=(past + 1, end), beyond=self._past_comma(end))
            return phrase
        return phrase

    def _past_himself(self, i: int) -> int:
        """Past "himself" before a comma: "Der Schüler selbst, Karl Weber, …"."""
        is_one = i + 1 < len(self._tokens) and self._tokens[i].low in self._grammar.himself
        return i + 1 if is_one and self._is_comma(i + 1) else i

    def _gender_beside(self, phrase: Phrase, at: int, past: int) -> Gender:
        """The gender of a name, or of the role beside it, which tells more than how an unknown name ends."""
        head = self._head(at, past, None)
        told = self._names.gender_of(at, past, None, self._tokens[at].low, head) or self._names.gender_of_role(head)
        is_known = phrase.name is not None and self._tokens[phrase.name[0]].low in self._speech.first_names
        return (phrase.gender or told) if is_known else (told or phrase.gender)

    def _contrasted(self, phrase: Phrase, at: int) -> Phrase:
        """A name with the gender that a pronoun behind it tells: "Marchetti, elle, …"."""
        low, grammar = self._tokens[at].low, self._grammar
        if phrase.name is None or low not in grammar.contrast or low in grammar.they:
            return phrase
        return phrase._replace(gender="woman" if low in grammar.she else "man")

    def _is_age(self, at: int) -> bool:
        """Whether a number is how old somebody is: "56", "56 ans", but not "3 200 habitants"."""
        behind = self._tokens[at + 1] if at + 1 < len(self._tokens) else None
        is_alone = behind is None or behind.kind == "mark" or behind.low in self._grammar.age_words
        return self._tokens[at].text.isdigit() and len(self._tokens[at].text) < 4 and is_alone

    def _is_of_another(self, phrase: Phrase) -> bool:
        """Whether the name in a phrase is its complement's: "the head of the company Kroon, Ada Holt"."""
        if phrase.name is None or phrase.name[0] <= phrase.first:
            return False
        words = [token.low for token in self._tokens[phrase.first + 1 : phrase.name[0]]]
        genitives = {"des", "der", "eines", "einer"} if self._grammar.capital_nouns else set()
        return bool(genitives.union(self._grammar.connectors).intersection(words)) and self.is_of_people(phrase.head)

    def _is_region(self, phrase: Phrase) -> bool:
        """Whether one word with a capital behind an office may be what it is for: "directrice Benelux, Ada Holt,"."""
        name = phrase.name
        if name is None or name[1] - name[0] > 1 or name[0] == phrase.first or self._grammar.capital_nouns:
            return False
        return self.is_of_people(phrase.head) and not self._names.is_honorific(name[0] - 1)

    def _named_by_another_role(self, at: int) -> tuple[int, int] | None:
        """The name behind a second role: "the head of the team, captain Ada Kroon,"."""
        past = self.extent.end(at)
        name = self._names.within(at, past) if past > at + 1 else None
        is_named = name is not None and name[0] > at and name[1] == past and name[1] - name[0] >= 2
        return name if is_named and self.is_of_people(self._head(at, past, name)) else None

    def _past_place(self, phrase: Phrase, at: int) -> int:
        """Past the place or field of an office that a name follows: "the speaker in the council, Ada Kroon,"."""
        tokens, grammar = self._tokens, self._grammar
        leads = grammar.prepositions | (grammar.connectors if at > phrase.past else frozenset())
        if phrase.name is not None or at >= len(tokens) or tokens[at].low not in leads:
            return at
        i = at
        while (
            i < min(len(tokens), at + _PLACE) and tokens[i].kind == "word" and tokens[i].low not in self._speech.verbs
        ):
            i += 1
        is_named = i < len(tokens) and tokens[i].text == "," and self._names.run(i + 1) is not None
        return i if is_named and self.is_of_people(phrase.head) else at

    def _past_field(self, at: int, ends: str = ",") -> int:
        """Past what an office is for, up to the comma (or one of `ends`) behind it: "author of a book on it,"."""
        tokens, grammar = self._tokens, self._grammar
        if at >= len(tokens) or tokens[at].low not in grammar.prepositions | grammar.connectors:
            return at
        i = at
        while i < min(len(tokens), at + _PLACE) and tokens[i].kind == "word":
            if tokens[i].low in grammar.auxiliaries or any(
                v.is_finite for v in self._speech.verbs.get(tokens[i].low, ())
            ):
                return at
            i += 1
        return i if i < len(tokens) and tokens[i].text in ends else at

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
