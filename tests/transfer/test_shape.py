"""What parts the cells, and which row names the columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.domain.errors import InvalidInput
from desktop_app.transfer.reading import How, Table, read_table
from desktop_app.transfer.shape import delimiter_label, delimiter_of

if TYPE_CHECKING:
    from pathlib import Path

TITLES = "Firma;Stelle;Gehalt;Gesendet"
ROWS = "Müller;Koch;1.500,50;30.08.2023\nMeier;Koch;1.700,00;31.08.2023\n"


@pytest.fixture
def table(tmp_path: Path):  # noqa: ANN201
    def reading(text: str, how: How | None = None) -> Table:
        path = tmp_path / "search.csv"
        path.write_text(text, encoding="utf-8", newline="")
        return read_table(path, how)

    return reading


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_what_parts_the_cells_is_found_out(table, delimiter: str) -> None:  # noqa: ANN001
    found = table("Company;Note\nAcme;x\nBeta;y\n".replace(";", delimiter))
    assert found.how.delimiter == delimiter
    assert found.columns == ("Company", "Note")
    assert delimiter_label(delimiter)


def test_commas_inside_cells_part_nothing() -> None:
    assert delimiter_of(f"{TITLES}\n{ROWS}") == ";"
    assert delimiter_of("Company;Note\nA;hello, world\nB;x, y, z\n" * 3) == ";"
    assert delimiter_of('Company,Note\nA,"a; b; c"\nB,"d; e; f"\n') == ","


def test_the_word_that_excel_writes_first_is_obeyed(table) -> None:  # noqa: ANN001
    found = table("sep=;\nCompany;Role, or job\nAcme;Dev\n")
    assert found.columns == ("Company", "Role, or job")
    assert [row.line for row in found.rows] == [3]


def test_titles_above_the_names_are_passed_over(table) -> None:  # noqa: ANN001
    found = table("My job search 2023\n\nCompany,Position,Date\nAcme,Dev,2023-08-30\n")
    assert found.how.header == 3
    assert found.columns == ("Company", "Position", "Date")
    assert [row.line for row in found.rows] == [4]


def test_names_in_an_unknown_language_are_told_by_what_stands_below(table) -> None:  # noqa: ANN001
    found = table("Yritys,Tehtävä,Lähetetty\nNokia,Insinööri,30.8.2023\nKone,Koodari,31.8.2023\n")
    assert found.columns == ("Yritys", "Tehtävä", "Lähetetty")


@pytest.mark.parametrize(
    "rows",
    [
        "Acme,Dev,30/08/2023\nBeta,Dev,31/08/2023\n",
        "Acme,Dev,Rejected\nBeta,Chef,Applied\n",
        "Acme,Dev,https://a.example\nBeta,Chef,https://b.example\n",
        "Acme,Dev\nBeta,Chef\nGamma,Dev\n",
    ],
)
def test_a_table_without_names_begins_with_its_first_row(table, rows: str) -> None:  # noqa: ANN001
    found = table(rows)
    assert found.how.header == 0
    assert found.columns[0] == "Column 1"
    assert found.rows[0].cells[0] == "Acme"


def test_the_person_may_say_otherwise(table) -> None:  # noqa: ANN001
    text = "Acme,Dev\nBeta,Chef\n"
    assert table(text, How(header=0)).rows[0].cells == ("Acme", "Dev")
    assert table(text, How(header=1)).columns == ("Acme", "Dev")
    assert table(text, How(delimiter=";", header=1)).columns == ("Acme,Dev",)
    with pytest.raises(InvalidInput, match="UTF-16"):
        table("é" + text, How(encoding="utf-16"))


def test_rows_wider_than_the_first_get_columns_where_nothing_names_them(table) -> None:  # noqa: ANN001
    found = table("Acme,30/08/2023\nBeta,31/08/2023,late,x\n")
    assert len(found.columns) == 4
    assert not found.rows[1].surplus


def test_lines_that_may_name_the_columns_are_told(table) -> None:  # noqa: ANN001
    assert table("\nA,B\n\nC,D\nE,F\n").heads == (2, 4, 5)
