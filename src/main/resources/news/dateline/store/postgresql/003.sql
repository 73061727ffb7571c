-- Older pages of feeds still to be asked, because items may have fallen out unread. page is the key of address.
CREATE TABLE gap (
  source TEXT NOT NULL,
  page TEXT NOT NULL,
  address TEXT NOT NULL,
  feed TEXT NOT NULL,
  pages_left INTEGER NOT NULL,
  failures INTEGER NOT NULL,
  since BIGINT NOT NULL,
  due BIGINT NOT NULL,
  PRIMARY KEY (source, page)
);

-- Subscriptions at hubs. token: the secret end of the callback's address. hubs and recent are words parted by blanks.
CREATE TABLE subscription (
  token TEXT NOT NULL PRIMARY KEY,
  source TEXT NOT NULL,
  feed TEXT NOT NULL,
  internal INTEGER NOT NULL,
  topic TEXT NOT NULL,
  hubs TEXT NOT NULL,
  hub INTEGER NOT NULL,
  secret TEXT NOT NULL,
  phase TEXT NOT NULL,
  since BIGINT NOT NULL,
  asked BIGINT,
  failures INTEGER NOT NULL,
  due BIGINT NOT NULL,
  verified BIGINT,
  expires BIGINT,
  delivered BIGINT,
  deliveries BIGINT NOT NULL,
  proven INTEGER NOT NULL,
  suspect BIGINT,
  missed BIGINT NOT NULL,
  absent INTEGER NOT NULL,
  detail TEXT NOT NULL,
  recent TEXT NOT NULL
);
