from summarizer import compare
from tests.comparison.outlets import told

FLOOD = "Flood at Orsk\n\nThe weir at Orsk broke on Monday and the flood reached the market.\n\n"


def origins(one, two):
    """How many origins the fact about the sluice has that two outlets tell by a sentence each."""
    facts = compare([told(f"{FLOOD}{one}", "a"), told(f"{FLOOD}{two}", "b")]).facts
    return max((fact for fact in facts if "sluice" in fact.text), key=lambda fact: len(fact.sides[0].mentions)).origins


def test_bodies_of_one_sort_that_give_one_answer_are_one_origin_where_nothing_tells_them_apart():
    def of(one, two):
        return origins(
            f"{one} said it was treating 38 people who had been hurt at the sluice.",
            f"{two} said 38 people hurt at the sluice were being treated there.",
        )

    assert of("The regional hospital", "The hospital in Orsk") == 1
    assert of("The children’s hospital", "The military hospital") == 2


def test_a_holder_of_an_office_speaks_for_its_body():
    def of(*speakers):
        return origins(*(f"{one} said the sluice of the weir had been left open." for one in speakers))

    assert of("Fire chief Edda Lorn", "The fire brigade") == 1
    assert of("Interior Minister Edda Lorn", "The Interior Ministry") == 1
    assert of("Fire chief Edda Lorn", "The Interior Ministry") == 2
