from summarizer.comparison.terms import terms_of
from summarizer.comparison.topics import event_test

TEXTS = {
    "a": ["The weir at Orsk broke on Monday.", "Mayor Ilse Brandt said the weir had been inspected."],
    "b": ["Ilse Brandt, the mayor of Orsk, denied that the weir had been neglected.", "The weir broke."],
    "c": ["The orchestra of Velm played Haydn.", "Critics praised the violins."],
}


def test_articles_of_one_event_share_what_they_say_most_about():
    is_one_event = event_test({name: [terms_of(one) for one in text] for name, text in TEXTS.items()})
    assert is_one_event("a", "b")
    assert is_one_event("a", "a")
    assert not is_one_event("a", "c")
