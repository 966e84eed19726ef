"""Reads one sentence: each verb of saying with its subject and what is said, before it, behind it or around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.by_language.according import OPINION_OF, according
from summarizer.attribution.by_language.behind import Behind
from summarizer.attribution.by_language.clause import FEWEST, Clause
from summarizer.attribution.by_language.colon import before_colon, reported_behind_colon
from summarizer.attribution.by_language.found import THERE, Found, content_around
from summarizer.attribution.by_language.gerunds import said_beside
from summarizer.attribution.by_language.places import place_before, place_of
from summarizer.attribution.by_language.relatives import (
    past_relative,
    said_inside,
    who_judges,
    who_of_relative,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.attribution.by_language.clause import Range
    from summarizer.attribution.by_language.phrases import Phrase
    from summarizer.attribution.by_language.verbs import Cue
    from summarizer.contract.statement import Form


def read_sentence(clause: Clause) -> list[Found]:
    """The attributions of a sentence."""
    found = [one for one in (_read_cue(clause, cue) for cue in clause.cues) if one is not None]
    found += [one for one in according(clause) if not any(_overlap(clause, one, other) for other in found)]
    found += said_beside(clause, found)
    found += before_colon(clause, found)
    found += reported_behind_colon(clause, found)
    found += _any_verb(clause, found)
    found = [one for one in found if not _is_told_twice(one, found)]
    return [_cut(clause, one, found) for one in found]


def _is_told_twice(one: Found, found: Sequence[Found]) -> bool:
    """Whether a clause behind a colon has an attribution of its own: "Er widersprach: Das sei so, hieß es aus …"."""
    if one.rule != "colon" or one.form != "clause":
        return False
    inside = (other for other in found if other is not one and other.rule in ("according", "inverted", "so"))
    return any(start <= other.cue[0] < past for other in inside for start, past in one.content)


def _read_cue(clause: Clause, cue: Cue) -> Found | None:
    if clause.tokens[cue.finite].low in clause.grammar.reported and not _leads_on(clause, cue.end):
        return None  # "die Stadt habe gehofft": somebody says that
    if _opens_relative(clause, cue.first - 2) and clause.is_comma(cue.first - 1):
        return _within_relative(clause, cue)
    inverted = _there(clause, cue) or said_inside(clause, cue) or _inverted(clause, cue)
    if inverted is not None:
        return inverted
    subject, past = _subject(clause, cue)
    if subject is None and not (
        (clause.grammar.drops_subjects and clause.has_no_subject(cue)) or clause.is_led_by_and(cue)
    ):
        return None
    before = clause.tokens[subject.first - 1].low if subject is not None and subject.first > 0 else ""
    if before.rstrip("'") in clause.grammar.conditionals:
        return None
    return Behind(clause, cue, subject, max(past, cue.past)).read()


def _opens_relative(clause: Clause, at: int) -> bool:
    """Whether a relative clause opens at a token, which is no article."""
    relatives = clause.grammar.relative_words - clause.grammar.determiners | clause.grammar.that_words
    return at > 0 and clause.tokens[at].low.rstrip("'") in relatives


def _within_relative(clause: Clause, cue: Cue) -> Found | None:
    """A quotation behind a verb that interrupts a relative clause: "A sum that, said the mayor, “will not do”"."""
    subject = clause.phrases.read(cue.clitic) if cue.clitic is not None else clause.subject_after(cue.past)
    subject = subject or clause.subject_before(cue)
    at = max(subject.beyond if subject is not None and subject.first > cue.first else cue.end, cue.end)
    at += clause.is_comma(at)
    if subject is None or at >= clause.last or clause.tokens[at].kind != "quote" or "quote" not in cue.verb.frames:
        return None
    return Found(((at, at + 1),), subject, (cue.first, cue.past), cue.verb.stance, "quotation", "inverted")


def subject_of(clause: Clause, cue: Cue) -> Phrase | None:
    """The subject of a verb of saying, wherever it stands."""
    return _subject(clause, cue)[0] or clause.subject_after(cue.past)


def _subject(clause: Clause, cue: Cue) -> tuple[Phrase | None, int]:
    """The subject of a verb, and the token from which what is said may begin."""
    place = place_of(clause, cue)
    if place is not None:
        return place, place.beyond
    before = place_before(clause, cue)
    if before is not None:
        return before, cue.past
    if cue.clitic is not None:
        return clause.phrases.read(cue.clitic), cue.end
    told = _pronoun_behind(clause, cue)
    if told is not None:
        return told, told.beyond
    before = who_of_relative(clause, cue) or past_relative(clause, cue) or clause.subject_before(cue)
    if before is not None:
        return who_judges(clause, cue, before), cue.past
    is_led = clause.past_adjuncts(clause.start_before(cue.first)) >= cue.first
    if clause.grammar.verb_second or is_led:
        after = clause.subject_after(cue.past)
        is_thing = not clause.grammar.verb_second and after is not None and not clause.phrases.is_somebody(after)
        is_thing = is_thing or (after is not None and _leads_to_relative(clause, after))
        if after is not None and not is_thing:
            return after, after.beyond
    if clause.grammar.drops_subjects and clause.is_comma(cue.first - 1) and clause.is_comma(cue.past):
        opening = clause.opening()  # "La autora teme por su país, donde, lamentó, «…»"
        if opening is not None and opening.past < cue.first and clause.is_person(opening):
            return opening, cue.past
    return None, cue.past


def _leads_to_relative(clause: Clause, after: Phrase) -> bool:
    """Whether what follows a verb is a new thing that a relative clause tells of: "Publica unas memorias que …"."""
    grammar = clause.grammar
    is_new = grammar.drops_subjects and after.determiner in grammar.indefinite and not clause.is_person(after)
    return is_new and after.past < clause.last and clause.tokens[after.past].low in grammar.that_words


def _pronoun_behind(clause: Clause, cue: Cue) -> Phrase | None:
    """The pronoun that is the subject behind a verb at the second place: "Auf Bitten von Anna Holt räumte er ein"."""
    if not clause.grammar.verb_second or cue.verb.is_last or cue.past >= clause.last:
        return None
    low, opening = clause.tokens[cue.past].low, clause.tokens[clause.begin].low
    is_he = low in clause.grammar.he and low not in clause.grammar.this_one | clause.grammar.the_latter
    is_led = opening in clause.grammar.prepositions or opening in clause.grammar.adverbs
    is_she = is_led and low in clause.grammar.they
    return clause.phrases.read(cue.past) if is_he or is_she else None


# -- what stands before "said the mayor"


def _inverted(clause: Clause, cue: Cue) -> Found | None:
    """A quotation, or a clause that ends in a comma, and behind it the verb and its subject."""
    tokens = clause.tokens
    before = cue.first - 1
    while before >= 0 and tokens[before].low in clause.grammar.objects:
        before -= 1
    if before < 0 or "inverted" not in cue.verb.frames or cue.verb.is_last:
        return None
    is_quoted = tokens[before].kind == "quote" or (
        before > 0 and tokens[before].text in (",", "–", "—", "-", ".") and tokens[before - 1].kind == "quote"
    )
    if not is_quoted and (not clause.is_comma(before) or clause.subject_before(cue) is not None):
        return None
    subject = place_of(clause, cue)
    if subject is None:
        subject = clause.phrases.read(cue.clitic) if cue.clitic is not None else clause.subject_after(cue.past)
    is_end = _ends_clause(clause, cue.end) if is_quoted else clause.past_adjuncts(cue.end) >= clause.last
    if subject is None and not (clause.grammar.drops_subjects and is_end):
        return None
    if subject is None and is_quoted and (not _is_speech(clause, before) or _names_somebody(clause, cue.end)):
        return None
    if not is_quoted and subject is not None and not clause.phrases.is_somebody(subject):
        return None  # "…, welcomed the decision": that is what is welcomed
    past = subject.beyond if subject is not None else cue.end
    if not is_quoted and _leads_on(clause, max(past, cue.end)):
        return None  # "Asked whether he would stay, he said: “…”"
    content = content_around(clause, before, max(past, cue.end), is_quoted=is_quoted)
    if sum(clause.words(*one) for one in content) < (1 if is_quoted else FEWEST):
        return None
    form: Form = "quotation" if clause.is_quote(*content[0]) else "clause"
    return Found(content, subject, (cue.first, cue.past), cue.verb.stance, form, "inverted")


def _names_somebody(clause: Clause, at: int) -> bool:
    """Whether a name stands behind a noun before the next mark, so that a subject is there which was not read."""
    tokens, grammar = clause.tokens, clause.grammar
    joints = grammar.prepositions | grammar.connectors | grammar.determiners | grammar.times
    for i in range(at + 1, clause.last):
        if tokens[i].kind != "word" or tokens[i].low in grammar.relative_words | grammar.that_words:
            return False
        if tokens[i].is_capital and tokens[i - 1].text.islower() and tokens[i - 1].low not in joints:
            return True  # "reconoce entre risas doña Ana"
    return False


def _is_speech(clause: Clause, before: int) -> bool:
    """Whether a quotation that ends at a token is long enough for speech, or short and whole: "“Pagó él”, bromeó"."""
    quote = clause.tokens[before] if clause.tokens[before].kind == "quote" else clause.tokens[before - 1]
    first = next((letter for letter in quote.text if letter.isalnum()), "")
    return quote.words >= (FEWEST - 1 if first.isupper() else FEWEST)


def _there(clause: Clause, cue: Cue) -> Found | None:
    """A quotation of those at the place that the sentence before names: "« … », y explique-t-on"."""
    tokens, at = clause.tokens, cue.first - 1
    if cue.clitic is None or at < 1 or tokens[at].low not in clause.grammar.there:
        return None
    before = at - 1
    if tokens[before].kind != "quote" and tokens[before - 1].kind != "quote":
        return None
    content = content_around(clause, before, cue.end, is_quoted=True)
    return Found(content, None, (cue.first, cue.past), cue.verb.stance, "quotation", THERE)


def _leads_on(clause: Clause, at: int) -> bool:
    """Whether a colon and a quotation follow, so that what stands before the verb is not what is said."""
    at = clause.past_adjuncts(at)
    while clause.grammar.capital_nouns and at < clause.last and clause.tokens[at].text.islower():
        at += 1  # "reagierte der Wirt unwirsch: „…“"
    return at + 1 < len(clause.tokens) and clause.tokens[at].text == ":" and clause.tokens[at + 1].kind == "quote"


def _ends_clause(clause: Clause, at: int) -> bool:
    behind = clause.past_adjuncts(at)
    if behind >= len(clause.tokens) or clause.tokens[behind].kind != "word":
        return True
    low, grammar = clause.tokens[behind].low.rstrip("'"), clause.grammar
    if low in grammar.subordinators or clause.phrases.extent.is_gerund(behind):
        return True  # "dice mientras seca unos vasos", "cuenta señalando el mar"
    following = clause.tokens[behind + 1].low if behind + 1 < len(clause.tokens) else ""
    if low in grammar.prepositions | grammar.connectors and not grammar.capital_nouns:
        return re.match(grammar.infinitive, following) is not None  # "bromeó antes de cerrar la puerta"
    # "wrote in a letter that the paper published"
    return behind > at and low in grammar.relative_words | grammar.that_words


def _any_verb(clause: Clause, found: Sequence[Found]) -> list[Found]:
    """A quotation, a comma, any verb and somebody: "“We ran for two,” savoured the coach"."""
    tokens, grammar = clause.tokens, clause.grammar
    read = {i for one in found for piece in one.content for i in range(*piece)}
    for at, token in enumerate(tokens[:-2]):
        if token.kind != "quote" or token.words < FEWEST or at in read or not grammar.any_verb:
            continue
        first = at + 1 + (tokens[at + 1].text in (",", "–", "—"))
        verb = first
        while verb < clause.last and (tokens[verb].hangs or tokens[verb].low in grammar.objects | grammar.auxiliaries):
            verb += 1
        clitic = next((i for i in range(first, verb) if tokens[i].hangs), None)
        if verb >= clause.last or not re.search(grammar.any_verb, tokens[verb].text):
            continue
        subject = clause.subject_after(verb + 1) if clitic is None else clause.phrases.read(clitic)
        if subject is None and grammar.drops_subjects and _ends_clause(clause, verb + 1):
            is_finite = re.search(grammar.verb_ends, tokens[verb].text) is not None
            return (
                [Found(((at, at + 1),), None, (first, verb + 1), "asserts", "quotation", "any-verb")]
                if is_finite
                else []
            )
        is_clear = subject is not None and (
            subject.name is not None or subject.is_pronoun or clause.phrases.is_of_people(subject.head)
        )
        if subject is not None and is_clear and clause.past_adjuncts(subject.beyond) >= subject.past:
            content = content_around(clause, first - 1, subject.beyond, is_quoted=True)
            return [Found(content, subject, (first, verb + 1), "asserts", "quotation", "any-verb")]
    return []


def _cut(clause: Clause, one: Found, found: Sequence[Found]) -> Found:
    """An attribution without what another of its sentence begins with: subject, verb, and the comma before them."""
    content: list[Range] = []
    for start, end in one.content:
        past = end
        for other in found:
            begin = _begins(other, start)
            is_behind = other is not one and start < begin < past and other.content[0][0] >= begin
            if is_behind and max(other.cue) <= past:
                past = _before_conjunction(clause, begin, start)
        if past > start:
            content.append((start, past))
    return one._replace(content=tuple(content) or one.content)


def _begins(one: Found, start: int) -> int:
    """Where an attribution begins, seen from `start`: with its subject, or with a verb that shares an earlier one's."""
    first = one.cue[0]
    return min(first, one.subject.first) if one.subject is not None and one.subject.first >= start else first


def _before_conjunction(clause: Clause, at: int, start: int) -> int:
    grammar = clause.grammar
    while at > start + 1:
        token = clause.tokens[at - 1]
        is_between = token.kind == "mark" or token.low in grammar.adverbs or token.low in grammar.objects
        if not is_between and not clause.is_conjunction(at - 1):
            break
        at -= 1
    return at


def _overlap(clause: Clause, one: Found, other: Found) -> bool:
    """Whether two attributions have their cue or subject in common, but for "according to the board, which says"."""
    if one.subject is not None and one.subject == other.subject and clause.is_comma(one.subject.past):
        relatives = clause.grammar.relative_words | clause.grammar.that_words
        behind = one.subject.past + 1
        if behind < other.cue[0] and clause.tokens[behind].low in relatives and one.cue[1] <= one.subject.first:
            return False
    return bool(_marks(one) & _marks(other))


def _marks(one: Found) -> set[int]:
    is_apart = one.subject is None or one.rule == OPINION_OF  # "said Roux, for whom": both are his
    subject = range(one.subject.first, one.subject.past) if one.subject is not None and not is_apart else ()
    return {*range(*one.cue), *subject}
