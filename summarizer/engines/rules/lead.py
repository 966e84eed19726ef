"""Finds the sentence that tells the news of an article, where it opens with it and where it opens with a scene."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from summarizer.engines.rules.centrality import root_of, words_of
from summarizer.engines.rules.doubts import goes_on, tells_background
from summarizer.engines.rules.fragments import is_fragment
from summarizer.engines.rules.leaning import begins_back, points_back
from summarizer.engines.rules.pronouns import is_mostly_quoted, without_quoted
from summarizer.text.words import either, rare_wordings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.engines.rules.candidates import Candidate

_FIRST = 5  # sentences among which the news is looked for
_BEHIND_SCENE = 14  # the same, where the text opens with a scene
_SAME_AGAIN = 0.85  # of a sentence's words in another one: a line that only announces it
_SPOKEN = 0.3  # what one loses that is mostly a quotation
_ASIDE = 0.2  # what a sentence loses that opens with a clause beside the news
_BACKGROUND = 0.3  # what one loses that tells of what was before: "The guild's rise comes as …"
_FEWEST_TOLD = 3  # blanks outside quotation marks
_NAMED = 2  # of the title's words in a sentence that opens with an aside
_TITLED = 0.5  # of the title's words in a sentence: it is no scene
# Behind a scene the place counts for less, and a turn and the present day for more.
_LATER, _TURNED, _TODAY = 0.1, 0.3, 0.15
_SCENE = rare_wordings("drafts.summary.scene")
_OPENS_ASIDE = re.compile(
    r"(?:Even as|As (?:the|a|an|loud)|While|Although|Though|Amid|Despite)\b|[^“\"]* (?:was|were) (?!being)[a-z]+ing\b"
)
_SETS_SCENE = re.compile(rf"{_OPENS_ASIDE.pattern}|(?:In|At|On|For) (?:an?|his|her|their|this)\b|\w+(?:ed|ing)\b")
_DATED = 0.4  # what the first sentence gains that tells of a day
_DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
# "The candidate" or "the Kell businessman", whom only the title names
_SOMEBODY = re.compile(
    rf"\b[Tt]he (?:[\w-]+ ){{0,2}}(?:{either('drafts.summary.somebody')})\b"
    r"(?![’']|,? [A-ZÀ-Þ]| (?:of|who|in|for|from)\b)"
)
_SHOWN = re.compile(
    r"\b[Tt]h(?:ese|ose) ([a-z]{3,}s)\b(?! (?:who|whose|that|which|in|of|with|from|at|on|for|to)\b)"
    rf"|\bthis (?:[a-z-]+ ){{0,3}}({either('drafts.summary.places')})\b"
)
# More of what earlier reports have told: "A third man has been charged"
_COUNTED_ON = re.compile(r"A (?:second|third|fourth|fifth|sixth|seventh|further) [a-z]+ (?:has|have|was|is|will)\b")
_TURNS = re.compile(r"(?:But|Yet|Now|Still|Today)\b")
_IS_TODAY = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|this (?:week|month|year)|(?:has|have) [a-z]+|now)\b"
)


def find_lead(candidates: Sequence[Candidate]) -> Candidate | None:
    """The sentence that tells the news; None where no sentence tells any."""
    opening = list(islice((one for one in candidates if one.is_news), _FIRST))
    if not opening:
        return None
    summed_up = next((one for one in opening if one.sums_up and _stands_alone(one)), None)
    if summed_up is not None:
        return _fullest(summed_up, opening)
    if is_scene(opening[0]):
        behind = _find_behind_scene(opening[0], candidates)
        if behind is not None:
            return behind
    by_weight = sorted(opening, key=lambda one: (-_weight(one), one.number))
    lead = next(filter(_can_open, by_weight), None)
    if lead is None:
        return next((one for one in candidates if one.is_news and not one.told.leans), opening[0])
    return _fullest(lead, opening)


def _fullest(lead: Candidate, opening: Sequence[Candidate]) -> Candidate:
    """The lead, or one of the first sentences that tells all that the lead does, and more."""
    fuller = (one for one in opening if one.number > lead.number and _tells_again(one, lead) and _can_open(one))
    return next(fuller, lead)


def _stands_alone(one: Candidate) -> bool:
    """Whether a summary above the text names whom it tells of, as far as its words show: not "the candidate"."""
    told = one.tell(frozenset(), "")
    return not is_fragment(told.text) and _SOMEBODY.search(told.text) is None


def is_scene(one: Candidate) -> bool:
    """Whether a sentence shows somebody doing what is no news: it has few of the title's words."""
    if _SCENE.search(one.text) is None:
        return False
    title = frozenset(words_of(one.title))
    return len(one.weighed.words & title) < _TITLED * len(title)


def _find_behind_scene(scene: Candidate, candidates: Sequence[Candidate]) -> Candidate | None:
    """The sentence behind a scene that says why it was told: it turns from it, or tells of today."""
    block = scene.sentence.block
    later = (one for one in candidates if one.sentence.block != block or _TURNS.match(one.text))
    told = (one for one in later if one.is_news and not is_scene(one) and one.text[:1] not in "“\"'‘")
    standing = [one for one in islice(told, _BEHIND_SCENE) if not one.told.leans]
    return max(standing, key=lambda one: (_weight_behind_scene(one), -one.number), default=None)


def _weight_behind_scene(one: Candidate) -> float:
    weighed = one.weighed
    turned = _TURNED * bool(_TURNS.match(one.text)) + _TODAY * bool(_IS_TODAY.search(one.text))
    turned -= 2 * _ASIDE * bool(_OPENS_ASIDE.match(one.text))  # the scene goes on: "Below, crews were waiting"
    return weighed.weight - weighed.placed + 1 / (1 + _LATER * weighed.place) + turned


def _weight(one: Candidate) -> float:
    """What a sentence weighs as the news: the first one that tells of a day more, one with a clause beside it less."""
    dated = _DATED * bool(one.opens and _DAY.search(one.text))
    aside = _ASIDE * bool(_OPENS_ASIDE.match(one.text)) + _SPOKEN * is_mostly_quoted(one.text)
    aside += _BACKGROUND * (tells_background(one.text) or goes_on(one.text))
    return one.weighed.weight + dated - aside


def _can_open(one: Candidate) -> bool:
    """Whether a sentence can be the first of a summary; what only the title has named is not "these boats"."""
    plain = without_quoted(one.told.text)
    if _shows(plain) or plain.count(" ") < _FEWEST_TOLD:
        return False  # a quotation alone says nothing of who speaks, and why
    return not one.told.leans or _is_opening(one)


def _shows(plain: str) -> bool:
    """Whether a sentence says "these boats" or "that decision" of what none of its own words before has named."""
    return any(
        root_of(found[1] or found[2]) not in set(map(root_of, words_of(plain[: found.start()])))
        for found in _SHOWN.finditer(plain)
    )


def _is_opening(one: Candidate) -> bool:
    """Whether a sentence opens the text with the news, so that whom or what it means stands in it or in the title."""
    if not one.opens or one.told.standing != "behind":
        return False
    if _COUNTED_ON.match(one.text):
        return True
    if not begins_back(one.told.text) and _SETS_SCENE.match(one.text) is None:
        return True
    title = frozenset(words_of(one.title))
    aside, _, news = one.told.text.partition(", ")
    # "Though it is old, the mill of Kell": what the title names comes behind the aside that means it
    if not news or _OPENS_ASIDE.match(aside) is None or len(title & one.weighed.words) < _NAMED:
        return False
    return not points_back(news[:1].upper() + news[1:])


def _tells_again(one: Candidate, lead: Candidate) -> bool:
    """Whether a sentence tells all that another one does, and more: that was a line above the text."""
    words = lead.weighed.words
    return len(one.weighed.words) > len(words) and len(words & one.weighed.words) >= _SAME_AGAIN * len(words)
