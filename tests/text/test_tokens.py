from __future__ import annotations

import pytest

from summarizer.text.tokens import estimate_tokens

# Counted by llama-server's /tokenize with Qwen 2.5's tokenizer, each text twenty times over.
COUNTED = {
    "The quick brown fox jumps over the lazy dog. ": 201,
    "Pont fermé lundi à 14 h 30, selon M. Duhamel-Gué. ": 461,
    "2,500/66 [12:30] +4.5% A-7; ": 500,
    "Мост закрыли в понедельник. ": 221,
    "أغلق الجسر يوم الاثنين. ": 160,
    "桥梁在星期一关闭。": 120,
    "다리는 월요일에 폐쇄되었다. ": 241,
    "पुल सोमवार को बंद कर दिया गया। ": 541,
}


@pytest.mark.parametrize("text", COUNTED)
def test_the_estimate_is_never_far_too_low_nor_twice_too_high(text: str) -> None:
    assert 0.98 * COUNTED[text] <= estimate_tokens(text * 20) <= 2.2 * COUNTED[text]
