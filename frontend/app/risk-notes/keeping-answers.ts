import type { RiskNote } from '../../api/contract';

/**
 * Notes asked anew, with those that are gone from the list and yet are being answered at this moment, where they were:
 * somebody else was quicker, and the words being typed are not taken away for it. Who sends them learns it then.
 */
export function keepingAnswers(
  fresh: RiskNote[],
  before: RiskNote[],
  isBeingAnswered: (note: RiskNote) => boolean = hasOpenForm,
): RiskNote[] {
  const kept = [...fresh];
  before.forEach((note, place) => {
    const isGone = !fresh.some(({ riskNoteId }) => riskNoteId === note.riskNoteId);
    if (isGone && isBeingAnswered(note)) kept.splice(place, 0, note);
  });
  return kept;
}

function hasOpenForm({ riskNoteId }: RiskNote): boolean {
  return document.getElementById(`words-${riskNoteId}`) !== null;
}
