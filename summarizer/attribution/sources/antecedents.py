"""Finds who a pronoun, a bare role or "the group" points back at, by gender, kind, distance and who spoke last."""

from __future__ import annotations

import re
from functools import partial
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.sources import vocabulary as vocab
from summarizer.attribution.sources.mentions import BODY_SORTS, Referent
from summarizer.attribution.sources.naming import SourceName, loosen
from summarizer.attribution.sources.roles import full_noun
from summarizer.text.words import read_words, word_set

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from summarizer.attribution.sources.index import NameIndex
    from summarizer.attribution.sources.mentions import Occurrence
    from summarizer.attribution.sources.phrase import Phrase
    from summarizer.attribution.sources.prose import Prose
    from summarizer.contract.statement import Offsets

Who = Referent | SourceName

_NAMED_ONLY = word_set("sources.body_words.named_only")
_PROPER_WORDS = vocab.NATIONS | vocab.KNOWN_KINDS.keys()
_DETERMINERS = word_set("sources.grammar.determiners")
_LINKS = re.compile(rf"(?:(?:{vocab.any_of(word_set('sources.grammar.links'))})(?:\s+|\Z))*", re.IGNORECASE)
_VERBLIKE = word_set("sources.grammar.verblike")
_UNSAID_OF_ROLES = word_set("sources.words.unsaid_of_roles")
_UNSAID_OF_DOCUMENTS = frozenset(map(loosen, word_set("sources.words.unsaid_of_documents")))
# The nouns that may stand for each kind of body.
_NOUNS_OF_KINDS = {kind: word_set(f"sources.kinds_of_nouns.{kind}") for kind in read_words("sources")["kinds_of_nouns"]}
_REACH = 6  # of a pronoun, as `Anaphor._distance` measures it
_HIGHEST = 4.7  # score that a name can have, its distance not taken off
_MOST_NAMES = 60  # before a pronoun
_OBLIQUE = tuple(f" {word} " for word in word_set("sources.grammar.oblique"))
_FIRST_APPOSED = frozenset({", a", ", t", *(f", {digit}" for digit in range(1, 10))})
# "His lawyer, Poe," and "her brother Roe" are not he and not she.
_KIN = re.compile(r"h(?:is|er)(?<!\w...)\s(?:[\w’'-]+\s){0,3}([\w’'-]+),?\s\Z")
_LESS_SURE = {"single": 1.0, "name": 0.7}  # than what is known to be a person's name
_NOT_BODIES = vocab.PERSONAL_SORTS | {"spot", "crowd"}
_SAID_HE = re.compile(r"\W{0,3}\s?(?:said\s)?(he|she)\b")


class Speaker(NamedTuple):
    """An earlier attributing mention, and who it was found to be; `head` is its head noun, empty for a name."""

    start: int
    end: int
    sentence: int
    source: SourceName
    referent: Referent | None
    head: str
    plural: bool

    @property
    def who(self) -> Who:
        """Who it was found to be, with all that the article says of them where it names them."""
        return self.referent or self.source


class Candidate(NamedTuple):
    """Somebody who may be meant: the better the score and, of two alike, the later the place, the likelier."""

    score: float
    place: int
    who: Who | None


_NOBODY = Candidate(-inf, -1, None)


class Anaphor:
    """A pronoun or noun at an offset that points back at somebody whom the text names or quotes before it."""

    def __init__(self, index: NameIndex, at: int, speakers: Sequence[Speaker]) -> None:
        self._index = index
        self._prose = index.prose
        self._at = at
        self._sentence = index.prose.sentence_at(at)
        self._quoted = index.prose.is_quoted(at)
        self._block = index.prose.block_of(self._sentence)
        self._speakers = speakers[-8:]
        self._spoken = {edge for speaker in self._speakers for edge in (speaker.start, speaker.end)}

    def _distance(self, sentence: int) -> float:
        """How far before it a sentence lies: half for each sentence and half more for each paragraph between."""
        return 0.5 * (self._sentence - sentence + self._block - self._prose.block_of(sentence))

    def _likeliest(
        self, speaking: Iterable[Candidate], score_of: Callable[[Occurrence, Referent], float]
    ) -> Who | None:
        """The likeliest of earlier speakers and of the names before, from whose score their distance is taken off."""
        best = max(speaking, key=lambda candidate: candidate[:2], default=_NOBODY)
        for name in self._index.before(self._at, _MOST_NAMES):
            distance = self._distance(name.sentence)
            if distance > _REACH or _HIGHEST - distance < best.score:
                break
            referent = self._index.referent_of(name)
            if referent is not None:
                candidate = Candidate(score_of(name, referent) - distance, name.start, referent)
                best = candidate if candidate[:2] >= best[:2] else best
        return best.who if best.score >= -_REACH else None

    def find_person(self, gender: str) -> Who | None:
        """Find who "he" or "she" stands for; a SourceName when it is somebody without a name."""
        return self._likeliest(self._speaking_persons(gender), partial(self._score_named_person, gender))

    def _score_named_person(self, gender: str, name: Occurrence, referent: Referent) -> float:
        """How likely a pronoun of this gender means a name before it, minus infinity where it cannot."""
        if referent.sort not in vocab.PERSONAL_SORTS:
            return -inf
        known = self._index.gender(referent)
        if gender and known and known != gender:
            return -inf
        is_speaker = not self._spoken.isdisjoint((name.start, name.end, name.lead))
        is_said = not self._quoted and self._prose.is_quoted(name.start)
        # A lone capitalised word is a person only if it speaks, or comes back outside of quotations.
        if referent.sort == "single" and (is_said or (not is_speaker and len(referent.occurrences) == 1)):
            return -inf
        score = 0.5 * bool(known) - _LESS_SURE.get(referent.sort, 0.0) - 2.5 * is_said
        score += self._score_place(name, referent)
        # The subject of the same sentence: "Poe will stay, his office said".
        is_subject = name.lead == self._prose.sentence_starts[max(self._sentence, 0)]
        return score + 1.0 * is_subject + 1.5 * is_speaker

    def _score_place(self, name: Occurrence, referent: Referent) -> float:
        """How the words around a person's name speak for its being spoken of further."""
        text = self._prose.text
        is_introduced = name is referent.occurrences[0] and text[name.end : name.end + 3] in _FIRST_APPOSED
        score = 0.8 if is_introduced else 0.0
        before = text[max(0, name.lead - 9) : name.lead]
        if before.endswith(_OBLIQUE):
            score -= 0.7
        elif before[-2:-1] in ".”\n" or not before.strip():
            score += 0.8
        score -= 0.4 if text[name.end : name.end + 2] in ("’s", "'s") else 0.0
        kin = _KIN.search(text, max(0, name.lead - 40), name.lead)
        return score - 2.0 if kin is not None and kin[1] in vocab.PERSON_NOUNS else score

    def _speaking_persons(self, gender: str) -> Iterator[Candidate]:
        """Earlier speakers: those who were a pronoun, and those without a name."""
        for speaker in self._speakers:
            referent = speaker.referent
            is_role = speaker.head in vocab.ROLE_NOUNS
            if speaker.plural or not (is_role if referent is None else referent.sort in vocab.PERSONAL_SORTS):
                continue
            distance = self._distance(speaker.sentence)
            known = vocab.GENDERS.get(speaker.head, "") if referent is None else self._index.gender(referent)
            if distance > _REACH or (gender and known and known != gender):
                continue
            is_last = speaker is self._speakers[-1]
            if referent is not None:
                score = 2.3 if is_last else 1.9
            elif is_last and " of " in speaker.source.name and speaker.head in vocab.PERSON_TITLES:
                score = 2.3  # "the Archbishop of Ostby" is as good as a name
            else:  # "the nominee" whom no rule could name is most often somebody whom the article names elsewhere
                score = 0.0 if speaker.source.name[:4].lower() == "the " else 1.2
            yield Candidate(score + (0.5 if known else 0.0) - distance, speaker.start, speaker.who)

    def find_body(self, noun: str) -> Who | None:
        """Find the body that "the group", "the ministry" or "it" (an empty noun) stands for, by its fullest name."""
        found = self._likeliest(self._speaking_bodies(noun), partial(self._score_named_body, noun))
        return self._index.fullest_body(found) if isinstance(found, Referent) else found

    def _score_named_body(self, noun: str, name: Occurrence, referent: Referent) -> float:
        """How likely a noun means a body that is named before it, minus infinity where it cannot."""
        if referent.sort in _NOT_BODIES:
            return -inf
        is_place = referent.sort == "place"
        if is_place and self._prose.text[name.start : name.end].isupper() and len(referent.name) > 3:
            return -inf  # a dateline
        named = bool(noun) and loosen(noun) in referent.key_words
        fits = noun not in _NAMED_ONLY and noun in _NOUNS_OF_KINDS.get(referent.kind, ()) and not is_place
        if noun and not named and not fits:
            return -inf
        before = self._prose.text[max(0, name.lead - 13) : name.lead]
        # "Professor Poe of the Academy" spoke, and not the Academy.
        is_of = before.removesuffix("the ").endswith((" of ", " at ", " from ", " for "))
        is_speaker = not self._spoken.isdisjoint((name.start, name.lead)) or (name.end in self._spoken and not is_of)
        is_said = not self._quoted and self._prose.is_quoted(name.start)
        is_here = bool(noun) and name.sentence == self._sentence
        score = 2.0 * named - 1.0 * is_place + 1.5 * is_speaker + 1.0 * is_here - 2.5 * is_said
        return score - 0.7 * before[-9:].endswith((*_OBLIQUE, " in "))

    def _speaking_bodies(self, noun: str) -> Iterator[Candidate]:
        for speaker in self._speakers:
            kind = speaker.source.kind
            fits = not noun or noun in _NOUNS_OF_KINDS.get(kind, ()) or vocab.singular(speaker.head) == noun
            if fits and kind not in ("anonymous", "witness", "person"):
                # Somebody who has a name is meant rather than words of the headline.
                score = 1.8 if speaker.referent is not None else 0.6
                yield Candidate(score - self._distance(speaker.sentence), speaker.start, speaker.who)

    def find_by_role(self, phrase: Phrase) -> Who | None:
        """Find the person that a bare role ("the spokesman", "the Pentagon spokesman") stands for."""
        noun = full_noun(phrase.head)
        wanted = {word.removesuffix("'s").removesuffix("’s") for word in phrase.words} - _UNSAID_OF_ROLES
        scores = {person: self._score_role(phrase, wanted, person) for person in self._index.persons}
        best = max(scores, key=scores.__getitem__, default=None)
        highest = scores[best] if best is not None else -inf
        for speaker in reversed(self._speakers):
            if speaker.referent is None and not speaker.plural and full_noun(speaker.head) == noun:
                is_nearer = -0.25 * self._distance(speaker.sentence) > highest
                if is_nearer and wanted.issubset(speaker.source.name.lower().split()):
                    return speaker.source
        return best if highest >= (-2.0 if wanted else -6.0) else None

    def _score_role(self, phrase: Phrase, wanted: set[str], referent: Referent) -> float:
        """How well a person fits a bare role with these words before its noun, minus infinity for another role."""
        gender = vocab.GENDERS.get(phrase.head, "")
        if gender == "man" and phrase.head.endswith("man"):
            gender = ""  # "spokesman" is said of women too
        roles = self._index.roles(referent)
        if full_noun(phrase.head) not in roles or (gender and self._index.gender(referent) not in ("", gender)):
            return -inf
        last = max([name.sentence for name in referent.occurrences if name.start < self._at], default=-1)
        last = max([speaker.sentence for speaker in self._speakers if speaker.referent is referent], default=last)
        # Somebody who is named only later comes second to all those whom the reader knows.
        away = self._distance(last) if last >= 0 else 12.0
        # A place or nation that does not fit tells against; any other word may just be put differently.
        proper = wanted & _PROPER_WORDS
        return 3.0 * len(wanted & roles) - 3.0 * len(proper - roles) - 0.7 * len(wanted - roles) - 0.25 * away

    def find_issuer(self, phrase: Phrase) -> Who | None:
        """Find who put out "the statement": whoever spoke last, or is the subject of the sentence that mentions it."""
        wanted = {loosen(word) for word in phrase.words} - _UNSAID_OF_DOCUMENTS
        noun = vocab.singular(phrase.head)
        for sentence in range(self._sentence, max(-1, self._sentence - 6), -1):
            for speaker in reversed(self._speakers[-6:]):
                if speaker.sentence != sentence or speaker.source.kind in ("anonymous", "witness", "document"):
                    continue
                if not wanted or not wanted.isdisjoint(map(loosen, speaker.source.name.split())):
                    return speaker.who
            found = None if wanted or sentence == self._sentence else self._subject_with(sentence, noun)
            if found is not None:
                return found
        return None

    def _subject_with(self, sentence: int, noun: str) -> Referent | None:
        """The first body or person named in a sentence that holds a noun ("in a statement")."""
        start, end = self._prose.sentence_starts[sentence : sentence + 2]
        if noun not in self._prose.text[start:end].lower():
            return None
        named = map(self._index.referent_of, self._index.within(start, end))
        sure = (who for who in named if who is not None and who.sort not in ("spot", "crowd", "single", "place"))
        return next(sure, None)

    def find_only_person(self) -> Referent | None:
        """Find the person of an article that has named no other one before."""
        persons = [person for person in self._index.persons if person.sort == "person"]
        known = [person for person in persons if person.occurrences[0].start < self._at]
        return known[0] if len(known) == 1 else None

    def find_words_before(self) -> Offsets | None:
        """Find the words that "who" or "which" belongs to, None where there are none."""
        text, at = self._prose.text, self._at
        if self._sentence < 0:
            return None
        floor = max(self._prose.sentence_starts[self._sentence], at - 160)
        start, end = self._prose.trim(floor, at)
        if start >= end:
            return None
        outside = {"title", "adjective"}
        if text[at : at + 3].lower() == "who":
            outside |= {"place", "spot"}
        names = [name for name in self._index.within(floor, at) if name.sort not in outside]
        if names:
            last = names[-1]
            if end - last.end <= 1 or ("," in text[end:at] and text[last.end : last.end + 1] == ","):
                return last.lead, last.end
        return _noun_phrase_before(self._prose, start, end)

    def find_speaker_of_quotation(self) -> Offsets | None:
        """Find the mention just after or before the quotation around it, None where nobody stands there."""
        text = self._prose.text
        opens, closes = self._prose.quotation_around(self._at) or (0, 0)
        if not closes:
            return None
        line_end = text.find("\n", closes)
        stop = min(closes + 60, line_end if line_end >= 0 else len(text))
        for name in self._index.within(closes, stop):
            if name.sort in vocab.PERSONAL_SORTS and name.start > closes:
                return name.lead, name.end
        match = _SAID_HE.match(text, closes, stop)
        if match is not None:
            return match.span(1)
        floor = max(text.rfind("\n", 0, opens) + 1, opens - 60)
        for name in reversed(self._index.within(floor, opens)):
            if name.sort in vocab.PERSONAL_SORTS or name.sort in BODY_SORTS:
                return name.lead, name.end
        return None


def _noun_phrase_before(prose: Prose, start: int, end: int) -> Offsets | None:
    text, low = prose.text, end
    for match in list(re.finditer(r"\S+", text[start:end]))[:-10:-1]:
        word = match[0].lower()
        if word[-1] in ",;:.”" and low < end:
            break
        bare = word.strip("“\"'‘(")
        if bare in _VERBLIKE or bare.endswith("ing"):
            break
        low = start + match.start()
        if bare in _DETERMINERS:
            break
    links = _LINKS.match(text, low, end)
    start, end = prose.trim(links.end() if links else low, end)
    return (start, end) if start < end and text[start:end].lower() not in vocab.PRONOUNS else None
