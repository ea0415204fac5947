"""How the window looks: theme, palette, style sheet, fonts and icons, followed by every widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette

from desktop_app import tokens
from desktop_app.ui.fonts import Fonts
from desktop_app.ui.icons import Icons
from desktop_app.ui.stylesheet import style_sheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop_app.tokens import Theme, TypeSize

CHOICES = ("system", "light", "dark")


class Appearance(QObject):
    """The look of one application; create it before the first widget, so that all polish once.

    Signals:
        theme_changed: the tokens.Theme that now holds; painted widgets repaint on it.
    """

    theme_changed = Signal(object)

    def __init__(
        self,
        app: QApplication,
        choice: str = "system",
        *,
        text_scale: float | None = None,
        dressed: bool = True,
    ) -> None:
        """Apply the look to the application.

        Args:
            app: the application, which becomes the owner.
            choice: ``system``, ``light`` or ``dark``.
            text_scale: 1.0 to 3.0; None takes the size of the person's system font.
            dressed: False leaves the style sheet to ``dress``, for a window that is built first:
                under a style sheet every widget costs again as it gets its parent. Such an
                application is made with ``-style Fusion``, for setStyle() brings in the enums
                of QStyle (10 ms).
        """
        super().__init__(app)
        self._app = app
        self._choice = choice if choice in CHOICES else "system"
        self.fonts = Fonts(app.font(), text_scale)
        self.icons = Icons()
        if dressed:
            app.setStyle("Fusion")
        app.setFont(self.fonts.body)
        self._ask_native_scheme()
        self._theme = self._wanted()
        self._dressed = dressed
        self._apply()
        app.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

    @property
    def theme(self) -> Theme:
        """The colours that hold now."""
        return self._theme

    @property
    def choice(self) -> str:
        """The person's choice: ``system``, ``light`` or ``dark``."""
        return self._choice

    @property
    def app(self) -> QApplication:
        """The application that this look holds for."""
        return self._app

    @property
    def scale(self) -> float:
        """How much larger than usual text is, 1.0 to 3.0."""
        return self.fonts.scale

    @property
    def reduced_motion(self) -> bool:
        """Whether the person's system asks for less motion, as far as Qt tells."""
        hints = self._app.styleHints()
        if hasattr(hints, "accessibility"):  # Qt 6.10 and later
            motion = getattr(hints.accessibility(), "motionPreference", None)
            if motion is not None and motion().name == "ReducedMotion":
                return True
        from PySide6.QtWidgets import QStyle  # late: its enums cost 5 ms of the start

        return self._app.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0

    def set_choice(self, choice: str) -> None:
        """Follow the system, or hold light or dark.

        Raises:
            ValueError: another choice than ``system``, ``light`` and ``dark``.
        """
        if choice not in CHOICES:
            raise ValueError(choice)
        self._choice = choice
        self._ask_native_scheme()
        self._change_to(self._wanted())

    def dress(self) -> None:
        """Apply the style sheet, once the window is built."""
        self._dressed = True
        self._apply()

    def undress(self) -> None:
        """Do without the style sheet while another window is built."""
        self._dressed = False
        self._app.setStyleSheet("")

    def set_text_scale(self, scale: float | None) -> None:
        """Let the widgets of the next window have text of another scale; None is the system's."""
        self.fonts.set_scale(scale)
        self._app.setFont(self.fonts.body)

    def px(self, pixels: float) -> int:
        """Return a length of the design in the person's scale."""
        return round(pixels * self.fonts.scale)

    def font(self, size: TypeSize, weight: int | None = None) -> QFont:
        """Return a font of the design; see Fonts.font."""
        return self.fonts.font(size, weight)

    def colour(self, name: str) -> QColor:
        """Return a colour of the theme by its token's name, such as ``accent``."""
        return QColor(getattr(self._theme, name))

    def _wanted(self) -> Theme:
        if self._choice != "system":
            return tokens.theme(self._choice)
        dark = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return tokens.theme("dark" if dark else "light")

    def _ask_native_scheme(self) -> None:
        # Native dialogs and title bars follow this where the platform can; our palette does not.
        schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        self._app.styleHints().setColorScheme(schemes.get(self._choice, Qt.ColorScheme.Unknown))

    def _apply(self) -> None:
        self._app.setPalette(palette(self._theme))
        if self._dressed:
            self._app.setStyleSheet(style_sheet(self._theme, self.fonts.scale))

    def _change_to(self, theme: Theme) -> None:
        if theme is not self._theme:
            self._theme = theme
            self._apply()
            self.theme_changed.emit(theme)

    def _on_scheme_changed(self, _scheme: Qt.ColorScheme) -> None:
        self._change_to(self._wanted())


def palette(theme: Theme) -> QPalette:
    """Return the palette of a theme, for what the style sheet does not name."""
    role = QPalette.ColorRole
    made = QPalette()
    for name, colour in (
        (role.Window, theme.bg),
        (role.WindowText, theme.text),
        (role.Base, theme.surface),
        (role.AlternateBase, theme.surface2),
        (role.Text, theme.text),
        (role.PlaceholderText, theme.text3),
        (role.Button, theme.surface),
        (role.ButtonText, theme.text),
        (role.BrightText, theme.on_accent),
        (role.ToolTipBase, theme.toast),
        (role.ToolTipText, theme.on_toast),
        (role.Highlight, theme.accent),
        (role.HighlightedText, theme.on_accent),
        (role.Link, theme.accent_text),
        (role.LinkVisited, theme.accent_text),
        (role.Light, theme.surface),
        (role.Midlight, theme.surface2),
        (role.Mid, theme.border),
        (role.Dark, theme.border_strong),
        (role.Shadow, theme.border_strong),
        (role.Accent, theme.accent),
    ):
        made.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(theme.disabled))
    return made
