export * from './accountability-review';
export * from './advice';
export * from './aggregates';
export { articleInEnglish } from './article';
export * from './bulletin';
export * from './assessment';
export * from './calendar';
export * from './case';
export { casesOf } from './cases-of';
export { contextOf } from './context';
export * from './decider';
export * from './drive';
export type { EscalatedEvents } from './escalated';
export { EVENT_STREAMS, EVENT_VERSIONS } from './event-versions';
export { formOf } from './form-of';
export { explore, type Exploration, type Transition } from './explore';
export * from './fund';
export * from './kept-from';
export { knownToPacks } from './known-to-packs';
export * from './ledger';
export * from './office';
export * from './offices';
export * from './policy';
export * from './propose-office';
export * from './refusals';
export * from './rhythm';
export * from './standing';
export { renamed, type SuccessionEvents } from './succession';
export * from './supervision';
export * from './target';
export { upcast, type StoredShape } from './upcast';

import type { ReviewEvent } from './accountability-review';
import type { AdviceEvent } from './advice';
import type { BulletinEvent } from './bulletin';
import type { AssessmentEvent } from './assessment';
import type { CalendarEvent } from './calendar';
import type { CaseEvent } from './case';
import type { DriveEvent } from './drive';
import type { FundEvent } from './fund';
import type { LedgerEvent } from './ledger';
import type { OfficeEvent } from './office';
import type { PolicyEvent } from './policy';
import type { RhythmEvent } from './rhythm';
import type { StandingEvent } from './standing';
import type { SupervisionEvent } from './supervision';
import type { TargetEvent } from './target';

/** Everything that can be in the log. */
export type HuiyinEvent =
  | CaseEvent
  | AssessmentEvent
  | FundEvent
  | LedgerEvent
  | OfficeEvent
  | RhythmEvent
  | BulletinEvent
  | DriveEvent
  | SupervisionEvent
  | ReviewEvent
  | StandingEvent
  | AdviceEvent
  | TargetEvent
  | PolicyEvent
  | CalendarEvent;
