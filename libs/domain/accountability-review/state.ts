import { unreachable } from '@huiyin/kernel';
import type { Instant } from '@huiyin/policy';
import { damagedLog } from '../damaged-log';
import { renamed } from '../succession';
import type { Evidence, Finding, ReviewEvent } from './events';
import {
  NO_PARTS,
  partsPassedOn,
  withEvidence,
  withFinding,
  withRemedy,
  type OnFinding,
  type ReviewParts,
} from './parts';
import { withReferral } from './referred';

interface Opened {
  pack: string;
  caseId: string;
  office: string;
  by: string;
  openedAt: Instant;
  evidence?: Evidence;
  stated: boolean;
  breached: readonly string[];
  parts: ReviewParts;
}

export type OpenedReview =
  | ({ status: 'opened' } & Opened)
  | ({ status: 'proposed'; finding: Finding } & Opened)
  | ({ status: 'confirmed'; finding: Finding } & Opened)
  | ({ status: 'closed'; finding: Finding } & Opened);

export type ReviewState = { status: 'unopened'; parts: ReviewParts } | OpenedReview;

export const unopened: ReviewState = { status: 'unopened', parts: NO_PARTS };

export function evolve(state: ReviewState, event: ReviewEvent): ReviewState {
  if (event.type === 'ReviewOpened') {
    const { pack, caseId, office, by, at: openedAt, evidence } = event.data;
    const about = { pack, caseId, office, by, openedAt, evidence };
    return { status: 'opened', ...about, stated: false, breached: [], parts: NO_PARTS };
  }
  if (state.status === 'unopened') return damagedLog(event.type, state.status);
  switch (event.type) {
    case 'EvidenceAssembled':
    case 'LinkSideStated':
      return { ...state, parts: withEvidence(state.parts, event) };
    case 'SideStated':
      return { ...state, stated: true };
    case 'FindingProposed':
      return { ...state, status: 'proposed', finding: event.data.finding };
    case 'FindingConfirmed':
    case 'LinkFound':
    case 'FindingDisputed':
    case 'FindingUpheld':
    case 'FindingRevised':
      return onFinding(state, event);
    case 'RemedyOrdered':
    case 'RemedyCarriedOut': {
      const parts = withRemedy(state.parts, event);
      return parts ? { ...state, parts } : damagedLog(event.type, state.status);
    }
    case 'ReviewReferred':
    case 'ReferralReceiptRecorded':
    case 'ReferralOutcomeRecorded':
    case 'ReferralWithdrawn': {
      const referrals = withReferral(state.parts.referrals, event);
      if (!referrals) return damagedLog(event.type, state.status);
      return { ...state, parts: { ...state.parts, referrals } };
    }
    case 'ReviewClosed':
      if (state.status !== 'confirmed') return damagedLog(event.type, state.status);
      return { ...state, status: 'closed' };
    case 'OfficeReminded':
    case 'DutiesRecomputed':
      return state;
    case 'OfficeReplaced':
      return passedOn(state, renamed(event.data));
    case 'DutyBreached':
      return { ...state, breached: [...state.breached, event.data.dutyId] };
    default:
      return unreachable(event);
  }
}

function passedOn(state: OpenedReview, now: (office: string) => string): ReviewState {
  return { ...state, office: now(state.office), by: now(state.by), parts: partsPassedOn(state.parts, now) };
}

function onFinding(state: OpenedReview, event: OnFinding): ReviewState {
  const parts = withFinding(state.parts, event);
  if (!parts) return damagedLog(event.type, state.status);
  if (event.type === 'FindingConfirmed')
    return { ...state, parts, status: 'confirmed', finding: event.data.finding };
  const isMain = event.type === 'FindingRevised' && event.data.link === undefined;
  return isMain && state.status !== 'opened'
    ? { ...state, parts, finding: event.data.finding }
    : { ...state, parts };
}
