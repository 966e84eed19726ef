"""Names that a claim may put where its evidence has "he", "the company", or a short form."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from summarizer.attribution.sources import read_cast
from summarizer.attribution.sources.vocabulary import FIRST_NAMES
from summarizer.contract.article import ReadOnce
from summarizer.grounding.checks.meanings import word_key
from summarizer.grounding.checks.vocabulary import NOT_NAMES
from summarizer.reading.layout.layout import sentences_of
from summarizer.text.occurrences import holds_whole
from summarizer.text.overlap import without_possessive
from summarizer.text.words import word_list, word_set, wordings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.attribution.sources import SourceName
    from summarizer.contract.article import Article
    from summarizer.grounding.checks.passage import Passage
    from summarizer.reading.layout.layout import Sentence

_PERSON = wordings("checks.references.person")
_BODY = wordings("checks.references.body")
_SUCH = wordings("checks.references.such")
_MOST_MENTIONS = 50  # of a source, at which it may be introduced
_LEAD = 3  # sentences, the title among them
_OFTEN = 3
_SELDOM, _TIMES = 6, 5
_DAYS_AWAY = 6  # sentences in which a day may be told that "then" or "yesterday" stands for
_BACK = 3  # sentences before the evidence in which "he" finds who it is
_FAR_BACK = 8  # sentences before the evidence in which "they" finds a people or a party
_TWO_OF = r"(?:[Tt]he|[Tt]hese|[Tt]hose) (?:two|pair|duo|rivals|candidates)"
_BOTH = re.compile(rf"\b(?:[Bb]oth|{_TWO_OF}|[Nn]either|[Ee]ach other)\b")
_IT = re.compile(r"\b[Ii]t\b(?! (?:is|was|will be|would be) (?:\w+ )?(?:that|to)\b)")
_THEY = re.compile(r"\b(?:[Tt]hey|[Tt]hem|[Tt]heir|[Ww]e|[Oo]ur|[Uu]s)\b")
_GROUP = re.compile(r"\b[A-ZÀ-Þ][a-zà-ÿ]{4,}(?:ans|ats|ers|ists|ors|ves|ese|ish)\b")
_RUN = re.compile(r"[^\W\d_a-z][\w’'-]*(?:(?: & | )[^\W\d_a-z][\w’'-]*)*")
_OWNER = re.compile(r"\S(?:(?!['’]s |s['’] ).)*(?:['’]s|s['’])?")
_NAME_WORD = re.compile(r"[^\W_](?:[\w’'.&-]*\w)?")
_BRACKETED = re.compile(r"((?:[A-Z][\w’'-]+ (?:of |for |the |and )?){2,7})\(([A-Z]{2,8})\)")


def referred_words(passage: Passage, *, adds: bool) -> frozenset[str]:
    """The words of all names that pronouns and the like in a claim's evidence may stand for.

    For persons and for bodies, these are the names that the rules read there and those of the last sentence that has
    such names; of a text that `adds` names and leaves out none of its evidence, also those that the article leads with.
    """
    names = [name for stretch in passage.stretches for name in _names_meant(passage, *stretch, adds=adds)]
    return frozenset(word for name in names for word in _NAME_WORD.findall(name) if word[0].isupper())


def has_stand_in(text: str) -> bool:
    """Whether a text has a pronoun or a noun that stands for a person or a body."""
    return any(one.search(text) for one in (_PERSON, _BODY, _IT))


def _names_meant(passage: Passage, first: int, last: int, *, adds: bool) -> list[str]:
    """The names that pronouns and the like in the sentences between two indices may stand for."""
    article = passage.article
    cast, text, sentences = read_cast(article), article.text, sentences_of(article)
    if not sentences:
        return []
    start, end = sentences[first].start, sentences[last].end
    before = sentences[max(0, first - _BACK) : first]
    names: list[str] = []
    for pattern, is_person in ((_PERSON, True), (_BODY, False)):
        found = list(islice(pattern.finditer(text, start, end), 12))
        meant = [(one.start(), cast.resolve(one.span()).name) for one in found]
        names += [name for _, name in meant]
        if _is_open(passage, found, meant):
            if adds:
                names += _led_with(passage, found, [name for _, name in meant], is_person=is_person)
            names += _last_named(passage, before, found, is_person=is_person)
    if _BOTH.search(text, start, end):
        names += [name for name, _ in _leading(article)]
        names += [name for one in before for name, _ in cast.names_within(one.start, one.end)]
    if _THEY.search(text, start, end):
        near = sentences[max(0, first - _FAR_BACK) : first]
        names += [name for one in near for name in _GROUP.findall(text, one.start, one.end)]
    if _SUCH.search(text, start, end):  # "any such order" is the one that somebody has just spoken of
        for one in before:
            names += [name for name, _ in cast.names_within(one.start, one.end)]
    return names


def _is_open(passage: Passage, found: Sequence[re.Match[str]], meant: Sequence[tuple[int, str]]) -> bool:
    """Whether some pronouns, which the rules read as these names, may stand for others than the speaker.

    In a quotation "he" is not the speaker, elsewhere it may be.
    """
    if any(one.group().lower() in _OBJECTS for one in found):
        return True
    cast, unnamed = read_cast(passage.article), any(one.kind == "anonymous" for one in passage.speakers)
    return not all((unnamed or _shares_word(name, passage.speaker)) and not cast.is_quoted(at) for at, name in meant)


def _led_with(passage: Passage, found: Sequence[re.Match[str]], read: Sequence[str], *, is_person: bool) -> list[str]:
    """Those whom the article leads with and whom some pronouns, read as these names, may stand for."""
    article = passage.article
    leading = [name for name, kind in _leading(article) if (kind == "person") is is_person and _may_be(name, found)]
    if is_person and any(name[:1].isupper() and not _shares_word(name, passage.speaker) for name in read):
        # only of those whom the article is about may "he" be another than is read
        return [name for name in leading if _is_often(article, name)]
    return leading


def _last_named(
    passage: Passage, before: Sequence[Sentence], found: Sequence[re.Match[str]], *, is_person: bool
) -> list[str]:
    """The names of the last of some sentences that has such names, apart from the speaker's.

    Of persons, those for whom some pronouns that were `found` may stand.
    """
    cast, text = read_cast(passage.article), passage.article.text
    for sentence in reversed(before):
        near = cast.names_within(sentence.start, sentence.end)
        near = [(name, kind) for name, kind in near if not _shares_word(name, passage.speaker)]
        same = [name for name, kind in near if (kind == "person") is is_person]
        if is_person:
            same = [one for one in same if _may_be(who.name if (who := cast.fullest(one)) is not None else one, found)]
            # "Could the mayor be asked? He could."
            nouns = islice(_PERSON.finditer(text, sentence.start, sentence.end), 4)
            same += [cast.resolve(one.span()).name for one in nouns if " " in one.group()]
        elif near:  # a lone name may be of any kind
            same.insert(0, near[0][0])
        if same:
            return same[:4]
    return []


@ReadOnce
def _leading(article: Article) -> list[tuple[str, str]]:
    """The names of the title and the first sentences, and the state that is named most, with their kinds.

    "He", "you" or "the country" may be one of them anywhere in the article.
    """
    cast = read_cast(article)
    named = [pair for one in sentences_of(article)[:_LEAD] for pair in cast.names_within(one.start, one.end)]
    states = Counter(name for name, kind in cast.names_within(0, len(article.text)) if kind == "government")
    named += [(name, "government") for name, count in states.most_common(1) if count >= _OFTEN]
    return [(name, who.kind if (who := cast.fullest(name)) is not None else kind) for name, kind in named]


def _is_often(article: Article, name: str) -> bool:
    """Whether a person is named in a sixth of an article's sentences, and five times at least."""
    count = len(re.findall(rf"(?<!\w){re.escape(surname_of(name))}(?!\w)", article.text))
    return count >= _TIMES and count * _SELDOM > len(sentences_of(article))


def surname_of(name: str) -> str:
    """The last word of a name that is no "Jr."."""
    words = [word for word in name.split() if word.rstrip(".") not in _AFTER_NAMES]
    return words[-1] if words else ""


_AFTER_NAMES = word_set("words.titles.after_names") | {"II", "III", "IV"}


def _may_be(name: str, found: Sequence[re.Match[str]]) -> bool:
    """Whether one of some pronouns may stand for a name, as far as its first name tells."""
    gender = FIRST_NAMES.get(name.split(maxsplit=1)[0].lower(), "")
    genders = [_GENDERS.get(one.group().lower(), "") for one in found]
    return not gender or not genders or any(one in ("", gender) for one in genders)


_OBJECTS = frozenset({"him", "her"})  # of "Moll accused her" the speaker is no part
_GENDERS = {**dict.fromkeys(("he", "him", "his"), "man"), **dict.fromkeys(("she", "her", "hers"), "woman")}


def introduced_as(passage: Passage) -> str:
    """What the article calls the speakers of a text where it introduces them."""
    cast = read_cast(passage.article)
    known = [who for one in passage.speakers if one.name and (who := cast.fullest(one.name)) is not None]
    after = [
        found[1]
        for who in known
        if (
            found := re.search(
                rf"(?<!\w){re.escape(who.name)}, ([^,;.]{{3,40}}(?:\.\w[^,;.]{{0,80}})*),", passage.article.text
            )
        )
    ]
    apposed = [
        found[1]
        for who in known
        if (
            found := re.search(
                rf"(?<!\w)([A-Z]{{2,6}}|[a-z]{{3,}}), {re.escape(who.name)}(?=[,.;])", passage.article.text
            )
        )
    ]
    return " ".join((*(who.role for who in known), *after, *apposed))


def told_days(passage: Passage) -> frozenset[str]:
    """The days and months that "yesterday", "then" or "last month" in the evidence's sentences may stand for.

    None where these have a day of their own.
    """
    if not _RELATIVE.search(passage.held) or _DAY.search(passage.held):
        return frozenset()
    text, sentences = passage.article.text, sentences_of(passage.article)
    near = [
        text[one.start : one.end]
        for first, last in passage.stretches
        for one in (*sentences[:_LEAD], *sentences[max(0, first - _DAYS_AWAY) : last + 1 + _DAYS_AWAY])
    ]
    return frozenset(_DAY.findall(" ".join(near)))


_RELATIVE = wordings("checks.references.relative", re.IGNORECASE)
_DAY = re.compile(rf"\b(?:{'|'.join(word.capitalize() for word in word_list('sources.words.days'))})\b")


def _shares_word(name: str, other: str) -> bool:
    return not set(name.split()).isdisjoint(other.split())


def runs(text: str) -> Iterator[tuple[int, str]]:
    """The runs of capitalised words in a text, each with where it begins; a possessive ends one and is left out."""
    for found in _RUN.finditer(text):
        for run in _OWNER.finditer(found.group()):
            yield found.start() + run.start(), re.sub(r"['’]s?$", "", run.group())


_DETERMINED = r"(?:[Tt]he|['’]s|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Mm]y|[Oo]ur|[Aa]n?|[Tt]his|[Tt]hat)"


def is_called(run: str, near: str, article_text: str) -> bool:
    """Whether the evidence calls a name by what the article says that it is: "the owner" is "the owner, Norrhavn Line".

    Not where the article has the same word before another name.
    """
    called = rf"(?<![\w’'-])([A-Za-z]{{4,}})(, (?:the )?| ){re.escape(run)}(?!\w)"
    for found in islice(re.finditer(called, article_text), 20):
        noun = found[1].lower()
        if re.search(rf"{_DETERMINED} (?:[a-z-]+ )?{noun}(?!\w)", near) is None:
            continue
        other = rf"(?i:\b{noun}),? ([A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)*)"
        if all(set(run.split()) & set(one.split()) for one in re.findall(other, article_text)):
            return True
    return False


def is_people_of(word: str, text: str, near: str, article_text: str) -> bool:
    """Whether a word says whose the evidence's army, government or the like is: no other has one in the article."""
    found = re.search(rf"(?<!\w){re.escape(word)} ([a-z]{{4,}})(?!\w)", text)
    if found is None or re.search(rf"(?<![\w’'-])(?:[Tt]he|[Ii]ts|[Oo]ur) {found[1]}(?!\w)", near) is None:
        return False
    owners = re.findall(rf"([A-ZÀ-Þ][\w’'-]+) {found[1]}(?!\w)", article_text)
    return word in owners and set(owners) <= {word, "The", "Our", "Its", "A"}


def is_completed(run: str, claimed: str, sentences: str, article_text: str) -> bool:
    """Whether a name ends in a noun by which the evidence calls it: "the Marwick Glacier" is "the glacier" there."""
    before, _, noun = run.rpartition(" ")
    if not before:
        nouns = {one.lower() for one in re.findall(rf"(?<!\w){re.escape(run)} ([A-Z]\w+)", article_text)}
        return any(re.search(rf"(?<!\w)[Tt]he {one}(?!\w)", sentences) for one in nouns)
    alone = rf"(?<!\w)(?:the|this|that|its|their) {noun.lower()}(?!\w)"
    if holds_whole(claimed, noun.lower()) or not re.search(alone, sentences, re.IGNORECASE):
        return False
    others = re.findall(rf"([A-Z][\w’'-]+) {noun}(?!\w)", article_text)
    if noun in _OF_PLACES and not others:
        return any(
            one == before for _, one in runs(article_text)
        )  # "Varn County" is "the county" of an article about Varn
    return holds_whole(article_text, run) and set(others) <= {before.split()[-1]} | {"The", "A"}


_OF_PLACES = frozenset({"City", "County", "State", "Province", "District", "Island", "Islands", "Town"})
_ITS = re.compile(r"\b[Ii]ts (?:[a-z-]+,? ){1,4}(?:[A-ZÀ-Þ][\w’'-]+ ){0,2}[A-ZÀ-Þ][\w’'-]+$")


def stands_by_speaker(passage: Passage, at: int, run: str) -> bool:
    """Whether a name at a place of a text stands by that of the speaker: "Sund Line's Ana Moll"."""
    surname = surname_of(passage.speaker)
    if len(surname) < 3 or not surname[0].isupper():
        return False
    before, after = passage.text[:at], passage.text[at + len(run) :]
    leads = re.match(rf"(?:['’]s?)?(?: [a-zà-ÿ-]+){{0,5}}(?: [A-Z][\w’'-]+){{0,3}} {re.escape(surname)}(?!\w)", after)
    trails = re.search(
        rf"(?<!\w)(?<!According to ){re.escape(surname)}(?:,[^,]{{0,50}}| of the | of | from )(?:[A-Z][\w’'-]+ of )?$",
        before,
    )
    return leads is not None or trails is not None


def is_affiliation(passage: Passage, at: int, run: str) -> bool:
    """Whether a name in a claim only says whose its source is, and the article introduces the source with it."""
    article, surname = passage.article, surname_of(passage.speaker)
    if not stands_by_speaker(passage, at, run) or not holds_whole(article.text, run):
        return False
    cast, sentences = read_cast(article), sentences_of(article)
    for found in islice(re.finditer(rf"(?<!\w){re.escape(surname)}(?!\w)", article.text), _MOST_MENTIONS):
        number = cast.sentence_at(found.start())
        if number < 0:
            continue
        # "Its editor, Ana Moll": whose was said further up
        is_further_up = _ITS.search(article.text[sentences[number].start : found.end()]) is not None
        first = max(0, number - 1 - (_BACK if is_further_up else 0))
        if holds_whole(article.text[sentences[first].start : sentences[number].end], run):
            who = cast.fullest(run)
            return who is None or who.kind != "person" or not (who.role or who.name.split()[0].lower() in FIRST_NAMES)
    return False


@lru_cache(maxsize=16)
def short_forms(article_text: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """The short forms that an article gives in brackets, each with the words that it is short for."""
    given = [
        (found[2], frozenset(word for word in found[1].split() if word[0].isupper()))
        for found in _BRACKETED.finditer(article_text)
    ]
    shorts = dict.fromkeys(_SHORT.findall(article_text))
    if shorts:
        names = {found.group() for found in _LONG_NAME.finditer(article_text)}
        for short in islice(shorts, _MOST_SHORT):
            full = next((name for name in sorted(names) if short in _initials(name)), None)
            if full is not None:
                given.append((short, frozenset(word for word in full.split() if word[0].isupper())))
    return tuple(dict.fromkeys(given))


def introducing_words(passage: Passage) -> frozenset[str]:
    """The words of names by which the article introduces persons whom a text names: "Varn" of "Varn mayor Ana Moll".

    The first names as well, where the evidence has the surname.
    """
    cast, found = read_cast(passage.article), set[str]()
    for couple in _COUPLE.finditer(
        passage.text
    ):  # "Ana and Bo Moll", where the evidence has "Moll and her husband, Bo"
        who = cast.fullest(f"{couple[1]} {couple[2]}")
        if who is not None and _is_person(who) and who.name.startswith(couple[1]):
            found.add(couple[1])
    for _, run in runs(passage.text):
        words = run.split(" ")
        known = (cast.fullest(" ".join(words[-count:])) for count in (len(words), 2, 1))
        who = next((one for one in known if one is not None and _is_person(one)), None)
        if who is not None:
            found |= {word for word in _NAME_WORD.findall(who.role or "") if word[0].isupper()}
            if who.name in passage.text and holds_whole(passage.held, surname_of(who.name)):
                found |= set(who.name.replace(".", "").split())
    return frozenset(found)


def _is_person(one: SourceName) -> bool:
    """Whether a name is a person's: "Mine Workers" is not."""
    return one.kind == "person" and word_key(surname_of(one.name)) not in NOT_NAMES


def abbreviates(word: str, near: str) -> bool:
    """Whether a word is the initials of a name: "SL" of "Sund Line"."""
    short = re.sub(r"['’]s$", "", word)
    if len(short) < 2 or not short.isupper():
        return False
    known = (one for found in _LONG_NAME.finditer(near) for one in _initials(found[0]))
    return any(one == short or (len(short) > 2 and short in one) for one in known)  # "Rask and Sund Line Guild head"


def is_called_by_first_name(passage: Passage, word: str, near: str) -> bool:
    """Whether the evidence has only the first name of a person whose surname a word is: "Ana" for Moll."""
    cast = read_cast(passage.article)
    word = without_possessive(word)
    who = cast.fullest(word)
    if who is None or surname_of(who.name) != word:
        return False
    firsts = {who.name.split()[0]} if who.kind == "person" else _first_names(passage.article.text, word)
    for first in firsts - {word}:
        whole = cast.fullest(f"{first} {word}")
        is_known = whole is not None and whole.kind == "person" and surname_of(whole.name) == word
        if is_known and re.search(rf"(?<!\w)(?<![A-Z]\w ){re.escape(first)}(?!\w|-| [A-ZÀ-Þ])", near):
            return True
    return False


def _first_names(article_text: str, surname: str) -> set[str]:
    """What an article has before a name that may be a surname, as "Ana" of what "Moll" alone is a firm's name."""
    return set(re.findall(rf"(?<!\w)([A-ZÀ-Þ][\w’'-]+) {re.escape(surname)}(?!\w)", article_text)[:_MOST_MENTIONS])


_COUPLE = re.compile(r"\b([A-ZÀ-Þ][\w’'-]+) and [A-ZÀ-Þ][\w’'-]+ ([A-ZÀ-Þ][\w’'-]+)")
_SHORT = re.compile(r"(?<![\w.])[A-Z]{3,6}(?![\w.])")
_LONG_NAME = re.compile(r"[A-Z][\w’'-]+(?: (?:of |for |the |and )*[A-Z][\w’'-]+){1,6}")
_MOST_SHORT = 40


def _initials(name: str) -> set[str]:
    """The initials of a name, with and without those of its small words but "the" and "and"."""
    parts = [part for word in name.split() for part in word.split("-") if part and part not in ("the", "and")]
    return {"".join(part[0] for part in parts).upper(), "".join(part[0] for part in parts if part[0].isupper())}
