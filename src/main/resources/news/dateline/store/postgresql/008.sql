-- What an article left with, so that it can be sent again as it was; NULL for those stored before. The outbox row has none of its own.
ALTER TABLE article ADD COLUMN properties BYTEA;

ALTER TABLE article ADD COLUMN priority INTEGER NOT NULL DEFAULT 4;
