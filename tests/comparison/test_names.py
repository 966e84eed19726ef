import pytest

from summarizer.comparison.names import (
    bare_person,
    body_words,
    initials,
    initials_of_two,
    is_title,
    same_name,
    skeletons,
)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Piet Lorn", "Pieter Lorn"),
        ("Capt. Edda Lorn", "Edda Lorn"),
        ("Yusef al-Haddad", "Yousuf Al Hadad"),
        ("Akhmet Zhaksyn", "Achmed Jaksin"),
        ("Mike Brandt", "Michael Brandt"),
        ("Jo Brandt", "Josephine Brandt"),
        ("Harry Lorn", "Harold Lorn"),
        ("Harry Lorn", "Henry Lorn"),
        ("Ilse M. Brandt", "Ilse Brandt"),
        ("Bento Morua", "Bento Moruha"),
        ("Akhmed Tarin", "Ahmad Tareen"),
        ("Jusuf Lorov", "Yusuf Loroff"),
        ("Nadia Bel Orun", "Nadia Belorun"),
        ("Leyla Orun", "Laila Orun"),
        ("Aicha Orun", "Aisha Orun"),
    ],
)
def test_spellings_titles_and_short_forms_are_one_name(one, two):
    assert same_name(bare_person(one), bare_person(two))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Leon Varga", "Leonie Varga"),
        ("Dan Roe", "Dana Roe"),
        ("Edda Lorn", "Marek Lorn"),
        ("Edda Lorn", "Edda Poe"),
        ("Lorn", "Edda Lorn"),
        ("Edda Baker", "Edda Maker"),
        ("Tom Barlow", "Tom Marlow"),
        ("Edda Bell", "Edda Ball"),
        ("Rosa Lind", "Rosa Lund"),
    ],
)
def test_two_persons_of_one_surname_or_first_name_are_two(one, two):
    assert not same_name(bare_person(one), bare_person(two))


def test_a_body_is_known_by_what_other_bodies_do_not_have():
    assert body_words("the Sayad Orun Brigades") == body_words("Kata'ib Sayad Orun")
    assert initials("Popular Rescue Front") == "prf"
    assert initials_of_two("the Allied Dykes") == initials_of_two("A.D") == initials_of_two("AD") == "ad"
    assert initials_of_two("Popular Rescue Front") == initials_of_two("dyke wardens") == ""
    assert skeletons("Rasool") == skeletons("Rasul")
    assert is_title("Capt.")


def test_and_is_no_part_of_what_tells_a_body():
    assert body_words("Orvane & Daughters") == body_words("Orvane and Daughters")
