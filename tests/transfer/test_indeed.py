"""Indeed's JSON comes in whole; hostile JSON gets one sentence."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.stages import Outcome
from desktop_app.transfer.guessing import guess_mapping
from desktop_app.transfer.mapped import read_mapped
from desktop_app.transfer.reading import read_table
from desktop_app.transfer.recognise import read_history
from desktop_app.transfer.survey import Survey

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.domain.history import History

DATA = Path(__file__).parent.parent / "data"
INDEED = DATA / "applications_indeed_canada_2025.json"
TODAY = date(2026, 11, 24)
ONE = {"title": "Dev", "company": "Acme", "status": "Applied", "date_applied": "2025-12-01"}


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., History]:
    def reading(content: object, name: str = "list.json") -> History:
        path = tmp_path / name
        data = content if isinstance(content, bytes) else json.dumps(content).encode()
        path.write_bytes(data)
        return read_history(path, today=TODAY)

    return reading


def refused(read: Callable[..., History], content: object) -> str:
    with pytest.raises(InvalidInput) as caught:
        read(content)
    return str(caught.value)


def listed(*entries: Any) -> dict[str, Any]:  # noqa: ANN401
    return {"meta": {"total": [1, 2]}, "empty": [], "applications": list(entries)}


def test_the_canadian_search_has_201_applications_and_30_noes_without_a_day() -> None:
    history = read_history(INDEED, today=TODAY)
    assert history.source == "indeed"
    assert len(history.applications) == 201
    assert history.skipped == ()
    assert history.remarks == ()
    assert Counter(one.outcome for one in history.applications) == {
        None: 171,  # 150 Applied, 21 Application viewed
        Outcome.REJECTED: 30,
    }
    assert {one.answered for one in history.applications} == {None}
    days = [one.day for one in history.applications if one.day]
    assert (min(days), max(days), len(days)) == (date(2025, 9, 5), date(2025, 12, 11), 201)


def test_each_entry_carries_its_line_its_place_and_where_it_comes_from() -> None:
    second = read_history(INDEED, today=TODAY).applications[1]
    assert second.row == 18
    assert INDEED.read_text().splitlines()[second.row - 1].strip() == "{"
    assert second.employer == "Bondi Produce and Specialty Foods"
    assert second.position == "IT Network Administrator (Onsite 6 Month)"
    assert (second.outcome, second.day) == (Outcome.REJECTED, date(2025, 12, 11))
    assert (second.source, second.location) == ("Indeed", "Etobicoke, ON")


def test_it_can_be_mapped_as_any_table() -> None:
    survey = Survey(read_table(INDEED), TODAY)
    mapped = read_mapped(survey, guess_mapping(survey))
    assert len(mapped.once.applications) == 201
    assert Counter(one.outcome for one in mapped.each.applications)[Outcome.REJECTED] == 30


def test_a_list_alone_and_another_ending_are_taken(read: Callable[..., History]) -> None:
    assert len(read([ONE, ONE], "list.txt").applications) == 2
    assert len(read(listed(ONE)).applications) == 1


def test_wrong_types_leave_a_row_out_or_stay_the_text_they_are(
    read: Callable[..., History],
) -> None:
    history = read(
        listed(
            7,
            "x",
            None,
            [ONE],
            {**ONE, "date_applied": 20251201},
            {**ONE, "date_applied": True},
            {**ONE, "company": ["Acme", "Beta"]},
            {**ONE, "company": 12},
            {**ONE, "status": {"a": 1}},
            {},
        )
    )
    assert [row.reason for row in history.skipped[:4]] == ["It is no object with named cells."] * 4
    assert "date_applied: “yes” is no day" in history.skipped[4].reason
    assert [one.employer for one in history.applications] == [
        "Acme", '["Acme", "Beta"]', "12", "Acme",
    ]  # fmt: skip
    assert "has no meaning here" in history.remarks[0]


@pytest.mark.parametrize(
    "content",
    [
        b"[" * 200_000,
        b'{"a":' * 200_000,
        b'{"applications": [{"company": ' + b"[" * 100_000 + b"]" * 100_000 + b"}]}",
        b'{"applications": [{"company": "Acme",]}',
        b'{"applications": [{"company": "Acme"}',
        b'{"applications" [',
        b'{"applications": [{"company": "Acme"} {"company": "Acme"}]}',
        b"{",
        b"[",
        b"{}",
        b"[]",
        b"5",
        b'"text"',
        b'{"applications": 5}',
        b"[1, 2, 3]",
        b'{"applications": [{"company": "A\0cme"}]}',
        b'{"applications": [{"company": "Ac\nme"}]}',
        b'[{"' + b'": 1, "'.join(b"k%d" % n for n in range(500)) + b'": 1}]',
        b"\xff\xfe",
        b"",
    ],
    ids=range(20),
)
def test_hostile_json_is_one_sentence(read: Callable[..., History], content: bytes) -> None:
    sentence = refused(read, content)
    assert "list.json" in sentence
    assert len(sentence) < 200


def test_huge_numbers_and_no_numbers_are_text(read: Callable[..., History]) -> None:
    entry = json.dumps(ONE)[:-1].encode()
    huge = b'[%s, "id": %s, "n": NaN, "m": -Infinity, "x": 1e999999}]' % (entry, b"9" * 100_000)
    (one,) = read(huge).applications
    assert one.employer == "Acme"


def test_broken_letters_are_taken_out(read: Callable[..., History]) -> None:
    history = read(b'[{"title": "\\ud800Dev", "company": "Ac\\u0000me", "status": "Applied",'
                   b' "date_applied": "2025-12-01"}]')  # fmt: skip
    assert (history.applications[0].employer, history.applications[0].position) == ("Acme", "Dev")


def test_100_megabytes_are_refused_before_they_are_loaded(tmp_path: Path) -> None:
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.write(b'{"applications": [')
        file.truncate(100_000_000)
    with pytest.raises(InvalidInput, match="100 MB; 10 MB fit"):
        read_history(path)


def test_a_broken_place_is_told_with_its_line(read: Callable[..., History]) -> None:
    assert "line 3" in refused(read, b'{"applications": [\n{"company": "Acme"},\n{oops}\n]}')


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(st.text(max_size=8), inside),
    max_leaves=12,
)


@given(json_values, st.booleans())
def test_any_json_is_a_history_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory,
    value: object,
    within: bool,
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.json"
    path.write_text(json.dumps({"applications": [value, ONE]} if within else value))
    try:
        sentence = read_history(path, today=TODAY).title
    except InvalidInput as error:
        sentence = str(error)
    assert sentence
