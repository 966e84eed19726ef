"""Says who "the mayor", "her lawyer" or "the former senator" is, where the article names somebody called so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.sources import vocabulary as vocab
from summarizer.attribution.sources.antecedents import PARTIES, PARTISANS, Anaphor
from summarizer.attribution.sources.callings import belongs_to_somebody, is_said_of, read_callings
from summarizer.attribution.sources.mentions import Referent
from summarizer.text.words import word_set, wordings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.attribution.sources.callings import Calling
    from summarizer.attribution.sources.candidates import Who
    from summarizer.attribution.sources.index import NameIndex
    from summarizer.attribution.sources.phrase import Phrase
    from summarizer.attribution.sources.standing import Speaker
    from summarizer.attribution.sources.vocabulary import Gender

_TOPICAL = word_set("sources.persons.topical")
# What somebody without a known role may be called next: "the singer", but not "the mayor" and not "the lawyer".
_NEW_CALLINGS = (vocab.PERSON_NOUNS - vocab.PERSON_TITLES - word_set("sources.persons.of_others")) | _TOPICAL
_OURS = ("my", "our")
_OWNING = ("his", "her", "their", *_OURS)
_SEEKING = word_set("sources.callings.seeking")  # who seeks an office may have held another
_LETTERS_OF_PARTIES = frozenset("rdil")  # "Poe (R-Ostby)"
_SOLE_OFFICES = word_set("sources.callings.sole_offices")
_EPITHETS = word_set("sources.callings.epithets", "sources.callings.nationals")  # "the Dutchman", "the midfielder"
# "The father of five", "the married mum-of-two".
_PARENT_OF = re.compile(
    r"\b((?:grand)?(?:father|mother|dad|mum|mom))(?:\sof\s|-of-)(?:one|two|three|four|five|six|seven|eight|nine|ten|\d\d?)\b"
    rf"(?!\s(?!(?:from|who|{vocab.any_of(word_set('sources.relays.says'))})\b)[a-z])"
)
_LONGEST_COUNT = 12  # characters of " of three"
_FAR = 2  # paragraphs
_REACH = 24  # as `Anaphor.distance` measures it
_TAIL = wordings("sources.wordings.said_further", re.DOTALL)
_COMPLEMENT = re.compile(r"\s(?:(?:of|for)\s|(?:to|from|at)\s(?=(?:the\s)?[A-Z]))[^,.;:()“”\"\n—–]{2,60}")
_DETERMINER = re.compile(r"\A(?:the|an?)\s")
# Somebody of a role who has no name here: "a mayor", "the mayor of Ostby", but not "the mayor, Ann Poe".
_UNNAMED = (
    r"\b(?P<determiner>[Tt]he|[Aa]n?|[Aa]nother|[Oo]ne|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\s"
    r"(?P<words>(?:[\w’'-]+\s){{0,3}}{noun}\b(?:\s(?:of|from|for|at)\s(?:the\s)?[\w’'-]+)?)(?!,?\s[A-Z])"
)
_APPOSED_TO = (", ", " is ", " was ")  # "Poe, a mayor," tells of Poe


class BareRole:
    """A mention without a name whose head says what somebody is: "the mayor of nearby Ostby", "his lawyer"."""

    def __init__(self, index: NameIndex, phrase: Phrase, speakers: Sequence[Speaker]) -> None:
        self._index = index
        self._prose = index.prose
        self._phrase = phrase
        self._at = phrase.start
        self._speakers = speakers
        self._anaphor = Anaphor(index, phrase.start, speakers)

    def holder(self) -> Who | None:
        """Who bears the role or is newly called so; None where nobody fits."""
        phrase, text = self._phrase, self._prose.text
        # The mention may end before its complement: "said [the mayor] of nearby Ostby".
        beyond = _COMPLEMENT.match(text, phrase.end) if phrase.end == phrase.head_end else None
        words = _TAIL.sub("", text[phrase.inner : beyond.end() if beyond else phrase.end])
        is_epithet = (phrase.head in vocab.ADJECTIVES or phrase.head in _EPITHETS) and not phrase.words
        parent = _PARENT_OF.search(text, phrase.inner, phrase.head_end + _LONGEST_COUNT)
        if phrase.determiner == "the" and (is_epithet or parent is not None or phrase.head == "international"):
            return self._only_one_here(vocab.GENDERS.get(parent[1], "") if parent is not None else "")
        wanted = next((one for one in read_callings(words)[::-1] if one.noun in vocab.HOLDER_NOUNS), None)
        if wanted is None and not phrase.head.endswith(vocab.PERSON_ENDINGS):
            return None
        found = self._called(wanted, owned=phrase.determiner in _OWNING) if wanted is not None else None
        if phrase.determiner == "its" and isinstance(found, Referent) and self._is_elsewhere(found):
            found = None
        is_bare = wanted is not None and not wanted.words and wanted.noun not in _SOLE_OFFICES
        if isinstance(found, Referent) and is_bare and self._is_rivalled(found):
            return None  # "Poe defends it: “It is late,” the senator says", where only Roe is called so, far above
        if found is None and self._is_epithet():
            return self._nearest_person(wanted)
        if found is not None or phrase.determiner != "the":
            return found
        if wanted is not None and wanted.words:
            return self._anaphor.here.find_only_person() if phrase.head in _TOPICAL and phrase.owner is None else None
        return self._newly_called()

    def _only_one_here(self, gender: Gender) -> Who | None:
        """Whom "the Croatian" or "the father of five" means: the only person told of here, who has a full name."""
        here = self._prose.block_of(self._prose.sentence_at(self._at))
        for block in (here, here - 1):
            before = [one for one in self._index.before(self._at, 12) if self._prose.block_of(one.sentence) == block]
            named = {self._index.referent_of(one) for one in before if not self._prose.is_quoted(one.start)}
            # "The former mayor left. “It is late,” the Croatian said": whoever spoke there, too
            named |= {one.referent for one in self._speakers if self._prose.block_of(one.sentence) == block}
            people = [one for one in named if one is not None and one.sort in vocab.PERSONAL_SORTS]
            people = [one for one in people if one.sort != "single"] or people  # "posted on Chirp"
            people = [one for one in people if not gender or self._index.gender(one) in ("", gender)]
            if people:
                return people[0] if len(people) == 1 and people[0].sort != "single" else None
        return None

    def _newly_called(self) -> Who | None:
        """Who is called by a new role: "Poe goes further: “…,” the senator says", where Poe has no other one."""
        found = self._anaphor.here.find_only_person() if self._phrase.head in _TOPICAL else None
        # "Poe admitted it, the geologist said": nobody is called two things in one sentence.
        is_next = bool(self._speakers) and self._speakers[-1].sentence < self._prose.sentence_at(self._at)
        if found is None and is_next and self._phrase.head in _NEW_CALLINGS and self._is_still_spoken_of():
            return self._speakers[-1].who
        return found

    def _nearest_person(self, wanted: Calling | None) -> Who | None:
        """Whom "the Ohio Republican" or "the former mayor" describes: the only person near, unless it is another's."""
        nearest = self._anaphor.find_person("")
        if not isinstance(nearest, Referent) or nearest.sort == "single" or not self._anaphor.here.is_alone(nearest):
            return None
        held = {calling.noun for calling in self._index.callings(nearest).known}
        if self._phrase.head in PARTISANS:
            return nearest
        # Who holds an office now may never have held the other one; the mayor is no former mayor.
        is_other = wanted is not None and wanted.noun in held
        return nearest if held <= _SEEKING and not is_other else None

    def _is_epithet(self) -> bool:
        """Whether it is a new name for somebody whom the text speaks of: "the Ohio Republican", "the former mayor"."""
        phrase = self._phrase
        is_owned = re.search(r"s?['’]s?\s", self._prose.text[phrase.start : phrase.head_end + 3]) is not None
        return phrase.determiner == "the" and not is_owned and (phrase.head in PARTISANS or "former" in phrase.words)

    def _is_still_spoken_of(self) -> bool:
        """Whether the last speaker is a person without a role, and no other is named from there on in the paragraph."""
        last = self._speakers[-1]
        who = last.referent
        if who is None or who.kind != "person" or self._index.callings(who).known:
            return False
        if self._prose.block_of(self._prose.sentence_at(self._at)) != self._prose.block_of(last.sentence):
            return False
        between = [name for name in self._index.within(last.end, self._at) if not self._prose.is_quoted(name.start)]
        others = (self._index.referent_of(name) for name in between)
        return all(other is None or other.kind != "person" or other is who for other in others)

    def _is_rivalled(self, person: Referent) -> bool:
        """Whether who bears a role was last told of far above, and somebody else has spoken in this paragraph."""
        here = self._prose.block_of(self._prose.sentence_at(self._at))
        last = self._speakers[-1] if self._speakers else None
        if last is None or last.referent is None or last.referent is person or last.referent.kind != "person":
            return False
        far = here - self._prose.block_of(self._prose.sentence_at(self._last_mention(person)))
        return self._prose.block_of(last.sentence) == here and far > _FAR

    def _is_elsewhere(self, person: Referent) -> bool:
        """Whether a person is named before, but not in this paragraph: "its spokesman" is another body's."""
        here = self._prose.block_of(self._prose.sentence_at(self._at))
        before = [self._prose.block_of(name.sentence) for name in person.occurrences if name.start < self._at]
        return bool(before) and here not in before

    def _called(self, wanted: Calling, *, owned: bool) -> Who | None:
        """The nearest person of whom everything that a bare role says can be said.

        `owned` says that it is somebody's ("his lawyer"), as the person's must be then. None where nobody fits, or
        where the article speaks of another one in between ("a mayor of the north").
        """
        best, nearest = None, -1
        wanted = self._without_party(wanted)
        for person in self._index.persons:
            if not self._index.callings(person).fit(wanted) or not self._has_gender(wanted.noun, person):
                continue
            is_ours = self._phrase.determiner in _OURS
            if owned and not belongs_to_somebody(self._prose, person, wanted.noun, is_ours=is_ours):
                continue
            last = self._last_mention(person)
            # Somebody who is named only later comes second to all those whom the reader knows.
            if best is None or last > nearest:
                best, nearest = person, last
        for speaker in reversed(self._anaphor.here.speakers):
            if speaker.start > nearest and speaker.referent is None and not speaker.plural and speaker.head:
                known = read_callings(_DETERMINER.sub("", speaker.source.name.lower(), count=1))
                if any(is_said_of(wanted, one, frozenset()) for one in known):
                    return speaker.source
        if best is None or (nearest >= 0 and self._names_another(wanted, best, nearest)):
            return None
        is_near = nearest < 0 or self._anaphor.here.distance(self._prose.sentence_at(nearest)) <= _REACH
        return best if is_near or wanted.words else None

    def _without_party(self, wanted: Calling) -> Calling:
        """ "The governor" for "the Republican governor", where there is only one here, of whom no party is told."""
        if wanted.words.isdisjoint(PARTIES) or wanted.noun not in _SOLE_OFFICES:
            return wanted
        bare = wanted._replace(words=wanted.words - PARTIES)
        holders = [one for one in self._index.persons if self._index.callings(one).fit(bare)]
        return bare if len(holders) == 1 and not self._has_party(holders[0]) else wanted

    def _has_party(self, person: Referent) -> bool:
        """Whether the article says of which party somebody is."""
        callings = self._index.callings(person)
        said = callings.beside.union(*(one.words | {one.noun} for one in callings.known))
        return not said.isdisjoint(PARTIES | _LETTERS_OF_PARTIES)

    def _last_mention(self, person: Referent) -> int:
        """Where a person was last named or found to speak, -1 where neither has happened yet."""
        named = max((name.start for name in person.occurrences if name.start < self._at), default=-1)
        return max((one.start for one in self._anaphor.here.speakers if one.referent is person), default=named)

    def _has_gender(self, noun: str, person: Referent) -> bool:
        """Whether a noun can be said of a person: a spokeswoman is no man, a spokesman a woman only if called so."""
        gender, known = vocab.GENDERS.get(noun, ""), self._index.gender(person)
        called = {one.noun for one in self._index.callings(person).known}
        return not gender or known in ("", gender) or (gender == "man" and noun in called)

    def _names_another(self, wanted: Calling, person: Referent, start: int) -> bool:
        """Whether somebody else of that role is spoken of without a name between an offset and here."""
        between = self._prose.text[start : self._at]
        if wanted.noun not in between:
            return False  # the pattern takes longer to compile than to find
        for match in re.finditer(_UNNAMED.format(noun=re.escape(wanted.noun)), between):
            at = start + match.start()
            if self._prose.is_quoted(at) or self._prose.text.endswith(_APPOSED_TO, 0, at):
                continue
            known = read_callings(match["words"])
            if match["determiner"].lower() in vocab.INDEFINITE or not any(map(self._index.callings(person).fit, known)):
                return True
        return False
