"""Writes the frozen journal of this version; run once when a version of the schema is released."""

import sys
import tempfile
from datetime import timedelta
from pathlib import Path

sys.path.insert(0, "")

from desktop_app.domain.days import DayKind
from desktop_app.domain.stages import Stage
from desktop_app.services.rejections import RejectionForm
from desktop_app.storage.migrations import VERSION
from tests.journals import TODAY, Desk

target = Path(__file__).with_name(f"v{VERSION}.upswing")
with tempfile.TemporaryDirectory() as folder:
    desk = Desk(Path(folder) / target.name)
    desk.check_ins.log(mood=4, feelings=["calm", "eigenes Wort"], note="Ein ruhiger Tag 🙂")
    for days in (1, 2):
        desk.check_ins.log(mood=2 + days, energy=days, day=TODAY - timedelta(days=days))
    desk.activities.log("learning", minutes=45, note="<b>Statik</b> & $\\alpha$")
    desk.activities.log("application", day=TODAY - timedelta(days=3))
    desk.activities.log("networking", amount=2)
    for employer, stage in (("Brücke & Söhne", None), ("Acme", Stage.FINAL), ("שלום", None)):
        desk.rejections.note(RejectionForm(employer, "Koch", stage=stage, reason="zu weit"))
    desk.next_steps.tick(desk.next_steps.add("If it rains, then call Ada"), TODAY)
    desk.days.mark(TODAY - timedelta(days=4), DayKind.REST)
    desk.settings.set("daily_target", "6", today=TODAY)
    desk.drafts.keep("rejection", "half a sentence")
    desk.close()
    target.write_bytes(desk.path.read_bytes())
