-- A destroyed key leaves its row: the fence against a second key for the same subject.
CREATE TABLE privacy.subject_key (
  subject uuid PRIMARY KEY,
  wrapped bytea,
  created_at timestamptz NOT NULL DEFAULT now(),
  destroyed_at timestamptz,
  CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
);

CREATE TABLE privacy.master_key_check (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  value bytea NOT NULL
);
