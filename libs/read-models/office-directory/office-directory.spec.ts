import { given, type Told } from '@huiyin/testing/view';
import { officeDirectory } from './projection';

const on = (type: string, data: object): Told => ({ stream: 'office-housing', type, data });
const registered = on('OfficeRegistered', {
  name: { zh: '住建局', en: 'Housing' },
  kind: 'office',
  level: 'city',
  territory: 'city',
  functions: ['housing'],
  superior: 'government',
});
const sealed = { $sealed: 'v1', subject: 's1', field: '/official/name', nonce: 'n', text: 'CIPHER' };
const appointed = on('LeaderAppointed', {
  post: 'in-charge',
  official: { subject: 's1', name: sealed },
  from: '2026-01-01',
});

test('a leader is shown by post, never by name', () => {
  const [row] = given(registered, appointed).rows(officeDirectory);
  expect(row).toMatchObject({
    id: 'housing',
    nameZh: '住建局',
    superior: 'government',
    email: null,
    leaders: [{ post: 'in-charge', subject: 's1', from: '2026-01-01' }],
  });
  expect(JSON.stringify(row)).not.toContain('CIPHER');
});

test('residents are kept as they were published, with their day', () => {
  const counted = on('ResidentsCounted', { residents: 9_147_000, asOf: '2025-12-31', source: '公报' });
  expect(given(registered, counted).rows(officeDirectory)).toMatchObject([
    { residents: [{ residents: 9_147_000, asOf: '2025-12-31' }] },
  ]);
});

test('a leader who left and a successor', () => {
  const left = on('LeaderLeft', { post: 'in-charge', subject: 's1', until: '2026-06-01' });
  const succeeded = on('OfficeSucceeded', { successor: 'planning', from: '2026-07-01' });
  expect(given(registered, appointed, left, succeeded).rows(officeDirectory)).toMatchObject([
    { leaders: [], successor: 'planning', succeededFrom: '2026-07-01', revision: 3 },
  ]);
});
