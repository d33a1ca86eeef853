import { factsOf, measure } from '@huiyin/metrics';
import type { Instant, RuleBook } from '@huiyin/policy';
import {
  adviceBoard,
  caseList,
  officeDirectory,
  standingBoard,
  supervisionBoard,
  type AdviceRow,
  type CaseRow,
  type OfficeRow,
  type StandingRow,
  type SupervisionRow,
} from '@huiyin/read-models';
import { foldInMemory, type LogEvent } from '@huiyin/read-models/engine';
import { namesWith } from '../figures';
import { askedOf, planQuestions, type Plan, type ReportFacts } from '../kinds';
import { adviceByKind, isIn, officesOf, ordersByTrigger, rulesOf, rungsReached } from '../kinds/counts';

const BOARDS = [adviceBoard, caseList, officeDirectory, standingBoard, supervisionBoard];

export interface LogPart {
  /** From the first event on, in order. */
  events: readonly LogEvent[];
  /** Of the last of them. */
  position: number;
  /** As adopted by then. */
  rules: RuleBook;
  now: Instant;
  /** IANA zone of the local days. */
  timeZone: string;
}

/** The same facts as from the read models, from the log alone, for whoever may see the whole city. */
export function factsFromLog(plan: Plan, { events, position, rules, now }: LogPart): ReportFacts {
  const folded = foldInMemory(BOARDS);
  for (const event of events) folded.take(event);
  const facts = factsOf(events, rules);
  const { offices } = facts;
  const { window } = askedOf(plan);
  const only = officesOf(plan, offices);
  const isMeant = ({ office }: { office: string }): boolean => only === undefined || only.includes(office);
  const cases = folded.rows(caseList) as readonly CaseRow[];
  const struck = new Set(cases.flatMap(({ id, status }) => (status === 'struck' ? [id] : [])));
  const known = new Set(cases.map(({ id }) => id));
  const orders = (folded.rows(supervisionBoard) as readonly SupervisionRow[]).filter(
    (row) => isMeant(row) && isIn(row.orderedAt, window) && known.has(row.caseId) && !struck.has(row.caseId),
  );
  const advice = (folded.rows(adviceBoard) as unknown as readonly AdviceRow[]).filter(
    (row) => isMeant(row) && isIn(row.givenAt, window),
  );
  const standings = (folded.rows(standingBoard) as unknown as readonly StandingRow[]).filter(isMeant);
  const directory = folded.rows(officeDirectory) as unknown as readonly OfficeRow[];
  return {
    position,
    now,
    offices,
    names: namesWith(new Map(directory.map(({ id, nameZh, nameEn }) => [id, { zh: nameZh, en: nameEn }]))),
    ...rulesOf(
      cases.map(({ pack }) => pack),
      rules,
    ),
    cells: planQuestions(plan).map(({ metric, slicing }) => measure(metric, facts, slicing)),
    orders: ordersByTrigger(orders),
    advice: adviceByKind(advice),
    rungs: rungsReached(standings, window, rules),
  };
}
