from summarizer import compare
from tests.comparison.outlets import told

FLOOD = "Flood at Orsk\n\nThe weir at Orsk broke on Monday and the flood reached the market.\n\n"


def fact(*reports, word="sluice"):
    made = compare(reports)
    return made, max((one for one in made.facts if word in one.text), key=lambda one: len(one.sides[0].mentions))


def test_bodies_of_one_sort_that_give_one_answer_are_one_origin_where_nothing_tells_them_apart():
    def origins(one, two):
        return fact(
            told(f"{FLOOD}{one} said it was treating 38 people who had been hurt at the sluice.", "a"),
            told(f"{FLOOD}{two} said 38 people hurt at the sluice were being treated there.", "b"),
        )[1].origins

    assert origins("The regional hospital", "The hospital in Orsk") == 1
    assert origins("The children’s hospital", "The military hospital") == 2


def test_a_holder_of_an_office_speaks_for_its_body():
    def origins(one, two):
        return fact(
            told(f"{FLOOD}{one} said the sluice of the weir had been left open.", "a"),
            told(f"{FLOOD}{two} said the sluice of the weir had been left open.", "b"),
        )[1].origins

    assert origins("Fire chief Edda Lorn", "The fire brigade") == 1
    assert origins("Interior Minister Edda Lorn", "The Interior Ministry") == 1
    assert origins("Fire chief Edda Lorn", "The Interior Ministry") == 2
