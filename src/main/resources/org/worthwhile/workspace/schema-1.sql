-- What the analyst works on, and everything that was ever done to it.

CREATE TABLE document (
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (kind, name)
) STRICT;

-- state: done, undone (can be done again), or abandoned (undone, and something else was done since).
CREATE TABLE edit (
    number INTEGER PRIMARY KEY,
    made_at TEXT NOT NULL,
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'abandoned'))
) STRICT;

-- before and after are JSON; null where there was nothing or is nothing any more.
CREATE TABLE change (
    edit INTEGER NOT NULL REFERENCES edit (number),
    place INTEGER NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    pointer TEXT NOT NULL,
    before TEXT,
    after TEXT,
    PRIMARY KEY (edit, place)
) STRICT;

CREATE TABLE trail (
    number INTEGER PRIMARY KEY,
    made_at TEXT NOT NULL,
    who TEXT NOT NULL,
    action TEXT NOT NULL,
    what TEXT NOT NULL,
    edit INTEGER REFERENCES edit (number)
) STRICT;

CREATE TRIGGER trail_is_never_changed BEFORE UPDATE ON trail
BEGIN SELECT RAISE (ABORT, 'the audit trail is never changed'); END;

CREATE TRIGGER trail_is_never_shortened BEFORE DELETE ON trail
BEGIN SELECT RAISE (ABORT, 'the audit trail is never shortened'); END;

CREATE TABLE version (
    name TEXT PRIMARY KEY,
    made_at TEXT NOT NULL,
    who TEXT NOT NULL
) STRICT;

CREATE TABLE version_document (
    version TEXT NOT NULL REFERENCES version (name),
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (version, kind, name)
) STRICT;
