import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { unsentOf } from '../contacts/unsent-drafts';
import { AboutMe } from '../assigning/about-me';
import { OwnCertification } from '../certifications/own-certification';
import { SheetOfKeys } from '../keys/sheet-of-keys';
import { Keys } from '../keys/keys';
import { Icon } from '../look/icon';
import { WhenUrgent } from '../messages/when-urgent';
import { problemOf } from '../problems/problem-words';
import { unsentTapsOf } from '../today/unsent';
import { Session } from './session';

/** Who is signed in, and the ways out. */
@Component({
  imports: [AboutMe, Icon, MatButton, OwnCertification, RouterLink, WhenUrgent],
  template: `
    @let me = session.me();
    <div class="page">
      <header>
        <h1 data-page>{{ me?.name }}</h1>
        <p class="quiet">{{ role() }} · {{ me?.organization?.name }}</p>
      </header>
      @if (me?.organization?.crisisProtocol; as protocol) {
        <section class="card stack">
          <h2>If someone is in crisis</h2>
          <p>{{ protocol }}</p>
        </section>
      }
      @if (me?.role === 'coach' || me?.role === 'supervisor') {
        <section class="card stack">
          <h2>{{ me?.role === 'coach' ? 'You, too' : 'How your team is' }}</h2>
          <p class="quiet">
            {{
              me?.role === 'coach'
                ? 'Quiet hours, and a word for yourself once a week that nobody else reads.'
                : 'Contacts in quiet hours, and what your coaches choose to share.'
            }}
          </p>
          <div>
            <a matButton="outlined" [routerLink]="me?.role === 'coach' ? '/wellbeing' : '/team/wellbeing'">
              Open
              <span class="only-heard">{{ me?.role === 'coach' ? 'You, too' : 'How your team is' }}</span>
            </a>
          </div>
        </section>
      }
      @if (me && me.role !== 'participant') {
        <app-when-urgent />
        <section class="card stack">
          <h2>Away</h2>
          <p class="quiet">Name who covers while you rest; everything comes back by itself.</p>
          <div>
            <a matButton="outlined" routerLink="/away"><app-icon name="calendar" />Away and covered</a>
          </div>
        </section>
      }
      @if (me?.role === 'coach' || me?.role === 'administrator') {
        <section class="card stack">
          <h2>Supervision</h2>
          <div class="row">
            @if (me?.role === 'coach') {
              <a matButton="outlined" routerLink="/sessions">Your sessions</a>
            }
            <a matButton="outlined" routerLink="/sessions/hours">Hours of supervision</a>
          </div>
        </section>
      }
      @if (me?.role === 'coach') {
        @defer {
          <app-own-certification />
          <app-about-me />
        }
      }
      <section class="card stack">
        <h2>Signing out</h2>
        <p class="quiet">
          You are signed out after {{ me?.idleMinutes }} minutes away. What you type is kept.
        </p>
        <div class="row">
          <button matButton="filled" type="button" (click)="leave(false)">
            <app-icon name="leave" />Sign out
          </button>
          <button matButton="outlined" type="button" (click)="leave(true)">Sign out on every device</button>
        </div>
        <p role="alert">{{ wrong() }}</p>
        @if (hasUnsent()) {
          <div>
            <button matButton type="button" (click)="leave(false, true)">Sign out and lose them</button>
          </div>
        }
      </section>
      <section class="card stack keys">
        <h2>Keys</h2>
        <p class="quiet">With a keyboard everything here goes without a mouse.</p>
        <label class="tick">
          <input type="checkbox" [checked]="keys.isOn()" (change)="keys.turn($any($event.target).checked)" />
          <span>Keys of a single letter or sign <span class="quiet">(kept in this browser)</span></span>
        </label>
        <div>
          <button matButton="outlined" type="button" (click)="sheet.open()">See the keys</button>
        </div>
      </section>
    </div>
  `,
  styles: `
    /* Where there is no keyboard they are of no use. */
    @media (hover: none) and (pointer: coarse) {
      .keys {
        display: none;
      }
    }
  `,
})
export class You {
  protected readonly session = inject(Session);
  protected readonly keys = inject(Keys);
  protected readonly sheet = inject(SheetOfKeys);
  protected readonly wrong = signal('');
  protected readonly role = computed(() => {
    const role = this.session.me()?.role ?? '';
    return role.charAt(0).toUpperCase() + role.slice(1);
  });

  protected readonly hasUnsent = signal(false);

  /** Signing out leaves nothing on the device, so words that are only here are asked about first. */
  protected async leave(everywhere: boolean, mayLose = false): Promise<void> {
    const { accountId } = this.session.me()!;
    if (!mayLose && unsentOf(accountId).length + unsentTapsOf(accountId).length > 0) {
      this.hasUnsent.set(true);
      this.wrong.set(
        'Words you typed or contacts you logged are only on this device so far. Open Today with signal to send them.',
      );
      return;
    }
    try {
      await this.session.end(everywhere);
    } catch (failure) {
      this.wrong.set(problemOf(failure).detail);
    }
  }
}
