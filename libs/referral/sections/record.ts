import type { Section } from '@huiyin/reports';
import { triggerName } from '@huiyin/reports/kinds/triggers-section';
import type { ReferralFile } from '../file';
import {
  asWritten,
  AT,
  cited,
  column,
  eventWords,
  OFFICE,
  officeCell,
  POSITIONS,
  section,
  when,
  words,
} from '../table';
import { DUTY_STATUS, ROLE_NAMES, STREAMS } from '../words';

const FROM = column('from', { zh: '自', en: 'From' });
const UNTIL = column('until', { zh: '至', en: 'Until' });
const ABOUT = column(
  'about',
  { zh: '所属', en: 'Of' },
  { zh: '信访件、督办或者倒查', en: 'The case, a supervision order or an accountability review' },
);

/** Which office was what in the case, from when to when. */
export const chainSection = (file: ReferralFile): Section =>
  section(
    'chain',
    { zh: '四、责任链', en: '4. Responsibility chain' },
    [column('role', { zh: '角色', en: 'Role' }), OFFICE, FROM, UNTIL, POSITIONS],
    file.evidence.chain.segments.map(({ role, office, from, until, positions }) => [
      ...[words(ROLE_NAMES[role]), officeCell(file, office), when(from), when(until)],
      cited(...positions),
    ]),
  );

/** What was owed until when, and why by then. */
export const clocksSection = (file: ReferralFile): Section =>
  section(
    'clocks',
    { zh: '五、期限', en: '5. Clocks' },
    [
      column('duty', { zh: '职责', en: 'Duty' }),
      ...[OFFICE, column('due', { zh: '期限', en: 'Due' }), column('ended', { zh: '完成', en: 'Done' })],
      column('status', { zh: '状态', en: 'Status' }),
      column('explanation', { zh: '期限依据', en: 'Why by then' }),
      POSITIONS,
    ],
    file.evidence.clocks.map(({ name, owner, dueAt, endedAt, status, explanation, positions }) => [
      ...[words(name), officeCell(file, owner), when(dueAt), when(endedAt), words(DUTY_STATUS[status])],
      ...[words(explanation), cited(...positions)],
    ]),
  );

export const supervisionSection = (file: ReferralFile): Section =>
  section(
    'supervision',
    { zh: '六、督办', en: '6. Supervision' },
    [
      column('trigger', { zh: '缘由', en: 'Reason' }),
      ...[column('by', { zh: '督办单位', en: 'Ordered by' }), OFFICE],
      column('ordered', { zh: '发出', en: 'Ordered' }),
      column('replied', { zh: '反馈', en: 'Replied' }),
      column('closed', { zh: '办结', en: 'Closed' }),
      POSITIONS,
    ],
    file.evidence.supervision.map(({ trigger, by, office, orderedAt, repliedAt, closedAt, positions }) => [
      ...[words(triggerName(trigger)), officeCell(file, by), officeCell(file, office)],
      ...[when(orderedAt), when(repliedAt), when(closedAt), cited(...positions)],
    ]),
  );

/** What the offices were told. */
export const messagesSection = (file: ReferralFile): Section =>
  section(
    'messages',
    { zh: '七、告知单位的事项', en: '7. What the offices were told' },
    [AT, column('to', { zh: '告知', en: 'Told' }), column('what', { zh: '事项', en: 'What' }), POSITIONS],
    file.evidence.messages.map(({ at, to, type, position }) => [
      ...[when(at), officeCell(file, to), asWritten(type), cited(position)],
    ]),
  );

/** Everything that happened, event by event. */
export const timelineSection = (file: ReferralFile): Section =>
  section(
    'timeline',
    { zh: '八、时间线', en: '8. Timeline' },
    [
      ...[AT, column('event', { zh: '事件', en: 'Event' }, { zh: '存储的名称', en: 'As it is stored' })],
      ...[column('what', { zh: '含义', en: 'What it means' }), OFFICE, ABOUT, POSITIONS],
    ],
    file.evidence.timeline.map(({ at, type, office, stream, position }) => [
      ...[when(at), asWritten(type), words(eventWords(type)), officeCell(file, office)],
      ...[words(STREAMS[stream.split('-')[0]!]!), cited(position)],
    ]),
  );
