import { openCheckpoint, parseVerifierKey, verifyConsistency, type ConsistencyProof } from '@huiyin/audit';
import type { Client } from '../flow/split/client';

const hex = (text: string): Buffer => Buffer.from(text, 'hex');

/** Signs now, and holds the new checkpoint against every one that was signed before. */
export async function assertGrown(address: string, client: Client, kept: string[]): Promise<void> {
  const text = async (path: string, init: RequestInit = {}): Promise<string> => {
    const answer = await fetch(address + path, init);
    const said = await answer.text();
    if (answer.status !== 200) throw new Error(`broken: ${path} answers ${answer.status}: ${said}`);
    return said;
  };
  const note = await text('/audit/checkpoint', { method: 'POST' });
  const key = parseVerifierKey((await text('/audit/key')).trim());
  const now = openCheckpoint(note, [key]);
  for (const earlier of kept) {
    const before = openCheckpoint(earlier, [key]);
    if (before.origin !== now.origin) throw new Error(`broken: ${before.origin} became ${now.origin}`);
    const path = `/audit/proof/consistency?from=${before.size}&to=${now.size}`;
    const { body, status } = await client.get<ConsistencyProof>(path);
    if (status !== 200) throw new Error(`broken: ${path} answers ${status}`);
    const verdict = verifyConsistency({
      size1: BigInt(before.size),
      root1: before.root,
      size2: BigInt(now.size),
      root2: now.root,
      proof: body.proof.map(hex),
    });
    if (!verdict.valid) throw new Error(`broken: the checkpoint at ${before.size}: ${verdict.reason}`);
  }
  if (kept.at(-1) !== note) kept.push(note);
}
