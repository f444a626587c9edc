import { Problem } from './problem.js';

const UNIQUE = '23505';
const CHECK = '23514';
const EXCLUSION = '23P01';
const FOREIGN_KEY = '23503';
const NOT_ALLOWED = '42501';
/** Where PostgreSQL refuses a row by a policy; a right that was never granted is refused elsewhere, and is ours to mend. */
const BY_A_POLICY = 'ExecWithCheckOptions';

/** Sentences for the rules that only the database can hold against two people at once. */
export const CONSTRAINT_WORDS: Record<string, string> = {
  sign_in_name_is_taken: 'Somebody here already signs in with this name. Choose another.',
  one_primary_coach_at_a_time: 'Somebody else was just assigned. Look again before you change it.',
  one_current_assignment_to_a_coach: 'This coach already walks with this participant.',
  one_open_enrollment_in_a_program: 'They are already enrolled in this program.',
  short_name_is_taken: 'Another organization already has this short name.',
  program_name_is_taken: 'There is already a program of this name.',
  one_open_invitation_at_a_time: 'Another link was made at this moment. Try again to make a new one.',
  a_replacement_says_how_the_person_was_looked_at:
    'They opened their account a moment ago. First look at the person, then make a new invitation.',
  a_passkey_is_of_one_account: 'This passkey is known here already. Try again with a new one.',
  one_pause_of_a_kind_at_a_time:
    'They are away for this on some of these days already. Change the end of that instead.',
  one_window_for_an_event_on_a_day: 'A window for this event on this day is there already.',
  finishing_takes_both_sides: 'A goal is finished when both of you say so: the participant and their coach.',
  recovery_periods_of_one_person_do_not_overlap:
    'Some of these days are counted already. Look at your dates again.',
  nobody_is_their_own_coach: 'Nobody is their own coach. Choose another coach.',
  nobody_reports_to_themself: 'Nobody reports to themself. Choose another supervisor.',
  an_account_holds_a_role: 'This is the only role of this account. Disable the account instead.',
  one_session_of_a_coach_at_a_time: 'One of these coaches has another session at this time. Choose another.',
  one_session_of_a_supervisor_at_a_time: 'You have another session at this time. Choose another.',
  a_signed_session_stays_as_it_is: 'This session was signed, so it stays as it is.',
  only_who_attended_signs: 'Only who attended signs, once the session was held, and for themself.',
  a_signature_stays_once_both_signed: 'Both sides have signed, so the signatures stay.',
  addenda_are_only_added: 'What was added to a session is never changed.',
  an_addendum_follows_both_signatures: 'An addendum follows the signatures of both sides.',
  one_other_time_is_asked_for_at_a_time: 'You have asked for another time already. Take that back first.',
  one_cover_of_a_person_at_a_time:
    'Somebody covers for them on some of these days already. End that one first, or choose other days.',
  nobody_covers_in_a_circle:
    'On some of these days that would go round in a circle: whoever covers would be covered by the one who is away. ' +
    'Choose somebody else, or other days.',
  nobody_covers_for_themself: 'Nobody covers for themself. Choose somebody else.',
  nobody_is_asked_for_after_a_death:
    'They have died, so nothing new is asked for. What you typed is still here.',
  one_asked_change_at_a_time: 'A change is asked for here already, and the coach has not answered yet.',
  thanked_once: 'You have said thanks for this one already.',
  contacts_stand_on_this_certification:
    'Contacts stand on this certification, so it stays. End it, or set its days right, instead.',
  contacts_stand_on_these_days:
    'Contacts stand on this certification on days that it would no longer cover. Choose days that cover them.',
  nobody_releases_their_own: 'Nobody releases what they logged themself.',
  a_closed_program_takes_nobody: 'This program is closed. Choose another, or open it again in Settings.',
  a_program_closes_with_nobody_in_it:
    'People are still enrolled in this program. Close their stays first; then the program can close.',
  a_time_zone_stays_once_days_are_written:
    'Days are written in this time zone already, so it stays: another would move what was done to other days.',
  one_next_contact_at_a_time:
    'Another next contact was planned at this moment. Look again before you change it.',
  a_merged_record_stays_merged:
    'This record became a part of another one since. Look for them by name: what was written is there.',
};

/** What was begun for a participant whose record became a part of another one before it was done. */
const MERGED_MEANWHILE = new Problem(
  409,
  'record-merged-meanwhile',
  'This record just became a part of another one. Open that one by name: what you typed is still here.',
);

/** The constraint's name is the problem's code: `one_primary_coach_at_a_time` → `one-primary-coach-at-a-time`. */
export function problemOfConstraint(thrown: unknown): Problem | undefined {
  const { code, constraint, routine } = (thrown ?? {}) as Record<string, string | undefined>;
  if (code === NOT_ALLOWED && routine === BY_A_POLICY) return movedOn();
  if (code === FOREIGN_KEY && constraint?.includes('_participant_id')) return MERGED_MEANWHILE;
  if (!constraint || ![UNIQUE, CHECK, EXCLUSION, FOREIGN_KEY].includes(code ?? '')) return undefined;
  const words = CONSTRAINT_WORDS[constraint];
  if (!words) return undefined;
  return new Problem(409, constraint.replaceAll('_', '-'), words);
}

/** Reach was there when the request began, and ended before its rows were written: by a closing, or another's choice. */
const movedOn = (): Problem =>
  new Problem(
    409,
    'out-of-reach-meanwhile',
    'They were given to somebody else, or their stay was closed, at this very moment. What you typed is still here; look again.',
  );
