import { CONTACTS } from './contacts-kind.js';
import type { ExportKindName } from './export.dto.js';
import type { ExportKind } from './export-kind.js';
import { PEOPLE } from './people-kind.js';
import { REPORT } from './report-kind.js';

/** All files there are to take. */
export const KINDS: Record<ExportKindName, ExportKind> = {
  contacts: CONTACTS,
  people: PEOPLE,
  report: REPORT,
};
