import type { KeptTable } from '@huiyin/backup';

/** What was done outside the log and must not be done twice. Read before the log's head is. */
export const LEDGERS: readonly KeptTable[] = [
  {
    name: 'notification.notice',
    afterRestore: `SELECT setval(pg_get_serial_sequence('notification.notice', 'seq'),
      (SELECT coalesce(max(seq), 0) + 1 FROM notification.notice), false)`,
  },
];

/** What the log's events need. Keys stay wrapped, files stay sealed. Read after the log's head is. */
export const KEYS: readonly KeptTable[] = [
  { name: 'privacy.master_key_check' },
  { name: 'privacy.subject_key' },
  { name: 'privacy.derived_key' },
  // Megabytes in a row.
  { name: 'attachment.sealed_file', rowsAtOnce: 4 },
  // Which epoch the Merkle log is in. The tree is made again from the events, and compared with the evidence outside.
  { name: 'audit.epoch', columns: ['epoch', 'origin', 'after', 'opened_at'] },
];

export const KEPT: readonly KeptTable[] = [...LEDGERS, ...KEYS];

/** Every other table of an installation, and why it is not in a backup; `%` stands for any rest of the name. */
export const NOT_KEPT: Readonly<Record<string, string>> = {
  'event_store.event': 'the log: backed up through its archive',
  '%.migration': 'made by the program that restores',
  'views.%': 'read models: folded from the log',
  'escalation.%': 'planned from the log; a step taken is known by its command id',
  'messaging.cursor': 'every follower begins at the first event',
  'messaging.parked_key': 'handled again, and parked again if it fails again',
  'messaging.parked_message': 'handled again, and parked again if it fails again',
  'notification.contact': 'learned from the log',
  'notification.office': 'learned from the log',
  'notification.matter': 'learned from the log',
  'notification.term': 'learned from the log',
  'notification.hold': 'set by the restore',
  'audit.tile': 'hashes of the events',
  'audit.stream_head': 'hashes of the events',
};
