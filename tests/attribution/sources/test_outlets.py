"""Which words name a medium, and on which channel somebody speaks."""

from __future__ import annotations

import pytest

from summarizer import summarize
from summarizer.attribution.sources.outlets import channels_in, employer_of, is_medium, is_on_air, outlet_at
from tests.attribution.sources.marked import mark


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("He told [Lantern Online] so.", "Lantern Online"),
        ("He told [the Vale Courier] so.", "Vale Courier"),
        ("He told [Marsh magazine] so.", "Marsh magazine"),
        ("He told [newspaper Dagen] so.", "Dagen"),
        ("He told [the news agency Norpress] so.", "Norpress"),
        ("He told [XNBC] so.", "XNBC"),
        ("He told [Sunrise] so.", "Sunrise"),
        ("He told [Carla Pohl] so.", None),
        ("He told [the Lakeland Observer] so.", "Lakeland Observer"),
        ("He told [the state-run Norda] so.", "Norda"),
        ("He told [The Peak] so.", "Peak"),
        ("He told [state TV] so.", "state TV"),
        ("He told [the Sunday Herald] so.", "Sunday Herald"),
        ("He told [the Ostby Broadcasting Corporation] so.", "Ostby Broadcasting Corporation"),
        ("He told [the council] so.", None),
        ("He told [the Ministry of Fish] so.", None),
        ("Tom Hale slept. He told [Hale] so.", None),
    ],
)
def test_a_medium_is_known_or_called_one_or_told_something(text: str, outlet: str | None) -> None:
    marked = mark(text)
    found = outlet_at(marked.index, marked.mentions[0][0], may_be_unknown=True)
    assert (marked.words(found) if found else None) == outlet


def test_an_unknown_name_is_no_medium_where_nothing_is_told() -> None:
    marked = mark("It stood in [Sunrise] then.")
    assert outlet_at(marked.index, marked.mentions[0][0], may_be_unknown=False) is None


@pytest.mark.parametrize(
    ("words", "medium"),
    [("state television", True), ("local media on Monday", True), ("the press", False), ("a blog post", False)],
)
def test_a_noun_phrase_may_be_a_medium(words: str, medium: bool) -> None:
    assert is_medium(words) is medium


def test_a_journalist_passes_on_for_a_medium() -> None:
    marked = mark(
        "Nothing sank, said [Ann Poe] of the Vale Courier. As [Bo Roe] reports for NPR, [Tom Hale] of Ostby left."
    )
    found = [employer_of(marked.index, mention) for mention in marked.mentions]
    assert [marked.words(span) if span else None for span in found] == ["Vale Courier", "NPR", None]


def test_a_service_of_a_medium_keeps_its_name() -> None:
    assert is_on_air("CBC radio")
    assert is_on_air("state TV")
    assert not is_on_air("the CBC")


@pytest.mark.parametrize(
    ("text", "channels"),
    [
        ("[Hale] posted on Chirp that it sank.", ["Chirp"]),
        ("[Hale] said in a long Facebook post that it sank.", ["Facebook"]),
        ("On X, [Hale] wrote that it sank.", ["X"]),
        ("Taking to Instagram, [Hale] said that it sank.", ["Instagram"]),
        ("Taking to Chirp, [Hale] said that it sank.", ["Chirp"]),
        ("In a video uploaded to YouTube, [Hale] said that it sank.", ["YouTube"]),
        ("In a post on the social network Chirp, [Hale] wrote that it sank.", ["Chirp"]),
        ("In a Facebook Live video [Hale] said that it sank.", ["Facebook"]),
        ("[Hale] said in a series of tweets that it sank.", ["tweets"]),
        ("[Hale] tweeted that it sank.", ["tweeted"]),
        ("[Hale] said on the radio programme Daybreak that it sank.", ["Daybreak"]),
        ("[Hale] said on Monday that it sank.", []),
        ("The advert, which had been shared on Reddit, was old, [Hale] said.", []),
    ],
)
def test_a_channel_belongs_to_who_speaks_there(text: str, channels: list[str]) -> None:
    marked = mark(text)
    spans = channels_in(marked.index, 0, len(marked.article.text), marked.mentions[0])
    assert [marked.words(span) for span in spans] == channels


@pytest.mark.parametrize(
    ("text", "source", "via"),
    [
        ("“It sank,” pilot Ada Lund told Lantern Online.", "Ada Lund", ("Lantern Online",)),
        ("Speaking to Coast FM, pilot Ada Lund said it sank.", "Ada Lund", ("Coast FM",)),
        ("Pilot Ada Lund told Reuters three ships had sunk.", "Ada Lund", ("Reuters",)),
        ("Pilot Ada Lund told reporters that it sank.", "Ada Lund", ()),
        ("Police said a neighbour told them that the door was open.", "a neighbour", ("Police",)),
        (
            "The firm Brenn said in a filing with the Ship Registry that it had lost a ship.",
            "Brenn",
            ("Ship Registry",),
        ),
        ("It sank, pilot Ada Lund said, according to Ann Poe of the Vale Courier.", "Ada Lund", ("Vale Courier",)),
        ("“It sank,” pilot Ada Lund told CBC radio.", "Ada Lund", ("CBC radio",)),
        ("A log, which has not been seen by the BBC, shows that it sank.", "A log", ()),
    ],
)
def test_a_claim_reaches_the_page_through_its_medium_and_nobody_else(
    text: str, source: str, via: tuple[str, ...]
) -> None:
    claims = summarize(text, engine="extractive").claims
    assert (source, via) in [(claim.source.name, claim.via) for claim in claims]


def test_a_register_that_somebody_cites_is_no_statement() -> None:
    report = summarize("Citing the Ship Registry, the Port Board said that two ships had sunk.", engine="extractive")
    assert [claim.evidence[0].quote for claim in report.claims] == ["that two ships had sunk"]


def via_of(text: str, source: str) -> list[str]:
    """The relays of the claim of a source."""
    return next(list(one.via) for one in summarize(text, engine="extractive").claims if one.source.name == source)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Ada Lund rejected talk that it was late, describing a report in the Sunday Courier as “fiction”.",
            "Ada Lund",
        ),
        ("Ada Lund denied reports in the Sunday Courier that she had left.", "Ada Lund"),
        ("Ada Lund accused him of theft after he posted a picture of the boat on Instagram.", "Ada Lund"),
        ("It is late, according to two sailors, although Ada Lund hinted that it would come.", "Ada Lund"),
    ],
)
def test_what_others_print_post_or_tell_is_no_relay(text: str, source: str) -> None:
    assert via_of(text, source) == []


@pytest.mark.parametrize(
    ("text", "relay"),
    [
        ("Ada Lund said in the Sunday Courier that it was late.", "Sunday Courier"),
        ("Ada Lund wrote on Instagram that it was late.", "Instagram"),
        ("It is late, according to the Sunday Courier, as Ada Lund had said.", "Sunday Courier"),
        ("Ada Lund said on the podcast Harbour Talk that it was late.", "Harbour Talk"),
    ],
)
def test_where_somebody_speaks_is_a_relay(text: str, relay: str) -> None:
    assert relay in [
        name for one in summarize(text, engine="extractive").claims for name in (*one.via, one.source.name)
    ]


def test_a_paper_of_a_sunday_is_told_something() -> None:
    (claim,) = summarize("Keeper Ada Lund told the Sunday Bugle that it rained.", engine="extractive").claims
    assert claim.via == ("Sunday Bugle",)
