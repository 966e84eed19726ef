"""What stands in a clause beside its verb: adverbs, times, phrases with a preposition."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.by_language.extent import PARTICIPLE
from summarizer.attribution.by_language.speech import compounds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.attribution.by_language.phrases import Phrase, PhraseReader
    from summarizer.attribution.by_language.speech import Speech
    from summarizer.attribution.by_language.tokens import Token

_MOOD = 6  # letters of a participle that tells how somebody feels
ADJUNCTS = 6  # of them one after another: "on Monday in Tolm before the press"


class Adjuncts:
    """Reads the adjuncts of one sentence, of which the token `last` is the mark at its end."""

    def __init__(self, speech: Speech, tokens: Sequence[Token], phrases: PhraseReader, last: int) -> None:
        self._speech = speech
        self._grammar = speech.grammar
        self._tokens = tokens
        self._phrases = phrases
        self._last = last
        self._told_nouns = speech.naming.media | speech.naming.crowds

    def past(self, at: int, *, objects: bool = False) -> int:
        """Past the adverbs, times and phrases with a preposition that stand at a token; pronouns too, if `objects`."""
        for _ in range(ADJUNCTS):
            past = self._past_adjunct(at, objects)
            if past == at:
                break
            at = past
        return at

    def _past_adjunct(self, at: int, objects: bool) -> int:
        tokens, grammar = self._tokens, self._grammar
        if at >= len(tokens) or tokens[at].kind != "word":
            return at
        low = tokens[at].low
        for words in self._speech.adverb_phrases.get(low, ()):
            if tuple(token.low for token in tokens[at : at + len(words)]) == words:
                return at + len(words)
        if low in grammar.adverbs or low in grammar.times or low.isdigit():
            return at + 1
        if grammar.drops_subjects and self._tells_how(at):
            return at + 1
        if low in grammar.connectors and at + 1 < len(tokens) and tokens[at + 1].low in grammar.he | grammar.she:
            return at + 2  # "dijo de él Ruiz"
        if objects and (low in grammar.objects or low in grammar.negations):
            return at + 1
        following = tokens[at + 1].low if at + 1 < len(tokens) else ""
        is_age = at + 2 < len(tokens) and tokens[at + 2].low in grammar.age_words and grammar.capital_nouns
        is_name = not grammar.capital_nouns and at + 1 < len(tokens) and tokens[at + 1].is_capital  # Le Matin
        # "ein 52 Jahre alter Fahrer" is no time
        is_time = (following in grammar.times and not is_name) or following.isdigit()
        if low in grammar.determiners and is_time and not is_age:
            return at + 2
        return self._past_prepositional(at) if low in grammar.prepositions else at

    def _tells_how(self, at: int) -> bool:
        """Whether a participle right behind a verb of saying tells in what mood somebody says it: "dijo emocionado"."""
        token, verbs = self._tokens[at], self._speech.verbs
        if at == 0 or len(token.text) < _MOOD or not PARTICIPLE.search(token.low) or token.is_capital:
            return False
        is_said = any(verb.is_finite for verb in verbs.get(self._tokens[at - 1].low, ()))
        return is_said and not self._phrases.is_known(token.low)

    def _past_prepositional(self, at: int) -> int:
        tokens, grammar = self._tokens, self._grammar
        i = at + 1
        while i < len(tokens) and (tokens[i].low in grammar.prepositions or tokens[i].low in grammar.connectors):
            i += 1
        dated = i + 1 if i < len(tokens) and tokens[i].low in grammar.determiners else i
        past = dated
        while past < len(tokens) and (tokens[past].low in grammar.times or tokens[past].low.isdigit()):
            past += 1
        if past > dated:
            is_age = past < len(tokens) and tokens[past].low in grammar.age_words and not grammar.capital_nouns
            return past + is_age  # "A sus 79 años, …"
        phrase = None if self.leads_to_infinitive(at) else self._phrases.read(i, is_subject=False)
        if phrase is None:
            return at
        name = phrase.name
        is_medium = name is not None and tokens[name[0]].low in grammar.determiners  # "au quotidien Le Midi"
        if name is not None and name[1] <= phrase.past and name[1] - name[0] >= 2 and name[0] > i + 1 and not is_medium:
            return name[0]  # "told the press Ada Kroon": the press, and who told it
        if name is not None and not is_medium and name[0] == i + 1 and self._is_site(i, name):
            return name[0]  # "told franceinfo Kroon", "wrote on X Ada Kroon"
        told = self._told_before_name(phrase, i) if name is None else None
        if told is not None:
            return told
        for j in range(i, min(phrase.past, i + 2)):
            is_short = tokens[j].is_short_form
            names = tokens[j + 1 : j + 3]
            is_told = len(names) == 2 and all(one.is_capital for one in names)
            if is_short or (is_told and tokens[j].is_capital and tokens[j].low in self._speech.naming.media):
                return j + 1  # "told the BBC Ada Kroon", "a Efe Rosa Ruiz"
        return phrase.past

    def _is_site(self, at: int, name: tuple[int, int]) -> bool:
        """Whether one word that is no name stands before the name of a person, as that of a site or a station does."""
        word, first_names = self._tokens[at], self._speech.first_names
        if word.text.islower():
            return word.low not in self._grammar.determiners
        is_name = word.low in first_names or self._tokens[name[0]].low not in first_names or name[1] - name[0] < 2
        return word.is_capital and not is_name and not self._grammar.capital_nouns

    def _told_before_name(self, phrase: Phrase, i: int) -> int | None:
        """Where a name begins that follows the noun in a phrase: "devant la presse Thibaud Roux"; None without one."""
        tokens = self._tokens
        capitals = [j for j in range(i, phrase.past) if tokens[j].is_capital]
        joints = self._grammar.determiners | self._grammar.connectors
        is_run = len(capitals) > 1 and capitals == list(range(capitals[0], phrase.past))
        is_run = is_run and tokens[capitals[0]].low not in self._grammar.determiners  # "al diario El Faro"
        is_run = is_run and not compounds(tokens[capitals[0]].low, self._speech.naming.media)  # "a Radio Tolm"
        if not is_run or tokens[capitals[0] - 1].low in joints:
            return None
        is_people = any(compounds(tokens[j].low, self._told_nouns) for j in range(i, min(phrase.past, i + 2)))
        is_closed = phrase.past >= len(tokens) or tokens[phrase.past].kind == "mark"
        is_thing = any(compounds(tokens[j].low, self._speech.bodies) for j in range(i, phrase.past))
        is_led = capitals[0] > i and tokens[capitals[0] - 1].text.islower()
        # "au mégaphone Ada Kroon, la maire"
        return capitals[0] if is_people or (is_closed and is_led and not is_thing) else None

    def leads_to_infinitive(self, at: int) -> bool:
        """Whether a preposition and an infinitive stand at a token: "sin levantar (la vista)"."""
        grammar = self._grammar
        if (
            grammar.capital_nouns
            or at + 1 >= self._last
            or self._tokens[at].low not in grammar.prepositions | grammar.connectors
        ):
            return False
        is_reflexive = self._tokens[at + 1].low in grammar.reflexives and at + 2 < self._last  # "sans se risquer"
        following = self._tokens[at + 1 + is_reflexive]
        is_one = following.text.islower() and not self._phrases.is_known(following.low)
        return is_one and re.match(grammar.infinitive, following.low) is not None
