import type { EscalationCommand, Triggered } from '@huiyin/policy';

/** A step of a duty, or a supervision order that the record calls for. */
export type Step = EscalationCommand | ({ do: 'order' } & Triggered);
