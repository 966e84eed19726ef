"""What a second answer puts right of a first one."""

from __future__ import annotations

from summarizer.contract.article import Article
from summarizer.contract.draft import DraftClaim, DraftKeyPoint
from summarizer.contract.report import Rejected
from summarizer.engines.model.answers import Parsed
from summarizer.engines.model.mending import mend

ARTICLE = Article(
    id="gate",
    title="Gate stuck",
    text="Gate stuck\n\nThe gate is stuck, Ode Lunt said. It will open in May, she added. Nobody was hurt on Friday.",
)
STUCK, MAY, HURT = "The gate is stuck", "It will open in May", "Nobody was hurt on Friday"


def claim(sentence: int, quote: str, source: str = "Ode Lunt") -> DraftClaim:
    return DraftClaim(sentence=sentence, quotes=(quote,), source=source, kind="person", stance="asserts", text=quote)


def parsed(*claims: DraftClaim, points: tuple[DraftKeyPoint, ...] = (), headline: str = "") -> Parsed:
    return Parsed(
        claims=list(claims),
        refused=[],
        headline=headline,
        abstract="",
        key_points=list(points),
        is_cut=False,
    )


def test_a_number_that_the_article_lacks_gives_way_to_a_right_one_of_the_same_source() -> None:
    wrong = claim(3, MAY).model_copy(update={"text": "It opens on 9 May."})
    right = claim(3, MAY).model_copy(update={"text": "It opens in May."})
    mended = mend(ARTICLE, parsed(claim(2, STUCK), wrong), parsed(right))
    assert [one.text for one in mended.claims] == [STUCK, "It opens in May."]
    assert mend(ARTICLE, parsed(wrong), parsed(wrong)).claims == [wrong]


def test_a_second_answer_takes_the_place_of_bad_claims_only() -> None:
    bad, other = claim(3, "It will open in June"), claim(4, "Nobody was harmed")
    mended = mend(ARTICLE, parsed(claim(2, STUCK), bad, other), parsed(claim(3, MAY), claim(2, "stuck")))
    assert [one.quotes[0] for one in mended.claims] == [STUCK, MAY, "Nobody was harmed"]


def test_a_second_answer_that_is_worse_or_as_bad_takes_nothing_away() -> None:
    first = parsed(claim(2, STUCK), claim(3, "It will open in June"))
    assert mend(ARTICLE, first, parsed(claim(2, "The gate is broken"), claim(3, "In June"))).claims == first.claims


def test_what_nobody_asked_for_is_not_taken() -> None:
    first = parsed(claim(2, STUCK), claim(3, "It will open in June"))
    mended = mend(ARTICLE, first, parsed(claim(2, STUCK, "ODE LUNT"), claim(3, MAY), claim(4, HURT, "the council")))
    assert [one.quotes[0] for one in mended.claims] == [STUCK, MAY]


def test_a_whole_answer_again_is_taken_for_the_claims_in_question() -> None:
    first = parsed(claim(2, STUCK), claim(3, "It will open in June"), claim(4, HURT))
    mended = mend(ARTICLE, first, parsed(claim(2, STUCK), claim(3, MAY), claim(4, HURT)))
    assert [one.quotes[0] for one in mended.claims] == [STUCK, MAY, HURT]


def test_key_points_keep_what_they_cite() -> None:
    points = (DraftKeyPoint(text="Both", claims=(1, 2)), DraftKeyPoint(text="Last", claims=(3,)))
    first = parsed(claim(2, "The gate is shut"), claim(3, MAY), claim(4, HURT), points=points)
    mended = mend(ARTICLE, first, parsed(claim(2, STUCK)))
    assert [one.quotes[0] for one in mended.claims] == [STUCK, MAY, HURT]
    assert mended.key_points == list(points)


def test_a_claim_that_could_not_be_read_is_added_when_it_can() -> None:
    first = parsed(claim(2, STUCK))
    first.numbers, first.unread = [1], {2: {"quotes": []}}
    first.refused = [Rejected(text="", source="", quote="", reason="it has no quote")]
    mended = mend(ARTICLE, first, parsed(claim(3, MAY), claim(4, HURT)))
    assert [one.quotes[0] for one in mended.claims] == [STUCK, MAY]
    assert [mended.number_of(place) for place in range(2)] == [1, 3]


def test_what_the_first_answer_lacks_comes_from_the_second() -> None:
    assert mend(ARTICLE, parsed(headline="One"), parsed(headline="Two")).headline == "One"
    assert mend(ARTICLE, parsed(), parsed(headline="Two")).headline == "Two"
