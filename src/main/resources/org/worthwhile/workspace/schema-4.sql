-- Datasets are known by the fingerprint of their bytes, so that two with the same name stand beside each other.

CREATE TEMP TABLE earlier_dataset AS SELECT name, sha256, bytes, content FROM dataset;

DROP TABLE dataset;

-- name: what the file was called that they were read from. content: null where the bytes were not to come into the file.
CREATE TABLE dataset (
    name TEXT NOT NULL,
    sha256 TEXT PRIMARY KEY,
    bytes INTEGER NOT NULL,
    content BLOB
) STRICT;

-- Where the same bytes stood under several names, one that has them comes first.
INSERT OR IGNORE INTO dataset (name, sha256, bytes, content)
SELECT name, sha256, bytes, content FROM earlier_dataset ORDER BY content IS NULL, name;

-- Studies of earlier files, and of their history, name no fingerprint: what each name stood for then.
CREATE TABLE dataset_name (
    name TEXT PRIMARY KEY,
    sha256 TEXT NOT NULL
) STRICT;

INSERT INTO dataset_name (name, sha256) SELECT name, sha256 FROM earlier_dataset;

-- Edits with which the program began the file, such as samples; a user who did nothing has nothing to undo.
CREATE TABLE beginning (
    edit INTEGER PRIMARY KEY REFERENCES edit (number)
) STRICT;

DROP TABLE earlier_dataset;
