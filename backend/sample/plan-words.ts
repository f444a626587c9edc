import type { PlanPartName } from '../recovery-plans/plan-parts.js';

/** One change to a plan as the sample tells it. */
export interface PlanStory {
  /** Days before today. */
  ago: number;
  by: 'self' | 'coach';
  isTogether?: true;
  part: PlanPartName;
  lines?: readonly string[];
  /** Whom only the plan names; supporters they have stand before them. */
  people?: readonly { name: string; relation: string; phone: string }[];
}

export const THEOS_PLAN: readonly PlanStory[] = [
  {
    ago: 96,
    by: 'coach',
    isTogether: true,
    part: 'signs',
    lines: ['I stop picking up the phone', 'I say “I’m fine” a lot'],
  },
  { ago: 96, by: 'coach', isTogether: true, part: 'triggers', lines: ['Payday, the first hour after work'] },
  {
    ago: 96,
    by: 'coach',
    isTogether: true,
    part: 'helps',
    lines: ['Walk to the river and back', 'Call before, not after'],
  },
  { ago: 95, by: 'self', part: 'reasons', lines: ['Maya calling me Dad'] },
  {
    ago: 41,
    by: 'self',
    part: 'helps',
    lines: [
      'Cold water on my face',
      'Walk to the river and back',
      'Put the old soul records on',
      'Call before, not after',
    ],
  },
  {
    ago: 41,
    by: 'self',
    part: 'people',
    people: [{ name: 'Marcus', relation: 'sponsor', phone: '(555) 555-0164' }],
  },
  {
    ago: 12,
    by: 'coach',
    part: 'triggers',
    lines: ['Payday, the first hour after work', 'Letters from the court', 'Sundays with nothing planned'],
  },
  { ago: 5, by: 'self', part: 'places', lines: ['The reading room at the library', 'Marcus’s porch'] },
  {
    ago: 5,
    by: 'self',
    part: 'reasons',
    lines: ['Maya calling me Dad', 'My own key to my own door', 'Mornings with a clear head'],
  },
  {
    ago: 3,
    by: 'self',
    part: 'signs',
    lines: ['I stop picking up the phone', 'I say “I’m fine” a lot', 'I skip the dishes three days running'],
  },
];

export const MINAS_PLAN: readonly PlanStory[] = [
  {
    ago: 60,
    by: 'coach',
    isTogether: true,
    part: 'signs',
    lines: ['Dejo de dormir bien', 'No contesto a mi hermana'],
  },
  { ago: 60, by: 'coach', isTogether: true, part: 'helps', lines: ['Caminar con doña Elsa'] },
  {
    ago: 33,
    by: 'self',
    part: 'helps',
    lines: ['Caminar con doña Elsa', 'Un té de manzanilla, despacio', 'Cantar con la radio de la cocina'],
  },
  { ago: 33, by: 'self', part: 'triggers', lines: ['Los domingos por la noche', 'Cuando discuto con mi ex'] },
  { ago: 20, by: 'self', part: 'reasons', lines: ['Mis dos hijos, Leo y Samira', 'Terminar el curso'] },
  {
    ago: 20,
    by: 'self',
    part: 'people',
    people: [{ name: 'Doña Elsa', relation: 'vecina', phone: '(555) 555-0158' }],
  },
  { ago: 6, by: 'self', part: 'places', lines: ['La cocina de mi hermana', 'La iglesia de la esquina'] },
];

/** What others have in theirs, some of it. */
export const LINES_OF_OTHERS: Record<Exclude<PlanPartName, 'people'>, readonly string[]> = {
  signs: ['I sleep through the day', 'I stop eating dinner', 'I get short with everybody', 'I miss my group'],
  triggers: ['Payday', 'The bus past the old block', 'Being blamed', 'Long weekends', 'When money runs out'],
  helps: [
    'Shower, then shoes on',
    'Text my cousin',
    'Ten minutes outside',
    'Music in the dark',
    'Cook something',
  ],
  places: ['The library', 'My aunt’s porch', 'The park by the water', 'The early meeting'],
  reasons: ['My kids', 'My mother seeing me well', 'Keeping this job', 'To feel like myself', 'My dog'],
};
