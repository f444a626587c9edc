import { HttpClient } from '@angular/common/http';
import { inject, Service, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { OwnAssessmentSent, SendAnswers } from '../../api/contract';
import { untilAnswered } from '../home/until-answered';
import { Session } from '../session/session';

/** Sends answers until the server has them: one assessment however often they are sent. */
@Service()
export class AnswersSending {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  /** An answer was lost; it is being sent again. */
  readonly isLate = signal(false);

  /** @throws what the server refused it for; a lost answer is none */
  async send(answers: SendAnswers): Promise<OwnAssessmentSent> {
    try {
      return await untilAnswered(
        () => firstValueFrom(this.http.post<OwnAssessmentSent>('/api/own-assessments', answers)),
        () => this.isLate.set(true),
        () => !this.session.me(),
      );
    } finally {
      this.isLate.set(false);
    }
  }
}
