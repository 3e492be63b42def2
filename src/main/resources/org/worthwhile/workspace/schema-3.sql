-- What each row says has a SHA-256 beside it, by which damage is noticed; and the file counts its transactions.

CREATE TEMP TABLE earlier_document AS SELECT kind, name, text FROM document;

DROP TABLE document;

CREATE TABLE document (
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL,
    PRIMARY KEY (kind, name)
) STRICT;

INSERT INTO document (kind, name, text) SELECT kind, name, text FROM earlier_document;

DROP TABLE earlier_document;

ALTER TABLE edit ADD COLUMN sha256 TEXT NOT NULL DEFAULT '';

ALTER TABLE change ADD COLUMN sha256 TEXT NOT NULL DEFAULT '';

ALTER TABLE trail ADD COLUMN sha256 TEXT NOT NULL DEFAULT '';

ALTER TABLE version ADD COLUMN sha256 TEXT NOT NULL DEFAULT '';

ALTER TABLE version_document ADD COLUMN sha256 TEXT NOT NULL DEFAULT '';

ALTER TABLE result ADD COLUMN sha256 TEXT NOT NULL DEFAULT '';

-- An entry of the trail is given its hash once, and is never changed from then on.
DROP TRIGGER trail_is_never_changed;

CREATE TRIGGER trail_is_never_changed BEFORE UPDATE ON trail WHEN OLD.sha256 <> ''
BEGIN SELECT RAISE (ABORT, 'the audit trail is never changed'); END;

-- One row: the last transaction. documents is the SHA-256 of the hashes of all documents; edits and trail are the last numbers.
CREATE TABLE revision (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    previous TEXT NOT NULL,
    documents TEXT NOT NULL DEFAULT '',
    edits INTEGER NOT NULL DEFAULT 0,
    trail INTEGER NOT NULL DEFAULT 0,
    sha256 TEXT NOT NULL DEFAULT ''
) STRICT;

INSERT INTO revision (number, id, previous) VALUES (1, lower(hex(randomblob(16))), '');
