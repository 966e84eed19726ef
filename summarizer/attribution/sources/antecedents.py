"""Finds who a pronoun, a bare role or "the group" points back at, by gender, kind, distance and who spoke last."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.sources import vocabulary as vocab
from summarizer.attribution.sources.naming import SourceName, loosen
from summarizer.attribution.sources.phrase import trim
from summarizer.attribution.sources.roles import forms_of, full_noun

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from summarizer.attribution.sources.index import NameIndex
    from summarizer.attribution.sources.mentions import Occurrence, Referent
    from summarizer.attribution.sources.phrase import Phrase
    from summarizer.contract.statement import Offsets

_REACH = 6  # of a pronoun, as `Prose.distance` measures it
_HIGHEST = 4.7  # score that a name can have, its distance not taken off
_MOST_NAMES = 60  # before a pronoun
_OBLIQUE = tuple(f" {word} " for word in sorted(vocab.OBLIQUE))
_FIRST_APPOSED = frozenset({", a", ", t", *(f", {digit}" for digit in range(1, 10))})
# "His lawyer, Poe," and "her brother Roe" are not he and not she.
_KIN = re.compile(r"h(?:is|er)(?<!\w...)\s(?:[\w’'-]+\s){0,3}([\w’'-]+),?\s\Z")
_NAMES_OF_PERSONS = frozenset({"person", "name", "single"})
_LESS_SURE = {"single": 1.0, "name": 0.7}  # than what is known to be a person's name
_NOT_BODIES = _NAMES_OF_PERSONS | {"spot", "crowd"}
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


class Candidate(NamedTuple):
    """Somebody who may be meant: the better the score and, of two alike, the later the place, the likelier."""

    score: float
    place: int
    who: Referent | SourceName


class Anaphor(NamedTuple):
    """A pronoun or noun that points back: its place, whether that is quoted, and where late speakers begin and end."""

    at: int
    sentence: int
    quoted: bool
    spoken: frozenset[int]


def _anaphor_at(index: NameIndex, at: int, speakers: Sequence[Speaker]) -> Anaphor:
    spoken = frozenset(edge for speaker in speakers for edge in (speaker.start, speaker.end))
    return Anaphor(at, index.prose.sentence_at(at), index.prose.is_quoted(at), spoken)


def _likeliest(
    index: NameIndex,
    anaphor: Anaphor,
    speaking: Iterable[Candidate],
    score_of: Callable[[Occurrence, Referent, float], float | None],
) -> Referent | SourceName | None:
    """The likeliest of earlier speakers and of the names before, whose score, their distance taken off, is given."""
    best = max(speaking, key=lambda candidate: candidate[:2], default=None)
    for name, referent, distance in _names_before(index, anaphor):
        if best is not None and _HIGHEST - distance < best.score:
            break
        score = score_of(name, referent, distance)
        if score is not None and (best is None or (score, name.start) >= best[:2]):
            best = Candidate(score, name.start, referent)
    return best.who if best is not None and best.score >= -_REACH else None


def _names_before(index: NameIndex, anaphor: Anaphor) -> Iterator[tuple[Occurrence, Referent, float]]:
    """The names within reach before a place, the nearest first, each with who it means and how far off it is."""
    sentence, distance = anaphor.sentence, 0.0
    for name in index.before(anaphor.at, _MOST_NAMES):
        if name.sentence != sentence:
            sentence = name.sentence
            distance = index.prose.distance(anaphor.sentence, sentence)
            if distance > _REACH:
                return
        referent = index.referent_of(name)
        if referent is not None:
            yield name, referent, distance


def find_person(index: NameIndex, at: int, gender: str, speakers: Sequence[Speaker]) -> Referent | SourceName | None:
    """Find who "he" or "she" at an offset stands for; a SourceName when it is somebody without a name."""
    anaphor = _anaphor_at(index, at, speakers[-8:])
    speaking = _speaking_persons(index, anaphor, gender, speakers[-8:])
    return _likeliest(index, anaphor, speaking, partial(_score_named_person, index, anaphor, gender))


def _score_named_person(
    index: NameIndex, anaphor: Anaphor, gender: str, name: Occurrence, referent: Referent, distance: float
) -> float | None:
    """How likely a pronoun of this gender means a name before it, None where it cannot."""
    if referent.sort not in _NAMES_OF_PERSONS:
        return None
    known = index.gender(referent)
    if gender and known and known != gender:
        return None
    is_speaker = name.start in anaphor.spoken or name.end in anaphor.spoken or name.lead in anaphor.spoken
    # A lone capitalised word is a person only if it speaks, or comes back outside of quotations.
    is_lone = referent.sort == "single" and not is_speaker and len(referent.occurrences) == 1
    if is_lone or (referent.sort == "single" and not anaphor.quoted and index.prose.is_quoted(name.start)):
        return None
    score = _score_person(index, name, referent, known, quoted=anaphor.quoted) - distance
    # The subject of the same sentence: "Poe will stay, his office said".
    score += 1.0 if name.lead == index.prose.sentence_starts[max(anaphor.sentence, 0)] else 0.0
    return score + (1.5 if is_speaker else 0.0)


def _score_person(index: NameIndex, name: Occurrence, referent: Referent, gender: str, *, quoted: bool) -> float:
    text = index.text
    score = 0.5 if gender else 0.0
    score -= _LESS_SURE.get(referent.sort, 0.0)
    if not quoted and index.prose.is_quoted(name.start):
        score -= 2.5
    if name is referent.occurrences[0] and text[name.end : name.end + 3] in _FIRST_APPOSED:
        score += 0.8
    before = text[max(0, name.lead - 9) : name.lead]
    if before.endswith(_OBLIQUE):
        score -= 0.7
    elif before[-2:-1] in ".”\n" or not before.strip():
        score += 0.8
    if text[name.end : name.end + 2] in ("’s", "'s"):
        score -= 0.4
    kin = _KIN.search(text, max(0, name.lead - 40), name.lead)
    return score - 2.0 if kin is not None and kin[1] in vocab.PERSON_NOUNS else score


def _speaking_persons(
    index: NameIndex, anaphor: Anaphor, gender: str, speakers: Sequence[Speaker]
) -> Iterator[Candidate]:
    """Earlier speakers: those who were a pronoun, and those without a name."""
    for speaker in speakers:
        referent = speaker.referent
        is_role = speaker.head in vocab.PERSON_NOUNS or speaker.head in vocab.PERSON_TITLES
        if speaker.plural or not (is_role if referent is None else referent.sort in _NAMES_OF_PERSONS):
            continue
        distance = index.prose.distance(anaphor.sentence, speaker.sentence)
        if distance > _REACH:
            continue
        known = vocab.GENDERS.get(speaker.head, "") if referent is None else index.gender(referent)
        if gender and known and known != gender:
            continue
        is_last = speaker is speakers[-1]
        if referent is not None:
            score = 2.3 if is_last else 1.9
        elif is_last and " of " in speaker.source.name and speaker.head in vocab.PERSON_TITLES:
            score = 2.3  # "the Archbishop of Ostby" is as good as a name
        else:  # "the nominee" whom no rule could name is most often somebody whom the article names elsewhere
            score = 0.0 if speaker.source.name[:4].lower() == "the " else 1.2
        yield Candidate(score + (0.5 if known else 0.0) - distance, speaker.start, referent or speaker.source)


def find_by_role(index: NameIndex, phrase: Phrase, speakers: Sequence[Speaker]) -> Referent | SourceName | None:
    """Find the person that a bare role ("the spokesman", "the Pentagon spokesman") stands for."""
    noun = full_noun(phrase.head)
    wanted = {word.removesuffix("'s").removesuffix("’s") for word in phrase.words} - {"former", "late", "then"}
    here = index.prose.sentence_at(phrase.start)
    best: tuple[float, Referent] | None = None
    for referent in index.persons_near(forms_of(noun)):
        score = _score_role(index, phrase, wanted, referent, speakers[-8:])
        if score is not None and (best is None or score > best[0]):
            best = (score, referent)
    for speaker in reversed(speakers[-8:]):
        if speaker.referent is None and not speaker.plural and full_noun(speaker.head) == noun:
            nearer = -0.25 * index.prose.distance(here, speaker.sentence)
            if (best is None or nearer > best[0]) and not wanted - set(speaker.source.name.lower().split()):
                return speaker.source
    if best is None or best[0] < (-2.0 if wanted else -6.0):
        return None
    return best[1]


def _score_role(
    index: NameIndex, phrase: Phrase, wanted: set[str], referent: Referent, speakers: Sequence[Speaker]
) -> float | None:
    """How well a person fits a bare role with these words before its noun, None for somebody of another one."""
    gender = vocab.GENDERS.get(phrase.head, "")
    if gender == "man" and phrase.head.endswith("man"):
        gender = ""  # "spokesman" is said of women too
    roles = index.roles(referent)
    if full_noun(phrase.head) not in roles or (gender and index.gender(referent) not in ("", gender)):
        return None
    last = max([name.sentence for name in referent.occurrences if name.start < phrase.start], default=-1)
    last = max([speaker.sentence for speaker in speakers if speaker.referent is referent], default=last)
    # Somebody who is named only later comes second to all those whom the reader knows.
    here = index.prose.sentence_at(phrase.start)
    away = index.prose.distance(here, last) if last >= 0 else 12.0
    # A place or nation that does not fit tells against; any other word may just be put differently.
    proper = {word for word in wanted if word in vocab.PLACES or word in vocab.ADJECTIVES or word in vocab.KNOWN_KINDS}
    return 3.0 * len(wanted & roles) - 3.0 * len(proper - roles) - 0.7 * len(wanted - roles) - 0.25 * away


def find_body(index: NameIndex, noun: str, at: int, speakers: Sequence[Speaker]) -> Referent | SourceName | None:
    """Find the body that "the group", "the ministry" or "it" (an empty noun) stands for."""
    anaphor = _anaphor_at(index, at, speakers[-8:])
    speaking = _speaking_bodies(index, noun, anaphor, speakers[-8:])
    return _likeliest(index, anaphor, speaking, partial(_score_named_body, index, anaphor, noun))


def _score_named_body(
    index: NameIndex, anaphor: Anaphor, noun: str, name: Occurrence, referent: Referent, distance: float
) -> float | None:
    """How likely a noun means a body that is named before it, None where it cannot."""
    if referent.sort in _NOT_BODIES:
        return None
    is_place = referent.sort == "place"
    if is_place and index.text[name.start : name.end].isupper() and len(referent.name) > 3:
        return None  # a dateline
    named = bool(noun) and loosen(noun) in referent.key_words
    kinds = vocab.KINDS_OF_NOUNS.get(noun, frozenset())
    if noun and not named and (noun in vocab.NAMED_ONLY or referent.kind not in kinds or is_place):
        return None
    before = index.text[max(0, name.lead - 13) : name.lead]
    # "Professor Poe of the Academy" spoke, and not the Academy.
    ends = name.end in anaphor.spoken and not before.removesuffix("the ").endswith((" of ", " at ", " from ", " for "))
    score = (2.0 if named else 0.0) - distance - (1.0 if is_place else 0.0)
    score += 1.5 if ends or name.start in anaphor.spoken or name.lead in anaphor.spoken else 0.0
    score += 1.0 if noun and name.sentence == anaphor.sentence else 0.0
    score -= 2.5 if not anaphor.quoted and index.prose.is_quoted(name.start) else 0.0
    return score - (0.7 if before[-9:].endswith((*_OBLIQUE, " in ")) else 0.0)


def _speaking_bodies(index: NameIndex, noun: str, anaphor: Anaphor, speakers: Sequence[Speaker]) -> Iterator[Candidate]:
    for speaker in speakers:
        if speaker.source.kind in ("anonymous", "witness", "person"):
            continue
        kinds = vocab.KINDS_OF_NOUNS.get(noun, frozenset())
        if noun and speaker.source.kind not in kinds and vocab.singular(speaker.head) != noun:
            continue
        # Somebody who has a name is meant rather than words of the headline.
        score = 1.8 if speaker.referent is not None else 0.6
        distance = index.prose.distance(anaphor.sentence, speaker.sentence)
        yield Candidate(score - distance, speaker.start, speaker.referent or speaker.source)


def find_issuer(index: NameIndex, phrase: Phrase, speakers: Sequence[Speaker]) -> Referent | SourceName | None:
    """Find who put out "the statement": whoever spoke last, or is the subject of the sentence that mentions one."""
    here = index.prose.sentence_at(phrase.start)
    wanted = {loosen(word) for word in phrase.words} - {loosen("official"), loosen("latest")}
    spoke = [speaker for speaker in speakers[-6:] if speaker.source.kind not in ("anonymous", "witness", "document")]
    noun = vocab.singular(phrase.head)
    for sentence in range(here, max(-1, here - 6), -1):
        for speaker in reversed(spoke):
            if speaker.sentence != sentence:
                continue
            if not wanted or wanted & {loosen(word) for word in speaker.source.name.split()}:
                return speaker.referent or speaker.source
        found = None if wanted or sentence == here else _subject_with(index, sentence, noun)
        if found is not None:
            return found
    return None


def _subject_with(index: NameIndex, sentence: int, noun: str) -> Referent | None:
    """The first body or person named in a sentence that holds a noun ("in a statement")."""
    start, end = index.prose.sentence_starts[sentence : sentence + 2]
    if noun not in index.text[start:end].lower():
        return None
    for name in index.within(start, end):
        referent = index.referent_of(name)
        if referent is not None and referent.sort not in ("spot", "crowd", "single", "place"):
            return referent
    return None


def only_person(index: NameIndex, at: int) -> Referent | None:
    """The person of an article that has named no other one before an offset."""
    known = [one for one in index.persons if one.sort == "person" and one.occurrences[0].start < at]
    return known[0] if len(known) == 1 else None


def antecedent_of_relative(index: NameIndex, at: int) -> Offsets | None:
    """The words that "who" or "which" at an offset belongs to, None where there are none."""
    number = index.prose.sentence_at(at)
    if number < 0:
        return None
    floor = max(index.prose.sentence_starts[number], at - 160)
    start, end = trim(index.text, floor, at)
    if start >= end:
        return None
    outside = {"title", "adjective", "none"}
    if index.text[at : at + 3].lower() == "who":
        outside |= {"place", "spot"}
    names = [name for name in index.within(floor, at) if name.sort not in outside]
    if names:
        last = names[-1]
        is_apposed = "," in index.text[end:at] and index.text[last.end : last.end + 1] == ","
        if end - last.end <= 1 or is_apposed:
            return last.lead, last.end
    return _noun_phrase_before(index.text, start, end)


def _noun_phrase_before(text: str, start: int, end: int) -> Offsets | None:
    low = end
    for match in list(re.finditer(r"\S+", text[start:end]))[:-10:-1]:
        word = match[0].lower()
        if word[-1] in ",;:.”" and low < end:
            break
        bare = word.strip("“\"'‘(")
        if bare in vocab.VERBLIKE or bare.endswith("ing"):
            break
        low = start + match.start()
        if bare in vocab.DETERMINERS:
            break
    words = text[low:end].split()
    while words and words[0].lower() in vocab.LINKS:
        low += len(words[0]) + 1
        words = words[1:]
    start, end = trim(text, low, end)
    return (start, end) if start < end and text[start:end].lower() not in vocab.PRONOUNS else None


def speaker_of_quote(index: NameIndex, at: int) -> Offsets | None:
    """The mention just after or before the quotation around an offset, None where nobody stands there."""
    quotation = index.prose.quotation_around(at)
    if quotation is None:
        return None
    opens, closes = quotation
    line_end = index.text.find("\n", closes)
    stop = min(closes + 60, line_end if line_end >= 0 else len(index.text))
    for name in index.within(closes, stop):
        if name.sort in _NAMES_OF_PERSONS and name.start > closes:
            return name.lead, name.end
    match = _SAID_HE.match(index.text, closes, stop)
    if match is not None:
        return match.span(1)
    floor = max(index.text.rfind("\n", 0, opens) + 1, opens - 60)
    for name in reversed(index.within(floor, opens)):
        if name.sort in _NAMES_OF_PERSONS or name.sort in vocab.BODY_SORTS:
            return name.lead, name.end
    return None
