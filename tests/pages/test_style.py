"""The style sheet: words can be read on every ground, in light and in dark (WCAG 2.2, level AA)."""

import re

import pytest

from rashomon.pages.render import style_sheet

WORDS, GROUNDS = ("ink", "soft", "red", "blue"), ("paper", "card", "band")
AA = 4.5


def schemes() -> dict[str, dict[str, str]]:
    light, dark = (
        dict(re.findall(r"--([a-z]+):(#[0-9a-f]{3,6})", rules)) for rules in re.findall(r":root\{([^}]*--ink[^}]*)\}", style_sheet())
    )
    return {"light": light, "dark": {**light, **dark}}


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_measured_as_the_standard_does() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("words", WORDS)
def test_words_stand_out_from_their_ground(words: str, ground: str, scheme: str) -> None:
    colours = schemes()[scheme]
    assert contrast(colours[words], colours[ground]) >= AA


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_quoted_words_stand_out_from_their_mark(scheme: str) -> None:
    colours = schemes()[scheme]
    assert all(contrast(colours[words], colours["green"]) >= AA for words in WORDS)


def test_what_is_focused_is_seen() -> None:
    assert re.search(r":focus-visible[^{]*\{outline:2px solid", style_sheet())
    assert "outline:0" not in style_sheet()
    assert "outline:none" not in style_sheet()
