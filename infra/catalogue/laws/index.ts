import { BEIJING_2006 } from './beijing-2006';
import { CLOCKS } from './clocks';
import { HOTLINE_12345 } from './hotline-12345';
import { OPEN311 } from './open311';
import { SIMPLE_PROCEDURE } from './simple-procedure';
import { XINFANG_2005 } from './xinfang-2005';
import { XINFANG_2022 } from './xinfang-2022';
import type { Law } from './law';

export const LAWS: readonly Law[] = [
  XINFANG_2022,
  XINFANG_2005,
  SIMPLE_PROCEDURE,
  BEIJING_2006,
  HOTLINE_12345,
  OPEN311,
  CLOCKS,
];
