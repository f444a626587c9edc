import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { Session } from '../session/session';
import { PlanOnPage } from './plan-on-page';

/**
 * The plans that pages of this tab have opened. They stay in memory until the tab is left, so that the next page shows
 * one at once, without signal too, and what was not sent yet goes on being sent.
 */
@Service()
export class Plans {
  private readonly http = inject(HttpClient);
  private readonly kept = inject(Session).kept;
  private readonly opened = new Map<string, PlanOnPage>();

  /** @param participantId null for one's own */
  of(participantId: string | null): PlanOnPage {
    const path =
      participantId === null
        ? '/api/recovery-plan'
        : `/api/participants/${encodeURIComponent(participantId)}/recovery-plan`;
    const plan = this.opened.get(path) ?? new PlanOnPage(this.http, path, this.kept);
    this.opened.set(path, plan);
    return plan;
  }
}
