import type { Answer, Client } from '../support/client.js';
import type { TestServer } from '../support/server.js';
import { anOrganization, type Organization } from './organization.js';
import { aParticipantWithoutCoach, type Participant } from './participant.js';
import { aCoach, aSupervisor, type CoachTraits, type Person } from './staff.js';
import { onVersion, type Words } from './words.js';

const NOTHING = { speaks: [], alsoSpeaks: '', experiences: [], ownWords: '' };
/** A wish in which nothing is said. */
export const NO_WISH = { experiences: [], ownWords: '', wished: [], wishWords: '' };

/** A supervisor with a coach, and somebody who has none yet. */
export class Assigning {
  private constructor(
    private readonly server: TestServer,
    readonly harbor: Organization,
    readonly sam: Person,
    readonly sams: Client,
    /** Of Sam's team. */
    readonly rosa: Person,
    /** Enrolled, speaks Spanish, and is nobody's. */
    readonly mina: Participant,
  ) {}

  static async on(server: TestServer): Promise<Assigning> {
    const harbor = await anOrganization(server);
    const sam = await aSupervisor(harbor);
    const rosa = await aCoach(harbor, { supervisor: sam });
    const mina = await aParticipantWithoutCoach(harbor, { preferredName: 'Mina', language: 'es' });
    return new Assigning(server, harbor, sam, await server.as(sam), rosa, mina);
  }

  /** One more of Sam's team. */
  coachNamed(name: string, traits: CoachTraits = {}): Promise<Person> {
    return aCoach(this.harbor, { name, supervisor: this.sam, ...traits });
  }

  /** A coach says this of themself, for the first time. */
  async says(coach: Person, about: Words): Promise<Answer> {
    return (await this.server.as(coach)).put('/api/me/about', { ...NOTHING, ...about }, onVersion(0));
  }

  /** Mina's wish is noted, by Sam unless said. */
  wishes(wish: Words, version = 0, by = this.sams): Promise<Answer> {
    const address = `/api/participants/${this.mina.participantId}/coach-wish`;
    return by.put(address, { ...NO_WISH, ...wish }, onVersion(version));
  }
}
