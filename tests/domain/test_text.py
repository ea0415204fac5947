"""A person may write anything but what no file can hold."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.text import clean_name, clean_note, without_controls

SURROGATES = st.text(st.characters(categories=("Cs",)), min_size=1, max_size=3)
CONTROLS = st.sampled_from([chr(code) for code in (*range(9), 11, 12, *range(14, 32), 127, 0x85)])


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"))))
def test_a_note_comes_back_as_it_was(text: str) -> None:
    assert clean_note(text, "Note") == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    "text",
    ["<b>&amp;</b>", "$\\frac{1}{2}$ % _x_", "🙂👩‍👩‍👧", "‏שלום‏ abc", "a\n\n\tb", "'\"`;--", " x "],
)
def test_marks_of_other_languages_are_text(text: str) -> None:
    assert clean_note(text, "Note") == text


def test_line_ends_are_one_kind_and_a_name_is_one_line() -> None:
    assert clean_note("a\r\nb\rc", "Note") == "a\nb\nc"
    assert clean_name("  Brücke \n &\u2028 Söhne\t ", "Employer") == "Brücke & Söhne"
    assert clean_name("Bru\u0308cke", "Employer") == "Brücke"


@given(st.text(max_size=5), CONTROLS, st.text(max_size=5))
def test_control_characters_are_refused_by_name(before: str, control: str, after: str) -> None:
    for clean in (clean_name, clean_note):
        with pytest.raises(InvalidInput, match="Reason holds a control character"):
            clean(before + control + after, "Reason")


@given(SURROGATES)
def test_half_characters_are_refused(text: str) -> None:
    for clean in (clean_name, clean_note):
        with pytest.raises(InvalidInput, match="half a character"):
            clean(text, "Reason")


def test_too_long_a_text_says_how_long_it_is() -> None:
    assert len(clean_name("x" * 200, "Employer")) == 200
    with pytest.raises(InvalidInput, match="Employer has 10000 characters; 200 fit"):
        clean_name("x" * 10_000, "Employer")
    with pytest.raises(InvalidInput, match="Note has 200001 characters"):
        clean_note("x" * 200_001, "Note")


@given(st.text())
def test_an_import_keeps_what_a_file_can_hold(text: str) -> None:
    kept = without_controls(text)
    assert clean_note(kept, "Note") is not None
    assert without_controls(kept) == kept
