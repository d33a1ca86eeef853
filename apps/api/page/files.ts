import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The pages are an app of their own, in plain files beside this one; they are read, never imported. */
const FOLDER = path.join(__dirname, '..', '..', 'dashboard');

const HTML = 'text/html; charset=utf-8';
const CSS = 'text/css; charset=utf-8';
const SCRIPT = 'text/javascript; charset=utf-8';
const SVG = 'image/svg+xml';

export const INDEX = 'index.html';
export const PETITIONER = 'petitioner.html';

/** Every file that is served; nothing else is. */
export const PAGE_FILES: Readonly<Record<string, string>> = {
  [INDEX]: HTML,
  [PETITIONER]: HTML,
  'style.css': CSS,
  'figures.js': SCRIPT,
  'icon.svg': SVG,
  'advice.js': SCRIPT,
  'api.js': SCRIPT,
  'board.js': SCRIPT,
  'case.js': SCRIPT,
  'case-filters.js': SCRIPT,
  'cases.js': SCRIPT,
  'chain.js': SCRIPT,
  'counters.js': SCRIPT,
  'dom.js': SCRIPT,
  'honours.js': SCRIPT,
  'language.js': SCRIPT,
  'list.js': SCRIPT,
  'lists.js': SCRIPT,
  'live.js': SCRIPT,
  'main.js': SCRIPT,
  'names.js': SCRIPT,
  'petitioner.css': CSS,
  'petitioner.js': SCRIPT,
  'petitioner-words.js': SCRIPT,
  'reports.js': SCRIPT,
  'reviews.js': SCRIPT,
  'route.js': SCRIPT,
  'supervisions.js': SCRIPT,
  'table.js': SCRIPT,
  'targets.js': SCRIPT,
  'time.js': SCRIPT,
  'timeline.js': SCRIPT,
  'words.js': SCRIPT,
};

export interface PageFile {
  body: Buffer;
  type: string;
  etag: string;
}

/** The one thing that the pages are told of the city. */
const TIME_ZONE = '{{TIME_ZONE}}';

/** Reads them all, once, for the city's zone. Throws when one is missing. */
export const readPageFiles = (timeZone: string): ReadonlyMap<string, PageFile> =>
  new Map(
    Object.entries(PAGE_FILES).map(([name, type]) => {
      const file = readFileSync(path.join(FOLDER, name));
      const body = type === HTML ? Buffer.from(file.toString().replace(TIME_ZONE, timeZone)) : file;
      const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
      return [name, { body, type, etag }];
    }),
  );
