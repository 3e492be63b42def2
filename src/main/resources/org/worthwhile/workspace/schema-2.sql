-- Datasets by their fingerprints, with their contents where the analyst says so; results with what they came from.

CREATE TABLE dataset (
    name TEXT PRIMARY KEY,
    sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    content BLOB
) STRICT;

CREATE TABLE result (
    number INTEGER PRIMARY KEY,
    made_at TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    inputs_sha256 TEXT NOT NULL,
    software TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;
