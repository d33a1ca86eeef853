import type { OfficeEvents } from '@huiyin/domain';
import { instantAt, type LocalDate } from '@huiyin/kernel';
import type { Instant } from '@huiyin/policy';
import type { CaseRecord, Recorded } from './record';
import type { Span } from './spans';

const SUCCESSIONS_MAX = 100;

interface Succession {
  successor: string;
  at: Instant;
  position: number;
}

/**
 * The same spans, where an office that was split, merged or abolished hands each of its own to its successor on the day
 * from which that one answers for it (新官要理旧账), whether or not the case itself says so yet.
 */
export const withSuccessions = (
  spans: readonly Span[],
  offices: CaseRecord['offices'],
  zone: string,
): readonly Span[] => joined(spans.flatMap((span) => handedOn(span, offices, zone)));

function handedOn(span: Span, offices: CaseRecord['offices'], zone: string): readonly Span[] {
  const parts: Span[] = [];
  let rest = span;
  for (let step = 0; step < SUCCESSIONS_MAX; step++) {
    const next = successionOf(offices.get(rest.office) ?? [], zone);
    if (!next || next.at <= rest.from || (rest.until !== undefined && rest.until <= next.at)) break;
    const { successor, at, position } = next;
    parts.push({ ...rest, until: at, positions: [rest.positions[0]!, position] });
    rest = {
      ...rest,
      id: `${rest.role}@${position}/${rest.id}`,
      office: successor,
      from: at,
      positions: [position, ...rest.positions.slice(1)],
      takesOverFrom: rest.office,
    };
  }
  return [...parts, rest];
}

function successionOf(office: readonly Recorded[], zone: string): Succession | undefined {
  const found = office.find(({ type }) => type === 'OfficeSucceeded');
  if (!found) return undefined;
  const { successor, from } = found.data as OfficeEvents['OfficeSucceeded'];
  return { successor, at: beginOf(from, zone), position: found.position };
}

const beginOf = (day: LocalDate, zone: string): Instant =>
  new Date(instantAt(Date.parse(`${day}T00:00:00Z`), zone)).toISOString();

/** What the directory and the case both say of one hand-over is one span. */
function joined(spans: readonly Span[]): readonly Span[] {
  const all: Span[] = [];
  for (const span of spans) {
    const index = all.findIndex((one) => continues(one, span));
    const before = all[index];
    if (!before) all.push(span);
    else {
      const { until: _, ...rest } = before;
      const positions = [...new Set([...before.positions, ...span.positions])].sort((a, b) => a - b);
      all[index] = { ...rest, ...(span.until !== undefined && { until: span.until }), positions };
    }
  }
  return all;
}

const continues = (before: Span, { role, office, from, takesOverFrom }: Span): boolean =>
  before.role === role &&
  before.office === office &&
  before.until === from &&
  before.takesOverFrom !== undefined &&
  before.takesOverFrom === takesOverFrom;
