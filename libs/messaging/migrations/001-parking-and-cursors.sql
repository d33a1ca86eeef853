-- A key is parked while its row is here. Whoever adds a message behind it, or removes it, locks the row first.
CREATE TABLE messaging.parked_key (
  group_name text NOT NULL,
  key text NOT NULL,
  parked_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (group_name, key)
);

CREATE TABLE messaging.parked_message (
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  group_name text NOT NULL,
  key text NOT NULL,
  message_id text NOT NULL,
  message json NOT NULL,
  failure_code text,
  failure_message text,
  parked_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (group_name, message_id),
  FOREIGN KEY (group_name, key) REFERENCES messaging.parked_key
);

CREATE INDEX parked_message_in_order ON messaging.parked_message (group_name, key, seq);

-- Where a consumer of the log resumes: everything up to here is handled or parked.
CREATE TABLE messaging.cursor (
  group_name text PRIMARY KEY,
  position bigint NOT NULL
);
