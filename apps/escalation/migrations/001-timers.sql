-- One row per stream that can owe something: the next instant at which a step falls due, and the steps already taken.
CREATE TABLE escalation.timer (
  stream       text PRIMARY KEY,
  next_at      timestamptz,
  fired        uuid[] NOT NULL DEFAULT '{}',
  -- Revision of the stream that next_at was computed from: an older reading never replaces a newer one.
  revision     integer NOT NULL,
  leased_until timestamptz,
  failures     smallint NOT NULL DEFAULT 0
);
CREATE INDEX timer_next_at ON escalation.timer (next_at) WHERE next_at IS NOT NULL;
