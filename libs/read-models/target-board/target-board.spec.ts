import { given, type Told } from '@huiyin/testing/view';
import { targetBoard } from './projection';

const on = (type: string, data: object): Told => ({ stream: 'target-housing-2026', type, data });
const targets = [{ target: 't1', metric: 'on-time-answer', direction: 'at-least', value: 98 }];
const between = { office: 'housing', by: 'petitions' };
const set = on('TargetsSet', { ...between, pack: 'xinfang-2022', year: 2026, targets });
const signed = on('TargetsSigned', { office: 'housing', by: 'housing', post: 'first-responsible' });
const reported = on('TargetsReported', { office: 'housing', by: 'housing', text: '按期答复率提高。' });
const results = [{ target: 't1', value: 97.5, met: false }];
const concluded = on('TargetsConcluded', { ...between, year: 2026, position: 48, results });

test.each([
  [[set], { status: 'set', targets, results: [], signedAt: null }],
  [[set, signed], { status: 'signed', signedPost: 'first-responsible' }],
  [[set, signed, on('DutyBreached', {})], { status: 'signed' }],
  [[set, signed, reported], { status: 'reported', report: '按期答复率提高。', countedTo: null }],
  [[set, signed, concluded], { status: 'concluded', countedTo: 48, results, report: null }],
])('events %#', (events, row) =>
  expect(given(...events).rows(targetBoard)).toMatchObject([
    { id: 'housing-2026', ...between, year: 2026, ...row },
  ]),
);
