"""Finds the name of a person in a stretch of a sentence, and whether it is a man's or a woman's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.by_language.speech import compounds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.attribution.by_language.speech import Gender, Speech
    from summarizer.attribution.by_language.tokens import Token

_LONGEST_NAME = 6
_SHOUTED = 5  # letters of a name in capitals that is no abbreviation


def is_of_people(head: str, speech: Speech) -> bool:
    """Whether a noun is one for persons."""
    naming = speech.naming
    is_trade = bool(naming.trade_ends) and re.search(naming.trade_ends, head) is not None
    return is_trade or head in naming.persons or bool(compounds(head, speech.people))


class NameReader:
    """Reads the names of persons in one sentence's tokens."""

    def __init__(self, speech: Speech, tokens: Sequence[Token]) -> None:
        self._speech = speech
        self._grammar = speech.grammar
        self._naming = speech.naming
        self._tokens = tokens

    def within(self, at: int, past: int) -> tuple[int, int] | None:
        """The tokens of the person's name that a phrase ends in."""
        tokens, naming = self._tokens, self._naming
        end = past
        start = end
        while start > at and (tokens[start - 1].is_capital or (start < end and self._is_particle(start - 1, at))):
            start -= 1
        start = self._before_nickname(at, start)
        while start < end and not tokens[start].is_capital:
            start += 1
        if start == at and start < end and tokens[at].low in self._grammar.possessives:
            start += 1  # "Ihr Mann" at the start of a sentence
        if start == end:
            return None
        run = range(start, end)
        for i in run:
            is_first = not self._speech.first_names.isdisjoint((tokens[i].low, tokens[i].low.partition("-")[0]))
            if is_first and end - i <= _LONGEST_NAME and end - i >= 2:
                return (i, end)
        after_role = next((i for i in reversed(run) if self._is_title(i)), None)
        if (
            after_role is None
            and naming.trade_ends
            and end - start >= 2
            and re.search(naming.trade_ends, tokens[start].low)
        ):
            after_role = start
        if after_role is not None:
            first = after_role + 1
            is_name = 0 < end - first <= 3 and tokens[first].is_capital and not self.is_body(first, end)
            return (first, end) if is_name else None
        return self._unknown_name(at, start, end)

    def _before_nickname(self, at: int, start: int) -> int:
        """Where a name begins that a nickname in quotation marks stands in: "Rogelio «El Chato» Murillo"."""
        tokens = self._tokens
        if start - at < 2 or tokens[start - 1].kind != "quote" or not tokens[start - 2].is_capital:
            return start
        start -= 2
        while start > at and tokens[start - 1].is_capital:
            start -= 1
        return start

    def _unknown_name(self, at: int, start: int, end: int) -> tuple[int, int] | None:
        """The name that some words with capitals are, none of which is a known first name or a role."""
        before = self._tokens[start - 1].low if start > at else ""
        if start > at and (self.is_honorific(start - 1) or before in self._grammar.himself):
            return (start, end)
        if before in self._grammar.connectors or before in self._grammar.determiners:
            are_names = all(self._tokens[i].is_capital for i in range(start, end)) and not self.is_body(start, end)
            return (end - 2, end) if end - start >= 3 and are_names and not self._grammar.capital_nouns else None
        is_short = "-" in self._tokens[start].text and self._tokens[start].text.partition("-")[0].isupper()
        if is_short and end - start == 1:
            return None  # IT-Fachleute
        own = sum(word.low not in self._naming.particles for word in self._tokens[start:end])  # Ada Van den Berg
        if (start > at and self._grammar.capital_nouns) or own > 3 or self.is_body(start, end):
            return None
        words = self._tokens[at:start]
        is_led = any(is_of_people(word.low, self._speech) or word.low in self._naming.designations for word in words)
        if start > at and not is_led:
            return (start, end) if self._is_whose(at, start, end) else None  # le train Lyon-Paris
        return (start, end)

    def _is_whose(self, at: int, start: int, end: int) -> bool:
        """Whether two names stand behind what their bearer is to somebody: "son deuxième-ligne Tevita Fonoti"."""
        words = self._tokens[at:start]
        is_thing = any(compounds(word.low, self._speech.bodies) for word in words)
        is_name = end - start == 2 or (end - start == 1 and self._tokens[start].low in self._speech.first_names)
        return words[0].low in self._grammar.possessives and len(words) == 2 and is_name and not is_thing

    def _is_particle(self, i: int, at: int) -> bool:
        """Whether a word is a particle between the names of a person: "von", "de la"."""
        tokens, particles = self._tokens, self._naming.particles
        if i <= at or tokens[i].low not in particles:
            return False
        is_second = tokens[i - 1].low in particles and tokens[i - 1].low not in self._grammar.determiners
        if tokens[i].low in self._grammar.determiners:
            return is_second
        return is_second or tokens[i - 1].is_capital

    def _is_title(self, i: int) -> bool:
        """Whether a word with a capital stands before a name: an office, an honorific, "Ihr Mann Holger"."""
        is_called = self._grammar.capital_nouns and self._tokens[i].low in self._naming.designations
        return is_called or self.is_role(i) or self.is_honorific(i)

    def is_honorific(self, i: int) -> bool:
        low = self._tokens[i].low.rstrip(".") if i >= 0 else ""
        naming = self._naming
        return low in naming.honorifics_man or low in naming.honorifics_woman or low in naming.honorifics

    def is_role(self, i: int) -> bool:
        low = self._tokens[i].low.rstrip(".")
        return low in self._naming.roles or (self._grammar.capital_nouns and bool(compounds(low, self._naming.roles)))

    def is_body(self, start: int, end: int) -> bool:
        naming = self._naming
        words = self._tokens[start:end]
        is_shouted = len(words) > 1 and all(word.text.isupper() for word in words)
        is_shouted = is_shouted and max(len(word.text) for word in words) >= _SHOUTED  # DERYA ASLAN, but not ARD ZDF
        is_led = words[0].low in self._speech.first_names and words[min(1, len(words) - 1)].low in naming.particles
        if is_led:
            return False  # María de la Cruz Ríos
        if any(word.low in naming.body_names or (word.is_short_form and not is_shouted) for word in words):
            return True
        if any(compounds(word.low, self._speech.bodies) for word in words):
            return True
        first = words[0].low
        if (
            naming.body_ends
            and len(words) > 1
            and first not in self._speech.first_names
            and re.search(naming.body_ends, first)
        ):
            return True
        return words[0].low in naming.not_names or any(compounds(word.low, naming.crowds) == word.low for word in words)

    def gender_of(self, at: int, past: int, name: tuple[int, int] | None, determiner: str, head: str) -> Gender:
        naming, grammar = self._naming, self._grammar
        words = [word.low.rstrip(".") for word in self._tokens[at:past] if word.kind == "word"]
        if any(word in naming.honorifics_woman for word in words):
            return "woman"
        if any(word in naming.honorifics_man for word in words):
            return "man"
        if name is not None and name[1] - name[0] >= 2:
            first = self._tokens[name[0]].low
            if (first in naming.first_names_woman) != (first in naming.first_names_man):
                return "woman" if first in naming.first_names_woman else "man"
            ends = naming.women_names_end if first not in self._speech.first_names else ""
            if ends and re.search(ends, first) and not compounds(head, naming.roles):
                return "woman"
        if not compounds(head, naming.roles):
            return ""
        if self._is_womans(head, words):
            return "woman"
        if grammar.capital_nouns:
            is_man = determiner in grammar.masculine or self._has_form_for_women(head)
            return "man" if is_man else ""
        if determiner in grammar.feminine:
            return "woman"
        return "man" if determiner in grammar.masculine else ""

    def _is_womans(self, head: str, words: Sequence[str]) -> bool:
        """Whether a noun, or another of the words with it, says that a woman has a role: "Neurologin Professor"."""
        ends, roles = self._naming.women_end, self._naming.roles
        if not ends or re.search(ends, head):
            return bool(ends)
        return self._grammar.capital_nouns and any(re.search(ends, word) and compounds(word, roles) for word in words)

    def gender_of_role(self, head: str) -> Gender:
        """ "man" for a noun that has another form for women: chercheur, profesor; else ""."""
        roles = self._naming.roles
        forms = (head + "e", head + "a", head[:-3] + "euse", head[:-3] + "rice", head[:-1] + "a")
        ends = (True, True, head.endswith("eur"), head.endswith("eur"), head.endswith("o"))
        is_man = head in roles and any(fits and form in roles for form, fits in zip(forms, ends, strict=True))
        return "man" if is_man and not self._grammar.capital_nouns else ""

    def _has_form_for_women(self, head: str) -> bool:
        """Whether a noun that nobody uses for women has another for them: Bergführer, as there is Bergführerin."""
        roles = self._naming.roles
        noun = compounds(head, roles)
        return f"{noun}in" in roles

    def _leads_on(self, i: int) -> bool:
        """Whether particles stand there that a name follows: "van der Merwe"."""
        particles = self._naming.particles
        past = i
        while past < len(self._tokens) and self._tokens[past].low in particles:
            past += 1
        return i < past < len(self._tokens) and self._tokens[past].is_capital

    def _is_called_so(self, i: int) -> bool:
        """Whether a determiner, one word and a name of two stand by themselves: "le Philippin Rodelio Macar,"."""
        words = self._tokens[i + 1 : i + 5]
        is_run = len(words) > 2 and words[1].is_capital and words[2].is_capital
        is_thing = bool(words) and bool(compounds(words[0].low, self._speech.bodies))
        return is_run and not is_thing and words[0].kind == "word" and words[0].low not in self._speech.first_names

    def run(self, at: int) -> tuple[int, int] | None:
        """The name of a person that stands by itself behind a comma; None where there is none."""
        i = at
        tokens = self._tokens
        if i < len(tokens) and self.is_honorific(i):
            i += 1
        elif i + 2 < len(tokens) and tokens[i].low in self._grammar.determiners and not self._grammar.capital_nouns:
            is_called = tokens[i + 1].low in self._naming.designations and tokens[i + 2].is_capital
            is_called = is_called or self._is_called_so(i)
            i += 2 if is_called else 0  # l'Argentin Pablo Ruiz
        first = i
        while i < len(tokens) and (tokens[i].is_capital or (i > first and self._leads_on(i))):
            i += 1
        length = i - first
        is_alone = (
            length == 1 and i < len(tokens) and tokens[i].text == "," and tokens[first].low not in self._grammar.times
        )
        if not (2 <= length <= _LONGEST_NAME or is_alone) or self.is_body(first, i) or self.is_role(first):
            return None
        return (first, i)
