-- How to reach whoever brought a case: as it arrived, sealed. It opens only with the event that it was sealed in.
CREATE TABLE notification.contact (
  case_id text PRIMARY KEY,
  subject text NOT NULL,
  stream text NOT NULL,
  event_id text NOT NULL,
  name json,
  phone json,
  email json
);

CREATE TABLE notification.office (
  office_id text PRIMARY KEY,
  zh text NOT NULL,
  en text NOT NULL,
  email text,
  webhook text,
  position bigint NOT NULL
);

-- Supervisions and reviews: later messages name only their own id.
CREATE TABLE notification.matter (
  matter_id text PRIMARY KEY,
  case_id text NOT NULL,
  office text NOT NULL
);

-- What duties and rungs are called, by the pack that named them.
CREATE TABLE notification.term (
  kind text NOT NULL CHECK (kind IN ('duty', 'rung')),
  term_id text NOT NULL,
  policy text NOT NULL,
  position bigint NOT NULL,
  zh text NOT NULL,
  en text NOT NULL,
  PRIMARY KEY (kind, term_id, policy)
);

-- One row for each event, recipient and channel: the primary key is what keeps anything from being told twice.
CREATE TABLE notification.notice (
  event_id text NOT NULL,
  recipient text NOT NULL,
  channel text NOT NULL CHECK (channel IN ('email', 'sms', 'webhook', 'none')),
  seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  state text NOT NULL CHECK (state IN ('pending', 'sending', 'sent', 'parked', 'no-channel')),
  template text NOT NULL,
  language text NOT NULL,
  case_id text,
  facts json NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  -- When it is due; while sending, when whoever sends it is taken for dead.
  next_attempt_at timestamptz NOT NULL,
  last_error_code text,
  created_at timestamptz NOT NULL,
  sent_at timestamptz,
  PRIMARY KEY (event_id, recipient, channel)
);

CREATE INDEX notice_due ON notification.notice (next_attempt_at) WHERE state IN ('pending', 'sending');
CREATE INDEX notice_by_state ON notification.notice (state, seq);
CREATE INDEX notice_by_case ON notification.notice (case_id, seq);
CREATE INDEX notice_without_channel ON notification.notice (recipient) WHERE state = 'no-channel';
