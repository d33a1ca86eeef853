import { chromium, type Browser, type Page } from 'playwright-core';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

/** A page, and all that it did that it should not. */
export interface WatchedPage {
  page: Page;
  /** Console errors, exceptions, policy violations; requests to other origins. */
  wrongs: string[];
  /** Every answer that it was given, as text. */
  received(): Promise<string>;
}

export const launch = (executable: string): Promise<Browser> =>
  chromium.launch({ executablePath: executable, args: FLAGS });

export async function openWatched(browser: Browser, address: string): Promise<WatchedPage> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const wrongs: string[] = [];
  const answers: Promise<string>[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') wrongs.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => wrongs.push(`exception: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${address}/`)) wrongs.push(`elsewhere: ${request.url()}`);
  });
  page.on('response', (response) => {
    // The stream never ends.
    if (!response.url().endsWith('/stream')) answers.push(response.text().catch(() => ''));
  });
  await page.exposeFunction('tellViolation', (what: string) => void wrongs.push(`policy: ${what}`));
  await page.addInitScript(() => {
    const told = globalThis as unknown as {
      addEventListener(type: string, listener: (event: { violatedDirective: string }) => void): void;
      tellViolation(what: string): void;
    };
    told.addEventListener('securitypolicyviolation', (event) => told.tellViolation(event.violatedDirective));
  });
  await page.goto(`${address}/`);
  return { page, wrongs, received: async () => (await Promise.all(answers)).join('\n') };
}
