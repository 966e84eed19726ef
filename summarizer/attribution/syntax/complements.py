"""The frames of a cue: what it takes after it as the content of the statement.

Each frame is a function from the cue's site and the place where the content would begin to the content's range, or
None. docs/attribution.md lists them beside the frame names of cues.toml.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from summarizer.attribution.lexicon import word_set
from summarizer.attribution.syntax.clauses import clause_end
from summarizer.attribution.syntax.noun_phrases import PHRASE_TAGS, phrase_starting, skip_adjuncts, starts_phrase
from summarizer.attribution.syntax.site import Site
from summarizer.attribution.syntax.verb_groups import has_finite, is_finite

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph
    from summarizer.attribution.syntax.site import Range

QUESTION_WORDS = word_set("question_words")
STRICT = frozenset({"np", "zero-strict", "np-document"})
COUNTS = word_set("counts")
CLAUSAL = frozenset({"zero", "zero-strict", "addressee"})
CLAUSE_OPENINGS = frozenset({"about", "around", "at", "over", "under", "despite", "having", "being", "between", "up"})
CREDIT = frozenset({"responsibility", "credit"})
PAPERS = word_set("papers")
LATEST_QUOTE = 24  # tokens after the cue
PLAIN = frozenset({"say", "think", "believe", "tell"})


def complement(site: Site, *, inner: bool = False) -> tuple[str, Range] | None:
    """What the cue takes after it: the frame's name and the content; `inner` as in clause_end."""
    direct = _after_addressee(site)
    if direct is None:
        return None
    j = _content_start(site, skip_adjuncts(site.p, direct, site.hi))
    if j >= site.hi:
        return None
    for name, take in _takers(site.entry.frames, site.p.tag[j] if j == site.k else ANY_TAG):
        content = take(site, j, inner)
        if content is None and name == "clause" and direct < j:
            # "said before the vote it would lose": the adjunct was the clause's own
            content = take(site, direct, inner)
        if content:
            return (name, content) if content[1] > content[0] else None
    late = late_quote(site)
    return ("quote", late) if late else None


def late_quote(site: Site) -> Range | None:
    """A quotation after words that tell of what or when: said of the flood, "…"; said as he left the hall, "…"."""
    p, k = site.p, site.k
    if "quote" not in site.entry.frames or k >= site.hi or p.tag[k] not in "PSRT":
        return None
    last = min(k + LATEST_QUOTE, site.hi - 1)
    n = p.tag.find("Q", k, last)
    quote = p.quote_at(n) if n > 0 and p.tag[n - 1] in ",:" else None
    if quote is None or quote[1] - n < 5:
        return None
    return (n, quote_end(p, n, site.hi))


def _after_addressee(site: Site) -> int | None:
    """The token after "reporters" in "told reporters"; None when the cue needs somebody told and nobody is."""
    p, k, frames = site.p, site.k, site.entry.frames
    if "addressee" not in frames and not ("addressee-wh" in frames and k < site.hi and p.tag[k] in "ODXN"):
        return k
    who = phrase_starting(p, k, site.hi) if p.low[k : k + 1] != ["that"] else None
    if who is None or p.low[who[0]] == "that":
        return k if site.entry.lemma in {"warn", "caution", "ask", "assure"} else None
    if p.low[who[1] : who[1] + 1] == ["to"] and "to" not in frames and site.entry.lemma not in {"tell", "warn"}:
        return None
    return who[1]


def _content_start(site: Site, j: int) -> int:
    """Step over ", though,", ", in a statement,", ", citing the mayor," and the name of a paper before "that"."""
    p, hi = site.p, site.hi
    if p.tag[j : j + 1] == ",":
        if p.low[j + 1 : j + 2] == ["that"]:
            return j + 1
        if p.tag[j + 1 : j + 2] == "P" or p.low[j + 1 : j + 2] in (["citing"], ["quoting"], ["according"]):
            past = next((n for n in range(j + 2, min(j + 20, hi)) if p.tag[n] == ","), hi)
            if (
                past + 1 < hi
                and p.tag[past] == ","
                and (p.low[past + 1] in {"that", "whether"} or p.tag[past + 1] in "QDT")
            ):
                return past + 1
        if p.tag[j + 2 : j + 3] == "," and (p.tag[j + 1] == "R" or p.low[j + 1] == "though"):
            return j + 3
    elif j < hi and p.tag[j] == "X" and _may_be_paper(site, j):
        that = next((n for n in range(j, min(j + 5, hi)) if p.low[n] == "that"), None)
        if that is not None and p.tag[that - 1] == "X" and not has_finite(p, j, that):
            return that
    return j


def _may_be_paper(site: Site, j: int) -> bool:
    """Whether who was told may go on at j: told "Harbour Post" newspaper that; stressed to Radio Lund that."""
    if site.p.low[j] in PAPERS:
        return not site.entry.frames.isdisjoint({"that", "addressee"})
    return "that" in site.entry.frames and site.p.words[j][0].isupper()


def _colon(site: Site, j: int, _inner: bool) -> Range | None:
    if site.p.tag[j] != ":" or "quote" not in site.entry.frames or j + 1 >= site.hi:
        return None
    return (j + 1, quote_end(site.p, j + 1, site.hi))


def _quote(site: Site, j: int, _inner: bool) -> Range | None:
    a = j + 1 if site.p.tag[j] == "," else j
    if "quote" not in site.entry.frames or site.p.tag[a : a + 1] != "Q" or not site.p.quote_at(a):
        return None
    if site.p.tag[a + 1 : a + 2] == "T" and "to" not in site.entry.frames:
        return None  # would continue "to break barriers"
    return (a, quote_end(site.p, a, site.hi))


def _that(site: Site, j: int, inner: bool) -> Range | None:
    if site.p.low[j] != "that" or site.entry.frames.isdisjoint({"that", "addressee"}):
        return None
    if j + 2 >= site.hi or site.p.tag[j + 1] == ".":
        return None
    return (j, clause_end(site.p, j, site.hi, narrow=False, inner=inner))


def _wh(site: Site, j: int, inner: bool) -> Range | None:
    word, frames = site.p.low[j], site.entry.frames
    if word not in QUESTION_WORDS or site.p.tag[j] not in "WS":
        return None
    if frames.isdisjoint({"wh", "addressee-wh", "addressee"}) and not ("zero" in frames and word != "if"):
        return None
    return (j, clause_end(site.p, j, site.hi, narrow=False, inner=inner))


def _to(site: Site, j: int, inner: bool) -> Range | None:
    if site.p.tag[j] != "T" or site.entry.frames.isdisjoint({"to", "addressee"}) or j + 1 >= site.hi:
        return None
    if site.p.low[j + 1] == "be" and site.p.low[j + 2 : j + 3] in (["named"], ["identified"], ["quoted"]):
        return None
    start = site.k if site.entry.lemma == "ask" else j  # asked the guild to wait: who should do it belongs to it
    return (
        (start, clause_end(site.p, start, site.hi, narrow=True, inner=inner)) if site.p.tag[j + 1] in "BARXQ" else None
    )


def _preposition(site: Site, j: int, inner: bool) -> Range | None:
    """Warned of, told them about; the preposition may be one that we took for the start of an adjunct."""
    p, frames = site.p, site.entry.frames
    for a in (site.k, j):
        if a < site.hi and (
            (p.tag[a] == "P" and p.low[a] in frames) or (p.low[a] == "about" and "addressee" in frames)
        ):
            return (a, clause_end(p, a, site.hi, narrow=True, inner=inner))
    return None


def _phrase_to(site: Site, j: int, inner: bool) -> Range | None:
    return _marked_phrase(site, j, "to", inner=inner)


def _phrase_as(site: Site, j: int, inner: bool) -> Range | None:
    return _marked_phrase(site, j, "as", inner=inner)


def _phrase_at(site: Site, j: int, inner: bool) -> Range | None:
    """A measure: puts the toll at 17, estimates the cost at more than two million."""
    found = _marked_phrase(site, j, "at", inner=inner)
    if found is None:
        return None
    at = site.p.low.index("at", j + 1)
    return found if "U" in site.p.tag[at + 1 : at + 5] or not COUNTS.isdisjoint(site.p.low[at + 1 : at + 5]) else None


def _credit(site: Site, j: int, inner: bool) -> Range | None:
    """What a group says it has done: claimed responsibility for the raid."""
    if "credit" not in site.entry.frames or site.p.low[j] not in CREDIT or site.p.low[j + 1 : j + 2] != ["for"]:
        return None
    return (j, clause_end(site.p, j, site.hi, narrow=True, inner=inner))


def _marked_phrase(site: Site, j: int, mark: str, *, inner: bool) -> Range | None:
    """A noun phrase with "to" or "as" in it: sees the port as a threat."""
    if "np-" + mark not in site.entry.frames or not starts_phrase(site.p, j, site.hi):
        return None
    end = clause_end(site.p, j, site.hi, narrow=True, inner=inner)
    return (j, end) if mark in site.p.low[j + 1 : end] else None


def _gerund(site: Site, j: int, inner: bool) -> Range | None:
    if (site.p.tag[j] != "G" and site.p.low[j] not in {"having", "being"}) or "ing" not in site.entry.frames:
        return None
    return (j, clause_end(site.p, j, site.hi, narrow=True, inner=inner))


def _clause(site: Site, j: int, inner: bool) -> Range | None:
    """A clause without "that"; a cue which also takes a noun phrase needs the verb right after the first phrase."""
    frames = site.entry.frames
    if frames.isdisjoint(CLAUSAL):
        return None
    if not _starts_clause(site.p, j, site.hi, strict=bool(frames & STRICT), lax=site.entry.lemma in PLAIN):
        return None
    return (j, clause_end(site.p, j, site.hi, narrow=False, inner=inner))


def _phrase(site: Site, j: int, inner: bool) -> Range | None:
    if site.entry.frames.isdisjoint({"np", "np-document"}) or not starts_phrase(site.p, j, site.hi):
        return None
    return (j, clause_end(site.p, j, site.hi, narrow=True, inner=inner))


Taker = Callable[[Site, int, bool], "Range | None"]
FRAMES: dict[str, Taker] = {
    "colon": _colon,
    "quote": _quote,
    "that": _that,
    "wh": _wh,
    "to": _to,
    "preposition": _preposition,
    "phrase-to": _phrase_to,
    "phrase-as": _phrase_as,
    "phrase-at": _phrase_at,
    "phrase-for": _credit,
    "gerund": _gerund,
    "clause": _clause,
    "phrase": _phrase,
}


# A frame that needs one of these among the cue's; the others look at any cue.
NEEDED = {
    "colon": {"quote"},
    "quote": {"quote"},
    "that": {"that", "addressee"},
    "wh": {"wh", "addressee-wh", "addressee", "zero"},
    "to": {"to", "addressee"},
    "phrase-to": {"np-to"},
    "phrase-as": {"np-as"},
    "phrase-at": {"np-at"},
    "phrase-for": {"credit"},
    "gerund": {"ing"},
    "clause": CLAUSAL,
    "phrase": {"np", "np-document"},
}


# The tags with which a content of a frame may begin right after its cue.
FIRST_TAGS = {
    "colon": ":",
    "quote": ",Q",
    "that": "S",
    "wh": "WS",
    "to": "T",
    "preposition": "P",
    "phrase-to": PHRASE_TAGS,
    "phrase-as": PHRASE_TAGS,
    "phrase-at": PHRASE_TAGS,
    "phrase-for": PHRASE_TAGS,
    "gerund": "GA",
    "clause": "SQDXNUJGZBE'ORPA",
    "phrase": PHRASE_TAGS,
}
ANY_TAG = ""


@cache
def _takers(frames: frozenset[str], tag: str) -> tuple[tuple[str, Taker], ...]:
    """The frames to try for a cue that takes these, where a content would begin with this tag.

    There are as many answers as the lexicon has sorts of cue, times the tags.
    """
    return tuple(
        (name, take)
        for name, take in FRAMES.items()
        if (name not in NEEDED or frames & NEEDED[name]) and tag in (*FIRST_TAGS[name], ANY_TAG)
    )


def quote_end(p: Paragraph, j: int, hi: int) -> int:
    """The token past the content whose quotation mark stands at j; the sentence's end when none does."""
    quote = p.quote_at(j) if p.tag[j] == "Q" else None
    if quote is None:
        return hi
    if quote[1] >= hi or p.tag[quote[1] - 2] in ".?,":
        return quote[1]
    return max(quote[1], clause_end(p, quote[1], hi, narrow=False))


def _starts_clause(p: Paragraph, j: int, hi: int, *, strict: bool, lax: bool) -> bool:
    """Whether a clause begins at j: a noun phrase first, and a finite verb before the next cut.

    `lax` is for plain verbs of saying, after which some words are enough, since our list of verbs is short.
    """
    tag = p.tag[j]
    if tag == "S":
        return p.low[j] in {"if", "because", "although", "though", "while", "unless"}
    if tag == "Q":
        return not strict
    if tag not in "DXNUJGZBE'OR" and p.low[j] not in CLAUSE_OPENINGS and p.low[j : j + 2] != ["as", "many"]:
        return False
    if tag == "N" and len(p.low[j]) > 3 and ("'" in p.low[j] or "’" in p.low[j]):
        return True
    if strict:
        return _verb_follows(p, j, hi)
    end = j + 1
    while end < hi and p.tag[end] not in ";:" and p.low[end] not in {"because", "when", "after", "while"}:
        end += 1
    return has_finite(p, j + 1, end) or (lax and end - j > 3)


def _verb_follows(p: Paragraph, j: int, hi: int) -> bool:
    phrase = phrase_starting(p, j, hi)
    if phrase is None:
        return False
    k = phrase[1]
    while k + 1 < hi and p.tag[k] == "P":
        more = phrase_starting(p, k + 1, hi)
        if more is None:
            return False
        k = more[1]
    while k < hi and p.tag[k] == "R":
        k += 1
    return k < hi and is_finite(p, k)
