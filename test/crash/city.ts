import type { RunningCity } from '../flow/standalone-process';

/** A government, its petition department and an office. */
export async function foundOffices({ client }: RunningCity): Promise<void> {
  for (const [office, more] of [
    ['government', { kind: 'government' }],
    ['petitions', { kind: 'petition-department', superior: 'government' }],
    ['housing', { superior: 'government', email: 'housing@city.example' }],
  ] as const) {
    const form = { name: { zh: office, en: office }, level: 'city', territory: 'city', ...more };
    const { status } = await client.post(`/offices/${office}/register-office`, form);
    if (status !== 201) throw new Error(`${office} was not registered: ${status}`);
  }
}
