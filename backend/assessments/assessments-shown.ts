import type { Language } from '../access/roles.js';
import type { AssessmentView, InstrumentView, OwnAssessment } from './assessment.view.js';
import type { AssessmentRow } from './assessments.queries.js';
import { changesSince, isOfOneKind, readingOf } from './assessments.rules.js';
import { offeredBanks, textIn } from './banks.js';

/** The newest version of each instrument, in this language where its published text has been entered. */
export function instrumentsIn(language: Language): InstrumentView[] {
  return offeredBanks().map((bank) => {
    const { instrument, version, least, most } = bank;
    const { language: inLanguage, text } = textIn(bank, language);
    return {
      ...{ instrument, version, least, most },
      language: inLanguage,
      name: text.name,
      stem: text.stem,
      anchors: [...text.anchors],
      items: [...text.items],
    };
  });
}

/** As their owner sees them. @param rows the newest first */
export function ownViews(rows: readonly AssessmentRow[]): OwnAssessment[] {
  return rows.map((row, index) => {
    const before = rows.slice(index + 1).find((other) => isOfOneKind(other.instrument, row.instrument));
    return {
      assessmentId: row.id,
      instrument: row.instrument,
      version: row.version,
      mode: row.mode,
      withCoach: row.mode === 'with coach' ? row.administered_by_name : null,
      takenOn: row.taken_on,
      answers: row.answers.map((answer, place) => ({ item: place + 1, answer })),
      isComplete: row.score !== null,
      comparedWithOn: before?.taken_on ?? null,
      changes: before ? changesSince(before.answers, row.answers) : [],
    };
  });
}

/** As staff see them. @param notes the note that each raised, by assessment */
export function staffViews(
  rows: readonly AssessmentRow[],
  notes: ReadonlyMap<string, string>,
): AssessmentView[] {
  return ownViews(rows).map((view, index) => {
    const { score, instrument, administered_by, administered_by_name } = rows[index]!;
    return {
      ...view,
      score,
      reading: readingOf(instrument, score),
      administeredBy: { accountId: administered_by, name: administered_by_name },
      riskNoteId: notes.get(view.assessmentId) ?? null,
    };
  });
}
