import { httpResource } from '@angular/common/http';
import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Day, DeathsPage } from '../../api/contract';
import { exactDay } from '../look/time-words';

/** Those who died while the team walked with them, and whose record is closed: here alone they are found again. */
@Component({
  selector: 'app-remembered',
  imports: [RouterLink],
  template: `
    @if (page.hasValue() && page.value().items.length) {
      <section class="card stack" aria-labelledby="remembered-title">
        <h2 id="remembered-title">Remembered</h2>
        <ul>
          @for (death of page.value().items; track death.deathId) {
            <li>
              <a [routerLink]="['/participants', death.participantId]">{{ death.preferredName }}</a>
              <span class="quiet">died on {{ exact(death.diedOn) }}</span>
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    :host:empty {
      display: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 12px;
    }
    a {
      display: inline-flex;
      align-items: center;
      min-height: 48px;
      font: 600 1.25rem var(--brand);
    }
  `,
})
export class Remembered {
  protected readonly exact = (day: Day) => exactDay(day, 'en');
  protected readonly page = httpResource<DeathsPage>(() => '/api/deaths/closed');
}
