import type { AppendRequest, AppendResult, ExpectedRevision, StoredEvent } from '../port';

/** One append of a plan. The same `command` may stand in several lanes and processes: then it must have one effect. */
export interface PlannedAppend {
  command: number;
  parts: { stream: number; events: number; expected: 'any' | 'none' | 'seen' | 'behind' }[];
}

/** Lanes run side by side in one process, each lane's appends one after the other. */
export type WriterPlan = PlannedAppend[][];

/** What one writer asked and heard. */
export interface Attempt {
  commandId: string;
  asked: { stream: string; expectedRevision: ExpectedRevision; ids: string[] }[];
  /** Rejections other than "try again" arrive as text. */
  heard: AppendResult | { status: 'failed'; error: string };
  /** How often it was sent until an answer came. */
  tries: number;
}

/** Where an event stands. */
export type Place = Pick<StoredEvent, 'position' | 'stream' | 'revision' | 'id'> & { commandId: string };

export interface History {
  attempts: Attempt[];
  /** In the order delivered, per follower. */
  followers: Place[][];
  /** The log at the end. */
  log: Place[];
}

export const placeOf = ({ position, stream, revision, id, meta }: StoredEvent): Place => ({
  position,
  stream,
  revision,
  id,
  commandId: meta.commandId,
});

export const askedOf = ({ streams }: AppendRequest): Attempt['asked'] =>
  streams.map(({ stream, expectedRevision, events }) => ({
    stream,
    expectedRevision,
    ids: events.map(({ id }) => id),
  }));
