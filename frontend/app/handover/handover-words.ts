import type { Handover, NoteWhenHanded } from '../../api/contract';
import { type Here, momentWords } from '../risk-notes/answer-clock-words';

/** Where it stands, in one line, for whoever reads it. */
export function stateWords(handover: Handover, me: string, here: Here): string {
  const { from, to, by, ended } = handover;
  const next = to?.accountId === me ? 'you' : (to?.name ?? 'somebody');
  switch (handover.state) {
    case 'asked':
      return by.accountId === me
        ? `You asked for this ${momentWords(handover.at, here)}. A supervisor decides.`
        : `${by.name} asks to hand them over${to ? ` to ${to.name}` : ''}.`;
    case 'waiting':
      return handover.isLate
        ? `With ${next} now. Not accepted for two working days.`
        : `With ${next} now${from ? `, from ${from.accountId === me ? 'you' : from.name}` : ''}. Waits to be accepted.`;
    case 'declined':
      return `${to?.accountId === me ? 'You say you cannot' : `${to?.name ?? 'The next coach'} cannot`}: “${handover.declined?.words ?? ''}” They stay with ${next} until a supervisor decides.`;
    case 'accepted':
      return `${to?.accountId === me ? 'You' : (to?.name ?? '')} accepted ${momentWords(handover.acceptedAt!, here)}.`;
    case 'ended':
      return endedWords(ended!);
  }
}

function endedWords({ as, by, reason }: NonNullable<Handover['ended']>): string {
  const why = reason ? `: ${reason}` : '';
  switch (as) {
    case 'undone':
      return `${by.name} took it back${why}.`;
    case 'called off':
      return `${by.name} called it off${why}.`;
    case 'handed over':
      return `${by.name} handed them over.`;
    case 'moved on':
      return 'They have moved on to somebody else.';
  }
}

/** That an urgent note is open, or is answered by now: what both coaches see of it. */
export function noteWords({ answeredAt, answerBy }: NoteWhenHanded, here: Here): string {
  if (answeredAt) return `The urgent risk note was answered ${momentWords(answeredAt, here)}.`;
  const by = answerBy ? ` The clock goes on: an answer is due ${momentWords(answerBy, here)}.` : '';
  return `An urgent risk note is open, and nobody has answered it yet.${by}`;
}
