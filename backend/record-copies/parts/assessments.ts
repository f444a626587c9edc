import type { Instrument } from '../../assessments/bank.js';
import { bankOf, textIn } from '../../assessments/banks.js';
import { part } from '../part.js';

interface Assessment {
  instrument: Instrument;
  version: string;
  mode: 'self' | 'with coach';
  takenOn: string;
  /** By item; null where it was skipped. */
  answers: (number | null)[];
  /** Null when an item was skipped. */
  score: number | null;
}

/** The data holds the sum; the page to read holds what was asked and answered, as their own pages do. */
export const assessmentsPart = part<Assessment>({
  name: 'assessments',
  tables: ['assessments'],
  gather: (tx, actor, participantId) =>
    tx.query<Assessment[]>(
      `SELECT instrument, version, mode, taken_on AS "takenOn", answers, score FROM assessments
        WHERE organization_id = $1 AND participant_id = $2 ORDER BY taken_on DESC, id DESC`,
      [actor.organizationId, participantId],
    ),
  title: (say) => say('Questions you answered', 'Preguntas que contestaste'),
  entry: (row, say) => {
    const bank = bankOf(row.instrument, row.version);
    const text = bank && textIn(bank, say.language).text;
    return {
      heading: `${text?.name ?? row.instrument}, ${say.day(row.takenOn)}`,
      lines: row.answers.map((answer, index): [string, string] => [
        text?.items[index] ?? String(index + 1),
        answer === null
          ? say('skipped', 'sin contestar')
          : (text?.anchors[answer - (bank?.least ?? 0)] ??
            say(`${answer} of ${bank?.most}`, `${answer} de ${bank?.most}`)),
      ]),
    };
  },
});
