"""Who signs a quotation, behind it or below it."""

from __future__ import annotations

import pytest

from tests.attribution.reading import said_in


def test_a_name_in_brackets_at_the_end_signs() -> None:
    said = said_in("“The quay can wait until the spring.” (Doris Lund, Arle)")
    assert [(one.source, one.content) for one in said] == [("Doris Lund", ("“The quay can wait until the spring.”",))]


@pytest.mark.parametrize(
    "text",
    [
        "“The quay can wait until the spring.” (Harbour Pictures)",
        "“The quay can wait until the spring.” (The Lamp Lighters)",
        "“The quay can wait until the spring” (Doris Lund) is a film.",
    ],
)
def test_not_all_brackets_sign(text: str) -> None:
    assert said_in(text) == []


def test_a_dash_and_a_name_sign() -> None:
    assert [one.source for one in said_in("“The quay can wait until the spring.” – Doris Lund, keeper")] == [
        "Doris Lund"
    ]


def test_a_first_name_and_a_comma_sign_in_a_line_below() -> None:
    (said,) = said_in("“The quay can wait until the spring.”\n\nDoris Lund, The Arle Post")
    assert said.source == "Doris Lund"
