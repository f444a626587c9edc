import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Death, DeathsPage } from '../../api/contract';
import { Live } from '../live/live';
import { Icon } from '../look/icon';
import { Notices } from '../look/notices';
import { When } from '../look/when';
import { problemOf } from '../problems/problem-words';
import { Session } from '../session/session';
import { DeathsApi } from './deaths-api';

/** After somebody died: for the coach time and people, for the supervisor the one who walked with them. */
@Component({
  selector: 'app-after-a-death',
  imports: [Icon, MatButton, RouterLink, When],
  template: `
    @for (death of shown(); track death.deathId) {
      <section class="card stack" [attr.aria-label]="'After the death of ' + death.preferredName">
        <p class="said">
          <app-icon name="heart" />
          <span>
            @if (isCoach()) {
              <b>{{ death.preferredName }}</b> died on <app-when [day]="death.diedOn" [dated]="true" />. We
              are sorry. Nothing here asks for them any more.
            } @else if (asks(death)) {
              <b>{{ death.lastCoach?.name }}</b> walked with {{ death.preferredName }}, who died on
              <app-when [day]="death.diedOn" [dated]="true" />. Ask how they are.
            } @else {
              <b>{{ death.preferredName }}</b> died on <app-when [day]="death.diedOn" [dated]="true" />. Their
              record waits for a last word.
            }
          </span>
        </p>
        @if (isCoach()) {
          <p class="quiet">
            You need not carry this alone: talk with your supervisor, or call or text
            <a href="tel:988">988</a> at any hour. It is there for you too.
          </p>
        }
        <div class="row">
          @if (asks(death)) {
            <button matButton="filled" type="button" (click)="spoke(death)">We have spoken</button>
          }
          @if (asks(death) || isCoach()) {
            <a matButton="outlined" routerLink="/away">
              {{ isCoach() ? 'Have somebody cover for you' : 'Arrange cover' }}
            </a>
          }
          @if (!death.lastWord) {
            <a matButton [routerLink]="['/participants', death.participantId]">Their record</a>
          }
        </div>
      </section>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 16px;
    }
    :host:empty {
      display: none;
    }
    .said {
      display: flex;
      gap: 12px;
    }
    .row a,
    .row button {
      min-height: 48px;
    }
  `,
})
export class AfterADeath {
  private readonly api = inject(DeathsApi);
  private readonly notices = inject(Notices);
  protected readonly isCoach = inject(Session).isCoach;
  private readonly deaths = httpResource<DeathsPage>(() => '/api/deaths');
  protected readonly shown = computed(() => (this.deaths.hasValue() ? this.deaths.value().items : []));

  constructor() {
    inject(Live).whenChanged(
      () => null,
      () => this.deaths.reload(),
    );
  }

  /** Whether a supervisor has yet to speak with the coach. */
  protected asks(death: Death): boolean {
    return !this.isCoach() && death.lastCoach !== null && death.spokenAt === null;
  }

  protected async spoke(death: Death): Promise<void> {
    try {
      await this.api.spoke(death.deathId);
      this.deaths.reload();
      void this.notices.say('Noted. Thank you.');
    } catch (failure) {
      void this.notices.say(problemOf(failure).detail);
    }
  }
}
