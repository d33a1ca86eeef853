import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { EvidenceFolder } from '../evidence/folder';
import type { SignedCheckpoint } from '../log/signed';
import { LogDamaged } from '../log/errors';
import { toRaw, type RawEvent, type RawLog } from '../log/event';
import { hashOfRecord, RECORD_BYTES, streamTag, TAG_BYTES } from '../log/leaf';
import { numberingOf } from '../log/numbering';
import { standingEvents } from '../log/standing';
import { nodeHash } from '../merkle/hash';
import { completeSubtrees } from '../merkle/tree';
import { BUNDLE, BUNDLE_VERSION, type Line } from './format';

const POSITIONS_PER_READ = 1_000;

export interface ExportOptions {
  raw: RawLog;
  evidence: EvidenceFolder;
  /** The newest checkpoint: the bundle goes up to it. */
  checkpoint: SignedCheckpoint;
  key: string;
  /** One stream; without it, the whole log. */
  stream?: string | undefined;
  schemas: Record<string, unknown>;
  now: Date;
}

export interface Exported {
  events: number;
  sha256: string;
}

/** The stream has no event that the checkpoint covers. */
export class NothingToExport extends Error {}

/** Writes a bundle, whole or not at all. Rejects with LogDamaged when the leaves outside are not there. */
export async function writeBundle(file: string, options: ExportOptions): Promise<Exported> {
  const draft = `${file}.part`;
  const hash = createHash('sha256');
  let events = 0;
  async function* texts(): AsyncGenerator<string> {
    for await (const line of linesOf(options)) {
      if ('event' in line) events += 1;
      const text = `${JSON.stringify(line)}\n`;
      hash.update(text);
      yield text;
    }
  }
  try {
    await pipeline(texts, createWriteStream(draft));
    await rename(draft, file);
    return { events, sha256: hash.digest('hex') };
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function* linesOf(options: ExportOptions): AsyncGenerator<Line> {
  const { checkpoint, evidence, key, stream, schemas, now } = options;
  const { origin, size } = checkpoint;
  const scope = stream === undefined ? ({ scope: 'all' } as const) : ({ scope: 'case', stream } as const);
  const numbers = stream === undefined ? undefined : await numbersOf(evidence, checkpoint, stream);
  const from = numbers ? numbers[0]! - 1 : 0;
  yield { bundle: BUNDLE, version: BUNDLE_VERSION, ...scope, origin, exportedAt: now.toISOString() };
  yield { key };
  yield { checkpoint: checkpoint.note };
  const handovers = await evidence.readHandovers();
  if (handovers.length > 0) yield { handovers };
  yield { closed: await closedEpochs(evidence, checkpoint.epoch) };
  yield { schemas };
  yield { tree: { from, prefix: await prefixOf(evidence, checkpoint, from) } };
  let leaves = 0;
  for await (const piece of evidence.readLeaves(checkpoint.epoch, from, size)) {
    leaves += piece.length / RECORD_BYTES;
    yield { leaves: piece.toString('base64') };
  }
  if (leaves < size - from) throw new LogDamaged('evidence', `leaves are missing in ${evidence.path}`);
  let events = 0;
  for await (const event of numbers ? ofStream(options, numbers) : standingEvents(options.raw, size)) {
    events += 1;
    yield { event };
  }
  yield { end: { leaves, events } };
}

async function closedEpochs(evidence: EvidenceFolder, epoch: number): Promise<string[]> {
  const notes: string[] = [];
  for (let closed = 1; closed < epoch; closed += 1) {
    const note = await evidence.readClosed(closed);
    if (note !== undefined) notes.push(note);
  }
  return notes;
}

/** Which leaves the signed list says are the stream's. */
async function numbersOf(
  evidence: EvidenceFolder,
  { epoch, size }: SignedCheckpoint,
  stream: string,
): Promise<number[]> {
  const tag = streamTag(stream);
  const numbers: number[] = [];
  let number = 0;
  for await (const piece of evidence.readLeaves(epoch, 0, size)) {
    for (let at = 0; at < piece.length; at += RECORD_BYTES) {
      number += 1;
      if (piece.compare(tag, 0, TAG_BYTES, at, at + TAG_BYTES) === 0) numbers.push(number);
    }
  }
  if (number < size) throw new LogDamaged('evidence', `leaves are missing in ${evidence.path}`);
  if (numbers.length === 0) throw new NothingToExport(`the signed log has no event of ${stream}`);
  return numbers;
}

async function prefixOf(
  evidence: EvidenceFolder,
  { epoch }: SignedCheckpoint,
  from: number,
): Promise<string[]> {
  const hashes: string[] = [];
  for (const { start, end } of completeSubtrees({ start: 0, end: from })) {
    let level: Buffer[] = [];
    for await (const piece of evidence.readLeaves(epoch, start, end))
      for (let at = 0; at < piece.length; at += RECORD_BYTES)
        level.push(hashOfRecord(piece.subarray(at, at + RECORD_BYTES)));
    while (level.length > 1)
      level = Array.from({ length: level.length / 2 }, (_, at) =>
        nodeHash(level[2 * at]!, level[2 * at + 1]!),
      );
    hashes.push(level[0]!.toString('hex'));
  }
  return hashes;
}

/** The stream's events, and whatever stands where its events should be. */
async function* ofStream(options: ExportOptions, numbers: readonly number[]): AsyncGenerator<RawEvent> {
  const { raw, evidence, checkpoint, stream } = options;
  const { epoch, size } = checkpoint;
  const numbering = numberingOf(raw, evidence);
  const found = new Map((await raw.readStream(stream!)).map((event) => [event.position, event]));
  const places: number[] = [];
  for (const number of numbers) places.push(await numbering.positionOf(epoch, number));
  const others = places.filter((position) => !found.has(position));
  for (let at = 0; at < others.length; at += POSITIONS_PER_READ)
    for (const event of await raw.readPositions(others.slice(at, at + POSITIONS_PER_READ)))
      found.set(event.position, event);
  const events = [...found.values()].sort((a, b) => a.position - b.position);
  const positions = events.map(({ position }) => position);
  for (const [index, number] of (await numbering.numbersOf(epoch, positions, size)).entries())
    if (number <= size) yield toRaw(events[index]!, number);
}
