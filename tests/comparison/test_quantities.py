from math import inf

import pytest

from summarizer.comparison.quantities import read_quantities
from tests.comparison.outlets import passage


def counted(text, **more):
    return [(one.event, one.low, one.high) for one in read_quantities(passage(text, **more))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least nine people died in the flood", [("dead", 9, inf)]),
        ("The blast killed four and wounded 20 others", [("dead", 4, 4), ("hurt", 20, 20)]),
        ("14 villagers were dead or missing", [("dead+missing", 14, 14)]),
        ("Between 20 and 30 people took part in the march", [("crowd", 20, 30)]),
        ("The ferry carried 131 passengers", [("aboard", 131, 131)]),
        ("the number on board at 131", [("aboard", 131, 131)]),
        ("the number of marchers at 3,000", [("crowd", 3000, 3000)]),
        ("The railway has 1,200 drivers", [("staff", 1200, 1200)]),
        ("the families of the dead 40,000 crowns each", [("", 40000, 40000)]),
        ("the deaths of four fighters", [("dead", 4, 4)]),
        ("arrests have fallen, to 400 in the last year", [("held", 400, 400)]),
        ("The number of people killed when the quarry wall collapsed rose to 12 on Friday", [("dead", 12, 12)]),
        ("officials put the number of drowned at 15", [("dead", 15, 15)]),
        ("three of them were fighting for their lives", [("critical", 3, 3)]),
        ("16 survivors were dug out of the mud", [("rescued", 16, 16)]),
        ("after two passengers drowned in the lock", [("dead", 2, 2)]),
        ("14 marchers were arrested", [("held", 14, 14)]),
        ("The water never rose above 95 metres", [("", 0, 95)]),
        ("The number of people in the hall was put at 340", [("inside", 340, 340)]),
        ("Two of the five men missing since May were found dead", [("dead", 2, 2), ("missing", 5, 5)]),
        ("The barge had 212 inmates", [("", 212, 212)]),
        ("63 of the village's 90 houses were gone", [("destroyed", 63, 63), ("", 90, 90)]),
        ("two of the five men died", [("dead", 2, 2), ("", 5, 5)]),
        ("Six others are still being treated", [("still hurt", 6, 6)]),
        ("The barge carried 212 inmates", [("aboard", 212, 212)]),
        ("Families of the dead will be paid 150,000 crowns", [("", 150000, 150000)]),
        ("30 people were on the coach", [("aboard", 30, 30)]),
        ("wells used by 300 homes", [("", 300, 300)]),
        ("a woman of 83, drowned in her cellar", [("age", 83, 83)]),
    ],
)
def test_a_quantity_says_of_what_it_is_and_its_bounds(text, expected):
    assert counted(text) == expected


def test_a_lone_number_is_of_what_the_sentence_before_speaks_of():
    assert counted("The operator says 131.", lead="How many were aboard is disputed. ") == [("aboard", 131, 131)]


def test_animals_are_not_persons_and_parts_and_other_times_are_told():
    fish, people, more = (
        next(read_quantities(passage(text)))
        for text in ("The leak of 2016 killed 300 fish", "The leak killed 300 people", "Divers found two more bodies")
    )
    assert (fish.unit, fish.times, people.unit) == ("fish", {"2016"}, "")
    assert more.part


def first(text):
    return next(read_quantities(passage(text)))


def test_words_say_that_a_number_was_updated():
    assert first("The death toll rose to 11").updates
    assert first("The death toll rose to 11").grows
    assert not first("11 people died").updates


@pytest.mark.parametrize(
    ("text", "event", "unit"),
    [
        ("The driver, aged 61, was not hurt", "age", ""),
        ("Edda Lorn, 34, of Orsk", "age", ""),
        ("The plant employs 310 people", "staff", ""),
        ("She put the number of fires at 19", "", "blaz"),
        ("It was going at 50 kilometres an hour", "", "kilometers an hour"),
    ],
)
def test_ages_staff_speeds_and_numbers_of_things_are_told_apart(text, event, unit):
    assert (first(text).event, first(text).unit) == (event, unit)


def test_a_smaller_number_after_a_larger_one_is_not_of_the_same():
    one = next(read_quantities(passage("Three were still there.", lead="Thirteen people were taken to hospital. ")))
    assert one.event == ""


def test_arrests_and_the_arrested_are_counted_as_one():
    told = ("There were 520 arrests last fiscal year", "400 people were arrested last year")
    one, two = (next(read_quantities(passage(text))) for text in told)
    assert (one.event, one.unit, one.times) == (two.event, two.unit, two.times)


def test_a_year_beside_a_number_is_its_time_and_no_other_of_the_sentence():
    last, first = read_quantities(passage("520 people were arrested last year, from a peak of 1,600 arrests in 2000"))
    assert (last.times, first.times) == ({"last year"}, {"2000"})


def test_one_of_no_noun_counts_nothing():
    assert [
        (one.event, one.unit) for one in read_quantities(passage("boxes were found, one addressed to Ann Poe"))
    ] == [("", "")]


def test_what_is_demanded_or_denied_is_told():
    text = "The gang demanded 5 million marks and got 3 million marks"
    assert [one.is_wanted for one in read_quantities(passage(text))] == [True, True]
    assert [one.is_denied for one in read_quantities(passage("seven dead and not nine"))] == [False, True]


def test_how_exact_a_poll_is_counts_nothing():
    assert counted("It asked 900 voters, and its margin of error either way is 3 percentage points") == [("", 900, 900)]
    assert counted("The club has 40 delegates") == [("", 40, 40)]


def test_the_number_that_somebody_puts_lower_is_no_part_of_the_one_before():
    lead = "The Gazette reported that 63 houses were destroyed. "
    assert counted("The county put the number at 58", lead=lead) == [("destroyed", 58, 58)]
    assert counted("Nine were still there", lead=lead) == [("", 9, 9)]


def test_a_lone_share_is_of_what_the_sentence_before_tells_a_share_of():
    lead = "Fewer than a third of the pupils came to school. "
    alone, other = (
        next(read_quantities(passage(text, lead=lead)))
        for text in ("The board spoke of 61 percent.", "Pay rose by 4 percent in May, the board of the district said.")
    )
    assert (alone.is_taken_up, other.is_taken_up) == (True, False)
    women = next(read_quantities(passage("Among women, the figure is 75 percent.", lead=lead)))
    assert not women.is_taken_up


def test_a_sum_that_somebody_puts_otherwise_is_of_what_the_sentence_before_tells():
    lead = "The guild spent $4 million on dredgers. "
    for text, expected in (
        ("Olek Moss said the figure was closer to $3 million", True),
        ("Olek Moss put it at $3 million", True),
        ("Olek Moss spent $3 million", False),
        ("The figure for barges was $3 million", False),
    ):
        assert next(read_quantities(passage(text, lead=lead))).is_taken_up is expected, text


def test_what_somebody_earns_is_told_by_the_year_or_not():
    assert first("A ferryman earns 46,000 dollars a year").unit == first("Ferrymen earn 51,300 dollars").unit
    assert first("The ferry costs 46,000 dollars a year").unit != first("The ferry costs 51,300 dollars").unit


def test_the_victims_whose_number_grew_are_dead():
    (one,) = read_quantities(passage("the number of the victims of the landslide increased to 51"))
    assert one.event == "dead"
    (other,) = read_quantities(passage("the victims of the landslide were given 51 blankets"))
    assert other.event == ""
