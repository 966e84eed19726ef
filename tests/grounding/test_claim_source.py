"""A claim's source has its fullest name and the mention that attributes the evidence; who passed it on is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer.contract.article import Article
from summarizer.contract.draft import DraftClaim
from summarizer.grounding.claim_source import find_via, place_source
from summarizer.grounding.locate import locate

if TYPE_CHECKING:
    from summarizer.contract.report import Evidence, Origin, Source

TEXT = """The mill at Orsk

Engineer Jon Hald said the wheel had stopped. The rain fell for days. He warned that the bread would run out.

“We have flour for a week,” the baker, Tilda Roon, told the Orsk Courier on Monday.

Hald sold his horse, he said.
"""
STORY = Article(id="orsk", text=TEXT, outlet="The Valley Post")


def evidence(quote: str) -> tuple[Evidence, ...]:
    piece = locate(STORY, quote)
    assert piece is not None
    return (piece,)


def draft(source: str, **fields: object) -> DraftClaim:
    given = {"sentence": 1, "quotes": ("x",), "kind": "person", "stance": "asserts", "text": "x", **fields}
    return DraftClaim.model_validate({"source": source, **given})


def placed(quote: str, source: str, origin: Origin = "model", **fields: object) -> Source:
    return place_source(STORY, draft(source, **fields), evidence(quote), origin)


def test_a_models_short_name_becomes_the_fullest_one_with_its_role() -> None:
    source = placed("the wheel had stopped", "Hald")
    assert (source.name, source.role) == ("Jon Hald", "Engineer")
    assert placed("the wheel had stopped", "Hald", role="owner").role == "owner"


def test_the_name_that_the_rules_give_stays() -> None:
    assert placed("the wheel had stopped", "Hald", "rules").name == "Hald"


def test_the_mention_nearest_to_the_evidence_is_the_span_of_a_models_source() -> None:
    span = placed("sold his horse", "Jon Hald", mention="Hald").span
    assert span is not None
    assert (span.start, span.text) == (TEXT.rindex("Hald"), "Hald")


def test_the_rules_say_which_he_is_meant() -> None:
    span = placed("the bread would run out", "Jon Hald", "rules", mention="He").span
    assert span is not None
    assert span.start == TEXT.index("He warned")


def test_a_mention_inside_the_evidence_attributes_nothing() -> None:
    assert placed(TEXT[: TEXT.index("The rain")], "", mention="Engineer").span is None


def test_a_mention_is_a_whole_word() -> None:
    assert placed("The rain fell", "", mention="heel").span is None
    assert placed("The rain fell", "", mention="whee").span is None


@pytest.mark.parametrize(("kind", "name"), [("outlet", "The Valley Post"), ("anonymous", "unnamed source")])
def test_a_source_without_a_name_is_the_outlet_or_unnamed(kind: str, name: str) -> None:
    assert placed("The rain fell", "", kind=kind).name == name


def test_a_link_of_a_models_own_goes_out_of_a_name() -> None:
    assert "http" not in placed("The rain fell", "Ola Berg https://bad.example/a").name


def test_a_medium_beside_the_evidence_and_one_that_the_engine_names_pass_a_claim_on() -> None:
    quote = evidence("We have flour for a week")
    spans = [(piece.start, piece.end) for piece in quote]
    proposal = draft("Tilda Roon", via=("", "Evening Gazette", "Tilda Roon"))
    source = place_source(STORY, proposal, quote, "model")
    assert find_via(STORY, proposal, source, spans) == ("Evening Gazette", "Orsk Courier")


@pytest.mark.parametrize(
    ("via", "passed_on"),
    [
        (("Orsk Courier",), ("Orsk Courier",)),
        (("the Orsk Courier",), ("Orsk Courier",)),
        (("OrskCourier",), ("Orsk Courier",)),  # one relay, not two
        (("Courier",), ("Orsk Courier",)),
        (("a note from her shop",), ("a note from her shop", "Orsk Courier")),
    ],
)
def test_a_relay_stands_once_and_in_the_engines_words_where_the_article_has_no_name(
    via: tuple[str, ...], passed_on: tuple[str, ...]
) -> None:
    quote = evidence("We have flour for a week")
    proposal = draft("Tilda Roon", via=via)
    source = place_source(STORY, proposal, quote, "model")
    assert find_via(STORY, proposal, source, [(piece.start, piece.end) for piece in quote]) == passed_on


def test_a_fuller_name_of_a_body_is_not_cut_down() -> None:
    text = "Drivers stop\n\nThe Free Drivers’ Union said the pumps would stop. The Union met. The union’s men left."
    story = Article(id="pumps", text=text)
    quote = locate(story, "the pumps would stop")
    assert quote is not None
    for name in ("Free Drivers’ Union", "the Free Drivers’ Union", "Free Drivers' Union"):
        proposal = draft(name, kind="organization")
        assert place_source(story, proposal, (quote,), "model").name == "Free Drivers’ Union"


def test_a_medium_s_name_is_not_cut_down_to_a_person_whom_it_names() -> None:
    text = "The site “If Tilda Roon Wins” pities the bakers of Orsk. “Come to us,” a message there says."
    story, quote = Article(id="site", text=text), "Come to us"
    piece = locate(story, quote)
    assert piece is not None
    source = place_source(story, draft("If Tilda Roon Wins", kind="media"), (piece,), "model")
    assert source.name == "If Tilda Roon Wins"


@pytest.mark.parametrize(("source", "name"), [("Anna Brandt", "Brandt"), ("Tilda Brandt", "Tilda Brandt")])
def test_a_first_name_that_the_article_lacks_is_left_out(source: str, name: str) -> None:
    text = "Mayor Brandt closed the mill. “It was time,” Brandt said. The baker Tilda Roon wept."
    story = Article(id="mill", text=text)
    piece = locate(story, "It was time")
    assert piece is not None
    assert place_source(story, draft(source), (piece,), "model").name == name
