import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { type Actor, Door, found } from '../access/door.js';
import { stale } from '../http/problem.js';
import type {
  SetEducationNeed,
  SetUncertifiedLogging,
  Uncertified,
  UncertifiedLogging,
} from './certification.dto.js';
import type { EducationNeeds, EducationNeedView } from './certification.view.js';
import { educationNeeds, kindKey, needOf } from './education.queries.js';

/** What becomes of contacts without a certification, and how much education each kind needs. In effect at once. */
@Injectable()
export class CertificationSettingsService {
  constructor(private readonly door: Door) {}

  uncertified(caller: Caller): Promise<UncertifiedLogging> {
    return this.door.asActor(caller, uncertifiedNow);
  }

  /** @throws Problem 412 with both when somebody else has set it meanwhile. */
  setUncertified(caller: Caller, version: number, asked: SetUncertifiedLogging): Promise<UncertifiedLogging> {
    return this.door.asActor(caller, async (tx, actor) => {
      const before = await uncertifiedNow(tx, actor);
      const [, count] = await tx.query<[unknown, number]>(
        `UPDATE organizations SET uncertified_logging = $3, uncertified_logging_version = uncertified_logging_version + 1
          WHERE id = $1 AND uncertified_logging_version = $2`,
        [actor.organizationId, version, asked.uncertifiedLogging],
      );
      const now = await uncertifiedNow(tx, actor);
      if (count !== 1) throw stale(now, asked);
      actor.record({
        action: 'uncertified-logging.set',
        why: `${before.uncertifiedLogging} before, ${now.uncertifiedLogging} now`,
      });
      return now;
    });
  }

  /** Of every kind that is in use or was set. */
  needs(caller: Caller): Promise<EducationNeeds> {
    return this.door.asActor(caller, async (tx, actor) => {
      const [needs, kinds] = await Promise.all([
        educationNeeds(tx, actor),
        tx.query<{ kind: string }[]>(
          'SELECT min(btrim(kind)) AS kind FROM certifications WHERE organization_id = $1 GROUP BY lower(btrim(kind))',
          [actor.organizationId],
        ),
      ]);
      const named = new Map([
        ...needs.map(({ kind }): [string, string] => [kind, kind]),
        ...kinds.map(({ kind }): [string, string] => [kindKey(kind), kind]),
      ]);
      const items = [...named.values()].sort((one, other) => one.localeCompare(other));
      return { items: items.map((kind) => needOf(needs, kind)) };
    });
  }

  /** @param version 0 where nobody has set this kind yet. @throws Problem 412 with both. */
  setNeed(caller: Caller, version: number, asked: SetEducationNeed): Promise<EducationNeedView> {
    return this.door.asActor(caller, async (tx, actor) => {
      const before = needOf(await educationNeeds(tx, actor), asked.kind);
      const values = [actor.organizationId, kindKey(asked.kind), asked.hours, asked.months];
      const count = version === 0 ? await firstSet(tx, values) : await setAgain(tx, values, version);
      const now = needOf(await educationNeeds(tx, actor), asked.kind);
      if (count !== 1) throw stale(now, asked);
      const inWords = ({ hours, months }: EducationNeedView): string => `${hours} hours in ${months} months`;
      actor.record({
        action: 'education-need.set',
        why: `${asked.kind}: ${inWords(before)} before, ${inWords(now)} now`,
      });
      return now;
    });
  }
}

async function firstSet(tx: EntityManager, values: unknown[]): Promise<number> {
  const rows = await tx.query<unknown[]>(
    `INSERT INTO education_needs (organization_id, kind, hours, months) VALUES ($1, $2, $3, $4)
     ON CONFLICT (organization_id, kind) DO NOTHING RETURNING kind`,
    values,
  );
  return rows.length;
}

async function setAgain(tx: EntityManager, values: unknown[], version: number): Promise<number> {
  const [, count] = await tx.query<[unknown, number]>(
    `UPDATE education_needs SET hours = $3, months = $4, version = version + 1
      WHERE organization_id = $1 AND kind = $2 AND version = $5`,
    [...values, version],
  );
  return count;
}

async function uncertifiedNow(tx: EntityManager, actor: Actor): Promise<UncertifiedLogging> {
  const [row] = await tx.query<{ uncertified_logging: Uncertified; uncertified_logging_version: number }[]>(
    'SELECT uncertified_logging, uncertified_logging_version FROM organizations WHERE id = $1',
    [actor.organizationId],
  );
  const { uncertified_logging: uncertifiedLogging, uncertified_logging_version: version } = found(
    row,
    'setting',
  );
  return { uncertifiedLogging, version };
}
