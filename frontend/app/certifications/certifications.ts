import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { CertificationLine, CertificationLines } from '../../api/certification-contract';
import { askingAgain } from '../live/asking-again';
import { Live } from '../live/live';
import { Icon } from '../look/icon';
import { Skeleton } from '../look/skeleton';
import { ProblemPanel } from '../problems/problem-panel';
import { Session } from '../session/session';
import { EducationNeeds } from './education-needs';
import { hourWords, rightWords, thenWords } from './certification-words';
import { UncertifiedLogging } from './uncertified-logging';

/** Everybody who coaches, what ends soonest first, and what then happens. */
@Component({
  imports: [EducationNeeds, Icon, MatButton, ProblemPanel, RouterLink, Skeleton, UncertifiedLogging],
  template: `
    <div class="page">
      <header>
        <a matButton class="back" [routerLink]="isAdministrator() ? '/people' : '/team'">
          <app-icon name="back" />{{ isAdministrator() ? 'People' : 'Team' }}
        </a>
        <h1 data-page>Certifications</h1>
        <p class="quiet">
          What ends soonest stands first. Coach and supervisor are told 60, 30 and 7 days before.
        </p>
      </header>
      @if (lines.hasValue()) {
        <ul class="stack">
          @for (line of lines.value().items; track line.coach.accountId) {
            <li class="card stack">
              <h2>
                <a [routerLink]="['/coaches', line.coach.accountId, 'certification']">{{
                  line.coach.name
                }}</a>
              </h2>
              <p>
                @if (line.right.isPressing) {
                  <app-icon name="alert" />
                }
                <b>{{ rightWords(line.right) }}</b>
              </p>
              @if (line.right.isPressing) {
                <p class="quiet">{{ thenWords(line.right) }}</p>
              }
              @if (waiting(line); as words) {
                <p>
                  <span class="tag">{{ words }}</span>
                </p>
              }
              <p class="quiet small">
                @if (line.hoursNeeded !== null) {
                  {{ line.hoursDone }} of {{ hourWords(line.hoursNeeded) }} of continuing education ·
                }
                {{ line.supervisor ? 'reports to ' + line.supervisor.name : 'reports to nobody' }}
              </p>
              @if (line.heldCount) {
                <p>
                  @if (isAdministrator()) {
                    {{ heldWords(line.heldCount)
                    }}{{ line.supervisor ? '' : ': only a supervisor can release them' }}.
                  } @else {
                    <a routerLink="/held-contacts" [queryParams]="{ coach: line.coach.accountId }">{{
                      heldWords(line.heldCount)
                    }}</a>
                  }
                </p>
              }
            </li>
          } @empty {
            <li class="empty"><p>Nobody coaches here yet. Whoever is invited as a coach stands here.</p></li>
          }
        </ul>
      } @else if (lines.error()) {
        <app-problem-panel [failure]="lines.error()" (again)="lines.reload()" />
      } @else {
        <app-skeleton [rows]="4" />
      }
      @if (isAdministrator()) {
        <app-education-needs />
        <app-uncertified-logging />
      }
    </div>
  `,
  styles: `
    .back {
      margin-inline-start: -16px;
    }
    h2 a {
      display: inline-block;
      min-height: 48px;
      line-height: 48px;
      color: inherit;
    }
    li.card {
      gap: 8px;
    }
    app-icon {
      vertical-align: -4px;
      margin-inline-end: 4px;
    }
  `,
})
export class Certifications {
  private readonly session = inject(Session);
  protected readonly isAdministrator = computed(() => this.session.me()?.role === 'administrator');
  protected readonly lines = httpResource<CertificationLines>(() => '/api/certifications');
  protected readonly rightWords = rightWords;
  protected readonly thenWords = thenWords;
  protected readonly hourWords = hourWords;

  constructor() {
    inject(Live).whenChanged(() => null, askingAgain(this.lines));
  }

  protected waiting({ waitingRenewalCount, waitingEducationCount }: CertificationLine): string {
    const renewals = waitingRenewalCount ? ['a renewal waits to be confirmed'] : [];
    const education = waitingEducationCount ? ['education waits to be confirmed'] : [];
    return [...renewals, ...education].join(' · ');
  }

  protected heldWords(count: number): string {
    return count === 1 ? 'One contact is held' : `${count} contacts are held`;
  }
}
