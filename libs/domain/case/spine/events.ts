import type { LocalDate, PersonalValue } from '@huiyin/kernel';
import type { Instant } from '@huiyin/policy';
import type { EventOf } from '../../decider';
import type { EscalatedEvents } from '../../escalated';
import type { NotSimple } from './rules/a-simple-case-is-simple';

/*
 * These names and shapes are what is stored, for ever. Change one only by adding a version and its upcaster.
 * Petitioners, their words and their contacts are PersonalValues; everything else is plain and searchable.
 */

export const CHANNELS = [
  'letter',
  'visit',
  'phone',
  'online',
  'fax',
  'mailbox',
  'reception',
  'screening',
  'assigned-from-above',
  'referred',
  'open311',
] as const;
export type Channel = (typeof CHANNELS)[number];

export const CLAIM_KINDS = ['claim', 'suggestion', 'accusation'] as const;
export const ROUTES = [
  'litigation',
  'arbitration',
  'party-appeal',
  'administrative',
  'statutory-duty',
  'residual',
  'suggestion',
  'accusation',
] as const;
export type Route = (typeof ROUTES)[number];

export const OUTCOMES = ['supported', 'partly-supported', 'explained', 'not-supported'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const TIERS = ['emergency', 'utilities', 'ordinary', 'complex'] as const;

/** Who hears why it takes longer. */
export const TOLD = ['petitioner', 'hotline'] as const;
export type Told = (typeof TOLD)[number];

export interface Claim {
  /** `c1`, `c2`, … */
  id: string;
  kind: (typeof CLAIM_KINDS)[number];
  /** In the clerk's words; the petitioner's own words are the statement. */
  summary: string;
  /** Offices that it accuses: the case is kept from them (Art. 30). */
  accuses?: readonly string[];
}

export interface ClaimOutcome {
  claim: string;
  outcome: Outcome;
  text: string;
  /** The day by which what is supported will be carried out (Art. 32); absent: it is done. */
  carryOutBy?: LocalDate;
  /** It was carried out before the answer; the text says how. */
  done?: boolean;
}

export interface Petitioner {
  subject: string;
  name?: PersonalValue;
  identityNumber?: PersonalValue;
  phone?: PersonalValue;
  email?: PersonalValue;
  address?: PersonalValue;
}

/** Open311 GeoReport v2, POST Service Request: public, but for who filed it. */
export interface ServiceRequestDetails {
  address?: string;
  addressId?: string;
  mediaUrl?: string;
  /** Answers to the service's own questions. */
  attributes: readonly { code: string; values: readonly string[] }[];
  accountId?: PersonalValue;
  deviceId?: PersonalValue;
}

export interface SpineEvents extends EscalatedEvents {
  CaseRegistered: {
    pack: string;
    channel: Channel;
    category: string;
    title: string;
    /** Of the issue, never of the person. */
    place: string;
    longitude?: number;
    latitude?: number;
    claims: readonly Claim[];
    kind: 'individual' | 'joint' | 'anonymous';
    persons: number;
    representatives: number;
    petitioner?: Petitioner;
    statement?: PersonalValue;
    /** Name and address are clear, so that a notice can be owed (Art. 23). */
    reachable: boolean;
    /** The petition department that received it and owns it until another office has accepted it. */
    receiver: string;
    receivedAt: Instant;
    tier?: (typeof TIERS)[number];
    /** Open311 service code. */
    service?: string;
    /** What else was said in a public service request (Open311). */
    serviceRequest?: ServiceRequestDetails;
    /** The number that another system knows it by. */
    externalId?: string;
    /** What another system promised, for comparison with the pack's own date. */
    externalDueAt?: Instant;
    /** Keyed hash of the query code that was shown to the petitioner. */
    receipt?: string;
  };
  CaseSorted: {
    by: string;
    routes: readonly { claim: string; route: Route }[];
    procedure: 'ordinary' | 'simple';
    unfit?: readonly NotSimple[];
    /** At least one claim belongs before a court, and goes out with directions. */
    litigation?: true;
  };
  CaseSent: {
    by: string;
    to: string;
    mode: 'refer' | 'assign';
    reachable: boolean;
    resultWithin_days?: number;
    /** What the office itself did, and why it passes the matter up. */
    report?: string;
    /** Of what the office received itself and keeps: what it owes the petitioner runs from then (Art. 23). */
    receivedAt?: Instant;
  };
  CaseAcknowledged: { by: string; how: 'written' | 'on-the-spot' | 'phone' | 'message' };
  CaseObjected: { by: string; reasons: string };
  ObjectionUpheld: { by: string; from: string };
  ObjectionRejected: { by: string; office: string; reasons: string };
  CaseAccepted: { by: string; procedure: 'ordinary' | 'simple' };
  AnswerExtended: { by: string; days: number; approvedBy: string; reasons: string };
  ExtensionTold: { by: string; how: 'written' | 'phone' | 'message'; to: Told };
  CaseAnswered: {
    by: string;
    outcomes: readonly ClaimOutcome[];
    basis: string;
    /** What can be asked for against it, of whom and until when. */
    remedy?: string;
    /** The petitioner has it; false: signed, and still to be delivered. */
    told?: boolean;
  };
  ClosingReported: { by: string; text: string };
  /** An assigned case that takes longer: why, and how far it is. */
  StageReported: { by: string; reasons: string; text: string };
  /** Something stops the closing of the answered case: its clock stands still until nothing does. */
  ClosingDeferred: { by: string; cause: string };
  ClosingResumed: { by: string };
  /** A review revoked the answer or ordered it redone: the office answers again. */
  AnswerSetAside: { by: string; office: string; stage: 'review' | 're-review'; outcome: 'revoke' | 'redo' };
  CaseClosed: { by: string };
  CaseReopened: { by: string; reasons: string; newFacts?: boolean };
  /** It is handled in the lead case from now on (并案). */
  CaseMerged: { by: string; lead: string; reasons: string };
  LeadOutcomeTold: {
    by: string;
    lead: string;
    text: string;
    how: 'written' | 'on-the-spot' | 'phone' | 'message';
  };
  CaseSplit: { by: string; lead: string; reasons: string };
  /** There was no petition: whoever was booked had only asked the way. */
  RegistrationStruck: {
    by: string;
    reasons: string;
    /** The local day on which it was registered, and how many persons were counted: nothing of it counts. */
    registeredOn: LocalDate;
    persons: number;
  };
  /** Nothing of it is for the petition way: it has gone out with directions (Art. 31). */
  CaseDirected: { by: string };
  /** Art. 24: what was given back twice is for the common superior, who owes a decision. */
  DeadlockReferred: { by: string; to: string; returnedBy: readonly string[] };
  HandlerDetermined: { by: string; to: string; reasons: string };
  /** It lies with the petition department again: whoever held it is accused or recused (Art. 28, 30), or disputes it (24). */
  CaseTakenBack: { by: string; from: string; why: 'accused' | 'recused' | 'disputed' };
  /** All that one office had and owed in the case is another's now. */
  OfficeReplaced: {
    by: string;
    from: string;
    to: string;
    why: 'succession' | 'accused' | 'recused' | 'agreed';
  };
}

export type SpineEvent = EventOf<SpineEvents>;

/** The version that each is stored in today. */
export const spineVersions: Readonly<Record<SpineEvent['type'], number>> = {
  CaseRegistered: 1,
  CaseSorted: 1,
  CaseSent: 1,
  CaseAcknowledged: 1,
  CaseObjected: 1,
  ObjectionUpheld: 1,
  ObjectionRejected: 1,
  CaseAccepted: 1,
  AnswerExtended: 1,
  ExtensionTold: 1,
  CaseAnswered: 1,
  ClosingReported: 1,
  StageReported: 1,
  ClosingDeferred: 1,
  ClosingResumed: 1,
  AnswerSetAside: 1,
  CaseClosed: 1,
  CaseReopened: 1,
  CaseMerged: 1,
  LeadOutcomeTold: 1,
  CaseSplit: 1,
  RegistrationStruck: 1,
  CaseDirected: 1,
  DeadlockReferred: 1,
  HandlerDetermined: 1,
  CaseTakenBack: 1,
  OfficeReplaced: 1,
  OfficeReminded: 1,
  DutyBreached: 1,
  DutiesRecomputed: 1,
};
