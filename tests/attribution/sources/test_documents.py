from __future__ import annotations

import pytest

from summarizer import summarize
from summarizer.attribution.sources import SourceName
from tests.attribution.sources.marked import sources


@pytest.mark.parametrize(
    ("text", "document"),
    [
        ("The Harbour Board met. The leaflet went to Ostby on Monday. “Come early,” [it] said.", "The leaflet"),
        ("The Harbour Board got a second letter from Lund. “We are tired,” [it] read.", "a second letter"),
        ("Lund held up her own banner for the Harbour Board. [It] reads: “Boats for all.”", "her own banner"),
        ("A white paper was laid before the Harbour Board. [It] says that the quay is unsafe.", "A white paper"),
    ],
)
def test_it_is_the_document_that_was_spoken_of(text: str, document: str) -> None:
    assert sources(text) == [SourceName(document, "document")]


def test_somebody_s_reply_may_be_what_it_is() -> None:
    text = "The prosecution said so. Her reply was one line. “I never left,” it said."
    assert summarize(text, engine="extractive").claims[-1].source.name == "Her reply"
    text = "The guild said no. Its reply was slow. “We never left,” it said."
    assert summarize(text, engine="extractive").claims[-1].source.name in {"it", "guild"}


def test_no_body_reads() -> None:
    assert sources("The Harbour Board met in Ostby. “Keep out,” [it] read.") == [SourceName("it", "anonymous")]


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Board wrote a letter. [It] said the quay would stay open.",
        "The editorial board of the Herald met. The Harbour Board was there. [It] said the quay would stay open.",
        "The letter shows how far the Harbour Board goes in what [it] wants.",
    ],
)
def test_it_is_the_body_otherwise(text: str) -> None:
    assert [source.name for source in sources(text)] == ["Harbour Board"]
