-- Times are milliseconds since 1970. Numbers of outbox rows and batches come from one sequence, so that they never come twice.
CREATE SEQUENCE counter;

CREATE TABLE seen (
  uri TEXT NOT NULL PRIMARY KEY,
  source TEXT NOT NULL,
  publisher TEXT NOT NULL,
  version TEXT NOT NULL,
  fingerprint TEXT NOT NULL
);

CREATE TABLE source_state (
  source TEXT NOT NULL PRIMARY KEY,
  health TEXT NOT NULL,
  reason TEXT,
  detail TEXT NOT NULL,
  since BIGINT NOT NULL,
  etag TEXT,
  last_modified TEXT,
  body_hash TEXT,
  last_poll BIGINT,
  last_item BIGINT,
  next_poll BIGINT,
  next_why TEXT NOT NULL,
  failures INTEGER NOT NULL,
  received BIGINT NOT NULL,
  published BIGINT NOT NULL,
  unchanged BIGINT NOT NULL,
  rejected BIGINT NOT NULL,
  visits TEXT NOT NULL,
  rhythm TEXT NOT NULL
);

-- The body of every article, written once; its sequence is the id of the outbox row it left by.
CREATE TABLE article (
  sequence BIGINT NOT NULL PRIMARY KEY,
  source TEXT NOT NULL,
  stored BIGINT NOT NULL,
  body BYTEA NOT NULL
);

CREATE INDEX article_source ON article (source, sequence);

CREATE TABLE batch (
  number BIGINT NOT NULL PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  owner TEXT NOT NULL,
  leased_until BIGINT NOT NULL
);

-- release_at: 0 at once, 9223372036854775807 held. body: NULL when it lies in article. batch: NULL until the row leaves.
CREATE TABLE outbox (
  id BIGINT NOT NULL PRIMARY KEY,
  address TEXT NOT NULL,
  key TEXT NOT NULL,
  version TEXT NOT NULL,
  content_type TEXT NOT NULL,
  properties BYTEA NOT NULL,
  priority INTEGER NOT NULL,
  release_at BIGINT NOT NULL,
  withdraws INTEGER NOT NULL,
  written BIGINT NOT NULL,
  size INTEGER NOT NULL,
  batch BIGINT,
  body BYTEA
);

CREATE INDEX outbox_order ON outbox (address, key, batch, release_at);

CREATE INDEX outbox_batch ON outbox (batch) WHERE batch IS NOT NULL;
