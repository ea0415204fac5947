"""Columns and status words are guessed, in several languages and without names."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desktop_app.transfer.guessing import guess_mapping
from desktop_app.transfer.mapping import Target
from desktop_app.transfer.meanings import Meaning, guess
from desktop_app.transfer.reading import read_table
from desktop_app.transfer.survey import Survey

DATA = Path(__file__).parent.parent / "data"
AMERICAN = DATA / "applications_usa_2021_2023.csv"
TODAY = date(2026, 11, 24)


@pytest.fixture
def survey(tmp_path: Path):  # noqa: ANN201
    def looking(text: str) -> Survey:
        path = tmp_path / "search.csv"
        path.write_text(text, encoding="utf-8")
        return Survey(read_table(path), TODAY)

    return looking


def test_the_columns_of_the_american_search_are_guessed() -> None:
    mapping = guess_mapping(Survey(read_table(AMERICAN), TODAY))
    assert {str(target): name for target, name in mapping.columns.items()} == {
        "employer": "company",
        "position": "position",
        "day": "date sent",
        "status": "response?",
        "answered": "date of 1st response",
        "interview": "date interview",
        "offer": "job offer",
        "source": "application site",
        "location": "location",
    }


def test_the_day_on_which_a_table_was_exported_is_no_day_of_sending(tmp_path: Path) -> None:
    text = AMERICAN.read_text(encoding="utf-8-sig").replace("Date sent", "Went out", 1)
    path = tmp_path / "own.csv"
    path.write_text(text, encoding="utf-8")
    assert guess_mapping(Survey(read_table(path), TODAY)).columns[Target.DAY] == "went out"


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("Entreprise;Poste;Date d'envoi;Statut;Lieu", "Thalès;Dév;30/08/2023;Refusé;Lyon"),
        ("Firma;Stelle;Beworben am;Ergebnis;Ort", "Müller;Koch;30.08.2023;Abgelehnt;Bonn"),
        ("Empresa;Puesto;Fecha;Estado;Ciudad", "BBVA;Chef;30/08/2023;Rechazado;Madrid"),
        ("Azienda;Ruolo;Data;Esito;Luogo", "Fiat;Cuoco;30/08/2023;Respinto;Torino"),
        ("Bedrijf;Functie;Datum;Reactie;Plaats", "KLM;Kok;30-08-2023;Afgewezen;Delft"),
        ("Acme;Dev;30/08/2023;Rejected;Paris", "Beta;Chef;31/08/2023;Applied;Lyon"),
    ],
)
def test_columns_are_guessed_in_several_languages_and_without_names(
    survey,  # noqa: ANN001
    head: str,
    row: str,
) -> None:
    found = survey(f"{head}\n{row}\n")
    mapping = guess_mapping(found)
    places = {target: found.table.names.index(name) for target, name in mapping.columns.items()}
    expected = {Target.EMPLOYER: 0, Target.POSITION: 1, Target.DAY: 2, Target.STATUS: 3}
    assert expected.items() <= places.items()


def test_what_stands_in_a_column_counts_more_than_its_name(survey) -> None:  # noqa: ANN001
    found = survey(
        "Company,Website,Response,Date\n"
        "Acme,LinkedIn,30/08/2023,soon\nBeta,Indeed,31/08/2023,later\n"
    )
    columns = guess_mapping(found).columns
    assert Target.LINK not in columns
    assert columns.get(Target.STATUS) is None
    assert columns[Target.DAY] == "response"


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("Ghosted", Meaning.SILENCE),
        ("pas de réponse", Meaning.SILENCE),
        ("keine Antwort", Meaning.SILENCE),
        ("noch keine Antwort", Meaning.OPEN),
        ("No response yet", Meaning.OPEN),
        ("Rejected", Meaning.REJECTED),
        ("abgelehnt", Meaning.REJECTED),
        ("refusé", Meaning.REJECTED),
        ("Not selected by employer", Meaning.REJECTED),
        ("closed - rejected", Meaning.REJECTED),
        ("Inter + Rejec", Meaning.REJECTED_MET),
        ("Refusé après entretien", Meaning.REJECTED_MET),
        ("Applied", Meaning.OPEN),
        ("En attente", Meaning.OPEN),
        ("Interview scheduled", Meaning.INTERVIEW),
        ("Eingeladen", Meaning.INTERVIEW),
        ("Phone screen", Meaning.SCREENING),
        ("Final round", Meaning.FINAL),
        ("Offer", Meaning.OFFER),
        ("Offer declined", Meaning.DECLINED),
        ("Angebot abgelehnt", Meaning.DECLINED),
        ("Hired", Meaning.ACCEPTED),
        ("Withdrawn", Meaning.WITHDRAWN),
        ("zurückgezogen", Meaning.WITHDRAWN),
        ("Position Removed", Meaning.CANCELLED),
        ("Wishlist", Meaning.NOT_SENT),
        ("Abducted", None),
        ("x" * 200_000, None),
    ],
)
def test_the_words_of_a_status_are_guessed(word: str, meaning: Meaning | None) -> None:
    assert guess(word) is meaning
