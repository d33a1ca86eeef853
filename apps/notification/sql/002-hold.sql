-- Up to here it is not known who has been told: notices of these events are written and parked, for a person to look at.
CREATE TABLE notification.hold (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  until_position bigint NOT NULL
);
