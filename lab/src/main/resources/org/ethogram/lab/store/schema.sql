-- The store of a study, version 1. One row an episode; the view 'rate' is the place to start.

-- One row for each time the study was run into this store; the last is the present form.
CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  study TEXT NOT NULL,
  question TEXT NOT NULL,
  study_text TEXT NOT NULL,
  laws TEXT NOT NULL, -- JSON list of measures
  command TEXT NOT NULL,
  seed INTEGER NOT NULL,
  repeats INTEGER NOT NULL,
  code TEXT NOT NULL,
  java TEXT NOT NULL,
  operating_system TEXT NOT NULL,
  device TEXT NOT NULL,
  libraries TEXT NOT NULL, -- JSON object, version by name
  started TEXT NOT NULL -- ISO 8601, UTC
);

-- What a reader of the last run must know.
CREATE TABLE warning (text TEXT PRIMARY KEY);

CREATE TABLE subject (
  hash TEXT PRIMARY KEY, -- over name, revision, weights_hash, tokenizer_hash
  label TEXT NOT NULL,
  family TEXT NOT NULL,
  size TEXT NOT NULL,
  reference INTEGER NOT NULL, -- 1: a known target, no point of any law
  name TEXT NOT NULL,
  revision TEXT NOT NULL,
  architecture TEXT NOT NULL,
  weights_hash TEXT NOT NULL,
  tokenizer_hash TEXT NOT NULL,
  parameters INTEGER, -- non-embedding
  training_tokens INTEGER,
  training_steps INTEGER,
  feedback_steps INTEGER,
  position INTEGER -- in the present plan; NULL when it is not in it
);

-- The cases of the present plan.
CREATE TABLE planned_case (
  evaluation TEXT NOT NULL,
  settings TEXT NOT NULL, -- hash
  evaluation_case TEXT NOT NULL,
  PRIMARY KEY (evaluation, settings, evaluation_case)
) WITHOUT ROWID;

CREATE TABLE episode (
  id INTEGER PRIMARY KEY,
  subject TEXT NOT NULL REFERENCES subject (hash),
  evaluation TEXT NOT NULL,
  settings TEXT NOT NULL,
  evaluation_case TEXT NOT NULL,
  repeat INTEGER NOT NULL,
  run INTEGER NOT NULL REFERENCES run (id),
  factors TEXT NOT NULL, -- JSON object, level by factor
  seed INTEGER NOT NULL,
  outcome TEXT NOT NULL, -- SCORED, UNPARSED, REFUSED, ERRORED
  note TEXT NOT NULL, -- why it is not scored
  started TEXT NOT NULL,
  nanoseconds INTEGER NOT NULL,
  UNIQUE (subject, evaluation, settings, evaluation_case, repeat)
);

CREATE TABLE measurement (
  episode INTEGER NOT NULL REFERENCES episode (id),
  position INTEGER NOT NULL,
  measure TEXT NOT NULL,
  conditions TEXT NOT NULL, -- JSON object
  numerator REAL NOT NULL,
  denominator REAL NOT NULL, -- 0: the measure does not apply
  PRIMARY KEY (episode, position)
) WITHOUT ROWID;

-- The calls of an episode: JSON lines, gzip.
CREATE TABLE transcript (
  episode INTEGER PRIMARY KEY REFERENCES episode (id),
  lines BLOB NOT NULL
);

CREATE TABLE loss (
  subject TEXT NOT NULL REFERENCES subject (hash),
  loss TEXT NOT NULL,
  nats REAL NOT NULL,
  tokens INTEGER,
  PRIMARY KEY (subject, loss)
) WITHOUT ROWID;

-- The episodes of the present plan.
CREATE VIEW present_episode AS
SELECT episode.*
FROM episode
JOIN subject ON subject.hash = episode.subject AND subject.position IS NOT NULL
JOIN planned_case USING (evaluation, settings, evaluation_case)
WHERE episode.repeat < (SELECT repeats FROM run ORDER BY id DESC LIMIT 1);

-- One row a measurement of the present plan, for questions in SQL.
CREATE VIEW rate AS
SELECT subject.label, subject.family, subject.size, subject.parameters,
  subject.training_steps, subject.training_tokens, subject.reference,
  episode.evaluation, episode.factors, episode.repeat,
  measurement.measure, measurement.conditions,
  measurement.numerator, measurement.denominator,
  CASE WHEN measurement.denominator > 0
    THEN measurement.numerator / measurement.denominator END AS rate
FROM present_episode AS episode
JOIN subject ON subject.hash = episode.subject
JOIN measurement ON measurement.episode = episode.id;
