import { systemClock } from '@huiyin/kernel';
import type { DeliveryConfig } from '@huiyin/runtime';
import { emailChannel, smsChannel, webhookChannel, type Channels } from './channels';

/** The channels that the configuration names. Receivers live in real time, whatever the city's clock says. */
export function configuredChannels(config: DeliveryConfig): Channels {
  const { SMTP_URL, MAIL_FROM, WEBHOOK_SECRET, SMS_URL, SMS_HEADERS, SMS_BODY } = config;
  return {
    ...(SMTP_URL && { email: emailChannel({ url: SMTP_URL, from: MAIL_FROM }) }),
    ...(WEBHOOK_SECRET && { webhook: webhookChannel({ secret: WEBHOOK_SECRET, clock: systemClock }) }),
    ...(SMS_URL && { sms: smsChannel({ url: SMS_URL, headers: SMS_HEADERS, body: SMS_BODY }) }),
  };
}
