"""Who speaks in a relative clause about a thing: "Anne Roux quitte le club, qu'elle accuse de « … »"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.by_language.found import Found

if TYPE_CHECKING:
    from summarizer.attribution.by_language.clause import Clause
    from summarizer.attribution.by_language.phrases import Phrase
    from summarizer.attribution.by_language.verbs import Cue

_REACH = 12  # tokens between a relative pronoun and the verb that ends its clause
_LEADS = 3  # tokens between a comma and a relative pronoun: ", a la que"


def who_of_relative(clause: Clause, cue: Cue) -> Phrase | None:
    """Who speaks in a relative clause: of whom the sentence is, where it says "he" or, in Spanish, leaves him out."""
    grammar, tokens = clause.grammar, clause.tokens
    at = cue.first - 1
    while grammar.verb_second and at > 1 and tokens[at].low in grammar.adverbs:
        at -= 1
    if grammar.verb_second and clause.is_comma(at - 1) and tokens[at].low in grammar.relative_words:
        who = clause.phrase_ending(at - 1)  # "Anna Holt, die (zugleich) sagte, …"
        return who if who is not None and clause.is_person(who) else None
    he = _pronoun_before(clause, cue)
    meant = clause.phrases.read(he) if he else None
    relative = he - 1 if meant is not None else cue.first - 1
    if relative < 1 or tokens[relative].low.rstrip("'") not in grammar.relative_words | grammar.that_words:
        return None
    if meant is None and not (grammar.drops_subjects and tokens[relative - 1].kind == "word"):
        return None  # "al que acusa": whoever does is left out
    leads = grammar.prepositions | grammar.connectors | grammar.determiners
    comma = relative - 1
    while comma > 0 and relative - comma <= _LEADS and tokens[comma].low in leads:
        comma -= 1
    opening = _opening(clause)
    if not clause.is_comma(comma) or opening is None or opening.past >= comma:
        return None
    if not clause.phrases.is_somebody(opening):
        return None
    return opening if meant is None or opening.gender in ("", meant.gender) else None


def who_judges(clause: Clause, cue: Cue, antecedent: Phrase) -> Phrase:
    """Of whom the sentence is, where "que" is the thing that is judged: "El alcalde retira el plan, que tachó de …"."""
    if "of" not in cue.verb.frames or not clause.grammar.drops_subjects or clause.is_person(antecedent):
        return antecedent
    if tuple(clause.tokens[i].low for i in (cue.first - 2, cue.first - 1)) not in _after_commas(clause):
        return antecedent
    opening = _opening(clause)
    is_one = opening is not None and clause.is_person(opening) and opening.past <= antecedent.first
    return opening if is_one and opening is not None else antecedent


def past_relative(clause: Clause, cue: Cue) -> Phrase | None:
    """Of whom the sentence is, where a relative clause that ends in a quotation stands before its verb."""
    tokens, opening = clause.tokens, clause.opening()
    is_closed = cue.first > 2 and clause.is_comma(cue.first - 1) and tokens[cue.first - 2].kind == "quote"
    if opening is None or not is_closed or not clause.is_comma(opening.past) or opening.past + 1 >= cue.first:
        return None
    opens = tokens[opening.past + 1].low.rstrip("'") in clause.grammar.relative_words | clause.grammar.that_words
    return opening if opens and clause.phrases.is_somebody(opening) else None


def said_inside(clause: Clause, cue: Cue) -> Found | None:
    """A quotation before the verb that ends a relative clause: "den sie als „Haufen“ bezeichnet"."""
    relative = _relative_before(clause, cue)
    if relative is None or not cue.verb.frames & {"quote", "of"}:
        return None
    held = [i for i in range(relative + 1, cue.first) if clause.tokens[i].kind == "quote"]
    if not held or clause.tokens[held[-1]].words < 2:
        return None
    he = _pronoun_before(clause, cue)
    subject = who_of_relative(clause, cue) if he else clause.phrase_ending(relative - 1)
    if subject is None or not clause.is_person(subject):
        return None
    content = (held[-1], held[-1] + 1)
    return Found((content,), subject, (cue.first, cue.past), cue.verb.stance, "quotation", "inside")


def _after_commas(clause: Clause) -> set[tuple[str, str]]:
    return {(",", that) for that in clause.grammar.that_words}


def _relative_before(clause: Clause, cue: Cue) -> int | None:
    """The relative pronoun behind a comma that opens the clause which a German verb ends."""
    tokens, grammar = clause.tokens, clause.grammar
    if not grammar.verb_second or (cue.past < clause.last and tokens[cue.past].kind != "mark"):
        return None
    comma = next((i for i in range(cue.first - 1, max(0, cue.first - _REACH), -1) if clause.is_comma(i)), None)
    return comma + 1 if comma is not None and tokens[comma + 1].low in grammar.relative_words else None


def _pronoun_before(clause: Clause, cue: Cue) -> int:
    """The "he" or "she" right before a verb, or right behind the relative pronoun of a clause that it ends; else 0."""
    grammar = clause.grammar
    relative = _relative_before(clause, cue)
    at = relative + 1 if relative is not None else cue.first - 1
    return at if 1 < at < cue.first and clause.tokens[at].low in grammar.he | grammar.she else 0


def _opening(clause: Clause) -> Phrase | None:
    """Of whom the sentence is, without its verb."""
    opening = clause.opening()
    return None if opening is None or opening.is_pronoun else without_verb(clause, opening)


def without_verb(clause: Clause, phrase: Phrase) -> Phrase:
    """A phrase without words behind its noun that may be its verb: "El alcalde retira", "une étudiante hausse"."""
    if phrase.name is not None or clause.grammar.capital_nouns:
        return phrase
    heads = (i for i in range(phrase.first, phrase.past) if clause.tokens[i].low == phrase.head)
    past = next(heads, phrase.past - 1) + 1
    while past < phrase.past and clause.phrases.is_of_people(clause.tokens[past].low):
        past += 1  # "l'ancien éleveur"
    is_whole = past >= phrase.past or clause.tokens[past].low in clause.grammar.connectors
    return phrase if is_whole else phrase._replace(past=past, beyond=past)


def last_named(clause: Clause, colon: int, behind: int = 0) -> Phrase | None:
    """Of whom the last clause before a colon is: "…, aunque su jefe, Juan Ruiz, lo enfría: «…»"."""
    grammar = clause.grammar
    opens = grammar.subordinators | grammar.and_words | grammar.but_words | grammar.sharing
    for at in range(colon - 1, max(behind, clause.begin + 1), -1):
        if clause.tokens[at].low not in opens or not clause.is_comma(at - 1):
            continue
        first = at + 1 + (clause.tokens[at + 1].low in grammar.that_words)
        who = clause.phrases.read(first)
        is_one = who is not None and who.name is not None and max(who.past, who.beyond) < colon
        return who if is_one else None
    return None


def only_named(clause: Clause, past: int, *, is_led: bool) -> Phrase | None:
    """The only person named before a token, if nothing leads to the name: "Un avis que partage Anne Roux : « … »".

    Where the sentence opens with a reaction, `is_led`, a preposition may: "Kritik kam von Anna Holt: „…“".
    """
    found: list[Phrase] = []
    at = clause.begin
    while at < past:
        who = clause.phrases.read(at)
        if who is None or not _is_surely_one(clause, who):
            at += 1
            continue
        found.append(who)
        at = max(who.past, who.beyond)
    if len(found) != 1 or found[0].first == clause.begin:
        return None
    before = clause.tokens[found[0].first - 1].low.rstrip("'")
    leads = clause.grammar.prepositions | clause.grammar.connectors | clause.grammar.and_words
    return None if (before in leads and not is_led) or found[0].past > past else found[0]


def _is_surely_one(clause: Clause, who: Phrase) -> bool:
    """Whether a phrase names a person, or a German one has an office: a lone noun with a capital is no name."""
    if not clause.grammar.capital_nouns or (who.name is not None and who.name[1] - who.name[0] > 1):
        return who.name is not None
    is_definite = who.determiner and who.determiner not in clause.grammar.indefinite | clause.grammar.plural
    return bool(is_definite or who.name) and clause.phrases.is_of_people(who.head)
