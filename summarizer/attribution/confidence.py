"""How often statements like one that the rules found were right on annotated news.

Two things must be right: that somebody says this (the rate of the rule that found it) and who it is (the rate of the
way in which the text names them). What stands around a statement lowers both. The rates are in english/confidence.toml,
and benchmarks/confidence.py counts them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.sources import read_cast
from summarizer.attribution.sources import vocabulary as vocab
from summarizer.attribution.statements import article_statements, source_names, told_references
from summarizer.contract.article import ReadOnce
from summarizer.text.occurrences import merge_spans
from summarizer.text.words import read_words, word_set, words_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.attribution.sources import SourceName
    from summarizer.contract.article import Article
    from summarizer.contract.statement import Form, Offsets, Statement

_FOR_PEOPLE = word_set("confidence.for_people")
_ONE_OF_MANY = word_set("confidence.one_of_many")
_COUNTING = word_set("confidence.counting")
_LEADING = word_set("sources.grammar.determiners") | word_set("confidence.leading")
_SUPPOSED = words_pattern("confidence.supposed", ignore_case=True)
_DENIED = re.compile(r"n[’']t\b|\b(?:not|never|no longer)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
REFERENCES = (
    "name_of_a_person",  # "Ada Lund", who is nobody else
    "name_of_a_body",  # "the Harbour Guild"
    "single_name",  # "Lund", of whom the article says no more; "she", who is Lund
    "part_of_a_persons_name",  # "Lund", who is Ada Lund
    "part_of_a_bodys_name",  # "the guild", which is the Harbour Guild
    "role_of_somebody_named",  # "the mayor", who is Ada Lund; "the company"
    "he_or_she",
    "other_pronoun",  # "they", "it", "we", "who", resolved
    "unresolved_pronoun",
    "people_or_document",  # "two officials", "the report": nobody whom the article names
    "several_of_many",  # "64 percent", "half", "four in ten"
    "other_words",  # any other words after "the" or "a": often no source at all
    "bare_words",  # any other words without an article: mostly none
    "nobody",  # "is believed to"
)
CIRCUMSTANCES = (
    "believed_cue",  # thinks, fears, hopes
    "hedged_cue",  # suggests, estimates
    "inside_a_statement",  # the cue stands in what somebody else says
    "inside_a_phrase",  # "[the brother of] Ada Lund said": the mention may be more than the rule took
    "far_from_its_cue",  # many words stand between the source and the cue
    "supposed",  # "would say", "could ask": said by nobody yet
    "denied",  # "has not said"
    "long_mention",
    "few_words",
)
SHARED = "shared_name"  # "Lund", where the article names Ada Lund and Oskar Lund: too seldom in the news to be counted
IT = "it_for_a_body"  # "it", which is most often no body: what was just said, or a thing
RIVALLED = "rivalled_pronoun"  # "he", where two men are nearly as likely to be meant
INNER_PHRASE = "phrase_inside_a_statement"  # and no clause: "Lund said [the board had backed] her"
JUDGED = frozenset({SHARED, IT, RIVALLED, INNER_PHRASE})
_THINGS = frozenset({"noun_phrase", "passive"})  # forms of which it is seldom clear that they are said
_TITLED = re.compile(r"M(?:r|rs|s|iss)\.?\s\S+")
_THE = re.compile(r"\A(?:the|an?)\s", re.IGNORECASE)
_IN_PHRASE = re.compile(r"\b(?:of|and|or|with|in|at|to|from|by|about|against|between)\s+$")
_LONG_MENTION = 8  # words: a mention of more seldom is a mention only
_FAR = 40  # characters between a source and its cue
_LONGEST_GAP = 300
_FEW_WORDS = 3  # content of so few words is as often a name, a title or a deed


class Traits(NamedTuple):
    """What the rates are asked by: the rule, what its content is, how the source is named, and what stands around."""

    rule: str
    form: Form
    reference: str
    circumstances: tuple[str, ...]


@ReadOnce
def statement_traits(article: Article) -> tuple[Traits, ...]:
    """The traits of each of an article's statements, in their order."""
    statements, names, references = article_statements(article), source_names(article), told_references(article)
    contents = merge_spans(sorted(chain.from_iterable(one.content for one in statements)))
    traits: list[Traits] = []
    for statement in statements:
        mention = article.text[slice(*statement.mention)] if statement.mention else ""
        told = references.get(statement.mention) if statement.mention else None
        who = names.get(statement.mention) if statement.mention else None
        reference = told or reference_kind(mention, who)
        circumstances = (*_circumstances(article, statement, contents, mention), *_of_it(mention, who))
        traits.append(Traits(statement.rule, statement.form, reference, circumstances))
    return tuple(traits)


@ReadOnce
def confidences(article: Article) -> dict[Statement, float]:
    """How often statements like each of the article's were right, from 0 to 1."""
    return dict(zip(article_statements(article), map(confidence_of, statement_traits(article)), strict=True))


@ReadOnce
def statements_by_start(article: Article) -> dict[int, tuple[Statement, ...]]:
    """The article's statements by the offset at which their content begins."""
    found: dict[int, tuple[Statement, ...]] = {}
    for one in article_statements(article):
        start = one.content[0][0]
        found[start] = (*found.get(start, ()), one)
    return found


@cache
def confidence_of(traits: Traits) -> float:
    """The product of the rates, in hundredths; a rule that has no rate of its own takes that of its form."""
    rates = read_words("confidence")
    said = rates["rules"].get(traits.rule) or rates["forms"][traits.form]
    product: float = said * rates["references"][traits.reference]
    for name in traits.circumstances:
        product *= rates[name] if name in JUDGED else rates["circumstances"][name]
    return round(product, 2)


def reference_kind(mention: str, who: SourceName | None) -> str:
    """How the text names a source: one of `REFERENCES`."""
    if who is None or not mention:
        return "nobody"
    said = _words(mention)
    if said[:1] and said[0] in vocab.PRONOUNS and len(said) <= 2 and mention != "US":
        return _pronoun_kind(vocab.PRONOUNS[said[0]], who)
    named = _words(who.name)
    is_one_of_many = len(said) == 1 and said[0] in _ONE_OF_MANY and named == said
    if not set(named) <= set(said):
        if set(named).isdisjoint(said):
            return "role_of_somebody_named"
        return "part_of_a_persons_name" if who.kind == "person" else "part_of_a_bodys_name"
    name = _WORD.findall(_THE.sub("", who.name))
    if name and not is_one_of_many and name[0][0].isupper() and not name[-1][0].islower():  # no "Republican officials"
        if len(name) == 1:
            return "single_name"
        return "name_of_a_person" if who.kind == "person" else "name_of_a_body"
    is_of_people = any(vocab.is_personal(word) or word in _FOR_PEOPLE for word in said)
    if not is_one_of_many and (who.kind != "anonymous" or is_of_people):
        return "people_or_document"
    first = said[0] if said else ""
    if is_one_of_many or not _COUNTING.isdisjoint(said) or first.isdigit():
        return "several_of_many"
    return "other_words" if first in _LEADING else "bare_words"


def _pronoun_kind(group: str, who: SourceName) -> str:
    if who.name.lower() in vocab.PRONOUNS:
        return "unresolved_pronoun"
    if group not in ("he", "she"):
        return "other_pronoun"
    return "he_or_she" if " " in who.name else "single_name"


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _circumstances(article: Article, statement: Statement, contents: Sequence[Offsets], mention: str) -> Iterator[str]:
    """What stands around a statement that lowers its rate: some of `CIRCUMSTANCES`, and `SHARED`."""
    if statement.certainty != "firm":
        yield f"{statement.certainty}_cue"
    if _is_nested(statement, contents):
        is_thing = statement.form in _THINGS and statement.stance != "denies"  # to deny something is to say so
        yield INNER_PHRASE if is_thing else "inside_a_statement"
    if statement.mention:
        yield from _of_mention(article, statement.mention, mention)
    if statement.mention and statement.cue and 0 <= statement.cue[0] - statement.mention[1] < _LONGEST_GAP:
        between = article.text[statement.mention[1] : statement.cue[0]]
        if len(between) > _FAR:
            yield "far_from_its_cue"
        if _SUPPOSED.search(between):
            yield "supposed"
        if _DENIED.search(between):
            yield "denied"
    words = chain.from_iterable(_WORD.finditer(article.text, *span) for span in statement.content)
    if next(islice(words, _FEW_WORDS, None), None) is None:
        yield "few_words"


def _of_it(mention: str, who: SourceName | None) -> Iterator[str]:
    if mention.lower() == "it" and who is not None and who.kind != "document" and who.name.lower() != "it":
        yield IT


def _of_mention(article: Article, place: Offsets, mention: str) -> Iterator[str]:
    """What makes a mention doubtful: what stands before it, how long it is, or that several bear the name."""
    if _IN_PHRASE.search(article.text, max(0, place[0] - 8), place[0]):
        yield "inside_a_phrase"
    is_lone = " " not in mention or _TITLED.fullmatch(mention) is not None
    if is_lone and read_cast(article).is_shared(place):
        yield SHARED
    if read_cast(article).is_rivalled(place):
        yield RIVALLED
    if len(_WORD.findall(mention)) > _LONG_MENTION:
        yield "long_mention"


def _is_nested(statement: Statement, contents: Sequence[Offsets]) -> bool:
    """Whether the cue stands in what somebody says; `contents` are all such stretches of the article, merged."""
    if statement.cue is None:
        return False
    number = bisect_right(contents, (statement.cue[0] + 1,))
    return number > 0 and contents[number - 1][1] > statement.cue[0]
