import { v7 as uuidv7 } from 'uuid';
import { isUntouched } from '../check-ins/filled-in';
import type { CheckInForm } from './check-in-form';
import type { LogForm, ProgressForm } from './log-form';

/** Two texts of one note: both, unless the one holds the other. */
export function bothTexts(mine: string, theirs: string): string {
  if (mine.includes(theirs)) return mine;
  return theirs.includes(mine) ? theirs : `${mine}\n\n${theirs}`;
}

function bothProgress(mine: ProgressForm[], theirs: ProgressForm[]): ProgressForm[] {
  const ids = [...new Set([...mine, ...theirs].map(({ goalId }) => goalId))];
  return ids.map((goalId) => {
    const [own, other] = [mine, theirs].map((each) => each.find((said) => said.goalId === goalId));
    return {
      goalId,
      words: bothTexts(own?.words ?? '', other?.words ?? ''),
      confidence: own?.confidence || (other?.confidence ?? ''),
    };
  });
}

function bothCheckIns(mine: CheckInForm, theirs: CheckInForm): CheckInForm {
  if (isUntouched(mine.said)) return theirs;
  const own = Object.entries(mine.said).filter(([, value]) => value !== '' && value !== null);
  const words = bothTexts(mine.said.words, theirs.said.words);
  return { checkInId: mine.checkInId, said: { ...theirs.said, ...Object.fromEntries(own), words } };
}

/** What was said here and in the other window, put together: no word of either is lost. */
export function bothForms(mine: LogForm, theirs: LogForm): LogForm {
  const said = (field: keyof LogForm): boolean => mine[field] !== '' && mine[field] !== 'now';
  const merged: LogForm = {
    ...theirs,
    ...Object.fromEntries(Object.entries(mine).filter(([field]) => said(field as keyof LogForm))),
  };
  const isNextMine = mine.next.plannedOn !== '';
  return {
    ...merged,
    dimensions: [...new Set([...mine.dimensions, ...theirs.dimensions])],
    goalIds: [...new Set([...mine.goalIds, ...theirs.goalIds])],
    progress: bothProgress(mine.progress, theirs.progress),
    sharedNote: bothTexts(mine.sharedNote, theirs.sharedNote),
    teamNote: bothTexts(mine.teamNote, theirs.teamNote),
    next: isNextMine ? mine.next : theirs.next,
    checkIn: bothCheckIns(mine.checkIn, theirs.checkIn),
    promises: [
      ...mine.promises,
      ...theirs.promises.filter(
        (promise) => !mine.promises.some((own) => own.words === promise.words && own.dueOn === promise.dueOn),
      ),
    ].map((promise, place, all) =>
      // the same promise in other words is two promises
      all.findIndex((each) => each.promiseId === promise.promiseId) === place
        ? promise
        : { ...promise, promiseId: uuidv7() },
    ),
    hasRisk: mine.hasRisk || theirs.hasRisk,
    risk: {
      ...theirs.risk,
      ...Object.fromEntries(Object.entries(mine.risk).filter(([, value]) => value !== '')),
      signals: [...new Set([...mine.risk.signals, ...theirs.risk.signals])],
      whatWasDone: bothTexts(mine.risk.whatWasDone, theirs.risk.whatWasDone),
    },
  };
}
