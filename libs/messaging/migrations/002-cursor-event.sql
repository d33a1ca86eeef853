-- The last event at or before the cursor: a log that does not hold it is not the one that was followed.
ALTER TABLE messaging.cursor ADD COLUMN event_position bigint, ADD COLUMN event_id text;
