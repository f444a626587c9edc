import { Component, computed, effect, inject, Injector } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { CoverLine } from '../cover/cover-line';
import { Icon } from '../look/icon';
import { keysEverywhere } from '../keys/everywhere';
import { WaitingBar } from '../risk-notes/waiting-bar';
import { WaitingNotesWatch } from '../risk-notes/waiting-notes-watch';
import { ROLE_LABEL } from '../people/role-words';
import { RoleSwitch } from '../session/role-switch';
import { Session } from '../session/session';
import { PLACES } from './places';

/** Staff pages: navigation under the thumb on a phone, at the side on a desk. */
@Component({
  imports: [CoverLine, Icon, RoleSwitch, RouterLink, RouterLinkActive, RouterOutlet, WaitingBar],
  template: `
    <a class="skip" href="#main" (click)="skip($event)">Skip to the page</a>
    <nav aria-label="Main">
      <a class="mark" routerLink="/" aria-label="Alongside, first page">
        <svg viewBox="0 0 32 32" aria-hidden="true">
          <path d="M10 25c0-7 1-12 4-17M18 25c0-7 1-12 4-17" />
        </svg>
        <span>Alongside</span>
      </a>
      @if (actsAs(); as role) {
        <p class="acts-as">You act as {{ role }}</p>
      }
      <ul>
        @for (place of places(); track place.path) {
          <li>
            <a [routerLink]="place.path" routerLinkActive="here" ariaCurrentWhenActive="page">
              <span class="pill"
                ><app-icon [name]="place.icon" />
                @if (place.path === '/risk-notes' && watch.count()) {
                  <span class="badge" aria-hidden="true">{{ watch.count() }}</span>
                }
              </span>
              {{ place.label }}
            </a>
          </li>
        }
      </ul>
    </nav>
    <main id="main" [class.says-role]="actsAs()">
      <app-role-switch />
      @if (session.isSupervisor()) {
        <app-waiting-bar />
      }
      <app-cover-line />
      <router-outlet />
    </main>
  `,
  styleUrl: './shell.scss',
})
export class Shell {
  protected readonly session = inject(Session);
  /** What waits is said in words by the bar on top; the number beside the place is for eyes alone. */
  protected readonly watch = inject(WaitingNotesWatch);
  protected readonly places = computed(() => PLACES[this.session.me()?.role ?? 'participant']);

  /** Said in sight at all times, for those who hold several roles. */
  protected readonly actsAs = computed(() => {
    const me = this.session.me();
    return me && me.roles.length > 1 ? ROLE_LABEL[me.role].toLowerCase() : null;
  });

  constructor() {
    const injector = inject(Injector);
    // whoever asked for a file is told on whatever page they are; coaches ask for none, and fetch nothing of it
    effect(() => {
      if (this.session.me() && !this.session.isCoach())
        import('../exports/own-exports')
          .then(({ OwnExports }) => injector.get(OwnExports))
          .catch(() => undefined);
    });
    keysEverywhere();
  }

  protected skip(event: Event): void {
    event.preventDefault();
    const main = document.getElementById('main');
    main?.setAttribute('tabindex', '-1');
    main?.focus();
  }
}
