"""Chooses key points from an article's claims: each a whole sentence with its speaker, no two saying the same."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution import tags
from summarizer.attribution.lexicon import load_lexicon
from summarizer.attribution.sources import SourceName, read_cast
from summarizer.attribution.sources.vocabulary import OFFICE_WORDS, ROLE_NOUNS
from summarizer.engines.rules.centrality import words_of
from summarizer.engines.rules.introducing import surname, with_role
from summarizer.engines.rules.leaning import points_back, quotes_loosely, read_names, speaks_loosely, standing
from summarizer.engines.rules.shortening import one_line, shorten
from summarizer.engines.rules.standalone import Told, is_last_named, is_news, plain_name, tell
from summarizer.reading.layout.layout import layout_of, sentences_of
from summarizer.text.occurrences import find_whole, holds_whole
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from summarizer.contract.article import Article
    from summarizer.contract.draft import DraftClaim
    from summarizer.contract.statement import Offsets
    from summarizer.reading.layout.layout import Sentence

MAX_POINTS = 6
_LONGEST = 320  # characters of a point
_MOST_OF_ONE, _MOST_OF_ONE_ALONE = 2, 4  # points of one source, and where others say little
_FEW_POINTS = 4  # up to so many
_SHORTEST_QUOTE = 8  # words; less says little by itself
_FEWEST_WORDS = 3  # content words
# Of claims like one that a key point rests on so many were right: where its source was put into the sentence, and where
# the sentence itself names who speaks.
_SURE, _SURE_ENOUGH = 0.75, 0.65
_SAYS_NOTHING = re.compile(r"\b(?:(?:did|does|do|would) not say|declin(?:ed|es|ing) to)\b")
_DIGIT = re.compile(r"\d")
_DANGLING = word_set("drafts.summary.dangling")
_NEED_NAMES = word_set("drafts.summary.need_names")
_OFFICES = ROLE_NOUNS | OFFICE_WORDS
_PRONOUNS = word_set("drafts.summary.pronouns") | {"it"}
_WORD = re.compile(r"\w+")
_LONGEST_ENDING = 40  # characters: a claim is not searched from its start
_ISSUED = word_set("drafts.summary.issued")
_POINTING = _PRONOUNS | {"the", "this", "that", "its", "his", "a", "an"}
_HE = re.compile(r"\b(?:he|she|him|his|her|they|them)\b", re.IGNORECASE)
_CUT = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|St|Jr|U\.S|No|vs)\.$"
)  # shortened behind a title, as if it were a stop
_FINITE = frozenset({tags.PAST, tags.AUXILIARY, tags.MODAL})
_VERB = re.compile(
    r"\b(?:I|we|you|they|it|he|she|that|there|who|what)(?:['’](?:s|re|ve|m|ll|d)\b| [a-z])|n['’]t\b|[a-z]{2}ed\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")


class Point(NamedTuple):
    """A key point, the positions of its claims from 1, and the numbers of the sentences that it is made of."""

    text: str
    claims: tuple[int, ...]
    sentences: tuple[int, ...]


class _Candidate(NamedTuple):
    position: int
    text: str
    words: frozenset[str]
    sentences: tuple[int, ...]
    names: frozenset[str]
    is_named: bool  # by the article's own sentence, so that nothing but a misread sentence can be wrong


def choose_points(
    article: Article,
    claims: Sequence[DraftClaim],
    weights: Mapping[int, float],
    rates: Sequence[float] | None = None,
    context: str = "",
    told_of: Collection[int] = (),
    met: Collection[str] = (),
) -> tuple[Point, ...]:
    """Up to six claims that weigh most, in the article's order; `weights` are those of sentences by their numbers.

    A claim of a sentence without a weight is left out, and one whose confidence in `rates` is low. `context` is what
    a reader of the points has read before, headline and abstract, and `told_of` the sentences that the abstract is
    made of: they make no points. Whom it names, in `met` by their full names in lower case, is not introduced again.
    """
    sure = rates if rates is not None else [1.0] * len(claims)
    ranked = sorted(
        (index for index, claim in enumerate(claims) if claim.sentence in weights and sure[index] >= _SURE_ENOUGH),
        key=lambda index: (-weights[claims[index].sentence] * _claim_weight(claims[index]), index),
    )

    @cache
    def tell_one(index: int) -> _Candidate | None:
        return _point(article, claims[index], index + 1, context, sure[index], met)

    chosen: list[_Candidate] = []
    for most, enough in ((_MOST_OF_ONE, MAX_POINTS), (_MOST_OF_ONE_ALONE, _FEW_POINTS)):
        told = Counter(claims[one.position - 1].source.casefold() for one in chosen)
        for index in ranked:
            if len(chosen) >= enough:
                break
            claim = claims[index]
            source = claim.source.casefold()
            point = tell_one(index) if told[source] < most and claim.sentence not in told_of else None
            if point is None or not set(told_of).isdisjoint(point.sentences) or _says_what_another_says(point, chosen):
                continue
            chosen.append(point)
            told[source] += 1
    return tuple(_with_all_claims(one, claims) for one in _introduced_once(article, claims, chosen, context, met))


def _point(
    article: Article, claim: DraftClaim, position: int, context: str, sure: float, met: Collection[str]
) -> _Candidate | None:
    """A claim as a point, if it has enough words and is sure enough for how it names its source."""
    point = _tell_claim(article, claim, position, context, met) if _has_speaker(article, claim) else None
    if point is None or len(point.words) < _FEWEST_WORDS or (not point.is_named and sure < _SURE):
        return None
    return point


def _introduced_once(
    article: Article,
    claims: Sequence[DraftClaim],
    chosen: Sequence[_Candidate],
    context: str,
    known: Collection[str],
) -> Iterator[_Candidate]:
    """The chosen points in the article's order: who somebody is stands in the first that names them."""
    met = set(known)
    for one in sorted(chosen, key=lambda one: one.position):
        again = _tell_claim(article, claims[one.position - 1], one.position, context, met) if one.names & met else None
        yield again or one
        met |= one.names


def _with_all_claims(one: _Candidate, claims: Sequence[DraftClaim]) -> Point:
    """A point with every claim that it tells whole."""
    plain = one_line(one.text)
    others = [
        position
        for position, claim in enumerate(claims, start=1)
        if position != one.position
        and claim.sentence in one.sentences
        and all(one_line(quote) in plain for quote in claim.quotes)
    ]
    return Point(one.text, tuple(sorted((one.position, *others))), one.sentences)


def _says_what_another_says(point: _Candidate, chosen: Sequence[_Candidate]) -> bool:
    return any(
        2 * len(point.words & other.words) > min(len(point.words), len(other.words))
        or not set(point.sentences).isdisjoint(other.sentences)
        for other in chosen
    )


def _claim_weight(claim: DraftClaim) -> float:
    """How much rather a claim is told than another one of its sentence's weight."""
    figures = 1.2 if _DIGIT.search(claim.text) else 1.0
    denial = 1.3 if claim.stance in ("denies", "accuses", "confirms") else 1.0
    named = 1.0 if _is_named(claim) else 0.7
    is_bare = len(claim.mention) <= len(claim.source)  # no word beside the name says who it is
    stranger = 0.7 if claim.kind == "person" and not claim.role and is_bare else 1.0
    loose = 0.5 if claim.mention.lower() == "they" or _SAYS_NOTHING.search(claim.text) else 1.0
    broken = 0.3 if _is_dangling(claim.text) else 1.0  # bad translation cuts sentences in the middle
    return figures * denial * named * stranger * loose * broken


def _is_named(claim: DraftClaim) -> bool:
    return any(word[0].isupper() for word in claim.source.split()[1:] or claim.source.split())


def _has_speaker(article: Article, claim: DraftClaim) -> bool:
    """Whether a claim comes from somebody who can speak, whom a reader would know by the name that it gives."""
    if not claim.source or claim.kind == "outlet" or claim.source.lower() in _PRONOUNS:
        return False
    if claim.kind == "person" and " " not in claim.source and not claim.role:
        return False  # a surname that the article does not introduce
    if claim.kind == "person" and claim.source.rsplit(maxsplit=1)[-1].lower() in _OFFICES:
        return False  # "Finance Secretary", whose name was not read
    if claim.kind == "document" or claim.mention.lower() == "it":
        return False
    if _is_pointer(claim) and not _points_by_name(claim):
        return False
    words = claim.source.lower().split()
    if not _is_named(claim) and words[-1:] and words[-1] in _NEED_NAMES:
        return False
    at = article.text.find(claim.mention) if claim.mention else -1
    return at < 0 or read_cast(article).can_speak((at, at + len(claim.mention)))


def _is_dangling(text: str) -> bool:
    """Whether a text's last word announces another one."""
    words = _WORD.findall(text[-_LONGEST_ENDING:])
    return bool(words) and words[-1] in _DANGLING


def _tell_claim(
    article: Article, claim: DraftClaim, position: int, context: str, met: Collection[str] = ()
) -> _Candidate | None:
    """A claim as a key point; None where it cannot be told so that it stands alone. Who those in `met` are is known."""
    name = plain_name(article, claim.source, claim.kind)
    span = _whole_sentences(article, claim)
    told = tell(article, *span, context=context, met=met) if span and name else None
    text = _tell_sentences(article, claim, span, told, name, context, met) if told and span else None
    if text is None:
        span, text = None, _tell_quotation(article, claim, name, met)
    if text is None or not is_news(text) or len(text) > _LONGEST or quotes_loosely(text):
        return None
    if claim.mention.lower() in _PRONOUNS and _calls_by_name(claim, name):
        return None  # nobody speaks so of himself
    sentences = sentences_of(article)
    told_of = {one.number for one in _overlapping(sentences, span)} if span else set()
    numbers = sorted(told_of | ({claim.sentence} if 1 <= claim.sentence <= len(sentences) else set()))
    is_named = span is not None and not _is_pointer(claim)
    names = (told.names if told and span else frozenset()) | ({name.casefold()} if claim.kind == "person" else set())
    return _Candidate(position, text, frozenset(words_of(claim.text)), tuple(numbers), names, is_named)


def _overlapping(sentences: Sequence[Sentence], span: Offsets) -> Sequence[Sentence]:
    """Those of an article's sentences that a span touches."""
    first = bisect_right(sentences, span[0], key=attrgetter("end"))
    return sentences[first : bisect_left(sentences, span[1], key=attrgetter("start"))]


def _whole_sentences(article: Article, claim: DraftClaim) -> Offsets | None:
    """From where a claim's first sentence begins to where the sentence with its last words of that paragraph ends."""
    layout = layout_of(article)
    if not 1 <= claim.sentence <= len(layout.sentences):
        return None
    first = layout.sentences[claim.sentence - 1]
    at = article.text.find(claim.quotes[-1], first.start)
    end = at + len(claim.quotes[-1]) if at >= 0 else first.end
    within = [one for one in _overlapping(layout.sentences, (first.start, end)) if one.block == first.block]
    fitting = [one for one in within if one.end - first.start <= _LONGEST]
    return (first.start, fitting[-1].end) if fitting else None


def _tell_sentences(
    article: Article, claim: DraftClaim, span: Offsets, told: Told, name: str, context: str, met: Collection[str]
) -> str | None:
    """The article's own sentences with the source's full name in the place of its mention there."""
    text, mention = told.text, one_line(claim.mention)
    place = _mention_in(text, mention)
    if place is None and name.casefold() not in text.casefold():
        return None
    leans = told.leans
    if _is_pointer(claim) and place is not None and _is_proper(claim, name):
        before, after = text[:place], text[place + len(mention) :]
        is_told = name.casefold() in before.casefold() or after.startswith(f", {name}")
        if not is_told:
            is_pronoun = mention.lower() in _PRONOUNS
            if is_pronoun and (read_names(before) or not _is_surely(article, claim, name)):
                return None  # whom "he" means is told there, and may be somebody else
            if is_pronoun and after[:1] in ("’", "'"):
                return None  # "she’ll"
            put = _name_put(article, claim, name, before, after, met)
            text = f"{before}{put}{after}"
        leans = _leans_without(text, name) or _leans_still(article, claim, span, text, context)
    text = _close_quotation(text)
    if leans and _is_balanced(told.text):
        return None
    if not text.rstrip("\"”’')").endswith((".", "!", "…")) or not _is_balanced(text):
        return None
    return text[:1].upper() + text[1:]


def _is_surely(article: Article, claim: DraftClaim, name: str) -> bool:
    """Whether a pronoun stands where it can be no other person's."""
    if claim.kind != "person":
        return True
    at = _place_of(article, claim)
    return at is not None and is_last_named(article, at, name)


def _place_of(article: Article, claim: DraftClaim) -> int | None:
    """Where the words for a claim's source stand in its sentence, outside quotation marks."""
    one = sentences_of(article)[claim.sentence - 1]
    places = (one.start + at for at in find_whole(article.text[one.start : one.end], claim.mention))
    return next((at for at in places if not read_cast(article).is_quoted(at)), None)


def _leans_still(article: Article, claim: DraftClaim, span: Offsets, text: str, context: str) -> bool:
    """Whether a sentence needs another one though its source is named in it."""
    at = _place_of(article, claim)
    if at is None:
        return speaks_loosely(text) or points_back(text)
    replaced = [((at, at + len(claim.mention)), claim.source)]
    return standing(article, span, text, context=context, known=(), replaced=replaced) != "alone"


def _calls_by_name(claim: DraftClaim, name: str) -> bool:
    return claim.kind == "person" and any(holds_whole(quote, surname(name)) for quote in claim.quotes)


def _name_put(article: Article, claim: DraftClaim, name: str, before: str, after: str, met: Collection[str]) -> str:
    """A name in the place of a mention, with who it is where nobody has said so yet."""
    if claim.kind != "person":
        return _with_article(name, claim, is_first=not before)
    if name.casefold() in met:
        return name
    return with_role(article, SourceName(name, "person", claim.role), name, before, after)


def _is_proper(claim: DraftClaim, name: str) -> bool:
    """Whether a source has a name, and not only the words in which it is mentioned."""
    bare = claim.mention.lower().removeprefix("the ")
    first, *rest = name.split()
    has_name = any(word[0].isupper() for word in rest)
    is_common = first in ("The", "A", "An") and not has_name
    return name[0].isupper() and not is_common and (has_name or bare != name.lower())


def _is_pointer(claim: DraftClaim) -> bool:
    """Whether a source is mentioned by a pronoun, a common noun or initials: its name must be put there."""
    words = claim.mention.split()
    if len(words) == 1 and words[0].isupper() and len(words[0]) > 2:
        return True
    return bool(words) and not any(word[0].isupper() for word in words[1:]) and words[0].lower() in _POINTING


def _points_by_name(claim: DraftClaim) -> bool:
    """Whether what points at a source is a pronoun, initials, what it said it in, or a noun of its name or role."""
    head = claim.mention.lower().split()[-1]
    if head in _PRONOUNS or head in _ISSUED or claim.mention.isupper():
        return True
    return head in f"{claim.source} {claim.role}".lower().split()


def _close_quotation(text: str) -> str:
    """A quotation that goes on in the next paragraph ends here."""
    text = text.replace("’’", "”").replace("””", "”")
    if "„" not in text and text.count("“") == text.count("”") + 1:
        return f"{text}”"
    return f'{text}"' if text.count('"') % 2 == 1 and "“" not in text else text


def _is_balanced(text: str) -> bool:
    marks = "„“" if "„" in text else "“”"  # “ closes a German quotation
    return text.count('"') % 2 == 0 and text.count(marks[0]) == text.count(marks[1])


def _leans_without(text: str, name: str) -> bool:
    """Whether somebody is called "he" before the source is named."""
    plain = _QUOTED.sub("“”", text)
    named = plain.casefold().find(name.rsplit(maxsplit=1)[-1].casefold())
    return any(found.start() < named for found in _HE.finditer(plain))


def _mention_in(text: str, mention: str) -> int | None:
    """Where the words for the source stand outside quotation marks."""
    if not mention:
        return None
    masked = _QUOTED.sub(lambda found: "\0" * len(found.group()), text)
    return next(find_whole(masked.lower(), mention.lower()), None)


def _with_article(name: str, claim: DraftClaim, *, is_first: bool) -> str:
    """A name with "the" where it is no name of a person and its mention has one, or is initials."""
    wants = claim.mention.lower().startswith("the ") or (claim.mention.isupper() and len(name.split()) > 2)
    if name.startswith("The ") and not is_first:
        return f"the {name[4:]}"
    if claim.kind == "person" or not wants or name.startswith(("The ", "the ")):
        return name
    return f"{'The' if is_first else 'the'} {name}"


def _is_sentence(quote: str) -> bool:
    """Whether a quotation holds a verb, as far as its words show."""
    return _VERB.search(quote) is not None or any(load_lexicon().tags.get(word) in _FINITE for word in quote.split())


def _tell_quotation(article: Article, claim: DraftClaim, name: str, met: Collection[str]) -> str | None:
    """The first words of a quotation behind the speaker's name, where its sentence does not name him."""
    quote = one_line(claim.quotes[0]).strip("“”\"' ")
    at = article.text.find(claim.quotes[0])
    if at < 0 or not read_cast(article).is_quoted(at + len(claim.quotes[0]) // 2) or re.search(r"[“”\"]", quote):
        return None
    if (
        not name
        or not _is_proper(claim, name)
        or not quote[:1].isupper()
        or quote.endswith("?")
        or _is_dangling(quote)
        or not _is_sentence(quote)
        or speaks_loosely(f"“{quote}")
    ):
        return None
    if claim.kind == "person" and name.casefold() not in met:
        name = with_role(article, SourceName(name, "person", claim.role), name, "", " said")
    said = shorten(quote.rstrip(","), _LONGEST - len(name) - 12)
    if said.endswith(("?", "…")) or _CUT.search(said) is not None or len(said.split()) < _SHORTEST_QUOTE:
        return None
    return f"{name[0].upper()}{name[1:]} said: “{said if said.endswith(('.', '!', '…')) else f'{said}.'}”"
