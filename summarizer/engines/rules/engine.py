"""The engine without a key: rules find the attributed statements, position and centrality choose the summary."""

from __future__ import annotations

import bisect
import re
from typing import TYPE_CHECKING

from summarizer.attribution.confidence import confidences
from summarizer.attribution.lexicon import past_forms
from summarizer.attribution.sources import read_cast
from summarizer.attribution.statements import article_statements, source_names, told_names
from summarizer.contract.answer import Answer
from summarizer.contract.draft import Draft, DraftClaim, DraftKeyPoint, DraftLine
from summarizer.engines.rules.outline import outline
from summarizer.reading.layout.layout import layout_of
from summarizer.reading.layout.quotation import speech_text
from summarizer.reading.layout.unquoted import said_words, unquote
from summarizer.text.words import either, words_pattern

_DOUBT = re.compile(r"doubt", re.IGNORECASE)
_HEARSAY = words_pattern("drafts.claims.hearsay", ignore_case=True)
_COMPLEMENTIZER = re.compile(rf"^that\s+(?!(?:{either('drafts.claims.after_relative_that')})(?:n[’']t)?\s)(?=\S+\s)")
_POINTING = re.compile(
    rf"that\s+(?:{either('drafts.claims.after_pointing_that')})\s+(?:{either('drafts.claims.finite')}|\w+ed)\b"
)
_FINITE = re.compile(
    rf"\b(?:{either('drafts.claims.finite')}|\w{{2,}}ed)\b|n[’']t\b"
    rf"|\b[a-z]{{3,}}s\s(?:{either('drafts.claims.after_s_form')})\b",
    re.IGNORECASE,
)
_OPENING_MARKS = frozenset("“‘\"'«")
_GAP = re.compile(rf"as\s|(?P<plural>(?:are|were|have|do)\s)|(?:{either('drafts.claims.finite')})\s")
_IS_DOING = re.compile(rf"\b(?:{either('drafts.claims.before_participle')})\b|n[’']t\b")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_HELPERS = re.compile(rf"(?:\b(?:{either('drafts.claims.helpers')}|\w+ly)\s+|\b\w+n[’']t\s+)+$")
_ARTICLES = ("a ", "an ", "the ")
_PARTED = re.compile(r"[^\w\s'’-]")
_NEAR = 40  # code points between a source and its cue, within one clause

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from summarizer.attribution.sources import SourceName
    from summarizer.attribution.sources.cast import Cast
    from summarizer.contract.article import Article
    from summarizer.contract.statement import Offsets, Statement


def answer_by_rules(article: Article, min_confidence: float = 0.0) -> Answer:
    """Answer an article without a key, a network or a model file, the same each time; any text gives its lead."""
    return Answer(draft=draft(article, min_confidence), engine="extractive")


def draft(article: Article, min_confidence: float = 0.0) -> Draft:
    """Draft an article by rules alone; no key point rests on a claim whose confidence is below `min_confidence`."""
    drafted: dict[tuple[object, ...], DraftClaim] = {}
    sure: dict[tuple[object, ...], float] = {}
    statements, rates = article_statements(article), confidences(article)
    for statement, one in zip(statements, draft_claims(article, statements), strict=True):
        # Two rules may read one statement ("in a statement confirming that …"), and a page may print one twice: it is
        # one claim all the same, where it first stands.
        key = (one.source, one.stance, one.quotes)
        drafted.setdefault(key, one)
        rate = rates[statement]
        sure[key] = max(sure.get(key, 0.0), rate if rate >= min_confidence else 0.0)
    claims = tuple(_told_apart(drafted.values()))
    return summed_up_by_rules(article, claims, [sure[key] for key in drafted])


def summed_up_by_rules(article: Article, claims: tuple[DraftClaim, ...], rates: Sequence[float] | None = None) -> Draft:
    """A draft of claims with the summary that the rules choose; `rates` are the claims' confidences, if known."""
    chosen = outline(article, claims, rates)
    lines = (chosen.headline, *chosen.abstract)
    return Draft(
        claims=claims,
        headline=chosen.headline.text,
        abstract=" ".join(line.text for line in chosen.abstract),
        key_points=tuple(
            DraftKeyPoint(text=one.text, claims=one.claims, sentences=one.sentences) for one in chosen.key_points
        ),
        lines=tuple(DraftLine(text=line.text, sentences=line.sentences) for line in lines),
    )


def _told_apart(claims: Iterable[DraftClaim]) -> Iterator[DraftClaim]:
    """Give claims texts of their own: what a report in a statement says reads as the statement itself does."""
    seen: set[str] = set()
    for claim in claims:
        text = claim.text.casefold()
        if text in seen:
            # its cue stays, and the "not" before it
            words = claim.text.removeprefix("The ").removeprefix(claim.source).strip()
            yield claim.model_copy(update={"text": f"{claim.source or 'unnamed'}: {words}"})
        else:
            yield claim
        seen.add(text)


def draft_claims(article: Article, wanted: Iterable[Statement]) -> Iterator[DraftClaim]:
    """Put attributed statements of an article as draft claims, their sources by full name."""
    names, cast = source_names(article), read_cast(article)
    for statement in wanted:
        yield _draft_claim(article, cast, statement, names.get(statement.mention) if statement.mention else None)


def _draft_claim(article: Article, cast: Cast, statement: Statement, who: SourceName | None) -> DraftClaim:
    text, mention = article.text, statement.mention
    pieces = _usable_pieces(article, statement.content)
    name, kind, role = who or ("", "anonymous", "")
    return DraftClaim(
        sentence=cast.sentence_at(pieces[0][0]) + 1,
        quotes=tuple(text[start:end] for start, end in pieces),
        source=name,
        mention=text[slice(*mention)] if mention else "",
        kind=kind,
        role=role,
        via=tuple((told_names(article).get(relay) or cast.relay(relay)).name for relay in statement.relays),
        stance=statement.stance,
        text=claim_text(article, statement, name, pieces),
    )


def _usable_pieces(article: Article, content: tuple[Offsets, ...]) -> list[Offsets]:
    """The content cut at paragraph ends, so that no piece runs over furniture between two paragraphs."""
    blocks = layout_of(article).blocks
    pieces: list[Offsets] = []
    for start, end in content:
        index = max(0, bisect.bisect_right(blocks, (start, len(article.text))) - 1)
        while index < len(blocks):
            block_start, block_end, kind = blocks[index]
            if block_start >= end:
                break
            low, high = max(start, block_start), min(end, block_end)
            if low < high and kind in ("title", "body"):
                pieces.append((low, high))
            if block_end >= end:
                break
            index += 1
    return pieces or [content[0]]


def claim_text(article: Article, statement: Statement, name: str, pieces: list[Offsets]) -> str:
    """Say a claim in the article's own words.

    A clause stands alone ("the wall had been inspected in March"). A phrase needs its source and cue to mean anything:
    "Ilse Brandt condemned the delay", "Tomas Reil vowed to rebuild the wall".
    """
    if statement.form == "passive" and statement.mention is not None and statement.content[0][0] < statement.mention[0]:
        # "The mayor was accused by the union of lying" stands in one stretch.
        end = max(statement.mention[1], pieces[-1][1])
        return unquote(" ".join(article.text[pieces[0][0] : end].split())).rstrip(",")
    text = speech_text(article)
    content = said_words(text[start:end] for start, end in pieces)
    if name and _is_of_noun_before(article, statement, pieces):
        what, rest = (said_words([text[start:end]]) for start, end in pieces)
        return f"{name} {article.text[slice(*statement.cue)]} {what} {rest}" if statement.cue else content
    if not name or not _needs_cue(article, statement, content):
        is_led = content.startswith("that") and not _POINTING.match(content)
        return _COMPLEMENTIZER.sub("", content) if is_led else content
    gap = _GAP.match(content)  # what stood before the cue: "a rule that he called a farce", "what she said was late"
    filled = "" if gap is None else "they " if gap["plural"] else "it "
    if statement.form == "phrase" and _is_of_what(article, statement):
        filled = filled or "it "
    return f"{_subject(article, statement, name)} {_cue_words(article, statement)} {filled}{content}"


def _is_of_what(article: Article, statement: Statement) -> bool:
    """Whether what is called so stands before who does: "what he called late", "a step that he called “mad”"."""
    start = statement.mention[0] if statement.mention else 0
    if article.text.endswith(" what ", 0, start):
        return True
    is_quoted = article.text[statement.content[0][0]] in _OPENING_MARKS
    return is_quoted and article.text.endswith((" which ", " that "), 0, start)


def _is_of_noun_before(article: Article, statement: Statement, pieces: list[Offsets]) -> bool:
    """Whether the noun before the source is called so: "a demand Lund dismissed as late"."""
    if statement.cue is None or statement.mention is None or len(pieces) != 2:
        return False
    (start, before), (rest, _) = pieces
    is_called = statement.form == "noun_phrase" or article.text.startswith("as ", rest)
    is_between = before <= statement.mention[0] and statement.mention[1] <= statement.cue[0] < rest
    return is_called and is_between and article.text[start:before].lower().startswith(_ARTICLES)


def _subject(article: Article, statement: Statement, name: str) -> str:
    """The source's name with the article that it has in the text, "The Biden administration"."""
    assert statement.mention is not None  # noqa: S101  _needs_cue has said so
    mention = " ".join(article.text[slice(*statement.mention)].split())
    has_article = mention.lower() == f"the {name}".lower()
    return f"The {name}" if has_article else name


def _needs_cue(article: Article, statement: Statement, content: str) -> bool:
    """Whether the content is a phrase that follows its source and cue in one stretch."""
    if statement.cue is None or statement.mention is None or statement.cue[1] - statement.cue[0] < 2:
        return False
    # What somebody denies, doubts or hopes must not read as if it were what they say.
    is_said = statement.stance not in ("denies", "other") and not _DOUBT.match(article.text, statement.cue[0])
    is_said = is_said and not _HEARSAY.search(article.text, statement.mention[1], statement.cue[0])
    if is_said and _is_clause(statement, content):
        return False
    start = statement.content[0][0]
    is_fronted = statement.mention[0] >= statement.content[-1][1]  # "While declining to discuss it, Lund left"
    is_led = statement.mention[1] <= statement.cue[0] or is_fronted
    return is_led and statement.cue[0] < start and 0 <= start - statement.cue[1] <= 80


def _is_clause(statement: Statement, content: str) -> bool:
    """Whether the content can stand without its source and cue."""
    is_finite = statement.form == "bare_clause" and _FINITE.search(content) is not None
    return is_finite or statement.form in ("clause", "quotation")


def _cue_words(article: Article, statement: Statement) -> str:
    """The cue with its verb phrase before it ("did not", "has also") and what stands after it, up to the content."""
    assert statement.cue is not None  # noqa: S101  _needs_cue has said so
    assert statement.mention is not None  # noqa: S101
    before = article.text[statement.mention[1] : statement.cue[0]]
    if statement.stance not in ("denies", "other") or len(before) > _NEAR or _PARTED.search(before):
        helpers = _HELPERS.search(before)
        before = helpers.group() if helpers else ""
    # else all counts: "is expected to say", "stopped short of saying"
    words = article.text[statement.cue[0] : statement.content[0][0]]
    participle = _FIRST_WORD.match(words)
    if participle is not None and _IS_DOING.search(before) is None:
        # "Lund, calling it late," told as "Lund called it late"
        past = past_forms().get(participle[0].lower(), participle[0])
        words = past + words[participle.end() :]
    return " ".join((before + words).split())
