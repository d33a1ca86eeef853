import {
  AGGREGATES,
  referralsThatStand,
  type ReviewEvent,
  type ReviewEvents,
  type ReviewState,
} from '@huiyin/domain';
import {
  assembleEvidence,
  fingerprintOf,
  officeNames,
  readCaseRecord,
  recordUpTo,
  type CaseRecord,
  type EvidenceDocument,
  type Recorded,
} from '@huiyin/evidence';
import type { RuleBook, Text } from '@huiyin/policy';
import { citedOf } from './cited';

/** Everything that is handed over with a review, as the log has it up to one position. */
export interface ReferralFile {
  reviewId: string;
  state: Exclude<ReviewState, { status: 'unopened' }>;
  review: readonly Recorded[];
  record: CaseRecord;
  /** On the case as it stands at the end of the record, what came after the review's opening included. */
  evidence: EvidenceDocument;
  /** What the review kept a fingerprint of; `document`: absent where today's Huiyin puts another one together. */
  atOpening?: { position: number; sha256: string; document?: EvidenceDocument };
  /** Of every office that is named. */
  names: Readonly<Record<string, Text>>;
}

type ReadStream = (stream: string) => Promise<readonly Recorded[]>;

/** Undefined where there is no such review, or its case is in no log here. Rejects as `readStream` does. */
export async function readReferralFile(
  readStream: ReadStream,
  { reviewId, upTo, rules }: { reviewId: string; upTo: number; rules: RuleBook },
): Promise<ReferralFile | undefined> {
  const stream = `review-${reviewId}`;
  const review = (await readStream(stream)).filter(({ position }) => position <= upTo);
  const state = reviewState(review);
  if (state.status === 'unopened') return undefined;
  const assembled = review.find(({ type }) => type === 'EvidenceAssembled');
  const { streams = [] } = (assembled?.data ?? {}) as Partial<ReviewEvents['EvidenceAssembled']>;
  const about = { caseId: state.caseId, streams: [...new Set([...streams, stream])].sort(), upTo };
  const record = recordUpTo(await readCaseRecord(readStream, about));
  const evidence = assembleEvidence(record, rules);
  if (!evidence) return undefined;
  const receivers = referralsThatStand(state.parts.referrals).map(({ to }) => to);
  const names = await readNames(readStream, record, [...receivers, state.office]);
  const atOpening = assembled && (await again(readStream, assembled, rules));
  return { reviewId, state, review, record, evidence, names, ...(atOpening && { atOpening }) };
}

export const reviewState = (review: readonly { type: string; data: unknown }[]): ReviewState => {
  const { initial, evolve } = AGGREGATES.reviews;
  return review.reduce<ReviewState>((state, event) => evolve(state, event as ReviewEvent), initial);
};

/** The same evidence once more, from the log as it was when the review was opened. */
async function again(
  readStream: ReadStream,
  { position, data }: Recorded,
  rules: RuleBook,
): Promise<NonNullable<ReferralFile['atOpening']>> {
  const { caseId, streams, upTo, sha256 } = data as ReviewEvents['EvidenceAssembled'];
  const document = assembleEvidence(await readCaseRecord(readStream, { caseId, streams, upTo }), rules);
  const isSame = document !== undefined && fingerprintOf(document) === sha256;
  return { position, sha256, ...(isSame && { document }) };
}

/** The offices of the record, and those that it went to. */
async function readNames(
  readStream: ReadStream,
  { offices }: CaseRecord,
  receivers: readonly string[],
): Promise<ReferralFile['names']> {
  const more = receivers.filter((office) => !offices.has(office));
  const read = await Promise.all(more.map((office) => readStream(`office-${office}`)));
  return officeNames({
    offices: new Map([...offices, ...more.map((office, at) => [office, read[at]!] as const)]),
  });
}

/** The streams whose events are handed over: those that the evidence is about, and any other that it cites. */
export function bundledStreams({ record, evidence }: ReferralFile): readonly string[] {
  const about = [record.history, ...record.about].flatMap(([first]) => first?.stream ?? []);
  const cited = citedOf(evidence);
  const offices = [...record.offices.values()].flatMap((events) =>
    events.filter(({ position }) => cited.has(position)).map(({ stream }) => stream),
  );
  return [...new Set([...about, ...offices])];
}
