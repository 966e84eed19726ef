"""The rules: each looks at one cue in one sentence and says what is attributed to whom, or None."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summarizer.attribution.clauses import clause_end, trim_time
from summarizer.attribution.lexicon import load_lexicon
from summarizer.attribution.phrases import (
    BE,
    DOCUMENTS,
    governing_subject,
    has_finite,
    is_finite,
    is_time,
    phrase_ending,
    phrase_starting,
    skip_adjuncts,
    starts_phrase,
    first_subject,
    subject_before,
    verb_group_start,
)

if TYPE_CHECKING:
    from summarizer.attribution.lexicon import Cue
    from summarizer.attribution.tokens import Paragraph

Range = tuple[int, int]


@dataclass(slots=True)
class Found:
    """A statement in token ranges of its paragraph, while its sentence is being read."""

    paragraph: Paragraph
    content: list[Range]
    mention: Range | None
    cue: Range
    entry: Cue
    rule: str
    relays: list[Range] = field(default_factory=list)
    more: list[tuple[Paragraph, Range]] = field(default_factory=list)
    mention_paragraph: Paragraph | None = None
    cue_paragraph: Paragraph | None = None


def read_sentence(p: Paragraph, lo: int, hi: int) -> list[Found]:
    """All statements whose cue stands in the sentence from token lo to hi, in the order of their cues."""
    found: list[Found] = []
    cues = load_lexicon().cues
    title = lo in p.headlines
    opened = read_speaker(p, lo, hi) or read_survey(p, lo, hi)
    if opened:
        found.append(opened)
    i = lo
    while i < hi:
        entries = cues.get(p.low[i])
        if p.low[i] in RELAYING and found:
            read_relay(p, i, hi, found)
        if entries and not _inside_quote(p, i):
            for entry in entries:
                end = i + 1 + len(entry.rest)
                if entry.rest and tuple(p.low[i + 1 : end]) != entry.rest:
                    continue
                if p.words[i][0].isupper() and i > lo and not title and not _is_stray_capital(p, i, entry):
                    continue
                one = READERS[entry.kind](p, i, end, lo, hi, entry, found)
                if one:
                    found.append(one)
                    i = end - 1
                    break
        i += 1
    return found


SURVEYS = frozenset("poll polls survey surveys study".split())


def read_survey(p: Paragraph, lo: int, hi: int) -> Found | None:
    """In a survey, ...: the document is the source of the clause after it."""
    if p.low[lo] != "in" or lo + 3 >= hi:
        return None
    who = phrase_starting(p, lo + 1, hi)
    if who is None or SURVEYS.isdisjoint(p.low[who[0] : who[1]]):
        return None
    comma = next((n for n in range(who[1], min(who[1] + 12, hi)) if p.tag[n] == ","), None)
    if comma is None or not has_finite(p, comma, hi):
        return None
    return Found(p, [(comma + 1, hi)], who, (lo, lo + 1), load_lexicon().cues["said"][0], "survey")


def _is_stray_capital(p: Paragraph, i: int, entry: Cue) -> bool:
    """Whether a cue with a capital inside a sentence is still a cue, as badly translated text has them."""
    if entry.kind == "phrase":
        return True
    return entry.lemma == "say" and p.words[i - 1][0].islower() and p.low[i + 1 : i + 2] in (["in"], ["that"])


NOT_SPEAKERS = frozenset(
    "wow revealed report poll video update updated note photo photos image video watch related read listen source sources editor's editor’s abstract "
    "breaking analysis opinion exclusive live caption correction more also and but so here question q a day part "
    "example problem result answer reason bottom one two three first second third".split()
)


def read_speaker(p: Paragraph, lo: int, hi: int) -> Found | None:
    """A name and a colon before the words said, as in a headline or a transcript: Marsh: We shall not yield."""
    colon = next((n for n in range(lo + 1, min(lo + 8, hi)) if p.low[n] == ":"), None)
    if colon is None or colon + 3 >= hi or lo != p.sentences[0][0]:
        return None
    if p.low[lo] in NOT_SPEAKERS or p.low[colon - 1] in NOT_SPEAKERS or p.tag[lo] in "VAMPWSUO":
        return None
    if not all(w[0].isupper() or p.low[lo + n] in {"of", "the", "for", ".", "'s"} for n, w in enumerate(p.words[lo:colon])):
        return None
    if has_finite(p, lo, colon):
        return None
    quoted = p.tag[colon + 1] == "Q" or p.low[colon + 1] in {"‘", "'"}
    if not quoted and not any(is_finite(p, n) or p.tag[n] in "BZE" for n in range(colon + 1, hi)):
        return None
    end = _quote_end(p, colon + 1, hi) if p.tag[colon + 1] == "Q" else hi if lo in p.headlines else len(p.low)
    entry = load_lexicon().cues["said"][0]
    return Found(p, [(colon + 1, end)], (lo, colon), (colon, colon + 1), entry, "speaker")


def _inside_quote(p: Paragraph, i: int) -> bool:
    quote = p.quote_at(i)
    return quote is not None and quote[1] - quote[0] > 3


def read_verb(p: Paragraph, i: int, k: int, lo: int, hi: int, entry: Cue, found: list[Found]) -> Found | None:
    """A verb of saying or thinking: its subject is the source."""
    before = p.tag[i - 1] if i > lo else "."
    if entry.form == "ing":
        return _participle(p, i, k, lo, hi, entry, found, before)
    start = verb_group_start(p, i, lo)
    if not _is_verb(p, i, start, entry, before):
        return None
    if entry.form in {"past", "part"} and any(p.low[n] in BE for n in range(start, i)):
        return _passive(p, i, k, start, lo, hi, entry)
    subject: Range | None
    lead = p.tag[start - 1] if start > lo else "."
    infinitive = any(p.tag[n] == "T" for n in range(start, i))
    if (lead == "C" or infinitive) and start > lo:
        subject = governing_subject(p, lo, start + infinitive, _said(found))
        placed = False
    else:
        subject = subject_before(p, start, lo) or first_subject(p, start, lo)
        placed = subject is not None
    if "inverted" in entry.frames:
        one = _inverted(p, i, k, lo, hi, entry, found)
        if one:
            return one
    if subject is None:
        return None
    relative = subject is not None and p.tag[subject[1] - 1] == "W"
    if placed and not relative and ("before" in entry.frames or "quote" in entry.frames):
        one = _after_content(p, i, k, lo, hi, entry, subject, found)
        if one:
            return one
    if infinitive and entry.frames & {"np", "np-to", "np-as", "to"} and not entry.frames & {"that", "quote"}:
        return None
    if placed and k < hi and p.tag[k] in "AMV" and subject[0] > lo and entry.frames & {"zero", "that"}:
        return _gap(p, i, k, hi, entry, subject)
    if placed and p.low[k : k + 1] == ["as"] and subject[0] > lo and p.tag[subject[0] - 1] == "W":
        return _gap(p, i, k, hi, entry, subject)
    if entry.family in WEAK and (relative or any(a <= i < b for a, b in _said(found))):
        return None
    prefix = "infinitive-" if infinitive else "relative-" if relative else ""
    inner = relative or (subject[0] > lo and p.low[subject[0] - 1] in SUBORDINATORS)
    return _before_content(p, i, k, hi, entry, subject, prefix, inner=inner)


WEAK = frozenset({"want", "plan", "expect", "consider"})
SUBORDINATORS = frozenset("as if when while although though after before because since unless once whereas like until".split())


def _said(found: list[Found]) -> list[Range]:
    return [r for one in found for r in one.content]


def _is_verb(p: Paragraph, i: int, start: int, entry: Cue, before: str) -> bool:
    if entry.form == "s":
        return _is_third_person(p, i, entry, before)
    if entry.form == "base":
        return _is_base_verb(p, i, start, entry, before)
    if before in "DJ":
        return p.low[i - 1] in QUANTIFIERS
    if p.tag[i] == "E" and i + 1 < len(p.low) and p.low[i + 1] == "by":
        return any(p.low[n] in BE for n in range(start, i))
    return True


QUANTIFIERS = frozenset("many some all both others most few several this that these those one another each either neither".split())
POSSESSIVE = ("'s", "’s", "s'", "s’")


def _is_third_person(p: Paragraph, i: int, entry: Cue, before: str) -> bool:
    previous = p.low[i - 1] if i else ""
    if before in "DJP'TM" or previous.endswith(POSSESSIVE):
        return before in "DJ" and previous in {"this", "that", "one", "another"}
    if entry.lemma.split(" ")[0] not in load_lexicon().nouns or before in "NWR),":
        return True
    if before not in "XU":
        return False
    after = p.low[i + 1] if i + 1 < len(p.low) else ""
    return p.words[i - 1][0].isupper() or previous in REPORTS or previous in DOCUMENTS or (p.tag[i - 2 : i - 1] == ["D"] and after != "of")


def _is_base_verb(p: Paragraph, i: int, start: int, entry: Cue, before: str) -> bool:
    if before in "MTNWA":
        return True
    if before in ",)-" and start > 1:
        return entry.lemma not in load_lexicon().nouns and p.tag[start - 2] != "Q"
    if entry.lemma == "say":
        return before not in "DJPG"
    previous = p.low[start - 1] if start else ""
    if before == "R" and p.tag[start] in "MAT":
        return True
    if entry.lemma.split(" ")[0] in load_lexicon().nouns:
        return start > 0 and p.tag[start - 1] in "NW"
    if before in "RXBZ" and start > 0 and not previous.endswith(("'s", "’s")):
        return previous.endswith("s") or previous in PLURALS or p.tag[start - 1] in "NW"
    return before in "DJ" and previous in QUANTIFIERS


PLURALS = frozenset("people men women many some others both most police few several children percent voters media".split())


def _before_content(p: Paragraph, i: int, k: int, hi: int, entry: Cue, subject: Range | None, prefix: str, *, inner: bool = False) -> Found | None:
    """Source and cue, then the content: a clause, a quotation, a noun phrase, an infinitive, a gerund."""
    got = complement(p, k, hi, entry, inner=inner)
    if got is None:
        return None
    rule, a, b = got
    if rule == "phrase" and not _may_take_phrase(p, k, entry, subject):
        return None
    if b <= a or (prefix == "infinitive-" and rule in {"phrase", "clause", "to"}):
        return None
    return Found(p, [(a, b)], subject, (i, k), entry, prefix + rule)


REPORTS = frozenset(
    "poll polls polling survey surveys study studies report reports data figures results research analysis video footage "
    "records documents emails evidence statistics review audit census".split()
)


def _may_take_phrase(p: Paragraph, k: int, entry: Cue, subject: Range | None) -> bool:
    """Whether a noun phrase after this cue is something said: a person may show a film, a poll shows a lead."""
    if subject is None:
        return False
    if p.tag[k : k + 1] == ["O"] and p.low[k].endswith(("self", "selves")) and entry.form == "ing":
        return False
    if "np" not in entry.frames:
        return not REPORTS.isdisjoint(p.low[subject[0] : subject[1]])
    reduced = entry.family in {"call", "consider", "describe"} and entry.form == "past"
    if reduced and p.low[subject[0]] in {"a", "an", "one"} and subject[1] == k - 1 and subject[0] > 0 and p.tag[subject[0] - 1] != "Q":
        return False
    return p.low[subject[0]] != "you"


def complement(p: Paragraph, k: int, hi: int, entry: Cue, *, inner: bool = False) -> tuple[str, int, int] | None:
    """What the cue takes after it: the frame's name, and the content's first and past-the-last token."""
    frames = entry.frames
    j = k
    if "addressee" in frames or ("addressee-wh" in frames and k < hi and p.tag[k] in "ODXN"):
        who = phrase_starting(p, j, hi) if p.low[k : k + 1] != ["that"] else None
        if who is None or p.low[who[0]] == "that":
            if entry.lemma not in {"warn", "caution", "ask"}:
                return None
        else:
            j = who[1]
            if p.low[j : j + 1] == ["to"] and "to" not in frames and entry.lemma not in {"tell", "warn"}:
                return None
    direct = j
    j = skip_adjuncts(p, j, hi)
    if j >= hi:
        return None
    if p.tag[j] == "," and p.low[j + 1 : j + 2] == ["that"]:
        j += 1
    if p.tag[j] == "," and j + 2 < hi and p.tag[j + 1] == "P":
        past = skip_adjuncts(p, j + 1, hi)
        if past + 1 < hi and p.tag[past] == "," and (p.low[past + 1] in {"that", "whether"} or p.tag[past + 1] in "QDT"):
            j = past + 1
    if p.tag[j] == "," and j + 2 < hi and p.tag[j + 2] == "," and (p.tag[j + 1] == "R" or p.low[j + 1] == "though"):
        j += 3
        if j >= hi:
            return None
    if "that" in frames and p.tag[j] == "X" and p.words[j][0].isupper():
        that = next((n for n in range(j, min(j + 5, hi)) if p.low[n] == "that"), None)
        if that is not None and not has_finite(p, j, that) and p.tag[that - 1] == "X":
            j = that
    word, tag = p.low[j], p.tag[j]
    if tag == ":" and "quote" in frames | {"np"}:
        return ("colon", j + 1, _quote_end(p, j + 1, hi) if j + 1 < hi and p.tag[j + 1] == "Q" else hi)
    if tag == "," and j + 1 < hi and p.tag[j + 1] == "Q" and p.quote_at(j + 1) and "quote" in frames:
        return ("quote", j + 1, _quote_end(p, j + 1, hi))
    if tag == "Q" and p.quote_at(j) and "quote" in frames:
        return ("quote", j, _quote_end(p, j, hi))
    if word == "that" and ("that" in frames or "addressee" in frames) and j + 2 < hi and p.tag[j + 1] != ".":
        return ("that", j, clause_end(p, j, hi, narrow=False, inner=inner))
    if tag in "WS" and word in {"whether", "if", "how", "why", "what", "where", "who", "which", "when"} and word != "when" and (
        "wh" in frames or "addressee-wh" in frames or ("zero" in frames and word != "if") or "addressee" in frames
    ):
        return ("wh", j, clause_end(p, j, hi, narrow=False, inner=inner))
    if tag == "T" and j + 1 < hi and ("to" in frames or "addressee" in frames) and (p.tag[j + 1] in "BARX"):
        return ("to", j, clause_end(p, j, hi, narrow=True, inner=inner))
    if tag == "P" and word in frames or (word in {"about", "of"} and "addressee" in frames):
        return ("preposition", direct if direct < j else j, clause_end(p, j, hi, narrow=True, inner=inner))
    if ("np-to" in frames or "np-as" in frames) and starts_phrase(p, j, hi):
        end = clause_end(p, j, hi, narrow=True, inner=inner)
        mark = "to" if "np-to" in frames else "as"
        if mark == "as":
            end = clause_end(p, j, hi, narrow=True, inner=inner)
        return ("phrase-" + mark, j, end) if mark in p.low[j + 1 : end] else None
    if tag == "G" and "ing" in frames:
        return ("gerund", j, clause_end(p, j, hi, narrow=True, inner=inner))
    if frames & {"zero", "zero-strict", "addressee"} and _starts_clause(p, j, hi, strict=bool(frames & STRICT), lax=entry.lemma in PLAIN):
        return ("clause", j, clause_end(p, j, hi, narrow=False, inner=inner))
    if direct < j and frames & {"zero", "zero-strict", "addressee"} and _starts_clause(p, direct, hi, strict=bool(frames & STRICT), lax=entry.lemma in PLAIN):
        return ("clause", direct, clause_end(p, direct, hi, narrow=False, inner=inner))
    if frames & {"np", "np-document"} and starts_phrase(p, j, hi):
        return ("phrase", j, clause_end(p, j, hi, narrow=True, inner=inner))
    return None


STRICT = frozenset({"np", "zero-strict", "np-document"})
PLAIN = frozenset({"say", "think", "believe", "tell"})


def _quote_end(p: Paragraph, j: int, hi: int) -> int:
    quote = p.quote_at(j)
    if quote is None:
        return hi
    if quote[1] >= hi or p.tag[quote[1] - 2] in ".?,":
        return quote[1]
    return max(quote[1], clause_end(p, quote[1], hi, narrow=False))


def _starts_clause(p: Paragraph, j: int, hi: int, *, strict: bool, lax: bool = False) -> bool:
    """Whether a clause begins at j: a noun phrase first, and a finite verb before the next cut.

    `strict` is for cues which also take a noun phrase: the verb must follow the first phrase. `lax` is for plain verbs
    of saying, after which some words are enough, since our list of verbs is short.
    """
    if p.tag[j] not in "DXNUJSGZBE'OQR" and p.low[j] not in {"about", "around", "at", "over", "under", "despite"}:
        return False
    if p.tag[j] == "S":
        return p.low[j] in {"if", "because", "although", "though", "while"}
    if p.tag[j] == "Q":
        return not strict
    if p.tag[j] == "N" and len(p.low[j]) > 3 and ("'" in p.low[j] or "’" in p.low[j]):
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
    while k < hi and p.tag[k] == "P" and k + 1 < hi:
        more = phrase_starting(p, k + 1, hi)
        if more is None:
            return False
        k = more[1]
    while k < hi and p.tag[k] == "R":
        k += 1
    return k < hi and is_finite(p, k)


def _after_content(p: Paragraph, i: int, k: int, lo: int, hi: int, entry: Cue, subject: Range, found: list[Found]) -> Found | None:
    """The content, then source and cue: ..., he said."""
    s = subject[0]
    comma = s - 1
    if s <= 0 or p.tag[comma] not in ",Q-?":
        return None
    after = skip_addressee(p, k, hi, entry)
    quoted = p.tag[comma] == "Q"
    if "np" in entry.frames and not quoted and after == k and starts_phrase(p, k, hi):
        return None
    rest = _rest(p, after, hi)
    if quoted and s == lo and p.tag[comma - 1] == "." and (rest != "end" or (after < hi and p.tag[after] not in ".G")):
        return None
    opens = next((n for n in range(after, min(after + 3, hi)) if p.tag[n] == "Q"), None)
    if quoted and rest == "clause" and p.low[after] not in {"that", ":"}:
        rest = "end"
    content = content_before(p, comma, lo, found, bare=rest == "split")
    if content is None or rest == "clause" or (rest != "end" and p.low[content[0]] in {"asked", "when", "after", "while"}):
        return None
    ranges = [content]
    if rest == "split":
        a = after + 1
        ranges.append((a, _quote_end(p, a, hi) if p.tag[a] == "Q" else clause_end(p, a, hi, narrow=False)))
    elif quoted and opens is not None and (again := p.quote_at(opens)) and again[0] == opens and again[1] - opens > 6:
        ranges.append(again)
    return Found(p, ranges, subject, (i, k), entry, "before-cue" if len(ranges) == 1 else "split")


def skip_addressee(p: Paragraph, k: int, hi: int, entry: Cue) -> int:
    """Step over "reporters", "me", "in a statement on Tuesday"."""
    j = k
    if "addressee" in entry.frames:
        who = phrase_starting(p, k, hi)
        if who:
            j = who[1]
    return skip_adjuncts(p, j, hi)


def _rest(p: Paragraph, j: int, hi: int) -> str:
    """What follows a cue that stands after content: "end", "split" when the content goes on, "clause" when it only begins."""
    if j >= hi or p.tag[j] in ".?;)" or (p.tag[j] == "Q" and j + 1 >= hi):
        return "end"
    if p.tag[j] == ",":
        n = j + 1
        if n >= hi:
            return "end"
        if p.tag[n] == "Q":
            return "split"
        if p.tag[n] in "GW" or p.low[n] in {"who", "but", "and", "though", "while", "according", "when", "after", "as", "a", "in", "at"}:
            return "end"
        return "split" if has_finite(p, n, hi) else "end"
    if p.tag[j] == "Q" or p.tag[j] in ":" or p.low[j] in {"that", "whether", "why", "how", "what"}:
        return "clause"
    if p.tag[j] in "SCGPTW-('" or p.low[j] in {"as", "when", "of", "about"}:
        return "end"
    return "clause" if p.tag[j] in "DXNUJ" and has_finite(p, j, hi) else "end"


def content_before(p: Paragraph, comma: int, lo: int, found: list[Found], *, bare: bool = False) -> Range | None:
    """The content that ends at the comma or quotation mark before a subject or an inverted cue."""
    quote = p.quote_at(comma)
    a = lo
    if quote and (p.tag[comma] == "Q" or comma > quote[0]):
        first = quote[0]
        a = _sentence_start(p, first)
        if first > a and (p.tag[first - 1] == ":" or (p.tag[first - 1] in ",-" and not has_finite(p, a, first))):
            a = first
        if quote[1] - quote[0] > 40 and first > a and p.tag[first - 1] == ",":
            a = first
        end = max(quote[1], comma + 1)
    else:
        end = comma
        near = p.quote_at(comma - 1) if comma else None
        if near:
            a = min(a, near[0])
    for one in found:
        for x, y in one.content:
            if x >= a and one.cue[0] < x and y <= comma + 1 and one.cue[0] <= a + 3 and x < comma:
                return None
    if end <= a:
        return None
    if not quote and not bare and not has_finite(p, a, end) and not (_fronted(p, a, end) and p.tag[a] not in "PW"):
        return None
    return (a, end)


def _fronted(p: Paragraph, a: int, end: int) -> bool:
    return any(tag in "EB" for tag in p.tag[a:end])


def _sentence_start(p: Paragraph, i: int) -> int:
    for a, b in p.sentences:
        if a <= i < b:
            return a
    return i


def _inverted(p: Paragraph, i: int, k: int, lo: int, hi: int, entry: Cue, found: list[Found]) -> Found | None:
    """..., said Smith; and: Said Smith, ..."""
    who = phrase_starting(p, k, hi)
    if who is None or p.low[who[0]] == "that" or is_time(p, who[0]) or p.tag[who[0]] == "O":
        return None
    if i == lo:
        if who[1] + 1 < hi and p.tag[who[1]] in ",:" and p.tag[who[1] + 1] == "Q":
            return Found(p, [(who[1] + 1, _quote_end(p, who[1] + 1, hi))], who, (i, k), entry, "inverted-first")
        return None
    mark = p.tag[i - 1]
    if mark not in ",Q?-" or entry.form == "base":
        return None
    ends = who[1] >= hi or p.tag[who[1]] in ",.W(-P;CG"
    if mark != "Q" and (not ends or p.tag[who[0]] not in "XDNUJ"):
        return None
    after = skip_adjuncts(p, who[1], hi)
    split = _rest(p, after, hi) == "split" and p.tag[after + 1] in "QAMV"
    content = content_before(p, i - 1, lo, found, bare=split)
    if content is None or (mark != "Q" and not split and not has_finite(p, content[0], content[1])):
        return None
    ranges = [content]
    if split:
        a = after + 1
        ranges.append((a, _quote_end(p, a, hi) if p.tag[a] == "Q" else clause_end(p, a, hi, narrow=False)))
    return Found(p, ranges, who, (i, k), entry, "inverted")


def _participle(
    p: Paragraph, i: int, k: int, lo: int, hi: int, entry: Cue, found: list[Found], before: str
) -> Found | None:
    """..., saying that; she is calling for."""
    start = verb_group_start(p, i, lo)
    if any(p.low[n] in BE for n in range(start, i)):
        subject = subject_before(p, start, lo)
    elif before in ",Q.R" or before == "C":
        close = found and found[-1].mention and found[-1].content[-1][1] in {i - 1, i}
        subject = found[-1].mention if close else governing_subject(p, lo, i, _said(found))
    elif before in "XO" :
        subject = phrase_ending(p, i - 1, lo)
        if subject and not DOCUMENTS.isdisjoint(p.low[subject[0] : i]):
            subject = governing_subject(p, lo, i, _said(found)) or subject
    elif before in "P" :
        subject = governing_subject(p, lo, i, _said(found))
    else:
        return None
    if subject is None:
        return None
    return _before_content(p, i, k, hi, entry, subject, "participle-", inner=before == "X")


def _gap(p: Paragraph, i: int, k: int, hi: int, entry: Cue, subject: Range) -> Found:
    """..., which he said was: the relative pronoun and what follows the cue."""
    ranges = [(k, clause_end(p, k, hi, narrow=False, inner=True))]
    if p.tag[subject[0] - 1] in "WS":
        ranges.insert(0, (subject[0] - 1, subject[0]))
    return Found(p, ranges, subject, (i, k), entry, "gap")


def _passive(p: Paragraph, i: int, k: int, start: int, lo: int, hi: int, entry: Cue) -> Found | None:
    """X was accused by Y of Z."""
    j = skip_adjuncts(p, k, hi) if p.low[k : k + 1] != ["by"] else k
    if p.low[j : j + 1] != ["by"]:
        return None
    who = phrase_starting(p, j + 1, hi)
    subject = subject_before(p, start, lo)
    if who is None or subject is None:
        return None
    ranges = [subject]
    end = clause_end(p, who[1], hi, narrow=True)
    if end > who[1] + 1 and p.tag[who[1]] in "PT":
        ranges.append((who[1], end))
    return Found(p, ranges, who, (i, k), entry, "passive")


def read_phrase(p: Paragraph, i: int, k: int, lo: int, hi: int, entry: Cue, found: list[Found]) -> Found | None:
    """According to X."""
    who = phrase_starting(p, k, hi)
    if who is None:
        return None
    opening = i == lo or (i == lo + 1 and p.tag[lo] in "CR")
    if found and found[-1].entry.frames & {"quote", "addressee"} and i - 2 <= found[-1].cue[1] <= i:
        found[-1].relays.append(who)
        if who[1] + 1 < hi and p.tag[who[1]] == "," and p.tag[who[1] + 1] == "Q":
            found[-1].content.append((who[1] + 1, _quote_end(p, who[1] + 1, hi)))
            found[-1].rule = "split"
        return None
    if opening:
        comma = next((n for n in range(who[1], hi) if p.tag[n] == ","), None)
        if comma is None or comma + 1 >= hi or p.tag[comma + 1] == "W":
            return _sentence_before(p, i, k, lo, who, entry)
        return Found(p, [(comma + 1, clause_end(p, comma + 1, hi, narrow=False))], who, (i, k), entry, "according-first")
    end = i - 1 if p.tag[i - 1] == "," else i
    a = lo
    quote = p.quote_at(i - 1)
    if quote:
        a = min(a, quote[0])
        end = max(end, quote[1])
    for one in found:
        if one.cue[0] >= a and one.content[-1][1] >= end - 1 and one.entry.frames & {"quote", "addressee"}:
            one.relays.append(who)
            return None
    if end <= a:
        return None
    ranges = [(a, end)]
    if p.tag[i - 1] == "," and who[1] + 1 < hi and p.tag[who[1]] == "," and _rest(p, who[1], hi) == "split":
        ranges.append((who[1] + 1, clause_end(p, who[1] + 1, hi, narrow=False)))
    return Found(p, ranges, who, (i, k), entry, "according-last")


PRONOUNS = frozenset("his her their its my our".split())


def _sentence_before(p: Paragraph, i: int, k: int, lo: int, who: Range, entry: Cue) -> Found | None:
    """A sentence of its own, "According to X.", belongs to the sentence before it."""
    before = next((s for s in reversed(p.sentences) if s[1] <= lo), None)
    return Found(p, [before], who, (i, k), entry, "according-after") if before else None


RELAYING = frozenset("reported quoted cited carried published relayed translated".split())


def read_relay(p: Paragraph, i: int, hi: int, found: list[Found]) -> None:
    """..., as reported by Y: Y passes on the statement just found."""
    if p.low[i] not in RELAYING or p.low[i + 1 : i + 2] != ["by"] or not found or i < 2:
        return
    if p.low[i - 1] == "as" or p.tag[i - 1] == ",":
        who = phrase_starting(p, i + 2, hi)
        if who and found[-1].entry.frames & {"quote", "addressee"}:
            found[-1].relays.append(who)


def read_noun(p: Paragraph, i: int, k: int, lo: int, hi: int, entry: Cue, found: list[Found]) -> Found | None:
    """His claim that; a warning from X that."""
    del found
    who: Range | None = None
    j = k
    if p.low[k : k + 1] in (["from"], ["by"]):
        who = phrase_starting(p, k + 1, hi)
        j = who[1] if who else k
    else:
        n = i - 1
        while n > lo and p.tag[n] in "JXER" and not p.low[n].endswith(("'s", "’s", "s'", "s’")) and i - n < 4:
            n -= 1
        if n >= lo and (p.low[n].endswith(("'s", "’s", "s'", "s’")) or p.low[n] in PRONOUNS):
            who = phrase_ending(p, n, lo) or (n, n + 1)
            if p.tag[n] == "D":
                who = (n, n + 1)
    if who is None or j >= hi:
        return None
    if p.low[who[0]] in PRONOUNS and who[0] > lo and p.tag[who[0] - 1] in "EVZBG":
        who = governing_subject(p, lo, who[0], []) or who
    word = p.low[j]
    if word in entry.frames and j + 1 < hi and (word != "to" or p.tag[j + 1] in "BA"):
        return Found(p, [(j, clause_end(p, j, hi, narrow=word != "that"))], who, (i, k), entry, "noun-" + word)
    return None


def read_adjective(p: Paragraph, i: int, k: int, lo: int, hi: int, entry: Cue, found: list[Found]) -> Found | None:
    """She is confident that."""
    del found
    start = verb_group_start(p, i, lo)
    if not any(p.low[n] in BE for n in range(start, i)):
        return None
    subject = subject_before(p, start, lo)
    if subject is None or p.low[subject[0]] in {"it", "it's", "there"}:
        return None
    return _before_content(p, i, k, hi, entry, subject, "adjective-")


READERS = {"verb": read_verb, "phrase": read_phrase, "noun": read_noun, "adjective": read_adjective}
