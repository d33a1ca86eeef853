import { NotIdentified, sightOf, type Headers, type Identify, type Sight, type Viewer } from '@huiyin/access';
import type { Platform } from '@huiyin/runtime';
import { apiProblem, ProblemError } from '../problems/problem';

/** Who asks, and what of the city their answers leave out. */
export interface Viewing {
  viewer: Viewer;
  sight: Sight;
}

/** Rejects with the problem of whoever is not known: nobody looks or acts without being somebody. */
export async function viewing(
  { identify, directory, store }: Pick<Platform, 'identify' | 'directory' | 'store'>,
  headers: Headers,
): Promise<Viewing> {
  const viewer = await identified(identify, headers);
  const { office } = viewer;
  // An office that was registered a moment ago may not have been followed here yet.
  if (office !== undefined && !directory.has(office)) await directory.reached(await store.head());
  const sight = sightOf(viewer, directory);
  if (sight.of === 'nothing') throw new ProblemError(apiProblem('viewer-unknown'));
  return { viewer, sight };
}

async function identified(identify: Identify, headers: Headers): Promise<Viewer> {
  try {
    return await identify(headers);
  } catch (error) {
    if (!(error instanceof NotIdentified)) throw error;
    throw new ProblemError(apiProblem('not-identified', error.message), { 'www-authenticate': 'Bearer' });
  }
}
