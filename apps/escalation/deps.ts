import type { Execute, Following, LiveRules } from '@huiyin/command-handler';
import type { Offices } from '@huiyin/domain';
import type { EventStore } from '@huiyin/event-store';
import type { Clock, Log } from '@huiyin/kernel';
import type { Consumer } from '@huiyin/messaging';
import type { Timers } from './timers';

export interface EscalationDeps {
  consumer: Consumer;
  store: EventStore;
  timers: Timers;
  execute: Execute;
  rules: Pick<LiveRules, 'current' | 'reached'>;
  directory: Offices & Pick<Following, 'reached'>;
  clock: Clock;
  log: Log;
  /** `true` on the real clock: wakes by itself. A simulated clock calls `fireDue` when it moves. */
  ticking: boolean;
}
