"""The whole data model, so that later work adds behaviour and not tables (architecture.md).

Every table has id, uid, recorded_at, day and at. ``recorded_at`` and ``at`` are ISO 8601 with
the offset from UTC, ``day`` is the person's day. Times are null where unknown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.kinds import DEFAULT_KINDS

if TYPE_CHECKING:
    from sqlite_utils import Database

_COMMON = """
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  recorded_at TEXT NOT NULL,
  day TEXT CHECK (day IS date(day)),
  at TEXT"""

_MOOD = "INTEGER CHECK (mood BETWEEN 1 AND 5)"

TABLES: dict[str, str] = {
    "search": """
  ended_day TEXT CHECK (ended_day IS date(ended_day)),
  ending TEXT CHECK (ending IN ('accepted', 'stopped', 'other', 'imported')),
  estimate REAL NOT NULL DEFAULT 0 CHECK (estimate BETWEEN 0 AND 100),
  note TEXT,
  CHECK ((ended_day IS NULL) = (ending IS NULL))""",
    "search_pause": """
  search_id INTEGER NOT NULL REFERENCES search ON DELETE CASCADE,
  until_day TEXT CHECK (until_day IS date(until_day)),
  reason TEXT""",
    "setting": """
  key TEXT NOT NULL,
  value TEXT NOT NULL CHECK (json_valid(value))""",
    "activity_kind": """
  name TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL,
  points REAL NOT NULL CHECK (points BETWEEN 0 AND 100),
  unit_minutes INTEGER CHECK (unit_minutes > 0),
  icon TEXT NOT NULL,
  key TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL,
  on_today INTEGER NOT NULL DEFAULT 1 CHECK (on_today IN (0, 1)),
  own INTEGER NOT NULL DEFAULT 0 CHECK (own IN (0, 1)),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))""",
    "feeling": """
  word TEXT NOT NULL UNIQUE COLLATE NOCASE,
  mood_group INTEGER,
  own INTEGER NOT NULL DEFAULT 1 CHECK (own IN (0, 1))""",
    "employer": """
  name TEXT NOT NULL COLLATE NOCASE,
  address TEXT,
  web TEXT""",
    "person": """
  employer_id INTEGER REFERENCES employer,
  name TEXT NOT NULL,
  role TEXT,
  email TEXT,
  phone TEXT,
  note TEXT""",
    "application": """
  search_id INTEGER REFERENCES search,
  employer_id INTEGER NOT NULL REFERENCES employer,
  position TEXT NOT NULL DEFAULT '' COLLATE NOCASE,
  reference TEXT,
  source TEXT,
  location TEXT,
  link TEXT,
  note TEXT,
  outcome TEXT CHECK (outcome IN ('rejected', 'silence', 'offer_accepted', 'offer_declined',
    'withdrawn', 'job_cancelled')),
  outcome_day TEXT CHECK (outcome_day IS date(outcome_day)),
  history INTEGER NOT NULL DEFAULT 0 CHECK (history IN (0, 1))""",
    "application_person": """
  application_id INTEGER NOT NULL REFERENCES application ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
  UNIQUE (application_id, person_id)""",
    "stage_event": """
  application_id INTEGER NOT NULL REFERENCES application ON DELETE CASCADE,
  stage TEXT NOT NULL CHECK (stage IN ('application', 'screening', 'task', 'interview', 'final',
    'offer')),
  planned INTEGER NOT NULL DEFAULT 0 CHECK (planned IN (0, 1)),
  note TEXT""",
    "rejection": f"""
  application_id INTEGER NOT NULL REFERENCES application ON DELETE CASCADE,
  stage TEXT NOT NULL CHECK (stage IN ('application', 'screening', 'task', 'interview', 'final')),
  channel TEXT CHECK (channel IN ('email', 'call', 'portal', 'in_person', 'silence')),
  reason TEXT,
  mood {_MOOD},
  mood_after INTEGER CHECK (mood_after BETWEEN 1 AND 5),
  closed_at TEXT,
  history INTEGER NOT NULL DEFAULT 0 CHECK (history IN (0, 1))""",
    "guide_answer": """
  rejection_id INTEGER NOT NULL REFERENCES rejection ON DELETE CASCADE,
  step INTEGER NOT NULL CHECK (step BETWEEN 1 AND 4),
  question TEXT NOT NULL,
  answer TEXT NOT NULL,
  UNIQUE (rejection_id, question)""",
    "private_page": """
  rejection_id INTEGER REFERENCES rejection ON DELETE CASCADE,
  body TEXT NOT NULL""",
    "reason_card": """
  text TEXT NOT NULL,
  stages TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(stages)),
  own INTEGER NOT NULL DEFAULT 1 CHECK (own IN (0, 1))""",
    "reason": """
  rejection_id INTEGER NOT NULL REFERENCES rejection ON DELETE CASCADE,
  reason_card_id INTEGER NOT NULL REFERENCES reason_card,
  place TEXT NOT NULL CHECK (place IN ('outside', 'shared', 'mine', 'unknown')),
  position INTEGER NOT NULL DEFAULT 0""",
    "lesson": """
  rejection_id INTEGER REFERENCES rejection ON DELETE SET NULL,
  text TEXT NOT NULL,
  stage TEXT,
  helped INTEGER CHECK (helped IN (0, 1)),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))""",
    "practice": """
  lesson_id INTEGER NOT NULL REFERENCES lesson ON DELETE CASCADE,
  done_day TEXT CHECK (done_day IS date(done_day)),
  note TEXT""",
    "feedback_request": """
  rejection_id INTEGER REFERENCES rejection ON DELETE CASCADE,
  person_id INTEGER REFERENCES person,
  state TEXT NOT NULL CHECK (state IN ('to_ask', 'asked', 'answered', 'no_answer')),
  question TEXT,
  asked_day TEXT CHECK (asked_day IS date(asked_day)),
  answered_day TEXT CHECK (answered_day IS date(answered_day)),
  answer TEXT,
  read_at TEXT,
  reminded_day TEXT CHECK (reminded_day IS date(reminded_day)),
  takeaway TEXT""",
    "next_step": """
  rejection_id INTEGER REFERENCES rejection ON DELETE SET NULL,
  application_id INTEGER REFERENCES application ON DELETE SET NULL,
  kind_id INTEGER REFERENCES activity_kind,
  cue TEXT,
  text TEXT NOT NULL,
  done_day TEXT CHECK (done_day IS date(done_day)),
  done_at TEXT""",
    "check_in": f"""
  mood {_MOOD},
  energy INTEGER CHECK (energy BETWEEN 1 AND 5),
  note TEXT""",
    "check_in_feeling": """
  check_in_id INTEGER NOT NULL REFERENCES check_in ON DELETE CASCADE,
  word TEXT NOT NULL,
  position INTEGER NOT NULL,
  UNIQUE (check_in_id, word)""",
    "activity": """
  kind_id INTEGER NOT NULL REFERENCES activity_kind,
  amount REAL NOT NULL CHECK (amount > 0),
  minutes INTEGER CHECK (minutes > 0),
  points_per_unit REAL NOT NULL CHECK (points_per_unit >= 0),
  note TEXT,
  employer TEXT,
  position TEXT,
  method TEXT,
  contact TEXT,
  result TEXT,
  reference TEXT,
  person_id INTEGER REFERENCES person ON DELETE SET NULL,
  application_id INTEGER REFERENCES application ON DELETE SET NULL,
  rejection_id INTEGER REFERENCES rejection ON DELETE SET NULL,
  lesson_id INTEGER REFERENCES lesson ON DELETE SET NULL,
  feedback_request_id INTEGER REFERENCES feedback_request ON DELETE SET NULL,
  next_step_id INTEGER REFERENCES next_step ON DELETE SET NULL""",
    "day_mark": """
  kind TEXT NOT NULL CHECK (kind IN ('work', 'rest', 'sick', 'holiday', 'undecided')),
  note TEXT,
  UNIQUE (day)""",
    "template": """
  name TEXT NOT NULL,
  stage TEXT,
  body TEXT NOT NULL""",
    "weekly_plan": """
  when_text TEXT,
  where_text TEXT,
  what TEXT NOT NULL""",
    "setback_plan": """
  position INTEGER NOT NULL,
  line TEXT NOT NULL""",
    "weekly_review": """
  helped TEXT,
  plan TEXT""",
    "hint_dismissed": """
  hint TEXT NOT NULL""",
    "help_entry": """
  country TEXT NOT NULL,
  name TEXT NOT NULL,
  dial TEXT,
  web TEXT,
  checked_day TEXT CHECK (checked_day IS date(checked_day)),
  position INTEGER NOT NULL DEFAULT 0""",
    "proportion_total": """
  answered INTEGER NOT NULL CHECK (answered >= 0),
  interviews INTEGER NOT NULL CHECK (interviews >= 0),
  waiting INTEGER NOT NULL DEFAULT 0 CHECK (waiting >= 0),
  source TEXT""",
}

INDEXES = (
    "CREATE INDEX setting_key ON setting (key, day)",
    "CREATE INDEX employer_name ON employer (name)",
    "CREATE INDEX application_employer ON application (employer_id, position)",
    "CREATE INDEX stage_event_application ON stage_event (application_id)",
    "CREATE INDEX rejection_application ON rejection (application_id)",
    "CREATE INDEX rejection_day ON rejection (day)",
    "CREATE INDEX check_in_day ON check_in (day)",
    "CREATE INDEX activity_day ON activity (day, kind_id)",
    "CREATE INDEX activity_application ON activity (application_id)",
    "CREATE INDEX next_step_day ON next_step (done_day, day)",
    "CREATE INDEX origin_uid ON origin (uid)",
)

# What a person writes, and the number that makes each table's rows distinct in the one index:
# rowid of the index = id * 32 + number. Append only.
WRITTEN: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("check_in", ("note",)),
    ("activity", ("note", "employer", "position", "contact", "result")),
    ("employer", ("name",)),
    ("application", ("position", "note", "location", "source")),
    ("stage_event", ("note",)),
    ("rejection", ("reason",)),
    ("guide_answer", ("answer",)),
    ("private_page", ("body",)),
    ("reason_card", ("text",)),
    ("lesson", ("text",)),
    ("practice", ("note",)),
    ("feedback_request", ("question", "answer", "takeaway")),
    ("next_step", ("cue", "text")),
    ("person", ("name", "role", "note")),
    ("template", ("name", "body")),
    ("weekly_plan", ("when_text", "where_text", "what")),
    ("setback_plan", ("line",)),
    ("weekly_review", ("helped", "plan")),
    ("search", ("note",)),
    ("day_mark", ("note",)),
)

_WITHOUT_HISTORY = """
CREATE TABLE draft (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  recorded_at TEXT NOT NULL,
  day TEXT,
  at TEXT,
  field TEXT NOT NULL UNIQUE,
  text TEXT NOT NULL
) STRICT;
CREATE TABLE record_version (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  table_name TEXT NOT NULL,
  version INTEGER NOT NULL,
  device TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  recorded_at TEXT NOT NULL
) STRICT;
CREATE TABLE origin (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  key TEXT NOT NULL,
  occurrence INTEGER NOT NULL,
  uid TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  UNIQUE (source, key, occurrence)
) STRICT;
CREATE TABLE device (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  uid TEXT NOT NULL UNIQUE,
  recorded_at TEXT NOT NULL
) STRICT;
CREATE TABLE day_total (
  day TEXT PRIMARY KEY,
  points REAL NOT NULL,
  activities INTEGER NOT NULL,
  mood REAL,
  check_ins INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE written USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO written (written, rank) VALUES ('secure-delete', 1);
"""

_VIEWS = """
CREATE VIEW activities AS
  SELECT activity.day, activity.at, activity_kind.label AS kind, activity.amount, activity.minutes,
    activity.amount * activity.points_per_unit AS points, activity.note
  FROM activity JOIN activity_kind ON activity_kind.id = activity.kind_id;
CREATE VIEW check_ins AS
  SELECT check_in.day, check_in.at, check_in.mood, check_in.energy,
    (SELECT group_concat(word, ', ') FROM (SELECT word FROM check_in_feeling
     WHERE check_in_id = check_in.id ORDER BY position)) AS feelings, check_in.note
  FROM check_in;
CREATE VIEW applications AS
  SELECT application.day, employer.name AS employer, application.position, application.source,
    application.location, application.link, application.outcome, application.outcome_day
  FROM application JOIN employer ON employer.id = application.employer_id;
CREATE VIEW rejections AS
  SELECT rejection.day, employer.name AS employer, application.position, rejection.stage,
    rejection.channel, rejection.reason, rejection.mood
  FROM rejection JOIN application ON application.id = rejection.application_id
    JOIN employer ON employer.id = application.employer_id;
"""


def apply(db: Database) -> None:
    """Create every table, index, trigger and view, and the default kinds of activity."""
    run = db.conn.execute
    for name, columns in TABLES.items():
        run(f"CREATE TABLE {name} ({_COMMON},{columns}\n) STRICT")
    for statement in _statements(_WITHOUT_HISTORY):
        run(statement)
    for statement in INDEXES:
        run(statement)
    for name in TABLES:
        for statement in _version_triggers(name):
            run(statement)
    for number, (name, columns_written) in enumerate(WRITTEN):
        for statement in _index_triggers(number, name, columns_written):
            run(statement)
    for statement in (*_day_total_triggers("activity"), *_day_total_triggers("check_in")):
        run(statement)
    for statement in _statements(_VIEWS):
        run(statement)
    now = "strftime('%Y-%m-%dT%H:%M:%SZ')"
    run(f"INSERT INTO device VALUES (1, lower(hex(randomblob(8))), {now})")
    for kind in DEFAULT_KINDS:
        run(
            "INSERT INTO activity_kind (uid, recorded_at, name, label, points, unit_minutes, icon,"
            f" key, position, on_today) VALUES (?, {now}, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                f"activity_kind:{kind.name}",
                kind.name,
                kind.label,
                kind.points,
                kind.unit_minutes,
                kind.icon,
                kind.key,
                kind.position,
                int(kind.on_today),
            ),
        )


def _statements(script: str) -> list[str]:
    return [part for part in script.split(";\n") if part.strip()]


def _version_triggers(table: str) -> list[str]:
    """Count a record's versions, also those that an undo makes."""
    upsert = """INSERT INTO record_version (uid, table_name, version, device, deleted, recorded_at)
    SELECT {row}.uid, '{table}', 1, device.uid, {deleted}, strftime('%Y-%m-%dT%H:%M:%fZ')
    FROM device WHERE true
    ON CONFLICT (uid) DO UPDATE SET version = version + 1, device = excluded.device,
      deleted = excluded.deleted, recorded_at = excluded.recorded_at;"""
    return [
        f"CREATE TRIGGER {table}_version_{event.lower()} AFTER {event} ON {table} BEGIN\n  "
        + upsert.format(row=row, table=table, deleted=deleted)
        + "\nEND"
        for event, row, deleted in (
            ("INSERT", "new", 0),
            ("UPDATE", "new", 0),
            ("DELETE", "old", 1),
        )
    ]


def _index_triggers(number: int, table: str, columns: tuple[str, ...]) -> list[str]:
    """Keep the one full-text index over what a person writes."""

    def text(row: str) -> str:
        return "concat_ws(char(10), " + ", ".join(f"{row}.{column}" for column in columns) + ")"

    def some(row: str) -> str:
        return f"{text(row)} <> ''"

    remove = f"DELETE FROM written WHERE rowid = old.id * 32 + {number};"
    add = f"INSERT INTO written (rowid, text) SELECT new.id * 32 + {number}, {text('new')} WHERE {some('new')};"  # noqa: E501
    # By the letter: names are compared without case elsewhere, and a change of case is a change.
    changed = " OR ".join(f"old.{column} IS NOT new.{column} COLLATE BINARY" for column in columns)
    return [
        f"CREATE TRIGGER {table}_written_insert AFTER INSERT ON {table} WHEN {some('new')}"
        f" BEGIN {add} END",
        f"CREATE TRIGGER {table}_written_update AFTER UPDATE ON {table} WHEN {changed}"
        f" BEGIN {remove} {add} END",
        f"CREATE TRIGGER {table}_written_delete AFTER DELETE ON {table} WHEN {some('old')}"
        f" BEGIN {remove} END",
    ]


def _day_total_triggers(table: str) -> list[str]:
    """Keep each day's sums ready, so that ten years start and save like one day."""

    def total(row: str) -> str:
        # An upsert, for SQLite drops OR REPLACE where a foreign key's action fires the trigger.
        return f"""INSERT INTO day_total (day, points, activities, mood, check_ins)
    SELECT {row}.day,
      (SELECT total(amount * points_per_unit) FROM activity WHERE day = {row}.day),
      (SELECT count(*) FROM activity WHERE day = {row}.day),
      (SELECT avg(mood) FROM check_in WHERE day = {row}.day),
      (SELECT count(*) FROM check_in WHERE day = {row}.day)
    WHERE {row}.day IS NOT NULL
    ON CONFLICT (day) DO UPDATE SET points = excluded.points, activities = excluded.activities,
      mood = excluded.mood, check_ins = excluded.check_ins;
    DELETE FROM day_total WHERE day = {row}.day AND activities = 0 AND check_ins = 0;"""

    return [
        f"CREATE TRIGGER {table}_total_insert AFTER INSERT ON {table} BEGIN\n  {total('new')}\nEND",
        f"CREATE TRIGGER {table}_total_update AFTER UPDATE ON {table} BEGIN\n  {total('old')}\n"
        f"  {total('new')}\nEND",
        f"CREATE TRIGGER {table}_total_delete AFTER DELETE ON {table} BEGIN\n  {total('old')}\nEND",
    ]
