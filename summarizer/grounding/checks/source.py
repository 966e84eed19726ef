"""Compares a claim's source with what the rules read beside its evidence."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.sources import read_cast
from summarizer.attribution.sources.outlets import TWEETED_ON
from summarizer.attribution.sources.vocabulary import (
    CROWD_NOUNS,
    FIRST_NAMES,
    ISSUED_THINGS,
    OFFICE_WORDS,
    PRONOUNS,
    ROLE_NOUNS,
    WITNESS_NOUNS,
)
from summarizer.attribution.statements import article_statements, source_names
from summarizer.contract.check import Check
from summarizer.grounding.checks.mixed_names import is_mixed
from summarizer.grounding.checks.names import (
    name_is_held,
    same_name,
    with_short_forms,
    words_near,
)
from summarizer.grounding.checks.passage import sentence_range
from summarizer.grounding.checks.references import surname_of
from summarizer.grounding.checks.roles import is_wrong_role
from summarizer.grounding.checks.who_says import is_named, spoke_before
from summarizer.reading.layout.layout import sentences_of
from summarizer.text.occurrences import holds_whole, shared_length
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.contract.article import Article
    from summarizer.contract.report import Claim
    from summarizer.contract.statement import Offsets, Statement

_KNOWN_AS = re.compile(r"\b(?:known|alias|nicknamed)\b")  # one person with two names
# A mention further than this many sentences from the evidence rarely attributes it: docs/report.md has the figures.
FAR = 3
_LEAD = 3  # sentences in which an article names the document that it is about
_JOINED = re.compile(r"(?:,| and|, and) (?=[A-ZÀ-Þ])")
_CROWDS = CROWD_NOUNS | WITNESS_NOUNS | word_set("checks.source.crowds")
_ROLES = ROLE_NOUNS | OFFICE_WORDS
_SMALL = frozenset({"the", "a", "an", "of", "one", "another"})


_TWEET = re.compile(r"\b[Tt]weet")


class Reading(NamedTuple):
    """What the rules read where a claim's evidence stands: the statement and who makes it, by the fullest name."""

    statement: Statement
    source: str | None


def read_evidence(article: Article, claim: Claim) -> Reading | None:
    """The statement of the rules that a claim's evidence matches best, None when it matches none by half.

    Where it matches several, one of the claim's own source comes first.
    """
    return _read_spans(article, [(piece.start, piece.end) for piece in claim.evidence], claim.source.name)


def _read_spans(article: Article, spans: Sequence[Offsets], source: str) -> Reading | None:
    evidence_start, evidence_end = spans[0][0], spans[-1][1]
    statements = article_statements(article)
    first = bisect_left(statements, evidence_start - 2000, key=lambda one: one.content[0][0])
    last = bisect_right(statements, evidence_end, key=lambda one: one.content[0][0])
    names = source_names(article)
    best: Reading | None = None
    best_rank = (False, 0.5)
    for statement in statements[first:last]:
        content = statement.content
        if content[-1][1] <= evidence_start or (share := _common_share(spans, content)) < 0.5:
            continue
        name = names[statement.mention].name if statement.mention else None
        rank = (name is not None and same_name(source, name), share)
        # equally matched: the later one is the inner one, and says who speaks
        if rank >= best_rank:
            best, best_rank = Reading(statement, name), rank
    return best


def _read_around(article: Article, claim: Claim) -> Reading | None:
    """The shortest statement that holds all evidence of a claim, which may be a few words of it."""
    start, end = claim.evidence[0].start, claim.evidence[-1].end
    holding = [
        one for one in article_statements(article) if any(low <= start and end <= high for low, high in one.content)
    ]
    if not holding:
        return None
    statement = min(holding, key=lambda one: one.content[-1][1] - one.content[0][0])
    return Reading(statement, source_names(article)[statement.mention].name if statement.mention else None)


def _common_share(one: Sequence[Offsets], other: Sequence[Offsets]) -> float:
    """What two lists of spans have in common, as a share of all that either holds."""
    common = shared_length(one, other)
    return common / (sum(end - start for start, end in (*one, *other)) - common)


def check_source(article: Article, claim: Claim, near: str, reading: Reading | None) -> list[Check]:
    """Doubts about who a claim is said to come from; `near` is the evidence's sentences and the one before."""
    source = claim.source
    if source.span is None and (source.kind == "outlet" or source.name == "unnamed source"):
        return []
    # A relay may be put in the engine's words: "a note from her office".
    relays = [name for name in claim.via if any(map(str.isupper, name))]
    absent = [name for name in (source.name, *relays) if not _is_in(article, name, claim.origin)]
    checks = [Check(code="name_not_in_article", detail=f"the article does not name “{name}”") for name in absent]
    if claim.origin == "rules" or absent:
        return checks
    reading = reading or _read_around(article, claim)
    doubt = _doubt_several(article, claim, reading) or _doubt_source(article, claim, near, reading)
    return [*checks, doubt] if doubt is not None else checks


def _doubt_several(article: Article, claim: Claim, reading: Reading | None) -> Check | None:
    """The doubt about a claim of two: its source is two persons of whom one says it, or its evidence is of two."""
    persons = _persons_in(article, claim.source.name)
    mention = _mention(article, reading)
    apposed = _apposed(article, reading)
    if (
        len(persons) > 1
        and mention.lower() not in _OF_SEVERAL
        and mention
        and not all(words_near(name, f"{mention} {apposed}") for name in persons)
    ):
        detail = f"“{claim.source.name}” are several, the rules read “{mention}” as who says it"
        return Check(code="source_differs", detail=detail)
    if len(claim.evidence) == 1:
        return None
    spans = [[(piece.start, piece.end)] for piece in claim.evidence]
    readings = (_read_spans(article, one, claim.source.name) for one in spans)
    read = dict.fromkeys(one.source for one in readings if one is not None and one.source and is_named(one.source))
    apart = [name for name in read if not is_same_source(article, name, claim.source.name)]
    if not apart or len(read) == 1:
        return None
    return Check(
        code="source_differs", detail=f"a part of the evidence is what “{apart[0]}” says, as the rules read it"
    )


def _persons_in(article: Article, name: str) -> list[str]:
    """The persons of the article that "and" joins to one name."""
    cast = read_cast(article)
    found = (cast.fullest(part) for part in _JOINED.split(name)) if _JOINED.search(name) else ()
    return list(dict.fromkeys(who.name for who in found if who is not None and who.kind == "person"))


def _mention(article: Article, reading: Reading | None) -> str:
    mention = reading.statement.mention if reading is not None else None
    return article.text[slice(*mention)] if mention is not None else ""


def _apposed(article: Article, reading: Reading | None) -> str:
    """What stands between the words for a speaker and those of saying it: "her rivals, Ana Moll and Bo Rask, said"."""
    mention, cue = (None, None) if reading is None else (reading.statement.mention, reading.statement.cue)
    return article.text[mention[1] : cue[0]] if mention is not None and cue is not None else ""


def _doubt_source(article: Article, claim: Claim, near: str, reading: Reading | None) -> Check | None:
    """The doubt about a source that the article names somewhere."""
    source, read = claim.source, reading.source if reading is not None else None
    if read and any(is_same_source(article, name, read) for name in (source.name, *claim.via)):
        return None
    if _is_crowd_beside_person(article, claim, reading):
        detail = f"“{source.name}” is one person, the rules read “{_mention(article, reading)}” as who says it"
        return Check(code="source_differs", detail=detail)
    if words_near(source.name, with_short_forms(near, article.text)):
        if reading is None or not _is_rival(article, claim, reading):
            return None
        detail = f"“{source.name}” is named beside the evidence, but the rules read “{read}” as who says it"
        return Check(code="source_differs", detail=detail)
    if read and is_named(read):
        is_called_so = _called_by(claim, read) and not _are_two_persons(article, source.name, read)
        is_called_so = is_called_so or _is_issued(article, claim, _mention(article, reading))
        if is_called_so or _is_misread_pronoun(article, claim, read, _mention(article, reading)):
            return None
        detail = f"“{source.name}” is not named beside the evidence; the rules read “{read}” there"
        return Check(code="source_differs", detail=detail)
    if _may_be_meant(article, claim, _mention(article, reading)) or (not read and _is_of_all(article, claim)):
        return None
    if source.span is None or (distance := sentences_between(article, claim)) > FAR:
        place = f"stands {distance} sentences from the evidence" if source.span else "is not named beside the evidence"
        return Check(code="source_far_from_evidence", detail=f"“{source.name}” {place}")
    return None


def _is_of_all(article: Article, claim: Claim) -> bool:
    """Whether an article is all about the document that says it, a poll or a report that it names at its beginning."""
    if claim.source.kind != "document":
        return False
    lead = sentences_of(article)[:_LEAD]
    return bool(lead) and words_near(claim.source.name, article.text[lead[0].start : lead[-1].end])


def is_same_source(article: Article, one: str, other: str) -> bool:
    """Whether two names may be one source: they share a word, or one is the other's short form."""
    cast = read_cast(article)
    known, read = cast.fullest(one), cast.fullest(other)
    if known is not None and read is not None:
        if known.name == read.name:
            return True
        if known.kind == read.kind == "person" and " " in known.name and " " in read.name:
            return surname_of(known.name) == surname_of(read.name)
    if same_name(one, other):
        return True
    return words_near(one, with_short_forms(other, article.text)) or words_near(
        other, with_short_forms(one, article.text)
    )


def _is_issued(article: Article, claim: Claim, mention: str) -> bool:
    """Whether "the statement" says it, and the sentences before tell whose it is: "Moll gave a statement"."""
    noun = mention.lower().rpartition(" ")[2]
    if noun not in ISSUED_THINGS or not mention.lower().startswith(("the ", "his ", "her ", "their ", "its ")):
        return False
    first, _ = sentence_range(article, claim.evidence[0].start, claim.evidence[0].end)
    sentences = sentences_of(article)
    near = sentences[max(0, first - FAR) : first]
    told = (article.text[one.start : one.end] for one in near)
    return any(words_near(claim.source.name, one) and holds_whole(one.lower(), noun) for one in told)


def _is_misread_pronoun(article: Article, claim: Claim, read: str, mention: str) -> bool:
    """Whether the rules took a "she" for no person, or an "it" for one of several bodies that are at hand."""
    is_person = claim.source.kind == "person"
    if mention.lower() not in (_OF_PERSONS if is_person else _OF_BODIES):
        return False
    if is_person and read.split(maxsplit=1)[0].lower() in FIRST_NAMES:
        return False
    first, _ = sentence_range(article, claim.evidence[0].start, claim.evidence[0].end)
    sentences = sentences_of(article)
    near = article.text[sentences[max(0, first - FAR)].start : sentences[first].end]
    lead = article.text[: sentences[min(_LEAD, len(sentences)) - 1].end]
    return words_near(claim.source.name, near if is_person else f"{near} {lead}")


_OF_SEVERAL = frozenset({"both", "the two", "they", "the pair", "all"})
_OF_PERSONS = frozenset({"he", "she"})
_OF_BODIES = frozenset({"it", "they"})


def _called_by(claim: Claim, read: str) -> bool:
    """Whether the name that the rules read is a part of what the source is called: "the Harbour Board's chief"."""
    called = " ".join((claim.source.role or "", claim.source.span.text if claim.source.span is not None else ""))
    return words_near(read, called)


def _are_two_persons(article: Article, one: str, other: str) -> bool:
    """Whether two names are those of different persons, each with a first name and a surname."""
    cast = read_cast(article)
    persons = [cast.fullest(name) for name in (one, other)]
    known = {who.name for who in persons if who is not None and who.kind == "person" and " " in who.name}
    return len(known) > 1


def _is_crowd_beside_person(article: Article, claim: Claim, reading: Reading | None) -> bool:
    """Whether many say what the claim has one person say: "witnesses", "the authorities"."""
    words = _mention(article, reading).lower().split()
    if claim.source.kind != "person" or not words or words[-1] not in _CROWDS:
        return False
    who = read_cast(article).fullest(claim.source.name)
    return who is not None and who.kind == "person"


def _may_be_meant(article: Article, claim: Claim, mention: str) -> bool:
    """Whether the source may be who the evidence's words for the speaker mean, or who has gone on speaking."""
    source = claim.source
    nouns = [word for word in mention.lower().split() if word not in _SMALL]
    if nouns and source.role and not set(nouns).isdisjoint(source.role.lower().split()):
        return True
    if nouns and not set(nouns).isdisjoint(source.name.lower().split()):
        return True
    if nouns and mention.islower() is False and len(nouns) > 1 and not is_wrong_role(article, source.name, nouns[-1]):
        return True
    if nouns and nouns[-1] in _ROLES and not is_wrong_role(article, source.name, nouns[-1]):
        return True
    start, end = claim.evidence[0].start, claim.evidence[-1].end
    around = (spoke_before(article, start), _speaks_after(article, end))
    if any(name and is_same_source(article, source.name, name) for name in around):
        return True
    if (nouns and nouns[0] not in PRONOUNS) or (not nouns and source.kind == "person"):
        return False
    first, _ = sentence_range(article, claim.evidence[0].start, claim.evidence[0].end)
    sentences = sentences_of(article)
    near = article.text[sentences[max(0, first - 2 * FAR)].start : sentences[first].end]
    return words_near(source.name, near) or words_near(source.name.rpartition(" ")[2], near.lower())


def _speaks_after(article: Article, end: int) -> str | None:
    """Who is named right after what stands in quotation marks: its speaker may be named at the end of all of it."""
    if not read_cast(article).is_quoted(end - 1):
        return None
    names, statements = source_names(article), article_statements(article)
    at = bisect_right(statements, end, key=lambda one: one.content[0][0])
    for statement in statements[at : at + FAR]:
        name = names[statement.mention].name if statement.mention else ""
        if name and is_named(name):
            return name
    return None


def _is_in(article: Article, name: str, origin: str) -> bool:
    if not name or holds_whole(article.text, name) or (name == TWEETED_ON and _TWEET.search(article.text)):
        return True
    if not name_is_held(name, article.text):
        return read_cast(article).fullest(name) is not None
    return origin == "rules" or not is_mixed(name, article.text)


def _is_rival(article: Article, claim: Claim, reading: Reading) -> bool:
    """Whether the rules read another name of the same sort in the evidence's own sentence: two persons, or two bodies.

    A government may speak for its minister, and a company for its lawyer: these do not contradict each other.
    """
    mention = reading.statement.mention
    if mention is None or reading.source is None or not is_named(reading.source) or not is_named(claim.source.name):
        return False
    if not words_near(reading.source, article.text[slice(*mention)]):  # "he" may be somebody else
        return False
    if _is_told_by(claim, reading.source, article.text[: mention[0]].rpartition("\n")[2]):
        return False
    if _KNOWN_AS.search(article.text, mention[0], mention[1] + 200) or _is_of(article, claim, mention):
        return False
    cast = read_cast(article)
    said, read = cast.fullest(claim.source.name), cast.fullest(reading.source)
    if said is None or read is None or said.name == read.name:
        return False
    return (said.kind == "person") is (read.kind == "person")


def _is_told_by(claim: Claim, read: str, before: str) -> bool:
    """Whether the source tells, in the claim and in the evidence's paragraph, what the one whom the rules read says."""
    source, inner = (re.escape(surname_of(name)) for name in (claim.source.name, read))
    is_told = rf"(?<!\w){source}(?:['’]s)? [\w ]*?(?:said|says|told|added|noted|wrote|argued|explained)\b.*?"
    return re.search(rf"{is_told}(?<!\w){inner}(?!\w)", claim.text) is not None and (
        re.search(rf"{is_told}(?:[^.!?]*)$", before) is not None
    )


def _is_of(article: Article, claim: Claim, mention: Offsets) -> bool:
    """Whether the rules took for the speaker whose the source is: "Ana Moll of the Sea Union, or SU, said"."""
    span = claim.source.span
    return (
        span is not None
        and span.end <= mention[0]
        and re.match(r",? (?:of|from|for|at) ", article.text[span.end :][:8]) is not None
    )


def contradicting_speaker(article: Article, claim: Claim) -> str | None:
    """The person whom the evidence's own sentence names as saying what a claim has another person say."""
    reading = read_evidence(article, claim)
    if reading is None or reading.source is None or is_same_source(article, claim.source.name, reading.source):
        return None
    if any(is_same_source(article, name, reading.source) for name in claim.via):
        return None
    cast = read_cast(article)
    persons = (cast.fullest(name) for name in (claim.source.name, reading.source))
    if not all(who is not None and who.kind == "person" and " " in who.name for who in persons):
        return None
    return reading.source if _is_rival(article, claim, reading) else None


def sentences_between(article: Article, claim: Claim) -> int:
    """Sentences between the source's mention and the evidence, 0 in the same one."""
    if claim.source.span is None:
        return 0
    mention = max(0, read_cast(article).sentence_at(claim.source.span.start))
    first, last = sentence_range(article, claim.evidence[0].start, claim.evidence[-1].end)
    return max(first - mention, mention - last, 0)
