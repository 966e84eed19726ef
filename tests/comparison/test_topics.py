from summarizer.comparison.terms import terms_of
from summarizer.comparison.topics import Events

TEXTS = {
    "a": ["The weir at Orsk broke on Monday.", "Mayor Ilse Brandt said the weir had been inspected."],
    "b": ["Ilse Brandt, the mayor of Orsk, denied that the weir had been neglected.", "The weir broke."],
    "c": ["The orchestra of Velm played Haydn.", "Critics praised the violins."],
}


def test_articles_of_one_event_share_what_they_say_most_about():
    events = Events({name: [terms_of(one) for one in text] for name, text in TEXTS.items()})
    assert events.is_one("a", "b")
    assert events.is_one("a", "a")
    assert not events.is_one("a", "c")
    assert events.groups == {"a": "a", "b": "a", "c": "c"}


def test_only_articles_that_share_much_can_contradict_one_another():
    events = Events({name: [terms_of(one) for one in text] for name, text in TEXTS.items()})
    assert events.is_surely_one("a", "b")
    assert not events.is_surely_one("a", "c")


def test_any_two_of_very_many_articles_on_one_event_tell_of_it():
    told = [terms_of("The weir at Orsk broke."), terms_of("Mayor Ilse Brandt said the weir had been inspected.")]
    events = Events({f"{number:02}": [*told, terms_of(f"It took {number} hours.")] for number in range(60)})
    assert events.is_one("00", "59")
    assert events.is_surely_one("59", "07")


ALMOST_ALIKE = {
    "long": ["The weir at Orsk broke, and the flood took the bakery, the tannery, two barges, a granary and a kiln"],
    "short": [
        "Brandt told the council that a sluice had rusted.",
        "The weir was painted in autumn, a clerk at Orsk said.",
    ],
}


def test_a_few_articles_are_of_one_event_with_less_in_common_than_many():
    few = {name: [terms_of(one) for one in text] for name, text in ALMOST_ALIKE.items()}
    many = {f"{number:02}": [terms_of(f"Orchestra {number} played Haydn in Velm{number}.")] for number in range(20)}
    assert Events(few).is_one("long", "short")
    assert not Events({**few, **many}).is_one("long", "short")
    assert not Events(few).is_surely_one("long", "short")


def test_articles_that_share_nearly_enough_are_surely_of_one_event_by_a_third():
    one = "The anvil bellows cobbler dulcimer easel fiddle gauntlet hamlet inkwell javelin kiln lantern gable"
    two = "The gauntlet hamlet inkwell javelin kiln lantern mortar nutmeg oboe parchment quiver rapier"
    three = "The javelin kiln lantern mortar nutmeg oboe parchment quiver rapier saddle thimble"
    texts = {name: [terms_of(text)] for name, text in (("a", one), ("b", two), ("c", three))}
    events = Events(texts)
    assert events.is_surely_one("a", "b")
    assert events.is_surely_one("a", "c")
    assert not Events({name: texts[name] for name in ("a", "c")}).is_surely_one("a", "c")


def test_in_a_pile_two_articles_must_share_more_to_contradict_one_another():
    few = {name: [terms_of(one) for one in text] for name, text in ALMOST_ALIKE.items()}
    few["long"].append(terms_of("It was painted."))
    many = {f"{number:02}": [terms_of(f"Orchestra {number} played Haydn in Velm{number}.")] for number in range(20)}
    assert Events(few).is_surely_one("long", "short")
    assert not Events({**few, **many}).is_surely_one("long", "short")
    assert Events({**few, **many}).is_one("long", "short")
