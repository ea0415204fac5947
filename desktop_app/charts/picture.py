"""Pictures of charts as files: PNG, SVG and PDF, without a window."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from desktop_app.charts.facts import summary
from desktop_app.charts.style import DPI, styled
from desktop_app.charts.timeline import draw
from desktop_app.domain.errors import InvalidInput, UpswingError
from desktop_app.i18n import _

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.domain.timeline import Timeline
    from desktop_app.tokens import Theme

FORMATS = ("png", "svg", "pdf")
SIZE = (984, 300)
MARGIN = 20


def render(
    timeline: Timeline,
    theme: Theme,
    path: Path,
    size: tuple[int, int] = SIZE,
    *,
    span: tuple[date, date] | None = None,
    ratio: float = 2.0,
) -> None:
    """Write the momentum timeline into a file that its owner alone can read.

    Args:
        timeline: the days and rejections.
        theme: the colours.
        path: the file; its ending says the format, and what it held before is replaced whole.
        size: width and height in pixels of the design.
        span: first and last day to show; None takes the timeline's own range.
        ratio: pixels of a PNG for each pixel of the design.

    Raises:
        InvalidInput: the ending is none of .png, .svg and .pdf.
        UpswingError: the file can't be written; one that was there is unchanged.
    """
    format_ = path.suffix.lower().removeprefix(".")
    if format_ not in FORMATS:
        raise InvalidInput(
            _("“{name}” ends in no kind of picture. There are .png, .svg and .pdf.").format(
                name=path.name
            )
        )
    _replace(path, picture(timeline, theme, format_, size, span=span, ratio=ratio))


def picture(
    timeline: Timeline,
    theme: Theme,
    format_: str = "png",
    size: tuple[int, int] = SIZE,
    *,
    span: tuple[date, date] | None = None,
    ratio: float = 2.0,
) -> bytes:
    """Return the momentum timeline as the content of a picture file.

    Args:
        timeline: the days and rejections.
        theme: the colours.
        format_: ``png``, ``svg`` or ``pdf``.
        size: width and height in pixels of the design.
        span: first and last day to show; None takes the timeline's own range.
        ratio: pixels of a PNG for each pixel of the design.
    """
    figure = Figure(figsize=(size[0] / DPI, size[1] / DPI), dpi=DPI)
    FigureCanvasAgg(figure)
    written = BytesIO()
    with styled(theme):
        draw(figure, timeline, theme, span, margin=MARGIN)
        figure.savefig(
            written, format=format_, dpi=DPI * ratio, metadata=_metadata(format_, timeline)
        )
    return written.getvalue()


def _metadata(format_: str, timeline: Timeline) -> dict[str, str | None]:
    """Return a title and a description, and no moment of making: equal data, equal files."""
    description = "Subject" if format_ == "pdf" else "Description"
    made: dict[str, str | None] = {"Title": _("Momentum"), description: summary(timeline)}
    return made | {"png": {}, "svg": {"Date": None}, "pdf": {"CreationDate": None}}[format_]


def _replace(path: Path, content: bytes) -> None:
    made: str | None = None
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=".upswing-", delete=False) as file:
            made = file.name
            file.write(content)
        Path(made).replace(path)
    except OSError as error:
        if made is not None:
            Path(made).unlink(missing_ok=True)
        raise UpswingError(
            _("The picture could not be written to {path}: {reason}.").format(
                path=path, reason=error.strerror or error
            )
        ) from error
