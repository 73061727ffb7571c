-- What is at an address still to be asked: an older page, a further page of a listing, a document that one names.
ALTER TABLE gap ADD COLUMN kind TEXT NOT NULL DEFAULT 'OLDER';

-- Where a listing goes on: its cursor.
ALTER TABLE source_state ADD COLUMN place TEXT NOT NULL DEFAULT '';

-- Documents that listings have named: asked, or to be asked. mark changes when the document does.
CREATE TABLE listed (
  source TEXT NOT NULL,
  mark TEXT NOT NULL,
  PRIMARY KEY (source, mark)
) WITHOUT ROWID;
