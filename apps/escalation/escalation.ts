import { ACCOUNTABILITY_EVENTS, CASE_EVENTS, OFFICE_DIRECTORY, RULES } from '@huiyin/contracts';
import type { Consumption, Message } from '@huiyin/messaging';
import { heeds } from '@huiyin/policy';
import { owing } from './act';
import { createAlarm } from './alarm';
import { assembleOnOpening } from './assemble-evidence';
import { settleFault } from './settle-fault';
import { countRepeats } from './count-repeats';
import type { EscalationDeps } from './deps';
import { fireDue } from './fire';
import { plan } from './plan';
import { noteRevision, recomputeBatch } from './recompute';

export type { EscalationDeps } from './deps';

export interface Escalation {
  consumption: Consumption;
  /** Plans anew what a new calendar or a succession changes, then takes every step that has fallen due; answers how many of both. */
  fireDue(): Promise<number>;
  nextAt(): Promise<string | undefined>;
  stop(): Promise<void>;
}

const GROUP = 'escalation';
const CONCURRENCY_MAX = 32;
const PLANNED_REMEMBERED_MAX = 100_000;

/** Watches what is owed: keeps a timer per stream, and takes the policy's steps when they fall due. */
export function startEscalation(deps: EscalationDeps): Escalation {
  const planned = new Map<string, number>();
  const { clock, log, ticking, timers } = deps;
  const alarm = createAlarm({ clock, log, ticking, nextAt: () => timers.nextAt() }, () => round(deps));

  const handler = async (message: Message): Promise<void> => {
    await settleFault(deps, message);
    await countRepeats(deps, message);
    if (await noteRevision(deps, message)) alarm.notLaterThan(deps.clock.now().toISOString());
    const stream = message.subject;
    if (!owing(stream) || (planned.get(stream) ?? 0) >= message.position) return;
    if (isOwnEcho(deps, message)) return;
    // What was adopted before this message is known before its duties are computed.
    await deps.rules.reached(message.position);
    await assembleOnOpening(deps, message);
    const { timer, position } = await plan(deps, stream);
    if (planned.size >= PLANNED_REMEMBERED_MAX) planned.clear();
    planned.set(stream, position);
    if (timer.nextAt) alarm.notLaterThan(timer.nextAt);
  };
  const consumption = deps.consumer.subscribe({
    group: GROUP,
    topics: [CASE_EVENTS, ACCOUNTABILITY_EVENTS, OFFICE_DIRECTORY, RULES],
    handler,
    concurrencyMax: CONCURRENCY_MAX,
    async onAnew() {
      planned.clear();
      await deps.timers.forgetAll();
    },
  });
  alarm.start();
  return {
    consumption,
    fireDue: () => round(deps),
    nextAt: () => deps.timers.nextAt(),
    async stop() {
      await consumption.stop();
      await alarm.stop();
    },
  };
}

/** Escalation's own records on the stream: they change what is owed only where the pack says so. */
const ECHOES = new Map([
  ['office-reminded', 'OfficeReminded'],
  ['duty-breached', 'DutyBreached'],
]);

function isOwnEcho({ rules }: EscalationDeps, { type, data }: Message): boolean {
  const event = ECHOES.get(type.split('.').at(-2) ?? '');
  const { policy } = data as { policy?: string };
  return event !== undefined && policy !== undefined && !heeds(rules.current().pack(policy), event);
}

/** What falls due is not kept waiting by a calendar that moves the dates of many. */
async function round(deps: EscalationDeps): Promise<number> {
  let done = 0;
  for (;;) {
    const planned = await recomputeBatch(deps);
    done += (planned ?? 0) + (await fireDue(deps));
    if (planned === undefined) return done;
  }
}
