"""What a sentence leaves to the next: whom "they" and "in it" mean, and whether somebody else is its subject."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.attribution.by_language.persons import Speaker, span_of, text_of
from summarizer.attribution.by_language.phrases import PhraseReader
from summarizer.attribution.by_language.relatives import without_verb
from summarizer.attribution.by_language.speech import compounds
from summarizer.attribution.sources.naming import SourceName

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.attribution.by_language.clause import Clause
    from summarizer.attribution.by_language.people import People
    from summarizer.attribution.by_language.persons import Person
    from summarizer.attribution.by_language.phrases import Phrase
    from summarizer.attribution.by_language.speech import Speech
    from summarizer.attribution.by_language.tokens import Token
    from summarizer.contract.statement import Offsets

_PREDICATE_OF_DEATH = 4  # words behind somebody's name, but for numbers: ", de 51 años, ha muerto"
_PREDICATE = 7  # tokens from "more" to who is so
_SHORTEST_NAME = 4  # letters of a name that is no other word
_INNER = re.compile("[«“„‘][^«»“”„]*[»”’“]")  # what is quoted within a quotation: « On m'appelait « la petite Anne » »


def both_of(speech: Speech, tokens: Sequence[Token], first: Phrase) -> tuple[Speaker, Offsets] | None:
    """Two persons who say it together: "Josette et Fernand"; None where the second has a verb of her own."""
    second = PhraseReader(speech, tokens).second_of(first)
    if second is None:
        return None
    behind = tokens[second.beyond].low if second.beyond < len(tokens) else ""
    is_first = first.first == 0 or tokens[first.first - 1].kind != "word"
    is_verb = behind in speech.grammar.auxiliaries or any(one.is_finite for one in speech.verbs.get(behind, ()))
    if is_verb and not is_first:
        return None  # "said Roux and Blin added"
    name = text_of(tokens[first.first : second.past])
    return Speaker(SourceName(name, "person"), "name_of_a_person"), span_of(tokens, first.first, second.past)


def they_of(people: People, clause: Clause, before: Speaker | None) -> Speaker | None:
    """Whom "they" means in the next sentence: two persons, or people, of whom this one is; who it meant, if it does."""
    phrase = clause.opening()
    if phrase is None or phrase.is_pronoun:
        return before if phrase is not None and phrase.is_plural else None
    both = both_of(clause.speech, clause.tokens, phrase)
    if both is not None:
        return both[0]
    if phrase.determiner not in clause.grammar.plural or not clause.phrases.is_of_people(phrase.head):
        return None
    words = clause.tokens[phrase.first : phrase.past]
    head = next((i for i, word in enumerate(words) if word.low == phrase.head), len(words) - 1)
    return people.read(phrase._replace(past=phrase.first + head + 1), clause.tokens, None, words[0].start)


def document_in(people: People, clause: Clause, nouns: frozenset[str] | None = None) -> tuple[Speaker, Offsets] | None:
    """What a sentence names last, a document or one of `nouns`, which the next may cite: "Darin heißt es …"."""
    sought = clause.speech.naming.document if nouns is None else nouns
    for at in range(clause.last - 1, -1, -1):
        token = clause.tokens[at]
        if token.kind != "word" or not compounds(token.low, sought):
            continue
        is_led = at > clause.begin and clause.tokens[at - 1].low in clause.grammar.determiners
        phrase = clause.phrases.read(at - is_led, is_subject=False)
        who = people.read(phrase, clause.tokens, None, token.start) if phrase is not None else None
        is_one = who is not None and who.person is None and (nouns is not None or who.source.kind == "document")
        if phrase is not None and who is not None and is_one:
            return who, span_of(clause.tokens, phrase.first, phrase.past)
    return None


def nameless_in(people: People, clause: Clause) -> tuple[Speaker, Offsets] | None:
    """Who stands last in a sentence that names nobody, as "une employée" or "seine Schwägerin"."""
    grammar, tokens = clause.grammar, clause.tokens
    new = (grammar.indefinite | grammar.possessives) - grammar.plural
    for at in range(clause.last - 2, clause.begin - 1, -1):
        is_of_another = tokens[at].low in grammar.possessives and tokens[at - 1].low in grammar.connectors
        if tokens[at].low not in new or is_of_another:  # "la alianza de su marido"
            continue
        phrase = clause.phrases.read(at, is_subject=False)
        if phrase is None or phrase.name is not None or not clause.phrases.is_of_people(phrase.head):
            continue
        phrase = without_verb(clause, phrase)
        who = people.read(phrase, tokens, None, tokens[at].start)
        is_one = who is not None and not people.names_another(tokens[0].start, tokens[-1].end, None)
        return (who, span_of(tokens, phrase.first, phrase.past)) if is_one and who is not None else None
    return None


def asks(clause: Clause) -> bool:
    """Whether the sentence tells that somebody asks: "Why, the judge wanted to know"."""
    lows = [token.low for token in clause.tokens if token.kind == "word"]
    for phrase in clause.grammar.asks:
        rest = iter(lows)
        if all(word in rest for word in phrase.split()):
            return True
    return False


def leads_on_without_speaker(clause: Clause, quote: int) -> bool:
    """Whether a colon before a quotation follows words that name nobody: "Une rencontre change tout : « … »"."""
    tokens = clause.tokens
    if quote < 1 or tokens[quote - 1].text != ":" or clause.cues or quote + 1 < clause.last:
        return False
    held = [token for token in tokens[clause.begin : quote - 1] if token.kind == "word"]
    opening = clause.opening()
    is_named = opening is not None and clause.is_person(opening)
    sources = clause.speech.bodies | clause.speech.naming.crowds
    is_named = is_named or any(compounds(token.low, sources) for token in held)
    return not is_named and not any(token.kind == "quote" for token in tokens[clause.begin : quote - 1])


def is_contrasted(clause: Clause, phrase: Phrase) -> bool:
    """Whether a subject is set against who was spoken of: "Le joueur, lui, …"."""
    if phrase.is_pronoun:
        return False
    at = phrase.past + clause.is_comma(phrase.past)
    return at < clause.last and clause.tokens[at].low in clause.grammar.contrast


def asker_in(people: People, clause: Clause) -> Person | None:
    """The person who asks something in a sentence that only tells that: "Why, Judge Ada Kroon wanted to know"."""
    if not asks(clause):
        return None
    return next((one.person for one in people.named_in(clause.tokens[0].start, clause.tokens[-1].end)), None)


def names_another(people: People, clause: Clause, last: Speaker | None) -> bool:
    """Whether a sentence names somebody who is not who spoke last."""
    if clause.begin >= clause.last:
        return False
    tokens, who = clause.tokens, last.person if last is not None else None
    opening = inverted_pronoun(clause) or clause.opening()
    if opening is not None and last is not None and is_of_other_gender(opening, last):
        return True
    if opening is not None and not opening.is_pronoun and not has_none(clause, opening):
        known = people.known(opening, tokens, last, tokens[opening.first].start)
        is_related = opening.determiner in clause.grammar.possessives
        is_question = tokens[-1].text == "?"
        is_named = opening.name is not None and (known is not None or not clause.grammar.capital_nouns)
        is_known = is_named or (opening.name is None and clause.phrases.is_known(opening.head))
        is_bare = not opening.determiner and opening.name is None  # "Prochain rendez-vous dimanche"
        is_bare = is_bare or (clause.grammar.capital_nouns and not opening.determiner)  # "Sorgen macht ihm nur eines"
        is_somebody = is_known or (clause.phrases.is_somebody(opening) and not is_question and not is_bare)
        if (known is None or known.person is not who) and (is_related or is_somebody):
            return True
    return people.names_another(tokens[0].start, tokens[-1].end, who)


def is_of_other_gender(phrase: Phrase, last: Speaker) -> bool:
    """Whether a phrase is "he" where a woman spoke last, or "she" where a man did."""
    is_one = phrase.is_pronoun and not phrase.is_plural and (last.person is not None or last.source.kind == "person")
    return is_one and bool(phrase.gender and last.gender) and phrase.gender != last.gender


def speaks_of_himself(speech: Speech, quotation: Token) -> bool:
    """Whether a quotation has a word of the first person: « J'ai pris un rabot »."""
    return any(word in speech.grammar.first_person for word in re.findall(r"\w+", quotation.text.lower()))


def speaks_to_another(speech: Speech, quotation: Token) -> bool:
    """Whether a quotation has a word to somebody: « Nous t'attendons »."""
    return not speech.grammar.second_person.isdisjoint(re.findall(r"\w+", quotation.text.lower()))


def is_of_its_speaker(speech: Speech, quotation: Token, speaker: Speaker) -> bool:
    """Whether a quotation names who would say it, or calls "my son" whom the text calls somebody's: it is another's."""
    person, words = speaker.person, re.findall(r"\w+", _INNER.sub("", quotation.text[1:-1]))
    if person is None:
        return False
    names = {name for name in (person.words[0], person.words[-1]) if len(name) >= _SHORTEST_NAME}
    if any(word[0].isupper() and word.lower() in names for word in words):
        return True
    mine = speech.grammar.possessives & speech.grammar.first_person
    return any(first.lower() in mine and second.lower() in person.heads for first, second in pairwise(words))


def is_dead(speech: Speech, before: Sequence[Token], mention: Offsets) -> bool:
    """Whether a sentence tells right behind the mention of somebody that he died: the next words are not his."""
    words = [
        token.low for token in before if token.kind == "word" and token.start >= mention[1] and not token.low.isdigit()
    ]
    return not speech.grammar.dies.isdisjoint(words[:_PREDICATE_OF_DEATH])


def is_about_the_other(speech: Speech, before: Sequence[Token], quotation: Token) -> bool:
    """Whether a quotation begins with "he" behind a sentence of his father, whom he speaks of: « Il a peur. »"""
    words = re.findall(r"\w+", quotation.text.lower())
    is_kin = bool(before) and before[0].low in speech.grammar.possessives
    return is_kin and bool(words) and words[0] in (speech.grammar.he | speech.grammar.she) - speech.grammar.determiners


def tells_what_was_said(speech: Speech, quotation: Token) -> bool:
    """Whether a quotation tells what another said of whom the text just was: « Il m'a dit : … »."""
    words = re.findall(r"\w+", quotation.text.lower())
    is_other = bool(words) and words[0] in speech.grammar.he | speech.grammar.she
    return is_other and any(word in speech.grammar.first_person for word in words[1:4])


def is_of_document(people: People, clause: Clause) -> bool:
    """Whether the subject of a sentence is a document, and it names no person: "La carta hablaba de un derrumbe"."""
    opening = clause.opening()
    if opening is None or not compounds(opening.head, clause.speech.naming.document):
        return False
    return not people.names_another(clause.tokens[0].start, clause.tokens[-1].end, None)


def is_of_many(people: People, clause: Clause) -> bool:
    """Whether the subject of a sentence is many, and it names nobody: "Sus dos hijos viven fuera"."""
    opening = clause.opening()
    is_many = opening is not None and opening.determiner in clause.grammar.plural - clause.grammar.indefinite
    return is_many and not people.names_another(clause.tokens[0].start, clause.tokens[-1].end, None)


def is_of_somebody(people: People, clause: Clause) -> bool:
    """Whether a sentence names anybody, quotes, or is of people: "Les voisins ont peur"."""
    opening = clause.opening()
    is_of = opening is not None and (opening.is_pronoun or clause.phrases.is_somebody(opening))
    is_of = is_of or any(token.kind == "quote" for token in clause.tokens)
    return is_of or people.names_another(clause.tokens[0].start, clause.tokens[-1].end, None)


def inverted_pronoun(clause: Clause) -> Phrase | None:
    """The "he" or "she" behind the verb at the second place: "Dann setzt sie den Helm auf"."""
    led = clause.past_adjuncts(clause.begin)
    if not clause.grammar.verb_second or clause.begin >= clause.last:
        return None
    if clause.tokens[clause.begin].low in clause.grammar.subordinators | clause.grammar.conditionals:
        commas = (
            i for i in range(clause.begin, clause.last) if clause.is_comma(i)
        )  # "Ob er geht, wollte er nicht sagen"
        led = max(commas, default=clause.begin - 1) + 1
    if led == clause.begin or led + 1 >= clause.last:
        return None
    verb, low = clause.tokens[led], clause.tokens[led + 1].low
    pointing = clause.grammar.the_latter | clause.grammar.this_one
    if not verb.text.islower() or low in pointing or low not in clause.grammar.he | clause.grammar.she:
        return None
    phrase = clause.phrases.read(led + 1)
    return phrase if phrase is not None and not verb.low.endswith("en") else None


def is_of_that_one(clause: Clause, topic: Speaker | None) -> bool:
    """Whether a sentence opens with "der" or "die" and a verb, and is of whom the one before was: "Der winkt ab"."""
    grammar, tokens, at = clause.grammar, clause.tokens, clause.begin
    if not grammar.verb_second or at + 2 >= len(tokens) or topic is None or topic.person is None:
        return False
    genders = {"man": grammar.masculine, "woman": grammar.feminine, "": grammar.masculine | grammar.feminine}
    behind = tokens[at + 2]
    leads = grammar.determiners | grammar.prepositions | grammar.adverbs | grammar.objects | grammar.negations
    is_closed = behind.kind != "word" or behind.low in leads
    return tokens[at].low in genders[topic.gender] and tokens[at + 1].text.islower() and is_closed


def inverted_subject(clause: Clause) -> Phrase | None:
    """The person behind the verb at the second place: "Mit der Welt hadert der Preisträger"."""
    led = clause.past_adjuncts(clause.begin)
    if not clause.grammar.verb_second or led == clause.begin or led + 1 >= clause.last:
        return None
    verb = clause.tokens[led]
    phrase = clause.phrases.read(clause.past_adjuncts(led + 1)) if verb.text.islower() else None
    return phrase if phrase is not None and not phrase.is_pronoun and clause.is_person(phrase) else None


def subject_behind_predicate(clause: Clause) -> Phrase | None:
    """The person behind the adjective that a sentence opens with: "Más crítico se mostró el exedil Juan Ruiz"."""
    if clause.begin >= clause.last or clause.tokens[clause.begin].low not in clause.grammar.degrees:
        return None
    for at in range(clause.begin + 2, min(clause.last, clause.begin + _PREDICATE)):
        phrase = clause.phrases.read(at)
        if (
            phrase is not None
            and phrase.name is not None
            and clause.tokens[at - 1].low not in clause.grammar.prepositions
        ):
            return phrase
    return None


def comes_in(clause: Clause) -> Phrase | None:
    """The person named behind the verb of a sentence that opens with no subject: "También ha venido Juan Ruiz"."""
    at = clause.past_adjuncts(clause.begin)
    if not clause.grammar.comes or at == clause.begin or clause.cues:
        return None
    helping = (clause.grammar.auxiliaries | clause.grammar.reflexives) - clause.grammar.comes
    while at < clause.last and clause.tokens[at].low in helping:
        at += 1
    if at + 1 >= clause.last or clause.tokens[at].low not in clause.grammar.comes:
        return None
    phrase = clause.phrases.read(clause.past_adjuncts(at + 1))
    return phrase if phrase is not None and phrase.name is not None and clause.is_person(phrase) else None


def stirred_by(clause: Clause) -> Phrase | None:
    """The person at the end of a sentence whom something moves to speak: "L'expression fait bondir Anne Roux"."""
    phrases = clause.speech.stirring_phrases
    for at in range(clause.begin + 1, clause.last - 1):
        known = phrases.get(clause.tokens[at].low, ())
        lows = tuple(token.low.rstrip("'") for token in clause.tokens[at : at + _PREDICATE])
        length = max((len(words) for words in known if lows[: len(words)] == words), default=0)
        first = at + length + (clause.tokens[at + length].low in clause.grammar.prepositions)  # "indigna a Ana Ríos"
        who = clause.phrases.read(first) if length else None
        if who is not None and who.name is not None and max(who.past, who.beyond) >= clause.last:
            return who
    return None


def has_none(clause: Clause, phrase: Phrase) -> bool:
    """Whether a sentence may begin without a subject: "Cierra la puerta"."""
    if phrase.is_pronoun or (not clause.grammar.drops_subjects and phrase.determiner):
        return False
    is_first = phrase.first in (clause.begin, clause.past_adjuncts(clause.begin))
    is_one = phrase.past - phrase.first == 1 and is_first and not phrase.determiner
    if not phrase.determiner and clause.phrases.extent.is_stop(clause.tokens[phrase.first].low):
        return True  # "¿Le da miedo?"
    is_known = phrase.head in clause.speech.first_names or clause.phrases.is_known(phrase.head)
    following = clause.tokens[phrase.past].low if phrase.past < clause.last else ""
    leads = clause.grammar.determiners | clause.grammar.adverbs | clause.grammar.prepositions
    is_verb = following in leads or phrase.head in clause.speech.verbs
    return clause.grammar.drops_subjects and is_one and not is_known and is_verb


def body_of(people: People, clause: Clause) -> Speaker | None:
    """The body of which a sentence is: "La région se défend", whom "elle" means in the next."""
    phrase = clause.opening()
    if phrase is None or phrase.is_pronoun or phrase.name is not None:
        return None
    if not compounds(phrase.head, clause.speech.bodies) or compounds(phrase.head, clause.speech.naming.document):
        return None
    return people.read(phrase, clause.tokens, None, clause.tokens[phrase.first].start)
