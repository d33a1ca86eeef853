-- The same key wrapped under the master key that comes next, until the two change places. Never beyond the key itself:
-- whoever destroys a key destroys both.
ALTER TABLE privacy.subject_key ADD COLUMN rewrapped bytea,
  ADD CHECK (rewrapped IS NULL OR wrapped IS NOT NULL);

-- Keys for look-ups that were derived from an earlier master key: what they have made must still be found.
CREATE TABLE privacy.derived_key (
  purpose text PRIMARY KEY,
  wrapped bytea NOT NULL
);
