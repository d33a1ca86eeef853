-- One row per version of a calendar: how far the streams with something running have been planned anew under it.
CREATE TABLE escalation.revision (
  calendar text PRIMARY KEY,
  -- Of its adoption in the log: whoever goes on from here knows the rules up to it first.
  position bigint NOT NULL,
  -- The last stream that was planned, in the order of their names.
  reached  text NOT NULL DEFAULT '',
  done     boolean NOT NULL DEFAULT false
);
CREATE INDEX timer_running ON escalation.timer (stream) WHERE next_at IS NOT NULL;
