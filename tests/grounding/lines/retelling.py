"""An article about an invented place with the claims of an answer, for the tests of lines that tell claims again."""

from __future__ import annotations

from summarizer.contract.article import Article
from summarizer.contract.draft import Draft, DraftClaim, DraftKeyPoint
from summarizer.contract.report import Claim, SummaryLine
from summarizer.grounding.ground import ground_claim
from summarizer.grounding.summary import ground_summary

TEXT = """Orsk shuts its cable car

The cable car of Orsk was shut on Monday after a gust tore a cabin from its rope, the guild of guides said.

The army said that it had sent two crews "without delay". Guides on the north slope denied that anybody had been hurt.

Ada Renn, who runs the cable car, said the cabin was empty. "We were told to stop and we did not stop," she admitted.

The pressure group Free Slopes wants the mayor to resign. Its chairwoman, baker Lio Marn, said the council had never
answered her letter.

Mayor Per Holt expects to reopen the lower half in May. He promised new ropes before the winter.

Holt was mayor from 2009 to 2015, and again since 2020. He beat candidates from Varn, Kell, Marsh and Orsk Harbour."""

# Of each claim its quote, who makes it, the words for that beside the quote, and its text.
ROWS = (
    ("sent two crews", "army", "", "The army said it had sent two crews without delay."),
    ("the cabin was empty", "Ada Renn", "", "Ada Renn said the cabin was empty."),
    (
        "We were told to stop and we did not stop",
        "Ada Renn",
        "she",
        "Ada Renn admitted that they did not stop when they were told to.",
    ),
    (
        "the council had never\nanswered her letter",
        "Lio Marn",
        "",
        "Lio Marn said the council had never answered the letter of the group.",
    ),
    (
        "expects to reopen the lower half in May",
        "Per Holt",
        "",
        "Per Holt expects to reopen the lower half of the cable car in May.",
    ),
    ("promised new ropes before the winter", "Per Holt", "He", "Per Holt promised new ropes before the winter."),
)


def article() -> Article:
    return Article(id="orsk", text=TEXT, title="Orsk shuts its cable car")


def line_of(text: str, *cited: int) -> SummaryLine:
    """A key point that cites claims by their positions, or a sentence of the abstract, proved."""
    story = article()
    proposals = [
        DraftClaim(
            sentence=1,
            quotes=(quote,),
            source=source,
            mention=mention,
            kind="military" if source == "army" else "person",
            stance="promises" if "promised" in said else "asserts",
            text=said,
        )
        for quote, source, mention, said in ROWS
    ]
    claims = [ground_claim(story, one, claim_id=f"c{at}", origin="model") for at, one in enumerate(proposals, 1)]
    kept = [one for one in claims if isinstance(one, Claim)]
    assert len(kept) == len(ROWS)
    points = (DraftKeyPoint(text=text, claims=cited),) if cited else ()
    draft = Draft(claims=tuple(proposals), headline="", abstract="" if cited else text, key_points=points)
    ids = {at: one.id for at, one in enumerate(kept, 1)}
    (line,) = ground_summary(story, draft, kept, ids, origin="model").lines
    return line


def codes(text: str, *cited: int) -> list[str]:
    """The codes of what is doubted in such a line."""
    return [check.code for check in line_of(text, *cited).checks]
