"""Whatever table is written: it comes back as it was, in any delimiter, encoding and order."""

from __future__ import annotations

import csv
import io
import unicodedata
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.stages import Outcome
from desktop_app.transfer.guessing import guess_mapping
from desktop_app.transfer.mapped import read_mapped
from desktop_app.transfer.mapped_rows import MappedReader
from desktop_app.transfer.mapping import Mapping, Target
from desktop_app.transfer.reading import read_table
from desktop_app.transfer.survey import Survey

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from desktop_app.transfer.days import Order

TODAY = date(2026, 11, 24)


def survey_of(folder: Path, text: bytes) -> Survey:
    path = folder / "search.csv"
    path.write_bytes(text)
    return Survey(read_table(path), TODAY)


names = st.text(
    st.characters(codec="cp1252", exclude_categories=("Cc", "Zs", "Zl", "Zp", "Cf")),
    min_size=1,
    max_size=12,
).filter(lambda name: not name.isspace())
sent_days = st.dates(date(1999, 1, 1), TODAY)
records = st.lists(
    st.tuples(names, names, sent_days, st.sampled_from(["Rejected", "Applied", "Ghosted"])),
    min_size=1,
    max_size=12,
)
WRITTEN = {"dmy": "%d/%m/%Y", "mdy": "%m/%d/%Y", "ymd": "%Y-%m-%d"}


@given(
    records,
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]),
    st.sampled_from(["dmy", "mdy", "ymd"]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_any_table_comes_back_in_any_delimiter_encoding_and_order_of_days(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[tuple[str, str, date, str]],
    delimiter: str,
    encoding: str,
    order: Order,
    end: str,
) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end)
    writer.writerow(["Company", "Position", "Date sent", "Status"])
    for employer, position, day, status in rows:
        writer.writerow([employer, position, day.strftime(WRITTEN[order]), status])
    found = survey_of(tmp_path_factory.getbasetemp(), out.getvalue().encode(encoding))
    targets = (Target.EMPLOYER, Target.POSITION, Target.DAY, Target.STATUS)
    columns = dict(zip(targets, found.table.names, strict=True))
    assert found.undecided(Mapping(columns)) is None or order != "ymd"
    mapping = Mapping(columns, order)
    outcomes = {"Rejected": Outcome.REJECTED, "Applied": None, "Ghosted": Outcome.SILENCE}
    read = read_mapped(found, mapping).each
    assert read.skipped == ()
    if encoding == "cp1252":  # which code page a few letters are in can't always be told
        assert [one.day for one in read.applications] == [day for _e, _p, day, _s in rows]
        return
    assert [(one.employer, one.position, one.day, one.outcome) for one in read.applications] == [
        (_folded(employer), _folded(position), day, outcomes[status])
        for employer, position, day, status in rows
    ]


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name)


@given(st.lists(st.lists(st.text(max_size=8), min_size=1, max_size=6), min_size=1, max_size=8))
def test_any_cells_are_applications_rows_with_reasons_or_one_sentence(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    text = "\n".join(",".join(row) for row in rows)
    try:
        found = survey_of(tmp_path_factory.getbasetemp(), text.encode("utf-8", "surrogatepass"))
        mapping = guess_mapping(found)
        mapped = read_mapped(found, replace(mapping, order="dmy"))
    except InvalidInput as error:
        sentence = str(error)
    else:
        sentence = mapped.each.title
        count = len(mapped.each.applications) + len(mapped.each.skipped)
        assert count == len(found.table.rows)
        reader = MappedReader(found, mapping)
        assert all(reader.read(row).line == row.line for row in found.table.rows)
    assert sentence
