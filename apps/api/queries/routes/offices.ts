import { LEVELS, OFFICE_KINDS } from '@huiyin/domain';
import { findOffice, listOffices, listStandings, scorecard, type OfficeRow } from '@huiyin/read-models';
import { z } from 'zod';
import { none, ofAnswer, reaching, record, route, text, type ReadRoute } from '../route';

const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month like 2026-03')
  .optional();

/** A directory of offices: who leads one, and where its notices go, is in the office's own record. */
const listed = ({ leaders: _, email: __, webhook: ___, ...office }: OfficeRow): object => office;

export const officeRoutes: readonly ReadRoute[] = [
  route({
    name: 'listOffices',
    tag: 'offices',
    path: '/offices',
    summary: 'The directory of offices',
    query: z.strictObject({
      kind: z.enum(OFFICE_KINDS).optional(),
      level: z.enum(LEVELS).optional(),
      territory: text,
      superior: text,
      function: text,
    }),
    async run({ views }, _, filter) {
      const { position, result } = await listOffices(views, filter);
      return { position, body: result.map(listed) };
    },
  }),
  record('offices', 'readOffice', 'One office'),
  route({
    name: 'scorecards',
    tag: 'offices',
    path: '/scorecards',
    summary: 'What came to each office, and what it did in time, month by month',
    query: z.strictObject({ month, office: text }),
    run: async (context, _, { month: only, office }) =>
      ofAnswer(
        await scorecard(
          context.views,
          { office, fromMonth: only, toMonth: only },
          context.sight,
          reaching(context),
        ),
      ),
  }),
  route({
    name: 'scorecardOfOffice',
    tag: 'offices',
    path: '/offices/{id}/scorecard',
    summary: 'What came to one office, and what it did in time, month by month',
    query: none,
    async run(context, { id }) {
      const { views, sight } = context;
      const { result: office } = await findOffice(views, id!);
      return office && ofAnswer(await scorecard(views, { office: id! }, sight, reaching(context)));
    },
  }),
  route({
    name: 'listStandings',
    tag: 'standings',
    path: '/standings',
    summary: 'Offices with a confirmed fault or an honour, those on a rung of the ladder first',
    query: z.strictObject({ rung: text }),
    run: async ({ views, sight }, _, filter) => ofAnswer(await listStandings(views, filter, sight)),
  }),
  record('standings', 'readStanding', "An office's place on the ladder"),
];
