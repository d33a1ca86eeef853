-- One row per event. `position` has no sequence: the append function numbers under its lock, without gaps.
-- The columns stand in the order that wastes no padding.
CREATE TABLE event_store.event (
  position       bigint      NOT NULL,
  occurred_at    timestamptz NOT NULL,
  recorded_at    timestamptz NOT NULL,
  revision       integer     NOT NULL CHECK (revision >= 0),
  version        smallint    NOT NULL,
  command_events smallint,
  id             uuid        NOT NULL,
  command_id     uuid,
  stream         text COLLATE "C" NOT NULL,
  type           text COLLATE "C" NOT NULL,
  data           json        NOT NULL,
  meta           json        NOT NULL,
  PRIMARY KEY (position),
  CONSTRAINT event_stream_revision UNIQUE (stream, revision)
);

-- A request's events stand at consecutive positions; its first one carries the command id and how many there are.
CREATE UNIQUE INDEX event_command ON event_store.event (command_id) WHERE command_id IS NOT NULL;

COMMENT ON COLUMN event_store.event.data IS 'json, not jsonb: the exact text, which the audit log hashes';
