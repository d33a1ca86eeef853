-- Where the last leaf's event stands in the store. PostgreSQL numbers events as the tree numbers leaves; KurrentDB does not.
ALTER TABLE audit.epoch ADD COLUMN position bigint NOT NULL DEFAULT 0 CHECK (position >= 0);
UPDATE audit.epoch SET position = size;
