import { categoryLine, type Text } from '@huiyin/policy';
import { mayKeep } from './case/spine/rules/a-petition-department-handles-nothing-itself';
import { isKeptFrom } from './kept-from';
import { LEVELS } from './office/events';
import type { OfficeEntry, OfficeTree } from './offices';

export interface Matter {
  category: string;
  place: string;
  receiver: string;
  keptFrom: readonly string[];
}

export interface Proposal {
  office: string;
  /** What of the directory speaks for it. */
  category: string;
  territory: string;
  level: string;
  reason: Text;
}

const PROPOSALS_MAX = 5;
type Directory = Omit<OfficeTree, 'register' | 'succeed' | 'appoint' | 'dismiss'>;
type Ranked = Proposal & { rank: readonly number[] };

/** How many levels an office is below the one that received the case; it handles what is its own level's or below. */
const levelsBelow = (level: string | undefined, receiver: string | undefined): number =>
  LEVELS.findIndex((one) => one === level) - LEVELS.findIndex((one) => one === receiver);

function ranked(
  id: string,
  entry: OfficeEntry,
  matter: Matter,
  receiver: OfficeEntry | undefined,
): Ranked | undefined {
  const { functions = [], territory = '', level = '' } = entry;
  const line = categoryLine(matter.category);
  const wider = line.findIndex((one) => functions.includes(one));
  const below = levelsBelow(level, receiver?.level);
  if (wider < 0 || territory === '' || !matter.place.includes(territory) || below < 0) return undefined;
  const category = line[wider]!;
  return {
    office: id,
    category,
    territory,
    level,
    reason: {
      zh: `主管“${category}”，辖区“${territory}”包含问题属地，层级为${level}`,
      en: `answers for “${category}” in “${territory}”, where the issue is, at the level ${level}`,
    },
    // The closest category, then the narrowest territory, then the nearest level (谁主管谁负责、属地管理、分级负责).
    rank: [wider, -territory.length, below],
  };
}

const before = (a: Ranked, b: Ranked): number => {
  const place = a.rank.findIndex((value, index) => value !== b.rank[index]);
  return place < 0 ? a.office.localeCompare(b.office) : a.rank[place]! - b.rank[place]!;
};

/** Who should handle it, by category × place × level, the best first; never one that it is kept from (Art. 30). */
export function proposeOffices(matter: Matter, directory: Directory): Proposal[] {
  const receiver = directory.find(matter.receiver);
  return [...directory.all()]
    .filter(([id]) => (id !== matter.receiver || mayKeep(directory, id)) && directory.successor(id) === id)
    .filter(([id]) => !isKeptFrom(id, matter.keptFrom, directory))
    .flatMap(([id, entry]) => ranked(id, entry, matter, receiver) ?? [])
    .sort(before)
    .slice(0, PROPOSALS_MAX)
    .map(({ rank: _, ...proposal }) => proposal);
}
