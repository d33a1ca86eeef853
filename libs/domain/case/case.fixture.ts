import { at, on, type Happened } from '@huiyin/testing/decision';
import type { CaseEvent, CaseEvents } from '.';

/* One case on its way, event by event, for the specs of the case and of its parts. */

type Of<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;
export const event = <T extends CaseEvent['type']>(type: T, data: CaseEvents[T]): Of<T> =>
  ({ type, data }) as unknown as Of<T>;

export const form = {
  channel: 'letter',
  category: 'housing',
  title: '供暖管道漏水',
  place: '南湖街道',
  claims: [{ summary: '修复管道' }, { summary: '退还费用' }],
  receiver: 'petitions',
} as const;

export const registered = on(
  '2026-03-02',
  event('CaseRegistered', {
    ...form,
    pack: 'xinfang-2022@2',
    claims: [
      { id: 'c1', kind: 'claim', summary: '修复管道' },
      { id: 'c2', kind: 'claim', summary: '退还费用' },
    ],
    kind: 'individual',
    persons: 1,
    representatives: 1,
    reachable: true,
    receivedAt: at('2026-03-02'),
  }),
);
export const routes = [
  { claim: 'c1', route: 'residual' },
  { claim: 'c2', route: 'residual' },
] as const;
export const sorted = on(
  '2026-03-02',
  event('CaseSorted', { by: 'petitions', routes, procedure: 'ordinary' }),
);
export const sentIn = (mode: 'refer' | 'assign'): Happened<CaseEvent> =>
  on('2026-03-03', event('CaseSent', { by: 'petitions', to: 'housing', mode, reachable: true }));
export const sent = sentIn('refer');
export const acknowledged = on('2026-03-04', event('CaseAcknowledged', { by: 'housing', how: 'written' }));
export const objected = event('CaseObjected', { by: 'housing', reasons: '不属本单位' });
export const upheld = event('ObjectionUpheld', { by: 'petitions', from: 'housing' });
export const accepted = on('2026-03-05', event('CaseAccepted', { by: 'housing', procedure: 'ordinary' }));
export const extension = { days: 15, approvedBy: '局长', reasons: '招标' };
export const extended = on('2026-04-20', event('AnswerExtended', { by: 'housing', ...extension }));
export const told = event('ExtensionTold', { by: 'housing', how: 'phone', to: 'petitioner' });
export const opinion: Omit<CaseEvents['CaseAnswered'], 'by'> = {
  outcomes: [
    { claim: 'c1', outcome: 'supported', text: '已修复', done: true },
    { claim: 'c2', outcome: 'explained', text: '无依据' },
  ],
  basis: '《城市供热条例》',
  told: true,
};
export const answered = on('2026-04-28', event('CaseAnswered', { by: 'housing', ...opinion }));
export const reported = event('ClosingReported', { by: 'housing', text: '已办结' });
export const closed = event('CaseClosed', { by: 'housing' });
export const reopened = event('CaseReopened', { by: 'petitions', reasons: '再次漏水' });

export const toSent = [registered, sorted, sent];
export const toAccepted = [...toSent, acknowledged, accepted];
export const toAnswered = [...toAccepted, answered];
export const toClosed = [...toAnswered, closed];
