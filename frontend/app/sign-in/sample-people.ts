import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { Me, Role, SamplePerson, SignInPage } from '../../api/contract';
import { Icon } from '../look/icon';
import { problemOf } from '../problems/problem-words';
import type { SignedInWith } from '../session/session';

const ROLE_WORDS: Record<Role, string> = {
  coach: $localize`:@@role.coaches:Coaches`,
  supervisor: $localize`:@@role.supervisors:Supervisors`,
  participant: $localize`:@@role.participants:Participants`,
  administrator: $localize`:@@role.administrators:Administrators`,
};

/** On a sample server: walk in as anyone, with one click. */
@Component({
  selector: 'app-sample-people',
  imports: [Icon],
  template: `
    <section class="stack">
      <div>
        <h2 i18n="@@sample.title">Look around as…</h2>
        <p class="quiet" i18n="@@sample.why">These people and their records are made up.</p>
      </div>
      @for (group of groups(); track group.role) {
        <h3>{{ group.words }}</h3>
        <ul>
          @for (person of group.people; track person.accountId) {
            <li>
              <button type="button" (click)="walkIn(person)">
                <span class="initial" aria-hidden="true">{{ person.name.charAt(0) }}</span>
                <b>{{ person.name }}</b>
                <app-icon name="next" />
              </button>
            </li>
          }
        </ul>
      }
      <p role="alert">{{ wrong() }}</p>
    </section>
  `,
  styles: `
    section {
      padding: 8px;
    }
    h3 {
      margin-top: 4px;
      color: var(--mat-sys-on-surface-variant);
    }
    ul {
      display: grid;
      gap: 8px;
    }
    button {
      display: flex;
      align-items: center;
      gap: 14px;
      width: 100%;
      min-height: 64px;
      padding: 10px 16px;
      border: 0;
      border-radius: var(--mat-sys-corner-medium);
      background: var(--mat-sys-surface-container-lowest);
      box-shadow: var(--shadow);
      text-align: start;
      cursor: pointer;
    }
    button:hover {
      background: var(--mat-sys-primary-container);
      color: var(--mat-sys-on-primary-container);
    }
    .initial {
      display: grid;
      place-items: center;
      inline-size: 42px;
      block-size: 42px;
      border-radius: 50%;
      background: var(--mat-sys-primary-container);
      color: var(--mat-sys-on-primary-container);
      font: 600 1.25rem var(--brand);
      flex: none;
    }
    b {
      flex: 1;
    }
  `,
})
export class SamplePeople {
  readonly door = input.required<SignInPage>();
  readonly signedIn = output<{ me: Me; how: SignedInWith }>();

  private readonly http = inject(HttpClient);
  protected readonly wrong = signal('');
  protected readonly groups = computed(() =>
    (Object.keys(ROLE_WORDS) as Role[])
      .map((role) => ({
        role,
        words: ROLE_WORDS[role],
        people: this.door().samplePeople.filter((person) => person.role === role),
      }))
      .filter((group) => group.people.length > 0),
  );

  protected async walkIn(person: SamplePerson): Promise<void> {
    const organization = this.door().shortName;
    try {
      const me = await firstValueFrom(
        this.http.post<Me>('/api/sign-in/sample', { organization, accountId: person.accountId }),
      );
      this.signedIn.emit({ me, how: { organization, signInName: null, isSample: true } });
    } catch (failure) {
      this.wrong.set(problemOf(failure).detail);
    }
  }
}
