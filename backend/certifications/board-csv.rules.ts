import type { BoardExport } from './board.view.js';

const HEADER = ['Part', 'From', 'To', 'What', 'By', 'Number', 'Hours', 'Count', 'Confirmed by'];

/** One table for a spreadsheet: a row for each certification, education entry, kind of supervision and way of contact. */
export function boardCsv(board: BoardExport): string {
  const { from, to, supervision } = board;
  const rows: (string | number)[][] = [
    HEADER,
    ...board.certifications.map(({ firstOn, lastOn, kind, issuer, number, ended }) => [
      'Certification',
      firstOn,
      lastOn,
      ended ? `${kind} (ended early)` : kind,
      issuer,
      number,
      '',
      '',
      '',
    ]),
    ...board.education.map(({ doneOn, title, provider, hours, settledBy }) => [
      'Continuing education',
      doneOn,
      doneOn,
      title,
      provider,
      '',
      hours,
      '',
      settledBy?.name ?? '',
    ]),
    ['Supervision', from, to, 'individual', '', '', inHours(supervision.individual), '', ''],
    ['Supervision', from, to, 'group', '', '', inHours(supervision.group), '', ''],
    ...board.contacts.map(({ way, reachedCount, minutes }) => [
      'Contacts reached',
      from,
      to,
      way,
      '',
      '',
      inHours(minutes),
      reachedCount,
      '',
    ]),
  ];
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** To the hundredth. */
export function inHours(minutes: number): number {
  return Math.round((minutes / 60) * 100) / 100;
}

/**
 * Quoted where it must be. What a spreadsheet would take for a formula (= + - @, a tab or a return first) gets a ' before
 * it: the words of somebody else never run in the reader's program.
 */
export function cell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
