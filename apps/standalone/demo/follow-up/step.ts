import { createRandom, type Random } from '@huiyin/kernel';

/** What the people of the demo city do about an order or a review that Huiyin opened by itself. */
export interface FollowUp {
  at_ms: number;
  path: 'cases' | 'supervisions' | 'reviews' | 'standings' | 'advice';
  id: string;
  type: string;
  data: unknown;
}

/** The same order always gets the same follow-up: chance comes from its id alone. */
export const chanceOf = (id: string): Random => createRandom(Number.parseInt(id.slice(0, 8), 16));

/** Chance from the id alone, another than that of the id's other follow-ups. */
export const chanceBeside = (id: string): Random => createRandom(Number.parseInt(id.slice(-8), 16));
