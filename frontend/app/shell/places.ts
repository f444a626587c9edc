import type { Role } from '../../api/contract';
import type { IconName } from '../look/icons';

/** A place in the navigation. */
export interface Place {
  path: string;
  label: string;
  icon: IconName;
}

const RISK_NOTES: Place = {
  path: '/risk-notes',
  label: $localize`:@@place.riskNotes:Risk notes`,
  icon: 'flag',
};
const YOU: Place = { path: '/you', label: $localize`:@@place.you:You`, icon: 'person' };

/** What each role finds in the navigation, the page it begins with first. */
export const PLACES: Record<Role, Place[]> = {
  coach: [
    { path: '/today', label: $localize`:@@place.today:Today`, icon: 'sun' },
    { path: '/caseload', label: $localize`:@@place.caseload:Caseload`, icon: 'people' },
    { path: '/log', label: $localize`:@@place.log:Log`, icon: 'pen' },
    RISK_NOTES,
    YOU,
  ],
  supervisor: [
    { path: '/team', label: $localize`:@@place.team:Team`, icon: 'team' },
    RISK_NOTES,
    { path: '/contacts', label: $localize`:@@place.contacts:Contacts`, icon: 'talk' },
    { path: '/sessions', label: $localize`:@@place.sessions:Sessions`, icon: 'together' },
    YOU,
  ],
  administrator: [
    { path: '/people', label: $localize`:@@place.people:People`, icon: 'people' },
    { path: '/reports', label: $localize`:@@place.reports:Reports`, icon: 'chart' },
    { path: '/answering', label: $localize`:@@place.answering:Answering`, icon: 'clock' },
    { path: '/settings', label: $localize`:@@place.settings:Settings`, icon: 'sliders' },
    YOU,
  ],
  participant: [],
};
