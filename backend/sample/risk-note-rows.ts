import { createHash } from 'node:crypto';
import { suggestedLevel } from '../risk/risk.rules.js';
import { addAnswering } from './answering-rows.js';
import { type Life, staffMember } from './sample-making.js';
import type { RiskStory } from './story.js';

/** Raises the risk notes of a participant and lets the supervisor answer them, as the story tells. */
export function addRiskNotes(life: Life): void {
  for (const note of life.person.story.riskNotes ?? []) addRiskNote(life, note);
}

function addRiskNote(life: Life, note: RiskStory): void {
  const { rows, days, chance, participantId, coachOn } = life;
  const raisedOn = days.ago(note.ago);
  const coach = coachOn(note.ago);
  const supervisor = staffMember(life, coach.supervisor!);
  const contact = rows
    .of('contacts')
    .findLast((each) => each['participant_id'] === participantId && each['occurred_on'] === raisedOn);
  // raised in the form of that day's contact, where there was one
  const raisedAt = contact
    ? (contact['recorded_at'] as Date)
    : days.at(raisedOn, chance.whole(9 * 60, 15 * 60)).instant;
  const overdoseOn = note.overdoseAgo === undefined ? null : days.ago(note.overdoseAgo);
  const suggested = suggestedLevel(note.signals, { overdoseOn, today: raisedOn });
  const answeredAt = (ago: number, minutes: number) =>
    ago === note.ago ? days.after(raisedAt, minutes) : days.at(days.ago(ago), 9 * 60 + minutes).instant;
  const { acknowledged, resolved } = note;
  const acknowledgedAt = acknowledged ? answeredAt(acknowledged.ago, acknowledged.minutes ?? 35) : null;
  const resolvedAt = resolved ? answeredAt(resolved.ago, 200) : null;
  const id = chance.id(raisedAt);
  rows.add('risk_notes', {
    id,
    participant_id: participantId,
    contact_id: contact?.['id'] ?? null,
    signals: note.signals,
    overdose_on: overdoseOn,
    other_signal: note.otherSignal ?? '',
    level: note.level ?? suggested,
    suggested_level: suggested,
    lower_reason: note.lowerReason ?? '',
    what_was_done: note.whatWasDone,
    request_hash: `\\x${createHash('sha256').update(id).digest('hex')}`,
    raised_by: coach.id,
    raised_at: raisedAt,
    raised_on: raisedOn,
    acknowledged_by: acknowledged ? supervisor.id : null,
    acknowledged_at: acknowledgedAt,
    acknowledged_words: acknowledged?.words ?? null,
    resolved_by: resolved ? supervisor.id : null,
    resolved_at: resolvedAt,
    resolved_on: resolved ? days.ago(resolved.ago) : null,
    resolved_words: resolved?.words ?? null,
    version: 1 + (acknowledged ? 1 : 0) + (resolved ? 1 : 0),
  });
  addAnswering(life, {
    riskNoteId: id,
    level: note.level ?? suggested,
    raisedBy: coach.id,
    ownSupervisorId: supervisor.id,
    raisedAt,
    answeredAt: acknowledgedAt ?? resolvedAt,
    resolvedAt,
  });
}
