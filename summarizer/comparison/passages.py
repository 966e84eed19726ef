"""The passages of one article that may answer a question: its claims, and what it says in its own voice."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from summarizer.comparison.counted import SMALL_NUMBERS
from summarizer.comparison.makers import survey_in
from summarizer.comparison.names import is_title
from summarizer.comparison.negations import is_negated
from summarizer.comparison.terms import terms_of
from summarizer.reading.layout.layout import layout_of
from summarizer.reading.layout.sentences import split_sentences
from summarizer.text.figures import find_figures
from summarizer.text.folding import DOUBLE_QUOTES
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.comparison.terms import Term
    from summarizer.contract.draft import SourceKind, Stance
    from summarizer.contract.report import Claim, Report
    from summarizer.text.figures import FigureSpan

_SAYS_NOTHING = re.compile(  # "the statement did not mention [sprinklers]" states nothing of them
    r"\b(?:did|does|do|had|has|have)(?:\snot|n['’]t)\s(?:mention|address|refer\sto|discuss|elaborate)(?:ed)?\b"
)
_LEAST_OWN = 25  # characters beside claims; fewer say nothing of their own
_TOLD_BY = re.compile(  # a sentence that nobody made a claim of, and yet says at its end who tells it
    r",\s(?P<who>(?!(?:and|but|or|which|who|as)\s)(?:the\s)?[^\W\d_][^,.;:()“”\"]{2,50}?)\s"
    r"(?:said|says|estimated|estimates|reported|announced|shows?|showed"
    r"|told\s(?:reporters|journalists|lawmakers|(?:the\s)?[A-Z][\w’']+(?:\s[A-Z][\w’']+)?))"
    r"(?:\s(?:on\s)?\w+day(?:\s\w+)?)?[.]?$"
)
_DENIED = re.compile(
    r"(?P<who>[A-Z][^.,;“”]{2,70}?)\s(?:(?:(?:strongly|flatly|firmly|angrily)\s)?"
    r"(?:denied|denies|rejected|rejects|disputed|disputes|contested|contests|contradicted|contradicts)"
    r"\s(?:it|that|this|her|him|them|the\s\w+)|disagreed|disagrees|begged\sto\sdiffer|begs\sto\sdiffer)[.]$"
)
_TWO_TELLERS = re.compile(
    r"(?P<first>(?:[a-z]+\s){0,4}\d[\d.,]*\d(?:\s[a-z]+)?),\s(?:(?:and|but|while)\s)?"
    r"(?P<second>(?P<who>(?:the|a|its)\s[\w’'-]+(?:\s[\w’'-]+){0,2})\s(?P<number>(?:(?:more|less|fewer)\sthan\s|about\s|some\s)?\d[\d.,]*\d))[.]?$"
)
_DENYING = re.compile(r"\b(?:den(?:y|ies|ied|ial)|reject|disput|refut|contest|dismiss|rebut)", re.IGNORECASE)
# "The weather office recorded gusts of 84 kilometres an hour": who counts and measures knows it.
_MEASURED = re.compile(
    r"(?P<who>(?:[Tt]he\s)?(?:[\w’'-]+\s){0,4}?(?i:"
    rf"{'|'.join(sorted(word_set('comparison.names.bodies')))}))\s(?:(?:has|had|have)\s)?"
    r"(?:measured|recorded|registered|counted|logged)\s(?=[^.]*\d)"
)
_CUT = re.compile(r"[,;:—–]\s(?:(?:and|but|while|as)\s)?|\s(?:and|but|while)\s")
_TIES = re.compile(r"(?:\s\w+(?=;))?[\s,;:)\]—–-]+(?:(?:and|but|while|although|though|which|who|that)\s)?")
# "PORT POE, Monday (Poe Wire)", "the deputy commissioner of police, said": they say nothing.
_FRAME = re.compile(
    r"[A-Z][A-Z.’' -]+[A-Z]\b[^a-z]*,?\s*(?:[A-Z][a-z]+\.?(?:\s\d+)?)?,?\s*(?:\([^()]*\))?\W*"
    r"|[a-z“\"’'][^.“”]*,\s(?:said|says|told\s[\w\s]+|added|wrote|announced)[.:,]?"
)
_RELATIVE = re.compile(r",\s(?:which|who)$")  # "the ministry, which said"
_CORRECTION = re.compile(r"\W*(?:correction|clarification)s?\s?:", re.IGNORECASE)
_LEAD = 160  # characters before a sentence, in which the one before it stands mostly
_TELLS_MORE = re.compile(  # "Poe spoke of six killed and blamed Roe" has a number beside whom he blamed
    rf"\s(?:(?:has|have|had)\s)?(?:spoken|speaks|spoke|counts|counted)\s(?:of\s)?(?:\w+\s){{0,2}}(?:\d|(?:{'|'.join(SMALL_NUMBERS)})\b)"
)
# "…, thundered Poe at a rally that drew 2,000 people", "…, the board says; the firm gives it as 12 kilometres"
_TELLS_A_NUMBER = re.compile(r"[^.;]{0,60}?(?:;|\b(?:that|which|who|where)\b)\s[^.;]*?\d")
_LEAST_BESIDE_SPEAKER = 60  # what stands between a speaker and the claim is mostly how it was said


class Passage(NamedTuple):
    """A passage of an article, at code points `start` to `end` (exclusive) of its text.

    `sentence` and `sentence_end` are where its sentence stands, `lead` is what stands before it in its paragraph.
    `above` is the end of the paragraph before, for the first sentence of one. `speaker` is the name of who says it, ""
    for the article's own voice, and `forms` what else the article calls him. Figures have offsets in all of the text.
    """

    article: str
    claim: str | None
    start: int
    end: int
    text: str
    sentence: int
    sentence_end: int
    speaker: str
    kind: SourceKind
    stance: Stance
    via: tuple[str, ...]
    figures: tuple[FigureSpan, ...]
    terms: tuple[Term, ...]
    sentence_text: str
    lead: str
    forms: tuple[str, ...] = ()
    role: str = ""
    is_quoted: bool = False
    is_title: bool = False
    above: str = ""


class Reading(NamedTuple):
    """What one report is read for: its passages in order of the text, and the places and terms of its sentences."""

    passages: list[Passage]
    places: list[tuple[int, int]]
    sentences: list[tuple[Term, ...]]


def read_passages(article: str, report: Report) -> Reading:
    """A report's claims, a passage for each piece of their evidence, and what the sentences say beside them."""
    text = report.article.text
    layout = layout_of(report.article)
    sentences = sorted([*((one.start, one.end) for one in layout.sentences), *_corrections(report)])
    titles = frozenset(one.start for one in layout.sentences if layout.blocks[one.block].kind == "title")
    starts = [start for start, _ in sentences]
    claims = [one for claim in report.claims for one in _of_claim(article, text, claim, sentences, starts)]
    own = _own_voice(article, report, sentences, [(one.start, one.end) for one in claims])
    passages = sorted([*claims, *own], key=lambda one: (one.start, one.end, one.claim or ""))
    passages = [one._replace(is_title=True) if one.sentence in titles else one for one in passages]
    return Reading(passages, sentences, [terms_of(text[start:end]) for start, end in sentences])


def _corrections(report: Report) -> Iterator[tuple[int, int]]:
    """The sentences in which an article corrects itself: no part of its body, and yet they tell what is right."""
    article = report.article
    for block in layout_of(article).blocks:
        text = article.text[block.start : block.end]
        if block.kind == "furniture" and _CORRECTION.match(text):
            yield from ((block.start + start, block.start + end) for start, end in split_sentences(text, "en"))


def _of_claim(
    article: str, text: str, claim: Claim, sentences: Sequence[tuple[int, int]], starts: Sequence[int]
) -> Iterator[Passage]:
    forms = _forms(text, claim)
    pieces = [span for piece in claim.evidence for span in _by_sentence(piece.start, piece.end, sentences, starts)]
    for (begin, end), (first, last) in pieces:
        words = text[first:last]
        if _SAYS_NOTHING.search(text, begin, first):
            continue
        one = Passage(
            article=article,
            claim=claim.id,
            start=first,
            end=last,
            text=words,
            sentence=begin,
            sentence_end=max(end, last),
            speaker="" if claim.source.kind == "outlet" else claim.source.name.strip(),
            kind=claim.source.kind,
            stance="asserts" if _is_denied_in_words(claim, text[begin:first], words) else claim.stance,
            via=claim.via,
            figures=find_figures(text, first, last),
            terms=terms_of(words),
            sentence_text=text[begin : max(end, last)],
            lead=_lead(text, begin),
            above=_above(text, begin),
            forms=forms,
            role=claim.source.role or "",
            is_quoted=claim.mode in ("direct", "mixed"),
        )
        yield from _by_teller(one)


def _by_teller(one: Passage) -> Iterator[Passage]:
    """A passage, and the number of another in it as his: "the police say 1,200, the Red Cross 1,900"."""
    two = _TWO_TELLERS.match(one.text) if one.figures else None
    if two is None:
        yield one
        return
    yield _cut(one, two.span("first"))
    other = _cut(one, two.span("second"))._replace(claim=None, speaker=two["who"], role="", forms=())
    start = one.start + two.start("number")
    # After a name a number is mostly a part of it, "Apollo 11", but not here.
    number = (_moved(figure, start) for figure in find_figures(two["number"]))
    yield other if other.figures else other._replace(figures=tuple(number))


def _moved(one: FigureSpan, by: int) -> FigureSpan:
    return one._replace(start=one.start + by, end=one.end + by, at=(one.at[0] + by, one.at[1] + by))


def _cut(one: Passage, span: tuple[int, int]) -> Passage:
    """A passage cut to a stretch of its text."""
    start, end = one.start + span[0], one.start + span[1]
    figures = tuple(figure for figure in one.figures if start <= figure.start < end)
    text = one.text[span[0] : span[1]]
    return one._replace(start=start, end=end, text=text, figures=figures, terms=terms_of(text))


def _is_denied_in_words(claim: Claim, before: str, words: str) -> bool:
    """Whether a claim is a denial because its own words say no: “I never hid it”, but not "denied that he hid it".

    So it is the negation that is asserted. Of a number in it nobody says that it is right.
    """
    if claim.stance != "denies" or not is_negated(words) or any(letter.isdigit() for letter in words):
        return False
    return claim.mode == "direct" or _DENYING.search(before) is None


def _by_sentence(
    start: int, end: int, sentences: Sequence[tuple[int, int]], starts: Sequence[int]
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The sentences over which a piece of evidence goes, each with the part of the piece in it.

    A part that is too short to say anything stays with the one before.
    """
    at = max(bisect_right(starts, start) - 1, 0)
    first, sentence = start, (start, end)
    if sentences and starts[at] <= start:
        sentence = sentences[at]
    for following in sentences[at + 1 :]:
        if following[0] >= end:
            break
        if following[0] - first >= _LEAST_OWN and end - following[0] >= _LEAST_OWN:
            yield sentence, (first, _without_blanks(first, following[0], sentence[1]))
            first, sentence = following[0], following
    yield sentence, (first, end)


def _without_blanks(start: int, end: int, sentence_end: int) -> int:
    """Where the part of a piece ends that goes on in the next sentence: at the end of its own."""
    return sentence_end if start < sentence_end < end else end


def _own_voice(
    article: str, report: Report, sentences: Sequence[tuple[int, int]], claims: Sequence[tuple[int, int]]
) -> Iterator[Passage]:
    text = report.article.text
    covered = sorted(claims)
    speakers = sorted((claim.source.span.start, claim.source.span.end) for claim in report.claims if claim.source.span)
    for begin, finish in sentences:
        inside = [span for span in covered if span[0] < finish and span[1] > begin]
        named = [
            span for span in speakers if span[0] < finish and span[1] > begin and not _TELLS_MORE.match(text, span[1])
        ]
        for first, last in _left_over(text, (begin, finish), inside, named) if inside else [(begin, finish)]:
            start, end = _trimmed(text, first, last)
            words = text[start:end]
            if (inside and end - start < _LEAST_OWN) or _FRAME.fullmatch(words) or words.endswith("?"):
                continue  # a question states nothing
            if _SAYS_NOTHING.search(words):
                continue
            told = _TOLD_BY.search(words) if end == finish else None
            denied = _DENIED.match(words) or _MEASURED.match(words) if told is None else None
            who = (told or denied or {"who": ""})["who"]
            survey = survey_in(words) if not who else ""
            yield Passage(
                article=article,
                claim=None,
                start=start,
                end=end,
                text=words,
                sentence=begin,
                sentence_end=finish,
                speaker=who or survey,
                kind="organization" if who else "document" if survey else "outlet",
                stance="asserts",
                via=(),
                figures=find_figures(text, start, end),
                terms=terms_of(words[: told.start()] if told else words),
                sentence_text=text[begin:finish],
                lead=_lead(text, begin),
                above=_above(text, begin),
                is_quoted=not DOUBLE_QUOTES.isdisjoint(words),
            )


def clause_of(passage: Passage, figure: FigureSpan) -> Passage:
    """A passage in the article's own voice cut to the clause of one of its figures, between the figures beside it."""
    if passage.claim is not None:
        return passage
    before = max((one.end for one in passage.figures if one.end <= figure.start), default=None)
    after = min((one.start for one in passage.figures if one.start >= figure.end), default=None)
    text, first, last = passage.text, passage.start, passage.end
    if before is not None and (cut := _CUT.search(text, before - first, figure.start - first)):
        first = passage.start + cut.end()
    if after is not None and (cut := _CUT.search(text, figure.end - passage.start, after - passage.start)):
        last = passage.start + cut.start()
    words = text[first - passage.start : last - passage.start]
    figures = tuple(one for one in passage.figures if first <= one.start and one.end <= last)
    return passage._replace(start=first, end=last, text=words, figures=figures, terms=terms_of(words))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the marks and conjunctions that tie it to what stands before, and without blanks at its end."""
    ties = _TIES.match(text, start, end)
    return (ties.end() if ties else start), start + len(text[start:end].rstrip(" ,;:(—–-"))


def _left_over(
    text: str, sentence: tuple[int, int], claims: Sequence[tuple[int, int]], speakers: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence beside its claims and their speakers that are long enough to say something."""
    at, end = sentence
    taken = sorted([*((span, True) for span in claims), *((span, False) for span in speakers), ((end, end), True)])
    was_claim = True
    for (begin, finish), is_claim in taken:
        is_own = (is_claim and was_claim) or (begin - at >= _LEAST_OWN and _TELLS_A_NUMBER.match(text, at, begin))
        least = _LEAST_OWN if is_own else _LEAST_BESIDE_SPEAKER
        if begin - at >= least:
            yield at, begin
        if finish >= at:
            at, was_claim = finish, is_claim


def _lead(text: str, sentence: int) -> str:
    """The words before a sentence in its paragraph, the last of them."""
    return text[max(0, sentence - _LEAD) : sentence].rpartition("\n")[2]


def _above(text: str, sentence: int) -> str:
    """The last words of the paragraph before a sentence that begins its own; "" for any other sentence."""
    told = text[max(0, sentence - _LEAD) : sentence]
    return told.rstrip().rpartition("\n")[2] if told.rstrip(" ").endswith("\n") else ""


def _forms(text: str, claim: Claim) -> tuple[str, ...]:
    """What the article calls a claim's source where it attributes it, and elsewhere by a title and its last word."""
    if claim.source.kind == "outlet" or not claim.source.name.strip():
        return ()
    here = (_RELATIVE.sub("", claim.source.span.text),) if claim.source.span else ()
    last = claim.source.name.split()[-1]
    if claim.source.kind != "person" or not last[0].isupper() or len(last) < 3:
        return here
    return (*here, *_titled(text, last))


@lru_cache(maxsize=256)  # the claims of one source ask one after another
def _titled(text: str, last: str) -> tuple[str, ...]:
    """The titles with which a text names somebody by the last word of his name."""
    found = re.findall(rf"\b([A-Z][a-z]+)(\.? {re.escape(last)})\b", text)
    return tuple(dict.fromkeys(word + rest for word, rest in found if is_title(word)))
