import { createTransport } from 'nodemailer';
import { ChannelRefused, type Channel, type Outgoing } from './channel';

export interface EmailConfig {
  /** `smtp://user:password@host:587` or `smtps://…`. */
  url: string;
  /** Sender, as `Name <address>` or an address. */
  from: string;
}

const CONNECTIONS_MAX = 4;
const CONNECT_TIMEOUT_ms = 10_000;
const SILENCE_TIMEOUT_ms = 20_000;
const MESSAGE_ID_HOST = 'huiyin.invalid';

/** Mail by SMTP. The `Message-ID` is that of the notice: a second delivery can be told from a second notice. */
export function emailChannel({ url, from }: EmailConfig): Channel {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: CONNECTIONS_MAX,
    connectionTimeout: CONNECT_TIMEOUT_ms,
    greetingTimeout: CONNECT_TIMEOUT_ms,
    socketTimeout: SILENCE_TIMEOUT_ms,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as Parameters<typeof createTransport>[0]);
  return {
    async send({ id, to, subject, text }: Outgoing) {
      const messageId = `<${id}@${MESSAGE_ID_HOST}>`;
      // An address object: a value with commas never becomes several recipients.
      await transport
        .sendMail({ from, to: { name: '', address: to }, subject, text, messageId })
        .catch(refused);
    },
    close: () => transport.close(),
  };
}

function refused(error: unknown): never {
  const { responseCode, code } = error as { responseCode?: unknown; code?: unknown };
  if (typeof responseCode === 'number') throw new ChannelRefused(`smtp-${responseCode}`);
  throw new ChannelRefused(typeof code === 'string' ? code : 'smtp-failed');
}
