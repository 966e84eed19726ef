"""What mail programs and printers put into lines goes, and a text without it stays as it is."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.reading.lines import mend_lines

PARAGRAPHS = [
    "The weir of Tolm broke on Monday after a barge struck its gate, and the lower fen stood under water until the "
    "evening, the river board said in a statement to the newspapers of the region.",
    "“Nobody was hurt in the accident,” reeve Mara Quill told reporters who had come to the bank of the river with "
    "their cameras in the early morning of a long and cold day.",
]


def wrapped(width: int, mark: str = "") -> str:
    lines = ["\n".join(mark + line for line in textwrap.wrap(paragraph, width)) for paragraph in PARAGRAPHS]
    return f"\n{mark.rstrip()}\n".join(lines) + "\n"


@pytest.mark.parametrize("mark", ["> ", ">", "> > ", "  > "])
def test_the_marks_of_a_quoted_mail_go(mark: str) -> None:
    text, done = mend_lines(wrapped(60, mark))
    assert text.split() == " ".join(PARAGRAPHS).split()
    assert text.strip() == wrapped(60).strip()
    assert ">" in done[0]


def ragged(width: int, narrower: int, mark: str = "> ") -> str:
    """The paragraphs wrapped at a width, and again at a narrower one, as mail programs answer each other."""
    paragraphs = []
    for paragraph in PARAGRAPHS * 2:
        lines = [line for once in textwrap.wrap(paragraph, width) for line in textwrap.wrap(once, narrower)]
        paragraphs.append("\n".join(mark + line for line in lines))
    return f"\n{mark.rstrip()}\n".join(paragraphs) + "\n"


@pytest.mark.parametrize("mark", ["> ", ""])
def test_words_that_slipped_to_lines_of_their_own_go_back(mark: str) -> None:
    text, done = mend_lines(ragged(72, 62, mark))
    assert "slipped" in done[-1]
    assert text.split() == " ".join(PARAGRAPHS * 2).split()
    full = [line for line in text.split("\n") if line]
    assert sum(len(line) < 40 for line in full) <= len(PARAGRAPHS * 2)  # the last of each paragraph


@pytest.mark.parametrize(
    "text",
    [
        # short lines that end something, or have nothing behind them
        "\n".join(
            f"The {name} of Tolm was closed on Monday by the river board\nof {name}." for name in ("weir", "dam") * 4
        ),
        "\n\n".join(f"The {name} of Tolm was closed on Monday by the board\nof {name}" for name in ("weir", "dam") * 4),
        "\n".join(f"Ada Lund, {number}\nRiver Road\nTolm" for number in range(8)),
    ],
)
def test_short_lines_that_end_something_stay(text: str) -> None:
    assert not any("slipped" in told for told in mend_lines(text)[1])


def test_a_blank_line_after_each_line_goes_and_paragraphs_stay() -> None:
    spaced = wrapped(60).replace("\n", "\n\n")
    text, done = mend_lines(spaced)
    assert [" ".join(part.split()) for part in text.strip().split("\n\n")] == PARAGRAPHS
    assert len(done) == 1


def test_words_broken_at_line_ends_are_joined_and_compounds_keep_their_hyphen() -> None:
    text = (
        "The newly elec-\nted reeve said the self-\nmade weir was a long-term prob-\n"
        "lem, and that a long-\nterm plan was late."
    )
    mended, done = mend_lines(text)
    assert "elected reeve" in mended
    assert "self-made weir" in mended
    assert "problem" in mended
    assert "a long-term plan" in mended
    assert "put together" in done[0]


@pytest.mark.parametrize(
    "text",
    [
        wrapped(28),
        wrapped(72),
        "\n\n".join(PARAGRAPHS),
        "The reeve wrote:\n\n> The weir is old.\n\nNobody answered, and nobody\nin Tolm was asked.\n",
        "A well-\nknown reeve spoke, and nobody\nelse in Tolm did.",
        "One\n\nTwo\n\nThree\n\nFour\n\nFive\n\nSix\n\nSeven\n",
        "",
    ],
)
def test_a_text_without_such_things_stays_as_it_is(text: str) -> None:
    assert mend_lines(text) == (text, [])


@given(st.text(alphabet=st.sampled_from("ab ->\n\r.A")))
def test_no_letter_is_lost(text: str) -> None:
    mended, _ = mend_lines(text)
    assert [char for char in mended if char.isalpha()] == [char for char in text if char.isalpha()]


def test_soft_hyphens_and_wide_gaps_go() -> None:
    assert mend_lines("The we\xadir broke.")[0] == "The weir broke."
    stretched = wrapped(60).replace(" on ", "  on  ").replace(" the ", "  the ").replace(" of ", "   of ")
    assert mend_lines(stretched)[0] == wrapped(60)


def test_two_columns_are_read_one_after_the_other() -> None:
    rows = [
        ("The weir of Tolm broke on", "The boatmen’s union had"),
        ("Monday after a barge", "warned of it in spring."),
        ("struck its gate, the river", "Two barges waited above"),
        ("board said on Monday.", "until the evening."),
    ]
    text = "Weir breaks\n\n" + "".join(f"{left:30}{right}\n" for left, right in rows)
    mended, done = mend_lines(text)
    assert " ".join(mended.split()) == (
        "Weir breaks The weir of Tolm broke on Monday after a barge struck its gate, the river board said on Monday. "
        "The boatmen’s union had warned of it in spring. Two barges waited above until the evening."
    )
    assert "columns" in done[0]


def test_characters_without_a_width_are_taken_out() -> None:
    text, done = mend_lines("The weir\u200b broke on\u2060 Monday.")
    assert text == "The weir broke on Monday."
    assert done == ["characters without a width were taken out of its words"]


@pytest.mark.parametrize(
    "intro",
    [
        "On Tue, 3 May 2031 at 09:00, Ada Moll <a@harn.example> wrote:",
        "On Tue, 3 May 2031 at 09:00, Ada Moll of the Harn Post\n<a@harn.example> wrote:",
        "Am 03.05.31 um 09:00 schrieb Ada Moll:",
        "Le 3 mai 2031 à 09:00, Ada Moll a écrit :",
        "El 3 may 2031, a las 9:00, Ada Moll escribió:",
    ],
)
def test_who_wrote_a_quoted_mail_when_goes_too(intro: str) -> None:
    quoted = "> The weir broke on Monday.\n> Nobody was hurt.\n>\n> It holds again, Quill said.\n> The town is glad."
    text = mend_lines(f"Thanks.\n\n{intro}\n{quoted}\n")[0]
    assert "Moll" not in text
    assert text.startswith("Thanks.\n\nThe weir broke")


def test_the_numbers_of_lines_go_and_those_of_a_list_stay() -> None:
    lines = [
        "The weir of Tolm broke on",
        "Monday after a barge struck",
        "its gate, the board said. It",
        "is old, and nobody had",
        "looked",
        "after it for years.",
    ]
    text, done = mend_lines("\n".join(f"{number:3d}  {line}" for number, line in enumerate(lines, start=1)))
    assert text == "\n".join(lines)
    assert done == ["the numbers of its lines were taken out"]
    listed = "\n".join(f"{number} Nobody came to Tolm." for number in range(1, 9))
    assert mend_lines(listed) == (listed, [])
    skipped = "\n".join(f"{number * 2} {line}" for number, line in enumerate(lines, start=1))
    assert mend_lines(skipped) == (skipped, [])


def test_bars_before_the_lines_of_a_quoted_mail_go_and_those_of_a_table_stay() -> None:
    assert mend_lines(wrapped(60, "| "))[0].strip() == wrapped(60).strip()
    table = "| weir | year |\n| Tolm | 1900 |\n| Ostby | 1910 |\n| Arvin | 1920 |\n"
    assert mend_lines(table) == (table, [])


def test_the_colours_of_a_terminal_and_marks_within_a_text_go() -> None:
    text, done = mend_lines("\x1b[1mThe weir\x1b[0m\n\n\ufeff“It broke,” said \x1b[33mMara Quill\x1b[0m.\n")
    assert text == "The weir\n\n“It broke,” said Mara Quill.\n"
    assert "the colours of a terminal were taken out" in done
