import type { Random } from '@huiyin/kernel';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** An event of a made-up life: its type, and texts of its data, all of the size and shape of the domain's sample. */
export interface Step {
  type: string;
  data: readonly string[];
}

/** The steps that a made-up case may take, each with the share of the cases that take it. */
const LIFE: readonly (readonly [type: string, share: number])[] = [
  ['CaseRegistered', 1],
  ['CaseSorted', 1],
  ['CaseSent', 1],
  ['CaseObjected', 0.08],
  ['ObjectionUpheld', 0.04],
  ['CaseAcknowledged', 1],
  ['OfficeReminded', 0.4],
  ['CaseAccepted', 1],
  ['DutyBreached', 0.12],
  ['AnswerExtended', 0.1],
  ['ExtensionTold', 0.1],
  ['CaseAnswered', 0.9],
  ['ClosingReported', 0.9],
  ['CaseClosed', 0.9],
  ['CaseRated', 0.3],
  ['CaseReopened', 0.02],
];

/** Texts of one step, so that no two neighbours in the log hold the same sealed values. */
const VARIANTS = 64;
const SAMPLES = path.resolve(__dirname, '../../../libs/domain/case/samples');
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Sealed values are random bytes of the length that the sample's would have: nobody can open them. */
function resealed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(resealed);
  if (typeof value !== 'object' || value === null) return value;
  if ('$sealed' in value) {
    const bytes = Buffer.from((value as unknown as { text: string }).text, 'base64').length;
    const text = randomBytes(Math.max(bytes, TAG_BYTES)).toString('base64');
    return { ...value, nonce: randomBytes(NONCE_BYTES).toString('base64'), text };
  }
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, resealed(inner)]));
}

/** The domain's golden samples, ready to be written many times. */
export function readSteps(): (Step & { share: number })[] {
  return LIFE.map(([type, share]) => {
    const sample: unknown = JSON.parse(readFileSync(path.join(SAMPLES, `${type}.v1.json`), 'utf8'));
    const data = Array.from({ length: VARIANTS }, () => JSON.stringify(resealed(sample)));
    return { type, share, data };
  });
}

/** The steps of one case. */
export const lifeOf = (steps: readonly (Step & { share: number })[], { next }: Random): Step[] =>
  steps.filter(({ share }) => share === 1 || next() < share);
