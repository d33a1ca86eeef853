import { unreachable } from '@huiyin/kernel';
import { unlessRefused, type Aggregate, type Decision, type Issued } from '../decider';
import { aVersionFollowsTheLast } from '../rules/a-version-follows-the-last';
import { calendarCommands, type CalendarCommand } from './commands';
import { calendarVersions, type CalendarEvent } from './events';
import { calendarExamples } from './examples';
import { aCalendarDoesNotContradictItself } from './rules/a-calendar-does-not-contradict-itself';
import { evolve, none, type CalendarState } from './state';

function decide(command: CalendarCommand & Issued, state: CalendarState): Decision<CalendarEvent> {
  switch (command.type) {
    case 'AdoptCalendar': {
      const { calendar } = command.data;
      const last = state.status === 'adopted' ? state.version : 0;
      return unlessRefused(
        [
          aCalendarDoesNotContradictItself(command.id, calendar),
          aVersionFollowsTheLast(last, calendar.version),
        ],
        {
          type: 'CalendarAdopted',
          data: { calendar },
        },
      );
    }
    default:
      return unreachable(command.type);
  }
}

export const calendarAggregate: Aggregate<CalendarState, CalendarCommand, CalendarEvent> = {
  name: 'calendar',
  chinese: '日历',
  commands: calendarCommands,
  examples: calendarExamples,
  begunBy: 'AdoptCalendar',
  begins: 'again',
  system: [],
  versions: calendarVersions,
  initial: none,
  decide,
  evolve,
};
