"""How letters are written down is found out, and what is no text is refused."""

# ruff: noqa: RUF001 - letters of other scripts are what is tested

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.errors import InvalidInput
from desktop_app.transfer.encodings import OFFERED, encoding_of, name_of, text_of
from desktop_app.transfer.files import Source

TEXTS = {
    "French": "Société,Poste\nThalès,Développeur\nÉlectricité de France,Ingénieur\n",
    "German": "Firma,Stelle\nMüller & Söhne,Geschäftsführer\nStraßenbau,Bürokraft\n",
    "Spanish": "Empresa,Puesto\nTelefónica,Diseñador\nBBVA,Año técnico\n",
    "Latvian": "Uzņēmums,Amats\nĀdažu čipsi,Ēdināšana\nŪdens,Īpašums\n",
    "asking": "Empresa,Nota\nTelefónica,¿Cuándo será?\nBBVA,¡Sí!\n",
    "Italian": "Azienda,Città\nSocietà,Forlì\n",
    "Danish": "Virksomhed,Stilling\nØrsted,Udvikler på fuld tid\nMærsk,Søfart\n",
    "quoted": "Company,Salary\nAcme “quoted” – dash,50 000 €\nNestlé,60 000 €\n",
    "Polish": "Firma,Stanowisko\nŁódzkie Przedsiębiorstwo,Młodszy księgowy\nŚląskie,źródło\n" * 4,
    "Czech": "Firma,Pozice\nŠkoda,Vývojář\nČEZ,Účetní\nŽelezárny,řidič\n" * 4,
    "Russian": "Компания,Должность\nГазпром,Инженер\nЯндекс,Разработчик\n" * 4,
    "Greek": "Εταιρεία,Θέση\nΟΤΕ,Μηχανικός\n" * 4,
}
WESTERN = ("French", "German", "Spanish", "Italian", "Danish")


def source(data: bytes, size: int | None = None) -> Source:
    return Source(Path("search.csv"), data, len(data) if size is None else size)


def read(data: bytes) -> str:
    one = source(data)
    return text_of(one, encoding_of(one)).read()


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_told_with_a_mark_and_without(language: str, encoding: str) -> None:
    assert read(TEXTS[language].encode(encoding)) == TEXTS[language]


@pytest.mark.parametrize("language", [*WESTERN, "quoted", "asking"])
def test_western_letters_are_told_even_in_three_lines(language: str) -> None:
    assert read(TEXTS[language].encode("cp1252")) == TEXTS[language]


@pytest.mark.parametrize("language", WESTERN)
def test_latin_1_and_its_sister_with_the_euro_are_told(language: str) -> None:
    text = TEXTS[language] + "Gehalt,50 000 €\n"
    assert read(text.encode("iso8859_15")) == text


@pytest.mark.parametrize(
    ("language", "encoding"),
    [
        ("Polish", "cp1250"),
        ("Polish", "iso8859_2"),
        ("Czech", "cp1250"),
        ("Russian", "cp1251"),
        ("Russian", "koi8_r"),
        ("Greek", "cp1253"),
    ],
)
def test_other_scripts_are_told_by_their_letters(language: str, encoding: str) -> None:
    assert read(TEXTS[language].encode(encoding)) == TEXTS[language]


def test_letters_that_come_late_in_a_long_file_are_found() -> None:
    text = "Acme,Developer\n" * 50_000 + "Thalès,Développeur\n"
    assert read(text.encode("cp1252")) == text


def test_a_long_line_of_plain_letters_takes_no_time() -> None:
    text = "x" * 2_000_000 + "é\n"
    assert read(text.encode("cp1252")) == text


def test_the_first_part_may_end_inside_a_letter() -> None:
    data = "Thalès\nÉlectricité".encode()
    part = source(data[:9], size=len(data))
    assert encoding_of(part) == "utf-8-sig"
    assert text_of(part, "utf-8-sig").read() == "Thalès\n"


def test_an_encoding_that_is_chosen_by_hand_and_does_not_fit_is_a_sentence() -> None:
    with pytest.raises(InvalidInput, match="can't be read as UTF-8"):
        text_of(source(b"Thal\xe8s"), "utf-8-sig")


def test_what_is_offered_has_a_name_and_a_codec() -> None:
    for encoding, name in OFFERED:
        assert name_of(encoding) == name
        assert "a".encode(encoding)
