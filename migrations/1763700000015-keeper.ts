import type { MigrationInterface, QueryRunner } from 'typeorm';

const OWN = `organization_id = (SELECT acting_organization()) AND participant_id = ANY (ARRAY(
    SELECT p.id FROM participants p WHERE p.organization_id = (SELECT acting_organization())
       AND p.account_id = (SELECT acting_account())))`;

/**
 * A participant's own words can move what staff keep to themselves: a check-in the standing, an answer a risk note. The
 * role `caseload_participant` may read none of it. For those statements alone the transaction takes `caseload_keeper`,
 * which reaches the acting participant's rows and nobody else's; see `keeping` in backend/access/door.ts.
 */
export class Keeper1763700000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
GRANT EXECUTE ON FUNCTION acting_organization(), acting_account(), standing_facts(uuid), hold_standing(uuid),
  store_standing(uuid, date, date[], date, date[], text[], date[], jsonb), hold_answering_terms(boolean),
  answering_terms(), answering_circle(uuid), may_be_reached_at_night(uuid[]),
  queue_message(uuid, text, uuid, text, timestamptz), withdraw_messages(uuid, timestamptz) TO caseload_keeper;

GRANT SELECT ON participants, accounts TO caseload_keeper;
CREATE POLICY keeper_of_the_acting_participant ON participants FOR SELECT TO caseload_keeper
  USING (organization_id = (SELECT acting_organization()) AND account_id = (SELECT acting_account()));
CREATE POLICY keeper_sees_staff_and_themself ON accounts FOR SELECT TO caseload_keeper
  USING (organization_id = (SELECT acting_organization())
         AND (id = (SELECT acting_account()) OR role <> 'participant'));

GRANT SELECT, INSERT ON risk_notes, answering_clocks, risk_note_told TO caseload_keeper;
CREATE POLICY keeper_of_the_acting_participant ON risk_notes TO caseload_keeper USING (${OWN});
CREATE POLICY keeper_of_the_acting_participant ON answering_clocks TO caseload_keeper USING (${OWN});
CREATE POLICY keeper_of_the_acting_participant ON risk_note_told TO caseload_keeper USING (${OWN});
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP POLICY keeper_of_the_acting_participant ON risk_note_told;
DROP POLICY keeper_of_the_acting_participant ON answering_clocks;
DROP POLICY keeper_of_the_acting_participant ON risk_notes;
DROP POLICY keeper_sees_staff_and_themself ON accounts;
DROP POLICY keeper_of_the_acting_participant ON participants;
REVOKE ALL ON participants, accounts, risk_notes, answering_clocks, risk_note_told FROM caseload_keeper;
REVOKE EXECUTE ON FUNCTION acting_organization(), acting_account(), standing_facts(uuid), hold_standing(uuid),
  store_standing(uuid, date, date[], date, date[], text[], date[], jsonb), hold_answering_terms(boolean),
  answering_terms(), answering_circle(uuid), may_be_reached_at_night(uuid[]),
  queue_message(uuid, text, uuid, text, timestamptz), withdraw_messages(uuid, timestamptz) FROM caseload_keeper;`);
  }
}
