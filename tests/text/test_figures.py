"""Figures: every number of a text with its value, qualifier, unit and words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.text.figures import as_figure, find_figures
from summarizer.text.numerals import find_numerals
from tests.growth import assert_linear


def figures(text: str) -> list[tuple[float, str, str | None]]:
    return [(one.value, one.qualifier, one.unit) for one in find_figures(text)]


def words(text: str) -> list[str]:
    return [text[one.start : one.end] for one in find_figures(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("four boats", 4),
        ("Seven boats", 7),
        ("twenty-one boats", 21),
        ("one hundred and twenty boats", 120),
        ("two hundred and fifty-six thousand three hundred and one boats", 256_301),
        ("a hundred and six boats", 106),
        ("a dozen boats", 12),
        ("half a dozen boats", 6),
        ("two dozen boats", 24),
        ("half a million litres", 500_000),
        ("two and a half years", 2.5),
        ("three quarters of the crew", 0.75),
        ("a quarter of the crew", 0.25),
        ("2,500 boats", 2500),
        ("2 500 boats", 2500),
        ("2\u202f500 boats", 2500),
        ("1.500 boats", 1500),
        ("1.5 metres", 1.5),
        ("3,5 percent", 3.5),
        ("1,234,567.5 crowns", 1_234_567.5),
        ("1.234.567,50 crowns", 1_234_567.5),
        ("12,34,567 crowns", 1_234_567),
        ("66 boats", 66),
        ("1.2 million boats", 1_200_000),
        ("$1.2bn", 1_200_000_000),
        ("$3m", 3_000_000),
        ("50k boats", 50_000),
        ("-5 degrees", -5),
        ("2½ hours", 2.5),
        ("٢٥ طائرة", 25),
        ("２５機", 25),
        ("死亡7人", 7),
        ("3万人", 30_000),
    ],
)
def test_a_number_in_words_or_digits_has_its_value(text: str, value: float) -> None:
    assert [one.value for one in find_figures(text)] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("dozens of boats", 24),
        ("scores of boats", 40),
        ("hundreds of boats", 200),
        ("several hundred boats", 200),
        ("tens of thousands of boats", 20_000),
        ("hundreds of thousands of boats", 200_000),
    ],
)
def test_a_word_without_exact_value_counts_for_the_least_that_it_can_mean(text: str, value: float) -> None:
    assert figures(text)[0][:2] == (value, "at_least")


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("seven boats", "exactly"),
        ("exactly seven boats", "exactly"),
        ("At least seven boats", "at_least"),
        ("no fewer than 7 boats", "at_least"),
        ("7 or more boats", "at_least"),
        ("60+ boats", "at_least"),
        ("more than 20 boats", "more_than"),
        ("over 20 boats", "more_than"),
        ("well over 60 boats", "more_than"),
        ("upwards of 20 boats", "more_than"),
        ("up to 20 boats", "at_most"),
        ("as many as 20 boats", "at_most"),
        ("no more than seven days", "at_most"),
        ("fewer than 20 boats", "less_than"),
        ("less than a dozen boats", "less_than"),
        ("about 20 boats", "about"),
        ("some 20 boats", "about"),
        ("nearly 20 boats", "about"),
        ("an estimated 20 boats", "about"),
        ("20 or so boats", "about"),
    ],
)
def test_how_exact_a_number_is_said_to_be(text: str, qualifier: str) -> None:
    assert [one[1] for one in figures(text)] == [qualifier]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("seven armed fishermen were", "fishermen"),
        ("four of its boats", "boats"),
        ("66 Orsavan personnel", "personnel"),
        ("one Orsavan soldier died", "soldier"),
        ("20% of it", "percent"),
        ("20 per cent of it", "percent"),
        ("3 percentage points", "percentage points"),
        ("$20", "USD"),
        ("US$5 million", "USD"),
        ("5 million dollars", "USD"),
        ("€20", "EUR"),
        ("20 euros", "EUR"),
        ("£20", "GBP"),
        ("about 60 km away", "kilometers"),
        ("about 60 kilometres away", "kilometers"),
        ("500-pound sacks", "pounds"),
        ("a three-year deal", "year"),
        ("66 were hurt", None),
        ("nine.", None),
    ],
)
def test_the_unit_is_the_noun_that_is_counted(text: str, unit: str | None) -> None:
    assert [one[2] for one in figures(text)] == [unit]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("on January 13, 2020", "date"),
        ("on 3 May", "date"),
        ("zum 1. April", "date"),
        ("bis 12. Januar 2031", "date"),
        ("le 1er mai", "date"),
        ("el 3 de mayo de 2031", "date"),
        ("on the 3rd of May 2020", "date"),
        ("on 2020-01-13", "date"),
        ("in 2019", "date"),
        ("in the storm of '68", "date"),
        ("in the 1990s", "date"),
        ("at 11:15 pm", "time"),
        ("at 10.40pm", "time"),
        ("at nine.", "time"),
        ("the second attack", "ordinal"),
        ("the 21st attack", "ordinal"),
        ("the twenty-first attack", "ordinal"),
        ("an F-16 flew", "designation"),
        ("Covid-19 spread", "designation"),
        ("flight MH17 fell", "designation"),
        ("No. 10 said", "designation"),
        ("near Post 7 at dawn", "designation"),
        ("Resolution 2231 was", "designation"),
        ("Air Force One landed", "designation"),
        ("at 192.168.1.1", "designation"),
    ],
)
def test_dates_times_ordinals_and_names_with_numbers_are_no_figures(text: str, kind: str) -> None:
    assert [one.kind for one in find_numerals(text)] == [kind]
    assert find_figures(text) == ()


@pytest.mark.parametrize("text", ["one of the boats", "no one came", "one day", "this one is", "second-hand", "often"])
def test_one_is_a_figure_only_before_what_it_counts(text: str) -> None:
    assert find_figures(text) == ()


@pytest.mark.parametrize("text", [f"{'9' * 400} boats", f"{'9' * 300} billion boats", f"${'9' * 5000}"])
def test_a_number_too_large_for_any_float_is_no_figure(text: str) -> None:
    assert figures(f"{text} and 4 ships") == [(4, "exactly", "ships")]


def test_a_time_span_and_a_count_of_round_years_are_figures() -> None:
    assert figures("in the last 24 hours, more than 2000 boats") == [
        (24, "exactly", "hours"),
        (2000, "more_than", "boats"),
    ]


def test_a_range_is_its_least_and_its_most() -> None:
    assert figures("between 20 and 30 boats") == [(20, "at_least", "boats"), (30, "at_most", "boats")]
    assert figures("20-30 boats") == [(20, "at_least", "boats"), (30, "at_most", "boats")]
    assert figures("$20-30 million") == [(20e6, "at_least", "USD"), (30e6, "at_most", "USD")]
    assert figures("cut from 22 to nine boats") == [(22, "exactly", None), (9, "exactly", "boats")]


def test_the_words_run_from_the_qualifier_to_the_unit() -> None:
    text = "He said at least seven armed boats sank."
    (found,) = find_figures(text)
    assert as_figure(text, found).text == "at least seven armed boats"
    assert text[slice(*found.at)] == "seven"


def test_only_numbers_that_begin_in_the_stretch_are_found_with_the_words_around_it() -> None:
    text = "at least seven boats and nine carts"
    assert [(one.value, one.qualifier) for one in find_figures(text, 9, 20)] == [(7, "at_least")]
    assert [one.value for one in find_figures(text, 20)] == [9]


PIECES = st.sampled_from(
    ["one ", "two-", "hundred ", "and ", "a ", "half ", "dozen", "thousands of ", "$", "1", "2,500", ".", ",", "%",
     " to ", "-", "at least ", "May ", "4", "th", "F-", " ", "\n", "bn", "٣", "½", "third", "’", "No. ", "of "]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)))
def test_any_text_gives_figures_in_order_inside_it(text: str) -> None:
    last = 0
    for numeral in find_numerals(text):
        assert last <= numeral.start < numeral.end <= len(text)
        last = numeral.end
    for one in find_figures(text):
        assert 0 <= one.start <= one.at[0] < one.at[1] <= one.end <= len(text)
        assert as_figure(text, one).text


@given(
    st.text(alphabet=st.characters(exclude_categories=["Nd", "No", "Nl", "Cs"]), max_size=40), st.integers(20, 10**6)
)
def test_a_number_between_words_is_found(filler: str, value: int) -> None:
    text = f"{filler} xx and {value:,} boats"
    assert value in [one.value for one in find_figures(text)]


@pytest.mark.parametrize(
    "piece", ["one ", "1 ", "1,", "$", "hundred of ", "at least ", "a ", "May 1 ", "9-", "٣", "half a "]
)
def test_time_is_linear_in_the_length(piece: str) -> None:
    assert_linear(find_figures, piece)


def test_several_figures_in_one_sentence() -> None:
    assert words("At least 14 people died and 31 were missing; 46 people, six of them children, were hurt.") == [
        "At least 14 people",
        "31",
        "46 people",
        "six of them children",
    ]


def test_a_figure_may_end_behind_the_stretch_that_it_begins_in() -> None:
    text = "Crews cleared seventeen roads."
    assert [one.value for one in find_figures(text, 0, text.index("seventeen") + 5)] == [17]


@pytest.mark.parametrize(
    ("text", "value", "qualifier"),
    [
        ("The bank rolled over a $40 million bond.", 4e7, "exactly"),
        ("The heirs handed over $40 million.", 4e7, "exactly"),
        ("The heirs spent over $40 million.", 4e7, "more_than"),
        ("The guild took over 12 mills.", 12.0, "exactly"),
        ("There was a row over two islands.", 2.0, "exactly"),
        ("She asked about three boats.", 3.0, "exactly"),
        ("The firm works under two laws.", 2.0, "exactly"),
        ("Prices fell over three years.", 3.0, "exactly"),
        ("It lasted over three years.", 3.0, "more_than"),
        ("The trek took over 12 miles.", 12.0, "more_than"),
        ("Over 12 mills closed.", 12.0, "more_than"),
        ("About three boats a day pass.", 3.0, "about"),
    ],
)
def test_a_preposition_before_a_number_is_no_qualifier(text: str, value: float, qualifier: str) -> None:
    (figure,) = find_figures(text)
    assert (figure.value, figure.qualifier) == (value, qualifier)


@pytest.mark.parametrize(
    "text",
    [
        "Neighbours made several 911 calls.",
        "The clerk dialled 112 from the roof.",
        "The shop has zero-hours contracts and a zero-tolerance rule.",
        "It was a one-off.",
        "The winter of 2031-32 was mild.",
        "The club was famous in 1998–2003.",
        "They live at 10 Lower Mill Street.",
        "The team plays five-a-side.",
        "The town aims for net zero.",
        "They stayed at the Seven Bells hotel on Friday.",
    ],
)
def test_what_counts_nothing_is_no_figure(text: str) -> None:
    assert find_figures(text) == ()


def test_a_number_word_with_a_capital_in_a_headline_counts() -> None:
    assert [figure.value for figure in find_figures("Police Hold Three Miners After Raid On Arle Pit")] == [3.0]
