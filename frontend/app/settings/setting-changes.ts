import { Component, computed, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { SettingChange } from '../../api/contract';
import { pagesOf } from '../look/pages-of';
import { Skeleton } from '../look/skeleton';
import { ProblemPanel } from '../problems/problem-panel';
import { ChangeLine } from './change-line';
import type { Area } from './setting-places';

/** Who changed which setting, from what to what, and when: the newest first. */
@Component({
  selector: 'app-setting-changes',
  imports: [ChangeLine, MatButton, ProblemPanel, Skeleton],
  template: `
    @if (shown().length) {
      <ol>
        @for (change of shown(); track change.changeId) {
          <li><app-change-line [change]="change" [saysWhere]="!area()" /></li>
        }
      </ol>
    }
    @if (list.failure()) {
      <app-problem-panel [failure]="list.failure()" (again)="list.more()" />
    } @else if (list.isAsking() && !shown().length) {
      <app-skeleton [rows]="3" />
    } @else if (!shown().length) {
      <p class="quiet">Nothing was changed yet. What is set here is as it began.</p>
    } @else if (list.next() && !most()) {
      <div><button matButton="outlined" type="button" (click)="list.more()">Show earlier</button></div>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 16px;
    }
    li + li {
      border-top: 1px solid var(--mat-sys-outline-variant);
    }
  `,
})
export class SettingChanges {
  /** Only what belongs to it. */
  readonly area = input<Area | null>(null);
  /** Only so many, for a glance; all of them without. */
  readonly most = input<number | null>(null);
  /** A new one, and there is more to tell. */
  readonly version = input(0);

  protected readonly list = pagesOf<SettingChange>(() => {
    const area = this.area();
    this.version();
    const params: Record<string, string> = area ? { area } : {};
    return { url: '/api/settings/changes', params };
  });
  protected readonly shown = computed(() => this.list.items().slice(0, this.most() ?? undefined));
}
