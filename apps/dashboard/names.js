// What offices, duties and rungs are called: the directory and the policy packs, read once and kept.
import { get, segment } from './api.js';
import { knows, pick, t } from './language.js';

/** @typedef {{ zh: string, en: string }} Text */
/** @typedef {{ timeZone: string, duties: Map<string, Text>, rungs: Map<string, Text>, thresholds: Map<string, Text>, name: Text }} Pack */

/** @type {Map<string, Text>} */
let offices = new Map();
/** @type {Set<string>} that the directory does not have */
const missing = new Set();
/** @type {Map<string, Pack | undefined>} by `id@version` */
const packs = new Map();

/** Where no office is above: it has no entry in the directory. */
const JOINT_CONFERENCE = 'joint-conference';

export const officeName = (/** @type {string | null | undefined} */ id) =>
  id ? pick(offices.get(id)) || (id === JOINT_CONFERENCE ? t('jointConference') : id) : '';

export const dutyName = (/** @type {string | undefined} */ pack, /** @type {string} */ rule) =>
  pick(packs.get(pack ?? '')?.duties.get(rule)) || rule;

export const rungName = (/** @type {string | null} */ pack, /** @type {string} */ rung) =>
  pick(packs.get(pack ?? '')?.rungs.get(rung)) || rung;

export const thresholdName = (/** @type {string} */ pack, /** @type {string} */ id) =>
  pick(packs.get(pack)?.thresholds.get(id)) || id;

export const packName = (/** @type {string} */ pack) => pick(packs.get(pack)?.name) || pack;

export const zoneOf = (/** @type {string | undefined} */ pack) => packs.get(pack ?? '')?.timeZone;

export const categoryName = (/** @type {string} */ id) =>
  knows(`category.${id}`) ? t(`category.${id}`) : id;

/** All offices, in order of name. */
export const allOffices = () =>
  [...offices.keys()]
    .map((id) => ({ id, name: officeName(id) }))
    .sort((a, b) => a.name.localeCompare(b.name));

async function readOffices() {
  const rows = (await get('/offices')) ?? [];
  offices = new Map(
    rows.map((/** @type {any} */ { id, nameZh, nameEn }) => [id, { zh: nameZh, en: nameEn }]),
  );
}

/** Every version that has been adopted. @param {string} id */
async function readPack(id) {
  const record = await get(`/policies/${segment(id)}`);
  for (const { data } of record?.events ?? []) {
    const { pack } = data;
    const named = (/** @type {{ id: string, name: Text }[]} */ list) =>
      new Map(list.map(({ id: key, name }) => [key, name]));
    packs.set(`${pack.id}@${pack.version}`, {
      timeZone: pack.timeZone,
      duties: named(pack.duties),
      rungs: named(pack.ladder.rungs),
      thresholds: named(pack.supervision?.triggers ?? []),
      name: pack.name,
    });
  }
}

/**
 * Reads the names that are not known yet.
 *
 * @param {readonly (string | null | undefined)[]} officeIds
 * @param {readonly (string | null | undefined)[]} packRefs
 */
export async function learn(officeIds, packRefs) {
  const strange = officeIds.some((id) => id && !offices.has(id) && !missing.has(id));
  const unread = packRefs.filter((ref) => ref && !packs.has(ref)).map(String);
  const ids = [...new Set(unread.map((ref) => ref.split('@')[0] ?? ''))];
  await Promise.all([strange ? readOffices() : undefined, ...ids.map(readPack)]);
  // What the server does not know is not asked for again and again.
  for (const ref of unread) if (!packs.has(ref)) packs.set(ref, undefined);
  for (const id of officeIds) if (id && !offices.has(id)) missing.add(id);
}
