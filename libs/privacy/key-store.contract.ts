import { randomUUID } from 'node:crypto';
import type { KeyStore } from './key-store';

const key = (subject: string, text: string) => ({ subject, wrapped: Buffer.from(text) });

/** What every key store promises. */
export function keyStoreContract(name: string, open: () => KeyStore): void {
  describe(`${name}: key store contract`, () => {
    const [a, b, c] = [randomUUID(), randomUUID(), randomUUID()];

    test('the first key of a subject stays, whoever asks again', async () => {
      const store = open();
      await store.mint([key(a, 'first')]);
      const again = await store.mint([key(b, 'other'), key(a, 'second')]);
      expect(again.get(a)).toEqual({ status: 'kept', wrapped: Buffer.from('first') });
      expect(again.get(b)).toEqual({ status: 'kept', wrapped: Buffer.from('other') });
    });

    test('of concurrent mints one wins, and all get the winner', async () => {
      const store = open();
      const subjects = Array.from({ length: 20 }, () => randomUUID());
      const answers = await Promise.all(
        ['w', 'x', 'y', 'z'].map((who, turn) =>
          store.mint((turn % 2 ? subjects : subjects.toReversed()).map((subject) => key(subject, who))),
        ),
      );
      for (const subject of subjects) {
        const kept = answers.map((answer) => answer.get(subject));
        expect(kept[0]?.status).toBe('kept');
        expect(kept).toEqual([kept[0], kept[0], kept[0], kept[0]]);
      }
    });

    test('find leaves out a subject that has nothing', async () => {
      const store = open();
      await store.mint([key(a, 'first')]);
      expect([...(await store.find([a, c])).keys()]).toEqual([a]);
    });

    test('a destroyed key leaves a tombstone that no mint gets past', async () => {
      const store = open();
      await store.mint([key(b, 'other')]);
      expect(await store.destroy(b)).toBe(true);
      expect(await store.destroy(b)).toBe(false);
      expect(await store.find([b])).toEqual(new Map([[b, { status: 'destroyed' }]]));
      expect(await store.mint([key(b, 'new')])).toEqual(new Map([[b, { status: 'destroyed' }]]));
    });

    test('a subject that never had a key can be fenced too', async () => {
      const store = open();
      const subject = randomUUID();
      expect(await store.destroy(subject)).toBe(false);
      expect((await store.mint([key(subject, 'late')])).get(subject)).toEqual({ status: 'destroyed' });
    });

    test('the first check value stays', async () => {
      const store = open();
      const first = await store.masterKeyCheck(Buffer.from('one'));
      expect(await store.masterKeyCheck(Buffer.from('two'))).toEqual(first);
    });
  });
}
