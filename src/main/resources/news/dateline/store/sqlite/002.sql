-- What the stages remember of a source's last document.
ALTER TABLE source_state ADD COLUMN marks TEXT NOT NULL DEFAULT '';

ALTER TABLE source_state ADD COLUMN identity TEXT NOT NULL DEFAULT 'guid';

-- Which articles stand at a story's page, in the order they came. The place is the page under its publisher, hashed.
CREATE TABLE place (
  place TEXT NOT NULL,
  number INTEGER NOT NULL,
  uri TEXT NOT NULL,
  PRIMARY KEY (place, number)
) WITHOUT ROWID;
