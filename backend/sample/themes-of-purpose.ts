import type { Theme } from './theme.js';

export const work: Theme = {
  dimension: 'Purpose',
  talked: [
    'Practiced the interview for {posting}, gap question included. The answer that works is short: "I took time for my health and I am ready."',
    'The {boss} at {job} asked for one more reference; we listed three people who would say yes.',
    'Second week at {job}. Early shifts are fine, the break room less so; lunch outside for now.',
    'Talked over whether to tell the {boss} about recovery. Decided: not yet, and that is allowed.',
    'Called {job} on speaker. They keep applications for {weeks}, so we set a day to call again.',
    'Hours at {job} were cut. Looked at what that does to rent and who else is hiring for {skill}.',
    'Got the call back from {job}. Start date is being settled.',
  ],
  together: [
    'Went through {posting} together and marked the two that fit the bus line.',
    'Rewrote the top of the résumé around {skill}.',
  ],
  team: [
    'Work is the thread right now; ask about {job} before anything else.',
    'The old crew works at the same site as {job}. Brought up by the participant, not worried yet, wants us to keep asking.',
    'Prefers that we do not call during shifts at {job}.',
  ],
  words: {
    posting: [
      'the warehouse posting',
      'three kitchen jobs',
      'the county road crew posting',
      'the front desk job at the clinic',
    ],
    job: [
      'the bakery',
      'the print shop',
      'the tire place',
      'Harborside Linen',
      'the garden center',
      'the cannery',
    ],
    boss: ['shift lead', 'manager', 'owner'],
    skill: ['forklift work', 'line cooking', 'caring for people', 'drywall', 'keeping books'],
    weeks: ['30 days', 'six weeks', 'the season'],
  },
  goals: [
    {
      sentence: 'I want a job I can keep, close enough to walk.',
      why: 'Money that is mine, and somewhere to be in the mornings.',
      steps: [
        'Finish the résumé with my coach',
        'Drop it at three places on Mill Street',
        'Call the bakery back',
        'Lay out clothes the night before',
      ],
    },
    {
      sentence: 'Get my forklift ticket renewed.',
      why: 'It is the one thing I was always good at.',
      steps: [
        'Find out what the renewal costs',
        'Ask the workforce office about the voucher',
        'Book the test day',
      ],
    },
  ],
};

export const school: Theme = {
  dimension: 'Purpose',
  talked: [
    'Passed {test}. We sat with that for a while before moving on.',
    '{test} did not go as hoped. Booked it again and found a study hour at the library.',
    'Looked at evening classes in {subject}; the one on Tuesdays leaves the home group night free.',
    'The tutor for {subject} cancelled again. Wrote to the adult learning desk together.',
    'Talked about what it is like to be the oldest in the {subject} class. "They ask me for notes now."',
  ],
  together: [
    'Filled in {form} at the kitchen table. {missing} is still missing.',
    'Studied {subject} for half an hour, then walked.',
  ],
  team: [
    'Reads better from large print; bring the big copies.',
    'Tires after about half an hour of forms. Two short meetings do more than one long one.',
    'Money for {subject} fees may come from the county fund; I am asking.',
  ],
  words: {
    form: ['the aid form', 'the enrollment form', 'the fee waiver'],
    missing: ['Last year’s tax letter', 'The old transcript', 'A proof of address'],
    test: ['the math part', 'the reading part', 'the first module', 'the placement test'],
    subject: ['welding', 'bookkeeping', 'nursing assistance', 'English', 'math'],
  },
  goals: [
    {
      sentence: 'Finish my GED before my daughter finishes eighth grade.',
      why: 'We made a bet and I intend to win it.',
      steps: [
        'Sign up for the math part',
        'Two library hours a week',
        'Take the practice test',
        'Tell her the date',
      ],
    },
    {
      sentence: 'Take one class and see if I still like learning.',
      why: 'I used to.',
      steps: ['Pick the class', 'Ask about the fee waiver', 'Go to the first evening'],
    },
  ],
};

export const money: Theme = {
  dimension: 'Purpose',
  talked: [
    'Payday is the hard evening, so we planned it: {plan}.',
    'Called about {bill} and got it split into {parts}.',
    'Food ran short this week. Picked up a box at {pantry} and noted their hours.',
    'Paid {bill}. One envelope fewer in the drawer.',
  ],
  together: [
    'Made the week’s budget on paper: {bill} first, then food, then the phone.',
    'Opened the {account}. First deposit is small and it counts.',
    'Looked at the letter about {bill} together. It reads worse than it is: nothing is due before {when}.',
  ],
  team: [
    'Opens letters only together with someone. Plan ten minutes for it each visit.',
    'Asked about a bus pass from the flexible fund; request is in.',
    'Payday is {when}. A call that afternoon is welcome.',
  ],
  words: {
    bill: ['rent', 'the electric bill', 'the phone bill', 'the old hospital bill', 'child support'],
    plan: [
      'groceries with a sister right from the bank',
      'home group, then the movie',
      'money order first, then dinner with us',
    ],
    parts: ['four parts', 'payments of 25 dollars', 'three months'],
    account: ['credit union account', 'savings envelope', 'prepaid card'],
    when: ['the 15th', 'the end of the month', 'Friday'],
    pantry: ['St. Brigid’s', 'the mosque pantry', 'the pantry on Dock Road'],
  },
  goals: [
    {
      sentence: 'Have 300 dollars saved that nobody knows about.',
      why: 'So one bad week is only a bad week.',
      steps: [
        'Open the credit union account',
        'Put by 10 dollars each payday',
        'Show my coach the balance once',
      ],
    },
  ],
};
