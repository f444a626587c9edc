import { neutralNameOf } from '../organization/neutral-name.queries.js';
import { programInReach } from '../organization/programs.queries.js';
import { keepGivenOut } from '../reports/given-out.queries.js';
import { linesOfReport } from '../reports/report-files.js';
import { reportPeriod } from '../reports/report-period.rules.js';
import { reportOf } from '../reports/reports.service.js';
import type { Cell } from '../http/csv.rules.js';
import type { Batch, ExportKind } from './export-kind.js';

/** A whole report, all of its tables one below the other, hidden for outside as on the screen. Numbers alone. */
export const REPORT: ExportKind = {
  roles: ['administrator', 'supervisor'],
  settle: async (tx, actor, { from, through, programId, isForOutside }) => {
    if (programId) await programInReach(tx, actor, programId);
    const asked = { ...(from ? { from } : {}), ...(through ? { through } : {}) };
    return {
      ...reportPeriod(asked, actor.today),
      programId: programId ?? null,
      isForOutside: isForOutside ?? false,
    };
  },
  open: async (tx, actor, { from, through, programId, isForOutside }) => {
    const report = await reportOf(tx, actor, {
      from: from!,
      through: through!,
      ...(programId ? { programId } : {}),
      isForOutside: isForOutside ? 'true' : 'false',
    });
    const rows = linesOfReport(report, await neutralNameOf(tx, actor));
    return { above: [], rowCount: rows.length, batches: atOnce(rows) };
  },
  // one for outside is kept among those given out, as one saved from the page is
  taken: async (tx, actor, { from, through, programId, isForOutside }) => {
    if (isForOutside) await keepGivenOut(tx, actor, { from: from!, through: through!, programId });
  },
  fileName: ({ from, through }) => `report-${from}-through-${through}`,
};

// eslint-disable-next-line @typescript-eslint/require-await
async function* atOnce(rows: Cell[][]): AsyncGenerator<Batch> {
  yield { rows, participantIds: [] };
}
