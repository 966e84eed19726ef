import pytest

from summarizer.comparison.counted import event_near, event_of_some, is_part, words_after, words_of


def around(text):
    """The words before a figure in a text, the nearest first, and those after it; "#" stands for the figure."""
    before, after = text.split("#")
    return words_of(before)[::-1], words_after(after)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("killing at least # men", "dead"),
        ("# people on board were hurt", "hurt"),
        ("the families of the dead were paid # crowns", ""),
        ("the mill has # miners", "staff"),
        ("the mill has # workers", "staff"),
        ("# workers have left the dike", ""),
        ("the ferry was licensed for # carters", "capacity"),
        ("a hall with room for # guests", "capacity"),
        ("the ferry waited for # carters", ""),
        ("Rescue chief Edda Lorn counted #", ""),
        ("the barge had # inmates", ""),
        ("# monks, among them the old cellarer and two novices, were killed", "dead"),
        ("# looms, many of them new, were sold by noon", ""),
        ("the smugglers let # of the carters go at dawn", "rescued"),
        ("# carters were set free at dawn", "rescued"),
        ("the guild took on # men in March", ""),
        ("# people came to the march", "crowd"),
        ("the abduction of # novices", "kidnapped"),
        ("# novices were taken from the mill", "kidnapped"),
        ("# hostages died in the cellar", "dead"),
        ("# shots were fired and nine barns burned down", ""),
        ("divers pulled out # bodies by dusk", "dead"),
        ("divers pulled out # men by dusk", "rescued"),
        ("# wounded carters died in the night", "dead"),
        ("# wounded carters were brought to Velm", "hurt"),
    ],
)
def test_the_nearest_word_says_what_has_become_of_them(text, event):
    assert event_near(*around(text)) == event


def test_some_of_a_number_are_those_of_whom_more_is_told():
    assert event_of_some(around("# of the five men missing were found dead")[1]) == "dead"
    assert event_of_some(around("# of the men missing were found dead")[1]) == ""
    assert not is_part(*around("# of the five men missing were found dead"))
    assert is_part(*around("# of the five missing men"))
    assert is_part(*around("# of the injured"))
    assert is_part(*around("# other survivors told the same"))
    assert not is_part(*around("# men of the five villages"))
