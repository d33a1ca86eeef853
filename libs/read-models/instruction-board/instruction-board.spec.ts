import { given, type Told } from '@huiyin/testing/view';
import { instructionBoard } from './projection';

const on = (type: string, data: object): Told => ({
  stream: 'case-1',
  type,
  data: { instruction: 'i1', ...data },
});
const instructed = on('InstructionGiven', {
  by: 'petitions',
  post: 'county-head',
  of: 'government',
  to: 'housing',
  text: '请解决',
});
const reported = on('InstructionReported', { by: 'housing', for: 'petitions', text: '已解决' });
const returned = on('InstructionReturned', { by: 'petitions', to: 'housing', reasons: '未退费' });
const done = on('InstructionDone', { by: 'petitions', reasons: '已落实' });

test.each([
  [
    [instructed],
    { status: 'given', office: 'housing', of: 'government', post: 'county-head', by: 'petitions' },
  ],
  [[instructed, reported], { status: 'reported', returns: 0, doneAt: null }],
  [[instructed, reported, returned], { status: 'returned', returns: 1 }],
  [[instructed, reported, returned, reported, done], { status: 'done', returns: 1 }],
])('events %#', (events, row) =>
  expect(given(...events).rows(instructionBoard)).toMatchObject([{ id: '1/i1', caseId: '1', ...row }]),
);

test('each instruction has a row of its own', () =>
  expect(
    given(instructed, { ...instructed, data: { ...(instructed.data as object), instruction: 'i2' } }).rows(
      instructionBoard,
    ),
  ).toHaveLength(2));
