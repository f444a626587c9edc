import { Component, inject, input, type OnInit, signal } from '@angular/core';
import type { WayToReach, WayToReachVersion } from '../../api/contract';
import { Skeleton } from '../look/skeleton';
import { When } from '../look/when';
import { dayOf } from '../look/time-words';
import { ProblemPanel } from '../problems/problem-panel';
import { Session } from '../session/session';
import { safeReach } from './safe-reach';
import { SafeReachApi } from './safe-reach-api';

/** What was said before, the latest first, with who wrote it down. */
@Component({
  selector: 'app-way-to-reach-earlier',
  imports: [ProblemPanel, Skeleton, When],
  template: `
    @if (failure()) {
      <app-problem-panel [failure]="failure()" (again)="ask()" />
    } @else if (versions(); as versions) {
      <ol>
        @for (version of versions; track version.version) {
          <li class="small">
            @if (day(version); as day) {
              <b><app-when [day]="day" [dated]="true" /></b>
            } @else {
              <b>Before</b>
            }
            {{ version.by ? version.by.name + ':' : '' }} {{ said(version) }}
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
export class WayToReachEarlier implements OnInit {
  readonly way = input.required<WayToReach>();

  private readonly api = inject(SafeReachApi);
  private readonly session = inject(Session);
  protected readonly versions = signal<WayToReachVersion[] | null>(null);
  protected readonly failure = signal<unknown>(null);

  ngOnInit(): void {
    void this.ask();
  }

  protected async ask(): Promise<void> {
    this.failure.set(null);
    try {
      this.versions.set(await this.api.wayVersions(this.way().wayToReachId));
    } catch (failure) {
      this.failure.set(failure);
    }
  }

  protected day({ at }: WayToReachVersion): string | null {
    return at && dayOf(at, this.session.timeZone());
  }

  protected said(version: WayToReachVersion): string {
    const value = version.value === this.way().value ? [] : [version.value];
    if (version.isNoLonger) return [...value, 'No longer valid'].join('. ');
    const { cautions, hints } = safeReach({ ...version, kind: this.way().kind, dial: version.value });
    return [...value, ...cautions, ...hints].join('. ');
  }
}
