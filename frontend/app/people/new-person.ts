import type { Language, Role } from '../../api/contract';
import { NO_WISH, type Noted, wishToSend } from '../wishes/wish-typing';

/** What is typed about somebody new. Empty texts mean "not said". */
export interface NewPerson {
  role: string;
  name: string;
  signInName: string;
  language: string;
  supervisorId: string;
  hasCertification: boolean;
  certification: { kind: string; issuer: string; number: string; firstOn: string; lastOn: string };
  preferredName: string;
  pronouns: string;
  programId: string;
  coachId: string;
  /** Why this coach all the same, where they are full. */
  coachReason: string;
  /** Whom they wish for, and what they say of themself. */
  wish: Noted;
  phone: string;
  hasAccount: boolean;
  /** The account of a participant who works here too. */
  colleagueId: string;
}

export function nobody(role: Role): NewPerson {
  return {
    role,
    name: '',
    signInName: '',
    language: 'en',
    supervisorId: '',
    hasCertification: role === 'coach',
    certification: { kind: 'CPRS', issuer: '', number: '', firstOn: '', lastOn: '' },
    preferredName: '',
    pronouns: '',
    programId: '',
    coachId: '',
    coachReason: '',
    wish: NO_WISH,
    phone: '',
    hasAccount: true,
    colleagueId: '',
  };
}

/** Leaves out what was not said. */
function said(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}

export function staffRequest(accountId: string, person: NewPerson): object {
  const { role, name, signInName, supervisorId, certification } = person;
  const isCoach = role === 'coach';
  return {
    ...said({ accountId, role, name, signInName, language: person.language as Language }),
    ...(isCoach ? said({ supervisorId }) : {}),
    ...(isCoach && person.hasCertification ? { certification } : {}),
  };
}

/** By what it says: it may have been kept and read again. */
const isNoWish = (wish: Noted): boolean => JSON.stringify(wish) === JSON.stringify(NO_WISH);

export function participantRequest(participantId: string, person: NewPerson): object {
  const { name, preferredName, pronouns, language, programId, coachId, phone, colleagueId, signInName } =
    person;
  const hasAccount = person.hasAccount && !colleagueId;
  return said({
    participantId,
    legalName: name,
    preferredName: preferredName || name.split(' ')[0]!,
    pronouns,
    language,
    programId,
    coachId,
    coachReason: coachId ? person.coachReason.trim() : '',
    coachWish: isNoWish(person.wish) ? '' : wishToSend(person.wish),
    phone,
    hasAccount,
    accountId: colleagueId,
    signInName: hasAccount ? signInName : '',
  });
}
