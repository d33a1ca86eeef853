-- One row per epoch; the newest is the one that grows. `size`: leaves, which is also the last position covered.
CREATE TABLE audit.epoch (
  epoch     integer     PRIMARY KEY,
  origin    text        NOT NULL UNIQUE,
  size      bigint      NOT NULL DEFAULT 0 CHECK (size >= 0),
  -- The extension line that names the last checkpoint of the epoch before.
  after     text,
  opened_at timestamptz NOT NULL DEFAULT now()
);

-- Tiles as in C2SP tlog-tiles: 256 hashes of level 8 × level, the last one of a level partly filled.
CREATE TABLE audit.tile (
  epoch  integer  NOT NULL REFERENCES audit.epoch,
  level  smallint NOT NULL,
  index  bigint   NOT NULL,
  hashes bytea    NOT NULL,
  PRIMARY KEY (epoch, level, index)
);
-- Hashes do not compress.
ALTER TABLE audit.tile ALTER COLUMN hashes SET STORAGE EXTERNAL;

-- The last leaf of every stream: the next one names it.
CREATE TABLE audit.stream_head (
  epoch    integer NOT NULL REFERENCES audit.epoch,
  stream   text COLLATE "C" NOT NULL,
  revision integer NOT NULL,
  hash     bytea   NOT NULL,
  PRIMARY KEY (epoch, stream)
);
