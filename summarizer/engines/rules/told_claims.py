"""Tells a claim as a key point: its own sentence, or a quotation behind its speaker's name, so that it stands alone."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution import tags
from summarizer.attribution.lexicon import load_lexicon
from summarizer.attribution.sources import SourceName, read_cast
from summarizer.engines.rules.centrality import words_of
from summarizer.engines.rules.introducing import surname, with_role
from summarizer.engines.rules.last_named import is_last_named
from summarizer.engines.rules.leaning import points_back, speaks_loosely, standing
from summarizer.engines.rules.plain_names import plain_name
from summarizer.engines.rules.pronouns import QUOTED, quotes_loosely, read_names, without_quoted
from summarizer.engines.rules.shortening import one_line, shorten
from summarizer.engines.rules.standalone import Told, is_news, tell, without_notes
from summarizer.reading.layout.layout import layout_of, sentences_of
from summarizer.text.occurrences import find_whole, holds_whole
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from summarizer.contract.article import Article
    from summarizer.contract.draft import DraftClaim
    from summarizer.contract.statement import Offsets
    from summarizer.reading.layout.layout import Sentence

LONGEST = 320  # characters of a point
_SHORTEST_QUOTE = 8  # words; less says little by itself
_DANGLING = word_set("drafts.summary.dangling")
PRONOUNS = word_set("drafts.summary.pronouns") | {"it"}
_WORD = re.compile(r"\w+")
_LONGEST_ENDING = 40  # characters: a claim is not searched from its start
_ISSUED = word_set("drafts.summary.issued")
_POINTING = PRONOUNS | {"the", "this", "that", "its", "his", "a", "an"}
_HE = re.compile(r"\b(?:he|she|him|his|her|they|them)\b", re.IGNORECASE)
# shortened behind a title, as if it were a stop
_CUT = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|St|Jr|U\.S|No|vs)\.$")
_FINITE = frozenset({tags.PAST, tags.AUXILIARY, tags.MODAL})
_VERB = re.compile(
    r"\b(?:I|we|you|they|it|he|she|that|there|who|what)(?:['’](?:s|re|ve|m|ll|d)\b| [a-z])|n['’]t\b|[a-z]{2}ed\b",
    re.IGNORECASE,
)
_APPOSED_NAME = re.compile(r"^, (?:(?:Dr|Mr|Mrs|Ms|Miss|Sir|Dame|Lord|Lady|Prof|Professor|Rev)\.? )?")
_SUBJECT_BEHIND = re.compile(r"[^“”\"]*?, (?:[A-ZÀ-Þ][\w’'.-]*,? )+[a-z]+\b")
_EXCLAIMED = re.compile(r"(?:[\w’'-]+,? ){0,1}[\w’'-]+[.!…] ")  # "I know. I know. That is why …"
# "Moll told the Post then": in another matter, or long ago
_SAID_THEN = re.compile(r"\b(?:said|told (?:\w+ ){1,4}|wrote|tweeted)(?: ?\bat the time|(?<= )then| then)[.,]")
_HALF = re.compile(
    r"(?:When|If|While|Because|As|Although|Since|Unless|Until)\b[^,;—–-]*"
)  # "When you look at the mill"
_INNER_START, _INNER_END = re.compile(r"(?<!\w)['‘](?=\w)"), re.compile(r"(?<=[\w.,!?…])['’](?!\w)")
_OPEN_MARK = re.compile(r"[“\"]\s")  # the mark closes what stands before: “ It was late.
_ASKS = re.compile(r"[“\"][^”\"]*\?")


class ToldClaim(NamedTuple):
    """A claim as a key point: its words, the sentences that it is made of, and whom it names in full."""

    position: int
    text: str
    words: frozenset[str]
    sentences: tuple[int, ...]
    names: frozenset[str]
    is_named: bool  # by the article's own sentence, so that nothing but a misread sentence can be wrong


def tell_claim(
    article: Article, claim: DraftClaim, position: int, context: str, met: Collection[str] = ()
) -> ToldClaim | None:
    """A claim as a key point; None where it cannot be told so that it stands alone. Who those in `met` are is known."""
    name = plain_name(article, claim.source, claim.kind)
    span = _whole_sentences(article, claim)
    if span and _SAID_THEN.search(article.text, *span):
        return None
    told = tell(article, *span, context=context, met=met) if span and name else None
    text = _tell_sentences(article, claim, span, told, name, context, met) if told and span else None
    if text is None:
        span, text = None, _tell_quotation(article, claim, name, met)
    if text is None or not is_news(text) or len(text) > LONGEST or quotes_loosely(text) or _ASKS.search(text):
        return None
    if claim.mention.lower() in PRONOUNS and _calls_by_name(claim, name):
        return None  # nobody speaks so of himself
    sentences = sentences_of(article)
    told_of = {one.number for one in _overlapping(sentences, span)} if span else set()
    numbers = sorted(told_of | ({claim.sentence} if 1 <= claim.sentence <= len(sentences) else set()))
    is_named = span is not None and not is_pointer(claim)
    names = (told.names if told and span else frozenset()) | ({name.casefold()} if claim.kind == "person" else set())
    whole, called = text.casefold(), name.casefold()
    words = frozenset(word for word in words_of(claim.text) if word in whole and word not in called)
    return ToldClaim(position, text, words, tuple(numbers), names, is_named)


def has_name(claim: DraftClaim) -> bool:
    """Whether a claim's source is called by a name."""
    return any(word[0].isupper() for word in claim.source.split()[1:] or claim.source.split())


def is_dangling(text: str) -> bool:
    """Whether a text's last word announces another one."""
    words = _WORD.findall(text[-_LONGEST_ENDING:])
    return bool(words) and words[-1] in _DANGLING


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
    fitting = [one for one in within if one.end - first.start <= LONGEST]
    # A point is one sentence where one has its speaker, and no quotation is cut.
    enough = (one for one in fitting if _is_complete(article.text[first.start : one.end], claim.mention))
    last = next(enough, fitting[-1] if fitting else None)
    return (first.start, last.end) if last else None


def _is_complete(text: str, mention: str) -> bool:
    """Whether a text names a speaker outside quotation marks and ends outside them."""
    return _is_balanced(text) and _mention_in(one_line(text), one_line(mention)) is not None


def _tell_sentences(
    article: Article, claim: DraftClaim, span: Offsets, told: Told, name: str, context: str, met: Collection[str]
) -> str | None:
    """The article's own sentences with the source's full name in the place of its mention there."""
    text, mention = told.text, one_line(claim.mention)
    place = _mention_in(text, mention)
    if place is None and name.casefold() not in text.casefold():
        return None
    is_put = is_pointer(claim) and place is not None and _is_proper(claim, name)
    if is_put and place is not None:
        put = _put_name(article, claim, name, text, place, met)
        if put is None:
            return None
        text = put
    closed = _close_quotation(text)
    if not closed.rstrip("\"”’')").endswith((".", "!", "…")) or not _is_balanced(closed) or _OPEN_MARK.match(closed):
        return None
    if _is_balanced(told.text):
        is_loose = is_put and (_leans_without(text, name) or _leans_still(article, claim, span, text, context))
        if is_loose or (not is_put and told.leans):
            return None
    return closed[:1].upper() + closed[1:]


def _put_name(
    article: Article, claim: DraftClaim, name: str, text: str, place: int, met: Collection[str]
) -> str | None:
    """A text with a source's name in the place of its mention; None where that may be somebody else's."""
    mention = one_line(claim.mention)
    before, after = text[:place], text[place + len(mention) :]
    if name.casefold() in before.casefold() or _APPOSED_NAME.sub("", after).startswith(name):
        return text
    if text.startswith(name, place):
        return text  # "VRN" of "VRN NEWS"
    is_pronoun = mention.lower() in PRONOUNS
    if is_pronoun and (read_names(before) or not _is_surely(article, claim, name)):
        return None  # whom "he" means is told there, and may be somebody else
    if is_pronoun and (after[:1] in ("’", "'") or (before and _SUBJECT_BEHIND.match(after))):
        return None  # "she’ll", and "when she left, Ana Moll said"
    return f"{before}{_name_put(article, claim, name, before, after, met)}{after}"


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


def is_pointer(claim: DraftClaim) -> bool:
    """Whether a source is mentioned by a pronoun, a common noun or initials: its name must be put there."""
    words = claim.mention.split()
    if len(words) == 1 and words[0].isupper() and len(words[0]) > 2:
        return True
    return bool(words) and not any(word[0].isupper() for word in words[1:]) and words[0].lower() in _POINTING


def points_by_name(claim: DraftClaim) -> bool:
    """Whether what points at a source is a pronoun, initials, what it said it in, or a noun of its name or role."""
    head = claim.mention.lower().split()[-1]
    if head in PRONOUNS or head in _ISSUED or claim.mention.isupper():
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
    plain = without_quoted(text)
    named = plain.casefold().find(name.rsplit(maxsplit=1)[-1].casefold())
    return any(found.start() < named for found in _HE.finditer(plain))


def _mention_in(text: str, mention: str) -> int | None:
    """Where the words for the source stand outside quotation marks."""
    if not mention:
        return None
    masked = QUOTED.sub(lambda found: "\0" * len(found.group()), text)
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
    quote = without_notes(one_line(claim.quotes[0])).strip('“”" ')
    quote = quote.strip("'‘’ ") if quote[:1] in "'‘" else quote
    at = article.text.find(claim.quotes[0])
    if at < 0 or not read_cast(article).is_quoted(at + len(claim.quotes[0]) // 2) or re.search(r"[“”\"]", quote):
        return None
    if (
        not name
        or claim.kind == "anonymous"
        or not _is_proper(claim, name)
        or not quote[:1].isupper()
        or "?" in quote
        or "''" in quote
        or len(_INNER_START.findall(quote)) > len(_INNER_END.findall(quote))
        or is_dangling(quote)
        or not _is_sentence(quote)
        or _EXCLAIMED.match(quote) is not None
        or _HALF.fullmatch(quote.rstrip(",")) is not None
        or speaks_loosely(f"“{quote}")
        or points_back(quote)
    ):
        return None
    if claim.kind == "person" and name.casefold() not in met:
        name = with_role(article, SourceName(name, "person", claim.role), name, "", " said")
    if claim.kind != "person":
        name = _with_article(name, claim, is_first=True)
    quote = re.sub(r",([’'])$", r"\1", quote)
    said = shorten(quote.rstrip(","), LONGEST - len(name) - 12)
    if said.endswith(("?", "…")) or _CUT.search(said) is not None or len(said.split()) < _SHORTEST_QUOTE:
        return None
    is_ended = said.rstrip("'’").endswith((".", "!", "…"))
    return f"{name[0].upper()}{name[1:]} said: “{said if is_ended else f'{said}.'}”"
