import type { Theme } from './theme.js';

export const family: Theme = {
  dimension: 'Community',
  talked: [
    'Wrote a letter to {relative}. Not sent yet; it lives in the folder.',
    'Visit with {relative} on Saturday: {outcome}.',
    'Talked about how to answer when {relative} asks "are you all right now?"',
    'Practiced the phone call with {relative}, then made it. {outcome}.',
    'Birthday of {relative} is coming. Found a present for eight dollars that is just right.',
    'A boundary with {relative}: no money, yes to Sunday lunch.',
  ],
  together: [
    'Read the visitation rules together, the second page too.',
    'Photos: {relative} at the lake. Nice to see that face.',
  ],
  team: [
    'Signed that we may speak with {relative} about rides, and about nothing else.',
    'Holidays are heavy. Put a call in for the day before and the day after.',
    'The way {relative} talks to the participant is hard to hear. Said they can handle it, asked me to leave it.',
  ],
  words: {
    relative: [
      'the eldest',
      'mom',
      'the brother in Akron',
      'both kids',
      'the ex',
      'grandmother',
      'the stepdaughter',
    ],
    outcome: [
      'an hour, and nobody raised their voice',
      'short and good',
      'they did not come',
      'some tears, the good kind',
      'awkward, and done',
    ],
  },
  goals: [
    {
      sentence: 'Have dinner with my kids once a week, at a table.',
      why: 'They should know what my cooking tastes like.',
      steps: [
        'Ask their aunt which evening works',
        'Buy plates',
        'Cook something easy',
        'Do it again the week after',
      ],
    },
    {
      sentence: 'Talk to my brother before the summer.',
      why: 'It has been four years and I forget what it was about.',
      steps: ['Write what I would say', 'Send a card with no ask in it', 'Call on a Sunday'],
    },
  ],
};

export const meetings: Theme = {
  dimension: 'Community',
  talked: [
    'Tried {group}. {verdict}',
    'Asked someone from {group} for a number, and got it.',
    'First time making the coffee at {group}. It was strong.',
    'Skipped {group} three times; talked about what is behind that. Mostly the bus, partly one person.',
    'Spoke at {group} for two minutes. Hands shook, voice did not.',
    'Looked for something that is not a meeting: {other} on Wednesdays has a free place.',
  ],
  together: ['Went to {group} together and sat in the back row. Stayed for coffee.'],
  team: [
    'Has had enough of {group} for now and says so. Offer {other}, do not push.',
    'Would make a good volunteer at the front desk in a few months. Has not been asked yet.',
  ],
  words: {
    group: [
      'the Thursday group',
      'the noon meeting',
      'the women’s circle',
      'the men’s breakfast',
      'the all-recovery meeting',
      'the Spanish meeting',
    ],
    verdict: [
      'Will go again.',
      'Too loud, too many slogans.',
      'Knew two faces there, which helped.',
      'Wants to try another before deciding.',
    ],
    other: ['the choir', 'the repair café', 'the boxing gym', 'the community garden'],
  },
  goals: [
    {
      sentence: 'Find people I can be boring with.',
      why: 'All my friends were using friends.',
      steps: ['Go to the Thursday group twice', 'Ask one person for coffee', 'Try the community garden'],
    },
    {
      sentence: 'Make the coffee at the noon meeting for a month.',
      why: 'If I have a job there I show up.',
      steps: ['Ask who has the key', 'First week', 'All four weeks'],
    },
  ],
};

export const court: Theme = {
  dimension: 'Community',
  talked: [
    'Called {officer} on speaker and moved the appointment away from the work shift.',
    'Community service hours: {hours} done, signed sheet is in the folder.',
    'Talked about what happens if the fine cannot be paid. There is a form for that; filled it in.',
  ],
  together: [
    'Sat in on {date}. Next one is {when}; wrote it down twice.',
    'Put together the letter for {date}: dates and facts, and what is going well.',
    'After {date} we walked around the block until breathing was easy again.',
  ],
  team: [
    'Release for {officer} covers attendance only. Nothing else goes out.',
    'Returning citizen, four months home. Uniforms in a waiting room are hard; sit near the door.',
  ],
  words: {
    date: ['the court date', 'the review hearing', 'the family court date'],
    when: ['on the 4th', 'in six weeks', 'after the holidays'],
    officer: ['the probation officer', 'the public defender', 'the case clerk'],
    hours: ['12 of 40', '20 of 40', '31 of 40', 'all 40'],
  },
  goals: [
    {
      sentence: 'Get off paper and not look over my shoulder.',
      why: 'Eighteen months of asking to leave the county.',
      steps: ['Finish the service hours', 'Pay the first part of the fine', 'Ask for the early review'],
    },
  ],
};

export const grief: Theme = {
  dimension: 'Community',
  talked: [
    'Made a plan for the anniversary: {plan}.',
    'Told the story of {person} and the borrowed truck. First laugh about it.',
    'Does not want a grief group, does want {plan}. So that is what we do.',
  ],
  together: [
    'It is {time} since {person} died. Sat by the water and mostly listened.',
    'Another funeral on Saturday. Went in together, left when it was enough.',
  ],
  team: [
    'The week around the anniversary needs two of us; agreed with the participant.',
    'Lost three friends in a year. Do not hurry this.',
  ],
  words: {
    time: ['a year', 'two years', 'six months', 'a month'],
    person: ['a best friend', 'the partner', 'an older brother', 'a friend from treatment'],
    plan: [
      'breakfast at the diner they both liked',
      'flowers at the pier',
      'to cook the old recipe for four',
    ],
  },
  goals: [
    {
      sentence: 'Get through March without pretending I am fine.',
      why: 'March is when he died.',
      steps: ['Tell two people what March is', 'Plan the day itself', 'Visit the pier'],
    },
  ],
};

export const outdoors: Theme = {
  dimension: 'Community',
  talked: ['Signed up for the five-kilometer walk in spring. We train on Sundays.'],
  together: [
    'Walked {route}. {sight}',
    'Fished for an hour {route}. Nothing bit and nobody minded.',
    'Planted {plant} at the community garden; watering is on Tuesdays and Saturdays.',
    'Bike is fixed. Rode it {route} and back while I timed it.',
    'Too wet for {route}; played dominoes with the Tuesday crowd instead.',
  ],
  team: [
    'Talks most freely while walking. Skip the office.',
    'Knees are bad; flat routes only, and no need to mention it.',
  ],
  words: {
    route: ['along the breakwater', 'around the reservoir', 'up to the lighthouse', 'by the old rail line'],
    sight: [
      'Saw a heron.',
      'Windy and good.',
      'Counted eleven boats.',
      'Stopped twice for the knee, which is fine.',
    ],
    plant: ['tomatoes', 'kale', 'sunflowers', 'garlic'],
  },
  goals: [
    {
      sentence: 'Walk the five kilometers in spring, with a number on my shirt.',
      why: 'I have never finished anything with a number on it.',
      steps: ['Sign up', 'Shoes from the swap shop', 'Sunday walks', 'The day itself'],
    },
  ],
};
