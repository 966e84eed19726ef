"""Who a line of a summary says that something comes from, beside who says it in the article.

The lines are read by the rules that read the article: what each says that somebody said is compared with the
statements of the article that say the same.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.sources import read_cast
from summarizer.attribution.statements import article_statements, source_names
from summarizer.contract.article import ReadOnce
from summarizer.grounding.checks.polarity import DISMISSED
from summarizer.grounding.checks.stance import CONTRARY
from summarizer.grounding.lines.support import alike, roots_of, shares
from summarizer.grounding.lines.words import (
    are_one_misspelt,
    forms_of,
    holds_name,
    in_articles_form,
    is_unnamed,
    keys_of,
    name_keys,
    name_runs,
    sentence_keys,
    word_key,
    writes_of_self,
)
from summarizer.reading.layout.layout import article_of_lines, sentences_of
from summarizer.text.words import either, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.attribution.sources import SourceName
    from summarizer.contract.article import Article
    from summarizer.contract.draft import Stance
    from summarizer.contract.statement import Offsets, Statement

_LONGEST_NAME = 7  # words; a longer phrase is no name
_FEWEST_ROOTS = 2  # of what is said, or it could be anything
_ALIKE = 0.45  # of the weight of what is said must stand in a statement that says the same
_SOME_OF_IT = 0.2  # of what two are said to say, in a statement by one of them
_NEARLY = 0.75  # of the best statement's share: another one that may be meant
_UNNAMED_REACH = 3  # sentences about a speaker without a name in which he may have one
_NAMED_REACH = 2
_OFTEN = 3  # sentences in which a writer speaks of himself
_PRONOUNS = frozenset({"he", "she", "they", "him", "her"})
_JOINED = re.compile(r",? and (?=the |[A-Z])")
_TELLS = re.compile(
    rf"(?<!\w)(?P<who>[Hh]e|[Ss]he|[Tt]hey|[A-ZÀ-Þ][\w-]+)(?:'s (?:\w+ )?\w+)? (?:{either('words.claims.saying')})\b"
)
_DOES = re.compile(
    r"(?:\b(?:while|whereas|but)|;) "
    r"(?P<who>(?:[Tt]he )?[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)*|the [a-z]+) [a-z]+(?:ed|s)\b"
)
_PARTIES = word_set("lines.speakers.parties")
_IS_FOR = re.compile(r"\b(?:for|of|to|by|from) ")  # "a spokesman for Ana Moll" is not Ana Moll
_OTHERS = word_set("lines.speakers.others")  # of "Moll's critics" Moll is none
OF_STATE = word_set("lines.speakers.of_state")
_FULL_NOUN = 3  # words of "the city council"
_SMALL_WORDS = frozenset({"the", "a", "an", "of", "for", "and"})


class Said(NamedTuple):
    """What a line says that somebody said: the speaker's name, and the words."""

    speaker: str
    words: str
    stance: Stance = "asserts"
    others: tuple[str, ...] = ()  # the names before "she" in its line, of whom she may be another one


# A summary is looked at when its answer comes, when it is settled and when it is grounded.
@lru_cache(maxsize=64)
def read_lines(lines: tuple[str, ...], language: str) -> tuple[tuple[Said, ...], ...]:
    """For each line what it attributes; the lines are read together, so that "he" is who was named before."""
    article = article_of_lines(lines, language)
    statements = article_statements(article)
    ends: list[int] = []
    for line in lines:
        ends.append((ends[-1] + 2 if ends else 0) + len(line))
    found: list[list[Said]] = [[] for _ in lines]
    for one in statements:
        if one.mention is None or _is_within(one, statements) or _sacks(article, one) or _is_done_to(article, one):
            continue
        span = _subject(article, one, statements)
        mention = article.text[slice(*span)]
        is_pronoun = mention.lower() in _PRONOUNS  # whom "the company" stands for is the article's to say
        speaker = source_names(article)[span].name if is_pronoun else mention
        if (name_keys(speaker) or _is_body(speaker)) and len(speaker.split()) <= _LONGEST_NAME:
            at = next((index for index, end in enumerate(ends) if one.content[0][0] < end), len(lines) - 1)
            words = " ".join(article.text[start:end] for start, end in one.content)
            before = [name for _, name in name_runs(article.text[: span[0]])] if is_pronoun else []
            found[at].append(Said(speaker, words, one.stance, tuple(before)))
    return tuple(map(tuple, found))


def _sacks(article: Article, one: Statement) -> bool:
    """Whether somebody is dismissed, and nothing that is said."""
    if one.cue is None or not article.text[slice(*one.cue)].lower().startswith("dismiss"):
        return False
    words = " ".join(article.text[start:end] for start, end in one.content).lower().split()
    return DISMISSED.isdisjoint(words)


def _is_done_to(article: Article, one: Statement) -> bool:
    """Whether it is others who say it of whom the mention names: "Moll, criticised for using the term"."""
    if one.cue is None or one.mention is None:
        return False
    between, after = article.text[one.mention[1] : one.cue[0]], article.text[one.cue[1] :]
    return between == ", " and article.text[slice(*one.cue)].endswith("ed") and after.startswith(" for ")


def _subject(article: Article, one: Statement, statements: Sequence[Statement]) -> Offsets:
    """Who says something: after "and said" the one who does what stands before the "and", whom a rule may pass over."""
    mention, cue = one.mention or (0, 0), one.cue
    if cue is None or not article.text[: cue[0]].endswith(" and "):
        return mention
    nearer = [other.mention for other in statements if other.mention and mention[1] <= other.mention[0] < cue[0]]
    nearer += [found.span("who") for found in _DOES.finditer(article.text, mention[1], cue[0])]
    return max(nearer, default=mention)


def _is_within(one: Statement, statements: Sequence[Statement]) -> bool:
    """Whether a statement is a part of what somebody else says: "A said that B told him"."""
    if one.mention is None:
        return False
    at = one.mention[0]
    return any(other is not one and any(start <= at < end for start, end in other.content) for other in statements)


def wrong_speakers(article: Article, said: Sequence[Said]) -> Iterator[tuple[Said, str]]:
    """What a line attributes to somebody who does not say it in the article, each with who does."""
    for one in said:
        same = _same_statements(article, one)
        speakers = [*_JOINED.split(one.speaker), *one.others]  # "the mayor and the union"
        if not same or _is_description(one.speaker) or _says_it_itself(article, one, same):
            continue
        if any(_is_passed_on(article, one, statement) for statement in same) or _is_of_writer(article):
            continue
        if _is_body(one.speaker) and not _is_another(article, one.speaker, same):
            continue
        if not any(_agrees(article, name, statement) for statement in same for name in speakers):
            mention = same[0].mention
            yield one, source_names(article)[mention].name if mention else ""
        elif not one.others and (silent := _silent(article, one, speakers)):
            yield one._replace(speaker=silent), ""


def is_known_to_say(article: Article, said: Said) -> bool:
    """Whether the speaker of a line says by name what it gives in the article, or something like it."""
    names, own = source_names(article), name_keys(said.speaker)
    told = (names[one.mention].name for one in _same_statements(article, said) if one.mention)
    return any(not set(own[-1:]).isdisjoint(name_keys(name)) for name in told)


def _is_body(speaker: str) -> bool:
    """Whether a speaker is called by a noun alone: "the council"."""
    return not name_keys(speaker) and speaker.lower().startswith("the ") and len(speaker.split()) <= _FULL_NOUN


def _is_another(article: Article, speaker: str, same: Sequence[Statement]) -> bool:
    """Whether a body called by its noun cannot be the one that says the `same` in an article.

    A person is no body that speaks elsewhere in it, and no firm is the government.
    """
    noun, names = word_key(speaker.rsplit(maxsplit=1)[-1]), source_names(article)
    told = [names[one.mention] for one in same if one.mention]
    if told and all(one.kind in ("organization", "media", "armed_group") for one in told):
        return noun in OF_STATE
    called = set()
    for one in article_statements(article):
        mention = article.text[slice(*one.mention)] if one.mention else ""
        if one.mention and _is_body(mention) and word_key(mention.rsplit(maxsplit=1)[-1]) == noun:
            called.add(names[one.mention].name)
    return all(one.kind == "person" for one in told) and bool(called) and called.isdisjoint(one.name for one in told)


def _is_description(speaker: str) -> bool:
    """Whether a speaker is no more than some people of a party: "two Liberal chairmen", "Liberal PAC"."""
    words = speaker.split()
    if not (words[-1].islower() or words[-1].isupper()):
        return False
    parties = [word for word in words if word.lower() in _PARTIES]
    names = [word for word in words[1:] if word[0].isupper() and not word.isupper() and word not in parties]
    return bool(parties) and not names


def _says_it_itself(article: Article, said: Said, same: Sequence[Statement] = ()) -> bool:
    """Whether a sentence that names the speaker, outside of what others say, holds as much of it as any other.

    One in which somebody says the `same` does not count.
    """
    roots = roots_of(said.words) - roots_of(said.speaker)
    held = shares(article, roots)
    best, forms = max(held, default=0.0), forms_of(article, said.speaker)
    for index, one in enumerate(sentences_of(article)):
        spans = [span for other in same for span in other.content]
        if not best or held[index] < _NEARLY * best or any(low < one.end and one.start < high for low, high in spans):
            continue
        beside = "".join(_beside_content(article, one.start, one.end))
        if any(holds_name(form, keys_of(beside)) for form in forms):
            return True
    return False


def _beside_content(article: Article, start: int, end: int) -> Iterator[str]:
    """What stands between two places of an article and is no part of what somebody says."""
    at = start
    for low, high in sorted(span for one in article_statements(article) for span in one.content):
        if low < end and start < high:
            yield article.text[at : max(at, low)]
            at = max(at, high)
    yield article.text[at : max(at, end)]


def _silent(article: Article, said: Said, speakers: Sequence[str]) -> str | None:
    """The first of several speakers of a line who says nothing of it in the article."""
    if len(speakers) == 1:
        return None
    roots = roots_of(said.words) - roots_of(said.speaker)
    told = [one for one, held in _content_roots(article) if alike(article, roots, held) >= _SOME_OF_IT]
    cast = read_cast(article)
    for name in filter(name_keys, speakers):
        who = cast.fullest(name)
        if who is None or who.kind != "person":
            continue
        if not any(_agrees(article, name, one) for one in told) and not _says_it_itself(
            article, said._replace(speaker=name)
        ):
            return name
    return None


def wrong_stances(article: Article, said: Sequence[Said]) -> Iterator[tuple[Said, Stance]]:
    """What a line has somebody say with a stance that contradicts all that they say of it, each with that stance."""
    for one in said:
        contrary = CONTRARY.get(one.stance, frozenset())
        told = {other.stance for other in _same_statements(article, one) if _agrees(article, one.speaker, other)}
        if told & contrary and one.stance not in told and told <= contrary | {"asserts", "other"}:
            yield one, min(told & contrary)


@ReadOnce
def _content_roots(article: Article) -> tuple[tuple[Statement, frozenset[str]], ...]:
    return tuple(
        (one, frozenset().union(*[roots_of(article.text[start:end]) for start, end in one.content]))
        for one in article_statements(article)
    )


def _same_statements(article: Article, said: Said) -> list[Statement]:
    roots = roots_of(said.words) - roots_of(said.speaker)
    if len(roots) < _FEWEST_ROOTS:
        return []
    shares = [
        (alike(article, roots, held), one)
        for one, held in _content_roots(article)
        if len(roots & held) >= _FEWEST_ROOTS
    ]
    best = max((share for share, _ in shares), default=0.0)
    return [one for share, one in shares if best >= _ALIKE and share >= _NEARLY * best]


def _agrees(article: Article, speaker: str, statement: Statement) -> bool:
    """Whether a statement of the article may be by a speaker whom a line names."""
    speaker = in_articles_form(article, speaker)
    if statement.mention is None:
        return True
    cast, source = read_cast(article), source_names(article)[statement.mention]
    mention = article.text[slice(*statement.mention)]
    relays = " ".join(cast.resolve(relay).name for relay in statement.relays)
    called = f"{source.name} {source.role} {mention} {relays}"
    who = cast.fullest(speaker)
    names = f"{speaker} {who.name}" if who else speaker
    if _are_others(mention, speaker):
        return False
    if _is_told_within(article, names, statement) or are_one_misspelt(names, source.name):
        return True
    if not _IS_FOR.search(speaker) and _are_two_persons(article, who, mention):
        return False
    beside, first, last = _outside_content(article, statement)
    if (
        not set(name_keys(names)).isdisjoint(name_keys(called))
        or any(holds_name(form, keys_of(f"{called} {beside}")) for form in forms_of(article, speaker))
        or holds_name(names, keys_of(beside))
        # whom "he" means is not sure enough to tell of another one named right before
        or (mention.lower() in _PRONOUNS and holds_name(names, _keys_within(article, range(first - 1, first))))
    ):
        return True
    is_person = who is not None and who.kind == "person"
    if is_person and source.kind == "anonymous" and _are_many(article, statement):
        return False
    if is_person and source.name.lower() in OF_STATE:
        return any(holds_name(names, keys) and source.name.lower() in keys for keys in sentence_keys(article))
    if is_unnamed(source):
        role = set((who.role if who else "").lower().split()) & set(source.name.lower().split())
        near = range(first - _UNNAMED_REACH, last + _UNNAMED_REACH + 1)
        return bool(role - _SMALL_WORDS) or holds_name(names, _keys_within(article, near))
    return is_person is not (source.kind == "person") and _speaks_for(
        article, names, source, range(first - _NAMED_REACH, last + 1)
    )


@ReadOnce
def _is_of_writer(article: Article) -> bool:
    """Whether an article's writer speaks of himself: what a line has from him no rule reads as said."""
    texts = (article.text[one.start : one.end] for one in sentences_of(article))
    return sum(map(writes_of_self, texts)) >= _OFTEN


def _is_passed_on(article: Article, said: Said, statement: Statement) -> bool:
    """Whether a line has it from a paper that is named in what is said: "Moll spoke of the report on five leaks"."""
    if statement.mention is None:
        return False
    is_paper = said.speaker.rsplit(maxsplit=1)[-1].islower()
    words = " ".join(article.text[start:end] for start, end in statement.content)
    return is_paper and said.speaker.lower() in words.lower()


def _are_others(mention: str, speaker: str) -> bool:
    """Whether those who say something are somebody's critics or the like, and the line has it from that one."""
    owner, _, rest = mention.replace("’", "'").partition("'s ")
    is_other = rest.rsplit(maxsplit=1)[-1:] != [] and rest.split()[-1] in _OTHERS
    return is_other and name_keys(owner)[-1:] == name_keys(speaker.replace("’", "'"))[-1:] and "'s " not in speaker


def _is_told_within(article: Article, names: str, statement: Statement) -> bool:
    """Whether what somebody says tells what another one said: "Lorn said Moll's letter saying it fell was false"."""
    words = " … ".join(article.text[start:end] for start, end in statement.content).replace("’", "'")
    last = name_keys(names)[-1:]
    for found in _TELLS.finditer(words):
        who = word_key(found["who"])
        if [who] == last or (found["who"].lower() in _PRONOUNS and holds_name(names, keys_of(words[: found.start()]))):
            return True
    return False


def _are_many(article: Article, statement: Statement) -> bool:
    """Whether those who say something are several without a name: "close friends", "two officials"."""
    mention = article.text[slice(*statement.mention)] if statement.mention else ""
    return mention.endswith("s") and not mention.endswith(("ss", "us", "'s"))


def _are_two_persons(article: Article, who: SourceName | None, mention: str) -> bool:
    """Whether the article names another person as the one who says it."""
    other = read_cast(article).fullest(mention) if name_keys(mention) else None
    if who is None or other is None or who.kind != "person" or other.kind != "person" or " " not in other.name:
        return False
    if are_one_misspelt(who.name, other.name):
        return False
    if is_unnamed(other):  # "the Kelp writer" is who is named beside "Kelp"
        own, named = keys_of(who.name.rsplit(maxsplit=1)[-1]), name_keys(other.name)
        beside = [keys for keys in sentence_keys(article) if keys.issuperset(named)]
        return len(beside) > 1 and not any(own <= keys for keys in beside)
    return set(name_keys(who.name)).isdisjoint(name_keys(other.name))


def _speaks_for(article: Article, names: str, source: SourceName, near: range) -> bool:
    """Whether a body and a person stand together in the article: a ministry speaks by its minister."""
    if _is_body(names):
        return any(holds_name(source.name, keys) and holds_name(names, keys) for keys in sentence_keys(article))
    if holds_name(names, _keys_within(article, near)):
        return True
    return any(
        holds_name(source.name, keys) and holds_name(names, _keys_within(article, range(index - 1, index + 1)))
        for index, keys in enumerate(sentence_keys(article))
    )


def _keys_within(article: Article, indices: range) -> frozenset[str]:
    keys = sentence_keys(article)
    return frozenset().union(*[keys[index] for index in indices if 0 <= index < len(keys)])


def _outside_content(article: Article, statement: Statement) -> tuple[str, int, int]:
    """What stands in a statement's sentences beside what is said, and the indices of the first and the last."""
    cast, sentences = read_cast(article), sentences_of(article)
    spans = [span for span in (statement.mention, statement.cue, *statement.content) if span]
    first = max(0, min(cast.sentence_at(start) for start, _ in spans))
    last = max(cast.sentence_at(max(start, end - 1)) for start, end in spans)
    at, beside = sentences[first].start, []
    for start, end in sorted(statement.content):
        beside.append(article.text[at : max(at, start)])
        at = max(at, end)
    beside.append(re.sub(r"\s+", " ", article.text[at : sentences[last].end]))
    return " … ".join(beside), first, last
