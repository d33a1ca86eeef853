import type { DataOf, MessageType } from '@huiyin/contracts';
import type {
  BulletinEvents,
  AdviceEvents,
  CalendarEvents,
  CaseEvents,
  DriveEvents,
  AssessmentEvents,
  FundEvents,
  LedgerEvents,
  EventOf,
  HuiyinEvent,
  OfficeEvents,
  PolicyEvents,
  ReviewEvents,
  RhythmEvents,
  StandingEvents,
  SupervisionEvents,
  TargetEvents,
} from '@huiyin/domain';
import type { StoredEvent } from '@huiyin/event-store/port';

/** The event maps by the name of their aggregate, which is also how their streams begin. */
interface EventMaps {
  case: CaseEvents;
  office: OfficeEvents;
  supervision: SupervisionEvents;
  review: ReviewEvents;
  standing: StandingEvents;
  advice: AdviceEvents;
  target: TargetEvents;
  policy: PolicyEvents;
  calendar: CalendarEvents;
  assessment: AssessmentEvents;
  fund: FundEvents;
  ledger: LedgerEvents;
  rhythm: RhythmEvents;
  bulletin: BulletinEvents;
  drive: DriveEvents;
}

type Mapped = { [A in keyof EventMaps]: EventOf<EventMaps[A]> }[keyof EventMaps];
export interface Published {
  type: MessageType;
  key: string;
  data: unknown;
}

export interface Source<Data = unknown> {
  data: Data;
  /** Of the aggregate. */
  id: string;
  event: StoredEvent;
}

type Decision<Data> = 'private' | ((from: Source<Data>) => Published);
/** `never`, so that the map below does not compile, when an aggregate's events are left out above. */
export type ContractMap = [HuiyinEvent] extends [Mapped]
  ? { readonly [A in keyof EventMaps]: { readonly [T in keyof EventMaps[A]]: Decision<EventMaps[A][T]> } }
  : never;

/** What every message tells about its event; the builder adds it. */
type Origin = 'revision' | 'occurredAt' | 'recordedAt' | 'policy' | 'calendar';
type Fields<T extends MessageType> = Omit<DataOf<T>, Origin>;

export const as = <T extends MessageType>(type: T, key: string, data: Fields<T>): Published => ({
  type,
  key,
  data,
});
