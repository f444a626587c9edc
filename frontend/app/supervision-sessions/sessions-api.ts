import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { firstValueFrom, type Observable } from 'rxjs';
import type {
  DecisionView,
  MoveRequest,
  NewDecision,
  OfferedTime,
  SessionLine,
  SupervisionSession,
} from '../../api/contract';
import { onVersion } from '../contacts/contacts-api';

/** When a session is, for how long, and in which rhythm. */
export interface Moment {
  plannedOn: string;
  plannedTime: string;
  minutes: number | null;
  everyDays: number | null;
}

/** Everything that is done to a session; each answers the session as it then is. */
@Service()
export class SessionsApi {
  private readonly http = inject(HttpClient);

  plan(asked: Moment & { sessionId: string; kind: string; coachIds: string[] }): Promise<SupervisionSession> {
    return this.sent(this.http.post<SupervisionSession>('/api/supervision-sessions', asked));
  }

  move(session: SessionLine, moment: Moment): Promise<SupervisionSession> {
    const path = `${this.path(session)}/plan`;
    return this.sent(this.http.put<SupervisionSession>(path, moment, onVersion(session.version)));
  }

  callOff(session: SessionLine, reason: string, goesOn: boolean): Promise<SupervisionSession> {
    return this.post(session, 'call-off', { reason, goesOn }, session.version);
  }

  begin(session: SessionLine): Promise<SupervisionSession> {
    return this.post(session, 'begin', {}, session.version);
  }

  setHours(session: SessionLine, minutes: number | null, attendedIds: string[]): Promise<SupervisionSession> {
    const path = `${this.path(session)}/hours`;
    const body = { minutes, attendedIds };
    return this.sent(this.http.put<SupervisionSession>(path, body, onVersion(session.version)));
  }

  /** @param lineId null for what was talked about besides the lines */
  write(
    sessionId: string,
    lineId: string | null,
    words: string,
    version: number,
  ): Promise<SupervisionSession> {
    const path = `/api/supervision-sessions/${sessionId}/${lineId === null ? 'words' : `lines/${lineId}`}`;
    return this.sent(this.http.put<SupervisionSession>(path, { words }, onVersion(version)));
  }

  decide(session: SessionLine, decision: NewDecision): Promise<SupervisionSession> {
    return this.post(session, 'decisions', decision);
  }

  takeBack(session: SessionLine, decisionId: string): Promise<SupervisionSession> {
    return this.post(session, `decisions/${decisionId}/take-back`, {});
  }

  /** How what was decided goes; answers it as it then stands. */
  say({ decisionId, version }: DecisionView, state: DecisionView['state']): Promise<DecisionView> {
    const path = `/api/decisions/${decisionId}/state`;
    return firstValueFrom(this.http.put<DecisionView>(path, { state }, onVersion(version)));
  }

  askToMove(
    session: SessionLine,
    asked: { requestId: string; times: OfferedTime[]; words: string },
  ): Promise<SupervisionSession> {
    return this.post(session, 'move-requests', asked);
  }

  settleRequest(
    session: SessionLine,
    { requestId }: MoveRequest,
    step: 'withdraw' | 'keep',
  ): Promise<SupervisionSession> {
    return this.post(session, `move-requests/${requestId}/${step}`, {});
  }

  sign(session: SupervisionSession): Promise<SupervisionSession> {
    return this.post(session, 'sign', {}, session.textVersion);
  }

  takeSignatureBack(session: SessionLine): Promise<SupervisionSession> {
    return this.post(session, 'take-signature-back', {});
  }

  add(
    session: SessionLine,
    addendum: { addendumId: string; lineId: string | null; words: string },
  ): Promise<SupervisionSession> {
    return this.post(session, 'addenda', addendum);
  }

  private post(
    session: SessionLine,
    step: string,
    body: object,
    version?: number,
  ): Promise<SupervisionSession> {
    const options = version === undefined ? {} : onVersion(version);
    return this.sent(this.http.post<SupervisionSession>(`${this.path(session)}/${step}`, body, options));
  }

  private path({ sessionId }: SessionLine): string {
    return `/api/supervision-sessions/${sessionId}`;
  }

  private sent(asked: Observable<SupervisionSession>): Promise<SupervisionSession> {
    return firstValueFrom(asked);
  }
}
