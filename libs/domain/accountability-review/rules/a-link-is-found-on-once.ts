import { own } from '@huiyin/kernel';
import type { Verdict } from '../../decider';
import type { Found } from '../found';

/** A link has one finding; only a dispute changes it. */
export const aLinkIsFoundOnOnce = (found: Readonly<Record<string, Found>>, link: string): Verdict =>
  own(found, link) ? { code: 'link-found-already', facts: { link } } : undefined;
