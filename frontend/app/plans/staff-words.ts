import type { WordsOfParts } from './plan-parts';

/** The parts as staff call them, and what to ask together. */
export const STAFF_WORDS: WordsOfParts = {
  signs: {
    title: 'Early signs',
    prompt: 'Ask: “What do you notice first, days before it gets hard?”',
    examples: ['Stops answering messages', 'Sleeps badly', 'Skips meals'],
  },
  triggers: {
    title: 'Triggers and high-risk situations',
    prompt: 'Ask: “Which days, places, people or feelings make it harder?”',
    examples: ['Payday', 'Weekends alone', 'Arguments at home'],
  },
  helps: {
    title: 'What helps',
    prompt: 'Ask: “What has helped before, even a little?”',
    examples: ['A walk around the block', 'A glass of cold water', 'Loud music'],
  },
  places: {
    title: 'Safe places',
    prompt: 'Ask: “Where can you go, at any hour if there is such a place?”',
    examples: ['The sister’s kitchen', 'The library', 'The bench by the river'],
  },
  people: {
    title: 'Who to call',
    prompt: 'Theirs to call. We ourselves talk only with supporters, and only by permission.',
    examples: [],
    who: 'Who are they to them?',
  },
  reasons: {
    title: 'Reasons',
    prompt: 'Ask: “What do you do this for?” Their words, not ours.',
    examples: ['The daughter', 'Waking up clear', 'A key of one’s own'],
  },
};
