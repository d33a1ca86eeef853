import { caseSteps } from '@huiyin/testing/histories';
import { given } from '@huiyin/testing/view';
import { receipts } from './projection';

const one = caseSteps('1');

test('a registered case is found by the hash of its query code', () =>
  expect(given(one.registered({ receipt: 'hash' }), one.sorted()).rows(receipts)).toMatchObject([
    { caseId: '1', receipt: 'hash' },
  ]));

test('a code that was given out anew takes the place of the one before', () => {
  const anew = { stream: 'case-1', type: 'QueryCodeReissued', data: { by: 'petitions', receipt: 'other' } };
  expect(given(one.registered({ receipt: 'hash' }), anew).rows(receipts)).toMatchObject([
    { caseId: '1', receipt: 'other' },
  ]);
});

test('a case without a code is found by none', () =>
  expect(given(one.registered(), one.sorted()).rows(receipts)).toEqual([]));
