"""Whatever is typed, a refusal is one sentence and code 2, and nothing is lost or changed."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop_app.domain.clock import SystemClock
from desktop_app.session import open_session
from tests.cli.conftest import Command

HOSTILE = (
    "<b>bold</b> & <script>x</script>",
    r"$\frac{1}{0}$ $$ _^{",
    "=1+1",
    "a%sb{0}{x}",
    "🙂 ﷽",
)
ARABIC_DIGITS = "\u0662\u0660\u0662\u0666-\u0660\u0661-\u0660\u0661"
TOMORROW = (date.today() + timedelta(days=2)).isoformat()
REFUSED = [
    (("log", "juggling"), "juggling"),
    (("log", ""), "no kind"),
    (("log", "x" * 10_000), "no kind"),
    (("log", "application", "0"), "1 to 1000"),
    (("log", "application", "-1"), "1 to 1000"),
    (("log", "application", "1001"), "1 to 1000"),
    (("log", "application", "1.5"), "whole number"),
    (("log", "application", "many"), "whole number"),
    (("log", "application", "9" * 5000), "whole number"),
    (("log", "learning", "1441"), "1440"),
    (("log", "learning", "--minutes", "-5"), "1440"),
    (("log", "learning", "30", "--minutes", "30"), "once"),
    (("log", "application", "--day", TOMORROW), "ahead"),
    (("mood", "3", "--day", TOMORROW), "ahead"),
    (("rest", "--day", TOMORROW), "ahead"),
    (("reject", "Acme", "--day", TOMORROW), "ahead"),
    (("log", "application", "--day", "2026-02-30"), "calendar"),
    (("log", "application", "--day", "2025-02-29"), "calendar"),
    (("log", "application", "--day", "0000-01-01"), "calendar"),
    (("log", "application", "--day", "0001-01-01"), "1970"),
    (("log", "application", "--day", "123456789012-01-01"), "no day"),
    (("log", "application", "--day", "yesterday"), "no day"),
    (("log", "application", "--day", ""), "no day"),
    (("log", "application", "--day", ARABIC_DIGITS), "no day"),
    (("momentum", "--from", "1-1-1"), "no day"),
    (("mood", "0"), "1 (Hard)"),
    (("mood", "6"), "1 (Hard)"),
    (("mood", "-1"), "1 (Hard)"),
    (("mood", "good"), "whole number"),
    (("mood", "3", "--energy", "0"), "Energy"),
    (("mood", "3", "--energy", "-2"), "Energy"),
    (("mood", "3", *("--feeling", "a", "--feeling", "b", "--feeling", "c", "--feeling", "d")), "4"),
    (("mood", "3", "--feeling", "x" * 41), "41"),
    (("mood", "3", "--note", "a\x00b"), "control"),
    (("mood", "3", "--note", "\x1b[31mred"), "control"),
    (("mood", "3", "--note", "half \udc80"), "half a character"),
    (("mood", "3", "--note", "n" * 200_001), "200001"),
    (("reject", "x" * 10_000), "10000"),
    (("reject", ""), "employer"),
    (("reject", "  "), "employer"),
    (("reject", "Ac\x00me"), "control"),
    (("reject", "Ac\x07me"), "control"),
    (("reject", "Acme", "--position", "x" * 10_000), "10000"),
    (("reject", "Acme", "--stage", "offer"), "no stage"),
    (("reject", "Acme", "--stage", "dinner"), "application, screening"),
    (("reject", "Acme", "--how", "pigeon"), "email, call"),
    (("log",), "KIND"),
    (("log", "application", "1", "2"), "2"),
    (("log", "application", "--colour", "blue"), "--colour"),
    (("juggle",), "juggle"),
    (("--colour",), "--colour"),
    (("summary", "--journal", ""), "--journal"),
    (("summary", "--journal", "a\x00b"), "--journal"),
    (("--journal",), "--journal"),
    (("--quit-when-ready", "summary"), "window"),
]


@pytest.mark.parametrize(
    ("words", "named"), REFUSED, ids=lambda value: " ".join(value)[:40].encode("unicode_escape")
    if isinstance(value, tuple) else ""
)  # fmt: skip
def test_a_refusal_is_one_sentence_and_changes_nothing(
    upswing: Command, words: tuple[str, ...], named: str
) -> None:
    upswing("log", "application", "--day", "2026-01-05")
    before = upswing("summary", "--json").fine
    said = upswing(*words)
    assert named in said.sentence
    assert said.out == ""
    assert said.sentence.endswith((".", "!", "?"))
    assert len(said.sentence) < 400
    assert upswing("summary", "--json").fine == before


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_kept_as_it_was_written(upswing: Command, journal: Path, text: str) -> None:
    upswing("log", "application", "--note", text, "--day", "2026-01-05")
    upswing("mood", "3", "--note", text, "--feeling", text[:40], "--day", "2026-01-05")
    assert text in upswing("reject", text, "--position", text, "--day", "2026-01-05").fine
    services = open_session(journal, SystemClock())
    (activity,) = services.activities.of_day(date(2026, 1, 5))
    (check_in,) = services.check_ins.of_day(date(2026, 1, 5))
    (rejection,) = services.rejections.all()
    services.upkeep.close()
    assert (activity.note, check_in.note, check_in.feelings) == (text, text, (text[:40],))
    assert (rejection.employer, rejection.position) == (text, text)


def test_a_note_keeps_its_lines(upswing: Command, journal: Path) -> None:
    upswing("mood", "3", "--note", "one\ntwo\tthree", "--day", "2026-01-05")
    services = open_session(journal, SystemClock())
    (check_in,) = services.check_ins.of_day(date(2026, 1, 5))
    services.upkeep.close()
    assert check_in.note == "one\ntwo\tthree"


def test_line_breaks_in_an_employer_cannot_forge_output(upswing: Command) -> None:
    said = upswing("reject", "Acme\nRejection from Beta noted.").fine
    assert len(said.splitlines()) == 1
    assert "\n" not in upswing("log", "a\nb\x1b[2J").sentence
    assert "\x1b" not in upswing("log", "a\x1b[2J").sentence


@pytest.mark.parametrize("content", [b"", b"x", b"no journal at all" * 10, b"SQLite format 3\x00"])
def test_a_file_that_is_no_journal_is_left_as_it_is(
    upswing: Command, journal: Path, content: bytes
) -> None:
    journal.write_bytes(content)
    for words in (("log", "application"), ("summary",), ("check",), ("settings",)):
        assert str(journal) in upswing(*words).sentence
    assert journal.read_bytes() == content


def test_a_folder_is_no_journal(upswing: Command, tmp_path: Path) -> None:
    assert upswing("log", "application", "--journal", str(tmp_path)).sentence
    assert upswing("summary", "--journal", str(tmp_path)).sentence


def test_a_folder_that_cannot_be_made_is_told(upswing: Command, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert upswing("log", "application", "--journal", str(tmp_path / "file" / "j")).sentence
    assert upswing("rest", "--journal", "/proc/nowhere/j").sentence
    assert upswing("rest", "--journal", str(tmp_path / ("n" * 300))).sentence
