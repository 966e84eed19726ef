"""The guess of an article's language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.text.language import guess_language, language_code

SAMPLES = {
    "en": "The mayor said on Monday that the bridge would be closed and that nobody had been told of the crack.",
    "fr": "Le maire a dit lundi que le pont serait fermé et que personne dans la ville ne le savait.",
    "de": "Der Bürgermeister sagte am Montag, dass die Brücke geschlossen wird und niemand davon wusste.",
    "es": "El alcalde dijo el lunes que el puente se cerraría y que nadie en la ciudad lo sabía.",
    "pt": "O prefeito disse na segunda-feira que a ponte não será fechada e que ninguém da cidade sabia.",
    "it": "Il sindaco ha detto che il ponte non è stato chiuso e che nessuno della città lo sapeva.",
    "nl": "De burgemeester zei dat de brug wordt gesloten en dat niemand in de stad het had geweten.",
    "pl": "Burmistrz powiedział, że most będzie zamknięty i nie ma na to rady, jak się okazało.",
    "tr": "Belediye başkanı köprü için bir karar olarak kapatıldı ve daha sonra bunu dedi.",
    "ru": "Мэр города сказал, что мост закроют в понедельник.",
    "uk": "Мер міста сказав, що міст закриють у понеділок, і його не відкриють.",
    "ar": "قال رئيس البلدية إن الجسر سيغلق يوم الاثنين.",
    "fa": "شهردار گفت که پل روز دوشنبه بسته می‌شود و کسی نمی‌داند چرا.",
    "he": "ראש העיר אמר שהגשר ייסגר ביום שני.",
    "el": "Ο δήμαρχος είπε ότι η γέφυρα θα κλείσει τη Δευτέρα.",
    "hi": "महापौर ने कहा कि पुल सोमवार को बंद रहेगा।",
    "zh": "市长说，大桥将于星期一关闭。",
    "ja": "市長は橋が月曜日に閉鎖されると述べた。",
    "ko": "시장은 월요일에 다리가 폐쇄될 것이라고 말했다.",
    "th": "นายกเทศมนตรีกล่าวว่าสะพานจะปิดในวันจันทร์",
}


@pytest.mark.parametrize("code", SAMPLES)
def test_the_language_is_told(code: str) -> None:
    assert guess_language(SAMPLES[code] * 2) == code


@pytest.mark.parametrize("text", ["", "Velm", "Ostra Brenn Kolar Velm Marne Tarn", "12 34 56", "😀😀😀"])
def test_what_cannot_be_told_is_undetermined(text: str) -> None:
    assert guess_language(text) == "und"


def test_a_quotation_in_another_script_does_not_decide() -> None:
    assert guess_language(SAMPLES["en"] + " “Мост” is the word for it. " + SAMPLES["en"]) == "en"


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("en-GB", "en"),
        ("EN_us", "en"),
        ("zh-Hans-CN", "zh"),
        (" fr ", "fr"),
        ("English", None),
        ("", None),
        (None, None),
    ],
)
def test_tags_become_plain_codes(tag: str | None, code: str | None) -> None:
    assert language_code(tag) == code


@given(st.text())
def test_any_text_gives_a_code(text: str) -> None:
    assert 2 <= len(guess_language(text)) <= 3
