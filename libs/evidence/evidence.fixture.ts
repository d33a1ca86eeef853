import type { CaseRecord, Recorded } from '.';

/*
 * A case of the made-up city as it lies in the log: registered by the petition department, objected to by one office, owned by
 * another that is merged into a third while it runs, with a helper, an extension, a missed answer and a supervision order.
 */

export const CASE = '0196a0c1-5d00-7000-8000-000000000001';
const ORDER = 'supervision-0196a0c1-5d00-7000-8000-000000000002';
const PACK = 'xinfang-2022@2';

export const at = (local: string): string => new Date(`${local.replace(' ', 'T')}:00+08:00`).toISOString();

const log: Recorded[] = [];
function happened(stream: string, when: string, type: string, data: object): void {
  const position = log.length + 1;
  const revision = log.filter((event) => event.stream === stream).length;
  const { by, receiver } = data as { by?: string; receiver?: string };
  const instant = at(when);
  log.push({
    id: `e${position}`,
    ...{ stream, position, revision, type, data },
    occurredAt: instant,
    recordedAt: instant,
    meta: { office: by ?? receiver ?? 'system', policy: PACK, calendar: 'cn@1' },
  });
}
const onCase = (when: string, type: string, data: object): void => happened(`case-${CASE}`, when, type, data);
const appoint = (office: string, day: string, post: string, subject: string, more: object = {}): void =>
  happened(`office-${office}`, `${day} 08:00`, 'LeaderAppointed', {
    post,
    official: { subject, name: { $sealed: 'v1', subject, field: '/official/name', nonce: 'n', text: 't' } },
    from: day,
    ...more,
  });

appoint('housing', '2026-01-05', 'first-responsible', 's-head');
appoint('housing', '2026-01-05', 'in-charge', 's-deputy', { lines: ['housing'] });
appoint('housing', '2026-01-05', 'in-charge', 's-roads', { lines: ['transport'] });
appoint('housing', '2026-01-05', 'head-of-section', 's-deputy', { duties: ['petitions'] });
onCase('2026-03-02 09:00', 'CaseRegistered', {
  ...{
    pack: PACK,
    channel: 'visit',
    category: 'housing',
    title: '供暖',
    place: '和平区',
    kind: 'individual',
  },
  claims: [{ id: 'c1', kind: 'claim', summary: '恢复供暖' }],
  ...{ persons: 1, representatives: 1, reachable: true, receiver: 'petitions' },
  receivedAt: at('2026-03-02 08:30'),
});
onCase('2026-03-03 09:00', 'CaseSorted', {
  by: 'petitions',
  routes: [{ claim: 'c1', route: 'residual' }],
  procedure: 'ordinary',
});
onCase('2026-03-03 10:00', 'CaseSent', { by: 'petitions', to: 'water', mode: 'refer', reachable: true });
onCase('2026-03-04 10:00', 'CaseObjected', { by: 'water', reasons: '不属本单位' });
onCase('2026-03-05 10:00', 'ObjectionUpheld', { by: 'petitions', from: 'water' });
onCase('2026-03-06 10:00', 'CaseSent', { by: 'petitions', to: 'housing', mode: 'assign', reachable: true });
onCase('2026-03-09 10:00', 'CaseAccepted', { by: 'housing', procedure: 'ordinary' });
onCase('2026-03-10 10:00', 'HelpCalled', { by: 'housing', helper: 'heating', how: 'whistle', task: '抢修' });
onCase('2026-03-20 10:00', 'HelpGiven', { by: 'heating', helper: 'heating', text: '已抢修' });
happened('office-housing', '2026-04-01 08:00', 'LeaderLeft', {
  post: 'first-responsible',
  subject: 's-head',
  until: '2026-03-31',
});
appoint('housing', '2026-04-01', 'first-responsible', 's-next');
onCase('2026-05-06 10:00', 'AnswerExtended', {
  ...{ by: 'housing', days: 10, approvedBy: 'in-charge', reasons: '招标' },
});
happened('office-housing', '2026-05-11 08:00', 'OfficeSucceeded', {
  successor: 'construction',
  from: '2026-05-11',
});
appoint('construction', '2026-05-11', 'first-responsible', 's-new');
onCase('2026-05-11 09:00', 'OfficeReplaced', {
  ...{ by: 'petitions', from: 'housing', to: 'construction', why: 'succession' },
});
onCase('2026-05-19 00:00', 'DutyBreached', {
  ...{ dutyId: 'answer:e11', rule: 'answer', office: 'construction', overseer: 'petitions' },
  dueAt: at('2026-05-18 23:59'),
});
happened(ORDER, '2026-05-20 09:00', 'SupervisionOrdered', {
  ...{ pack: PACK, caseId: CASE, office: 'construction', by: 'petitions', trigger: 'breach' },
});
happened(ORDER, '2026-05-25 09:00', 'SupervisionReplied', { by: 'construction', text: '整改' });
onCase('2026-06-01 09:00', 'CaseAnswered', {
  by: 'construction',
  outcomes: [{ claim: 'c1', outcome: 'supported', text: '已恢复' }],
  basis: '条例',
});
happened(ORDER, '2026-06-02 09:00', 'SupervisionClosed', { by: 'petitions', solved: true, reasons: '属实' });
onCase('2026-06-03 09:00', 'CaseClosed', { by: 'petitions' });

/** The whole log of the made-up case. */
export const LOG: readonly Recorded[] = log;

export const readStream = async (stream: string): Promise<readonly Recorded[]> =>
  LOG.filter((event) => event.stream === stream);

export const positionOf = (type: string): number => LOG.find((event) => event.type === type)!.position;

/** The record of the case up to a position. */
export function recordAt(upTo: number): CaseRecord {
  const of = (stream: string) => LOG.filter((event) => event.stream === stream);
  const offices = ['petitions', 'water', 'housing', 'heating', 'construction'];
  return {
    caseId: CASE,
    upTo,
    history: of(`case-${CASE}`),
    about: [of(ORDER)],
    offices: new Map(offices.map((office) => [office, of(`office-${office}`)])),
  };
}

export const ORDER_STREAM = ORDER;
