import { bundledAdopted, given, type Told } from '@huiyin/testing/view';
import { adviceBoard } from './projection';

const between = { office: 'housing', adviser: 'petitions' };
const on = (type: string, data: object = {}): Told => ({
  stream: 'advice-1',
  type,
  data: { ...between, ...data },
});
const advised = on('AdviceGiven', {
  pack: 'xinfang-2022',
  kind: 'improve-work',
  text: 't',
  reasons: 'r',
  grounds: [{ caseId: '9' }, { caseId: '9', reviewId: '7' }, { caseId: '8' }],
});
const partly = on('AdvicePartlyAdopted', { plan: 'p', reasons: 'not all' });
const done = on('AdviceCarriedOut', { text: 'done', evidence: ['e'] });

test.each([
  [
    [advised],
    { status: 'given', caseIds: ['9', '8'], answer: null, owes: 'answer-advice', owedBy: 'housing' },
  ],
  [[advised, on('AdviceAdopted', { plan: 'p' })], { status: 'adopted', answer: 'adopted', plan: 'p' }],
  [[advised, partly], { status: 'partly', plan: 'p', answerReasons: 'not all' }],
  [[advised, on('AdviceRefused', { explained: false })], { status: 'refused', answerReasons: null }],
  [
    [advised, on('AdviceRefused', { explained: false }), on('RefusalExplained', { reasons: 'no' })],
    { status: 'refused', answerReasons: 'no' },
  ],
  [[advised, partly, done], { status: 'carried-out', carriedOutAt: expect.any(String), owedBy: 'petitions' }],
  [[advised, partly, done, on('AdviceReturned')], { status: 'partly', carriedOutAt: null }],
  [
    [advised, partly, done, on('AdviceClosed', { outcome: 'carried-out' })],
    { status: 'closed', outcome: 'carried-out', answer: 'partly', owes: null, dueAt: null },
  ],
  [[advised, on('DutyBreached')], { status: 'given', breaches: 1 }],
])('events %#', (events, row) => {
  expect(given(...bundledAdopted, ...events).rows(adviceBoard)).toMatchObject([{ id: '1', ...row }]);
});
