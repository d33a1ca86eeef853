import { chinaCalendar } from './calendars/china';
import { weekdayCalendar } from './calendars/weekdays';
import { hotline12345 } from './packs/hotline-12345';
import { open311 } from './packs/open311';
import { xinfang2005 } from './packs/xinfang-2005';
import { xinfang2022 } from './packs/xinfang-2022';
import type { PolicyPack, WorkCalendar } from './pack';
import { ruleBook } from './rule-book';

/** A pack comes after the one that was in force before it. */
export const bundledPacks: readonly PolicyPack[] = [xinfang2005, xinfang2022, hotline12345, open311];
export const bundledCalendars: readonly WorkCalendar[] = [chinaCalendar, weekdayCalendar];

/** What a fresh installation works by, before a city adopts anything of its own. */
export const bundledRules = ruleBook(bundledPacks, bundledCalendars);
