-- Files that petitioners and offices hand in, sealed under the petitioner's key. The event FileAttached says what each is.
CREATE TABLE attachment.sealed_file (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL,
  sealed bytea NOT NULL,
  kept_at timestamptz NOT NULL DEFAULT now()
);
-- Sealed bytes do not compress.
ALTER TABLE attachment.sealed_file ALTER COLUMN sealed SET STORAGE EXTERNAL;
