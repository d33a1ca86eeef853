import type { CommandEnvelope } from '@huiyin/command-handler';
import { streamOf, type CaseEvents } from '@huiyin/domain';
import { sealedIn } from '@huiyin/privacy';
import type { Platform } from '@huiyin/runtime';

/** What was sealed in one entry of a file, by its JSON Pointer; null where its person's key has been destroyed. */
export interface OpenedEntry {
  entry: number;
  type: string;
  fields: Readonly<Record<string, string | null>>;
}

/** Opens what the command has recorded to be read, and nothing else: a repeat of it opens the same. */
export async function openedBy(
  { store, privacy }: Pick<Platform, 'store' | 'privacy'>,
  { aggregate, id, commandId }: Pick<CommandEnvelope, 'aggregate' | 'id' | 'commandId'>,
): Promise<readonly OpenedEntry[] | undefined> {
  const history = await store.readStream(streamOf(aggregate, id));
  const recorded = history.find(({ type, meta }) => type === 'PersonalRead' && meta.commandId === commandId);
  if (!recorded) return undefined;
  const { read } = recorded.data as CaseEvents['PersonalRead'];
  return Promise.all(
    read.map(async ({ entry, fields }) => {
      const event = history[entry]!;
      const wanted = sealedIn(event.data).filter(({ field }) => fields.includes(field));
      const opened = wanted.map(async (sealed) => {
        const text = await privacy.open(sealed, event);
        return [sealed.field, text.status === 'open' ? text.text : null] as const;
      });
      return { entry, type: event.type, fields: Object.fromEntries(await Promise.all(opened)) };
    }),
  );
}
