import type { ReportCell, ReportColumn } from '../../api/report-contract';

/** A cell as it is read: a share with its sign, minutes as people say them, a dash where there is nothing to say. */
export function cellWords({ value, isHidden }: ReportCell, kind: ReportColumn['kind']): string {
  if (isHidden) return $localize`hidden`;
  if (value === null) return '–';
  if (kind === 'share') return `${value} %`;
  if (kind === 'change') return value > 0 ? `+${value}` : `${value}`.replace('-', '−');
  return kind === 'minutes' ? minuteWords(value) : value.toLocaleString('en-US');
}

function minuteWords(minutes: number): string {
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 48 * 60) {
    const rest = minutes % 60;
    return rest ? `${Math.floor(minutes / 60)} h ${rest} min` : `${minutes / 60} h`;
  }
  return $localize`${Math.round(minutes / 1440)}:count: days`;
}
