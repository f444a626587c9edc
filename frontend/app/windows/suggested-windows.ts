import type { Day, RiskNote, WindowView } from '../../api/contract';

/** What an open risk note tells of that opens a window, and no window stands for yet. */
export interface SuggestedWindow {
  riskNoteId: string;
  signal: keyof typeof EVENTS_OF;
  /** Which events it may have been. */
  events: readonly string[];
  /** The day, where the note says it. */
  on: Day | null;
}

const EVENTS_OF = {
  'release or discharge': ['release', 'detox discharge', 'residential discharge', 'hospital discharge'],
  overdose: ['overdose', 'emergency visit'],
  'stopped medication': ['medication stopped'],
} as const satisfies Record<string, readonly WindowView['event'][]>;

/** A suggestion and no more: a person decides, for a signal is not always an event. */
export function suggestedWindows(
  notes: readonly Pick<RiskNote, 'riskNoteId' | 'signals' | 'overdoseOn'>[],
  windows: readonly Pick<WindowView, 'event' | 'state'>[],
): SuggestedWindow[] {
  const seen = new Set<string>();
  return notes.flatMap(({ riskNoteId, signals, overdoseOn }) =>
    (Object.keys(EVENTS_OF) as (keyof typeof EVENTS_OF)[]).flatMap((signal): SuggestedWindow[] => {
      const events: readonly string[] = EVENTS_OF[signal];
      const isThere = windows.some(({ event, state }) => state === 'open' && events.includes(event));
      if (!signals.includes(signal) || isThere || seen.has(signal)) return [];
      seen.add(signal);
      return [{ riskNoteId, signal, events, on: signal === 'overdose' ? overdoseOn : null }];
    }),
  );
}
