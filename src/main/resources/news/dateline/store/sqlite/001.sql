-- Times are milliseconds since 1970. Numbers of outbox rows and batches come from one counter, so that they never come twice.
CREATE TABLE counter (value INTEGER NOT NULL);

INSERT INTO counter (value) VALUES (0);

-- The uri is the key, not a hash of it: the uris of one newsroom lie side by side, so a feed touches few pages.
CREATE TABLE seen (
  uri TEXT NOT NULL PRIMARY KEY,
  source TEXT NOT NULL,
  publisher TEXT NOT NULL,
  version TEXT NOT NULL,
  fingerprint TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE source_state (
  source TEXT NOT NULL PRIMARY KEY,
  health TEXT NOT NULL,
  reason TEXT,
  detail TEXT NOT NULL,
  since INTEGER NOT NULL,
  etag TEXT,
  last_modified TEXT,
  body_hash TEXT,
  last_poll INTEGER,
  last_item INTEGER,
  next_poll INTEGER,
  next_why TEXT NOT NULL,
  failures INTEGER NOT NULL,
  received INTEGER NOT NULL,
  published INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  rejected INTEGER NOT NULL,
  visits TEXT NOT NULL,
  rhythm TEXT NOT NULL
);

-- The body of every article, written once; its sequence is the id of the outbox row it left by.
CREATE TABLE article (
  sequence INTEGER NOT NULL PRIMARY KEY,
  source TEXT NOT NULL,
  stored INTEGER NOT NULL,
  body BLOB NOT NULL
);

CREATE INDEX article_source ON article (source, sequence);

CREATE TABLE batch (
  number INTEGER NOT NULL PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  owner TEXT NOT NULL,
  leased_until INTEGER NOT NULL
);

-- release_at: 0 at once, 9223372036854775807 held. body: NULL when it lies in article. batch: NULL until the row leaves.
CREATE TABLE outbox (
  id INTEGER NOT NULL PRIMARY KEY,
  address TEXT NOT NULL,
  key TEXT NOT NULL,
  version TEXT NOT NULL,
  content_type TEXT NOT NULL,
  properties BLOB NOT NULL,
  priority INTEGER NOT NULL,
  release_at INTEGER NOT NULL,
  withdraws INTEGER NOT NULL,
  written INTEGER NOT NULL,
  size INTEGER NOT NULL,
  batch INTEGER,
  body BLOB
);

CREATE INDEX outbox_order ON outbox (address, key, batch, release_at);

CREATE INDEX outbox_batch ON outbox (batch) WHERE batch IS NOT NULL;
