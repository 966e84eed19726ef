"""Proves the lines of a summary: each gets the sentences of the article that it rests on, and what to doubt in it."""

from __future__ import annotations

import re
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from summarizer.contract.article import ReadOnce
from summarizer.contract.check import Check
from summarizer.contract.report import Passage, SummaryLine
from summarizer.grounding.checks.injection import looks_like_instruction
from summarizer.grounding.lines.beside_claims import told_otherwise, told_otherwise_in_all
from summarizer.grounding.lines.borrowed import borrowed_callings, borrowed_words
from summarizer.grounding.lines.callings import dropped_ranks, wrong_callings
from summarizer.grounding.lines.cited_names import names_put_otherwise
from summarizer.grounding.lines.contraries import contrary_words
from summarizer.grounding.lines.contrast import turned_contrasts
from summarizer.grounding.lines.denials import denials_lost
from summarizer.grounding.lines.figures import doubtful_figures
from summarizer.grounding.lines.listed_figures import compare_lists, is_of_kept
from summarizer.grounding.lines.names import misplaced_names
from summarizer.grounding.lines.owners import wrong_owners
from summarizer.grounding.lines.polarity import polarity_doubts
from summarizer.grounding.lines.relations import turned_relations, turned_transfers
from summarizer.grounding.lines.retold import Claims, names_told, other_speakers, other_stances
from summarizer.grounding.lines.speakers import is_known_to_say, read_lines, wrong_speakers, wrong_stances
from summarizer.grounding.lines.strangers import strange_words
from summarizer.grounding.lines.support import find_support, held_share, split_clauses
from summarizer.grounding.lines.surer import surer_words
from summarizer.grounding.lines.turned import turned_beside, turned_degrees, turned_words
from summarizer.grounding.lines.voices import turned_voices
from summarizer.grounding.lines.wording import wording_doubts
from summarizer.grounding.lines.words import holds_name, word_key
from summarizer.reading.layout.layout import sentences_of
from summarizer.reading.layout.sentences import split_sentences
from summarizer.text.language import is_read_as_english

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from summarizer.contract.article import Article
    from summarizer.contract.check import CheckCode
    from summarizer.contract.report import LinePart
    from summarizer.grounding.lines.retold import Retold
from summarizer.grounding.lines.speakers import Said

_UNSUPPORTED = Check(code="unsupported_line", detail="no sentence of the article says this")
_LEAST_HELD = 0.4  # of a line's content words in the article: a line with less is about something else


class ProposedLine(NamedTuple):
    """A line that is to be proved, with the numbers of the sentences that it is said to rest on."""

    part: LinePart
    text: str
    sentences: tuple[int, ...] = ()
    claims: tuple[str, ...] = ()


def split_text(text: str, language: str) -> Iterator[str]:
    """The sentences of a text, which together are all of it but white space."""
    at = 0
    ends = [end for _, end in split_sentences(text, language)] if text else []
    for end in [*ends[:-1], len(text)]:
        if line := text[at:end].strip():
            yield line
        at = end


def prove_lines(
    article: Article, lines: Sequence[ProposedLine], claims: tuple[Retold, ...] = (), *, is_translated: bool = False
) -> tuple[SummaryLine, ...]:
    """Find for each line what it rests on and say what to doubt in it; `claims` are those of the same answer.

    A translated line rests on the sentences that its writer names, and is not compared with them. In a language that
    the rules do not know only figures are compared.
    """
    if is_translated:
        return tuple(_as_named(article, line) for line in lines)
    proofs, key = _proofs(article), (tuple(lines), claims)
    if key not in proofs:
        copied = [_sentences_copied(article, line.text) for line in lines]
        said = _read_speakers(article, lines) if not all(copied) else ((),) * len(lines)
        proofs[key] = tuple(map(partial(_prove, article, claims), lines, copied, said))
    return proofs[key]


def _read_speakers(article: Article, lines: Sequence[ProposedLine]) -> Sequence[Sequence[Said]]:
    """For each line what it has somebody say; nothing in a language whose words the rules do not know."""
    if not is_read_as_english(article.language):
        return ((),) * len(lines)
    return read_lines(tuple(line.text for line in lines), article.language)


@ReadOnce
def _proofs(article: Article) -> dict[tuple[tuple[ProposedLine, ...], tuple[Retold, ...]], tuple[SummaryLine, ...]]:  # noqa: ARG001  kept on it
    """The proofs of an article's summaries: one is looked at when its answer comes, and again when it is settled."""
    return {}


def rest_on(article: Article, line: ProposedLine, indices: Iterable[int], checks: Iterable[Check] = ()) -> SummaryLine:
    """A line that rests on the sentences at some indices, with what is doubted in it."""
    sentences = sentences_of(article)
    spans = sorted({(sentences[index].start, sentences[index].end) for index in indices})
    evidence = tuple(Passage(quote=article.text[start:end], start=start, end=end) for start, end in spans)
    found = tuple(checks) if evidence else (_UNSUPPORTED,)
    return SummaryLine(part=line.part, text=line.text, evidence=evidence, claims=line.claims, checks=found)


def _as_named(article: Article, line: ProposedLine) -> SummaryLine:
    return rest_on(article, line, _named_sentences(article, line))


def _named_sentences(article: Article, line: ProposedLine) -> list[int]:
    """The indices of the sentences that a line says it rests on; models also count past the end."""
    count = len(sentences_of(article))
    return [number - 1 for number in line.sentences if 1 <= number <= count]


def _prove(
    article: Article, every: tuple[Retold, ...], line: ProposedLine, own: Sequence[int], said: Sequence[Said]
) -> SummaryLine:
    """The proof of a line; `own` are the indices of the sentences of which it is a passage, word for word."""
    if own:
        why = looks_like_instruction(line.text)
        doubt = [Check(code="instruction_like_text", detail=f"the line {why}")] if why else []
        return rest_on(article, line, own, doubt)
    named = frozenset(_named_sentences(article, line))
    claims = Claims(tuple(one for one in every if one.id in line.claims), every)
    known, key = _findings(article), (line.text, named, tuple(said), claims)
    if key not in known:
        support = find_support(article, line.text, named) if held_share(article, line.text) >= _LEAST_HELD else ()
        found = tuple(_checks(article, line, said, named, claims)) if support else ()
        known[key] = _Finding(tuple(support), found)
    return rest_on(article, line, known[key].support, known[key].checks)


class _Finding(NamedTuple):
    """The indices of the sentences that a line rests on, and what is doubted in it."""

    support: tuple[int, ...]
    checks: tuple[Check, ...]


@ReadOnce
def _findings(article: Article) -> dict[tuple[str, frozenset[int], tuple[Said, ...], Claims], _Finding]:  # noqa: ARG001  kept on it
    """What was found of an article's lines, by text, sentences named and what they say that somebody said.

    A model's line is looked at when the answer comes, when its summary is settled and when it is grounded.
    """
    return {}


def _sentences_copied(article: Article, text: str) -> list[int]:
    """The indices of the sentences of which a line is a passage, word for word; none for one in other words."""
    at = article.text.find(text.strip(" .…"))
    end = at + len(text.strip(" .…"))
    if at < 0 or end == at:
        return []
    return [index for index, one in enumerate(sentences_of(article)) if one.start < end and at < one.end]


def _checks(
    article: Article, line: ProposedLine, said: Sequence[Said], named: Collection[int], claims: Claims
) -> Iterator[Check]:
    is_known = is_read_as_english(article.language)
    found: dict[tuple[CheckCode, str], None] = {}
    if why := looks_like_instruction(line.text):
        found["instruction_like_text", f"the line {why}"] = None
    judged = frozenset(one.speaker for one in said if is_known_to_say(article, one))
    pairs = compare_lists(article, line.text, named)
    for clause in split_clauses(line.text):
        found |= dict.fromkeys(doubtful_figures(article, clause, line.text, named))
        if is_known:
            told = names_told(article, clause, claims)
            found |= {
                (code, why): None
                for name, code, why in _name_doubts(article, clause, line.text, named, judged)
                if not holds_name(name, told)
            }
            found |= {
                (code, why): None
                for code, why in _word_doubts(article, clause, named, told)
                if not (code == "hedge_differs" and _is_said_elsewhere(why, line.text, clause))
            }
            found |= dict.fromkeys(_party_doubts(article, clause, named))
            found |= dict.fromkeys(told_otherwise(article, clause, claims))
    if is_known:
        found |= dict.fromkeys(told_otherwise_in_all(article, line.text, claims))
    found = {doubt: None for doubt in found if doubt[0] != "figure_not_in_evidence" or not is_of_kept(doubt[1], pairs)}
    for one, other in pairs.crossed:
        found["figure_not_in_evidence", f"“{one}” and “{other}” stand for each other"] = None
    if is_known:
        found |= {("negation_differs", why): None for why in turned_contrasts(article, line.text, named)}
    wrong = [pair for pair in wrong_speakers(article, said) if not claims.is_told_by(article, pair[0])]
    for by, speaker in dict([*other_speakers(article, said, claims), *wrong]).items():
        other = f"the article from “{speaker}”" if speaker else "the article does not"
        found["source_differs", f"the line has it from “{by.speaker}”, {other}"] = None
    for by, stance in chain(wrong_stances(article, said), other_stances(article, said, claims)):
        found["stance_differs", f"the line says that “{by.speaker}” {by.stance} it, the article {stance}"] = None
    return (Check(code=code, detail=detail) for code, detail in found)


def _is_said_elsewhere(why: str, line: str, clause: str) -> bool:
    """Whether a line has the hedge that a clause of it lacks in another clause."""
    found = re.search("the article (?:says|asks) “(?P<hedge>[\\w’'-]+)", why)
    return found is not None and f" {found['hedge']} " in line.replace(clause, " ")


def _word_doubts(
    article: Article, clause: str, named: Collection[int], told_again: Collection[str]
) -> Iterator[tuple[CheckCode, str]]:
    """What a clause says surer, wider or the other way round than the article, or of what it has no word.

    `told_again` are the keys of the words of claims that say the same.
    """
    for doubts in (polarity_doubts, contrary_words, denials_lost):
        for why in doubts(article, clause, named):
            yield "negation_differs", why
    told = list(wording_doubts(article, clause, named))
    yield from told
    turned = (turned_degrees(article, clause, named), turned_beside(article, clause, named))
    for word, other in chain(turned_words(article, clause, named), *turned):
        if word_key(word) not in told_again:
            yield "meaning_differs", f"the line says “{word}”, the article “{other}”"
    yield from strange_words(article, clause)
    codes = {code for code, _ in told}
    yield from (one for one in surer_words(article, clause, named) if one[0] not in codes)


def _party_doubts(article: Article, clause: str, named: Collection[int]) -> Iterator[tuple[CheckCode, str]]:
    """Who does what to whom in a clause, and whose somebody is, otherwise than in the article."""
    voices = turned_voices(article, clause, named)
    for mine, its in chain(turned_relations(article, clause, named), turned_transfers(article, clause), voices):
        yield "meaning_differs", f"the line has “{mine}”, the article “{its}”"
    for who, calling in wrong_callings(article, clause):
        yield "role_differs", f"the article does not have {who} as of “{calling}”"
    for who, office in dropped_ranks(article, clause):
        yield "role_differs", f"the article does not call {who} “{office}” without more"
    for who, word, other in borrowed_callings(article, clause):
        yield "role_differs", f"the article has “{word}” for {other}, not for {who}"
    for words, other in borrowed_words(article, clause, named):
        yield "meaning_differs", f"the line says “{words}” where the article has “{other}”"
    for who, owner in wrong_owners(article, clause):
        yield "role_differs", f"the article does not have {who} as anybody of “{owner}”"


def _name_doubts(
    article: Article, clause: str, line: str, named: Collection[int], judged: Collection[str]
) -> Iterator[tuple[str, CheckCode, str]]:
    """The names of a clause that the article does not bear out, each with the check's code and why."""
    for name, other in names_put_otherwise(article, clause, line, named):
        if not any(name in one for one in judged):
            why = f"where the line has “{name}”, the article has “{other}”" if other else f"“{name}” is not in it there"
            yield name, "name_not_in_evidence", why
    for name, in_article in misplaced_names(article, clause, line, named):
        if in_article and any(name in one for one in judged):
            continue  # who says it is compared with who says it in the article
        if in_article:
            yield name, "name_not_in_evidence", f"“{name}” is in the article, but not where it has the rest"
        else:
            yield name, "name_not_in_article", f"the article does not hold “{name}”"
