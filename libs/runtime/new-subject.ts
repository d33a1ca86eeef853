import type { CommandEnvelope } from '@huiyin/command-handler';
import type { Privacy } from '@huiyin/privacy';

/** A petitioner who is not known from an earlier case becomes a data subject whose key is kept before the case is. */
export async function withNewSubject(
  { newSubject }: Pick<Privacy, 'newSubject'>,
  command: CommandEnvelope,
): Promise<CommandEnvelope> {
  if (command.type !== 'RegisterCase') return command;
  const { petitioner } = command.data as { petitioner?: { subject?: string } };
  return petitioner && !petitioner.subject ? { ...command, newSubject: await newSubject() } : command;
}
