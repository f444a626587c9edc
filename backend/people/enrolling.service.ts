import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { Door } from '../access/door.js';
import { enroll } from '../enrollment/enroll.js';
import type { EnrollParticipant } from '../enrollment/enroll-participant.dto.js';
import { personOfParticipant } from './people.queries.js';
import type { EnrolledParticipant } from './person.dto.js';

@Injectable()
export class EnrollingService {
  constructor(private readonly door: Door) {}

  enroll(caller: Caller, sent: EnrollParticipant): Promise<EnrolledParticipant> {
    return this.door.asActor(caller, async (tx, actor) => {
      const link = await enroll(tx, actor, sent);
      return {
        participantId: sent.participantId,
        person: await personOfParticipant(tx, actor, sent.participantId),
        invitationLink: link?.invitationLink ?? null,
        invitationExpiresAt: link?.invitationExpiresAt ?? null,
      };
    });
  }
}
