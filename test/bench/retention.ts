import { survivalOf } from '../../backend/reports/survival.rules.js';
import type { Filled } from './fill.js';
import { COACHES, PARTICIPANTS_EACH } from './fill.js';

const TIMES = 7;

/** A report with the retention of everybody there is, over all days: milliseconds of the middle one. */
export async function measureRetention(url: string, { supervisorToken }: Filled): Promise<number> {
  const took: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const began = performance.now();
    const answer = await fetch(`${url}/api/reports?from=1990-01-01&through=2100-01-01`, {
      headers: { cookie: `session=${supervisorToken}`, 'sec-fetch-site': 'same-origin' },
    });
    const { tables } = (await answer.json()) as {
      tables: { key: string; rows: { cells: { value: number }[] }[] }[];
    };
    took.push(performance.now() - began);
    const stays = tables.find(({ key }) => key === 'retention')!.rows[0]!.cells[0]!.value;
    if (stays < COACHES * PARTICIPANTS_EACH) throw new Error(`The curve is of ${stays} stays.`);
  }
  return took.sort((one, other) => one - other)[TIMES >> 1]!;
}

/** The curve alone, of so many stays of different length. */
export function curveAlone(stays: number): number {
  const lasted = Array.from({ length: stays }, (_, index) => ({
    days: (index * 7919) % 1500,
    isLost: index % 3 === 0,
    stays: 1,
  }));
  const began = performance.now();
  survivalOf(lasted);
  return performance.now() - began;
}
