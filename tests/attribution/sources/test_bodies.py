from __future__ import annotations

import pytest

from summarizer.attribution.sources.bodies import abbreviates
from summarizer.attribution.sources.naming import name_key
from tests.attribution.sources.marked import mark, names


def test_acronyms_and_short_forms_get_the_full_name() -> None:
    text = (
        "The Popular Harbour Forces (PHF) met the United Coast Command (UNICOAST). [PHF] said yes. [UNICOAST] said no. "
        "[The Popular Harbour] said maybe."
    )
    assert names(text) == ["Popular Harbour Forces", "United Coast Command", "Popular Harbour Forces"]


def test_a_nation_before_a_body_is_part_of_its_fullest_name() -> None:
    text = "The Veldanian Foreign Ministry met. US State Department aides left. [The State Department] said no."
    assert names(text) == ["US State Department"]


@pytest.mark.parametrize(
    ("short", "name", "fits"),
    [
        ("PHF", "Popular Harbour Forces", True),
        ("UNICOAST", "United Coast Command", True),
        ("COASTCOM", "United Coast Command", True),
        ("SANA", "Syrian News Agency", True),
        ("PHF", "Ostby Herald", False),
        ("Ostby", "Ostby Herald", False),
    ],
)
def test_short_forms_stand_in_their_names(short: str, name: str, fits: bool) -> None:
    assert abbreviates(short, name) is fits


@pytest.mark.parametrize(
    ("text", "key", "fullest"),
    [
        ("The Dawn Front met. The Dawn Front of Ostby left.", "Dawn Front", "Dawn Front of Ostby"),
        ("The Harbour Ministry met. The Veldanian Harbour Ministry left.", "Harbour Ministry", "Harbour Ministry"),
        ("The Harbour Ministry met. The Danish Harbour Ministry left.", "Harbour Ministry", "Danish Harbour Ministry"),
        ("The Dawn Front, the Dawn Front of Ostby and the Dawn Front of Varn met.", "Dawn Front", "Dawn Front"),
        ("The NHF met. The North Harbour Foundation left.", "NHF", "North Harbour Foundation"),
        ("The Dawn Foundation (DAFO) met.", "DAFO", "Dawn Foundation"),
    ],
)  # fmt: skip
def test_a_short_name_goes_by_the_fullest_unless_it_could_be_two(text: str, key: str, fullest: str) -> None:
    index = mark(text).index
    assert index.fullest_body(index.referents[name_key(key)]).name == fullest


def test_a_person_has_no_fuller_body() -> None:
    index = mark("Nora Dawn met the Nora Dawn Foundation.").index
    person = index.referents[name_key("Nora Dawn")]
    assert index.fullest_body(person) is person
