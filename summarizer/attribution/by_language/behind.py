"""Reads what stands behind a verb of saying and its subject: a quotation, a clause, an infinitive, a thing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.by_language.clause import FEWEST, Clause
from summarizer.attribution.by_language.found import Found
from summarizer.attribution.by_language.relatives import last_named
from summarizer.attribution.by_language.relays import medium_at
from summarizer.attribution.by_language.speech import compounds

if TYPE_CHECKING:
    from summarizer.attribution.by_language.clause import Range
    from summarizer.attribution.by_language.phrases import Phrase
    from summarizer.attribution.by_language.verbs import Cue
    from summarizer.contract.statement import Form

_TITLE = 6  # words of the title of a work
_LONGEST_NOUN = 8  # tokens of a noun and what is joined to it
_ADJUNCT = 14  # tokens between a verb and the "that" of what is said


class Behind:
    """Reads what follows a verb and its subject, from token `at` on."""

    def __init__(self, clause: Clause, cue: Cue, subject: Phrase | None, at: int) -> None:
        self._clause, self._cue, self._subject, self._at = clause, cue, subject, at
        self._tokens, self._grammar = clause.tokens, clause.grammar

    def read(self) -> Found | None:
        """A quotation, a clause, an infinitive or a thing that is said; None when there is nothing of the kind."""
        for i in range(self._at, min(self._clause.last, self._at + _ADJUNCT)):
            token = self._tokens[i]
            if token.text == ":":
                return self._behind_colon(i + 1)
            if token.kind == "quote" and self._is_medium(i):
                continue
            if token.kind == "quote" and self._has("of"):
                return self._called(i)
            if token.kind == "quote" and self._has("quote"):
                return self._quoted(i)
            if token.kind == "word" and token.low.rstrip("'") in self._grammar.that_words and self._has("that"):
                return None if self._is_relative(i) else self._found((i + 1, self._past_that(i + 1)), "clause", "that")
            is_told = token.text == "," and i > self._at and self._has("np") and self._object() is not None
            clause = None if is_told and not self._grammar.capital_nouns else self._bare(i) or self._infinitive(i)
            if clause is not None:
                return clause
            if is_told:
                break
            if self._is_past_what_is_said(i):
                break
        return self._object() if self._has("np") else None

    def _is_medium(self, i: int) -> bool:
        """Whether a quotation is the name of a medium that was told something: sagte der «Welt»."""
        tokens, grammar = self._tokens, self._grammar
        if tokens[i].words > 3:
            return False
        media = self._clause.speech.naming.media
        if medium_at(self._clause, i - 1) is not None and self._names_medium(i):
            return True
        first = next((letter for letter in tokens[i].text if letter.isalnum()), "")
        leads = grammar.prepositions | grammar.connectors
        is_told = tokens[i - 1].low in grammar.determiners - grammar.indefinite and tokens[i - 2].low not in leads
        is_told = is_told and first.isupper()  # der «Welt», but not: d'un « scandale »
        return is_told or bool(compounds(tokens[i - 1].low, media))

    def _is_past_what_is_said(self, i: int) -> bool:
        is_other = any(other.first == i for other in self._clause.cues)
        return is_other or self._tokens[i].text in (";", ".") or self._opens_relative(i)

    def _opens_relative(self, i: int) -> bool:
        """Whether a comma opens a relative clause with a verb of saying of its own: "lobte Anna Holt, die … nannte"."""
        is_led = i + 1 < self._clause.last and self._tokens[i + 1].low in self._grammar.relative_words
        return is_led and self._clause.is_comma(i) and any(other.first > i for other in self._clause.cues)

    def _past_that(self, at: int) -> int:
        """Where what "that" opens ends: with the sentence, or at a semicolon behind which no other "that" stands."""
        for i in range(at, self._clause.last - 1):
            if self._tokens[i].text == ";" and not self._grammar.capital_nouns:
                following = [token.low.rstrip("'") for token in self._tokens[i + 1 : i + 3]]
                if not self._grammar.that_words.intersection(following):
                    return i
        return self._clause.last

    def _names_medium(self, i: int) -> bool:
        """Whether a word in a quotation shows that it is the name of a medium."""
        words = re.findall(r"\w+", self._tokens[i].text.lower())
        return any(compounds(word, self._clause.speech.naming.media_names) for word in words)

    def _has(self, frame: str) -> bool:
        return frame in self._cue.verb.frames

    def _found(self, content: Range, form: Form, rule: str) -> Found | None:
        content = content[0], self._before_quotation(*content)
        if self._clause.words(*content) == 0:
            return None
        cue = self._cue
        return Found((content,), self._subject, (cue.first, cue.past), cue.verb.stance, form, rule)

    def _before_quotation(self, first: int, past: int) -> int:
        """Where what is said ends, when a quotation follows a colon in it: "denied it all: “…”"."""
        tokens = self._tokens
        colons = (i for i in range(first + 1, min(past, len(tokens) - 1)) if tokens[i].text == ":")
        return next((i for i in colons if tokens[i + 1].kind == "quote"), past)

    def _behind_colon(self, at: int) -> Found | None:
        tokens = self._tokens
        if at >= len(tokens) or compounds(tokens[at - 2].low, self._clause.speech.naming.signs):
            return None  # "sostenía un cartel: «…»"
        if last_named(self._clause, at - 1, self._cue.end) is not None:
            return None  # "habló de ello, aunque su jefe, Juan Ruiz, lo enfría: «…»"
        past = at
        while past < len(tokens) and tokens[past].kind == "quote":
            past += 1
        if past > at:
            found = self._found((at, past), "quotation", "colon")
            is_told = self._has("np") and self._object() is not None  # "denied it all in a letter: “…”"
            return found._replace(stance="asserts") if found is not None and is_told else found
        return self._found((at, self._clause.last), "clause", "colon")

    def _quoted(self, i: int) -> Found | None:
        """A quotation right behind the verb, or words in marks within what it says."""
        quote = self._tokens[i]
        start = self._cue.end if self._at < self._cue.end <= i else self._at
        between = self._clause.words(start, i)
        is_beside = between == 0 or (self._clause.past_adjuncts(self._at) >= i and quote.words >= FEWEST)
        if quote.words < 2 and not self._is_judgement(i):
            return None
        if is_beside and (quote.words > 1 or between == 0):
            return self._found((i, i + 1), "quotation", "quote")
        begin = self._clause.past_adjuncts(self._at)
        past = self._past_noun(i + 1) if quote.words < 2 else i + 1
        return self._found((begin if begin < i else self._at, past), "phrase", "phrase-quote")

    def _past_noun(self, at: int) -> int:
        """Past the noun that stands behind an adjective in marks: "the “absurd” plan of the town"."""
        clause, first = self._clause, at
        while at < clause.last and self._tokens[at].kind == "word" and not clause.is_conjunction(at):
            at += 1
        is_open = any(first <= other.finite < at for other in clause.cues)
        return (
            first if is_open or at - first > _LONGEST_NOUN else max(at, self._cue.end if first < self._cue.end else 0)
        )

    def _is_judgement(self, i: int) -> bool:
        """Whether one word in marks is what is thought of a thing: "rejected a “shameful” plan", "de «mentir»"."""
        first = next((letter for letter in self._tokens[i].text if letter.isalnum()), "")
        is_title = first.isupper() and not self._grammar.capital_nouns
        if self._cue.verb.stance == "accuses":
            return self._tokens[i - 1].low in self._grammar.connectors and not is_title
        is_thing = self._cue.verb.stance == "demands" or self._clause.words(self._at, i) > 0  # pidió «humildad»
        return self._has("np") and not is_title and is_thing

    def _called(self, i: int) -> Found | None:
        """Words in marks by which something is called: "called the plan “absurd”", "bezeichnete ihn als „Lüge“"."""
        begin = self._clause.past_adjuncts(self._at)
        begin = begin if begin < i else self._at
        quote, past = self._tokens[i], i + 1
        first = next((letter for letter in quote.text if letter.isalnum()), "")
        if not self._grammar.capital_nouns and first.isupper() and quote.words <= _TITLE:
            return None  # the title of a book or a film
        if begin >= i:
            is_said = quote.words > 1 or (not self._grammar.capital_nouns and first.islower())
            return self._found((i, past), "quotation", "called") if is_said else None
        if past < self._clause.last and self._tokens[past].kind == "word":
            past = self._clause.clause_end(past)
            past = next((j for j in range(i + 1, past) if self._tokens[j].kind == "mark"), past)
        return self._found((begin, past), "phrase", "called") if begin < i else None

    def _is_relative(self, i: int) -> bool:
        """Whether "que" belongs to a noun before it: more than adjuncts stands between it and the verb."""
        if self._grammar.capital_nouns or i == self._at:
            return False
        if self._is_of_many(i):
            return True
        named = self._tokens[i - 2]
        comma = next((j for j in range(i - 2, self._at - 1, -1) if self._clause.is_comma(j)), None)
        is_adjunct = (
            comma is not None and self._tokens[comma + 1].low in self._grammar.prepositions
        )  # ", sur Radio Tolm,"
        if (
            self._clause.is_comma(i - 1)
            and named.is_capital
            and named.low not in self._grammar.times
            and not is_adjunct
        ):
            return True  # "they point to Ada Kroon, who"
        at, joining = self._at, self._grammar.connectors | self._grammar.prepositions
        if self._subject is not None and self._subject.past > at:
            at = self._subject.beyond
        at += is_adjunct and self._clause.is_comma(at)
        while at < i:
            past = self._clause.past_adjuncts(at)
            if past < i and (self._clause.is_comma(past) or past + 1 == i):
                past += self._clause.is_comma(past) or self._tokens[past].low in joining
            if past == at:
                return True
            at = past
        return at > i

    def _is_of_many(self, i: int) -> bool:
        """Whether "que" and a verb tell who they are who are answered: "respondió a los vecinos que se quejan: «…»"."""
        clause, tokens = self._clause, self._tokens
        told = clause.phrase_ending(i)
        if told is None or told.determiner not in self._grammar.plural or not clause.is_person(told):
            return False
        verb = i + 1
        while verb < clause.last and tokens[verb].low in self._grammar.objects:
            verb += 1
        is_theirs = verb < clause.last and re.search(r"\w{2}n[t]?\Z", tokens[verb].low) is not None
        return is_theirs and self._before_quotation(verb, clause.last) < clause.last

    def _bare(self, i: int) -> Found | None:
        """A clause in the mood of reported speech behind a comma: er sagte, man habe."""
        clause, grammar = self._clause, self._grammar
        if not (clause.is_comma(i) and grammar.reported and self._has("bare") and i + 1 < clause.last):
            return None
        end = clause.clause_end(i + 1)
        words = [token.low for token in self._tokens[i + 1 : end] if token.kind == "word"]
        if not words or words[0] in grammar.subordinators or words[0] in grammar.that_words:
            return None
        relatives = grammar.relative_words - grammar.determiners
        if len(words) > 1 and words[0] in grammar.prepositions and words[1] in relatives:
            return None
        if any(word in grammar.reported or word in grammar.unreal for word in words) or self._has_mood(i + 1):
            return self._found((i + 1, end), "clause", "reported")
        return None

    def _has_mood(self, at: int) -> bool:
        """Whether the verb behind the subject that a clause begins with ends as the mood of reported speech does."""
        tokens, grammar = self._tokens, self._grammar
        phrase = self._clause.phrases.read(at)
        past = phrase.past if phrase is not None else at + 1
        if phrase is None and tokens[at].low not in grammar.others:
            return False
        verb = tokens[past] if past < self._clause.last else None
        is_other = verb is None or verb.low in grammar.adverbs or verb.low in grammar.determiners
        return not is_other and verb is not None and verb.text.islower() and verb.low.endswith("e")

    def _infinitive(self, i: int) -> Found | None:
        """ "to rebuild the school": behind a comma and with zu, behind de, or bare."""
        clause, grammar, tokens = self._clause, self._grammar, self._tokens
        if not grammar.infinitive or i >= clause.last:
            return None
        if self._has("inf") and i == clause.past_adjuncts(self._cue.past, objects=True):
            is_one = tokens[i].text.islower() and tokens[i].low not in clause.speech.nouns
            is_one = is_one and re.match(grammar.infinitive, tokens[i].low) is not None
            return self._found((self._cue.past, clause.last), "infinitive", "inf") if is_one else None
        if not self._has("to"):
            return None
        if grammar.capital_nouns:
            end = clause.clause_end(i + 1)
            is_one = clause.is_comma(i) and any(self._is_infinitive(j, end) for j in range(i + 1, end))
            return self._found((i + 1, end), "infinitive", "to") if is_one else None
        accuses = self._cue.verb.stance == "accuses" and tokens[i].low in grammar.connectors
        if accuses and i + 1 < clause.last and tokens[i + 1].text.islower():
            is_one = re.match(grammar.infinitive, tokens[i + 1].low) is not None
            return self._found((i, clause.last), "infinitive", "to") if is_one else None
        if i > self._cue.past + 6 or (not grammar.before_infinitive and i != clause.past_adjuncts(self._cue.past)):
            return None
        at = i + 1 if grammar.before_infinitive else i
        if grammar.before_infinitive and tokens[i].low not in grammar.before_infinitive:
            return None
        at += at < clause.last and tokens[at].low.rstrip("'") in grammar.objects  # "d'y renoncer"
        if at >= clause.last or not tokens[at].text.islower() or not re.match(grammar.infinitive, tokens[at].low):
            return None
        return self._found((i, clause.last), "infinitive", "to")

    def _is_infinitive(self, j: int, end: int) -> bool:
        """Whether "zu bauen" or "aufzubauen" stands at a token."""
        low = self._tokens[j].low
        if low in self._grammar.before_infinitive and j + 1 < end:
            return re.match(self._grammar.infinitive, self._tokens[j + 1].low) is not None
        return any(
            re.fullmatch(rf"\w{{2,6}}{word}\w+", low) and re.match(self._grammar.infinitive, low)
            for word in self._grammar.before_infinitive
        )

    def _object(self) -> Found | None:
        """The thing that somebody denies, demands or welcomes, which is no person: "rejected the charge"."""
        clause, tokens, cue = self._clause, self._tokens, self._cue
        if self._leads_to_infinitive():
            return None
        at = clause.past_adjuncts(self._at)
        first = clause.phrases.extent.past_adjectives(at)
        phrase = clause.phrases.read(first, is_subject=False)
        if phrase is None or phrase.is_pronoun or clause.phrases.is_of_people(phrase.head):
            return None
        if phrase.name and first == at:
            return None
        ends = (i for i in range(at, clause.last) if tokens[i].text in (",", ":", ";", "–"))
        open_words = self._grammar.relative_words | self._grammar.that_words | self._grammar.prepositions
        # "against those who, he says, lie"
        end = next((i for i in ends if tokens[i - 1].low not in open_words), clause.last)
        if end + 1 < clause.last and tokens[end].text == "," and tokens[end + 1].kind == "quote" and end - at >= 2:
            end += 2  # "fustige l'arbitrage, « indigne de ce niveau »"
        if at < cue.end <= end:
            end = cue.end  # "wies die Vorwürfe zurück", "hatte Haft gefordert": it must read whole
        return self._found((at, end), "noun_phrase", "object") if end - at >= 2 else None

    def _leads_to_infinitive(self) -> bool:
        """Whether an infinitive follows a preposition, which has an object of its own: "asked to see the board"."""
        grammar, at = self._grammar, self._at
        following = [token.low for token in self._tokens[at : at + 2]]
        is_led = len(following) > 1 and following[0] in grammar.prepositions and not grammar.capital_nouns
        return is_led and bool(grammar.infinitive) and re.match(grammar.infinitive, following[1]) is not None
