import type { Told } from './view';

const registration = {
  pack: 'xinfang-2022',
  channel: 'visit',
  category: 'housing',
  title: '某小区供暖不足',
  place: '西城区德胜街道',
  claims: [{ id: 'c1', kind: 'claim', summary: '要求恢复供暖' }],
  kind: 'individual',
  persons: 1,
  representatives: 1,
  reachable: true,
  receiver: 'petitions',
  receivedAt: '2026-03-02T01:00:00.000Z',
} as const;

/** The steps of one case, each with plain defaults; the office that handles it is `housing-bureau`. */
export function caseSteps(id: string, office = 'housing-bureau') {
  const stream = `case-${id}`;
  const step =
    (type: string, data: Record<string, unknown>) =>
    (more: Record<string, unknown> = {}, at?: string): Told => ({
      stream,
      type,
      data: { ...data, ...more },
      ...(at ? { occurredAt: at } : {}),
    });
  return {
    registered: step('CaseRegistered', registration),
    sorted: step('CaseSorted', {
      by: 'petitions',
      routes: [{ claim: 'c1', route: 'residual' }],
      procedure: 'ordinary',
    }),
    sent: step('CaseSent', { by: 'petitions', to: office, mode: 'refer', reachable: true }),
    acknowledged: step('CaseAcknowledged', { by: office, how: 'written' }),
    objected: step('CaseObjected', { by: office, reasons: 'outside the remit' }),
    upheld: step('ObjectionUpheld', { by: 'petitions', from: office }),
    rejected: step('ObjectionRejected', { by: 'petitions', office, reasons: 'it is in the remit' }),
    accepted: step('CaseAccepted', { by: office, procedure: 'ordinary' }),
    extended: step('AnswerExtended', { by: office, days: 30, approvedBy: 'head', reasons: 'expert opinion' }),
    answered: step('CaseAnswered', {
      by: office,
      outcomes: [{ claim: 'c1', outcome: 'supported', text: 'restored' }],
      basis: 'law',
    }),
    closed: step('CaseClosed', { by: office }),
    reopened: step('CaseReopened', { by: 'petitions', reasons: 'it broke again' }),
    reminded: step('OfficeReminded', {
      dutyId: '',
      rule: 'accept',
      office,
      dueAt: '2026-03-20T00:00:00.000Z',
    }),
    breached: step('DutyBreached', {
      dutyId: '',
      rule: 'accept',
      office,
      overseer: 'petitions',
      dueAt: '2026-03-20T00:00:00.000Z',
    }),
  };
}
