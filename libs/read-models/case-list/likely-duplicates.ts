import { DAY_ms } from '@huiyin/kernel';
import { type Sight } from '@huiyin/access';
import type { Instant } from '@huiyin/policy';
import type { DataSource } from 'typeorm';
import { atPosition, type Answer } from '../page';
import { caseList } from './projection';
import { seen } from './query';
import { searchable, type Searched } from './search-text';
import type { CaseRow } from './table';

/** A matter that is to be registered, or one that is: what it is about, never who brings it. */
export interface Sought extends Searched {
  receivedAt: Instant;
  /** Of the case itself, which is not its own duplicate. */
  id?: string | undefined;
}

export interface LikelyDuplicate {
  id: string;
  title: string;
  place: string;
  status: string;
  office: string;
  receivedAt: Instant;
  samePlace: boolean;
  /** Letter pairs in common, of all in either: 0 to 1. */
  similarity: number;
}

const WINDOW_ms = 90 * DAY_ms;
/** Of one category, the newest that share any pair of letters. */
const CANDIDATES_MAX = 2_000;
const SIMILARITY_MIN = 0.35;
const SUGGESTED_MAX = 10;

/** Cases of the same category and time that read alike, the most alike first; a suggestion, no more. */
export const likelyDuplicates = (
  source: DataSource,
  sought: Sought,
  sight: Sight,
): Promise<Answer<readonly LikelyDuplicate[]>> =>
  atPosition(source, [caseList.name], async (manager) => {
    const { grams } = searchable(sought);
    const around = (ms: number): string => new Date(Date.parse(sought.receivedAt) + ms).toISOString();
    const cases = manager.getRepository<CaseRow>(caseList.name).createQueryBuilder('v');
    const rows = await seen(cases, sight)
      .andWhere('v.category = :category', { category: sought.category })
      .andWhere('v.receivedAt BETWEEN :from AND :to', { from: around(-WINDOW_ms), to: around(WINDOW_ms) })
      .andWhere("v.id <> :id AND v.status <> 'struck'", { id: sought.id ?? '' })
      .andWhere('v.grams && CAST(:grams AS text[])', { grams })
      .orderBy('v.receivedAt', 'DESC')
      .limit(CANDIDATES_MAX)
      .getMany();
    return rows
      .map((row) => suggested(row, sought, grams))
      .filter(({ similarity }) => similarity >= SIMILARITY_MIN)
      .sort((a, b) => b.similarity - a.similarity || (a.id < b.id ? -1 : 1))
      .slice(0, SUGGESTED_MAX);
  });

/** A case that is registered, as what to look for others by; undefined where it is not seen. */
export const soughtFor = (
  source: DataSource,
  id: string,
  sight: Sight,
): Promise<Answer<Sought | undefined>> =>
  atPosition(source, [caseList.name], async (manager) => {
    const cases = manager.getRepository<CaseRow>(caseList.name).createQueryBuilder('v');
    const row = await seen(cases.where('v.id = :id', { id }), sight).getOne();
    return row ? { ...row, claim: row.searchText } : undefined;
  });

function suggested(row: CaseRow, { place }: Sought, grams: readonly string[]): LikelyDuplicate {
  const { id, title, status, office, receivedAt } = row;
  const own = new Set(row.grams);
  const common = grams.filter((gram) => own.has(gram)).length;
  const similarity = common / (own.size + grams.length - common);
  return {
    id,
    title,
    place: row.place,
    status,
    office,
    receivedAt,
    samePlace: row.place === place,
    similarity: Math.round(similarity * 100) / 100,
  };
}
