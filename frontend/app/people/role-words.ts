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
