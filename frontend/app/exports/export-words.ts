import type { Day } from '../../api/contract';
import type { PreparedFile, Wanted } from '../../api/export-contract';
import { pageLanguage } from '../look/language';

const KIND_WORDS: Record<PreparedFile['kind'], string> = {
  contacts: $localize`Contacts`,
  people: $localize`People`,
  report: $localize`Report`,
};

export const FORMAT_WORDS: Record<PreparedFile['format'], string> = { csv: 'CSV', xlsx: 'XLSX' };

/** "Contacts, 2025", "Report, March 2026, Housing", "People". */
export function fileWords(file: Pick<PreparedFile, 'kind' | 'from' | 'through' | 'programName'>): string {
  const { kind, from, through, programName } = file;
  const days =
    from && through ? daysWords(from, through) : kind === 'contacts' ? $localize`all there are` : '';
  return [KIND_WORDS[kind], days, programName].filter(Boolean).join(', ');
}

/** The same of what is asked for, before the server has answered. */
export function wantedWords({ kind, from, through }: Wanted): string {
  return fileWords({ kind, from: from ?? null, through: through ?? null, programName: null });
}

/** A whole year or month by its name, else both days. */
export function daysWords(from: Day, through: Day): string {
  const year = from.slice(0, 4);
  if (from === `${year}-01-01` && through === `${year}-12-31`) return year;
  const said = (day: Day, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(pageLanguage() === 'es' ? 'es-US' : 'en-US', {
      ...options,
      timeZone: 'UTC',
    }).format(new Date(`${day}T00:00:00Z`));
  if (from.endsWith('-01') && through === lastOfMonth(from))
    return said(from, { month: 'long', year: 'numeric' });
  const day = { month: 'short', day: 'numeric' } as const;
  const dated = { ...day, year: 'numeric' } as const;
  if (from === through) return said(from, dated);
  return `${said(from, year === through.slice(0, 4) ? day : dated)} – ${said(through, dated)}`;
}

function lastOfMonth(day: Day): Day {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
