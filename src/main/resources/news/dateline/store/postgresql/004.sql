-- The transmission numbers a source's wire services have reached, and those missing.
ALTER TABLE source_state ADD COLUMN sequences TEXT NOT NULL DEFAULT '';
