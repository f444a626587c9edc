import { Component, inject, input, type OnInit, signal } from '@angular/core';
import type { Supporter, SupporterVersion } from '../../api/contract';
import { Skeleton } from '../look/skeleton';
import { dayOf } from '../look/time-words';
import { When } from '../look/when';
import { ProblemPanel } from '../problems/problem-panel';
import { Session } from '../session/session';
import { SafeReachApi } from './safe-reach-api';

/** What was said of a supporter before, the latest first, with who wrote it down. */
@Component({
  selector: 'app-supporter-earlier',
  imports: [ProblemPanel, Skeleton, When],
  template: `
    @if (failure()) {
      <app-problem-panel [failure]="failure()" (again)="ask()" />
    } @else if (versions(); as versions) {
      <ol>
        @for (version of versions; track version.version) {
          <li class="small">
            <b><app-when [day]="day(version)" [dated]="true" /></b> {{ version.by?.name }}:
            {{ version.name }}, {{ version.relation }}.
            @if (version.isNoLonger) {
              No supporter any more.
            } @else if (version.mayTalk && version.untilOn) {
              We may talk until <app-when [day]="version.untilOn" [dated]="true" />: {{ version.about }}
            } @else {
              We may not talk with them.
            }
          </li>
        }
      </ol>
    } @else {
      <app-skeleton [rows]="1" />
    }
  `,
  styles: `
    ol {
      display: grid;
      gap: 8px;
      padding-left: 14px;
      border-left: 3px solid var(--mat-sys-outline-variant);
    }
  `,
})
export class SupporterEarlier implements OnInit {
  readonly supporter = input.required<Supporter>();

  private readonly api = inject(SafeReachApi);
  private readonly session = inject(Session);
  protected readonly versions = signal<SupporterVersion[] | null>(null);
  protected readonly failure = signal<unknown>(null);

  ngOnInit(): void {
    void this.ask();
  }

  protected async ask(): Promise<void> {
    this.failure.set(null);
    try {
      this.versions.set(await this.api.supporterVersions(this.supporter().supporterId));
    } catch (failure) {
      this.failure.set(failure);
    }
  }

  protected day({ at }: SupporterVersion): string {
    return dayOf(at, this.session.timeZone());
  }
}
