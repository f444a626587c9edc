import type { RiskStory } from './story.js';

/** Raised this morning, and nobody has answered yet. */
export const thoughtsOfSuicideToday: RiskStory = {
  ago: 0,
  signals: ['thoughts of suicide', 'lonely', 'tired'],
  whatWasDone:
    'Asked directly. Called 988 together and stayed on the line. A cousin is there until tonight; the tablets went to the cousin. I call again at four.',
};

export const overdoseThreeDaysAgo: RiskStory = {
  ago: 2,
  signals: ['overdose', 'returned to use', 'around people or places of use'],
  overdoseAgo: 3,
  whatWasDone:
    'Survived an overdose on the landing; the neighbor had naloxone. Visited in the emergency room, brought two more kits.',
  acknowledged: {
    ago: 2,
    words:
      'Thank you for going. Two of us this week: you mornings, Dev evenings. Clinic has a slot on request.',
  },
};

export const returnedToUse: RiskStory = {
  ago: 2,
  signals: ['returned to use', 'cravings'],
  whatWasDone:
    'Called the morning after. Went through what led up to it. Naloxone is in the house, and nobody is angry.',
  acknowledged: {
    ago: 1,
    words: 'Good that you were called first. Keep the daily text; we look at it on Thursday.',
  },
};

export const housingLost: RiskStory = {
  ago: 1,
  signals: ['housing lost', 'money', 'tired'],
  whatWasDone: 'Shelter bed until Sunday. Papers and phone are with us for safekeeping.',
};

export const stoppedMedication: RiskStory = {
  ago: 4,
  signals: ['stopped medication'],
  whatWasDone: 'Pharmacy turned the card away, so three days without. Clinic bridges from tomorrow; I drive.',
  acknowledged: { ago: 3, words: 'Call me if the pharmacy does that again and I ring their supervisor.' },
};

export const quietAndTired: RiskStory = {
  ago: 5,
  signals: ['lonely', 'tired'],
  whatWasDone: 'Named it together. Choir on Wednesday, a call on Saturday.',
};

export const moneyAndConflict: RiskStory = {
  ago: 9,
  signals: ['money', 'conflict'],
  whatWasDone: 'Rent talk with the flatmate ended loudly. Wrote down what was agreed.',
  acknowledged: { ago: 8, words: 'Fine to leave as watch. Bring it on Tuesday.' },
};

/** Three signs suggest concern; the coach knew better and said why. */
export const loweredToWatch: RiskStory = {
  ago: 3,
  signals: ['hungry', 'tired', 'angry'],
  level: 'watch',
  lowerReason:
    'All three come from a double shift and a skipped lunch. We ate, and two of the three were gone.',
  whatWasDone: 'Lunch. Looked at the shift plan.',
};

/** One sign suggests watch; the coach went higher. */
export const raisedToUrgent: RiskStory = {
  ago: 1,
  signals: ['other'],
  otherSignal: 'Gave the dog away and said it would be better off.',
  level: 'urgent',
  whatWasDone:
    'Asked about suicide: "not today". 988 is in the phone, sister knows and stays over. I see them tomorrow at nine.',
  acknowledged: {
    ago: 1,
    words: 'Agree with urgent. I am on call tonight; use my number, not the office line.',
  },
};

export const anniversary: RiskStory = {
  ago: 1,
  signals: ['grief or anniversary', 'lonely', 'missed supports'],
  whatWasDone: 'Breakfast together on the day. The group knows.',
};

/** Answered and closed, so long ago. */
export const resolvedConcern = (ago: number): RiskStory => ({
  ago,
  signals: ['cravings', 'missed supports', 'conflict'],
  whatWasDone: 'Went to the noon meeting together and made a plan for the weekend.',
  acknowledged: { ago: ago - 1, words: 'Seen. Tell me on Monday how the weekend was.' },
  resolved: {
    ago: ago - 6,
    words: 'Weekend went by without using. Two meetings, one long walk. Closed together.',
  },
});

/** The answer came late, and by then whoever is on call had been told. */
export const resolvedUrgent = (ago: number): RiskStory => ({
  ago,
  signals: ['thoughts of suicide'],
  whatWasDone: 'Asked, listened, called 988 together. Mobile team came to the house.',
  acknowledged: { ago, minutes: 85, words: 'On my way to you. Stay with them until the team is there.' },
  resolved: {
    ago: ago - 10,
    words:
      'Three nights at the crisis house, home again, safety plan on the fridge, a counselor on Tuesdays.',
  },
});

/** The supervisor resolved it at once, without acknowledging before. */
export const resolvedAtOnce = (ago: number): RiskStory => ({
  ago,
  signals: ['work lost'],
  whatWasDone: 'Let go at the cannery. Angry, and already looking.',
  resolved: { ago, words: 'Met both this afternoon. New place starts Monday.' },
});
