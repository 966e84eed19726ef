"""Reads phrases that attribute a sentence: "according to the police", "as the mayor said", "…, so the mayor"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.by_language.clause import FEWEST, Clause
from summarizer.attribution.by_language.found import THERE, Found, content_around
from summarizer.attribution.by_language.phrases import Phrase
from summarizer.attribution.by_language.relays import cited_by, medium_at, quoted_name
from summarizer.attribution.by_language.speech import compounds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.attribution.by_language.clause import Range
    from summarizer.attribution.by_language.verbs import Cue
    from summarizer.contract.draft import Stance
    from summarizer.contract.statement import Form

    Phrases = dict[str, tuple[tuple[str, ...], ...]]

OPINION_OF = "opinion-of"
IN_IT = "in-it"  # the rule of what stands in the document that was named last
_LONGEST = 6  # words of a phrase of attribution
_REACH = 14  # tokens between "as" and its verb
_PARTICIPLE = re.compile(r"\w+(?:ée?s?|ie?s?|ue?s?|[ai]d[oa]s?)\Z")  # publié, publicado


def according(clause: Clause) -> Iterator[Found]:
    """The attributions of a sentence by a phrase."""
    for cue in clause.cues:
        one = _as_said(clause, cue)
        if one is not None:
            yield one
    said = _it_says(clause)
    if said is not None:
        yield said
    for at, token in enumerate(clause.tokens):
        one = _phrase(clause, at) if token.kind == "word" else None
        if one is not None:
            yield one


def _as_said(clause: Clause, cue: Cue) -> Found | None:
    """ "Wie die Polizei mitteilte", "comme l'a annoncé le maire", "según informó la policía"."""
    tokens, grammar, words = clause.tokens, clause.grammar, clause.speech.according.as_words
    reach = range(cue.first - 1, max(-1, cue.first - _REACH), -1)
    start = next((i for i in reach if tokens[i].low in words), None)
    if start is None:
        return None
    led = clause.phrases.read(start + 1) if cue.verb.is_last else None  # "wie der Gouverneur, Ada Kroon, mitteilte"
    first = max(start, led.beyond) if led is not None else start
    if any(tokens[i].kind != "word" for i in range(first, cue.first)):
        return None
    between = tokens[start + 1 : cue.first]
    while start > clause.begin and tokens[start - 1].low in words | grammar.and_words:
        start -= 1  # tal y como
    is_first = start == clause.begin or tokens[start - 1].kind != "word"
    if not (is_first or grammar.verb_second or clause.speech.phrases.get(tokens[start].low)):
        return None  # "… que esté dividido como asegura la oposición": that alone
    subject: Phrase | None
    if between and (cue.verb.is_last or grammar.verb_second):
        subject = clause.phrases.read(start + 1)
        if subject is not None and subject.past > cue.first:
            return None
    elif all(one.low in grammar.objects | grammar.adverbs | grammar.determiners for one in between):
        subject = clause.subject_after(cue.past)
    else:
        return None
    if subject is None:
        past = clause.past_adjuncts(cue.end)
        is_whole = grammar.drops_subjects and start == clause.begin and clause.is_comma(past)
        return _beside(clause, (start, past), None, (cue.first, cue.past), cue.verb.stance) if is_whole else None
    past = clause.past_adjuncts(max(subject.beyond, cue.end))
    cited = cited_by(clause, max(subject.beyond, cue.end))
    if cited is not None:
        past = max(past, cited.past, cited.beyond)
    return _beside(clause, (start, past), subject, (cue.first, cue.past), cue.verb.stance)


def _phrase(clause: Clause, at: int) -> Found | None:
    tokens, words = clause.tokens, clause.speech.according
    if own := phrase_length(clause, at, clause.speech.own_phrases):
        return _own(clause, at, at + own)
    if inner := phrase_length(clause, at, clause.speech.in_it_phrases):
        found = _own(clause, at, at + inner)
        return None if found is None else found._replace(rule=IN_IT)
    is_relative = clause.is_comma(at - 1) and not clause.grammar.capital_nouns  # "die Lok, für die „nichts mehr“ …"
    if tokens[at].low in words.opinion and (at == clause.begin or is_relative):
        return _opinion(clause, at) if at == clause.begin else _opinion_of(clause, at)
    if length := phrase_length(clause, at, clause.speech.phrases):
        return _named_by(clause, at, length)
    if tokens[at].low in words.after:
        subject = clause.phrase_ending(at)
        return None if subject is None else _beside(clause, (subject.first, at + 1), subject, (at, at + 1))
    if tokens[at].low in words.so_words and clause.is_comma(at - 1):
        return _so(clause, at)
    return None


def _named_by(clause: Clause, at: int, length: int) -> Found | None:
    """What a phrase of some tokens attributes to whom it names: "according to the police"."""
    subject = clause.phrases.read(at + length, is_subject=False) or quoted_medium(clause, at + length)
    if subject is not None and subject.is_pronoun and _opens_relative(clause, at):
        return None  # "whose team, according to her, won": who "her" is the sentence itself may tell
    if subject is None or (subject.is_pronoun and clause.grammar.capital_nouns):
        return None
    subject = _unnamed_behind_determiner(clause, subject)
    past = max(subject.past, subject.beyond)
    cited = cited_by(clause, past)
    if cited is not None:
        past = max(past, cited.past, cited.beyond)
    return _beside(clause, (at, past), subject, (at, at + length))


def _opinion(clause: Clause, at: int) -> Found | None:
    """ "Pour la maire, « c'est une honte »": what somebody thinks, where some of it is quoted."""
    subject = clause.phrases.read(at + 1, is_subject=False)
    last = clause.tokens[clause.begin + 1].low if clause.begin + 1 < clause.last else ""
    if clause.is_comma(at + 2) and last in clause.grammar.he | clause.grammar.she | clause.grammar.objects:
        is_one = at + 3 < clause.last and clause.tokens[at + 3].kind == "quote"
        return _beside(clause, (at, at + 2), None, (at, at + 2)) if is_one else None  # "Pour elle, « … »"
    if subject is not None and subject.past < clause.last and clause.tokens[subject.past].low in clause.grammar.copulas:
        return _is_so_for(clause, at, subject)
    if subject is None or not clause.is_comma(max(subject.past, subject.beyond - 1)):
        return None
    is_source = subject.name is not None or compounds(subject.head, clause.speech.nouns)
    past = max(subject.past, subject.beyond)
    is_quoted = any(token.kind == "quote" and token.words > 1 for token in clause.tokens[past : clause.last])
    if not is_quoted or not (is_source or clause.phrases.is_of_people(subject.head)):
        return None
    return _beside(clause, (at, past), subject, (at, at + 1))


def _is_so_for(clause: Clause, at: int, subject: Phrase) -> Found | None:
    """ "Für Anna Holt war es „der schönste Tag von allen“": what is so for somebody, in his or her words."""
    held = [i for i in range(subject.past, clause.last) if clause.tokens[i].kind == "quote"]
    is_one = len(held) == 1 and clause.tokens[held[0]].words >= FEWEST and clause.is_person(subject)
    is_last = is_one and not any(token.kind == "word" for token in clause.tokens[held[0] + 1 : clause.last])
    return (
        Found(((held[0], held[0] + 1),), subject, (at, at + 1), "asserts", "quotation", "opinion") if is_last else None
    )


def _opinion_of(clause: Clause, at: int) -> Found | None:
    """ "…, Me Roux, pour qui « c'est une honte »": what the person thinks who was named right before."""
    tokens, grammar = clause.tokens, clause.grammar
    is_relative = at + 1 < clause.last and tokens[at + 1].low in grammar.relative_words
    subject = clause.phrase_ending(at - 1) if is_relative else None
    if subject is None or not clause.is_person(subject):
        return None
    end = clause.clause_end(at + 2)
    if not any(token.kind == "quote" and token.words >= FEWEST for token in tokens[at + 2 : end]):
        return None
    form: Form = "quotation" if clause.is_quote(at + 2, end) else "clause"
    return Found(((at + 2, end),), subject, (at, at + 2), "asserts", form, OPINION_OF)


def _unnamed_behind_determiner(clause: Clause, subject: Phrase) -> Phrase:
    """A phrase of one noun behind the determiner that ends "nach Angaben des": no name, as it would be without it."""
    tokens = clause.tokens
    is_led = clause.grammar.capital_nouns and tokens[subject.first - 1].low in clause.grammar.determiners
    if not is_led or subject.name != (subject.first, subject.past) or subject.past - subject.first > 1:
        return subject
    return subject._replace(name=None, head=tokens[subject.first].low)


def _own(clause: Clause, at: int, past: int) -> Found | None:
    """What he or she thinks who spoke last: "A su juicio, …", "…, selon lui"; not within a sentence about others."""
    is_first = clause.past_adjuncts(clause.begin) >= at
    is_last = clause.past_adjuncts(past) >= clause.last and clause.is_comma(at - 1) and not clause.cues
    return _beside(clause, (at, past), None, (at, past)) if is_first or is_last else None


def quoted_medium(clause: Clause, at: int) -> Phrase | None:
    """A medium whose name stands in quotation marks: "laut „Bote“", "nach Informationen des „Boten“"."""
    is_behind_its_determiner = clause.tokens[at - 1].low in clause.grammar.determiners
    medium = medium_at(clause, at - is_behind_its_determiner)
    if medium is None and at < clause.last and (name := quoted_name(clause.tokens[at])):
        return Phrase(at, at + 1, at + 1, "", "", medium=name)
    return None if medium is None else Phrase(medium.first, medium.past, medium.past, "", "", medium=medium.name)


def _opens_relative(clause: Clause, at: int) -> bool:
    before = clause.tokens[at - 1].low.rstrip("'") if at > 0 else ""
    return before in clause.grammar.relative_words or before in clause.grammar.that_words


def phrase_length(clause: Clause, at: int, phrases: Phrases) -> int:
    """How many tokens a phrase of attribution has that begins at a token; the longest counts."""
    known = phrases.get(clause.tokens[at].low.rstrip("'"), ())
    if not known:
        return 0
    lows = tuple(token.low.rstrip("'") for token in clause.tokens[at : at + _LONGEST])
    return max((len(words) for words in known if lows[: len(words)] == words), default=0)


def _so(clause: Clause, at: int) -> Found | None:
    """„…“, so der Minister."""
    subject = clause.phrases.read(at + 1)
    if subject is None:
        return None
    is_quoted = at > 1 and clause.tokens[at - 2].kind == "quote"
    content = content_around(clause, at - 1, subject.beyond, is_quoted=is_quoted)
    if not content:
        return None
    form: Form = "quotation" if clause.is_quote(*content[0]) else "clause"
    past = clause.past_adjuncts(subject.beyond)
    if form == "clause" and past < len(clause.tokens) and clause.tokens[past].kind == "word":
        return None
    return Found(content, subject, (at, at + 1), "asserts", form, "so")


def _it_says(clause: Clause) -> Found | None:
    """ "Aus dem Rat hieß es, das sei klar." """
    tokens, begin = clause.tokens, clause.begin
    phrases = [tuple(phrase.split()) for phrase in clause.speech.according.it_says]
    if begin >= clause.last or not phrases:
        return None
    is_from = tokens[begin].low in clause.grammar.from_words
    is_there = tokens[begin + is_from].low in clause.grammar.there if begin + is_from < clause.last else False
    subject = clause.phrases.read(begin + 1, is_subject=False) if is_from and not is_there else None
    if subject is None and not is_there:
        return None
    verb = clause.past_adjuncts(subject.past if subject is not None else begin + is_from + 1)
    words = next((one for one in phrases if tuple(t.low for t in tokens[verb : verb + len(one)]) == one), None)
    behind = verb + len(words) if words is not None else clause.last
    behind = clause.past_adjuncts(behind)
    if behind + 1 >= clause.last or tokens[behind].text not in (",", ":"):
        return None
    content = (behind + 1, clause.last)
    form: Form = "quotation" if clause.is_quote(*content) else "clause"
    return Found((content,), subject, (verb, behind), "asserts", form, THERE if is_there else "it-says")


def _beside(
    clause: Clause, phrase: Range, subject: Phrase | None, cue: Range, stance: Stance = "asserts"
) -> Found | None:
    """What a phrase attributes: the rest of its sentence, on both sides."""
    tokens = clause.tokens
    start, past = phrase
    if past + 1 < len(tokens) and tokens[past].text == ":" and tokens[past + 1].kind == "quote":
        return Found(
            ((past + 1, past + 2),), subject, cue, stance, "quotation", "according"
        )  # "Faux, selon lui : « … »"
    left = max([clause.begin, *(i + 1 for i in range(clause.begin, start) if tokens[i].text in (";", ":"))])
    left_end = start
    while left_end > left and tokens[left_end - 1].kind == "mark" and tokens[left_end - 1].text != "%":
        left_end -= 1
    right = past if left_end > left else _past_modifiers(clause, past)
    while right < clause.last and tokens[right].kind == "mark":
        right += 1
    right_end = clause.clause_end(right) if right < clause.last else right
    pieces = [(left, left_end)] if left_end > left else []
    is_apart = right > past and tokens[past].text not in (",", "–", ")")
    is_apart = is_apart or (right == past and not clause.grammar.verb_second)  # what still belongs to the source
    is_inside = clause.grammar.verb_second and left_end == start and right == past
    if is_inside and pieces and _leaves_open(clause, pieces[0]) and not clause.is_conjunction(right):
        is_apart = False  # "Der Preis liegt laut Polizei bei drei Euro"
    elif pieces and right < right_end and _is_aside(clause, pieces[0], right):
        is_apart = True
    if pieces and right < right_end and any(left <= other.first < start for other in clause.cues):
        return None  # "called it “absurd”, the party says, at the meeting": which of it?
    if right < right_end and not (pieces and is_apart):
        pieces.append((right, right_end))
    closed = clause.grammar.relative_words | clause.grammar.that_words
    pieces = [one for one in pieces if any(t.kind != "mark" and t.low not in closed for t in tokens[slice(*one)])]
    if sum(clause.words(*one) for one in pieces) < FEWEST:
        return None
    form: Form = "quotation" if all(clause.is_quote(*one) for one in pieces) else "clause"
    return Found(tuple(pieces), subject, cue, stance, form, "according")


def _leaves_open(clause: Clause, left: Range) -> bool:
    """Whether a German clause is not yet closed by a participle: it ends in its verb, and more must follow."""
    words = clause.tokens[left[0] : left[1]]
    return words[-1].text.islower() and not any(word.low in clause.grammar.auxiliaries for word in words[:-1])


def _is_aside(clause: Clause, left: Range, right: int) -> bool:
    """Whether what follows a phrase in the middle of a sentence is no part of what is said before it."""
    token, grammar = clause.tokens[right], clause.grammar
    open_verbs = grammar.auxiliaries | grammar.modals | grammar.reported | grammar.unreal
    if grammar.verb_second and clause.tokens[left[1] - 1].low in open_verbs and not clause.is_conjunction(right):
        return False  # "Das Urteil wird nach Angaben des Gerichts im Mai erwartet"
    if clause.is_quote(*left) or (token.is_capital and not grammar.capital_nouns):
        return True
    is_relative = token.low in grammar.relative_words and token.low not in grammar.determiners
    is_led = token.low in grammar.subordinators or token.low in grammar.prepositions
    return is_relative or is_led or clause.is_conjunction(right)


def _past_modifiers(clause: Clause, past: int) -> int:
    """Past what else is told of a source that opens its sentence: "published on Tuesday,", ", which came late,"."""
    tokens, grammar = clause.tokens, clause.grammar
    if grammar.verb_second and (behind := clause.past_adjuncts(past)) < clause.last and tokens[behind].text.islower():
        past = behind  # "laut Karl Weber vom Institut steigt"
    at = past
    if at < clause.last and not grammar.capital_nouns and _PARTICIPLE.match(tokens[at].low):
        at += 1
    at = clause.past_adjuncts(at)
    if clause.is_comma(at):
        past = at
    relatives = grammar.relative_words | grammar.that_words
    if clause.is_comma(past) and past + 1 < clause.last and tokens[past + 1].low in relatives:
        past = next((i for i in range(past + 1, clause.last) if clause.is_comma(i)), past)
    return past
