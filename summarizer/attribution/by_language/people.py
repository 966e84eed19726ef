"""Who an article's sources are: persons by their fullest name, whom "he" and "the mayor" mean, what kind each is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.by_language.persons import (
    Person,
    Speaker,
    firm_names,
    is_age,
    name_length,
    named_source,
    text_of,
)
from summarizer.attribution.by_language.register import Register
from summarizer.attribution.by_language.roles import (
    bears,
    complement_of,
    gender_of_noun,
    has_another_office,
    is_demonym,
    is_designation,
    is_of_named,
    is_strange,
    is_trade,
    was_before,
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
        self._spoke: list[Person] = []
        self._called: dict[str, Person] = {}  # who is meant by a surname that several bear
        units = tuple(units)
        self._register = Register(speech, units, headings)
        self._persons = self._register.persons
        self._first_seen: dict[str, int] = {}  # where each word stands first
        for unit in units:
            for token in unit.tokens:
                self._first_seen.setdefault(token.low, token.start)
        self._firms = frozenset(word for unit in units for word in firm_names(speech, unit.tokens))

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

    def only_one(self, gender: Gender, at: int) -> Speaker | None:
        """Whom "she" means where a man spoke last: the only woman named shortly before, or far before."""
        return self.alone_in(at - _SHORTLY, at, gender) or self.alone_in(at - _NEAR, at, gender)

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

    def known(
        self, phrase: Phrase, tokens: Sequence[Token], last: Speaker | None, at: int, topics: Sequence[Person] = ()
    ) -> Speaker | None:
        """`read`, for a phrase that may be no source: no name is learnt from it."""
        if (
            phrase.name is not None
            and self._register.find(tuple(one.low for one in tokens[slice(*phrase.name)]), at) is None
        ):
            return None
        return self.read(phrase, tokens, last, at, topics)

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
            bearers = self._bearers(phrase, tokens, at)
            if len(bearers) > 1:
                return None  # a husband and his wife
            person = bearers[0] if bearers else self._register.note(phrase, tokens)
            is_whole = phrase.name[1] - phrase.name[0] >= len(person.words)
            name_or_part = "name_of_a_person" if is_whole else "part_of_a_persons_name"
            reference = "single_name" if len(person.words) == 1 else name_or_part
            return Speaker(named_source(person), reference, person, person.gender)
        return self._nameless(phrase, tokens, at, topics)

    def note_speaker(self, person: Person | None) -> None:
        """Keep in mind that somebody has spoken: who bears a name with others is rather who spoke before."""
        if person is not None:
            self._spoke.append(person)

    def _bearers(self, phrase: Phrase, tokens: Sequence[Token], at: int) -> list[Person]:
        """Who a surname alone may mean, where several bear it; who has spoken before rather than who has not."""
        if phrase.name is None or name_length(phrase) != 1:
            return []
        low = tokens[phrase.name[0]].low
        bearers = [one for one in self._persons if len(one.words) > 1 and one.words[-1] == low]
        if len(bearers) < 2:
            return []
        fitting = [one for one in bearers if not phrase.gender or one.gender in ("", phrase.gender)]
        if low in self._called:  # who was once called by a surname alone is called so again
            return [one for one in fitting if one is self._called[low]] or fitting
        named = [one for one in fitting if any(spot < at for spot in one.spots)] or fitting
        titled = [one for one in named if one.is_in_headline]
        named = titled if len(titled) == 1 else [one for one in named if one in self._spoke] or named
        if len(named) == 1:
            self._called[low] = named[0]
        return named

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
        is_he = gender == "man" or self._speech.grammar.capital_nouns  # in German most bodies are no "sie" either
        if is_body and last is not None and is_he and not last.gender:
            last = None  # a body of which nobody knows the noun is no "he"
        if last is not None and self._is_many(last):
            last = None
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

    def _is_many(self, speaker: Speaker) -> bool:
        """Whether a source is more than one, by its first word: "Les uns"."""
        first = speaker.source.name.split()[0].lower()
        return speaker.person is None and first in self._speech.grammar.plural - self._speech.grammar.indefinite

    def _nameless(
        self, phrase: Phrase, tokens: Sequence[Token], at: int, topics: Sequence[Person] = ()
    ) -> Speaker | None:
        head, words = phrase.head, tokens[phrase.first : phrase.past]
        if not head:
            return None
        person = self._owner(phrase, words[0], at) or self._called_again(phrase, words, at, topics)
        if person is not None:
            if self._is_learnt(head) and not any(word.low in self._speech.naming.former for word in words):
                person.heads.add(head)  # "la escritora gallega"
            return Speaker(named_source(person), "role_of_somebody_named", person, person.gender)
        grammar, naming = self._speech.grammar, self._speech.naming
        is_role = compounds(head, naming.roles) and head not in self._speech.bodies
        if is_role and phrase.determiner not in grammar.indefinite | grammar.plural:
            whose = phrase.gender or gender_of_noun(self._speech, phrase)
            return Speaker(SourceName(text_of(words), "person"), "people_or_document", gender=whose)
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

    def _is_learnt(self, head: str) -> bool:
        """Whether a noun by which somebody is called again is his or her trade; an office may be another's."""
        naming = self._speech.naming
        same = self._speech.same_roles.get(head, frozenset()) | {head}
        is_trade_of = head in naming.roles and head not in naming.persons
        return is_trade_of and not any(compounds(one, naming.offices) for one in same)

    def _owner(self, phrase: Phrase, first: Token, at: int) -> Person | None:
        """The person whose words speak: "seinen Angaben zufolge"."""
        grammar = self._speech.grammar
        if first.low not in grammar.his | grammar.her or not compounds(phrase.head, self._speech.naming.document):
            return None
        return self._just_named("man" if first.low in grammar.his else "woman", at)

    def _called_again(
        self, phrase: Phrase, tokens: Sequence[Token], at: int, topics: Sequence[Person]
    ) -> Person | None:
        """The person whom "the mayor" or "the politician" means; None where the words may mean somebody else."""
        naming, head, words = self._speech.naming, phrase.head, text_of(tokens)
        if phrase.determiner in self._speech.grammar.indefinite | self._speech.grammar.plural:
            return None
        if head in naming.concerned:
            return self.most_named(phrase.gender or gender_of_noun(self._speech, phrase), at)
        about = complement_of(self._speech, words)
        if any(word in naming.other_holder for word in words.lower().split()) or is_of_named(
            self._speech, tokens, self._persons
        ):
            return None  # "son nouveau manager", "Webers Sprecherin"
        is_team = any(word in naming.teams for word in about.split())
        about = "" if is_age(about) or is_team or phrase.determiner in self._speech.grammar.these else about
        is_former = any(token.low in naming.former for token in tokens)
        bearers = self._bearers_of(phrase, about, at) if compounds(head, naming.roles) else []
        former = [one for one in bearers if was_before(self._speech, one)]
        is_alike = not any(head in one.heads for one in bearers)  # a captain may be "the striker"
        if (about or is_alike) and (just := self._just_told_of(bearers, phrase, topics)) is not None:
            return just
        if bearers and (not is_former or former or any(head in one.heads for one in bearers)):
            bearers = former if is_former else bearers
            just_told = [one for one in topics[:1] if one in bearers]
            return bearers[0] if len(bearers) == 1 else next(iter(just_told), None)
        is_told_now = self._may_mean_last(at) and [self._only_without_office(phrase.gender, at)] == [*topics[:1]]
        if about and not (self._is_of_a_place(tokens, head, topics) or is_told_now):
            return None
        return self._meant_again(phrase, tokens, at, topics, is_former=is_former)

    def _is_of_a_place(self, tokens: Sequence[Token], head: str, topics: Sequence[Person]) -> bool:
        """Whether a noun is of a place, and for whom was just named: "le skipper de Cap-Tolm"; not for an office."""
        is_named = bool(topics) and any(token.is_capital for token in tokens[1:])
        return is_named and not self._speech.grammar.capital_nouns and not compounds(head, self._speech.naming.offices)

    def _meant_again(
        self, phrase: Phrase, tokens: Sequence[Token], at: int, topics: Sequence[Person], *, is_former: bool
    ) -> Person | None:
        """Whom a noun means that nobody bears: whoever was just named, where nothing speaks against it."""
        naming, head = self._speech.naming, phrase.head
        is_again = is_former or self._may_be_again(phrase, tokens, has_topics=bool(topics))
        is_bare = not phrase.determiner and not self._speech.grammar.capital_nouns  # "cuyo presidente"
        if not is_again or is_bare or phrase.determiner in self._speech.grammar.possessives:
            return None
        gender = phrase.gender or gender_of_noun(self._speech, phrase)
        meant = next((one for one in topics if not gender or one.gender in ("", gender)), None)
        meant = meant or self._just_named(gender, at, is_alone=True)
        if meant is not None and is_strange(self._speech, phrase) and self._first_seen.get(head, at) < meant.spots[0]:
            return None  # "la superiora", whom the text told of before it named him
        if is_former and meant is not None and any(compounds(one, naming.court) for one in meant.heads):
            return None  # "the former farmer" is who is tried
        if head in naming.accused and (meant is None or has_another_office(self._speech, meant, head)):
            return self._only_without_office(gender, at)
        is_known = meant is not None and bool(meant.heads) and meant in self._spoke
        is_office = phrase.past - phrase.first == 2 and compounds(head, naming.offices) and head not in naming.accused
        if is_known and is_office:
            return None  # who has spoken as a delegate is not the prefect, whom the text does not name
        return None if meant is not None and has_another_office(self._speech, meant, head) else meant

    def _just_told_of(self, bearers: Sequence[Person], phrase: Phrase, topics: Sequence[Person]) -> Person | None:
        """Whom a role "of" something means rather than who bears it of nothing: "Ruiz calla. El técnico del líder"."""
        if not bearers or any(complement_of(self._speech, one.role) for one in bearers):
            return None
        gender = phrase.gender or gender_of_noun(self._speech, phrase)
        plain = (one for one in topics if not one.heads and one not in bearers)
        return next((one for one in plain if not gender or one.gender in ("", gender)), None)

    def _may_be_again(self, phrase: Phrase, tokens: Sequence[Token], *, has_topics: bool) -> bool:
        """Whether a phrase is of the kind by which whoever was just named is called again."""
        naming, head = self._speech.naming, phrase.head
        if is_designation(self._speech, head) or any(token.low in naming.describing for token in tokens[1:-1]):
            return True
        if phrase.determiner in self._speech.grammar.these and not compounds(head, self._speech.bodies):
            return True  # "esta mujer"
        is_proper = tokens[-1].is_capital and not self._speech.grammar.capital_nouns  # "La France": a country
        is_proper = is_proper and not is_demonym(self._speech, phrase)
        is_other = not is_proper and is_strange(self._speech, phrase)
        # "l'opérateur" is a firm
        return has_topics and (is_other or is_trade(self._speech, head)) and not compounds(head, self._speech.bodies)

    def _only_without_office(self, gender: Gender, at: int) -> Person | None:
        """The only person of a gender named before an offset who has no office, as who is tried has none in court."""
        named = (one for one in self._persons if one.gender in ("", gender) and any(spot < at for spot in one.spots))
        plain = [one for one in named if not any(compounds(head, self._speech.naming.offices) for head in one.heads)]
        return plain[0] if len(plain) == 1 else None

    def is_borne(self, phrase: Phrase, at: int) -> bool:
        """Whether somebody who is known has the office or trade that a phrase names."""
        return bool(self._bearers_of(phrase, "", at))

    def _bearers_of(self, phrase: Phrase, about: str, at: int) -> list[Person]:
        """Who may have an office, or a trade, that a phrase names."""
        if phrase.determiner in self._speech.grammar.possessives:
            return []  # "son manager" may be the coach of the others
        bearers = [one for one in self._persons if bears(self._speech, one, phrase.head, phrase.gender, at)]
        if not any(phrase.head in one.heads or self._is_near(one, at) for one in bearers) and self._may_mean_last(at):
            return []  # "the tactician" may be who spoke right before
        known = {one: complement_of(self._speech, one.role) for one in bearers}
        return [one for one in bearers if not about or not known[one] or known[one].startswith(about)]

    def _may_mean_last(self, at: int) -> bool:
        """Whether who spoke last was named right before an offset, and nobody knows of what trade he is."""
        spoke = self._spoke[-1] if self._spoke else None
        return spoke is not None and not spoke.heads and self._is_near(spoke, at)

    def _is_near(self, person: Person, at: int) -> bool:
        return any(at - _SHORTLY / 2 < spot < at for spot in person.spots)

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
