"""What stands behind a colon: a quotation of whom the sentence is, what somebody goes on to say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.by_language.clause import FEWEST
from summarizer.attribution.by_language.extent import PARTICIPLE
from summarizer.attribution.by_language.found import Found
from summarizer.attribution.by_language.relatives import last_named, only_named, without_verb
from summarizer.attribution.by_language.speech import compounds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.attribution.by_language.clause import Clause
    from summarizer.attribution.by_language.phrases import Phrase

THEN = "then"  # the rule of a quotation that nothing but when and how leads to
_REACH = 8  # tokens between "before adding" and its colon


def before_colon(clause: Clause, found: Sequence[Found]) -> list[Found]:
    """A quotation behind a colon, in a sentence that begins with somebody: "The mayor went on: “…”"."""
    tokens = clause.tokens
    colons = (i for i in range(1, len(tokens) - 1) if tokens[i + 1].kind == "quote" and _leads(clause, i))
    colon = next(colons, None)
    if colon is None or any(start <= colon + 1 < past for one in found for start, past in one.content):
        return []
    if any(token.kind == "quote" for token in tokens[:colon]):
        return _went_on(clause, colon, found)
    if _only_adjuncts(clause, colon):
        return [Found(((colon + 1, colon + 2),), None, (clause.begin, colon), "asserts", "quotation", THEN)]
    if _goes_on_to_say(clause, colon):
        return [Found(((colon + 1, colon + 2),), None, (clause.begin, colon), "asserts", "quotation", "and-to-say")]
    if compounds(tokens[colon - 1].low, clause.speech.naming.signs):
        return []  # "sostenía un cartel: «…»"
    subject = _for_whom(clause, colon) or last_named(clause, colon) or clause.opening()
    if subject is None or _is_opened_by_participle(clause):
        commas = (i for i in range(clause.begin, colon) if clause.is_comma(i))
        behind = (clause.phrases.read(comma + 1) for comma in commas)
        told = [one for one in behind if one is not None]
        # "Asked about it, the winner only said: “…”"
        subject = next((one for one in told if clause.is_person(one)), told[0] if told else subject)
    if subject is None or subject.past > colon or not clause.is_person(subject):
        subject = _who_is_so(clause, colon, subject)
    if subject is None or tokens[colon + 1].words < FEWEST:
        return []
    subject = without_verb(clause, subject)
    return [Found(((colon + 1, colon + 2),), subject, (colon, colon + 1), "asserts", "quotation", "colon")]


def _leads(clause: Clause, at: int) -> bool:
    """Whether a colon leads to a quotation, or a comma behind no more than when and how: "Malgré tout, « … »"."""
    if clause.tokens[at].text != ",":
        return clause.tokens[at].text == ":"
    is_rest = at + 2 >= clause.last and clause.tokens[at + 1].words > FEWEST
    return is_rest and clause.begin < at and _only_adjuncts(clause, at)


def _who_is_so(clause: Clause, colon: int, opening: Phrase | None) -> Phrase | None:
    """The only person of a sentence that begins with none: "Ganz anders sieht das Anna Holt: „…“"."""
    tokens, grammar = clause.tokens, clause.grammar
    if opening is not None and compounds(opening.head, clause.speech.naming.document):
        return None  # "La lettre que Paul Roux a reçue dit tout : « … »"
    is_whole = tokens[colon + 1].words > FEWEST and not any(token.kind == "word" for token in tokens[colon + 2 :])
    is_title = any(token.low in grammar.is_called for token in tokens[clause.begin : colon])
    is_reaction = any(token.low in grammar.reactions for token in tokens[clause.begin : clause.begin + 3])
    return only_named(clause, colon, is_led=is_reaction) if is_whole and not is_title else None


def _for_whom(clause: Clause, colon: int) -> Phrase | None:
    """To whom something is so: "Für Anna Holt ist es klar: „…“", "A Ana Ríos no le preocupa: «…»"."""
    tokens, grammar = clause.tokens, clause.grammar
    low = tokens[clause.begin].low
    is_touched = low in grammar.told and any(token.low in grammar.datives for token in tokens[clause.begin : colon])
    if low not in clause.speech.according.opinion and not is_touched:
        return None
    who = clause.phrases.read(clause.begin + 1, is_subject=False)
    is_one = who is not None and who.name is not None and who.past < colon
    return who if is_one else None


def reported_behind_colon(clause: Clause, found: Sequence[Found]) -> list[Found]:
    """What a speaker goes on to say in the mood of reported speech: "spricht von „Willkür“: Man habe ihn …"."""
    tokens, grammar = clause.tokens, clause.grammar
    colon = next((i for i in range(clause.last - 1, 0, -1) if tokens[i].text == ":"), None)
    if not grammar.reported or colon is None:
        return []
    said = [one for one in found if one.subject is not None and one.cue[1] <= colon]
    words = [token.low for token in tokens[colon + 1 : colon + 1 + _REACH] if token.kind == "word"]
    is_read = any(start <= colon + 1 < past for one in found for start, past in one.content)
    if not said or is_read or not any(word in grammar.reported for word in words):
        return []
    one = said[-1]
    return [Found(((colon + 1, clause.last),), one.subject, one.cue, "asserts", "clause", "colon")]


def _only_adjuncts(clause: Clause, colon: int) -> bool:
    """Whether a quotation is led to by when and how alone: "Then, after a pause: “…”"."""
    at = clause.begin
    while at < colon:
        past = clause.past_adjuncts(at)
        past += past < colon and clause.is_comma(past)
        if past == at:
            return False
        at = past
    return True


def _went_on(clause: Clause, colon: int, found: Sequence[Found]) -> list[Found]:
    """What a speaker goes on to say in the same sentence: "« … », a dit Roux, avant d'ajouter : « … »"."""
    tokens, grammar = clause.tokens, clause.grammar
    before = [one for one in found if one.subject is not None and max(one.subject.beyond, one.cue[1]) < colon]
    if not before:
        return []
    one = before[-1]
    if _follows_at_once(clause, one, colon):
        return [Found(((colon + 1, colon + 2),), one.subject, one.cue, "asserts", "quotation", "went-on")]
    leads = grammar.prepositions | grammar.connectors | grammar.before_infinitive
    if not grammar.infinitive:
        return []
    for at in range(max(one.subject.past if one.subject else 0, one.cue[1]), colon - 1):
        verb = tokens[at + 1]
        is_infinitive = tokens[at].low in leads and re.match(grammar.infinitive, verb.low) is not None
        if is_infinitive and verb.text.islower() and colon - at <= _REACH:
            content = (colon + 1, colon + 2)
            return [Found((content,), one.subject, (at + 1, at + 2), "asserts", "quotation", "went-on")]
    return []


def _follows_at_once(clause: Clause, one: Found, colon: int) -> bool:
    """Whether a colon follows what was said with no more than adjuncts between: "sprach von „Unfug“: „…“"."""
    ends = [past for _, past in one.content]
    return bool(ends) and max(ends) <= colon <= clause.past_adjuncts(max(ends))


def _is_opened_by_participle(clause: Clause) -> bool:
    low = clause.tokens[clause.begin].low
    return low in clause.speech.naming.not_names and PARTICIPLE.search(low) is not None


def _goes_on_to_say(clause: Clause, colon: int) -> bool:
    """Whether an infinitive alone leads to a quotation: "Et d'ajouter : « … »"."""
    tokens, grammar = clause.tokens, clause.grammar
    words = [token.low for token in tokens[clause.begin : colon]]
    if len(words) < 3 or grammar.capital_nouns or words[0] not in grammar.and_words:
        return False
    return words[1] in grammar.before_infinitive and re.match(grammar.infinitive, words[2]) is not None
