"""Whether a bare role can be said of somebody who is called something else, and whom it means in an article."""

from __future__ import annotations

import pytest

from summarizer.attribution.sources.callings import belongs_to_somebody, callings_of, is_said_of, read_callings
from tests.attribution.sources.marked import mark, names


@pytest.mark.parametrize(
    ("role", "heads"),
    [
        ("mayor of Ostby", {"mayor": {"ostby"}}),
        ("chair and chief executive of Brenn", {"chairman": {"brenn"}, "chief executive": {"brenn"}}),
        ("army spokesman Colonel", {"spokesman": {"army"}, "colonel": {"army", "spokesman"}}),
        ("ex-Senator", {"senator": {"former"}}),
        ("Secretary-General", {"secretary general": set()}),
        ("Mayor Lund’s press secretary", {"press secretary": {"mayor", "lund"}}),
        ("chief prosecutor", {"prosecutor": {"chief"}}),
    ],
)
def test_a_role_is_taken_apart(role: str, heads: dict[str, set[str]]) -> None:
    assert {one.head: one.words for one in read_callings(role)} == heads


@pytest.mark.parametrize(
    ("wanted", "known", "fits"),
    [
        ("minister", "foreign minister", True),
        ("prime minister", "foreign minister", False),
        ("minister", "prime minister", False),
        ("mayor", "deputy mayor", False),
        ("deputy mayor", "mayor", False),
        ("deputy", "deputy mayor", True),
        ("police chief", "chief of police", True),
        ("fire chief", "police chief", False),
        ("embattled 56-year-old mayor", "mayor", True),
        ("mayor of Vestby", "mayor of Ostby", False),
        ("chairman", "chairwoman", False),
        ("officer", "sergeant", True),
        ("other senator", "senator", False),
    ],
)
def test_a_bare_role_says_nothing_that_does_not_fit(wanted: str, known: str, fits: bool) -> None:
    bare = read_callings(wanted)[-1]
    assert any(is_said_of(bare, one, frozenset()) for one in read_callings(known)) is fits


def test_all_that_an_article_calls_somebody_counts() -> None:
    index = mark("Captain Ada Lund, a harbour pilot from Ostby, spoke. Lund (X-Vestby) left.").index
    called = callings_of(index.prose, index.persons[0])
    assert [one.head for one in called.known] == ["captain", "pilot"]
    assert {"ostby", "vestby"} <= called.beside | called.known[1].words


def test_whose_somebody_is() -> None:
    index = mark("Her lawyer, Ada Lund, spoke. Pilot Tom Hale left.").index
    assert [belongs_to_somebody(index.prose, person, "lawyer") for person in index.persons] == [True, False]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[Mayor Ada Lund] opened the pier. “It will hold,” [the mayor] said.", "Ada Lund"),
        ("[Mayor Ada Lund] opened the pier. “It will hold,” [the deputy mayor] said.", "the deputy mayor"),
        ("[Mayor Ada Lund] opened the pier. “It will hold,” [the former mayor] said.", "the former mayor"),
        ("[Deputy Mayor Ada Lund] opened the pier. “It will hold,” [the mayor] said.", "the mayor"),
        ("[Mayor Ada Lund of Ostby] opened the pier. [The mayor of Vestby] stayed away.", "The mayor of Vestby"),
        ("[Mayor Ada Lund of Ostby] opened the pier. [The Ostby mayor] wept.", "Ada Lund"),
        ("[Mayor Ada Lund] opened the pier. A mayor from the north came. “Well done,” [the mayor] said.", "the mayor"),
        ("[Mayor Ada Lund] opened the pier. [Another mayor] stayed away.", "Another mayor"),
        ("[Pilot Ada Lund] saw it sink. [A second pilot] saw it float.", "A second pilot"),
        ("[Police spokesman Tom Hale] said no. [The union's spokesman] said yes.", "The union's spokesman"),
        ("[Police spokesman Tom Hale] said no. [The spokeswoman] said yes.", "The spokeswoman"),
        ("[Police spokesman Jan Hale] said no. [The spokesman] said why.", "Jan Hale"),
        ("[Mayor Ada Lund] opened the pier. [The pilot] waved. “Come in,” [she] said.", "The pilot"),
        ("[Tom Hale] resigned. “It is a loss,” [the prime minister] said.", "the prime minister"),
        ("[Tom Hale, 56,] resigned. “It is a loss,” [the 56-year-old] said.", "Tom Hale"),
        ("[Tom Hale, 56,] resigned. “It is a loss,” [the 31-year-old] said.", "the 31-year-old"),
        ("[Harbour minister Ada Lund] resigned. “No comment,” [the minister's office] said.", "minister's office"),
    ],
)
def test_a_bare_role_means_only_somebody_whom_it_fits(text: str, name: str) -> None:
    assert names(text)[-1] == name
