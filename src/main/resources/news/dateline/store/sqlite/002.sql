-- What the stages remember of a source's last document.
ALTER TABLE source_state ADD COLUMN marks TEXT NOT NULL DEFAULT '';

ALTER TABLE source_state ADD COLUMN identity TEXT NOT NULL DEFAULT 'guid';

-- The story's page under its publisher, hashed: NULL when it has none, or shares it with other stories.
ALTER TABLE seen ADD COLUMN place TEXT;

CREATE INDEX seen_place ON seen (place) WHERE place IS NOT NULL;
