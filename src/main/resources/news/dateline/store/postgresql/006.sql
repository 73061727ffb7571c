-- How the paragraphs of a source's stories recur.
CREATE TABLE paragraph_book (
  source TEXT NOT NULL PRIMARY KEY,
  book BYTEA NOT NULL
);

-- Full names under which people spoke. days: on how many; day: the latest, in days since 1970. voices: publishers, hashed, each with its articles of that day.
CREATE TABLE person_name (
  name TEXT NOT NULL PRIMARY KEY,
  articles INTEGER NOT NULL,
  days INTEGER NOT NULL,
  day INTEGER NOT NULL,
  voices TEXT NOT NULL
);
