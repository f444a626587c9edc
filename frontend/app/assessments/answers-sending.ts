import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { OwnAssessmentSent, SendAnswers } from '../../api/contract';
import { Sending } from '../problems/until-answered';

/** Sends answers until the server has them, also when their page is left: one assessment however often they are sent. */
@Service()
export class AnswersSending {
  private readonly http = inject(HttpClient);
  private readonly sending = new Sending();
  readonly isLate = this.sending.isLate;

  /** @throws what the server refused it for; a lost answer is none */
  send(answers: SendAnswers): Promise<OwnAssessmentSent> {
    return this.sending.send(() =>
      firstValueFrom(this.http.post<OwnAssessmentSent>('/api/own-assessments', answers)),
    );
  }
}
