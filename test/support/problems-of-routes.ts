import { globSync } from 'node:fs';
import ts from 'typescript';
import { CONSTRAINT_WORDS } from '../../backend/http/constraint-problem.js';
import { nodesOf, parsed, withImportsOf } from './imports-of.js';

/** The codes with which routes may refuse, of whole requests and of single fields. */
export interface Codes {
  problems: string[];
  fields: string[];
}

/** Rules of the database about what staff alone write. */
const OF_STAFF = new Set([
  'a_closed_program_takes_nobody',
  'a_program_closes_with_nobody_in_it',
  'a_signature_stays_once_both_signed',
  'a_signed_session_stays_as_it_is',
  'a_time_zone_stays_once_days_are_written',
  'addenda_are_only_added',
  'an_addendum_follows_both_signatures',
  'nobody_is_asked_for_after_a_death',
  'contacts_stand_on_these_days',
  'contacts_stand_on_this_certification',
  'nobody_covers_for_themself',
  'nobody_covers_in_a_circle',
  'nobody_releases_their_own',
  'one_cover_of_a_person_at_a_time',
  'one_asked_change_at_a_time',
  'one_current_assignment_to_a_coach',
  'one_open_enrollment_in_a_program',
  'one_other_time_is_asked_for_at_a_time',
  'one_pause_of_a_kind_at_a_time',
  'one_primary_coach_at_a_time',
  'one_session_of_a_coach_at_a_time',
  'one_session_of_a_supervisor_at_a_time',
  'one_window_for_an_event_on_a_day',
  'only_who_attended_signs',
  'program_name_is_taken',
  'short_name_is_taken',
  'thanked_once',
]);

/** Every code that a request of a participant, or of somebody who is not signed in yet, may be answered with. */
export function codesForParticipants(): Codes {
  const controllers = globSync('backend/**/*.controller.ts').filter((file) =>
    /@For\([^)]*'participant'|@ForAnyone\(/.test(parsed(file).text),
  );
  const problems = new Set<string>();
  const fields = new Set<string>(OF_VALIDATION);
  // what every request passes before it comes to a controller
  for (const name of Object.keys(CONSTRAINT_WORDS))
    if (!OF_STAFF.has(name)) problems.add(name.replaceAll('_', '-'));
  for (const file of withImportsOf([...controllers, ...globSync('backend/{http,access}/*.ts')]))
    for (const node of nodesOf(parsed(file))) {
      const call = calledWithText(node);
      if (call?.name === 'Problem' && call.texts[1]) problems.add(call.texts[1]);
      if (call?.name === 'notFound' && call.texts[0]) problems.add(`${call.texts[0]}-not-found`);
      if (call?.name === 'found' && call.texts[1]) problems.add(`${call.texts[1]}-not-found`);
      if (call?.name === 'invalid' && call.texts[1]) fields.add(call.texts[1]);
      if (call?.name === 'rule' && call.texts[0]) fields.add(dashed(call.texts[0]));
    }
  return { problems: [...problems].sort(), fields: [...fields].sort() };
}

/** See backend/http/validation.ts: how class-validator's own checks are called. */
const OF_VALIDATION = [
  'is-array',
  'is-boolean',
  'is-number',
  'not-a-choice',
  'not-a-whole-number',
  'property-unknown',
  'too-large',
  'too-long',
  'too-many',
  'too-small',
];

const dashed = (name: string): string => name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);

/** The name of what is called or made, and those of its arguments that are plain texts, each at its place. */
function calledWithText(node: ts.Node): { name: string; texts: (string | undefined)[] } | null {
  if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return null;
  const texts = (node.arguments ?? []).map((each) => (ts.isStringLiteralLike(each) ? each.text : undefined));
  return { name: node.expression.getText(), texts };
}
