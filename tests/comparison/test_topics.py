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


def test_an_article_that_shares_little_with_another_is_of_its_event_by_a_third():
    words = [
        "anvil",
        "bellows",
        "cobbler",
        "dulcimer",
        "easel",
        "fiddle",
        "gauntlet",
        "hamlet",
        "inkwell",
        "javelin",
        "kiln",
        "lantern",
        "mortar",
        "nutmeg",
        "oboe",
        "parchment",
        "quiver",
        "rapier",
        "saddle",
        "thimble",
    ]
    texts = {"a": words[:12], "b": words[6:18], "c": words[9:20], "d": words[18:] + ["lute", "viol"] * 4}
    texts["a"] += ["pewter", "gable", "osier"]
    events = Events({name: [terms_of(" ".join(told))] for name, told in texts.items()})
    alone = Events({name: [terms_of(" ".join(texts[name]))] for name in ("a", "c")})
    assert events.is_one("a", "b")
    assert events.is_one("b", "c")
    assert events.is_one("a", "c")
    assert not alone.is_one("a", "c")
    assert not events.is_one("a", "d")
