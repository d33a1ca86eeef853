import type { Ladder } from '../../ladder';
import type { PolicyPack } from '../../pack';
import { article39Ladder } from './article-39';
import { collectiveTalk } from './collective-talk';
import { consecutiveCirculars } from './consecutive-circulars';
import { noAward } from './no-award';
import { quarterlyRank } from './quarterly-rank';
import { secretaries } from './secretaries';

/** Ladders that cities use. A city takes one by adopting its pack's next version with it. */
export const ladders: readonly Ladder[] = [
  secretaries,
  collectiveTalk,
  noAward,
  quarterlyRank,
  consecutiveCirculars,
  article39Ladder,
];

/** The same pack with another ladder, as its next version. */
export const withLadder = (pack: PolicyPack, ladder: Ladder): PolicyPack => ({
  ...pack,
  version: pack.version + 1,
  ladder,
});
