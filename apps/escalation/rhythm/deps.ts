import type { Directory, Execute, LiveRules } from '@huiyin/command-handler';
import type { EventStore } from '@huiyin/event-store';
import type { Clock, Log } from '@huiyin/kernel';
import type { DataSource } from 'typeorm';

export interface RhythmDeps {
  store: EventStore;
  views: DataSource;
  /** Whether the views show everything up to a position, in reasonable time. */
  shown: (position: number) => Promise<boolean>;
  execute: Execute;
  rules: Pick<LiveRules, 'current' | 'reached'>;
  directory: Pick<Directory, 'all' | 'reached'>;
  clock: Clock;
  log: Log;
  /** `true` on the real clock: wakes by itself. A simulated clock calls `issueDue` when it moves. */
  ticking: boolean;
}
