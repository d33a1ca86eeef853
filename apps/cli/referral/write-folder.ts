import { makeFolder } from '@huiyin/kernel/make-folder';
import {
  writeBundle,
  writeChecksums,
  type AuditLog,
  type OpenAudit,
  type SignedCheckpoint,
} from '@huiyin/audit';
import { bundledStreams, referralReport, type ReferralFile } from '@huiyin/referral';
import { canonicalBytes, reportHtml, type ReportLanguage } from '@huiyin/reports';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { addVerifiers, bundleSchemas } from '../bundle-parts';

interface Content {
  file: ReferralFile;
  audit: AuditLog & OpenAudit;
  checkpoint: SignedCheckpoint;
  languages: readonly ReportLanguage[];
}

interface Written {
  bundles: number;
  events: number;
}

const STREAM_CHARS_MAX = 60;

/**
 * report.<language>.html, evidence.json, bundles/, checkpoint, huiyin.key, both verifiers and SHA256SUMS over all of them: the
 * whole folder, or none.
 */
export async function writeFolder(folder: string, content: Content): Promise<Written> {
  await makeFolder(path.dirname(folder));
  const draft = await mkdtemp(`${folder}.part-`);
  try {
    const written = await fill(draft, content);
    await writeChecksums(draft);
    // Takes the place of an empty folder.
    await rename(draft, folder);
    return written;
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

async function fill(folder: string, content: Content): Promise<Written> {
  const { file, audit, checkpoint, languages } = content;
  const write = (name: string, bytes: string | Buffer): Promise<void> =>
    writeFile(path.join(folder, name), bytes);
  const report = referralReport(file);
  for (const language of languages) await write(`report.${language}.html`, reportHtml(report, language));
  if (file.atOpening?.document) await write('evidence.json', canonicalBytes(file.atOpening.document));
  await write('checkpoint', checkpoint.note);
  await write('huiyin.key', `${audit.key}\n`);
  await addVerifiers(folder);
  return writeBundles(path.join(folder, 'bundles'), content);
}

/** One bundle for each stream, all under one checkpoint: each shows that nothing of its stream was left out. */
async function writeBundles(folder: string, { file, audit, checkpoint }: Content): Promise<Written> {
  const { raw, evidence, key } = audit;
  const [schemas, now] = [bundleSchemas(), new Date()];
  const streams = bundledStreams(file);
  await mkdir(folder);
  let events = 0;
  for (const [index, stream] of streams.entries()) {
    const bundle = path.join(folder, bundleName(index, stream));
    const options = { raw, evidence, checkpoint, key, stream, schemas, now };
    events += (await writeBundle(bundle, options)).events;
  }
  return { bundles: streams.length, events };
}

/** Numbered: an office's id may hold what no file name can. */
const bundleName = (index: number, stream: string): string =>
  `${String(index + 1).padStart(2, '0')}-${stream.replace(/[^\w-]/g, '_').slice(0, STREAM_CHARS_MAX)}.bundle`;
