"""Who an article's sources are: persons by their fullest name, whom "he" and "the mayor" mean, what kind each is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.by_language.names import is_of_people
from summarizer.attribution.by_language.persons import (
    Person,
    Speaker,
    firm_names,
    is_age,
    is_form,
    is_part,
    lone_speakers,
    name_length,
    named_source,
    text_of,
)
from summarizer.attribution.by_language.phrases import PhraseReader
from summarizer.attribution.by_language.roles import (
    bears,
    complement_of,
    gender_of_noun,
    has_another_office,
    is_designation,
    is_strange,
)
from summarizer.attribution.by_language.speech import compounds
from summarizer.attribution.sources.naming import SourceName

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarizer.attribution.by_language.phrases import Phrase
    from summarizer.attribution.by_language.speech import Gender, Speech
    from summarizer.attribution.by_language.tokens import Token, Unit
    from summarizer.contract.draft import SourceKind

_SHORTLY = 400  # characters back within which somebody was just named
_NEAR = 1500  # characters back within which a pronoun finds its person
_KINDS: tuple[SourceKind, ...] = (
    "witness",
    "government",
    "military",
    "armed_group",
    "media",
    "organization",
    "document",
)


class People:
    """The persons of an article, and who each mention of a source is."""

    def __init__(self, speech: Speech, units: Iterable[Unit], headings: Iterable[Unit] = ()) -> None:
        self._speech = speech
        self._persons: list[Person] = []
        self._spoke: list[Person] = []
        units = tuple(units)
        self._speakers = frozenset(word for unit in units for word in lone_speakers(speech, unit.tokens))
        found = [(phrase, unit.tokens) for unit in units for phrase in self._named(unit.tokens)]
        # The fullest names first, so that a surname finds its bearer wherever it stands.
        for phrase, tokens in sorted(found, key=lambda one: -name_length(one[0])):
            self._note(phrase, tokens)
        self._firms = frozenset(word for unit in units for word in firm_names(speech, unit.tokens))
        self._note_surnames(units)
        for heading in headings:
            self._note_roles(heading.tokens)
        for unit in units:
            self._note_called(unit.tokens)
        for person in self._persons:
            person.spots = sorted(set(person.spots))

    def _note_roles(self, tokens: Sequence[Token]) -> None:
        """What a headline calls the persons whom the article names: "Clara Weiss, luthière: …"."""
        for phrase in self._named(tokens):
            words = tuple(token.low for token in tokens[slice(*phrase.name)]) if phrase.name is not None else ()
            person = next((one for one in self._persons if one.words == words), None)
            head = self._role(phrase, tokens)[1] if person is not None else ""
            if person is not None and head:
                person.heads.add(head)

    def _note_called(self, tokens: Sequence[Token]) -> None:
        """Whose office a sentence tells: "Der Bildner heißt Karl Weber"."""
        called = [at for at, token in enumerate(tokens) if token.low in self._speech.grammar.is_called]
        reader = PhraseReader(self._speech, tokens) if called else None
        for at in called:
            begin = at - 1 - (at > 1 and tokens[at - 1].low in self._speech.grammar.objects)
            heads = [token.low for token in tokens[max(0, begin) : at] if is_of_people(token.low, self._speech)]
            phrase = reader.read(at + 1) if reader is not None and at + 1 < len(tokens) else None
            if heads and phrase is not None and phrase.name is not None:
                self._note(phrase, tokens).heads.add(heads[-1])

    def _note_surnames(self, units: Iterable[Unit]) -> None:
        """Where the persons are called by their surnames alone."""
        bearers: dict[str, list[Person]] = {}
        for person in self._persons:
            if len(person.words) > 1:
                bearers.setdefault(person.words[-1], []).append(person)
        for unit in units:
            for token in unit.tokens:
                found = bearers.get(token.low, ()) if token.is_capital else ()
                if len(found) == 1:
                    found[0].spots.append(token.start)

    def _named(self, tokens: Sequence[Token]) -> Iterable[Phrase]:
        reader = PhraseReader(self._speech, tokens)
        at = 0
        while at < len(tokens):
            phrase = reader.read(at, is_subject=False) if self._may_begin(tokens[at]) else None
            if phrase is not None and phrase.name is not None and self._is_sure(phrase, tokens):
                yield phrase
                at = max(phrase.past, phrase.name[1])
            else:
                at += 1

    def _may_begin(self, token: Token) -> bool:
        naming = self._speech.naming
        low = token.low.rstrip(".")
        titles = naming.honorifics_man | naming.honorifics_woman | naming.honorifics
        known = low in self._speech.grammar.determiners or low in titles
        return token.kind == "word" and (token.is_capital or known or bool(compounds(low, naming.roles)))

    def _is_sure(self, phrase: Phrase, tokens: Sequence[Token]) -> bool:
        """Whether what looks like a name surely is a person's: by a first name, a title or a role beside it."""
        naming, name = self._speech.naming, phrase.name
        if name is None:
            return False
        first = tokens[name[0]].low
        before = tokens[name[0] - 1].low.rstrip(".") if name[0] > 0 else ""
        titles = naming.honorifics_man | naming.honorifics_woman | naming.honorifics
        is_titled = before in titles or bool(compounds(before, naming.roles))
        is_led = before in self._speech.grammar.determiners or before in self._speech.grammar.connectors
        is_part = bool(before) and tokens[name[0] - 1].is_capital and not self._speech.grammar.capital_nouns
        is_part = (
            is_part and not is_titled and before not in naming.designations
        )  # "exdirector de Caja Duero, acusado de …": that is no person
        is_called_so = name[1] - name[0] >= 2 and not is_led and not is_part
        is_titled = is_titled or (is_called_so and is_of_people(phrase.head, self._speech))
        is_known = first in naming.first_names_man or first in naming.first_names_woman
        is_called = tokens[name[1] - 1].low in self._speakers  # by a surname alone, elsewhere
        is_noun = is_led and name[1] - name[0] == 1 and self._speech.grammar.capital_nouns  # "Der Überlebende, ein …"
        has_aside = phrase.aside is not None and not is_part and not is_noun
        return is_titled or has_aside or ((is_known or is_called) and name[1] - name[0] >= 2)

    def _note(self, phrase: Phrase, tokens: Sequence[Token]) -> Person:
        assert phrase.name is not None  # noqa: S101  its callers have asked
        words = tuple(token.low for token in tokens[slice(*phrase.name)])
        person = self._find(words, tokens[phrase.name[0]].start)
        if person is None:
            person = Person(text_of(tokens[slice(*phrase.name)]), words, phrase.gender)
            self._persons.append(person)
        person.gender = person.gender or phrase.gender
        person.spots.append(tokens[phrase.name[0]].start)
        role, head = self._role(phrase, tokens)
        person.role = person.role or role
        if head:
            person.heads.add(head)
        return person

    def _role(self, phrase: Phrase, tokens: Sequence[Token]) -> tuple[str, str]:
        """What a phrase calls the person whom it names, and the noun in it."""
        assert phrase.name is not None  # noqa: S101  as above
        name, aside = phrase.name, phrase.aside
        before = tokens[phrase.first : name[0]]
        is_led = any(is_of_people(word.low, self._speech) for word in before)
        if aside is not None and aside != name and not (is_led and name[0] < phrase.past):
            words = tokens[slice(*aside)]
        elif name[0] >= phrase.past:  # the role stands before the name: the mayor, Ada Kroon
            words = tokens[phrase.first : phrase.past]
        else:
            words = before
        grammar, naming = self._speech.grammar, self._speech.naming
        while words and words[0].low in grammar.determiners:
            words = words[1:]
        is_led = tokens[phrase.first].low in grammar.determiners
        if len(words) == 1 and words[0].low in self._speech.verbs and not is_led:
            return "", ""  # "« … », juge Paul Roux": that is the verb
        honorifics = naming.honorifics_man | naming.honorifics_woman | naming.honorifics
        words = [word for word in words if word.low.rstrip(".") not in honorifics]
        nouns = (naming.roles, naming.witnesses)
        head = next((word.low for word in words if any(compounds(word.low, one) for one in nouns)), "")
        at = next((i for i, word in enumerate(words) if word.low == head), 0)
        if (
            at > 1
            and words[at - 1].low in grammar.connectors | grammar.determiners
            and not is_of_people(words[0].low, self._speech)
        ):
            words = words[at:]  # "el testimonio del empresario"
        return (text_of(words) if head else "", head)

    def _find(self, words: tuple[str, ...], at: int) -> Person | None:
        """The person who bears a name or a part of it, rather the one who was named last."""
        fits = is_part if self._speech.naming.two_surnames else is_form
        bearers = [one for one in self._persons if fits(words, one.words)]
        if not bearers and len(words) == 1:  # "Avelino sonríe"
            called = [one for one in self._persons if one.words[0] == words[0] and len(one.words) > 1]
            bearers = called if len(called) == 1 else []
        before = [one for one in bearers if one.spots and min(one.spots) <= at]
        return max(before or bearers, key=lambda one: max([s for s in one.spots if s <= at], default=-1), default=None)

    @property
    def surnames(self) -> frozenset[str]:
        """The last words of the persons' names, in lower case."""
        return frozenset(one.words[-1] for one in self._persons if len(one.words) > 1)

    def alone_in(self, start: int, end: int, gender: Gender) -> Speaker | None:
        """The only person of a gender whom a stretch of the text names, who may be of any if nobody knows it."""
        found = [
            one
            for one in self._persons
            if (not gender or one.gender in ("", gender)) and any(start <= spot < end for spot in one.spots)
        ]
        if len(found) != 1:
            return None
        return self.speaker(found[0])

    def names_another(self, start: int, end: int, but: Person | None) -> bool:
        """Whether a stretch of the text names a person, other than `but`."""
        return any(one is not but and any(start <= spot < end for spot in one.spots) for one in self._persons)

    def named_in(self, start: int, end: int) -> Iterable[Speaker]:
        """The persons whom a stretch of the text names."""
        return (self.speaker(one) for one in self._persons if any(start <= spot < end for spot in one.spots))

    def unknown(self, phrase: Phrase, tokens: Sequence[Token]) -> Speaker | None:
        """Somebody whom a phrase means, where it is nobody who is known; None for "he"."""
        if phrase.is_pronoun:
            return None
        name = text_of(tokens[phrase.first : phrase.past])
        return Speaker(SourceName(name, "person"), "people_or_document", gender=phrase.gender)

    def speaker(self, person: Person) -> Speaker:
        """A person as a source whom a pronoun means."""
        return Speaker(named_source(person), "he_or_she", person, person.gender)

    def pointed_at(self, gender: Gender, at: int, but: Person | None) -> Speaker | None:
        """Whom "the latter" means: who was named last before an offset, but for `but`; surely if nobody else may be."""
        near = [
            (max(spot for spot in one.spots if spot < at), one)
            for one in self._persons
            if one.gender in ("", gender) and one is not but and any(at - _NEAR < spot < at for spot in one.spots)
        ]
        if not near:
            return None
        person = max(near, key=lambda one: one[0])[1]
        reference = "he_or_she" if len(near) == 1 or but is None else "other_words"
        return Speaker(named_source(person), reference, person, person.gender)

    def known(self, phrase: Phrase, tokens: Sequence[Token], last: Speaker | None, at: int) -> Speaker | None:
        """`read`, for a phrase that may be no source: no name is learnt from it."""
        if phrase.name is not None and self._find(tuple(one.low for one in tokens[slice(*phrase.name)]), at) is None:
            return None
        return self.read(phrase, tokens, last, at)

    def read(
        self, phrase: Phrase, tokens: Sequence[Token], last: Speaker | None, at: int, topics: Sequence[Person] = ()
    ) -> Speaker | None:
        """Who a phrase is, where `last` spoke before, of one of `topics` or not; None where that cannot be told."""
        if phrase.medium:
            return Speaker(SourceName(phrase.medium, "media"), "name_of_a_body")
        if phrase.is_pronoun:
            return self._meant(phrase, last, at)
        if phrase.name is not None and self._is_firm(phrase, tokens):
            return Speaker(SourceName(text_of(tokens[slice(*phrase.name)]), "organization"), "name_of_a_body")
        if phrase.name is not None:
            bearers = self._bearers(phrase, tokens)
            if len(bearers) > 1:
                return None  # a husband and his wife
            person = bearers[0] if bearers else self._note(phrase, tokens)
            is_whole = phrase.name[1] - phrase.name[0] >= len(person.words)
            if len(person.words) == 1:
                reference = "single_name"
            else:
                reference = "name_of_a_person" if is_whole else "part_of_a_persons_name"
            return Speaker(named_source(person), reference, person, person.gender)
        return self._nameless(phrase, tokens, at, topics)

    def note_speaker(self, person: Person | None) -> None:
        """Keep in mind that somebody has spoken: who bears a name with others is rather who spoke before."""
        if person is not None:
            self._spoke.append(person)

    def _bearers(self, phrase: Phrase, tokens: Sequence[Token]) -> list[Person]:
        """Who a surname alone may mean, where several bear it; who has spoken before rather than who has not."""
        if phrase.name is None or name_length(phrase) != 1:
            return []
        low = tokens[phrase.name[0]].low
        bearers = [one for one in self._persons if len(one.words) > 1 and one.words[-1] == low]
        if len(bearers) < 2:
            return []
        fitting = [one for one in bearers if not phrase.gender or one.gender in ("", phrase.gender)]
        return [one for one in fitting if one in self._spoke] or fitting

    def _is_firm(self, phrase: Phrase, tokens: Sequence[Token]) -> bool:
        """Whether a name of one word stands elsewhere behind a noun for a body, and is nobody's."""
        if name_length(phrase) != 1 or phrase.name is None:
            return False
        low = tokens[phrase.name[0]].low
        return low in self._firms and not any(low in one.words for one in self._persons)

    def _meant(self, phrase: Phrase, last: Speaker | None, at: int) -> Speaker | None:
        gender = phrase.gender
        if phrase.is_plural:
            return last._replace(reference="other_pronoun") if last is not None and last.person is None else None
        if last is not None and last.person is None and self._speech.grammar.drops_subjects:
            last = None  # it is left out of what a body does
        is_body = last is not None and last.source.kind in ("organization", "media", "government")
        if is_body and last is not None and gender == "man" and not last.gender:
            last = None  # a body of which nobody knows the noun is no "he"
        if last is not None and last.source.kind != "document":
            who = last.person
            if last.gender in ("", gender) or (who is not None and who.gender in ("", gender)):
                return last._replace(reference="he_or_she" if who is not None else "other_pronoun")
        near = [
            (max(spot for spot in one.spots if spot < at), one)
            for one in self._persons
            if one.gender == gender and any(at - _NEAR < spot < at for spot in one.spots)
        ]
        if not near:
            return None
        person = max(near, key=lambda one: one[0])[1]
        reference = "he_or_she" if len(near) == 1 else "other_words"
        return Speaker(named_source(person), reference, person, person.gender)

    def _nameless(
        self, phrase: Phrase, tokens: Sequence[Token], at: int, topics: Sequence[Person] = ()
    ) -> Speaker | None:
        head, words = phrase.head, tokens[phrase.first : phrase.past]
        if not head:
            return None
        person = self._owner(phrase, words[0], at) or self._called_again(phrase, text_of(words), at, topics)
        if person is not None:
            return Speaker(named_source(person), "role_of_somebody_named", person, person.gender)
        grammar, naming = self._speech.grammar, self._speech.naming
        is_role = compounds(head, naming.roles) and head not in self._speech.bodies
        if is_role and phrase.determiner not in grammar.indefinite | grammar.plural:
            return Speaker(SourceName(text_of(words), "person"), "people_or_document", gender=phrase.gender)
        kind = self._kind(head, words)
        reference = "people_or_document"
        if kind not in ("anonymous", "document", "witness"):
            reference = "name_of_a_body"
        elif kind == "anonymous" and not (compounds(head, naming.roles) or compounds(head, naming.crowds)):
            reference = "other_words"
        gender: Gender = ""
        if phrase.determiner in grammar.feminine or phrase.determiner in grammar.masculine:
            gender = "woman" if phrase.determiner in grammar.feminine else "man"
        return Speaker(SourceName(self._plain(words), kind), reference, gender=phrase.gender or gender)

    def _owner(self, phrase: Phrase, first: Token, at: int) -> Person | None:
        """The person whose words speak: "seinen Angaben zufolge"."""
        grammar = self._speech.grammar
        if first.low not in grammar.his | grammar.her or not compounds(phrase.head, self._speech.naming.document):
            return None
        return self._just_named("man" if first.low in grammar.his else "woman", at)

    def _called_again(self, phrase: Phrase, words: str, at: int, topics: Sequence[Person]) -> Person | None:
        """The person whom "the mayor" or "the politician" means; None where the words may mean somebody else."""
        naming, head = self._speech.naming, phrase.head
        if phrase.determiner in self._speech.grammar.indefinite:
            return None
        if head in naming.concerned:
            return self.most_named(phrase.gender or gender_of_noun(self._speech, phrase), at)
        about = complement_of(self._speech, words)
        about = "" if is_age(about) else about
        if compounds(head, naming.roles):
            bearers = [one for one in self._persons if bears(self._speech, one, head, phrase.gender, at)]
            if about:
                known = {one: complement_of(self._speech, one.role) for one in bearers}
                bearers = [one for one in bearers if not known[one] or known[one].startswith(about)]
            if bearers:
                return bearers[0] if len(bearers) == 1 else None
        is_again = is_designation(self._speech, head) or (bool(topics) and is_strange(self._speech, phrase))
        if phrase.determiner in self._speech.grammar.these and not compounds(head, self._speech.bodies):
            is_again = True  # "esta mujer"
        is_bare = not phrase.determiner and not self._speech.grammar.capital_nouns  # "cuyo presidente"
        if not is_again or about or is_bare or phrase.determiner in self._speech.grammar.possessives:
            return None
        gender = phrase.gender or gender_of_noun(self._speech, phrase)
        meant = next((one for one in topics if not gender or one.gender in ("", gender)), None)
        meant = meant or self._just_named(gender, at, is_alone=True)
        return None if meant is not None and has_another_office(self._speech, meant, head) else meant

    def most_named(self, gender: Gender, at: int) -> Person | None:
        """Whom the text names most before an offset, but for who spoke last."""
        spoke = self._spoke[-1] if self._spoke else None
        fitting = [one for one in self._persons if one is not spoke and one.gender in ("", gender)]
        counts = {one: sum(spot < at for spot in one.spots) for one in fitting}
        most = sorted((one for one in fitting if counts[one]), key=lambda one: -counts[one])
        is_clear = len(most) == 1 or (len(most) > 1 and counts[most[0]] > counts[most[1]])
        return most[0] if is_clear else None

    def _just_named(self, gender: Gender, at: int, *, is_alone: bool = False) -> Person | None:
        """The last person of a gender whom the text names shortly before an offset; if `is_alone`, the only one."""
        reach = _NEAR if is_alone else _SHORTLY
        near = [one for one in self._persons if any(at - reach < spot < at for spot in one.spots)]
        fitting = [one for one in near if not gender or one.gender in ("", gender)]
        if is_alone and len(fitting) > 1:
            return None
        return max(fitting, key=lambda one: max(spot for spot in one.spots if spot < at), default=None)

    def _plain(self, tokens: Sequence[Token]) -> str:
        """A source's words, without a determiner in a case that no subject has: "dem Institut" is "Institut"."""
        is_oblique = len(tokens) > 1 and tokens[0].low in self._speech.grammar.not_subjects
        name = text_of(tokens[is_oblique:])
        is_genitive = self._speech.grammar.capital_nouns and " " not in name and name.endswith("s")
        return name[:-1] if is_genitive and compounds(name, self._speech.nouns) == name[:-1].lower() else name

    def _kind(self, head: str, tokens: Sequence[Token]) -> SourceKind:
        naming = self._speech.naming
        for kind in _KINDS:
            nouns: frozenset[str] = naming.witnesses if kind == "witness" else getattr(naming, kind)
            if compounds(head, nouns):
                return kind
        if compounds(head, naming.roles) or compounds(head, naming.crowds):
            return "anonymous"
        is_proper = any(token.is_capital for token in tokens[1:] or tokens)
        is_proper = is_proper and not self._speech.grammar.capital_nouns
        is_short_form = any(token.is_short_form for token in tokens)
        return "organization" if is_proper or is_short_form else "anonymous"
