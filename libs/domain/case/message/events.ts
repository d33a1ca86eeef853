import type { PersonalValue } from '@huiyin/kernel';
import type { EventOf } from '../../decider';

/* Stored names are law: change one only by adding a version and its upcaster. */

export interface MessageSender {
  subject: string;
  name?: PersonalValue;
  email?: PersonalValue;
  phone?: PersonalValue;
  accountId?: PersonalValue;
}

export interface MessageEvents {
  /** Somebody adds something to a request that was filed in public; what it says is public too. */
  MessageAdded: {
    text: string;
    mediaUrl?: string;
    /** What the sender takes the request's status to be; only the office's own steps change it. */
    saidStatus?: string;
    sender?: MessageSender;
  };
}

export type MessageEvent = EventOf<MessageEvents>;

export const messageVersions: Readonly<Record<MessageEvent['type'], number>> = { MessageAdded: 1 };
