import pytest

from summarizer.contract.article import Article
from summarizer.grounding.lines.surer import surer_words

ARTICLE = Article(
    id="surer",
    text=(
        "Some of the lamps at the pier had failed. "
        "The harbour fund is one of the last donors of the guild. "
        "There is only one reason for the flood, the broken lock. "
        "Rask, who is believed to be living in Kelp, owns the yard. "
        "The guild faces a fine of two thousand crowns. "
        "A second flood would be a disaster for Varn. "
        "All six divers were found."
    ),
)


@pytest.mark.parametrize(
    ("line", "named", "code"),
    [
        ("All lamps at the pier had failed.", 0, "scope_differs"),
        ("The harbour fund is the only donor of the guild.", 1, "scope_differs"),
        ("The broken lock was one of the reasons for the flood.", 2, "scope_differs"),
        ("Rask, who lives in Kelp, owns the yard.", 3, "hedge_differs"),
        ("The guild was fined two thousand crowns.", 4, "hedge_differs"),
        ("A second flood was a disaster for Varn.", 5, "hedge_differs"),
    ],
)
def test_a_line_that_is_surer_or_wider(line: str, named: int, code: str) -> None:
    assert code in [found for found, _ in surer_words(ARTICLE, line, (named,))]


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("Several lamps at the pier had failed.", 0),
        ("The harbour fund is among the last donors of the guild.", 1),
        ("The broken lock is the only reason for the flood.", 2),
        ("Rask, who is thought to live in Kelp, owns the yard.", 3),
        ("The guild could be fined two thousand crowns.", 4),
        ("A second flood could be a disaster for Varn.", 5),
        ("All six divers were found.", 6),
        ("The lamps at the pier had not all failed.", 0),
    ],
)
def test_a_line_that_says_as_little(line: str, named: int) -> None:
    assert list(surer_words(ARTICLE, line, (named,))) == []


MAYBE = Article(
    id="maybe",
    text=(
        "The firm said some boats might move to Kelp. "
        "Moll said she would probably not run for mayor again. "
        "The union speaks for thousands of divers."
    ),
)


@pytest.mark.parametrize(
    ("line", "named", "right"),
    [
        ("Some boats will move to Kelp, the firm said.", 0, "Some boats could move to Kelp, the firm said."),
        ("Moll will certainly not run again.", 1, "Moll is not likely to run again."),
        ("The union speaks for millions.", 2, "The union speaks for thousands."),
    ],
)
def test_what_may_be_is_not_certain_nor_thousands_millions(line: str, named: int, right: str) -> None:
    assert list(surer_words(MAYBE, line, (named,))) != []
    assert list(surer_words(MAYBE, right, (named,))) == []
