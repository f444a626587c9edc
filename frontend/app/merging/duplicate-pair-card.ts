import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import type { KnownRecord } from '../../api/merging-contract';
import { Icon } from '../look/icon';
import { KnownRecordCard } from './known-record';

/** Two records beside each other, what they have in common between them, and what to do about it. */
@Component({
  selector: 'app-duplicate-pair',
  imports: [Icon, KnownRecordCard, MatButton, RouterLink],
  template: `
    <article class="card stack" [attr.aria-label]="names()">
      <ul class="row agrees" aria-label="What they have in common">
        @for (one of agreesIn(); track one) {
          <li class="tag">{{ one }}</li>
        }
      </ul>
      <div class="two">
        <app-known-record [record]="first()" />
        <app-known-record [record]="second()" />
      </div>
      <div class="row">
        <a
          matButton="tonal"
          [routerLink]="['/participants', first().participantId, 'beside', second().participantId]"
        >
          <app-icon name="together" />Look at both<span class="only-heard">: {{ names() }}</span>
        </a>
        <ng-content />
      </div>
    </article>
  `,
  styles: `
    .two {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 16px;
    }
    .two > :last-child {
      padding-inline-start: 16px;
      border-inline-start: 1.5px solid var(--mat-sys-outline-variant);
    }
    .agrees {
      gap: 8px;
    }
    .agrees:empty {
      display: none;
    }
    .tag {
      display: inline-block;
    }
    .tag::first-letter {
      text-transform: uppercase;
    }
  `,
})
export class DuplicatePairCard {
  readonly first = input.required<KnownRecord>();
  readonly second = input.required<KnownRecord>();
  readonly agreesIn = input<string[]>([]);
  protected readonly names = computed(
    () => `${this.first().preferredName} and ${this.second().preferredName}`,
  );
}
