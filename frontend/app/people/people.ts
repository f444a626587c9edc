import { httpResource } from '@angular/common/http';
import { Component, inject, input, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { CoachChoice, Person, Role } from '../../api/contract';
import { CertificationLine } from '../certifications/certification-line';
import { Choices } from '../look/choices';
import { Icon } from '../look/icon';
import { pagesOf } from '../look/pages-of';
import { Skeleton } from '../look/skeleton';
import { Undelivered } from '../messages/undelivered';
import { ProblemPanel } from '../problems/problem-panel';
import { GettingReady } from './getting-ready';
import { PersonCard } from './person-card';
import { ROLES } from './role-words';

/** Every account of the organization, by role. */
@Component({
  imports: [
    CertificationLine,
    Choices,
    GettingReady,
    Icon,
    MatButton,
    PersonCard,
    ProblemPanel,
    RouterLink,
    Skeleton,
    Undelivered,
  ],
  template: `
    <div class="page">
      <header class="row">
        <h1 data-page>People</h1>
        <div class="row">
          <a matButton="tonal" routerLink="/people/moving-in"><app-icon name="sheet" />Bring a spreadsheet</a>
          <a matButton="filled" routerLink="/people/add" [queryParams]="{ role: role() ?? 'coach' }">
            <app-icon name="plus" />Add someone
          </a>
        </div>
      </header>
      @if (!role() && !find()) {
        <app-getting-ready />
      }
      <nav class="row more" aria-label="More about people">
        <a routerLink="/stays/ended">Stays that ended</a>
        <a routerLink="/people/duplicates">Here twice?</a>
        <a routerLink="/certifications">Certifications</a>
      </nav>
      <app-certification-line />
      <app-undelivered />
      <app-choices
        legend="Role"
        [isLegendHidden]="true"
        [choices]="roles"
        [value]="role() ?? ''"
        (valueChange)="narrow({ role: $event || null, without: null })"
      />
      @if (without()) {
        <p class="row">
          Only those who have no coach
          <button matButton type="button" (click)="narrow({ without: null })">Show everybody</button>
        </p>
      }
      <input
        type="search"
        placeholder="Find by name"
        aria-label="Find by name"
        [value]="find() ?? ''"
        (input)="narrow({ find: $any($event.target).value || null })"
      />
      <p class="only-heard" role="status">{{ list.items().length }} people shown</p>
      <ul class="stack">
        @for (person of list.items(); track person.accountId ?? person.participantId) {
          <li>
            <app-person-card
              [person]="person"
              [coaches]="choices()"
              [supervisors]="supervisors()"
              (changed)="again()"
            />
          </li>
        }
      </ul>
      @if (list.failure()) {
        <app-problem-panel [failure]="list.failure()" (again)="list.more()" />
      } @else if (list.isAsking() && !list.items().length) {
        <app-skeleton [rows]="5" />
      } @else if (list.next()) {
        <button matButton="outlined" type="button" (click)="list.more()">Show more</button>
      } @else if (!list.items().length) {
        <div class="empty">
          <app-icon name="people" />
          <p>
            {{
              without() ? 'Everybody has a coach.' : 'Nobody here by that name and role. Add the first one.'
            }}
          </p>
        </div>
      }
    </div>
  `,
  styles: `
    header {
      justify-content: space-between;
    }
    .more {
      gap: 0 24px;
    }
    .more a {
      display: inline-flex;
      align-items: center;
      min-height: 48px;
    }
  `,
})
export class People {
  readonly role = input<Role>();
  readonly find = input<string>();
  /** `coach`: only who is in a program and has none. */
  readonly without = input<string>();

  private readonly router = inject(Router);
  protected readonly roles = ROLES;
  protected readonly list = pagesOf<Person>(() => ({
    url: '/api/people',
    params: {
      ...(this.role() ? { role: this.role()! } : {}),
      ...(this.find() ? { find: this.find()! } : {}),
      ...(this.without() === 'coach' ? { without: 'coach' } : {}),
    },
  }));
  private readonly coaches = httpResource<{ items: CoachChoice[] }>(() => '/api/coaches');

  protected choices(): CoachChoice[] {
    return this.coaches.hasValue() ? this.coaches.value().items : [];
  }

  private readonly ofSupervisors = httpResource<{ items: Person[] }>(() => '/api/people?role=supervisor');

  /** Those who can take over a team, or have a coach report to them. */
  protected supervisors(): Person[] {
    const all = this.ofSupervisors.hasValue() ? this.ofSupervisors.value().items : [];
    return all.filter(({ isDisabled }) => !isDisabled);
  }

  private readonly ready = viewChild(GettingReady);

  protected again(): void {
    this.ready()?.again();
    this.ofSupervisors.reload();
    void this.list.startOver();
    this.coaches.reload();
  }

  protected narrow(change: { role?: string | null; find?: string | null; without?: string | null }): void {
    void this.router.navigate([], {
      queryParams: change,
      queryParamsHandling: 'merge',
      replaceUrl: true,
      scroll: 'manual',
    });
  }
}
