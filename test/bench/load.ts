import autocannon from 'autocannon';
import type { Scenario } from './scenarios.js';

/** What one round of load came to. Times in milliseconds. */
export interface Round {
  perSecond: number;
  times: number[];
}

/** Asks as fast as the answers come, on so many connections at once, for so many seconds. */
export async function load(url: string, scenario: Scenario, seconds: number): Promise<Round> {
  const times: number[] = [];
  const refused = new Map<number, number>();
  const began = performance.now();
  const { errors, timeouts } = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon(
      {
        url,
        connections: scenario.connections,
        duration: seconds,
        requests: [{ setupRequest: (request) => ({ ...request, ...scenario.next() }) as autocannon.Request }],
      },
      (error, result) => (error ? reject(error as Error) : resolve(result)),
    );
    run.on('response', (_client, status, _bytes, time) => {
      times.push(time);
      if (status >= 300) refused.set(status, (refused.get(status) ?? 0) + 1);
    });
  });
  const took = (performance.now() - began) / 1000;
  if (refused.size > 0 || errors + timeouts > 0)
    throw new Error(`${scenario.name} at ${url}: ${errors} errors, refused: ${JSON.stringify([...refused])}`);
  return { perSecond: times.length / took, times };
}

/** Several rounds as one: the middle throughput, and percentiles over all answers. */
export function together(rounds: Round[]): { perSecond: number; p50: number; p99: number } {
  const speeds = rounds.map(({ perSecond }) => perSecond).sort((one, other) => one - other);
  const times = rounds.flatMap((round) => round.times).sort((one, other) => one - other);
  const percentile = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return { perSecond: speeds[Math.floor(speeds.length / 2)]!, p50: percentile(0.5), p99: percentile(0.99) };
}
