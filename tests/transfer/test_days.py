"""Days as strangers write them: read where they can be, asked about where they can't be told."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.days import EARLIEST, LATEST
from desktop_app.domain.errors import InvalidInput
from desktop_app.transfer.days import ORDERS, Order, forms_of, written_day

TODAY = date(2026, 11, 24)
DAY = date(2023, 8, 30)


def forms(*cells: str) -> tuple[Order, ...]:
    return forms_of(dict.fromkeys(cells, 1), TODAY).orders


@pytest.mark.parametrize(
    "text",
    [
        "2023-08-30", "2023/8/30", "2023.08.30", "20230830", "2023-08-30T10:00:00Z",
        "2023-08-30 10:00:00.123+02:00", "Aug 30, 2023", "August 30th, 2023", "30 Aug 2023",
        "30-Aug-23", "Wed, 30 Aug 2023", "Wednesday 30 August 2023", "30 août 2023",
        "mercredi 30 août 2023", "30. August 2023", "Mittwoch, 30. August 2023",
        "August 30 2023 at 5:30 pm", "30 Aug 2023 17h30", "30 AUG 2023",
    ],
)  # fmt: skip
def test_what_leaves_no_choice_is_read_in_any_order(text: str) -> None:
    for order in (*ORDERS, None):
        assert written_day(text, order) == DAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1er septembre 2023", date(2023, 9, 1)),
        ("4. März 2023", date(2023, 3, 4)),
        ("mar 5 septembre 2023", date(2023, 9, 5)),
        ("Mar 5, 2023", date(2023, 3, 5)),
        ("Dezember 3, 23", date(2023, 12, 3)),
        ("5 févr. 2024", date(2024, 2, 5)),
    ],
)
def test_months_have_names_in_three_languages(text: str, day: date) -> None:
    assert written_day(text, None) == day


@pytest.mark.parametrize("text", ["03/04/2023", "3.4.2023", "03-04-23", "3 4 2023", "3/4/23 17:00"])
def test_day_and_month_stand_as_the_order_says(text: str) -> None:
    assert written_day(text, "dmy") == date(2023, 4, 3)
    assert written_day(text, "mdy") == date(2023, 3, 4)
    with pytest.raises(InvalidInput, match="one of two days"):
        written_day(text, None)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("31/04/2023", "in no calendar"),
        ("29.02.2023", "in no calendar"),
        ("31 April 2023", "in no calendar"),
        ("30/08/202300000000", "no day that can be read"),
        ("202308300000", "no day that can be read"),
        ("08/30/2023", "day/month/year"),
        ("30/08/1823", "1970 to 2199"),
        ("soon", "no day that can be read"),
        ("٣٠/٠٨/٢٠٢٣", "no day that can be read"),
        ("x" * 200_000, "no day that can be read"),
        ("1" * 200_000, "no day that can be read"),
    ],
)
def test_what_is_no_day_is_told_in_one_short_sentence(text: str, reason: str) -> None:
    with pytest.raises(InvalidInput, match=reason) as caught:
        written_day(text, "dmy")
    assert len(str(caught.value)) < 120


def test_one_value_above_twelve_decides_the_order_of_a_column() -> None:
    assert forms("03/04/2023", "05/06/2023", "25/06/2023") == ("dmy",)
    assert forms("03/04/2023", "05/06/2023", "06/25/2023") == ("mdy",)
    assert forms("2023-04-03", "05/06/2023", "06/25/2023") == ("mdy",)


def test_where_no_value_decides_both_orders_are_possible_and_an_example_says_why() -> None:
    found = forms_of({"03/03/2023": 2, "03/04/2023": 1, "05/06/2023": 1}, TODAY)
    assert found.orders == ("dmy", "mdy")
    assert found.undecided
    assert found.example == "03/04/2023"


def test_a_column_that_reads_the_same_either_way_is_no_question() -> None:
    assert forms("03/03/2023", "05/05/2023", "2023-04-03") == ("dmy",)


def test_a_year_of_two_digits_may_stand_first() -> None:
    assert forms("23-08-30", "23-08-01") == ("ymd",)
    assert written_day("23-08-01", "ymd") == date(2023, 8, 1)


def test_values_that_contradict_each_other_are_decided_by_the_greater_number() -> None:
    found = forms_of({"25/06/2023": 9, "06/25/2023": 1}, TODAY)
    assert found.orders == ("dmy",)
    assert (found.readable, found.filled) == (9, 10)


def test_a_column_of_words_is_none_of_days() -> None:
    assert not forms_of({"Rejected": 3, "May": 1}, TODAY).is_days
    assert not forms_of({}, TODAY).is_days


FORMS: dict[Order, tuple[str, ...]] = {
    "dmy": ("{d:02}/{m:02}/{y}", "{d}.{m}.{y}", "{d:02}-{m:02}-{y} 17:05"),
    "mdy": ("{m:02}/{d:02}/{y}", "{m}/{d}/{y} 5:05 PM", "{m}.{d}.{y}"),
    "ymd": ("{y}-{m:02}-{d:02}", "{y}/{m}/{d}", "{y}{m:02}{d:02}"),
}


@given(st.dates(EARLIEST, LATEST), st.sampled_from(ORDERS), st.integers(0, 2))
def test_every_day_is_read_back_as_it_was_written(day: date, order: Order, form: int) -> None:
    text = FORMS[order][form].format(d=day.day, m=day.month, y=day.year)
    assert written_day(text, order) == day


@given(
    st.lists(st.dates(date(2000, 1, 1), TODAY), min_size=1, max_size=30),
    st.sampled_from(["dmy", "mdy"]),
    st.integers(0, 2),
)
def test_an_order_that_is_found_out_reads_every_day(
    days: list[date], order: Order, form: int
) -> None:
    cells = [FORMS[order][form].format(d=day.day, m=day.month, y=day.year) for day in days]
    found = forms(*cells)
    if len(found) == 1:
        assert [written_day(cell, found[0]) for cell in cells] == days
    else:
        assert order in found
        assert all(day.day <= 12 for day in days)


@given(st.text(max_size=30), st.sampled_from([*ORDERS, None]))
def test_any_text_is_a_day_of_the_calendar_or_a_sentence(text: str, order: Order | None) -> None:
    try:
        day = written_day(text, order)
    except InvalidInput as error:
        sentence = str(error)
    else:
        sentence = day.isoformat()
        assert EARLIEST <= day <= LATEST
    assert sentence
