import type { BulletinEvent, BulletinKind } from './events';

export type BulletinState =
  { status: 'unissued' } | { status: 'issued'; kind: BulletinKind; position: number; sha256: string };

export const unissued: BulletinState = { status: 'unissued' };

export const evolve = (_: BulletinState, { data }: BulletinEvent): BulletinState => ({
  status: 'issued',
  kind: data.kind,
  position: data.position,
  sha256: data.sha256,
});
