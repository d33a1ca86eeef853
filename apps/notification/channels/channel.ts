import type { ChannelName } from '../notice';

/** One message to one recipient, as it leaves. */
export interface Outgoing {
  /** Equal whenever this notice is sent again, so that a receiver can drop the second. */
  id: string;
  /** Address, number or URL. */
  to: string;
  subject: string;
  text: string;
  /** For machines: what it is about, without the words. */
  about: Readonly<Record<string, string>>;
}

/** Rejects when the message was not taken: with `ChannelRefused`, or with whatever the network says. */
export interface Channel {
  send(outgoing: Outgoing): Promise<void>;
  close(): void;
}

/** Those that the deployment has configured. */
export type Channels = Readonly<Partial<Record<ChannelName, Channel>>>;

/** The other side answered, and did not take it. `code` holds no address. */
export class ChannelRefused extends Error {
  constructor(readonly code: string) {
    super(`not taken: ${code}`);
  }
}
