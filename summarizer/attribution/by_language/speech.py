"""Loads a language's words of saying and naming, text/<language>/speech.toml; docs/languages.md says what each is."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

from pydantic import BeforeValidator, TypeAdapter

from summarizer.contract.draft import Stance
from summarizer.contract.frozen import Frozen
from summarizer.text.language import SPEECH_FOLDERS
from summarizer.text.words import read_tables

if TYPE_CHECKING:
    from collections.abc import Iterable

_PREFIX = re.compile(r"\A(?:\w+-|(?:ex|vice|sub|co|euro|super|inter|archi|mini)(?=\w{3}))")  # exministro, co-président
_SHORTEST_PART = 3  # letters of the first part of a noun made of two
Frame = Literal["quote", "that", "inverted", "bare", "to", "inf", "np", "of"]
Gender = Literal["", "woman", "man"]


def _split(value: Any) -> Any:
    return tuple(word.replace("_", " ") for word in value.split()) if isinstance(value, str) else value


Words = Annotated[tuple[str, ...], BeforeValidator(_split)]
WordSet = Annotated[frozenset[str], BeforeValidator(_split)]


class Family(Frozen):
    """Verbs of saying that behave alike.

    A verb is "stem+class", its forms made by `[endings]`, or "finite,finite|participle,participle|gerund|infinitive"
    with every form written out. "~mit" after it is the part that German parts from it: "teilte … mit". "." before it
    is the reflexive.
    """

    stance: Stance
    frames: Annotated[frozenset[Frame], BeforeValidator(_split)]
    words: Words
    examples: tuple[str, ...] = ()
    harmless: tuple[str, ...] = ()


class Grammar(Frozen):
    """The closed classes of words that tell where a source's name begins and ends."""

    elisions: WordSet = frozenset()  # what an apostrophe ends: l', qu'
    clitics: WordSet = frozenset()  # subjects that hang on their verb: -t-il
    determiners: WordSet
    age_words: WordSet = frozenset()  # between a number and an adjective before a noun: ein 52 Jahre alter Mann
    feminine: WordSet  # determiners of a woman or of what is feminine
    masculine: WordSet = frozenset()
    not_subjects: WordSet = frozenset()  # determiners that no subject has: dem, den
    indefinite: WordSet
    plural: WordSet = frozenset()  # determiners of more than one: les, los
    connectors: WordSet  # what joins a noun to its complement: de, du, des
    prepositions: WordSet
    adverbs: WordSet
    adverb_phrases: Words = ()  # de son côté, por su parte
    times: WordSet  # days, months and parts of the day
    stops: WordSet  # conjunctions, relatives and auxiliaries, where a noun phrase ends
    and_words: WordSet
    but_words: WordSet = frozenset()
    set_against: WordSet = frozenset()  # behind a second verb that is set against the first: (warnte) aber
    negations: WordSet
    that_words: WordSet
    relative_words: WordSet
    conditionals: WordSet = frozenset()  # what opens a clause that nobody has said yet: if he says
    subordinators: WordSet  # what opens a clause that is no statement by itself: if, while, because
    auxiliaries: WordSet
    modals: WordSet = frozenset()  # what an infinitive at the end of a clause hangs on: müssen
    reflexive_auxiliaries: WordSet = frozenset()  # those of them that say so only after "s'": est
    objects: WordSet = frozenset()  # pronouns between subject and verb: me, lui, se
    he: WordSet
    she: WordSet
    gerund: str = ""  # how a gerund ends that tells how something is said, a regular expression: (cuenta) señalando
    datives: WordSet = frozenset()  # pronouns of whom something touches: (a Ruiz no) le (importa)
    leading: WordSet = frozenset()  # verbs that an infinitive of saying hangs on: (se) limitó (a decir)
    they: WordSet
    first_person: WordSet = frozenset()  # words of who speaks of himself: je, mein
    second_person: WordSet = frozenset()  # words to another: toi, usted
    happens: str = ""  # how verbs end that tell what happened to somebody, a regular expression: desapareció
    contrast: WordSet = frozenset()  # what stands behind a subject who is not who just spoke: (le joueur,) lui,
    there: WordSet = frozenset()  # stands for the body of the sentence before: y (explique-t-on)
    the_latter: WordSet = frozenset()  # of "he" and "she", who was named last: ce dernier
    this_one: WordSet = frozenset()  # and who was named last but did not speak last: dieser
    noun_adjectives: WordSet = frozenset()  # adjectives between a determiner and its noun: (une) telle (taxe)
    degrees: WordSet = frozenset()  # what stands before a predicate that opens a sentence: más (duro fue Ruiz)
    copulas: WordSet = frozenset()  # verbs behind which a quotation is what somebody thinks: (für Weber) ist es „…“
    opening_adjectives: WordSet = frozenset()  # what a sentence opens with before its subject: présente (sur place), …
    predicative: WordSet = frozenset()  # conjunctions that lead to what something is called too: als (Grund nannte er)
    reactions: WordSet = frozenset()  # nouns that a sentence opens with, of whom its quotation is: Kritik (von …)
    pointing_back: WordSet = frozenset()  # words that a sentence begins with which needs the one before it: elle, aber
    possessives: WordSet = frozenset()  # determiners of what is somebody's: ihr, deren, sa
    these: WordSet = frozenset()  # determiners of whom was just named: esta (mujer), cet (homme)
    his: WordSet = frozenset()  # determiners of what is a man's: sein
    her: WordSet = frozenset()  # and of what is a woman's: ihr
    one_of: Words = ()  # one of whom nobody says the name: l'un d'eux, einer von ihnen
    one_of_his: Words = ()  # one of those who are somebody's, before the noun: l'un de ses (proches)
    sharing: WordSet = frozenset()  # what opens a clause that may share the subject of the one before: aunque
    reflexives: WordSet = frozenset()  # what stands before a verb and behind its subject alone: se, s'
    continues: str = ""  # verbs of who has just spoken, a regular expression: añadió, ajoute
    dies: WordSet = frozenset()  # behind who says nothing more: (Ruiz) murió, (Roux est) décédé
    comes: WordSet = frozenset()  # verbs before somebody whom a sentence brings in: también (ha) venido (Ana Ríos)
    it: WordSet = frozenset()  # what was said before, before a verb: lo (dice)
    himself: WordSet = frozenset()  # between a determiner and a name: el propio (Ruiz)
    is_called: WordSet = frozenset()  # between an office and the name of who has it: heißt
    plural_relatives: WordSet = frozenset()  # who is meant is many, or else those who: quienes
    others: WordSet = frozenset()  # pronouns that point at no source: man, on, es
    reported: WordSet = frozenset()  # forms of the mood of reported speech: sei, habe
    surely_reported: WordSet = frozenset()  # those of them that are nothing else: sei, habe
    unreal: WordSet = frozenset()  # forms that stand in for it, told by a cue alone: wäre, hätte
    told: WordSet = frozenset()  # what a medium follows that somebody told something: dem, au, a
    from_words: WordSet = frozenset()  # where those are who say it without a name: aus, au, desde
    unnamed: WordSet = frozenset()  # who says it where only that is told: on, es
    mood: str = ""  # how a verb in the mood of reported speech ends, beside one of `mood_subjects`: (man) unterstütze
    mood_subjects: WordSet = frozenset()
    asks: Words = ()  # what tells that somebody asks, in their order, whatever stands between: wollte … wissen
    infinitive: str = ""  # how an infinitive ends, a regular expression
    before_infinitive: WordSet = frozenset()  # de, d'; zu
    capital_nouns: bool = False  # nouns are written with capitals
    verb_second: bool = False  # the subject follows the verb when something else comes first
    past_too: WordSet = frozenset()  # forms of `unreal` that mostly tell what was: wollte
    any_verb: str = ""  # how any verb ends that may stand behind a quotation, a regular expression
    verb_ends: str = ""  # how only verbs end, a regular expression: apoyaron
    drops_subjects: bool = False  # "dijo" says that he or she said


class According(Frozen):
    """Phrases that attribute what stands beside them."""

    before: Words  # the source follows: laut, selon
    after: Words = ()  # the source precedes: zufolge
    so_it_says: Words = ()  # what opens a sentence that says who said the one before: das, así lo
    it_says: Words = ()  # says it for those at a place: (aus dem Rat) hieß es
    own: Words = ()  # what he or she thinks, who spoke last: a su juicio
    in_it: Words = ()  # what stands in the document that was named last: heißt es darin
    asked: WordSet = frozenset()  # opens a sentence that tells what somebody was asked: gefragt, preguntado
    on_question: Words = ()  # opens a sentence with what somebody was asked, behind which he answers: auf die Frage
    stirs: Words = ()  # verbs before whom something moves to speak: agace (Paul Roux)
    takes_it: Words = ()  # tells how somebody takes what the quotation before it says: ne décolère pas
    as_for: Words = ()  # stands before whom "he" means in the sentence: quant à (Roux, il …)
    these_words: Words = ()  # opens a sentence that says whose the quotation before it is: con esa frase
    opinion: Words = ()  # opens a sentence with a quotation, before the source: pour (la maire, « … »)
    citing: Words = ()  # who said it follows, behind the medium that reports it: unter Berufung auf
    as_words: WordSet = frozenset()  # a verb of saying and its source follow: wie, comme
    so_words: WordSet = frozenset()  # the source alone follows a quotation: so (der Minister)


class Naming(Frozen):
    """Words by which sources are told: titles, roles, kinds."""

    first_names_man: WordSet
    first_names_woman: WordSet
    particles: WordSet
    honorifics_man: WordSet = frozenset()
    honorifics_woman: WordSet = frozenset()
    honorifics: WordSet = frozenset()  # of men and women: Dr., Me
    roles: WordSet  # nouns of persons with an office or a trade; compounds that end so count where nouns are compounds
    designations: WordSet = frozenset()  # nouns by which whoever was just named is called again: Politiker, mandataria
    offices: WordSet = frozenset()  # designations that nobody has who is known to have another: Richter, préfète
    same_roles: Words = ()  # nouns by which one person is called, joined by "=": novelista=escritora=autora
    two_surnames: bool = False  # the first of them is what a person is called by
    trade_ends: str = ""  # how nouns for trades end, a regular expression: Dezernent, Hydrologe
    women_names_end: str = ""  # how first names of women end, of those that are not listed, a regular expression
    women_end: str = ""  # how a role says that a woman has it, a regular expression
    other_holder: WordSet = frozenset()  # words that say that an office is not who has it now: nouveau, ehemaliger
    former: WordSet = frozenset()  # words that say what somebody was before: ehemaliger, ancienne
    accused: WordSet = frozenset()  # nouns for who is tried: accusé, procesada
    court: WordSet = frozenset()  # nouns for who speaks in court by trade: avocat, Richterin
    demonym_ends: str = ""  # how nouns with a capital end that say where somebody is from: Toulousaine
    no_demonyms: WordSet = frozenset()  # words that end so and are no person: Ukraine
    teams: WordSet = frozenset()  # nouns for the body of whom was just named: (el goleador del) equipo
    signs: WordSet = frozenset()  # nouns for what words are written on that nobody says: Plakat, pancarte
    uttered: WordSet = frozenset()  # nouns for what somebody says to another: Satz, phrase
    no_person_ends: str = ""  # how nouns end that are for no person, a regular expression: acusación
    persons: WordSet = frozenset()  # nouns for anybody that are no part of others: Mann, but not Hartmann
    describing: WordSet = frozenset()  # what is said of whom was just named, before the noun: (der) gelernte (Maurer)
    concerned: WordSet = frozenset()  # what the person is called of whom others have just spoken: l'intéressée
    crowds: WordSet  # people in general: Experten, habitants
    witnesses: WordSet
    government: WordSet
    military: WordSet
    armed_group: WordSet = frozenset()
    media: WordSet
    organization: WordSet
    document: WordSet
    not_names: WordSet = frozenset()  # words with a capital that no person's name begins with
    press: WordSet = frozenset()  # media in general, none in particular: la presse
    media_names: WordSet = frozenset()  # words that show that a name is a medium's: Bote, Courrier
    body_ends: str = ""  # how words end that begin the name of no person, a regular expression: Reciclados
    agencies: WordSet = frozenset()  # media whose names have no capital: dpa, franceinfo
    body_names: WordSet = frozenset()  # words that show that a name is no person's: Union, Bank


class Nouns(frozenset[str]):
    """Nouns of a language that writes nouns together: any word that ends in one of them is one too."""


class Verb(NamedTuple):
    """One form of a verb of saying; `part` is what is parted from it, `is_finite` tells said from has said."""

    family: str
    stance: Stance
    frames: frozenset[str]
    is_finite: bool
    part: str = ""
    reflexive: bool = False
    may_reflect: bool = False  # whether "se" may stand before it
    is_last: bool = False  # a finite form that only ends a clause: mitteilte
    is_gerund: bool = False  # dénonçant, asegurando


class Speech(NamedTuple):
    """All that is known of a language; verbs by their form in lower case."""

    code: str
    grammar: Grammar
    according: According
    naming: Naming
    verbs: dict[str, tuple[Verb, ...]]
    gerunds: dict[str, Verb]  # dénonçant, asegurando
    infinitives: dict[str, Verb]  # dénoncer, asegurar
    first_names: frozenset[str]
    people: frozenset[str]  # nouns for persons
    bodies: frozenset[str]  # nouns for bodies
    nouns: frozenset[str]  # all nouns for sources
    phrases: dict[str, tuple[tuple[str, ...], ...]]  # the words of each phrase that attributes, by the first
    adverb_phrases: dict[str, tuple[tuple[str, ...], ...]]
    own_phrases: dict[str, tuple[tuple[str, ...], ...]]
    in_it_phrases: dict[str, tuple[tuple[str, ...], ...]]
    citing_phrases: dict[str, tuple[tuple[str, ...], ...]]
    taking_phrases: dict[str, tuple[tuple[str, ...], ...]]
    stirring_phrases: dict[str, tuple[tuple[str, ...], ...]]
    these_phrases: dict[str, tuple[tuple[str, ...], ...]]
    as_for_phrases: dict[str, tuple[tuple[str, ...], ...]]
    same_roles: dict[str, frozenset[str]]  # by a noun for a role, those that may be for the same person
    between: frozenset[str]  # words that may stand between an auxiliary and its participle: "a d'ores et déjà averti"


def read_families(tables: Any) -> dict[str, Family]:
    """Read families by name; raises ValueError where one is not as `Family` wants it."""
    return TypeAdapter(dict[str, Family]).validate_python(tables)


@cache
def load_speech(code: str) -> Speech:
    """Read a language's file, once a process."""
    tables = read_tables(SPEECH_FOLDERS[code], "speech")
    endings = tables.get("endings", {})
    grammar = Grammar.model_validate(tables["grammar"])
    verbs: dict[str, list[Verb]] = {}
    gerunds: dict[str, list[Verb]] = {}
    infinitives: dict[str, list[Verb]] = {}
    for name, family in read_families(tables["cues"]).items():
        for word in family.words:
            for form, verb in _forms(name, family, word, endings, is_glued=grammar.verb_second):
                (gerunds if verb.is_gerund else verbs).setdefault(form, []).append(verb)
            if grammar.leading and (infinitive := _infinitive(word)):
                verb = Verb(name, family.stance, family.frames, is_finite=True)
                infinitives.setdefault(infinitive, []).append(verb)
    verbs = {form: _merged(found) for form, found in verbs.items()}
    naming = Naming.model_validate(tables["sources"])
    known_as = Nouns if grammar.capital_nouns else frozenset
    same_roles = {noun: known_as(same) for noun, same in _same_roles(naming.same_roles).items()}
    sets = {key: known_as(value) for key, value in naming if isinstance(value, frozenset)}
    sets["roles"] = known_as(naming.roles | same_roles.keys())
    naming = naming.model_copy(update=sets)
    people = naming.roles | naming.crowds | naming.witnesses
    bodies = naming.government | naming.organization | naming.media | naming.military | naming.document
    according = According.model_validate(tables["according"])
    return Speech(
        code,
        grammar,
        according,
        naming,
        {form: tuple(found) for form, found in verbs.items()},
        {form: _merged(found)[0] for form, found in gerunds.items()},
        {form: _merged(found)[0] for form, found in infinitives.items()},
        naming.first_names_man | naming.first_names_woman,
        known_as(people),
        known_as(bodies),
        known_as(people | bodies | naming.military | naming.armed_group | naming.document),
        _by_first_word(phrase.replace("'", " ") for phrase in according.before),
        _by_first_word(grammar.adverb_phrases),
        _by_first_word(phrase.replace("'", " ") for phrase in according.own),
        _by_first_word(phrase.replace("'", " ") for phrase in according.in_it),
        _by_first_word(phrase.replace("'", " ") for phrase in according.citing),
        _by_first_word(phrase.replace("'", " ") for phrase in according.takes_it),
        _by_first_word(phrase.replace("'", " ") for phrase in according.stirs),
        _by_first_word(phrase.replace("'", " ") for phrase in according.these_words),
        _by_first_word(phrase.replace("'", " ") for phrase in according.as_for),
        same_roles,
        _between(grammar),
    )


def _between(grammar: Grammar) -> frozenset[str]:
    words = frozenset(word for phrase in grammar.adverb_phrases for word in phrase.lower().split())
    closed = grammar.adverbs | grammar.negations | grammar.prepositions | grammar.times | grammar.connectors
    return words | closed | grammar.contrast  # "a lui salué"


def _same_roles(groups: Iterable[str]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for group in groups:
        nouns = frozenset(group.lower().split("="))
        for noun in nouns:
            found[noun] = found.get(noun, frozenset()) | nouns
    return found


def _by_first_word(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in phrases:
        words = tuple(phrase.lower().split())
        found[words[0]] = (*found.get(words[0], ()), words)
    return found


def _merged(verbs: list[Verb]) -> list[Verb]:
    """Verbs of one form: those of several families have the frames of all, and a stance that is more than saying."""
    merged: dict[tuple[object, ...], Verb] = {}
    for verb in verbs:
        key = verb.is_finite, verb.part, verb.is_last
        known = merged.get(key)
        if known is None:
            merged[key] = verb
            continue
        rather = known if verb.stance == "asserts" else verb
        merged[key] = rather._replace(
            frames=known.frames | verb.frames,
            reflexive=known.reflexive and verb.reflexive,
            may_reflect=known.may_reflect or verb.may_reflect,
        )
    return list(merged.values())


def _three_parts(text: str) -> tuple[str, str, str]:
    finite, participles, gerunds, *_ = (*text.split("|"), "", "")
    return finite, participles, gerunds


def _infinitive(word: str) -> str:
    """The infinitive of a verb of French or Spanish, which its class ends: annon+cer; "" where it is unknown."""
    verb = "" if "~" in word else word.lstrip(".")
    return verb.replace("+", "") if "+" in verb else "".join(verb.split("|")[3:])


def _forms(name: str, family: Family, word: str, endings: dict[str, str], *, is_glued: bool) -> list[tuple[str, Verb]]:
    verb, _, part = word.partition("~")
    reflexive = verb.startswith(".")
    verb = verb.lstrip(".")
    if "+" in verb:
        stem, _, ending_class = verb.partition("+")
        finite_ends, participle_ends, gerund_ends = _three_parts(endings[ending_class])
        finite = [stem + end for end in finite_ends.split()]
        gerunds = [stem + end for end in gerund_ends.split()]
        before, stem = ("ge", stem) if "ge-" in participle_ends else ("", stem)
        participles = [before + stem + end.removeprefix("ge-") for end in participle_ends.split()]
    else:
        finite, participles, gerunds = (part.split(",") for part in _three_parts(verb))

    def make(*, is_finite: bool, part: str = "", is_last: bool = False) -> Verb:
        return Verb(name, family.stance, family.frames, is_finite, part, reflexive, reflexive, is_last)

    found = [(form, make(is_finite=True, part=part)) for form in finite if form]
    if not part:
        found += [(form, make(is_finite=False)._replace(is_gerund=True)) for form in gerunds if form]
    if not is_glued:  # a fait savoir
        return found + [(form, make(is_finite=False, part=part)) for form in participles if form]
    found += [(part + form, make(is_finite=False)) for form in participles if form]
    if part:
        found += [(part + form, make(is_finite=True, is_last=True)) for form in finite if form]
    return found


@lru_cache(maxsize=65536)
def compounds(word: str, known: frozenset[str]) -> str:
    """The known noun that a word is or ends in, "Innenministerium", "exministro"; "" when there is none."""
    low = word.lower()
    if low in known:
        return low
    if low.endswith("s") and low[:-1] in known:
        return low[:-1]  # a genitive, a plural
    if low.endswith("n") and isinstance(known, Nouns) and low[:-1] in known:
        return low[:-1]  # a dative plural: Ärzten
    tail = low.rpartition("-")[2] if isinstance(known, Nouns) else _PREFIX.sub("", low)
    if tail in known or not isinstance(known, Nouns):
        return tail if tail in known else ""
    # A name may end so too, but for a letter or two: Brede is no "Rede".
    forms = (low, low[:-1]) if low.endswith(("s", "n")) else (low,)  # des Chemiekonzerns
    ends = ((one, form) for form in forms for one in known)
    return next((one for one, form in ends if 3 < len(one) <= len(form) - _SHORTEST_PART and form.endswith(one)), "")
