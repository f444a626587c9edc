import type { MoveMakes, Move, MoveKind, MoveState } from '../../api/moving-contract';

export const KIND_WORDS: Record<MoveKind, string> = { people: 'People', contacts: 'Past contacts' };

export const STATE_WORDS: Record<MoveState, string> = {
  read: 'Columns to be matched',
  trying: 'Being tried',
  tried: 'Tried, not brought in yet',
  moving: 'Being brought in',
  moved: 'Brought in',
  stopped: 'Stopped',
};

/** 1,204 rows; 1 row. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

/** What comes of a file, noun by noun, without those that are none. */
export function makesWords(makes: MoveMakes): string[] {
  const words: [number, string, string?][] = [
    [makes.participants, 'participant'],
    [makes.enrollments, 'enrollment'],
    [makes.waysToReach, 'way to reach somebody', 'ways to reach somebody'],
    [makes.assignments, 'assignment to a coach', 'assignments to a coach'],
    [makes.contacts, 'past contact'],
  ];
  return words.filter(([count]) => count > 0).map(([count, one, many]) => counted(count, one, many));
}

/** What the file turned out to be: `XLSX, sheet “Caseload”`, `CSV in Windows-1252, with semicolons`. */
export function toldWords({ told }: Pick<Move, 'told'>): string {
  if (told.kind === 'xlsx') return `XLSX, sheet “${told.sheetName ?? ''}”`;
  const between: Record<string, string> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' };
  return `CSV in ${told.letters ?? ''}, with ${between[told.delimiter ?? ','] ?? 'commas'} between cells`;
}

export function sizeWords(bytes: number): string {
  const kilobytes = bytes / 1024;
  return kilobytes < 1024
    ? `${Math.max(1, Math.round(kilobytes))} kB`
    : `${(kilobytes / 1024).toFixed(1)} MB`;
}
