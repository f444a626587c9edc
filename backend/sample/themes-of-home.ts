import type { Theme } from './theme.js';

export const housing: Theme = {
  dimension: 'Home',
  talked: [
    'Called {office}: {answer}.',
    'Wrote down what matters in a place: {wish}, and a lock that works.',
    'The roommate had people over again. Talked through what to say and when, and practiced it twice.',
    'House meeting went all right: {rule} was agreed for the whole floor.',
    'Notice on the door turned out to be about the boiler. Still a scare; we talked until it was only a notice.',
  ],
  together: [
    'Looked at {room} together. {verdict}',
    'Filled the housing application up to the references. Two of three people have said yes.',
    'Moved the last boxes from {room}. The kettle went in first.',
    'Lease is signed. Read it through line by line, pets and guests included.',
  ],
  team: [
    'Current place is not quiet at night; a visit there works better before noon.',
    'Voucher runs out at the end of next month. I asked the housing office for the extension form.',
    'Does not want the landlord to know about us: no visits in branded jackets.',
  ],
  words: {
    room: [
      'the room on Cooper Street',
      'the studio above the laundry',
      'a bed at Harbor House',
      'the shared flat by the station',
    ],
    verdict: [
      'Tidy, small, a long way from the bus.',
      'A yes, if the deposit can be split.',
      'A no, and a clear one: the neighbor deals.',
      'Good light. The landlord wants to think about it.',
    ],
    office: ['the housing office', 'the recovery house', 'the shelter desk', 'the landlord'],
    answer: [
      'number nine on the list now',
      'they need a letter of support, which I will write',
      'a viewing on Thursday',
      'nothing before the first of the month',
    ],
    wish: ['a door of one’s own', 'a window to the street', 'a kitchen', 'a bus stop nearby'],
    rule: ['quiet after ten', 'no using on the premises', 'kitchen until eleven'],
  },
  goals: [
    {
      sentence: 'I want my own place with a door I can lock.',
      why: 'I sleep with my shoes on where I am now.',
      steps: [
        'Get on the list at the housing office',
        'Ask two people for a reference',
        'Save half the deposit',
        'View one room a week',
      ],
    },
    {
      sentence: 'Stay at Harbor House until spring without drama.',
      why: 'It is the longest I have lived anywhere in years.',
      steps: [
        'Go to the house meeting',
        'Tell Marvin about the noise, calmly',
        'Do the dishes even when it is not my turn',
      ],
    },
  ],
};

export const papers: Theme = {
  dimension: 'Home',
  talked: [
    'Ordered {paper}. It comes by mail to our office in {time}.',
    'The name on {paper} is spelled wrong; filed the correction.',
  ],
  together: [
    'Stood in line for {paper}. Two hours, and we have the receipt.',
    'Scanned everything and put it on a stick, and one copy in the folder here.',
    'Waited on hold with the county for {paper}, ate a sandwich each, got through.',
    '{paper} is here. Took a photo of it, both sides.',
  ],
  team: [
    'Our office is the mailing address; check the tray on Fridays.',
    'Gets stuck when a clerk raises their voice. I go along and stand where I can be seen.',
  ],
  words: {
    paper: [
      'the birth certificate',
      'the state ID',
      'the social security card',
      'the Medicaid card',
      'the discharge papers',
    ],
    time: ['ten days', 'three weeks', 'up to a month'],
  },
  goals: [
    {
      sentence: 'Get all my papers together, in one folder that is mine.',
      why: 'Every office asks, and I start from zero every time.',
      steps: [
        'Order the birth certificate',
        'Go to the ID office with my coach',
        'Make copies and leave one set at Harbor',
      ],
    },
  ],
};
