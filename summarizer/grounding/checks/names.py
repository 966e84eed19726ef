"""Names in a claim that its evidence, or the whole article, does not hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.sources import read_cast
from summarizer.grounding.checks import references
from summarizer.grounding.checks.added_names import is_just_told_of, is_known_kind, is_last_speakers, is_setting
from summarizer.grounding.checks.alignment import compare_words
from summarizer.grounding.checks.meanings import word_key
from summarizer.grounding.checks.mixed_names import mixed_words
from summarizer.grounding.checks.name_forms import forms_of, is_named_in_part, is_no_name, spelt_out
from summarizer.grounding.checks.name_roots import WORD_OF_NAME, is_held, name_words, same_root, word_keys
from summarizer.grounding.checks.openings import is_ordinary_opening
from summarizer.grounding.checks.publication import told_dates
from summarizer.grounding.checks.stand_ins import stands_for_name
from summarizer.grounding.checks.states import is_place, stands_for
from summarizer.grounding.checks.vocabulary import NOT_NAMES, OPENING
from summarizer.grounding.checks.wording import is_where, lacks_names, replaced_words
from summarizer.text.occurrences import holds_whole
from summarizer.text.overlap import stem, without_possessive
from summarizer.text.words import word_set, wordings

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from summarizer.contract.report import Source
    from summarizer.grounding.checks.alignment import Alignment
    from summarizer.grounding.checks.passage import Passage

_SPEAKER = wordings("checks.names.speaker")
_ALIKE = 0.7  # of a claim's words stand in the same order in its evidence, or the claim is put in other words
_AFTER_NAMES = word_set("words.titles.after_names")
_SHORT = re.compile(r"\b[A-Z]{2,6}\b")


class ForeignName(NamedTuple):
    """A name in a claim that stands neither beside its evidence nor in its source."""

    name: str
    in_article: bool


_IN_MONTH = re.compile(  # "In May Moll said"
    r"^(?:(?:In|On|Last|By|Since) )?(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day) (?=[A-Z])"
)
_TWEET = re.compile(r"\b[Tt]weet")
_US = re.compile(r"(?<![\w.])(?:U\.S\.|US(?!\w)|America)")


def name_is_held(name: str, article_text: str) -> bool:
    """Whether the article holds all words of a name, in any form and order."""
    keys = frozenset(map(word_key, name_words(name)))
    return bool(keys) and keys <= word_keys(article_text)


def words_near(name: str, near: str) -> bool:
    """Whether the last word of a name, or all of its words in lower case, stand in a short text."""
    words = [word for word in name_words(name) if word_key(word) not in NOT_NAMES and word not in _AFTER_NAMES]
    held = word_keys(near)
    if not words or all(word_key(word) in held for word in words):
        return True
    named = [word for word in words if word[0].isupper()]
    if named and " of " in name:  # "the Observatory" is the Observatory of the Border
        head = word_key(name.partition(" of ")[0].rpartition(" ")[2])
        if head not in NOT_NAMES and head in held and head == word_key(named[0]):
            return True
    return bool(named) and word_key(named[-1]) in held


def same_name(one: str, other: str) -> bool:
    """Whether two names may be one: they share a capitalised word, or are the same words."""
    first, second = (
        {word_key(word) for word in name_words(name) if word[0].isupper()} - NOT_NAMES for name in (one, other)
    )
    return not first.isdisjoint(second) or one.casefold() == other.casefold()


def foreign_names(passage: Passage, alignment: Alignment) -> Iterator[ForeignName]:
    """The names of a claim's text that neither its evidence, its sentences, its source nor its relays have.

    Names of the sentence before may be added, but not put for those of the evidence. A name that takes the place of
    another one in words that are otherwise the article's is foreign wherever it stands.
    """
    text, article_text = passage.text, passage.article.text
    near = f"{passage.sentences} {passage.named} {references.introduced_as(passage)}{_posted_on(passage)}"
    near = f"{near} {spelt_out(near)} {told_dates(passage)}"
    held = _with_short_forms(word_keys(near), article_text) | set(map(word_key, references.told_days(passage)))
    moved = _moved_words(passage)
    adds = not lacks_names(with_short_forms(forms_of(passage), article_text), passage.evidence)
    beside = _with_short_forms(word_keys(f"{passage.near} {spelt_out(passage.near)}"), article_text)
    seen = set(map(word_key, references.introducing_words(passage)))
    for word, opens, following in _capitalised(text):
        key = word_key(word)
        if (
            not key
            or key in seen
            or references.is_called_by_first_name(passage, word, f"{passage.before} {near}")
            or references.abbreviates(word, near)
            or is_named_in_part(passage, word)
            or _is_code(key, held)
        ):
            continue
        if key not in moved and (
            key in NOT_NAMES
            or (opens and (key in OPENING or is_ordinary_opening(word, following)))
            or is_held(key, held, article_text)
            or _is_its_state(text, word, held, article_text)
            or _is_beside(passage, word, near, opens=opens)
            or (adds and (is_held(key, beside, article_text) or is_just_told_of(passage, word)))
            or _is_meant(passage, word, near, adds=adds)
            or stands_for_name(alignment, passage, word)
        ):
            continue
        seen.add(key)
        yield ForeignName(word, is_held(key, word_keys(article_text), article_text))


def _posted_on(passage: Passage) -> str:
    """Where a tweet stands."""
    return " Twitter X" if _TWEET.search(passage.near) else ""


def _moved_words(passage: Passage) -> set[str]:
    """The words of names that stand in a claim where the article has another name, or another half of the name."""
    text, article_text = passage.text, passage.article.text
    swapped = _swapped(text, passage.evidence, article_text) | _swapped(text, passage.held, article_text)
    replaced = {word_key(word) for word in replaced_words(text, passage.held)}
    theirs = word_keys(f"{passage.named} {told_dates(passage)} {spelt_out(passage.sentences)}")
    where = {word_key(word) for word, _, _ in _capitalised(text) if is_where(text, word, passage.held)}
    completed = {
        word_key(word)
        for _, run in references.runs(text)
        if " " in run and references.is_completed(run, text, passage.sentences, article_text)
        for word in run.split()
    }
    return (swapped | replaced | mixed_words(text, article_text)) - theirs - where - completed - NOT_NAMES


def _is_beside(passage: Passage, word: str, near: str, *, opens: bool) -> bool:
    """Whether a capitalised word is not a name, or completes a name beside the evidence."""
    text, article_text = passage.text, passage.article.text
    if _is_ordinary(word, near, article_text, opens=opens) and not _is_of_name(text, word, near, article_text):
        return True
    return _completes(text, word, near, article_text)


def _is_meant(passage: Passage, word: str, near: str, *, adds: bool) -> bool:
    """Whether a pronoun or a noun of the evidence may stand for the name of a word, or the word only adds a place."""
    place = next(((at, run) for at, run in references.runs(passage.text) if word in run.split()), None)
    is_theirs = place is not None and references.stands_by_speaker(passage, *place)
    referred = frozenset(map(word_key, references.referred_words(passage, adds=adds)))
    return (
        (not is_theirs and is_held(word_key(word), referred, passage.article.text))
        or is_setting(passage, word)
        or is_known_kind(passage, word)
        or _belongs(passage, word, near)
        or is_last_speakers(passage, word)
    )


def speaker_keys(passage: Passage) -> frozenset[str]:
    """The keys of the words by which a text may name who says it."""
    near = f"{passage.named} {references.introduced_as(passage)}"
    keys = _with_short_forms(word_keys(f"{near} {spelt_out(near)}"), passage.article.text)
    keys |= {word_key(short) for short in _SHORT.findall(passage.text) if references.abbreviates(short, near)}
    return frozenset(keys).union(*map(stands_for, keys))


def with_short_forms(text: str, article_text: str) -> str:
    """A text with the short forms that the article has for names in it, and the names for its short forms."""
    return " ".join((text, *_with_short_forms(word_keys(text), article_text)))


def _with_short_forms(held: frozenset[str], article_text: str) -> frozenset[str]:
    more: set[str] = {"us"} if {"united", "states"} <= held else set()
    if not held.isdisjoint(("us", "washington", "we", "our", "country", "nation")) and _US.search(article_text):
        more |= {"united", "states"}
    for short, words in references.short_forms(article_text):
        long = frozenset(word_key(part) for word in words for part in name_words(word))
        if word_key(short) in held:
            more |= long
        elif long <= held:
            more.add(word_key(short))
    return held | more if more else held


def _is_of_name(text: str, word: str, near: str, article_text: str) -> bool:
    """Whether a word is part of a longer name of the article that is not beside the evidence: "Open Hands"."""
    for at, run in references.runs(text):
        if at and " " in run and word in run.split():
            return holds_whole(article_text, run) and not holds_whole(near, run)
    return False


def _belongs(passage: Passage, word: str, near: str) -> bool:
    """Whether a word is part of a name that the evidence has by its noun only, or that says whose the source is."""
    text, article_text = passage.text, passage.article.text
    if references.is_people_of(word, text, near, article_text):
        return True
    word = without_possessive(word)
    for at, run in references.runs(text):
        for part in _parts(run, passage.speaker):
            if word in part.split():
                return (
                    references.is_completed(part, text, near, article_text)
                    or references.is_called(part, near, article_text)
                    or references.is_affiliation(passage, at + run.index(part), part)
                )
    return False


def _parts(run: str, source: str) -> list[str]:
    """A run of capitalised words, parted where a title or the source's name stands in it: "Lumenar CEO Ana Moll"."""
    parts: list[list[str]] = [[]]
    names = source.split()
    for word in run.split(" "):
        if word in names or word_key(word) in NOT_NAMES:
            parts.append([])
        else:
            parts[-1].append(word)
    return [" ".join(part) for part in parts if part]


def wrong_speaker(passage: Passage) -> str | None:
    """The speaker whom a claim's text names, when that is neither its source nor, at the end of the text, a relay."""
    found = _SPEAKER.search(passage.text)
    if found is None or (found["first"] or "").endswith(("'s", "’s")):  # "Moll's claim that"
        return None
    name = found["first"] or found["last"] or found["middle"] or found["end"]
    if found["verb"] and found["verb"] in passage.evidence.split() and name.split()[-1] in passage.evidence:
        return None
    name = _IN_MONTH.sub("", name)
    article_text = passage.article.text
    if not found["last"] and is_of_speaker(passage, passage.text.find(name), name):
        return None
    said_by = " ".join(map(_said_by, passage.speakers))
    if any(one.kind == "outlet" for one in passage.speakers):
        said_by += f" {passage.held}"
    words = {word_key(word) for word in name_words(name)} - NOT_NAMES
    named = " ".join((said_by, *passage.relays)) if found["last"] else said_by
    held = _with_short_forms(word_keys(f"{named} {spelt_out(named)}"), article_text)
    held = held.union(*map(stands_for, held))
    known = [word for word in words if is_held(word, held, article_text)]
    if len(known) == len(words) or (known and holds_whole(article_text, name)):
        return None
    *before, last = map(word_key, name_words(name))
    if last in held and before and (before[-1] in held or before[-1] in NOT_NAMES):  # "Norrhavn's chief Ana Moll"
        return None
    person = name.partition(" of ")[0]  # "Ana Moll of the Sea Union"
    if person != name and re.search(rf"(?<!\w){re.escape(person)}(?!\w| of )", said_by):
        return None
    return name


def is_of_speaker(passage: Passage, at: int, name: str) -> bool:
    """Whether a name before "said" only ends where the source is from, or is a relay whom the text has tell of it.

    "Ana Moll of the guild in Orsk, Varn said"; "Bo Rask said his wife, Ana, had told him".
    """
    before, after = passage.text[:at], passage.text[at:]
    surname = references.surname_of(passage.speaker)
    if surname and re.search(rf"(?<!\w){re.escape(surname)},? (?:of|from|at) {_BODY_IN}, $", before):
        return True
    return any(same_name(name, one) for one in passage.relays) and holds_whole(after, surname)


def is_same_one(passage: Passage, name: str, other: str) -> bool:
    """Whether two names may be of one: by the article's fullest name for either, by initials, or as a people's."""
    cast, text = read_cast(passage.article), passage.article.text
    fullest = [who.name if (who := cast.fullest(one)) is not None else one for one in (name, other)]
    if fullest[0] == fullest[1]:
        return True
    held = _with_short_forms(word_keys(f"{other} {spelt_out(other)} {fullest[1]}"), text)
    held = held.union(*map(stands_for, held))
    return any(
        is_held(word_key(word), held, text) or references.abbreviates(word, fullest[1]) for word in name.split()[-1:]
    )


_BODY_IN = r"(?:(?:the|of|for|at|in|and|on|[A-Z][\w’'&-]*) )*[A-Z][\w’'-]*"  # "the University of Orsk"


def _said_by(speaker: Source) -> str:
    return f"{speaker.name} {speaker.span.text}" if speaker.span is not None else speaker.name


def _is_code(key: str, held: Collection[str]) -> bool:
    """Whether a word with digits in it is the beginning of another: "F16" of "F16s"."""
    return any(char.isdigit() for char in key) and any(
        one.startswith(key) and one[len(key) :].isalpha() for one in held
    )


def _is_its_state(text: str, word: str, held: Collection[str], article_text: str) -> bool:
    """Whether a word is a capital that stands for a state of the evidence, or a state for its capital."""
    others = [other for other in stands_for(word_key(word)) if is_held(other, held, article_text)]
    return bool(others) and not is_place(text, word)


def _capitalised(text: str) -> Iterator[tuple[str, bool, str]]:
    """The capitalised words of a text, each with whether a sentence or quotation begins with it, and the next word."""
    for token in WORD_OF_NAME.finditer(text):
        if token.group()[0].isupper():
            opens = text[: token.start()].rstrip(" “\"'‘(")[-1:] in {"", ".", "!", "?", ":", "\n", "…"}
            yield token.group(), opens, "".join(text[token.end() : token.end() + 40].split()[:1])


def _is_ordinary(word: str, near: str, article_text: str, *, opens: bool) -> bool:
    """Whether a word is not a name: the article has it in lower case, or its stem where it opens a sentence."""
    ending = r"(?:e?s|e?d|ing|ers?)?(?!\w)" if opens else r"(?!\w)"
    if re.search(rf"(?<!\w){re.escape(word.lower())}{ending}", article_text):
        return True
    if not opens:
        return False
    root = stem(word.lower())
    return any(other[0].islower() and stem(other) == root for other in name_words(near))


def _completes(text: str, word: str, near: str, article_text: str) -> bool:
    """Whether a word only completes a name beside the evidence: "Norrhavn Line" where that has "Norrhavn"."""
    at = text.find(word)
    first = "".join(name_words(text[max(0, at - 40) : at])[-1:])
    last = "".join(name_words(text[at + len(word) : at + len(word) + 40])[:1])
    is_bare = re.search(rf"(?<!\w){re.escape(first)}(?! [A-Z])", near) is not None
    if is_bare and first[:1].isupper() and holds_whole(article_text, f"{first} {word}"):
        return True
    if not last[:1].isupper() or not holds_whole(article_text, f"{word} {last}"):
        return False
    is_bare = re.search(rf"(?<![A-Z]\w )(?<!\w){re.escape(last)}(?!\w)", near) is not None
    return is_bare and not _has_other_name(last, near)


def _has_other_name(surname: str, near: str) -> bool:
    found = re.findall(rf"([A-ZÀ-Þ][\w’'-]+) {re.escape(surname)}(?!\w)", near)
    if word_key(surname) in NOT_NAMES:  # of "State Department" the first word is a name as well
        return any(first not in ("The", "A", "This", "Our", "Its", "His", "Her", "Their") for first in found)
    return any(word_key(first) not in NOT_NAMES for first in found)


def _swapped(text: str, evidence: str, article_text: str) -> set[str]:
    """Names that stand in a claim where its otherwise equal evidence has another name."""
    said, held = name_words(text), name_words(evidence)
    operations = compare_words(list(map(word_key, said)), list(map(word_key, held)))
    if sum(i2 - i1 for tag, i1, i2, _, _ in operations if tag == "equal") < _ALIKE * len(said):
        return set()
    pairs: list[tuple[str, str]] = []
    for tag, i1, i2, j1, j2 in operations:
        put, taken = said[i1:i2], held[j1:j2]
        if tag == "replace" and len(put) == len(taken):
            pairs += zip(put, taken, strict=True)
        elif tag == "replace" and _are_other_names(put, taken, article_text):  # "Port Calder" for "Lethmar"
            pairs += [(word, taken[0]) for word in put]
    keys = [(word_key(word), word_key(other)) for word, other in pairs if word[0].isupper() and _is_name(other)]
    opening = {word_key(word) for word, opens, _ in _capitalised(text) if opens and word.endswith("ing")}
    return {key for key, other in keys if not same_root(key, other, article_text)} - opening


def _is_name(word: str) -> bool:
    return word[0].isupper() and not is_no_name(word)


def _are_other_names(said: list[str], held: list[str], article_text: str) -> bool:
    """Whether two runs of words are names of which neither can be a form of the other."""
    if not all(word[0].isupper() for word in said + held):
        return False
    keys, others = set(map(word_key, said)), set(map(word_key, held))
    both = ((keys, others), (others, keys))
    if any({"united", "states"} <= one and not other.isdisjoint(("us", "washington")) for one, other in both):
        return False
    if not NOT_NAMES.isdisjoint(keys | others) or "".join(word[0] for word in held) in said:
        return False
    return not any(is_held(key, others, article_text) for key in keys)
