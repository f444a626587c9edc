import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { type Actor, Door } from '../access/door.js';
import { isDay } from '../http/fields.js';
import { invalid, notFound, stale } from '../http/problem.js';
import type {
  AnsweringSettings,
  Holiday,
  OpeningHoursOfDay,
  SetCrisis,
  SetHours,
  SetTimes,
} from './answering-settings.dto.js';
import { addHolidays, nextVersion, putHours, settingsNow } from './answering-settings.queries.js';
import { holdTerms, setClocksAnew } from './answering.store.js';
import { federalHolidays } from './federal-holidays.js';

type Write = (tx: EntityManager, actor: Actor, now: AnsweringSettings) => Promise<void>;

@Injectable()
export class AnsweringSettingsService {
  constructor(private readonly door: Door) {}

  open(caller: Caller): Promise<AnsweringSettings> {
    return this.door.asActor(caller, async (tx, actor) => {
      actor.record({ action: 'answering.opened' });
      return settingsNow(tx, actor);
    });
  }

  setHours(caller: Caller, version: number, { hours }: SetHours): Promise<AnsweringSettings> {
    refuseImpossible(hours);
    return this.change(caller, version, { hours }, 'answering.hours-set', (tx, actor) =>
      putHours(tx, actor, hours),
    );
  }

  setTimes(caller: Caller, version: number, times: SetTimes): Promise<AnsweringSettings> {
    return this.change(caller, version, times, 'answering.times-set', async (tx, actor) => {
      await tx.query(
        `UPDATE answering_settings SET urgent_minutes = $2, concern_working_days = $3, watch_days = $4
          WHERE organization_id = $1`,
        [actor.organizationId, times.urgentMinutes, times.concernWorkingDays, times.watchDays],
      );
    });
  }

  setOnCall(caller: Caller, version: number, accountId: string | null): Promise<AnsweringSettings> {
    return this.change(caller, version, { accountId }, 'answering.on-call-set', async (tx, actor, now) => {
      if (accountId && !now.supervisors.some((one) => one.accountId === accountId.toLowerCase()))
        throw invalid('accountId', 'not-a-supervisor', 'Choose a supervisor who can sign in.');
      await tx.query('UPDATE answering_settings SET on_call_id = $2 WHERE organization_id = $1', [
        actor.organizationId,
        accountId,
      ]);
    });
  }

  setCrisis(caller: Caller, version: number, crisis: SetCrisis): Promise<AnsweringSettings> {
    return this.change(caller, version, crisis, 'answering.crisis-protocol-set', async (tx, actor) => {
      await tx.query('UPDATE organizations SET phone = $2, crisis_protocol = $3 WHERE id = $1', [
        actor.organizationId,
        crisis.phone.trim(),
        crisis.crisisProtocol,
      ]);
    });
  }

  addHoliday(caller: Caller, version: number, holiday: Holiday): Promise<AnsweringSettings> {
    return this.change(caller, version, holiday, 'answering.holiday-added', async (tx, actor) => {
      if ((await addHolidays(tx, actor, [holiday])) === 0)
        throw invalid('dayOn', 'already-a-holiday', 'This day is a holiday already.');
    });
  }

  /** Those of the year that are not there yet; the others keep the names they have. */
  addFederalHolidays(caller: Caller, version: number, year: number): Promise<AnsweringSettings> {
    return this.change(caller, version, { year }, 'answering.holidays-added', async (tx, actor) => {
      await addHolidays(tx, actor, federalHolidays(year));
    });
  }

  removeHoliday(caller: Caller, version: number, dayOn: string): Promise<AnsweringSettings> {
    return this.change(caller, version, { dayOn }, 'answering.holiday-removed', async (tx, actor) => {
      if (!isDay(dayOn)) throw notFound('holiday');
      const [, count] = await tx.query<[unknown, number]>(
        'DELETE FROM holidays WHERE organization_id = $1 AND day_on = $2',
        [actor.organizationId, dayOn],
      );
      if (count === 0) throw notFound('holiday');
    });
  }

  /**
   * One change, on the version it was decided on. What the clocks are set by is held first, so that a note raised at
   * the same moment is either found here or set by the new.
   */
  private change(
    caller: Caller,
    version: number,
    yours: object,
    action: string,
    write: Write,
  ): Promise<AnsweringSettings> {
    return this.door.asActor(caller, async (tx, actor) => {
      await holdTerms(tx, true);
      const now = await settingsNow(tx, actor);
      if (now.version !== version) throw stale(now, yours);
      await nextVersion(tx, actor);
      await write(tx, actor, now);
      await setClocksAnew(tx, actor.organizationId);
      await tx.query(`SELECT pg_notify('alongside_jobs', 'answering')`);
      actor.record({ action });
      return settingsNow(tx, actor);
    });
  }
}

/** What one day's fields cannot tell by themselves. @throws Problem 422 naming the field. */
function refuseImpossible(hours: readonly OpeningHoursOfDay[]): void {
  for (const [index, { weekday, opens, closes }] of hours.entries()) {
    if (closes <= opens)
      throw invalid(`hours.${index}.closes`, 'before-it-opens', 'Closing time comes after opening time.');
    if (hours.findIndex((other) => other.weekday === weekday) !== index)
      throw invalid(`hours.${index}.weekday`, 'named-twice', 'This weekday has hours already.');
  }
}
