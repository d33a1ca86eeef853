import { seesEverything } from '@huiyin/access';
import { aggregates, BULLETIN_KINDS, lineOf, streamOf, type BulletinEvents } from '@huiyin/domain';
import { findDrive, listBulletins, listDrives } from '@huiyin/read-models';
import { problemsOf, type ReportDocument } from '@huiyin/reports';
import { casesOf, withoutCases } from '@huiyin/rhythm';
import { z } from 'zod';
import {
  none,
  ofAnswer,
  ofFound,
  ofPage,
  page,
  record,
  route,
  text,
  type ReadContext,
  type ReadRoute,
} from '../route';

/** An office reads its own lists and those of the offices below it; whoever looks for the city reads all. */
function readableBy({ viewer, platform: { directory } }: ReadContext): readonly string[] | undefined {
  const { office } = viewer;
  if (office === undefined) return undefined;
  return [...directory.all()].flatMap(([id]) => (lineOf(id, directory).has(office) ? [id] : []));
}

/** As the viewer may read it: a case that is kept from them now is on no list of theirs, however old. */
async function seenDocument(context: ReadContext, document: ReportDocument): Promise<ReportDocument> {
  if (seesEverything(context.sight)) return document;
  const hidden = new Set<string>();
  for (const id of casesOf(document))
    if (!(await context.guard.maySeeCase(context.viewer, id))) hidden.add(id);
  return hidden.size === 0 ? document : withoutCases(document, hidden);
}

export async function findBulletin(
  context: ReadContext,
  id: string,
): Promise<
  { position: number; data: BulletinEvents['BulletinIssued']; document: ReportDocument } | undefined
> {
  const [event] = await context.platform.store.readStream(streamOf(aggregates.bulletins, id));
  if (!event) return undefined;
  const data = event.data as BulletinEvents['BulletinIssued'];
  const readable = readableBy(context);
  if (data.office !== undefined && readable && !readable.includes(data.office)) return undefined;
  const document = data.document as unknown as ReportDocument;
  // A document of a version to come would be shown wrongly: better not at all.
  if (problemsOf(document).length > 0) return undefined;
  return { position: event.position, data, document: await seenDocument(context, document) };
}

export const rhythmRoutes: readonly ReadRoute[] = [
  route({
    name: 'listBulletins',
    tag: 'bulletins',
    path: '/bulletins',
    summary: 'Daily lists, monthly circulars and analyses, quarterly rankings that went out, newest first',
    query: z.strictObject({ kind: z.enum(BULLETIN_KINDS).optional(), office: text, ...page }),
    async run(context, _, request) {
      const found = await listBulletins(context.views, { ...request, within: readableBy(context) });
      const items = found.items.map(({ sha256: _hash, ...item }) => item);
      return ofPage({ ...found, items });
    },
  }),
  route({
    name: 'readBulletin',
    tag: 'bulletins',
    path: '/bulletins/{id}',
    summary: 'One of them: the document as it went out, with the log position that it was made at',
    query: none,
    async run(context, { id }) {
      const found = await findBulletin(context, id!);
      if (!found) return undefined;
      const { kind, office, period, at, position, sha256 } = found.data;
      // The hash is of the whole document: to somebody who must not see all of it, it would say so.
      const hash = seesEverything(context.sight) ? { sha256 } : {};
      const body = { id, kind, office, period, at, countedTo: position, ...hash, document: found.document };
      return { position: found.position, body };
    },
  }),
  record('rhythms', 'readRhythm', 'When lists and circulars go out: of the city, or of one office'),
  route({
    name: 'listDrives',
    tag: 'drives',
    path: '/drives',
    summary: 'Drives, newest first: how many reports are zero, have matters, are missing or awaited',
    query: none,
    run: async ({ views }) => ofAnswer(await listDrives(views)),
  }),
  route({
    name: 'readDrive',
    tag: 'drives',
    path: '/drives/{id}',
    summary: 'One drive, day by day and office by office; missing is not zero',
    query: none,
    run: async ({ views }, { id }) => ofFound(await findDrive(views, id!)),
  }),
];
