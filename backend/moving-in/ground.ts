import type { CertificationSpan, SupervisedTraining } from '../coaches/certification.rules.js';
import type { Load } from '../coaches/load.rules.js';
import { nameKey, type PeopleHere } from './people-here.js';
import type { AboutRow } from './reading/row-typed.rules.js';

export interface CoachHere extends SupervisedTraining {
  id: string;
  name: string;
  signInName: string;
  /** Who can no longer sign in, or no longer coaches: what they did stays theirs, and nobody new is given to them. */
  isGone: boolean;
  certifications: CertificationSpan[];
}

/** What rows stand on: who and what is here at this moment. */
export interface Ground {
  timeZone: string;
  now: Date;
  today: string;
  /** Who brings the file in. */
  accountId: string;
  uncertifiedLogging: 'refuse' | 'hold';
  people: PeopleHere;
  programs: { id: string; name: string }[];
  coaches: CoachesHere;
  /** What each coach carries, with what the rows above gave them. */
  loads: Map<string, Load>;
}

/** The coaches of an organization, found as people write them. */
export class CoachesHere {
  private readonly bySignInName = new Map<string, CoachHere>();
  private readonly byName = new Map<string, CoachHere[]>();

  constructor(coaches: CoachHere[]) {
    for (const coach of coaches) {
      this.bySignInName.set(coach.signInName.toLowerCase(), coach);
      const key = nameKey(coach.name);
      this.byName.set(key, [...(this.byName.get(key) ?? []), coach]);
    }
  }

  /** By sign-in name, else by name; of several with one name the one who is still here. */
  find(said: string): CoachHere | { refused: Omit<AboutRow, 'column'> } {
    const signed = this.bySignInName.get(said.toLowerCase());
    if (signed) return signed;
    const named = this.byName.get(nameKey(turned(said))) ?? this.byName.get(nameKey(said)) ?? [];
    const here = named.length > 1 ? named.filter(({ isGone }) => !isGone) : named;
    if (here.length === 1) return here[0]!;
    return {
      refused:
        named.length > 1
          ? {
              code: 'coach-several',
              words: `Several coaches are called ${said}. Write the name with which this one signs in.`,
            }
          : {
              code: 'coach-unknown',
              words: `No coach here is called ${said}. Add them under People first, also one who has left: disable the account then, and what they did stays theirs.`,
            },
    };
  }
}

/** `Diaz, Rosa` */
function turned(name: string): string {
  const [last, first, ...more] = name.split(',').map((part) => part.trim());
  return first && more.length === 0 ? `${first} ${last}` : name;
}
