"""The mood of reported speech, in which a source goes on without being named: "Man habe keine Wahl."."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from summarizer.attribution.by_language.about import asks

if TYPE_CHECKING:
    from summarizer.attribution.by_language.clause import Clause
    from summarizer.attribution.by_language.verbs import Cue

_EARLY = 8  # words at the start of a sentence, among which its verb stands


def goes_on_in_mood(clause: Clause, *, is_same: bool) -> bool:
    """Whether a sentence is reported speech by its mood alone; more forms count in the same paragraph, if `is_same`."""
    grammar = clause.grammar
    if any(not is_in_mood(clause, cue) for cue in clause.cues) or asks(clause):
        return False
    words = [token.low for token in clause.tokens if token.kind == "word"][:_EARLY]
    if any(tuple(words[: len(one)]) == one for known in clause.speech.in_it_phrases.values() for one in known):
        return False  # "Darin hieß es, …": that is the letter's
    if any(words[: len(one)] == one for one in map(str.split, clause.speech.according.on_question)):
        return False  # "Auf die Frage, ob er gehe, nickte er"
    is_late = is_same and _is_behind_comma(clause)
    is_second = words[1:2] and words[1] in grammar.reported  # "Damit seien alle gerettet"
    if not words or (words[0] in grammar.subordinators and not is_late and not is_second):
        return False
    forms = grammar.reported | (grammar.unreal - grammar.past_too) if is_same else grammar.reported
    return is_late or any(word in forms for word in words) or (is_same and _is_beside_pronoun(clause))


def begins_in_mood(clause: Clause) -> bool:
    """Whether a sentence is surely reported speech, though none stands before it: "Brankamp habe zu spät gewarnt."."""
    if (
        any(not is_in_mood(clause, cue) for cue in clause.cues)
        or asks(clause)
        or any(token.text == ":" for token in clause.tokens)
    ):
        return False
    words = [token.low for token in clause.tokens if token.kind == "word"][:_EARLY]
    is_sure = any(word in clause.grammar.surely_reported for word in words) or _is_beside_pronoun(clause)
    opens = words[:1] and words[0] not in clause.grammar.surely_reported  # "Sei es nun so oder so"
    return bool(is_sure and opens and words[0] not in clause.grammar.subordinators)


def _is_behind_comma(clause: Clause) -> bool:
    """Whether a main clause in the mood follows what opens the sentence: "Als …, sei sie erschrocken"."""
    moods = clause.grammar.reported
    return any(clause.is_comma(i - 1) and clause.tokens[i].low in moods for i in range(clause.begin + 2, clause.last))


def _is_beside_pronoun(clause: Clause) -> bool:
    """Whether a verb beside "he" or "one" is in the mood of reported speech: "Man unterstütze", "So rede sie"."""
    grammar, at = clause.grammar, clause.begin
    if not grammar.mood or at + 1 >= clause.last:
        return False
    end = next((i for i in range(at, clause.last) if clause.tokens[i].kind == "mark"), clause.last)
    behind = [at + 1] if clause.tokens[at].low in grammar.mood_subjects else []
    before = [i for i in range(at, min(end, at + _EARLY) - 1) if clause.tokens[i + 1].low in grammar.mood_subjects]
    return any(_has_mood(clause, i) for i in (*behind, *before))


def is_in_mood(clause: Clause, cue: Cue) -> bool:
    """Whether a verb of saying is itself reported: "he had said so", "das hätten ihm die Spieler bestätigt"."""
    forms = clause.grammar.reported | clause.grammar.unreal
    if any(token.low in forms for token in clause.tokens[cue.finite : cue.past + 1]):
        return True  # "gestanden habe"
    before = takewhile(lambda token: token.kind != "mark", reversed(clause.tokens[: cue.finite]))
    is_last = cue.past >= clause.last or clause.tokens[cue.past].kind == "mark"
    return is_last and any(token.low in forms for token in before)


def _has_mood(clause: Clause, at: int) -> bool:
    word, grammar = clause.tokens[at], clause.grammar
    closed = grammar.determiners | grammar.adverbs | grammar.prepositions | grammar.auxiliaries | grammar.modals
    return word.low not in closed and re.search(grammar.mood, word.text) is not None
