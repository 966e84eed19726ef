"""Every number of a text is found once, with its value, its currency and its kind."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.text.numerals import find_numerals


@pytest.mark.parametrize(
    ("text", "currency", "value", "words"),
    [
        ("$3.5bn", "USD", 3.5e9, "$3.5bn"),
        ("A$40 million", "AUD", 4e7, "A$40 million"),
        ("US$5", "USD", 5.0, "US$5"),
        ("NZ$7", "NZD", 7.0, "NZ$7"),
        ("€3m", "EUR", 3e6, "€3m"),
        ("£ 250", "GBP", 250.0, "£ 250"),
        ("¥2万", "JPY", 2e4, "¥2万"),
        ("₹6 crore", "INR", 6e7, "₹6 crore"),
        ("EUR 90 million", "EUR", 9e7, "EUR 90 million"),
        ("EUR 90", "EUR", 90.0, "EUR 90"),
    ],
)
def test_money_takes_its_sign_and_its_scale_in(text: str, currency: str, value: float, words: str) -> None:
    before = "It cost "
    (found,) = find_numerals(f"{before}{text} in all")
    assert (found.kind, found.currency, found.value) == ("figure", currency, value)
    assert (found.start, found.end) == (len(before), len(before) + len(words))


@pytest.mark.parametrize(
    ("text", "value", "scale"), [("3m of rope", 3.0, 1.0), ("1.5m boats", 1.5e6, 1e6), ("40k", 4e4, 1e3)]
)
def test_a_letter_is_metres_or_millions(text: str, value: float, scale: float) -> None:
    (found,) = find_numerals(text)
    assert (found.value, found.scale) == (value, scale)


@pytest.mark.parametrize(
    "text",
    ["2031-03-12", "12/3/2031", "12 March 2031", "March 12, 2031", "12th of March", "March 2031", "2031", "1990s"],
)
def test_a_date_is_one_numeral(text: str) -> None:
    (found,) = find_numerals(f"On {text}, they met")
    assert (found.kind, found.value, found.start, found.end) == ("date", 0.0, 3, 3 + len(text))


@pytest.mark.parametrize("text", ["192.168.1.1", "3/4", "F-16", "Room 12", "5G", "#9", "No. 10", "mail_2"])
def test_digits_in_a_name_count_nothing(text: str) -> None:
    assert [found.kind for found in find_numerals(text)] == ["designation"]


def test_a_minus_is_one_only_before_a_number_that_stands_alone() -> None:
    assert [found.value for found in find_numerals("-5 degrees, from 3-5 boats")] == [-5.0, 3.0, 5.0]


@pytest.mark.parametrize(("text", "values"), [("2½ hours", [2.5]), ("1¼", [1.25]), ("12 to 15", [12.0, 15.0])])
def test_fractions_and_ranges(text: str, values: list[float]) -> None:
    assert [found.value for found in find_numerals(text)] == values


PIECES = st.sampled_from(
    [
        "9",
        "12",
        "2031",
        "three",
        "hundred",
        "and",
        "a half",
        "dozens",
        "of",
        "March",
        "$",
        "-",
        ",",
        ".",
        " ",
        " ",
        "boats",
        "½",
        "/",
        "m",
        "%",
        "第",
        "\n",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_numerals_come_in_order_and_share_no_character(text: str) -> None:
    found = find_numerals(text)
    edges = [edge for one in found for edge in (one.start, one.end)]
    assert edges == sorted(edges)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(text[one.start : one.end].strip() == text[one.start : one.end] for one in found)
    assert all(one.kind == "figure" for one in found if one.floor or one.currency)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9), st.sampled_from(["{:d}", "{:,d}", "{:_d}"]))
def test_digits_have_the_value_that_they_say(number: int, form: str) -> None:
    shown = form.format(number).replace("_", "\u202f")
    (found,) = find_numerals(f"nearly {shown} crowns")
    assert (found.kind, found.value) == ("figure", number)


def test_only_what_begins_between_two_places_is_found_and_to_its_end() -> None:
    text = "nine boats, twenty-one men, 300 crates"
    at = text.index("twenty")
    assert [found.value for found in find_numerals(text, at, at + 10)] == [21.0]
    assert [found.value for found in find_numerals(text, 1)] == [21.0, 300.0]
