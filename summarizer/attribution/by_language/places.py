"""Those at a place who say something without a name: "indique-t-on au cabinet", "señalan desde el sindicato"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.by_language.speech import compounds

if TYPE_CHECKING:
    from summarizer.attribution.by_language.clause import Clause
    from summarizer.attribution.by_language.phrases import Phrase
    from summarizer.attribution.by_language.verbs import Cue


def place_of(clause: Clause, cue: Cue) -> Phrase | None:
    """Those at a place who say it without a name: "indique-t-on au cabinet", "señalan desde el sindicato"."""
    grammar, tokens = clause.grammar, clause.tokens
    is_unnamed = cue.clitic is not None and tokens[cue.clitic].low in grammar.unnamed
    is_plural = cue.clitic is None and grammar.drops_subjects and tokens[cue.finite].low.endswith("n")
    at = cue.end
    if not (is_unnamed or is_plural) or at >= clause.last or tokens[at].low not in grammar.from_words:
        return None
    phrase = clause.phrases.read(at + 1, is_subject=False)
    if phrase is None or not (compounds(phrase.head, clause.speech.nouns) or phrase.name is None):
        first = tokens[phrase.name[0]].low if phrase is not None and phrase.name is not None else ""
        words = phrase.past - phrase.first - bool(phrase.determiner) if phrase is not None else 0
        is_firm = phrase is not None and words == 1 and first not in clause.speech.first_names
        return phrase._replace(name=None, head=first) if phrase is not None and is_firm else None  # desde Tolmar SA
    is_short = any(token.is_short_form for token in tokens[phrase.first : phrase.past])  # à l'ARS
    return phrase if is_short or compounds(phrase.head, clause.speech.bodies | clause.speech.people) else None


def place_before(clause: Clause, cue: Cue) -> Phrase | None:
    """Those at a place who say it, before the verb: "En el sindicato apuntan que"."""
    if cue.first > 0 and clause.tokens[cue.first - 1].low in clause.grammar.unnamed:
        return _led_by_place(clause, cue)
    is_plural = clause.grammar.drops_subjects and clause.tokens[cue.finite].low.endswith("n")
    phrase = clause.phrase_ending(cue.first) if is_plural and cue.clitic is None else None
    if phrase is None or phrase.first == 0 or phrase.name is not None:
        return None
    is_led = clause.tokens[phrase.first - 1].low in clause.grammar.from_words
    return phrase if is_led and compounds(phrase.head, clause.speech.bodies) else None


def _led_by_place(clause: Clause, cue: Cue) -> Phrase | None:
    """Where those are who say it as "on": "Au ministère, on indique", "Dans l'entourage du maire, on assure"."""
    begin = clause.begin
    if clause.tokens[begin].low not in clause.grammar.from_words or begin + 1 >= cue.first:
        return None
    phrase = clause.phrases.read(begin + 1, is_subject=False)
    if phrase is None or phrase.name is not None or phrase.past + 1 < cue.first - 1:
        return None
    sources = clause.speech.bodies | clause.speech.naming.crowds
    return phrase if compounds(phrase.head, sources) else None
