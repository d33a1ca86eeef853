-- The case that an order or a review is about: its evidence is put together from all of them.
ALTER TABLE escalation.timer ADD COLUMN case_id text;
CREATE INDEX timer_case_id ON escalation.timer (case_id) WHERE case_id IS NOT NULL;
