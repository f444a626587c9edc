import type { Client } from './client.js';

/** Every line of a list that comes by pages. */
export async function everyPage<Line>(by: Client, path: string): Promise<Line[]> {
  const lines: Line[] = [];
  let next: string | null = '';
  while (next !== null) {
    const { status, body } = await by.get(`${path}${path.includes('?') ? '&' : '?'}after=${next}`);
    if (status !== 200) throw new Error(`${path} answered ${status}: ${JSON.stringify(body)}`);
    lines.push(...body.items);
    next = body.next;
  }
  return lines;
}
