import { given } from '@huiyin/testing/view';
import { bulletinList } from '.';

const issued = (id: string, more: object = {}) => ({
  stream: `bulletin-${id}`,
  type: 'BulletinIssued',
  data: {
    kind: 'daily-list',
    office: 'housing',
    period: { from: '2026-03-02', to: '2026-03-02', timeZone: 'Asia/Shanghai' },
    at: '2026-03-02T00:30:00.000Z',
    dueSoon_days: 3,
    position: 12,
    sha256: 'ab',
    document: { title: 'not kept twice' },
    ...more,
  },
});

test('what went out, without the document', () => {
  const rows = given(issued('a'), issued('b', { office: undefined, kind: 'monthly-circular' })).rows(
    bulletinList,
  );
  expect(rows).toEqual([
    {
      id: 'a',
      kind: 'daily-list',
      office: 'housing',
      periodFrom: '2026-03-02',
      periodTo: '2026-03-02',
      at: '2026-03-02T00:30:00.000Z',
      countedTo: 12,
      sha256: 'ab',
    },
    expect.objectContaining({ id: 'b', kind: 'monthly-circular', office: null }),
  ]);
});
