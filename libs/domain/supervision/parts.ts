import type { SupervisionEvent } from './events';

/** What runs beside the order's way, each a small machine of its own. */
export interface SupervisionParts {
  checklist: {
    status: 'open' | 'looked-at';
    unticked: readonly string[];
    ticked: readonly string[];
    /** Items added to those of the pack. */
    made: number;
  };
  visits: { status: 'none' | 'planned' | 'reported'; unreported: readonly string[]; made: number };
  listing: { status: 'off' | 'listed' };
}

export const noParts: SupervisionParts = {
  checklist: { status: 'looked-at', unticked: [], ticked: [], made: 0 },
  visits: { status: 'none', unreported: [], made: 0 },
  listing: { status: 'off' },
};

type Checklist = SupervisionParts['checklist'];

const checklistOf = (
  unticked: readonly string[],
  { ticked, made }: Omit<Checklist, 'status'>,
): Checklist => ({
  status: unticked.length === 0 ? 'looked-at' : 'open',
  ...{ unticked, ticked, made },
});

const without = (all: readonly string[], gone: readonly string[]): readonly string[] =>
  all.filter((one) => !gone.includes(one));

function visitsAfter(
  { made }: SupervisionParts['visits'],
  unreported: readonly string[],
  more: 0 | 1,
): SupervisionParts['visits'] {
  return { status: unreported.length > 0 ? 'planned' : 'reported', unreported, made: made + more };
}

/** The parts after one more event; the same where it is none of theirs. */
export function partsAfter(parts: SupervisionParts, { type, data }: SupervisionEvent): SupervisionParts {
  const { checklist, visits } = parts;
  switch (type) {
    case 'SupervisionOrdered':
      return { ...parts, checklist: checklistOf(data.checklist ?? [], checklist) };
    case 'ChecklistItemAdded':
      return {
        ...parts,
        checklist: checklistOf([...checklist.unticked, data.item], {
          ...checklist,
          made: checklist.made + 1,
        }),
      };
    case 'ChecklistTicked': {
      const ticked = [...checklist.ticked, ...data.items];
      return {
        ...parts,
        checklist: checklistOf(without(checklist.unticked, data.items), { ...checklist, ticked }),
      };
    }
    case 'SiteVisitPlanned':
      return { ...parts, visits: visitsAfter(visits, [...visits.unreported, data.visit], 1) };
    case 'SiteVisitReported':
      return { ...parts, visits: visitsAfter(visits, without(visits.unreported, [data.visit]), 0) };
    case 'SupervisionListed':
      return { ...parts, listing: { status: 'listed' } };
    case 'SupervisionDelisted':
      return { ...parts, listing: { status: 'off' } };
    // The other events are of the order's own way.
    default:
      return parts;
  }
}
