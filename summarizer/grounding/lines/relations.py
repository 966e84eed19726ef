"""Who beats, leads, backs or blames whom in a line, beside who does it in the article, in whatever sentence.

Only acts between two who are named are compared. "A beat B" is "B lost to A"; who is for somebody is not against him.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from summarizer.attribution.sources import read_cast
from summarizer.attribution.sources.vocabulary import ROLE_NOUNS
from summarizer.attribution.statements import article_statements, source_names
from summarizer.contract.article import ReadOnce
from summarizer.grounding.checks.alignment import read_words_of
from summarizer.grounding.checks.moved import things
from summarizer.grounding.lines.support import roots_of, sentence_words, shares
from summarizer.grounding.lines.words import keys_of, name_keys
from summarizer.reading.layout.layout import sentences_of
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from summarizer.contract.article import Article
    from summarizer.grounding.checks.alignment import Word

_Kind = Literal["ahead", "behind", "for", "against", "calls"]
_KINDS: dict[str, _Kind] = {
    word: kind
    for kind in ("ahead", "behind", "for", "against", "calls")
    for word in word_set(f"lines.relations.{kind}")
}
_CONTRARY: dict[_Kind, _Kind] = {"for": "against", "against": "for"}
_OVER = word_set("lines.relations.over")
_LOSING = word_set("lines.relations.losing")
_EXCLUSIVE = word_set("lines.relations.exclusive")
_LINKS = word_set("lines.relations.links")
_PREPOSITIONS = word_set("checks.doers.prepositions")
_BE = word_set("checks.moved.be") - {"by"}
_SMALL = frozenset({"then", "of", "chief", "staff", "deputy", "the", "his", "her", "their", "its"})
_PRONOUNS = frozenset({"he", "she"})
_BACK, _AHEAD = 9, 5  # words before and after an act in which a name is looked for
_TO = 9  # words from "lost" to the "to" of who won
_CLOSE = 4  # words before a name in which it is said what it is over another one
_NEARLY = 0.6  # of what the best sentence holds of a line: another one that may be meant


class _Party(NamedTuple):
    """One who is named: the places of the words, the name, whether a person has it, and whether something is theirs."""

    start: int
    end: int
    name: str
    is_person: bool
    owns: bool

    def is_one_with(self, other: _Party) -> bool:
        """Whether two names may be one's: they share a word."""
        return not set(name_keys(self.name)).isdisjoint(name_keys(other.name))


class _Relation(NamedTuple):
    """Who does something, what it is, and to whom."""

    doer: _Party
    kind: _Kind
    done: _Party
    word: str

    @property
    def told(self) -> str:
        """The relation in words."""
        return f"{self.doer.name} {self.word} {self.done.name}"

    def is_between(self, other: _Relation) -> bool:
        """Whether the same two do something."""
        return self.goes_with(other) or self.goes_against(other)

    def goes_with(self, other: _Relation) -> bool:
        """Whether who does it is the same."""
        return self.doer.is_one_with(other.doer) and self.done.is_one_with(other.done)

    def goes_against(self, other: _Relation) -> bool:
        """Whether who does it is the one it is done to there."""
        return self.doer.is_one_with(other.done) and self.done.is_one_with(other.doer)


def turned_relations(article: Article, clause: str, named: Collection[int]) -> Iterator[tuple[str, str]]:
    """Each act between two of a clause which the article has only turned round, in words, and what the article has.

    `named` are the indices of sentences that the line is said to rest on.
    """
    words = read_words_of(clause)
    mine = list(_relations(words, _parties(article, words)))
    if not mine:
        return
    held = shares(article, roots_of(clause))
    for one in mine:
        if other := _other_choice(article, one):
            yield one.told, other.told
        told = [
            (index, other) for index, other in _told(article) if one.is_between(other) and _is_comparable(one, other)
        ]
        told = _with_figures(article, words, told)
        best = max((held[index] for index, _ in told), default=0.0)
        near = [other for index, other in told if index in named or held[index] >= _NEARLY * best]
        turned = next((other for other in near if _contradict(one, other)), None)
        if turned is None or any(one.goes_with(other) and one.kind == other.kind for _, other in told):
            continue
        if one.kind == turned.kind != "ahead" and _speaks_of(article, one):
            continue  # who blames somebody may well be blamed by him
        if max(held) * _NEARLY > best and one.kind == "ahead":
            continue  # another sentence says more of it, perhaps with no names
        yield one.told, turned.told


def _with_figures(
    article: Article, words: Sequence[Word], told: list[tuple[int, _Relation]]
) -> list[tuple[int, _Relation]]:
    """What is told where a figure of some words stands, if anything is: of two polls it is that one."""
    figures = {word.key for word in words if word.kind == "number"}
    beside = [one for one in told if not figures.isdisjoint(word.key for word in sentence_words(article)[one[0]])]
    return beside or told


def _other_choice(article: Article, one: _Relation) -> _Relation | None:
    """What an article has of who endorses somebody: that they are for another one, and nowhere for this one."""
    if one.word.lower() not in _EXCLUSIVE or not one.done.is_person:
        return None
    told = [other for _, other in _told(article) if other.kind == "for" and one.doer.is_one_with(other.doer)]
    if any(one.done.is_one_with(other.done) for other in told):
        return None
    return next((other for other in told if other.done.is_person), None)


def _is_comparable(one: _Relation, other: _Relation) -> bool:
    return (one.kind == "ahead") is (other.kind == "ahead")


def _contradict(one: _Relation, other: _Relation) -> bool:
    if one.goes_with(other):
        return one.kind == _CONTRARY.get(other.kind)
    return one.kind == other.kind or "calls" in (one.kind, other.kind)


def _speaks_of(article: Article, one: _Relation) -> bool:
    """Whether who does something says anything of the other in the article."""
    names, last = source_names(article), keys_of(one.done.name.rsplit(maxsplit=1)[-1])
    return any(
        not last.isdisjoint(keys_of(" ".join(article.text[start:end] for start, end in statement.content)))
        for statement in article_statements(article)
        if statement.mention and names[statement.mention].name == one.doer.name
    )


def turned_transfers(article: Article, clause: str) -> Iterator[tuple[str, str]]:
    """What goes, in a clause, from one to another, and in the article the other way: "from Moll to Lorn"."""
    words = read_words_of(clause)
    mine = _transfer(words, _parties(article, words))
    if mine is None:
        return
    told = [one for one in _transfers(article) if one.is_between(mine)]
    if told and not any(one.goes_with(mine) for one in told):
        yield mine.told, told[0].told


@ReadOnce
def _transfers(article: Article) -> tuple[_Relation, ...]:
    """What goes from one to another in each sentence of an article."""
    found: list[_Relation] = []
    for one, words in zip(sentences_of(article), sentence_words(article), strict=True):
        lower = {word.lower for word in words}
        if "to" in lower and not lower.isdisjoint({"from", "by"}):
            found += filter(None, [_transfer(words, _parties(article, words, one.start))])
    return tuple(found)


def _transfer(words: Sequence[Word], parties: Sequence[_Party]) -> _Relation | None:
    """Whom something comes from and whom it goes to, where each is named once."""
    sides: dict[str, list[_Party]] = {"from": [], "to": []}
    for one in parties:
        at = one.start - 1
        while at > 0 and words[at].lower in ROLE_NOUNS | _SMALL:
            at -= 1
        before = words[at].lower if at >= 0 else ""
        side = "from" if before == "by" else before
        if side in sides and not one.owns:
            sides[side].append(one)
    if len(sides["from"]) != 1 or len(sides["to"]) != 1 or sides["from"][0].is_one_with(sides["to"][0]):
        return None
    return _Relation(sides["from"][0], "for", sides["to"][0], "to")


@ReadOnce
def _told(article: Article) -> tuple[tuple[int, _Relation], ...]:
    """The acts between two that the article tells, each with the index of its sentence."""
    found: list[tuple[int, _Relation]] = []
    for index, (one, words) in enumerate(zip(sentences_of(article), sentence_words(article), strict=True)):
        if any(_kind_at(words, at) or word.lower in _LOSING or word.lower == "over" for at, word in enumerate(words)):
            found += [(index, each) for each in _relations(words, _parties(article, words, one.start))]
    return tuple(found)


def _parties(article: Article, words: tuple[Word, ...], start: int | None = None) -> list[_Party]:
    """Those whom some words name; in the article, where they start, also those whom "he" or "the senator" means."""
    cast = read_cast(article)
    found: list[_Party] = []
    for thing in things(words):
        who = cast.fullest(thing.text) if thing.kind == "name" else None
        if who is not None and name_keys(who.name) and not _is_bracketed(words, thing.start):
            owns = words[thing.end - 1].owns
            found.append(_Party(thing.start, thing.end, who.name, who.kind == "person", owns))
    if start is None:
        return found
    for at, word in enumerate(words):
        first = at
        if word.lower in ROLE_NOUNS and word.text.islower():
            first = next((one for one in range(at - 1, max(-1, at - _CLOSE), -1) if words[one].lower == "the"), at)
        if word.lower in _PRONOUNS or first != at:
            found = [one for one in found if not first <= one.start <= at]
            who = cast.resolve((start + words[first].start, start + word.end))
            if name_keys(who.name) and who.name[0].isupper():
                found.append(_Party(first, at + 1, who.name, who.kind == "person", owns=False))
    return sorted(found)


def _is_bracketed(words: Sequence[Word], at: int) -> bool:
    """Whether a bracket opens right before a place: "(Lib., Kell)"."""
    return any(word.text == "(" for word in words[max(0, at - 2) : at])


def _kind_at(words: Sequence[Word], at: int) -> tuple[_Kind, int] | None:
    """What stands at a place, an act by its word or by that and the next ("ahead of"), and where it ends."""
    if words[at].kind == "mark" or words[at].text[0].isupper():
        return None
    following = words[at + 1].lower if at + 1 < len(words) else ""
    if kind := _KINDS.get(f"{words[at].lower} {following}"):
        return kind, at + 1
    kind = _KINDS.get(words[at].lower)
    return (kind, at) if kind else None


def _relations(words: Sequence[Word], parties: Sequence[_Party]) -> Iterator[_Relation]:
    if len(parties) < 2:
        return
    for at, word in enumerate(words):
        if word.lower == "over" and (pair := _pair_over(words, parties, at)):
            yield _Relation(pair[0], "ahead", pair[1], "over")
            continue
        found, is_losing = _kind_at(words, at), word.lower in _LOSING
        if (found is None and not is_losing) or _is_noun(words, at):
            continue
        kind, end = found or ("behind", at)
        first = _before(words, parties, at)
        last = _to_whom(words, parties, at) if is_losing else _after(words, parties, end, is_of_theirs=kind != "ahead")
        if _is_passive(words, at):
            agent = next((one for one in range(at + 1, min(at + _AHEAD, len(words))) if words[one].lower == "by"), None)
            first, last = (_after(words, parties, agent) if agent is not None else None), first
        if first is None or last is None or first.is_one_with(last) or not (first.is_person or last.is_person):
            continue
        if is_losing or kind == "behind":
            yield _Relation(last, "ahead", first, f"before whom stands, by “{word.text}”,")
        else:
            yield _Relation(first, kind, last, word.text)


def _is_noun(words: Sequence[Word], at: int) -> bool:
    """Whether an act's word is a noun where it stands: "the lead", "Moll's defeat"."""
    before = words[at - 1].lower if at else ""
    return before in {"the", "a", "an", "his", "her", "their", "its"} or before.endswith(("'s", "s'"))


def _is_passive(words: Sequence[Word], at: int) -> bool:
    is_participle = words[at].lower.endswith(("ed", "en")) or words[at].lower in {"led", "beaten"}
    return is_participle and any(word.lower in _BE for word in words[max(0, at - 3) : at])


def _before(words: Sequence[Word], parties: Sequence[_Party], at: int) -> _Party | None:
    """Who stands nearest before a place in its clause, with no preposition before it."""
    if at and words[at - 1].lower == "and":  # "Moll ties with Lorn and beats Reil"
        return next((one for one in parties if one.end < at and not one.owns), None)
    if at and words[at - 1].text == ",":  # "Moll, whose brother fell at Kell, beats Reil"
        return next((one for one in parties if one.end < at and words[one.end].text == "," and not one.owns), None)
    for one in reversed([party for party in parties if at - _BACK <= party.start and party.end <= at]):
        if any(word.lower in _LINKS or word.text in ";:.!?“”" for word in words[one.end : at]):
            return None
        if one.owns or (one.start and words[one.start - 1].lower in _PREPOSITIONS):
            continue
        return one
    return None


def _after(words: Sequence[Word], parties: Sequence[_Party], at: int, *, is_of_theirs: bool = False) -> _Party | None:
    """Who stands right behind a place, before any mark or other preposition; with what is theirs where that counts."""
    one = next((party for party in parties if at < party.start <= at + _AHEAD), None)
    if one is None or (one.owns and not is_of_theirs):
        return None
    between = [word for word in words[at + 1 : one.start] if word.lower != "of"]
    if any(word.kind == "mark" or word.lower in _LINKS or word.lower in _PREPOSITIONS for word in between):
        return None
    return one


def _to_whom(words: Sequence[Word], parties: Sequence[_Party], at: int) -> _Party | None:
    to = next((one for one in range(at + 1, min(at + _TO, len(words))) if words[one].lower == "to"), None)
    return _after(words, parties, to) if to is not None else None


def _pair_over(words: Sequence[Word], parties: Sequence[_Party], at: int) -> tuple[_Party, _Party] | None:
    """The one who is ahead of, or is chosen over, another one."""
    second = _after(words, parties, at)
    first = next((one for one in reversed(parties) if at - _BACK <= one.start and one.end <= at), None)
    if first is None or second is None or first.is_one_with(second):
        return None
    beside = words[first.end : at] if first.end < at else words[max(0, first.start - _CLOSE) : first.start]
    if any(word.kind == "mark" for word in words[first.end : at]) or not (first.is_person or second.is_person):
        return None
    if not any(word.lower in _OVER for word in beside):
        return None
    return first, second
