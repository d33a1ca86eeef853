import { deterministicId, personal, unreachable } from '@huiyin/kernel';
import { refuse, unlessRefused, type Issued } from '../../decider';
import type { CaseState } from '../state';
import type { Decided } from '../step';
import type { MessageCommand } from './commands';
import type { MessageSender } from './events';
import { aRequestHoldsSoManyMessages } from './rules/a-request-holds-so-many-messages';
import { messagesAreForPublicRequests } from './rules/messages-are-for-public-requests';

export function decideMessage(command: MessageCommand & Issued, state: CaseState): Decided {
  switch (command.type) {
    case 'AddMessage':
      return addMessage(command, state);
    default:
      return unreachable(command.type);
  }
}

function addMessage({ id, now, data }: MessageCommand & Issued, { status, parts }: CaseState): Decided {
  if (status === 'unregistered') return refuse('does-not-exist');
  const { sender, ...told } = data;
  // Whoever sends it need not be who filed the request: a subject, and a key, of its own.
  const subject = deterministicId('sender', id, now, parts.messages.received);
  return unlessRefused(
    [messagesAreForPublicRequests(parts.messages), aRequestHoldsSoManyMessages(parts.messages)],
    { type: 'MessageAdded', data: { ...told, ...(sender && { sender: sealable(sender, subject) }) } },
  );
}

const sealable = (
  { name, email, phone, accountId }: NonNullable<MessageCommand['data']['sender']>,
  subject: string,
): MessageSender => ({
  subject,
  ...(name !== undefined && { name: personal(name, subject) }),
  ...(email !== undefined && { email: personal(email, subject) }),
  ...(phone !== undefined && { phone: personal(phone, subject) }),
  ...(accountId !== undefined && { accountId: personal(accountId, subject) }),
});
