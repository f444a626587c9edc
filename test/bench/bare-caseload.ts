import {
  CHANGER,
  WAY_COLUMNS,
  wayOf,
  wayOrder,
  type WayToReachRow,
} from '../../backend/participants/ways-to-reach.queries.js';
import {
  NEED_ORDER,
  standingColumns,
  type StandingRow,
  standingView,
} from '../../backend/standing/standing.view.js';
import { type Answer, type Asker, prepared } from './bare-database.js';

interface Row extends StandingRow {
  participant_id: string;
  preferred_name: string;
  legal_name: string;
  pronouns: string;
  program_name: string;
  is_primary: boolean;
  risk_note_id: string | null;
  level: string;
  raised_at: Date;
  is_acknowledged: boolean;
  planned_contact_id: string | null;
  planned_on: string;
  planned_time: string;
  way: string;
  planner_name: string;
  planned_version: number;
}

const CASELOAD = prepared(`
  SELECT p.id AS participant_id, p.preferred_name, p.legal_name, p.pronouns, g.name AS program_name,
         a.kind = 'primary' AS is_primary, ${standingColumns('$3')}, r.id AS risk_note_id, r.level, r.raised_at,
         r.acknowledged_at IS NOT NULL AS is_acknowledged, n.id AS planned_contact_id, n.planned_on,
         to_char(n.planned_time, 'HH24:MI') AS planned_time, n.way, b.name AS planner_name, n.version AS planned_version
    FROM assignments a
    JOIN participants p ON p.organization_id = $1 AND p.id = a.participant_id
    JOIN standings s ON s.organization_id = $1 AND s.participant_id = a.participant_id
    JOIN enrollments e ON e.organization_id = $1 AND e.id = s.enrollment_id
    JOIN programs g ON g.organization_id = $1 AND g.id = e.program_id
    LEFT JOIN LATERAL (
      SELECT * FROM risk_notes r WHERE r.organization_id = $1 AND r.participant_id = a.participant_id
         AND r.resolved_at IS NULL
       ORDER BY array_position(ARRAY['urgent', 'concern', 'watch'], r.level), r.raised_at LIMIT 1) r ON true
    LEFT JOIN planned_contacts n ON n.organization_id = $1 AND n.participant_id = a.participant_id
      AND n.replaced_at IS NULL
    LEFT JOIN accounts b ON b.organization_id = $1 AND b.id = n.coach_id
   WHERE a.organization_id = $1 AND a.coach_id = $2 AND a.until_on IS NULL`);

const NUMBERS = prepared(`
  SELECT ${WAY_COLUMNS}
    FROM assignments a
    JOIN ways_to_reach w ON w.organization_id = $1 AND w.participant_id = a.participant_id
    ${CHANGER}
   WHERE a.organization_id = $1 AND a.coach_id = $2 AND a.until_on IS NULL AND w.kind = 'phone' AND w.no_longer_at IS NULL
   ORDER BY ${wayOrder('$3')}`);

/** Everyone on the caseload, most in need first. */
export async function caseload({
  query,
  organizationId,
  accountId,
  today,
  timeZone,
}: Asker): Promise<Answer> {
  const asked = [organizationId, accountId, today];
  const [rows, ways] = await Promise.all([query<Row>(CASELOAD, asked), query<WayToReachRow>(NUMBERS, asked)]);
  const numbers = Map.groupBy(ways, (way) => way.participant_id);
  const items = rows
    .map((row) => itemOf(row, today))
    .sort(byNeed)
    .map((item) => ({
      ...item,
      waysToReach: (numbers.get(item.participantId) ?? []).map((way) => wayOf(way, { today, timeZone })),
    }));
  const counts = { new: 0, 'on track': 0, due: 0, overdue: 0, 'out of touch': 0, paused: 0 };
  for (const { standing } of items) counts[standing.is] += 1;
  return {
    body: { today, counts, items },
    trail: { action: 'caseload.listed', participantIds: items.map(({ participantId }) => participantId) },
  };
}

function itemOf(row: Row, today: string) {
  return {
    participantId: row.participant_id,
    preferredName: row.preferred_name,
    legalName: row.legal_name,
    pronouns: row.pronouns,
    programName: row.program_name,
    isPrimary: row.is_primary,
    standing: standingView(row),
    openRiskNote: row.risk_note_id && {
      riskNoteId: row.risk_note_id,
      level: row.level,
      raisedAt: row.raised_at,
      isAcknowledged: row.is_acknowledged,
    },
    nextContact: row.planned_contact_id && {
      plannedContactId: row.planned_contact_id,
      plannedOn: row.planned_on,
      plannedTime: row.planned_time,
      way: row.way,
      coachName: row.planner_name,
      isMissed: row.planned_on < today,
      version: row.planned_version,
    },
  };
}

type Item = ReturnType<typeof itemOf>;
const isUrgent = ({ openRiskNote }: Item) =>
  Number(openRiskNote !== null && openRiskNote !== '' && openRiskNote.level === 'urgent');
const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

function byNeed(one: Item, other: Item): number {
  return (
    isUrgent(other) - isUrgent(one) ||
    NEED_ORDER.indexOf(one.standing.is) - NEED_ORDER.indexOf(other.standing.is) ||
    compare(one.standing.dueOn, other.standing.dueOn) ||
    compare(one.preferredName, other.preferredName) ||
    compare(one.participantId, other.participantId)
  );
}
