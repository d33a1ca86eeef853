import { referralsThatStand } from '@huiyin/domain';
import { readReferralFile, reviewState, type ReferralFile } from '@huiyin/referral';
import { REPORT_LANGUAGES, type ReportLanguage } from '@huiyin/reports';
import { Option, type Command } from 'commander';
import { readdir } from 'node:fs/promises';
import {
  connectAudit,
  withAudit,
  type AuditConnection,
  type AuditOptions,
} from '../commands/audit-connection';
import { CliError } from '../failure';
import { fromCaller } from '../from-caller';
import { writeFolder } from './write-folder';

interface ReferralOptions extends AuditOptions {
  review: string;
  out: string;
  lang?: ReportLanguage;
}

export const referralCommand = (program: Command): void => {
  const command = program
    .command('referral')
    .description('the folder that goes to discipline with a review (docs/how-to/refer-to-discipline.md)')
    .requiredOption('--review <id>', 'a review that was referred')
    .requiredOption('--out <folder>', 'an empty folder, or one that is not there yet')
    .addOption(
      new Option('--lang <language>', 'of the report; default: both languages').choices(REPORT_LANGUAGES),
    );
  withAudit(command).action(async ({ review, out, lang, ...options }: ReferralOptions) => {
    const folder = fromCaller(out);
    await refuseUsed(folder);
    const connection = await connectAudit(options);
    try {
      const reviewId = review.replace(/^review-/, '');
      const { file, checkpoint } = await readSigned(connection, reviewId);
      const languages = lang === undefined ? REPORT_LANGUAGES : [lang];
      const { audit } = connection;
      const { bundles, events } = await writeFolder(folder, { file, audit, checkpoint, languages });
      process.stdout.write(
        `${folder}: review ${reviewId}, ${bundles} bundles, ${events} events under the checkpoint at ${checkpoint.size}\n`,
      );
    } finally {
      await connection.close();
    }
  });
};

async function refuseUsed(folder: string): Promise<void> {
  const there = await readdir(folder).catch((error: unknown) => {
    const { code } = error as { code?: string };
    if (code === 'ENOENT') return [];
    if (code === 'ENOTDIR') throw new CliError('usage', `${folder} is a file, and --out is a folder`);
    throw error;
  });
  if (there.length > 0) throw new CliError('folder-not-empty', `${folder} is not empty`);
}

/** A damaged log is not signed, and nothing of it is handed over. Rejects with LogDamaged. */
async function readSigned(
  { audit, platform: { store, rules } }: AuditConnection,
  reviewId: string,
): Promise<{ file: ReferralFile; checkpoint: Awaited<ReturnType<typeof audit.sign>> }> {
  const state = reviewState(await store.readStream(`review-${reviewId}`));
  if (state.status === 'unopened') throw new CliError('review-not-found', `there is no review ${reviewId}`);
  if (referralsThatStand(state.parts.referrals).length === 0)
    throw new CliError('review-not-referred', `review ${reviewId} was not referred, or no longer is`);
  const checkpoint = await audit.sign();
  const file = await readReferralFile((stream) => store.readStream(stream), {
    ...{ reviewId, upTo: checkpoint.size, rules: rules.current() },
  });
  if (!file) throw new CliError('case-not-found', `the case of review ${reviewId} is not in this log`);
  return { file, checkpoint };
}
