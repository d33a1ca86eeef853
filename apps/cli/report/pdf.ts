import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { CliError, EXIT } from '../failure';

/** Where a browser lies that can print; CHROMIUM names another one. */
const BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const PRINT_ms_MAX = 60_000;
const HOST_NONE = 'MAP * ~NOTFOUND';

function browser(): string {
  const named = process.env['CHROMIUM'];
  const found = (named ? [named] : BROWSERS).find((file) => existsSync(file));
  if (found !== undefined) return found;
  const asked = named ? `${named} is not there` : 'no Chromium or Chrome is installed';
  throw new CliError('no-browser', `${asked}: set CHROMIUM, or take --format html and print it`);
}

/** The page as a browser prints it, by its own style sheet. Rejects with CliError: no-browser, not-printed. */
export async function pdfOf(html: string): Promise<Buffer> {
  const executable = browser();
  const folder = await mkdtemp(path.join(tmpdir(), 'huiyin-pdf-'));
  const [page, pdf] = [path.join(folder, 'page.html'), path.join(folder, 'page.pdf')];
  try {
    await writeFile(page, html);
    await promisify(execFile)(executable, argumentsFor(folder, page, pdf), { timeout: PRINT_ms_MAX });
    return await readFile(pdf);
  } catch (error) {
    const [reason] = (error as Error).message.split('\n');
    throw new CliError('not-printed', `${executable}: ${reason}`, EXIT.failed);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A browser of its own that asks no other host for anything. */
const argumentsFor = (folder: string, page: string, pdf: string): readonly string[] => [
  '--headless',
  '--disable-gpu',
  '--disable-background-networking',
  '--no-first-run',
  `--host-resolver-rules=${HOST_NONE}`,
  `--user-data-dir=${path.join(folder, 'profile')}`,
  // Chromium does not start as root with its sandbox; the page is our own and holds no script.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--no-pdf-header-footer',
  `--print-to-pdf=${pdf}`,
  pathToFileURL(page).href,
];
