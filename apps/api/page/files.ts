import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The pages are apps of their own, in plain files beside this one; they are read, never imported. */
const APPS = path.join(__dirname, '..', '..');

const HTML = 'text/html; charset=utf-8';
const CSS = 'text/css; charset=utf-8';
const SCRIPT = 'text/javascript; charset=utf-8';
const SVG = 'image/svg+xml';

type PageFiles = Readonly<Record<string, string>>;

export const INDEX = 'index.html';

/** Every file of the petitioner's page; it shares the style and the helpers of the other. */
export const PETITIONER_FILES: PageFiles = {
  [INDEX]: HTML,
  'petitioner.css': CSS,
  'petitioner.js': SCRIPT,
  'petitioner-words.js': SCRIPT,
};

/** Every file that is served; nothing else is. */
export const PAGE_FILES: PageFiles = {
  [INDEX]: HTML,
  'style.css': CSS,
  'icon.svg': SVG,
  'api.js': SCRIPT,
  'board.js': SCRIPT,
  'case.js': SCRIPT,
  'cases.js': SCRIPT,
  'counters.js': SCRIPT,
  'dom.js': SCRIPT,
  'language.js': SCRIPT,
  'live.js': SCRIPT,
  'main.js': SCRIPT,
  'names.js': SCRIPT,
  'reviews.js': SCRIPT,
  'route.js': SCRIPT,
  'supervisions.js': SCRIPT,
  'table.js': SCRIPT,
  'time.js': SCRIPT,
  'timeline.js': SCRIPT,
  'words.js': SCRIPT,
};

export interface PageFile {
  body: Buffer;
  type: string;
  etag: string;
}

/** Reads them all, once. Throws when one is missing. */
export const readPageFiles = (app: string, files: PageFiles): ReadonlyMap<string, PageFile> =>
  new Map(
    Object.entries(files).map(([name, type]) => {
      const body = readFileSync(path.join(APPS, app, name));
      const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
      return [name, { body, type, etag }];
    }),
  );
