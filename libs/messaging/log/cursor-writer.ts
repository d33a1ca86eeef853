import type { Log } from '@huiyin/kernel';
import { describeFailure } from '../failure';
import type { CursorStore, Mark } from './cursors';

/** A crash repeats at most what was handled in this time; each save costs the database a commit. */
export const CURSOR_SAVE_ms = 50;

export interface CursorWriter {
  /** Saves soon, behind the work; the newest position wins. */
  note(position: number, last?: Mark): void;
  /** Resolves when the newest position is saved, or could not be. */
  flush(): Promise<void>;
}

export function createCursorWriter(cursors: CursorStore, group: string, log: Log): CursorWriter {
  let wanted: { position: number; last: Mark | undefined } | undefined;
  let timer: NodeJS.Timeout | undefined;
  let saving: Promise<void> = Promise.resolve();
  const save = async () => {
    if (wanted === undefined) return;
    const saving = wanted;
    const { position, last } = saving;
    wanted = undefined;
    try {
      await cursors.save(group, position, last);
    } catch (error) {
      // The next save covers it; until then a restart repeats a little more.
      wanted ??= saving;
      log.warn({ group, position, failure: describeFailure(error) }, 'cursor not saved');
    }
  };
  const saveNow = () => {
    clearTimeout(timer);
    timer = undefined;
    saving = saving.then(save);
    return saving;
  };
  return {
    note: (position, last = wanted?.last) => {
      wanted = { position, last };
      timer ??= setTimeout(() => void saveNow(), CURSOR_SAVE_ms);
    },
    flush: saveNow,
  };
}
