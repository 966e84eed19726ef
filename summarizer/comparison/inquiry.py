"""What a model is asked about a comparison by rules, and what becomes of it by what the model answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.comparison.accounts import Accounts
from summarizer.comparison.compare import conclude
from summarizer.comparison.days import read_date
from summarizer.comparison.proposals import Accepted, Checker
from summarizer.comparison.sheets import TOKENS, make_sheets, title_of
from summarizer.contract.comparison import RefusedGroup
from summarizer.contract.report import Provenance, Usage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from summarizer.comparison.compare import Findings
    from summarizer.comparison.groups import Judged
    from summarizer.comparison.sheets import Sheet
    from summarizer.contract.comparison import Comparison
    from summarizer.contract.grouping import Grouping


class Inquiry:
    """The sheets that a model is asked about; `tokens` is the most that the passages of one may take."""

    def __init__(self, found: Findings, tokens: int = TOKENS) -> None:
        self._found = found
        titles = {name: title_of(name, one) for name, one in found.articles.items()}
        self.sheets = make_sheets(found.evidence, found.facts, titles, tokens)

    def conclude(self, answers: Mapping[str, Grouping], unasked: Mapping[str, str], made: Provenance) -> Comparison:
        """The comparison with the groups that stand, by the answers to sheets by their ids.

        `unasked` says why a sheet has no answer; those are listed as refused, and so is each group that the rules
        refuse. `made` says how the model is asked. Whatever comes of the answers, the facts of the rules remain.
        """
        accepted, refused = self._check(answers)
        refused += [_unanswered(sheet, unasked.get(sheet.id, "it was not asked"), answers) for sheet in self.sheets]
        facts = _merged(self._found.facts, accepted)
        told = [answers[sheet.id].provenance for sheet in self.sheets if sheet.id in answers]
        made = _summed(made, told, len(self.sheets))
        return conclude(self._found, facts, [one for one in refused if one is not None], made)

    def _check(self, answers: Mapping[str, Grouping]) -> tuple[list[tuple[Sheet, Accepted]], list[RefusedGroup | None]]:
        found = self._found
        published = {name: read_date(one.published) for name, one in found.articles.items()}
        accounts = Accounts(found.evidence.book, found.evidence.order)
        checker = Checker(found.evidence, found.facts, accounts, published)
        accepted: list[tuple[Sheet, Accepted]] = []
        refused: list[RefusedGroup | None] = []
        for sheet in self.sheets:
            grouping = answers.get(sheet.id)
            if grouping is None:
                continue
            refused += grouping.unread
            refused += [RefusedGroup(text=f"a part of {sheet.id}", verdict="", reason=lost) for lost in grouping.lost]
            for group in sorted(grouping.groups, key=lambda one: one.model_dump_json()):
                checked = checker.check(sheet, group)
                if isinstance(checked, RefusedGroup):
                    refused.append(checked)
                else:
                    accepted.append((sheet, checked))
        return accepted, refused


def _unanswered(sheet: Sheet, reason: str, answers: Mapping[str, Grouping]) -> RefusedGroup | None:
    if sheet.id in answers:
        return None
    places = tuple(f"{one.passage.article}:{one.passage.start}-{one.passage.end}" for one in sheet.shown)
    text = f"{len(places)} passages were not compared by the model"
    return RefusedGroup(text=text, verdict="", mentions=places, reason=reason)


def _merged(facts: Sequence[Judged], accepted: Iterable[tuple[Sheet, Accepted]]) -> list[Judged]:
    """The facts with those of the model, instead of the facts of which each passage stands in one of those."""
    new = list(_without_parts([one.fact for _, one in accepted]))
    sets = [_places(fact) for fact in new]
    kept = [
        fact
        for fact in facts
        if fact.verdict == "conflict" or not any(_is_told(_places(fact), places) for places in sets)
    ]
    known = [(fact.verdict, _places(fact)) for fact in kept]
    return [
        *kept,
        *(fact for fact, places in zip(new, sets, strict=True) if not _adds_nothing(fact, places, known)),
    ]


Place = tuple[str, int, int]


def _places(fact: Judged) -> list[Place]:
    return [(one.article, one.start, one.end) for answer in fact.answers for one in answer.passages]


def _is_told(places: Sequence[Place], in_places: Sequence[Place]) -> bool:
    """Whether each of some passages is one of the others, or a part of it."""
    return all(any(_lies_in(one, other) for other in in_places) for one in places)


def _lies_in(one: Place, other: Place) -> bool:
    return one[0] == other[0] and other[1] <= one[1] and one[2] <= other[2]


def _without_parts(new: Sequence[Judged]) -> Iterator[Judged]:
    """The model's facts without those all of whose passages another has, the larger ones first."""
    taken: list[list[Place]] = []
    for fact in sorted(new, key=lambda one: (one.verdict != "conflict", -len(_places(one)), _places(one), one.text)):
        places = _places(fact)
        if not any(_is_told(places, other) for other in taken):
            taken.append(places)
            yield fact


def _adds_nothing(fact: Judged, places: Sequence[Place], known: Iterable[tuple[str, Sequence[Place]]]) -> bool:
    """Whether the rules have the passages of a fact of the model's together already."""
    return any(
        _is_told(places, other) and (verdict == "conflict" or fact.verdict != "conflict") for verdict, other in known
    )


def _summed(made: Provenance, told: Sequence[Provenance], sheets: int) -> Provenance:
    """How all answers came about: what they took together, and when the last of them was given."""
    first = told[0] if told else made
    costs = [one.usage.cost for one in told]
    usage = Usage(
        prompt_tokens=sum(one.usage.prompt_tokens for one in told),
        completion_tokens=sum(one.usage.completion_tokens for one in told),
        cost=None if None in costs or not costs else round(sum(cost for cost in costs if cost is not None), 8),
    )
    given = {name: value for name, value in first.parameters.items() if name != "windows"}
    return first.model_copy(
        update={
            "parameters": {**given, "sheets": sheets, "unanswered": sheets - len(told)},
            "attempts": sum(one.attempts for one in told),
            "usage": usage,
            "created": max((one.created for one in told if one.created), default=None),
        }
    )
