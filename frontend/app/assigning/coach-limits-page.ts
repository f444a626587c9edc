import { httpResource } from '@angular/common/http';
import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CoachLimits } from '../../api/contract';
import { Icon } from '../look/icon';
import { Skeleton } from '../look/skeleton';
import { ProblemPanel } from '../problems/problem-panel';
import { Session } from '../session/session';
import { CoachLimitsForm } from './coach-limits-form';
import { LoadBar } from './load-bar';

/** What one coach carries today, and what they are meant to. */
@Component({
  imports: [CoachLimitsForm, Icon, LoadBar, ProblemPanel, RouterLink, Skeleton],
  template: `
    <div class="page">
      <a class="back" [routerLink]="isSupervisor() ? '/team' : '/people'"
        ><app-icon name="back" />{{ isSupervisor() ? 'Team' : 'People' }}</a
      >
      @if (page.hasValue()) {
        @let limits = page.value();
        <header>
          <h1 data-page><span class="quiet">What they carry</span> {{ limits.name }}</h1>
        </header>
        <section class="card stack" aria-labelledby="today-title">
          <h2 id="today-title">Today</h2>
          <app-load-bar [load]="limits.load" />
          @if (limits.load.headCountCeiling; as ceiling) {
            <p class="quiet small">At most {{ ceiling }} people.</p>
          }
        </section>
        <app-coach-limits-form [limits]="limits" (changed)="page.set($event)" />
      } @else if (page.error()) {
        <app-problem-panel [failure]="page.error()" (again)="page.reload()" />
      } @else {
        <app-skeleton [rows]="3" />
      }
    </div>
  `,
  styles: `
    .back {
      display: inline-flex;
      align-items: center;
      gap: 4px;
      justify-self: start;
      min-height: 48px;
      color: var(--mat-sys-on-surface-variant);
      text-decoration: none;
    }
    h1 .quiet {
      display: block;
      font: 400 1rem var(--plain);
    }
  `,
})
export class CoachLimitsPage {
  readonly coachId = input.required<string>();

  protected readonly isSupervisor = inject(Session).isSupervisor;
  protected readonly page = httpResource<CoachLimits>(
    () => `/api/coaches/${encodeURIComponent(this.coachId())}/limits`,
  );
}
