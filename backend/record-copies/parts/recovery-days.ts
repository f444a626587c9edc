import { part } from '../part.js';
import type { Speaker } from '../speaker.js';

interface Period {
  beganOn: string;
  endedOn: string | null;
  removedAt: Date | null;
}

export const periodsPart = part<Period>({
  name: 'recovery-periods',
  tables: ['recovery_periods'],
  gather: (tx, actor, participantId) =>
    tx.query<Period[]>(
      `SELECT began_on AS "beganOn", ended_on AS "endedOn", removed_at AS "removedAt"
         FROM recovery_periods WHERE organization_id = $1 AND participant_id = $2
        ORDER BY removed_at NULLS FIRST, began_on DESC, id`,
      [actor.organizationId, participantId],
    ),
  title: (say) => say('Your recovery days', 'Tus días de recuperación'),
  entry: (row, say) => ({
    heading: say.day(row.beganOn),
    lines: [
      [say('Until', 'Hasta'), say.day(row.endedOn)],
      [say('You took this out', 'Quitaste esto'), say.moment(row.removedAt)],
    ],
  }),
});

interface Milestone {
  unit: 'days' | 'months' | 'years';
  count: number;
  reachedOn: string;
  congratulations: string[];
}

const UNITS: Record<Milestone['unit'], (say: Speaker, count: number) => string> = {
  days: (say, count) => (count === 1 ? say('1 day', '1 día') : say(`${count} days`, `${count} días`)),
  months: (say, count) => say(`${count} months`, `${count} meses`),
  years: (say, count) => (count === 1 ? say('1 year', '1 año') : say(`${count} years`, `${count} años`)),
};

export const milestonesPart = part<Milestone>({
  name: 'milestones',
  tables: ['recovery_milestones', 'congratulations'],
  gather: (tx, actor, participantId) =>
    tx.query<Milestone[]>(
      `SELECT m.unit, m.count, m.reached_on AS "reachedOn",
              ARRAY(SELECT a.name FROM congratulations g
                      JOIN accounts a ON a.organization_id = g.organization_id AND a.id = g.made_by
                     WHERE g.organization_id = m.organization_id AND g.participant_id = m.participant_id
                       AND g.unit = m.unit AND g.count = m.count ORDER BY g.made_at) AS congratulations
         FROM recovery_milestones m WHERE m.organization_id = $1 AND m.participant_id = $2
        ORDER BY m.reached_on DESC, m.count DESC`,
      [actor.organizationId, participantId],
    ),
  title: (say) => say('Milestones', 'Logros'),
  entry: (row, say) => ({
    heading: UNITS[row.unit](say, row.count),
    lines: [
      [say('Reached', 'Lo alcanzaste'), say.day(row.reachedOn)],
      [say('Congratulations from', 'Te felicitó'), row.congratulations.join(', ')],
    ],
  }),
});

interface Choices {
  isShared: boolean;
  showsCurrentPeriod: boolean;
}

export const recoveryDaySettingsPart = part<Choices>({
  name: 'recovery-day-choices',
  tables: ['recovery_day_settings'],
  gather: (tx, actor, participantId) =>
    tx.query<Choices[]>(
      `SELECT is_shared AS "isShared", shows_current_period AS "showsCurrentPeriod"
         FROM recovery_day_settings WHERE organization_id = $1 AND participant_id = $2`,
      [actor.organizationId, participantId],
    ),
  title: (say) => say('Who sees your recovery days', 'Quién ve tus días de recuperación'),
  entry: (row, say) => ({
    heading: row.isShared ? say('You and your coach', 'Tú y tu coach') : say('You alone', 'Solo tú'),
    lines: [
      [
        say('The days since the last time are shown', 'Se muestran los días desde la última vez'),
        say.yesNo(row.showsCurrentPeriod),
      ],
    ],
  }),
});

interface Birthday {
  bornOn: string;
  isShared: boolean;
}

export const birthdayPart = part<Birthday>({
  name: 'birthday',
  tables: ['birthdays'],
  gather: (tx, actor, participantId) =>
    tx.query<Birthday[]>(
      `SELECT born_on AS "bornOn", is_shared AS "isShared" FROM birthdays
        WHERE organization_id = $1 AND participant_id = $2`,
      [actor.organizationId, participantId],
    ),
  title: (say) => say('Your birthday', 'Tu cumpleaños'),
  entry: (row, say) => ({
    heading: say.day(row.bornOn),
    lines: [[say('Your coach sees it', 'Tu coach lo ve'), say.yesNo(row.isShared)]],
  }),
});
