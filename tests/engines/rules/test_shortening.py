from summarizer.engines.rules.shortening import one_line, shorten


def test_shorten_never_cuts_a_word():
    text = "The harbour master counted eleven boats adrift and two of them sank before the tide turned"
    short = shorten(text, 40)
    assert len(short) <= 40
    assert short.endswith("…")
    assert text.startswith(short[:-1])
    assert text[len(short) - 1] == " "


def test_shorten_cuts_at_a_sentence_where_it_can():
    assert shorten("Eleven boats broke loose. Two of them sank.", 30) == "Eleven boats broke loose."


def test_one_line_evens_out_white_space():
    assert one_line("Eleven\n  boats ") == "Eleven boats"
