"""Reads sentences that tell whose the words before them are: "Así lo dijo Ruiz", "Roux ne décolère pas"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.by_language.about import is_of_somebody, speaks_of_himself, speaks_to_another
from summarizer.attribution.by_language.according import phrase_length, quoted_medium
from summarizer.attribution.by_language.clause import Clause
from summarizer.attribution.by_language.found import Found
from summarizer.attribution.by_language.relays import cited_by
from summarizer.attribution.by_language.speech import compounds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.attribution.by_language.people import People
    from summarizer.attribution.by_language.phrases import Phrase
    from summarizer.attribution.by_language.speech import Speech
    from summarizer.attribution.by_language.tokens import Unit
    from summarizer.attribution.by_language.verbs import Cue

TAKES_IT = "takes-it"  # the rule of a sentence that tells how somebody takes it: "Roux ne décolère pas"
SAYS_IT = "says-it"  # the rule of a sentence that only tells who says it
SAYS_SO = "so-it-says"  # and of one that may tell more: "Así lo dijo Ruiz, quien añadió que …"
_NAME = 3  # words of the name of a medium


def says_the_sentence_before(clause: Clause) -> Found | None:
    """Who says the sentence before, where one only tells that: Das teilte die Polizei mit; Así lo dijo Ruiz."""
    cue, tokens = clause.cues[0] if len(clause.cues) == 1 else None, clause.tokens
    subject = _says_so(clause, cue) if cue is not None else None
    if cue is None or subject is None:
        return None
    held = [i for i in range(cue.first) if tokens[i].kind == "quote" and tokens[i].words > _NAME]
    if held:  # "« … » : c'est ce qu'affirme Roux"
        is_all = len(held) == 1 and held[0] == 0
        content = ((held[0], held[0] + 1),)
        return Found(content, subject, (cue.first, cue.past), cue.verb.stance, "quotation", SAYS_SO) if is_all else None
    past = clause.past_adjuncts(max(subject.beyond, subject.past))
    if cited_by(clause, subject.past) is not None:
        past = clause.last
    rest = [
        token
        for token in tokens[past : clause.last]
        if token.text == ":" or (token.kind == "quote" and token.words > _NAME)
    ]
    return None if rest else Found((), subject, (cue.first, cue.past), cue.verb.stance, "clause", SAYS_SO)


def _says_so(clause: Clause, cue: Cue) -> Phrase | None:
    """Who says what came before, where a verb stands behind words for that: "Así lo ha expresado la alcaldesa"."""
    opening = [token.low.rstrip("'") for token in clause.tokens[clause.begin : cue.first] if token.kind == "word"]
    phrases = [phrase.lower().replace("'", " ").split() for phrase in clause.speech.according.so_it_says]
    objects = [word for word in opening if word not in ("l", "lo")]
    if opening not in phrases and objects not in phrases:
        return None
    return clause.subject_after(cue.past) or quoted_medium(clause, cue.past)


def says_the_quotation_before(clause: Clause) -> Found | None:
    """Who says the quotation before a sentence, where it tells that: "Con esa frase resumió Ruiz la noche"."""
    cue = clause.cues[0] if clause.cues else None
    length = phrase_length(clause, clause.begin, clause.speech.these_phrases) if clause.begin < clause.last else 0
    if length:
        return _with_these_words(clause, cue, length)
    if cue is None:
        return None
    mark, stance = (cue.first, cue.past), cue.verb.stance
    if clause.tokens[cue.first - 1].low.rstrip("'") in clause.grammar.it:
        subject = clause.subject_before(cue)  # "Remedios Ruiz lo dice mirando la olla"
        if subject is None and cue.first - 1 == clause.begin:
            subject = clause.subject_after(cue.past)  # "Lo decía Remedios Ruiz"
        is_one = subject is not None and subject.name is not None and cue.verb.family == "say"
        if is_one:
            return Found((), subject, mark, stance, "quotation", SAYS_IT)
    subject = _says_so(clause, cue)
    is_one = subject is not None and not any(token.kind == "quote" for token in clause.tokens[: cue.first])
    return Found((), subject, mark, stance, "quotation", SAYS_SO) if is_one else None


def _with_these_words(clause: Clause, cue: Cue | None, length: int) -> Found | None:
    begin = clause.begin
    places = [clause.phrases.read(begin + length)]
    places += [clause.subject_after(cue.past), clause.subject_before(cue)] if cue is not None else []
    subject = next((one for one in places if one is not None and clause.is_person(one)), None)
    if subject is not None and cue is None and _tells_what_happened(clause, subject.past):
        return None  # "Con estas palabras Juan Ruiz fue despedido"
    mark = (cue.first, cue.past) if cue is not None else (begin, begin + length)
    stance = cue.verb.stance if cue is not None else "asserts"
    return None if subject is None else Found((), subject, mark, stance, "quotation", "these-words")


def _tells_what_happened(clause: Clause, at: int) -> bool:
    """Whether a sentence tells from a token on what came to pass, which others may speak of: "Paul a disparu"."""
    happens = clause.grammar.happens
    return not happens or any(re.match(happens, token.low) for token in clause.tokens[at:] if token.kind == "word")


def takes_it(clause: Clause) -> Found | None:
    """Of whom a sentence tells how he or she takes it, which says whose the quotation before it is."""
    phrases = clause.speech.taking_phrases
    subject = clause.opening()
    if not phrases or subject is None or subject.name is None or any(one.kind == "quote" for one in clause.tokens):
        return None
    for at in range(subject.past, clause.last):
        length = phrase_length(clause, at, phrases)
        if length:
            return Found((), subject, (at, at + length), "asserts", "quotation", TAKES_IT)
    return None


def introduced(people: People, speech: Speech, units: Sequence[Unit], clause: Clause) -> Found | None:
    """Who is told of for the first time behind a quotation of the first person, where nobody before it may say it.

    `units` end with the quotation and the sentence of the clause: « J'ai tout vu. » Émile, 91 ans, sourit.
    """
    before = [one for one in units[:-1] if one.paragraph == units[-1].paragraph]
    quotation = before[-1].tokens[0] if before else None
    subject = clause.opening() if quotation is not None and quotation.kind == "quote" else None
    if quotation is None or subject is None or subject.name is None or not speaks_of_himself(speech, quotation):
        return None
    if speaks_to_another(speech, quotation) or _tells_what_happened(clause, subject.past):
        return None
    tokens, nouns = clause.tokens, speech.naming.document | speech.naming.uttered
    if any(one.kind == "quote" or compounds(one.low, nouns) for one in tokens):
        return None  # "Paul Roux n'a pas oublié cette phrase": that of another
    named = people.named_in(tokens[subject.first].start, tokens[max(subject.past, subject.name[1]) - 1].end)
    if not any(one.person is not None and one.person.spots[0] >= tokens[0].start for one in named):
        return None
    if any(is_of_somebody(people, Clause(speech, one, people.surnames)) for one in before[:-1]):
        return None
    return Found((), subject, (subject.first, subject.past), "asserts", "quotation", TAKES_IT)
