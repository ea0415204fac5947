"""Employers are compared without case, accents and the legal forms of many countries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.employer_names import folded_employer, folded_position


@pytest.mark.parametrize(
    "name",
    [
        "Halden",
        "HALDEN",
        " Haldén ",
        "Halden Ltd",
        "Halden Ltd.",
        "Halden Limited",
        "Halden, Inc.",
        "Halden LLC",
        "Halden L.L.C.",
        "Halden plc",
        "Halden Corp.",
        "Halden & Co.",
        "Halden Co., Ltd.",
        "Halden Pty Ltd",
        "Halden Pte. Ltd.",
        "Halden Pvt. Ltd.",
        "Halden Sdn. Bhd.",
        "Halden GmbH",
        "Halden GmbH & Co. KG",
        "Halden AG",
        "Halden e.V.",
        "Halden UG (haftungsbeschränkt)",
        "Halden SE",
        "Halden S.A.",
        "Halden SARL",
        "Halden S.A.R.L.",
        "Halden SAS",
        "Halden S.p.A.",
        "Halden S.r.l.",
        "Halden S.L.",
        "Halden S.A. de C.V.",
        "Halden Ltda.",
        "Halden Lda",
        "Halden B.V.",
        "Halden N.V.",
        "Halden AB",
        "Halden A/S",
        "Halden ApS",
        "Halden ASA",
        "Halden Oy",
        "Halden Oyj",
        "Halden ehf.",
        "Halden Sp. z o.o.",
        "Halden s.r.o.",
        "Halden Kft.",
        "Halden d.o.o.",
        "Halden OOD",
        "OOO Halden",
        "\u041e\u041e\u041e Halden",  # the same in Cyrillic
        "Halden A.Ş.",
        "Halden K.K.",
        "株式会社Halden",
        "Halden 有限公司",
        "(주)Halden",
        "PT Halden Tbk",
        "UAB Halden UAB",
    ],
)
def test_the_legal_form_is_no_part_of_a_name(name: str) -> None:
    assert folded_employer(name) == "halden"


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Limited", "limited"),
        ("AB", "ab"),
        ("L'Oréal S.A.", "loreal"),
        ("Størmer Æg", "stormer aeg"),
        ("Straße & Söhne", "strasse sohne"),
        ("Banco de México", "banco de mexico"),
        ("Marks and Spencer plc", "marks and spencer"),
        ("3M", "3m"),
        ("日本電気株式会社", "日本電気"),
        ("…", ""),
    ],
)
def test_what_is_a_name_stays(name: str, folded: str) -> None:
    assert folded_employer(name) == folded


def test_a_position_is_the_same_for_everybody() -> None:
    for title in (
        "Data Analyst",
        "Data analyst (m/w/d)",
        "DATA ANALYST (H/F)",
        "Data-Analyst [f/m/x]",
        "Data Analyst (m, f, d)",
    ):
        assert folded_position(title) == "data analyst"
    assert folded_position("C++ developer (remote)") == "c developer remote"


@given(st.text(max_size=60))
def test_no_name_is_folded_into_nothing(name: str) -> None:
    folded = folded_employer(name)
    assert bool(folded) == any(letter.isalnum() for letter in name)
    assert folded == " ".join(folded.split())


@given(st.text("hjmptw ", min_size=1, max_size=20), st.sampled_from(["GmbH", "s.r.o.", "Oy"]))
def test_a_legal_form_changes_no_comparison(name: str, form: str) -> None:
    if name.strip():
        assert folded_employer(f"{name} {form}") == folded_employer(name)
