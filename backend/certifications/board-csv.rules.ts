import { csvOf } from '../http/csv.rules.js';
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
  return csvOf(rows);
}

/** To the hundredth. */
export function inHours(minutes: number): number {
  return Math.round((minutes / 60) * 100) / 100;
}
