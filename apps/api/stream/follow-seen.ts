import { seesEverything, type Sight } from '@huiyin/access';
import { anythingSeen } from '@huiyin/read-models';
import type { ReadDeps } from '../queries/routes';

/**
 * Tells each position that the views reach, the present one first; the answer ends it. Whoever must not see some cases
 * is told only of positions before which something happened that they may see: not even that something else did.
 */
export function followSeen(
  { feed, views, platform: { log } }: ReadDeps,
  sight: Sight,
  tell: (position: number) => void,
): () => void {
  let told = feed.position();
  tell(told);
  if (seesEverything(sight)) return feed.listen(tell);
  let wanted = told;
  let asking = false;
  const ask = async (): Promise<void> => {
    while (told < wanted) {
      const upTo = wanted;
      if (await anythingSeen(views, { after: told, upTo }, sight)) tell(upTo);
      told = upTo;
    }
  };
  return feed.listen((position) => {
    wanted = position;
    if (asking) return;
    asking = true;
    ask()
      .catch((error: unknown) => log.warn({ err: error }, 'stream could not look what may be seen'))
      .finally(() => (asking = false));
  });
}
