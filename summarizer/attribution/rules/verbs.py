"""The rules for verbs: each looks at one verb of the lexicon and gives the statement that it makes, or None."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.lexicon import word_set
from summarizer.attribution.rules.content_first import after_cue, read_after_content, read_inverted
from summarizer.attribution.rules.second_hand import QUOTING, read_quoted_as
from summarizer.attribution.rules.unsaid import NEGATIVES
from summarizer.attribution.syntax.clauses import clause_end
from summarizer.attribution.syntax.complements import complement, quote_end
from summarizer.attribution.syntax.noun_phrases import (
    ARTICLES,
    DOCUMENTS,
    phrase_ending,
    phrase_starting,
    skip_adjuncts,
)
from summarizer.attribution.syntax.subjects import first_subject, governing_subject, subject_before, whole_list
from summarizer.attribution.syntax.verb_groups import BE, has_finite, is_cue_verb, is_time, verb_group_start

if TYPE_CHECKING:
    from summarizer.attribution.syntax.site import Found, Range, Site

WEAK = frozenset({"want", "plan", "expect", "consider", "support_openly", "oppose_openly"})
MENTAL = frozenset({"think", "feel", "know", "realize", "fear", "hope"})
CAUSATIVES = word_set("causatives")
REPORTS = word_set("reports")
SUBORDINATORS = word_set("subordinators")
SOURCE_NOUNS = frozenset({"source", "sources", "official", "officials", "witness", "witnesses"})
PICTURES = frozenset({"image", "images", "photo", "photos", "photograph", "photographs", "picture", "pictures"})
AGENTLESS = frozenset(
    {"believe", "say", "think", "report", "suspect", "allege", "fear", "understand", "accuse", "rumour"}
)
# "No group has claimed the attack" is nobody's statement, and "up from 12 reported earlier" neither.
NOBODY = frozenset({"no", "nobody", "none", "neither", "up", "down"})
NAMING = frozenset({"call", "consider", "describe"})


def read_verb(site: Site) -> Found | None:
    """A verb of saying or thinking: its subject is the source."""
    p, lo, i = site.p, site.lo, site.i
    quoted = _read_quoted(site) if site.entry.lemma in QUOTING else None
    if quoted:
        return quoted
    if site.entry.form == "ing":
        return read_participle(site)
    start = verb_group_start(p, i, lo)
    if not is_cue_verb(site, start):
        return read_asked_by(site)
    if start < i and site.entry.form in {"past", "part"} and not BE.isdisjoint(p.low[start:i]):
        return read_passive(site, start)
    return read_active(site, start)


def _read_quoted(site: Site) -> Found | None:
    """A verb of quoting, whose source is who is quoted."""
    p, lo, i = site.p, site.lo, site.i
    if site.entry.form == "ing":
        return read_quoted_as(site, _participle_subject(site, p.tag[i - 1] if i > lo else ".", i - 1), is_passive=False)
    start = verb_group_start(p, i, lo)
    is_passive = start < i and not BE.isdisjoint(p.low[start:i])
    return read_quoted_as(site, subject_before(p, start, lo), is_passive=is_passive)


def read_active(site: Site, start: int) -> Found | None:
    """A verb in the active, whose group begins at start."""
    p, lo, i = site.p, site.lo, site.i
    infinitive = start < i and "T" in p.tag[start:i]
    shared = start > lo and (p.tag[start - 1] == "C" or infinitive)
    found = read_inverted(site) if "inverted" in site.entry.frames else None
    if found:
        return found
    made = _made_to(site, start) if infinitive else None
    if made:
        return _with_complement(site, made, "causative-")
    if shared:
        subject = governing_subject(p, lo, start + infinitive, site.said)
        if subject is None and not infinitive and site.found and site.found[-1].content[-1][1] == start - 1:
            subject = site.found[-1].mention  # "confirmed that it rained but said": whoever confirmed
        return read_shared_subject(site, subject, infinitive=infinitive) if subject else None
    subject = subject_before(p, start, lo) or first_subject(p, start, lo)
    if subject is None or p.low[subject[0]] in NOBODY:
        return None
    return read_own_subject(site, whole_list(p, subject, lo))


def read_as_reported(site: Site, subject: Range) -> Found | None:
    """As the Herald reported, ...; ..., as the Herald reported."""
    p, lo, hi = site.p, site.lo, site.hi
    after = after_cue(site)
    first = subject[0] - 1
    if after + 1 < hi and p.tag[after] == "," and (p.tag[after + 1] == "Q" or has_finite(p, after + 1, hi)):
        a = after + 1
        end = quote_end(p, a, hi) if p.tag[a] == "Q" else clause_end(p, a, hi, narrow=False)
        return site.give([(a, end)], subject, "as-reported")
    closed = after >= hi or p.tag[after] in ".,"
    if closed and first - 1 > lo and p.tag[first - 1] == "," and has_finite(p, lo, first - 1):
        return site.give([(lo, first - 1)], subject, "as-reported")
    return None


def _made_to(site: Site, start: int) -> Range | None:
    """For "the raid led the ministry to call for": the ministry."""
    p = site.p
    to = p.tag.index("T", start, site.i)
    who = phrase_ending(p, to - 1, site.lo) if to > site.lo else None
    return who if who and who[0] > site.lo and p.low[who[0] - 1] in CAUSATIVES else None


def read_own_subject(site: Site, subject: Range) -> Found | None:
    """A verb whose subject stands before it: Smith said that; Smith, who said that; "...," Smith said."""
    p, frames = site.p, site.entry.frames
    relative = p.tag[subject[1] - 1] == "W"
    if not relative and not frames.isdisjoint({"before", "quote"}):
        found = read_after_content(site, subject)
        if found:
            return found
    if _leaves_gap(site, subject):
        return read_gap(site, subject)
    if subject[0] > site.lo and p.low[subject[0] - 1] == "as" and not frames.isdisjoint({"before", "quote"}):
        found = read_as_reported(site, subject)
        if found:
            return found
    if site.entry.family in WEAK and (relative or site.is_nested):
        return None
    if site.entry.family in MENTAL and site.is_nested and (p.tag[subject[0]] == "N" or is_unasserted(site)):
        return None  # "Lund said she thought it was late" is one statement
    inner = relative or (subject[0] > site.lo and p.low[subject[0] - 1] in SUBORDINATORS)
    found = _with_complement(site, subject, "relative-" if relative else "", inner=inner)
    # "Lund said she could not comment on the letter" is one statement too
    return None if found and found.rule == "phrase" and p.tag[subject[0]] == "N" and site.is_nested else found


def is_unasserted(site: Site) -> bool:
    """Whether the cue stands in what somebody denies or refuses to say: denied that the council had known."""
    return any(
        (one.entry.stance == "denies" or one.entry.lemma in {"refuse", "decline"})
        and any(a <= site.i < b for a, b in one.content)
        for one in site.found
    )


def read_shared_subject(site: Site, subject: Range, *, infinitive: bool) -> Found | None:
    """A verb that shares the subject of the one before: ... and said that; ... refused to say whether."""
    if not infinitive:
        return _with_complement(site, subject, "")
    if site.entry.frames.isdisjoint({"that", "quote"}) and site.entry.frames & {"np", "np-to", "np-as", "to"}:
        return None
    if is_unasserted(site):
        return None
    found = _with_complement(site, subject, "infinitive-")
    # "to promise better schools": what somebody is to say in other words than his own is mostly no statement
    if found is None or found.rule in {"infinitive-phrase", "infinitive-clause", "infinitive-to"}:
        return None
    return None if found.rule == "infinitive-wh" and "addressee" not in site.entry.frames else found


def _with_complement(site: Site, subject: Range, prefix: str, *, inner: bool = False) -> Found | None:
    p = site.p
    if site.entry.lemma == "read" and p.low[site.k : site.k + 1] in (["out"], ["aloud"]):
        return None  # a statement read out by somebody
    if site.entry.family == "show" and not PICTURES.isdisjoint(p.low[subject[0] : subject[1]]):
        return None
    got = complement(site, inner=inner)
    if got is None:
        return None
    frame, content = got
    if frame == "phrase" and not _may_take_phrase(site, subject):
        return None
    return site.give([content], subject, prefix + frame)


def _may_take_phrase(site: Site, subject: Range) -> bool:
    """Whether a noun phrase after this cue is something said: a person may show a film, a poll shows a lead."""
    p, k, entry = site.p, site.k, site.entry
    if entry.form == "ing" and p.tag[k : k + 1] == "O" and p.low[k].endswith(("self", "selves")):
        return False
    if entry.lemma in {"cite", "quote"} and not SOURCE_NOUNS.isdisjoint(p.low[k : k + 4]):
        return False  # "which cited a source close to the court" says nothing yet
    if "np" not in entry.frames:
        return not REPORTS.isdisjoint(p.low[subject[0] : subject[1]])
    head = {p.low[subject[0]], p.low[subject[1] - 2]} if subject[1] - subject[0] > 1 else {p.low[subject[0]]}
    reduced = entry.family in NAMING and entry.form == "past" and subject[1] == k - 1  # "a man called Smith"
    if reduced and head & {"a", "an", "one"} and subject[0] > 0 and p.tag[subject[0] - 1] != "Q":
        return False
    return p.low[subject[0]] != "you"


def _leaves_gap(site: Site, subject: Range) -> bool:
    """Whether the verb stands inside its own content: "a step which he said was late", "whom she described as"."""
    p, k = site.p, site.k
    if k >= site.hi or subject[0] <= site.lo:
        return False
    if p.tag[k] in "AMV" and not site.entry.frames.isdisjoint({"zero", "that"}):
        return True
    return p.low[k] == "as" and (p.tag[subject[0] - 1] == "W" or _reduced_head(site, subject) is not None)


def _reduced_head(site: Site, subject: Range) -> Range | None:
    """For "a step the ministry described as late": a step."""
    p, a = site.p, subject[0]
    if p.tag[a - 1] != "X" or p.low[a] not in ARTICLES:
        return None
    head = phrase_ending(p, a - 1, site.lo)
    return head if head and p.low[head[0]] in ARTICLES else None


def read_gap(site: Site, subject: Range) -> Found:
    """..., which he said was: the relative pronoun and what follows the cue."""
    p, k = site.p, site.k
    ranges = [(k, clause_end(p, k, site.hi, narrow=False, inner=True))]
    if p.tag[subject[0] - 1] in "WS":
        ranges.insert(0, (subject[0] - 1, subject[0]))
    elif head := _reduced_head(site, subject):
        ranges.insert(0, head)
    return site.give(ranges, subject, "gap")


def read_participle(site: Site) -> Found | None:
    """..., saying that; a report saying that; she is calling for."""
    p, i = site.p, site.i
    n = i - 1
    while n > site.lo and p.tag[n] == "R":
        n -= 1
    before = p.tag[n] if n >= site.lo else "."
    if n < i - 1 and before not in "XO":
        before = "R"
    subject = _participle_subject(site, before, n)
    if before == "X" and site.entry.family == "show" and subject and p.low[subject[0] - 1] != "with":
        return None  # "pictures showing a crack": nobody says so, but "with polls showing a lead" they do
    if subject is None:
        return _read_fronted(site, before)
    found = _with_complement(site, subject, "participle-", inner=before == "X")
    return None if found and found.rule == "participle-phrase" and _is_loose(site, subject, before) else found


def _read_fronted(site: Site, before: str) -> Found | None:
    """After saying that it rained, Lund left: the subject follows."""
    p, i = site.p, site.i
    if i - site.lo > 2 or (i > site.lo and (before not in "PSR" or p.low[i - 1] == "without")):
        return None
    got = complement(site, inner=True)
    if got is None or got[1][1] + 1 >= site.hi or p.tag[got[1][1]] != ",":
        return None
    who = phrase_starting(p, got[1][1] + 1, site.hi)
    return site.give([got[1]], who, "fronted-" + got[0]) if who else None


def _is_loose(site: Site, subject: Range, before: str) -> bool:
    """Whether a participle only describes the noun before it (a group opposing the tax), or what is spoken of."""
    p, i = site.p, site.i
    if before == "P":
        return p.low[i - 1] not in {"by", "from", "after", "before"}
    return before in "XO" and p.low[subject[0] - 1] != "with" and p.low[subject[1] - 1] not in DOCUMENTS


def _participle_subject(site: Site, before: str, n: int) -> Range | None:
    p, lo, i = site.p, site.lo, site.i
    start = verb_group_start(p, i, lo)
    if not BE.isdisjoint(p.low[start:i]):
        return subject_before(p, start, lo)
    if before in ",Q.RC":
        last = site.found[-1] if site.found else None
        if last and last.mention and last.content[-1][1] in {i - 1, i}:
            return last.mention
        return governing_subject(p, lo, i, site.said)
    if before in "XO":
        # "wrote that pilots sent a note calling it late": the pilots call it late
        lo = max((a for a, b in site.said if a <= i < b), default=lo)
        subject = phrase_ending(p, n, lo)
        if subject and not DOCUMENTS.isdisjoint(p.low[subject[0] : i]):
            said = [r for r in site.said if not r[0] <= i < r[1]]
            return governing_subject(p, lo, i, said) or subject
        return subject
    return governing_subject(p, lo, i, site.said) if before == "P" else None


def read_asked_by(site: Site) -> Found | None:
    """Asked by X whether ..., without a subject of its own."""
    p, k, hi = site.p, site.k, site.hi
    if site.entry.lemma != "ask" or p.low[k : k + 1] != ["by"]:
        return None
    who = phrase_starting(p, k + 1, hi)
    if who is None or p.tag[who[1] : who[1] + 1] not in {"S", "W", "T"}:
        return None
    return site.give([(who[1], clause_end(p, who[1], hi, narrow=False, inner=True))], who, "asked-by")


def _read_agentless(site: Site, subject: Range) -> Found | None:
    """X is believed to be Y; it is feared that; X was accused of: somebody says so, and nobody is named."""
    p, k, hi, lemma = site.p, site.k, site.hi, site.entry.lemma
    if lemma not in AGENTLESS or k + 1 >= hi:
        return None
    if p.tag[subject[0]] == "N" and p.low[k] == "that":
        return site.give([(k + 1, clause_end(p, k + 1, hi, narrow=False))], None, "agentless")
    link = "of" if lemma == "accuse" else "to"
    if p.low[k] != link or p.low[subject[0]] in {"it", "there"}:
        return None
    return site.give([(subject[0], clause_end(p, k, hi, narrow=True))], None, "agentless")


def _claim_before(site: Site, start: int) -> Range | None:
    """Lund's claim, in "Lund's claim that it was late was rejected"."""
    last = site.found[-1] if site.found else None
    if last is None or last.mention is None or not last.rule.startswith("noun-") or last.content[-1][1] != start:
        return None
    return (min(last.mention[0], last.cue[0]), last.cue[1])


def read_passive(site: Site, start: int) -> Found | None:
    """X was accused by Y of Z."""
    p, k, hi = site.p, site.k, site.hi
    j = k if p.low[k : k + 1] == ["by"] else skip_adjuncts(p, k, hi)
    subject = _claim_before(site, start) or subject_before(p, start, site.lo)
    if p.low[j : j + 1] != ["by"]:
        return _read_agentless(site, subject) if subject else None
    who = phrase_starting(p, j + 1, hi)
    if who is None or subject is None:
        return None
    if not NEGATIVES.isdisjoint(p.low[start : site.i]):
        return None  # "was not told by Lund that it was late" says nothing of Lund's
    if who[1] < hi and p.tag[who[1]] in "SW" and p.low[who[1]] not in {"who", "whose", "which"}:
        return site.give([(who[1], clause_end(p, who[1], hi, narrow=False))], who, "passive")
    told = subject
    if p.tag[subject[1] - 1] == "W" and subject[1] - subject[0] > 1:
        told = (subject[0], subject[1] - 1)
    while told[1] - told[0] > 1 and is_time(p, told[0]):
        told = (told[0] + 1, told[1])
    ranges = [told]
    end = clause_end(p, who[1], hi, narrow=True)
    if end > who[1] + 1 and p.tag[who[1]] in "PT":
        ranges.append((who[1], end))
    elif p.tag[subject[0]] == "N":
        return None  # "what she was told by the guard" says nothing
    return site.give(ranges, who, "passive")
