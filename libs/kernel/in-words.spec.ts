import { connect, type LookupFunction } from 'node:net';
import { inWords } from './in-words';

const PORT_NOBODY_LISTENS_ON = 1;

test('an error is told on one line', () => {
  expect(inWords(new Error(' no\n such\thost '))).toBe('no such host');
  expect(inWords(new TypeError(''))).toBe('TypeError');
  expect(inWords('as it is')).toBe('as it is');
  expect(inWords(undefined)).toBe('undefined');
});

test('a host whose every address refuses is told by the first of them', async () => {
  const lookup: LookupFunction = (_host, _options, found) =>
    found(null, [
      { address: '127.0.0.1', family: 4 },
      { address: '127.0.0.2', family: 4 },
    ]);
  const refused = await new Promise<Error>((resolve) =>
    connect({ host: 'both.example', port: PORT_NOBODY_LISTENS_ON, autoSelectFamily: true, lookup }).once(
      'error',
      resolve,
    ),
  );
  expect(refused.message).toBe('');
  expect(inWords(refused)).toBe('connect ECONNREFUSED 127.0.0.1:1');
});
