import { violations, type LogPromise } from './check';
import type { History } from './history';

/** Two commands on two streams, and a follower who saw it all. */
function sound(): History {
  const place = (position: number, stream: string, revision: number, commandId: string) => ({
    position,
    stream,
    revision,
    id: `e${position}`,
    commandId,
  });
  const log = [place(1, 'a', 0, 'c1'), place(2, 'a', 1, 'c1'), place(3, 'b', 0, 'c2')];
  return {
    log,
    followers: [[...log]],
    attempts: [
      {
        commandId: 'c1',
        asked: [{ stream: 'a', expectedRevision: 'none', ids: ['e1', 'e2'] }],
        heard: { status: 'appended', first: 1, last: 2, revisions: { a: 1 } },
        tries: 1,
      },
      {
        commandId: 'c2',
        asked: [{ stream: 'b', expectedRevision: 'any', ids: ['e3'] }],
        heard: { status: 'appended', first: 3, last: 3, revisions: { b: 0 } },
        tries: 1,
      },
      {
        commandId: 'c3',
        asked: [{ stream: 'a', expectedRevision: 0, ids: ['e9'] }],
        heard: { status: 'conflict', stream: 'a', actualRevision: 1 },
        tries: 1,
      },
    ],
  };
}

const DAMAGES: [LogPromise, string, (history: History) => void][] = [
  ['contiguous positions', 'a gap', ({ log }) => (log[2]!.position = 4)],
  ['contiguous positions', 'a position twice', ({ log }) => (log[2]!.position = 2)],
  ['stream order', 'a revision left out', ({ log }) => (log[1]!.revision = 2)],
  ['acknowledged = stored', 'an answer for what is not there', ({ log }) => log.pop()],
  [
    'acknowledged = stored',
    'an answer with another revision',
    ({ attempts }) => Object.assign(attempts[0]!.heard, { revisions: { a: 7 } }),
  ],
  ['stored = acknowledged', 'an event of a refused command', ({ log }) => (log[2]!.commandId = 'c3')],
  ['one effect per command', 'an event twice', ({ log }) => (log[2]!.id = 'e1')],
  [
    'one effect per command',
    'two processes told that they were first',
    ({ attempts }) => attempts.push(attempts[0]!),
  ],
  [
    'expected revision',
    'written elsewhere than expected',
    ({ attempts }) => (attempts[1]!.asked[0]!.expectedRevision = 4),
  ],
  [
    'expected revision',
    'refused without a reason',
    ({ attempts }) => (attempts[2]!.asked[0]!.expectedRevision = 1),
  ],
  ['no failure', 'a failure', ({ attempts }) => (attempts[2]!.heard = { status: 'failed', error: 'x' })],
  ['followers see the log', 'an event missed', ({ followers }) => followers[0]!.splice(1, 1)],
  ['followers see the log', 'an event twice', ({ followers }) => followers[0]!.push(followers[0]![0]!)],
  ['followers see the log', 'events out of order', ({ followers }) => followers[0]!.reverse()],
  [
    'followers see the log',
    'an event that is not stored',
    ({ followers }) => followers[0]!.push({ ...followers[0]![0]!, id: 'e8', position: 8 }),
  ],
];

describe('the checker of the proof', () => {
  it('finds nothing in a sound history', () => {
    expect(violations(sound())).toEqual([]);
  });

  it.each(DAMAGES)('%s: finds %s', (promise, _, damage) => {
    const history = sound();
    damage(history);
    expect(violations(history).map((found) => found.promise)).toContain(promise);
  });
});
