import type { Consumer, ParkingLot } from '../port';
import type { Draft } from './messages';

/** One transport with nothing on it, and everything that a consumer of it needs. */
export interface MessagingRig {
  topic: string;
  publish(drafts: readonly Draft[]): Promise<void>;
  /** A consumer as a process of its own would have it. */
  consumer(): Consumer;
  lot: ParkingLot;
  /** Resolves when so many messages have been parked in all. */
  parked(messages: number): Promise<void>;
  /** A process that takes a message of the group, never finishes it, and is killed. Resolves with the message's id. */
  killWhileHandling(group: string): Promise<string>;
  close(): Promise<void>;
}

export interface MessagingHarness {
  start(): Promise<MessagingRig>;
  /** Whether several consumers of one group work at the same time; otherwise one works and the others stand by. */
  shares: boolean;
}
