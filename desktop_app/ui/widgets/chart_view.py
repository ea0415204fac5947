"""A chart in the window: the one canvas of matplotlib's, loaded late, with a pointer above it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, QThreadPool
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.charts.geometry import Geometry, Spot
from desktop_app.i18n import _
from desktop_app.ui.widgets.chart_pointer import ChartPointer, ChartTip
from desktop_app.ui.widgets.labels import plain_label
from desktop_app.ui.widgets.painting import paint_box, smooth
from desktop_app.ui.workers import Job

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from matplotlib.figure import Figure
    from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QPaintEvent, QResizeEvent

    from desktop_app.charts.drawing import Drawing
    from desktop_app.tokens import Theme
    from desktop_app.ui.theme import Appearance

    #: Tells the facts of a place, a line each.
    Describing = Callable[[Spot], Sequence[str]]


#: Room round the chart, in which the focus is shown.
MARGIN = 8


_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class ChartView(QWidget):
    """Shows a chart; the mouse and the arrow keys walk its days.

    Matplotlib is imported in a thread when the view is first given something to show; until then
    a sentence stands in its place.
    """

    def __init__(self, appearance: Appearance, name: str, parent: QWidget | None = None) -> None:
        """Make an empty view.

        Args:
            appearance: the look to follow.
            name: what a screen reader says, such as ``Momentum timeline``.
            parent: the widget that holds it.
        """
        super().__init__(parent)
        self._appearance = appearance
        self._drawing: Drawing | None = None
        self._describing: Describing | None = None
        self._summary = ""
        self._ringed = False
        self._figure: Figure | None = None
        self._canvas: Any = None  # matplotlib's Qt canvas has no types
        self._geometry = Geometry(None, ())
        self._job: Job | None = None
        self._pool = QThreadPool(self)
        self._waiting: QLabel = plain_label(_("Preparing the chart…"), "small", "text3")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._waiting.setWordWrap(True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._waiting)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        inside.addWidget(self._stack)
        self._pointer = ChartPointer(appearance, self)
        self._tip = ChartTip(appearance, self)
        self._pointer.hide()
        self._pointer.moved.connect(self._on_pointer_moved)
        self._pointer.left.connect(self._on_pointer_left)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        appearance.theme_changed.connect(self._on_theme_changed)
        appearance.app.aboutToQuit.connect(self._pool.waitForDone)

    @property
    def geometry_drawn(self) -> Geometry:
        """Where everything lies in what was last drawn, in pixels of the view."""
        return self._geometry

    @property
    def ready(self) -> bool:
        """Whether the canvas stands."""
        return self._canvas is not None

    def show_chart(self, drawing: Drawing, describing: Describing, summary: str) -> None:
        """Show a chart.

        Args:
            drawing: draws it; called again whenever size or theme change.
            describing: tells the facts of a place.
            summary: the whole chart in words.
        """
        self._drawing = drawing
        self._describing = describing
        self._summary = summary
        self.setAccessibleDescription(summary)
        self._point_at(None)
        if self._canvas is None:
            self._load()
        else:
            self._draw()

    def release(self) -> None:
        """Let go of figure and canvas; the view can be given another chart."""
        if self._canvas is not None and self._figure is not None:
            self._point_at(None)
            self._pointer.hide()
            self._figure.clear()
            self._stack.removeWidget(self._canvas)
            self._canvas.hide()
            self._canvas.deleteLater()
        self._canvas = self._figure = None
        self._geometry = Geometry(None, ())

    def sizeHint(self) -> QSize:
        """Return the size of the design."""
        px = self._appearance.px
        return QSize(px(984) + 2 * MARGIN, px(228) + 2 * MARGIN)

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which everything is readable."""
        return QSize(self._appearance.px(320), self._appearance.px(180))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the days by arrow keys, Home and End; Esc takes the pointer away."""
        spots = self._geometry.spots
        if not spots:
            super().keyPressEvent(event)
            return
        now = self._pointer.spot
        place = spots.index(now) if now in spots else len(spots)
        key = event.key()
        if key == Qt.Key.Key_Left:
            place = max(0, place - 1)
        elif key == Qt.Key.Key_Right:
            place = min(len(spots) - 1, place + 1)
        elif key == Qt.Key.Key_Home:
            place = 0
        elif key == Qt.Key.Key_End:
            place = len(spots) - 1
        elif key == Qt.Key.Key_Escape and now is not None:
            self._point_at(None)
            return
        else:
            super().keyPressEvent(event)
            return
        self._set_ringed(ringed=True)
        self._point_at(spots[place], speak=True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus when it came by key."""
        self._set_ringed(ringed=event.reason() in _BY_KEY)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take focus ring and pointer away."""
        self._set_ringed(ringed=False)
        self._point_at(None)
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the pointer's layer as large as the view."""
        super().resizeEvent(event)
        self._pointer.setGeometry(self._inside())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the focus."""
        if self._ringed:
            painter = QPainter(self)
            smooth(painter)
            accent = self._appearance.theme.accent
            paint_box(painter, QRectF(self.rect()), tokens.RADIUS_FIELD, None, accent, width=2)

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the pointer away."""
        self._point_at(None)
        super().hideEvent(event)

    def event(self, event: QEvent) -> bool:
        """Release the figure when the view closes or is deleted."""
        if event.type() in (QEvent.Type.Close, QEvent.Type.DeferredDelete):
            self.release()
        return super().event(event)

    def _inside(self) -> QRect:
        return self.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)

    def _set_ringed(self, *, ringed: bool) -> None:
        self._ringed = ringed
        self.update()

    def _load(self) -> None:
        if self._job is not None:
            return
        self._job = Job(_import_canvas, self)
        self._job.finished.connect(self._on_loaded)
        self._job.failed.connect(self._on_failed)
        self._job.run_in(self._pool)

    def _on_loaded(self, canvas_class: Any) -> None:  # noqa: ANN401 - it has no types
        self._job = None
        if self._canvas is not None or self._drawing is None:
            return
        # Imported in the thread already; here they only take their names.
        from matplotlib.figure import Figure

        from desktop_app.charts.style import DPI

        size = self._inside().size().expandedTo(QSize(1, 1))
        figure = Figure(figsize=(size.width() / DPI, size.height() / DPI), dpi=DPI)
        canvas = canvas_class(figure)
        canvas.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        canvas.setMinimumSize(1, 1)
        self._figure, self._canvas = figure, canvas
        canvas.mpl_connect("resize_event", self._on_resized)
        self._stack.addWidget(canvas)
        self._stack.setCurrentWidget(canvas)
        self._pointer.setGeometry(self._inside())
        self._pointer.show()
        self._pointer.raise_()
        self._tip.raise_()
        self._draw()

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self._waiting.setText(
            _("The chart can't be drawn: {reason}. The table shows the same days.").format(
                reason=error
            )
        )

    def _draw(self) -> None:
        if self._figure is None or self._canvas is None or self._drawing is None:
            return
        self._geometry = self._drawing(self._figure, self._appearance.theme, self._appearance.scale)
        self._canvas.draw_idle()

    def _on_resized(self, _event: object) -> None:
        self._point_at(None)
        self._draw()

    def _on_theme_changed(self, _theme: Theme) -> None:
        self._draw()
        self._pointer.update()
        self._tip.update()

    def _on_pointer_moved(self, x: float, y: float) -> None:
        self._point_at(self._geometry.at(x, y))

    def _on_pointer_left(self) -> None:
        self._point_at(None)

    def _point_at(self, spot: Spot | None, *, speak: bool = False) -> None:
        if spot is self._pointer.spot:
            return
        self._pointer.set_spot(spot, self._geometry.frame)
        if spot is None or self._describing is None:
            self._tip.hide()
            self.setAccessibleDescription(self._summary)
            return
        lines = list(self._describing(spot))
        top = self._geometry.frame.top if self._geometry.frame is not None else 0.0
        self._tip.show_lines(lines)
        self._tip.stand_beside(spot.x + MARGIN, top + MARGIN)
        if speak:
            self._speak(lines)

    def _speak(self, lines: Sequence[str]) -> None:
        words = ". ".join(lines)
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(
            QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        )
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))


def _import_canvas() -> object:
    """Import what canvas and charts need, off the window's thread, and return the canvas class."""
    from matplotlib.backends import backend_qtagg

    from desktop_app.charts import style, timeline

    style.text_width(timeline.__name__, tokens.KEYCAP.pixels)  # finds and opens the fonts
    return backend_qtagg.FigureCanvasQTAgg
