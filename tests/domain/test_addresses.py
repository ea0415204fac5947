"""Nobody's addresses are known, and a mailto link carries any words exactly."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.addresses import MAILTO_LIMIT, is_address, is_nobody, mailto


@pytest.mark.parametrize(
    "address",
    [
        "noreply@acme.example",
        "no-reply@acme.example",
        "No.Reply@acme.example",
        "donotreply@acme.example",
        "do_not_reply@acme.example",
        "notifications@acme.example",
        "notification@jobs.acme.example",
        "careers-noreply@acme.example",
        "jobs.no-reply@acme.example",
        "noreply+4711@acme.example",
        "mailer-daemon@acme.example",
        "nepasrepondre@acme.example",
        "nicht-antworten@acme.example",
        "notifier@acme.example",
    ],
)
def test_an_address_that_nobody_reads_is_known(address: str) -> None:
    assert is_nobody(address)


@pytest.mark.parametrize(
    "address",
    [
        "marta.norvik@acme.example",
        "jobs@acme.example",
        "noreen@acme.example",
        "donato@acme.example",
        "norbert.eply@acme.example",
        "alertine@acme.example",
        "hr@no-reply.example",
        "",
    ],
)
def test_a_person_is_not_taken_for_nobody(address: str) -> None:
    assert not is_nobody(address)


@pytest.mark.parametrize(
    ("text", "one"),
    [("a@b.example", True), (" a@b.example ", True), ("a@b", False), ("a b@c.example", False),
     ("", False), ("a@b.example, c@d.example", False)],
)  # fmt: skip
def test_one_address_is_one_address(text: str, one: bool) -> None:
    assert is_address(text) is one


@settings(max_examples=100)
@given(st.text(max_size=60), st.text(max_size=120))
def test_a_link_carries_subject_and_body_exactly(subject: str, body: str) -> None:
    subject, body = (text.encode("utf-8", "ignore").decode() for text in (subject, body))
    link = mailto("marta@acme.example", subject, body)
    if link is None:
        return
    assert link.isascii()
    assert " " not in link
    found = parse_qs(urlsplit(link).query, keep_blank_values=True, strict_parsing=False)
    if subject.strip():
        assert found["subject"] == [" ".join(subject.split())]
    if body.strip():
        lines = body.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\r\n")
        assert found["body"] == [lines]


def test_an_address_with_signs_is_kept() -> None:
    link = mailto("marta+jobs@acme.example", "A & B = ?", "One\nTwo")
    assert (
        link == "mailto:marta+jobs@acme.example?subject=A%20%26%20B%20%3D%20%3F&body=One%0D%0ATwo"
    )
    assert unquote(urlsplit(link).path) == "marta+jobs@acme.example"


def test_a_link_that_programs_would_cut_is_none() -> None:
    assert mailto("a@b.example", "", "x" * MAILTO_LIMIT) is None
    assert mailto("a@b.example", "", "ü" * 400) is None
    assert mailto("", "", "") == "mailto:"
