"""Finds the verbs of saying in a sentence, with their auxiliaries and the parts that are parted from them."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.attribution.by_language.speech import Speech, Verb
    from summarizer.attribution.by_language.tokens import Token

_REACH = 25  # tokens between a verb and its part: "teilte … mit"
_LED = 4  # tokens between an infinitive and the verb that it hangs on
_BETWEEN = 5  # tokens between auxiliary and participle where they stand together: "a par ailleurs déclaré"


class Cue(NamedTuple):
    """A verb of saying: tokens `first` to `past` (auxiliary and participle), `end` past its last part.

    `finite` is the token that agrees with the subject, `clitic` a pronoun that hangs on it: "a-t-il déclaré".
    """

    verb: Verb
    first: int
    past: int
    end: int
    finite: int
    clitic: int | None = None


def find_cues(speech: Speech, tokens: Sequence[Token]) -> Iterator[Cue]:
    """The verbs of saying of a sentence outside its quotations, in order; denied ones ("did not say") are left out."""
    led = {cue.finite: cue for cue in _led_cues(speech, tokens)}
    for at, token in enumerate(tokens):
        if token.kind != "word":
            continue
        if at in led:
            yield led[at]
            continue
        for verb in sorted(speech.verbs.get(token.low, ()), key=lambda one: one.is_finite):
            cue = _cue(speech, tokens, at, verb)
            if cue is not None and cue.finite not in led and not _is_denied(speech, tokens, cue):
                yield cue
                break


def _led_cues(speech: Speech, tokens: Sequence[Token]) -> Iterator[Cue]:
    for at, token in enumerate(tokens):
        verb = speech.infinitives.get(token.low)
        cue = _led(speech, tokens, at, verb) if verb is not None else None
        if cue is not None and not _is_denied(speech, tokens, cue):
            yield cue


def _led(speech: Speech, tokens: Sequence[Token], at: int, verb: Verb) -> Cue | None:
    """An infinitive of saying that hangs on a verb: "se limitó a decir", "a tenu à préciser", "quiso subrayar"."""
    grammar = speech.grammar
    between = grammar.before_infinitive | grammar.objects | grammar.prepositions | grammar.connectors
    first = at - 1
    while (
        first >= 0 and at - first < _LED and tokens[first].low in between and tokens[first].low not in grammar.leading
    ):
        first -= 1
    if first < 0 or tokens[first].low not in grammar.leading:
        return None
    finite = first - (first > 0 and tokens[first - 1].low in grammar.auxiliaries)
    begin = finite - (finite > 0 and tokens[finite - 1].low.rstrip("'") in ("s", "se"))
    return Cue(verb, begin, at + 1, at + 1, finite)


def _cue(speech: Speech, tokens: Sequence[Token], at: int, verb: Verb) -> Cue | None:
    if not verb.is_finite:
        return _with_auxiliary(speech, tokens, at, verb)
    grammar = speech.grammar
    before = tokens[at - 1].low if at > 0 else ""
    if tokens[at].is_capital and at > 0 and (grammar.capital_nouns or tokens[at - 1].kind == "word"):
        return None
    if grammar.verb_second and _is_infinitive(speech, tokens, at):
        return None
    if not grammar.capital_nouns and before and _is_noun(speech, tokens, at):
        return None
    if not grammar.verb_second and before.rstrip("'") in ("s", "se") and not verb.may_reflect:
        return None  # "s'annonce décisif"
    clitic = at + 1 if at + 1 < len(tokens) and tokens[at + 1].hangs else None
    if not verb.part or verb.is_last:
        past = at + 1
        return Cue(verb, at, past, past if clitic is None else past + 1, at, clitic)
    if not grammar.verb_second:
        behind = at + 1 if clitic is None else at + 2  # fait-on valoir
        is_whole = behind < len(tokens) and tokens[behind].low == verb.part
        return Cue(verb, at, behind + 1, behind + 1, at, clitic) if is_whole else None
    end = _part(tokens, at, verb.part)
    return None if end is None else Cue(verb, at, at + 1, end, at, clitic)


def _is_infinitive(speech: Speech, tokens: Sequence[Token], at: int) -> bool:
    """Whether a form in -en that ends its clause is an infinitive there: "man müsse befürchten, dass"."""
    modals = speech.grammar.modals
    is_last = at + 1 >= len(tokens) or tokens[at + 1].kind == "mark"
    if tokens[at].low.endswith("en") and not is_last and tokens[at + 1].low in modals:
        return True  # "niemand habe es erklären können"
    if not tokens[at].low.endswith("en") or not is_last:
        return False
    clause = list(takewhile(lambda one: one.kind != "mark", reversed(tokens[:at])))
    return any(one.low in modals or one.low in speech.grammar.before_infinitive for one in clause)


def _is_noun(speech: Speech, tokens: Sequence[Token], at: int) -> bool:
    """Whether a form that is a noun too is one here: "la demande", "sin pregunta", but not "le maire la dénonce"."""
    grammar = speech.grammar
    before = tokens[at - 1].low
    if before in grammar.noun_adjectives and at > 1 and tokens[at - 2].low in grammar.determiners:
        return True  # "une telle taxe"
    if before in grammar.objects and before in grammar.determiners and _leads_to_quotation(speech, tokens, at):
        return False  # "la define como «…»"
    if before in grammar.objects and grammar.verb_ends and re.search(grammar.verb_ends, tokens[at].low):
        return False  # "la definió como"
    if before in grammar.this_one and grammar.verb_ends and re.search(grammar.verb_ends, tokens[at].low):
        return False  # "esta respondió"
    if before in grammar.objects and before in grammar.determiners:
        opening = tokens[at - 2] if at > 1 else None
        return opening is None or opening.kind != "word" or opening.low in grammar.and_words | grammar.prepositions
    prepositions = grammar.prepositions - speech.according.as_words
    return before in grammar.determiners or before in grammar.connectors or before in prepositions


def _leads_to_quotation(speech: Speech, tokens: Sequence[Token], at: int) -> bool:
    """Whether "as" and a quotation follow a verb at once."""
    following = tokens[at + 1 : at + 3]
    is_led = len(following) == 2 and following[0].low in speech.according.as_words
    return is_led and following[1].kind == "quote"


def _part(tokens: Sequence[Token], at: int, part: str) -> int | None:
    """Past the part of a verb that ends its clause."""
    for i in range(at + 1, min(len(tokens), at + _REACH)):
        if tokens[i].kind == "mark" and tokens[i].text in ".:;":
            return None
        if tokens[i].low == part and (
            i + 1 == len(tokens) or tokens[i + 1].kind != "word" or tokens[i + 1].low in ("dass", "und")
        ):
            return i + 1
    return None


def _with_auxiliary(speech: Speech, tokens: Sequence[Token], at: int, verb: Verb) -> Cue | None:
    if speech.grammar.verb_second:
        return _bracketed(speech, tokens, at, verb)
    grammar = speech.grammar
    clitic: int | None = None
    for i in range(at - 1, max(-1, at - _BETWEEN - 1), -1):
        token = tokens[i]
        if token.kind == "word" and token.low in grammar.auxiliaries:
            is_reflexive = i > 0 and tokens[i - 1].low.rstrip("'") in ("s", "se", "m", "me")
            if (verb.reflexive or token.low in grammar.reflexive_auxiliaries) and not is_reflexive:
                return None  # "a défendu" is not "s'est défendu"
            if verb.part and (at + 1 >= len(tokens) or tokens[at + 1].low != verb.part):
                return None
            past = at + 2 if verb.part else at + 1
            return Cue(verb, i - 1 if is_reflexive else i, past, past, i, clitic)
        if token.hangs:
            clitic = i
        elif token.kind != "word" or token.low not in speech.between:
            return None
    return None


def _bracketed(speech: Speech, tokens: Sequence[Token], at: int, verb: Verb) -> Cue | None:
    """A participle that ends its clause, the auxiliary of which stands at its second place: "hat am Montag gesagt"."""
    grammar = speech.grammar
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is not None and after.kind == "word" and after.low not in grammar.that_words | grammar.and_words:
        return None
    for i in range(at - 1, max(-1, at - _REACH), -1):
        if tokens[i].kind == "mark" and tokens[i].text in ",.:;":
            return None
        if tokens[i].low in grammar.auxiliaries:
            return Cue(verb, i, i + 1, at + 1, i)
    return None


def _is_denied(speech: Speech, tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether a negation stands beside a verb: "n'a pas dit", "sagte nicht"."""
    past = cue.past + speech.grammar.verb_second  # "sagte nicht"
    around = range(max(0, cue.first - 2), min(len(tokens), past))
    return any(
        tokens[i].low in speech.grammar.negations
        and tokens[i].kind == "word"
        and not any(tokens[j].kind != "word" for j in range(min(i, cue.first), max(i, cue.past - 1) + 1))
        for i in around
    )
