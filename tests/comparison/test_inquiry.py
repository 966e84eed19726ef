"""What a comparison by rules becomes by a model's answers, and that it remains whatever these are."""

from __future__ import annotations

from summarizer.comparison.inquiry import Inquiry
from summarizer.contract.comparison import RefusedGroup
from summarizer.contract.grouping import Grouping
from summarizer.contract.report import Usage
from tests.comparison.asked import MADE, concluded, findings, group, number_of, sheet_of

STRIKE = sheet_of("tram-strike")
ALIKE = [
    (number_of(STRIKE, "courier", "We made an offer of 6 percent"), ""),
    (number_of(STRIKE, "day-ledger", "had offered the drivers a raise"), ""),
]


def test_without_an_answer_the_facts_are_those_of_the_rules_and_it_is_said():
    inquiry = Inquiry(findings("tram-strike"))
    made = inquiry.conclude({}, {"sheet-1": "the service did not answer"}, MADE)
    assert made.facts == concluded("tram-strike").facts
    (missing,) = made.rejected
    assert missing.reason == "the service did not answer"
    assert missing.text == f"{len(STRIKE.shown)} passages were not compared by the model"
    assert made.provenance.parameters == {"sheets": 1, "unanswered": 1}


def test_a_sheet_that_nobody_was_asked_about_is_listed_too():
    (missing,) = Inquiry(findings("tram-strike")).conclude({}, {}, MADE).rejected
    assert missing.reason == "it was not asked"
    assert len(missing.mentions) == len(STRIKE.shown)


def test_what_could_not_be_read_and_what_was_lost_is_listed():
    unread = RefusedGroup(text="q", verdict="perhaps", reason="the group is not of the schema")
    answer = Grouping(unread=(unread,), lost=("lines 3 to 9 were not answered",), provenance=MADE)
    made = Inquiry(findings("tram-strike")).conclude({"sheet-1": answer}, {}, MADE)
    assert [one.reason for one in made.rejected] == [unread.reason, "lines 3 to 9 were not answered"]


def test_the_provenance_says_what_all_answers_took():
    inquiry = Inquiry(findings("quarry-slide"), 300)
    answers = {
        sheet.id: Grouping(provenance=MADE.model_copy(update={"created": f"2031-05-0{number}T00:00:00Z"})).counted(
            2, Usage(prompt_tokens=10, completion_tokens=3, cost=0.5)
        )
        for number, sheet in enumerate(inquiry.sheets, 1)
    }
    told = inquiry.conclude(answers, {}, MADE).provenance
    count = len(answers)
    assert count > 1
    assert (told.engine, told.model, told.prompt, told.attempts) == ("llm", "m", "compare@0", 2 * count)
    assert told.usage == Usage(prompt_tokens=10 * count, completion_tokens=3 * count, cost=0.5 * count)
    assert told.created == f"2031-05-0{count}T00:00:00Z"


def test_a_group_that_the_rules_have_already_adds_nothing():
    facts = concluded("tram-strike").facts
    assert concluded("tram-strike", group("agree", ALIKE), group("agree", ALIKE)).facts != facts
    twice = concluded("tram-strike", group("agree", ALIKE), group("uncertain", ALIKE))
    assert len(twice.facts) == len(concluded("tram-strike", group("agree", ALIKE)).facts)
