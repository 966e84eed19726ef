import pytest

from summarizer.reading.layout.sentences import split_sentences


def said(text):
    return [text[start:end] for start, end in split_sentences(text, "en")]


@pytest.mark.parametrize(
    "parts",
    [
        ["The mayor denied that the council had known since May.", "“We were told on Wednesday,” he said."],
        ["The vote was put into doubt.", '"Nobody asked us," the clerk said.'],
        ["Gen. Ilse Brandt of the U.S. staff left at 5 p.m. on Monday.", "Nobody followed."],
        ["The gates open at 8 p.m. Monday and close at noon.", "A clerk was there at 6 a.m. Oct. 12 and left."],
        ["The call is at 8:30 a.m. EDT/1:30 p.m. IST, Voss said.", "It fell at 9 P.M. GMT.", "The clerk saw it."],
        ["The talks ended at 6 p.m.", "Monday's round will be the last.", "It began at 5 a.m.", "Voss said no."],
        ["“It is over.” Voss said.", "Then she left."],
        ["The dyke broke in May.", "Voss saw it.", "A clerk did not."],
        [
            "The clerk told me.",
            "Voss said no.",
            "A guard said OK.",
            "It is hard to miss.",
            "Nobody came to Ostby, DC.",
            "A man left.",
        ],
    ],
)
def test_boundaries_that_sentencex_alone_gets_wrong(parts):
    assert said(" ".join(parts)) == parts


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("de", ["Das Büro liegt im 14. Stock.", "Es brannte 1914.", "Danach kam Frau Holt."]),
        ("fr", ["Hier, il a dit non.", "M. Roux est venu.", "Il est tard."]),
        ("es", ["El puente es viejo.", "D. Juan vino."]),
        # words that sentencex takes for abbreviations
        ("es", ["Dijo que no.", "Más duro fue Ruiz.", "Todo va bien.", "Luego vio el mar.", "Nadie vino."]),
        ("de", ["Er liebt mich.", "Das Haus ist von eigener Art.", "Danach kam Frau Holt."]),
        ("de", ["„Er hat gesagt: ‚Schlaf erst mal.‘“", "Andere schimpften."]),
        ("es", ["«Me dijo: “Se acaba ya.”»", "No hubo más."]),
        ("fr", ["Voilà ce qu'il en est.", "Le linge est sec.", "Roux rit."]),
        ("es", ["Lo dice el ing. Ruiz en la pág. 4 del auto.", "Nadie vino."]),
    ],
)
def test_ordinals_and_titles_of_other_languages_end_nothing(language, parts):
    text = " ".join(parts)
    assert [text[start:end] for start, end in split_sentences(text, language)] == parts


def test_the_dash_behind_an_agency_belongs_to_no_sentence():
    text = "Tolm, 4 mar (EFE).- El puente es viejo."
    assert [text[start:end] for start, end in split_sentences(text, "es")][-1] == "El puente es viejo."


def test_a_list_marker_belongs_to_no_sentence():
    assert said("• The council met.") == ["The council met."]


@pytest.mark.parametrize("blank", ["\u00a0", "\u2003", "\u202f", "\u3000", "\u0085"])
def test_a_wide_blank_between_a_letter_and_its_full_stop_is_no_panic(blank):
    text = f"The council went back to plan B{blank}. Nobody was surprised."
    assert " ".join(said(text)) == text


def test_a_text_that_sentencex_fails_on_is_one_sentence(monkeypatch):
    class PanicException(BaseException):
        pass

    def fail(_language, _text):
        raise PanicException

    monkeypatch.setattr("sentencex.segment", fail)
    assert said("The dam held. Nobody was hurt.") == ["The dam held. Nobody was hurt."]


def test_an_interruption_is_not_taken_for_a_failure(monkeypatch):
    def interrupt(_language, _text):
        raise KeyboardInterrupt

    monkeypatch.setattr("sentencex.segment", interrupt)
    with pytest.raises(KeyboardInterrupt):
        split_sentences("The dam held. Nobody was hurt.", "en")
