import { httpResource } from '@angular/common/http';
import { computed, inject, type Signal } from '@angular/core';
import type { Feedback, FeedbackOfParticipant } from '../../api/contract';
import { askingAgain } from '../live/asking-again';
import { Live } from '../live/live';

/** What was said about a participant's contacts, by contact. Must be called where injection is possible. */
export function feedbackBeside(participantId: () => string): Signal<ReadonlyMap<string, Feedback[]>> {
  const asked = httpResource<FeedbackOfParticipant>(
    () => `/api/participants/${encodeURIComponent(participantId())}/feedback`,
  );
  inject(Live).whenChanged(participantId, askingAgain(asked));
  return computed(() =>
    asked.hasValue()
      ? Map.groupBy(asked.value().items, ({ contactId }) => contactId)
      : new Map<string, Feedback[]>(),
  );
}
