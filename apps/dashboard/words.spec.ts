import { aggregates } from '@huiyin/domain';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** On no timeline: they are not about a case. */
const ELSEWHERE = [
  'office',
  'standing',
  'advice',
  'target',
  'policy',
  'calendar',
  'fund',
  'ledger',
  'rhythm',
  'bulletin',
  'drive',
  'assessment',
];
const words = readFileSync(path.join(__dirname, 'words.js'), 'utf8');

const onATimeline = Object.values(aggregates)
  .filter(({ name }) => !ELSEWHERE.includes(name))
  .flatMap(({ versions }) => Object.keys(versions));

test.each([...new Set(onATimeline)])('the page has words for %s', (type) => {
  expect(words).toMatch(new RegExp(`'event\\.${type}(\\.[a-z-]+)?': \\[`));
});
