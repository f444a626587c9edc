import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { AddGoal, GoalWords, OwnGoal, SayProgress, Step, StepWords } from '../../api/contract';

/** What happens to a goal as a whole. */
export type GoalMove = 'finish' | 'not-yet-finished' | 'let-go' | 'take-up';

/** Everything that is done to goals and their steps, by the participant or with them. */
@Service()
export class GoalsApi {
  private readonly http = inject(HttpClient);

  add(goal: AddGoal): Promise<OwnGoal> {
    return this.post('/api/goals', goal);
  }

  edit(goalId: string, version: number, words: GoalWords): Promise<OwnGoal> {
    return firstValueFrom(this.http.put<OwnGoal>(`/api/goals/${goalId}`, words, onVersion(version)));
  }

  move({ goalId, version }: OwnGoal, move: GoalMove, words: object = {}): Promise<OwnGoal> {
    return this.post(`/api/goals/${goalId}/${move}`, words, version);
  }

  sayProgress(goalId: string, said: SayProgress): Promise<OwnGoal> {
    return this.post(`/api/goals/${goalId}/progress`, said);
  }

  addStep(goalId: string, stepId: string, words: StepWords): Promise<Step> {
    return this.post(`/api/goals/${goalId}/steps`, { stepId, ...words });
  }

  reword({ stepId, version }: Step, words: StepWords): Promise<Step> {
    return firstValueFrom(this.http.put<Step>(`/api/steps/${stepId}`, words, onVersion(version)));
  }

  tick({ stepId, version }: Step, isDone: boolean): Promise<Step> {
    return this.post(`/api/steps/${stepId}/tick`, { isDone }, version);
  }

  moveStep({ stepId, version }: Step, move: 'remove' | 'restore' | 'first'): Promise<Step> {
    return this.post(`/api/steps/${stepId}/${move}`, {}, version);
  }

  private post<T>(path: string, body: object, version?: number): Promise<T> {
    return firstValueFrom(this.http.post<T>(path, body, version === undefined ? {} : onVersion(version)));
  }
}

function onVersion(version: number): { headers: { 'If-Match': string } } {
  return { headers: { 'If-Match': `"${version}"` } };
}
