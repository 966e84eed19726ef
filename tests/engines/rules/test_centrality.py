from summarizer.engines.rules.centrality import says_again, weigh_sentences, words_of


def test_words_of_drops_stop_words_and_plurals():
    assert sorted(words_of("The floods, they said, were 2,500 tons")) == ["2,500", "flood", "ton"]


def test_words_of_are_the_same_in_any_script():
    assert sorted(words_of("The “floods”—in Ærø’s 3 cafés_2, 7.5 tons. ‹Été›")) == [
        "2",
        "3",
        "7.5",
        "café",
        "flood",
        "ton",
        "ærø",
        "été",
    ]


def test_a_plain_text_is_read_as_one_in_any_script_is():
    text = "2nd of 14 herring boats, x-rays_9 and 1,250.5 o'clock; a.b 3. 4,,5 mp3s"
    assert words_of(text) == words_of(f"{text} ‹")


def test_the_lead_weighs_most_among_sentences_alike():
    weights = [one.weight for one in weigh_sentences(["The wall broke."] * 3, [])]
    assert weights == sorted(weights, reverse=True)


def test_a_sentence_weighs_more_for_what_is_repeated_and_for_what_the_title_says():
    texts = ["Herring is cheap.", "The harbour wall broke.", "Nobody mends the harbour wall.", "Gulls shriek."]
    plain = weigh_sentences(texts, [])
    assert plain[1].weight > plain[3].weight
    assert weigh_sentences(texts, words_of("Gulls shriek"))[3].weight > plain[3].weight


def test_sentences_say_the_same_by_most_of_their_words_or_by_a_figure_and_fewer() -> None:
    def again(*texts: str) -> bool:
        first, second = (frozenset(words_of(text)) for text in texts)
        return says_again(first, second)

    counted = "Rain drowned 4,120 sheep on farms near Kell in the night"
    assert again(counted, "In all, 4,120 sheep drowned, farmers in three valleys told the guild")
    assert not again(counted, "In all, 350 sheep drowned, farmers in three valleys told the guild")
    assert again(counted, "Rain drowned sheep on farms near Kell")
    assert not again("Kell had 14 mills in 1998", "In 1998, 14 pilots of the guild left for Arle and came back")
