import type { Role } from '../../api/contract';

export const ROLE_LABEL: Record<Role, string> = {
  coach: $localize`Coach`,
  supervisor: $localize`Supervisor`,
  participant: $localize`Participant`,
  administrator: $localize`Administrator`,
};

export const ROLES: { value: Role; words: string }[] = [
  { value: 'coach', words: $localize`Coaches` },
  { value: 'participant', words: $localize`Participants` },
  { value: 'supervisor', words: $localize`Supervisors` },
  { value: 'administrator', words: $localize`Administrators` },
];

/** As somebody with several roles reads them of themself. */
export const ROLE_WORDS: Record<Role, string> = { ...ROLE_LABEL, participant: $localize`My own pages` };

/** `Supervisor and coach`: all the roles of an account, the one it begins in first. */
export function rolesInWords(roles: readonly Role[]): string {
  const words = roles.map((role, index) => (index === 0 ? ROLE_LABEL[role] : ROLE_LABEL[role].toLowerCase()));
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
