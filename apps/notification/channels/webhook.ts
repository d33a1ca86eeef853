import type { Clock } from '@huiyin/kernel';
import { Webhook } from 'standardwebhooks';
import type { Channel } from './channel';
import { post } from './post';

export interface WebhookConfig {
  /** `whsec_` and base64. */
  secret: string;
  /** Of the signature: receivers refuse an old one, so it is real time even where the rest is simulated. */
  clock: Clock;
}

/** Signed as Standard Webhooks 1.0 says; `webhook-id` is that of the notice. Throws for a secret that is none. */
export function webhookChannel({ secret, clock }: WebhookConfig): Channel {
  const webhook = new Webhook(secret);
  return {
    async send({ id, to, subject, text, about }) {
      const body = JSON.stringify({ ...about, subject, text });
      const at = clock.now();
      const headers = {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': webhook.sign(id, at, body),
      };
      await post({ url: to, method: 'POST', headers, body });
    },
    close: () => undefined,
  };
}
