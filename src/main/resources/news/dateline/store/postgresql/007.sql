-- Bodies that were pushed and committed, so that none of them counts twice. hash: 128 bits of SHA-256.
CREATE TABLE pushed (
  source TEXT NOT NULL,
  hash TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (source, hash)
);
