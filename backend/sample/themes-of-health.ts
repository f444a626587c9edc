import type { Theme } from './theme.js';

export const health: Theme = {
  dimension: 'Health',
  talked: [
    'Made the appointment for {visit}; I drive.',
    'Talked about {part}, and what would help before it gets louder.',
    'Weighing up {visit}: what speaks for it, what against. No decision today, which is fine.',
    '{visit} was moved to {when}. Wrote it on the fridge calendar.',
    'Blood pressure is better. "I can feel my own feet on the stairs."',
  ],
  together: [
    'Went along to {visit}. The questions we wrote down beforehand all got asked.',
    'New glasses. Read me the bus timetable from across the street.',
    'Cooked together: {dish}. Enough left for two days.',
  ],
  team: [
    'Had a hard time in emergency rooms before; wants someone along, and wants to do the talking.',
    'Please ask about {part} without making it the first question.',
    'Gave the new clinic our number as a message line; no names on voicemail.',
  ],
  words: {
    visit: [
      'the dentist',
      'the liver clinic',
      'the eye doctor',
      'the first visit with the new doctor',
      'physical therapy',
    ],
    part: ['the back pain', 'the tooth', 'the headaches', 'the swelling in the hand'],
    when: ['next Tuesday', 'the 9th', 'two weeks from now'],
    dish: ['lentil soup', 'rice and beans', 'chicken with peppers', 'a pot of chili'],
  },
  goals: [
    {
      sentence: 'Get my teeth fixed so I can smile at people again.',
      why: 'I cover my mouth when I talk.',
      steps: [
        'Call the dental school',
        'Go to the first appointment with a friend',
        'Second appointment',
        'Take a picture',
      ],
    },
    {
      sentence: 'See a doctor who listens, and go twice.',
      why: 'The last one typed the whole time.',
      steps: ['Ask in group who people like', 'Book it', 'Write three questions', 'Go back a second time'],
    },
  ],
};

export const medication: Theme = {
  dimension: 'Health',
  talked: [
    'The dose of {medicine} feels right now: mornings are clear and cravings are quiet until evening.',
    'Missed {count} of {medicine}. Talked about where the bottle lives and moved it beside the coffee.',
    'Asked the clinic about take-home doses; the nurse explains it again on {when}.',
    'Someone at a meeting said {medicine} "does not count". We talked about who gets to decide that.',
    'Naloxone is in the jacket and one in the kitchen; both are good until next year.',
    'Thinking about coming down on {medicine}. Agreed: not alone, not fast, and the prescriber hears it first.',
  ],
  together: ['Picked up {medicine} together. Pharmacy asks for the new card from next month on.'],
  team: [
    'Medication for opioid use disorder through the Dock Road clinic, ride on {when}. Back-up driver is on the board.',
    'Wants to be asked how it is going, not whether it was taken.',
  ],
  words: {
    medicine: ['buprenorphine', 'methadone', 'the monthly shot', 'the sleep tablets'],
    count: ['one day', 'two mornings', 'a weekend'],
    when: ['Monday', 'Wednesday', 'Friday morning'],
  },
  goals: [
    {
      sentence: 'Keep my take-homes and never stand in that line in the snow again.',
      why: 'Three hours a day is a life.',
      steps: ['Buy the lock box', 'Be there every day this month', 'Ask the nurse what comes next'],
    },
  ],
};

export const cravings: Theme = {
  dimension: 'Health',
  talked: [
    'Cravings came up strongest {moment}. What helped: {help}.',
    'Made a short list for the hard hour {moment}: {help}, then a call, then out of the house.',
    'Told me what came up {moment} before I asked. {help} got through the worst twenty minutes.',
    'Returned to use on one evening and called the next morning. Talked about the evening, not about guilt; recovery days add up and stay.',
    'Deleted two numbers from the phone. Kept one, on purpose, and said why.',
    'A good week: {help} comes by itself now.',
  ],
  together: ['Walked the long way round so as not to pass {place}.'],
  team: [
    'Evenings after {place} are the pattern. A text around six is welcome.',
    'Knows the signs early and says so. Take it seriously when the jokes stop.',
    'Keeps naloxone; the housemate knows where it is.',
  ],
  words: {
    moment: [
      'on Sunday night',
      'after payday',
      'after the call with the ex',
      'when the shift ended early',
      'at the bus terminal',
    ],
    help: [
      'cold water and the stairs',
      'calling a cousin',
      'frying onions',
      'the breathing from group',
      'walking the dog twice',
      'loud music with headphones',
    ],
    place: ['the old block', 'the liquor store on Fifth', 'the terminal', 'the ball field'],
  },
  goals: [
    {
      sentence: 'Get through paydays without using, three in a row.',
      why: 'After the third one I will believe it.',
      steps: [
        'Plan the evening the day before',
        'Give my sister the card for the night',
        'Text my coach at six',
        'Mark it on the calendar',
      ],
    },
    {
      sentence: 'Know my signs before other people do.',
      why: 'My mother always sees it first and I hate that.',
      steps: ['Write down what the last three times had in common', 'Show it to one person I trust'],
    },
  ],
};

export const sleep: Theme = {
  dimension: 'Health',
  talked: [
    'Slept {hours} most nights. {change} seems to do something.',
    'Nights are still the hard part: awake at {hour}, head full. Tried {change} for this week.',
    'Left the phone in the kitchen overnight. {hours}, the longest in a while.',
    'Talked about dreams of using: common, unpleasant, and no plan.',
  ],
  together: ['Tired today, so we kept it short and sat outside.'],
  team: [
    'Calls after ten in the morning only; sleeps late when nights are bad.',
    'Night shift neighbor. Earplugs from the office went over well.',
  ],
  words: {
    hours: ['about five hours', 'six hours', 'four hours in pieces', 'seven hours'],
    change: ['no coffee after two', 'the early walk', 'the radio instead of the screen', 'the same bedtime'],
    hour: ['three', 'four', 'half past two'],
  },
  goals: [
    {
      sentence: 'Sleep through, five nights out of seven.',
      why: 'I am a different person when I have slept.',
      steps: ['No coffee after two', 'Phone stays in the kitchen', 'Write down the nights for two weeks'],
    },
  ],
};
