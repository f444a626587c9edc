import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Contact, LoggedElsewhere } from '../../api/contract';
import { Icon } from '../look/icon';
import { Skeleton } from '../look/skeleton';
import { ProblemPanel } from '../problems/problem-panel';
import { OpenPromise } from '../promises/open-promise';
import { PromisesApi } from '../promises/promises-api';
import { ContactCard } from './contact-card';
import { ContactsApi } from './contacts-api';

interface OfPerson {
  participantId: string;
  name: string;
  contacts: Contact[];
}

/** What a coach wrote about people who were not on their caseload: theirs to read, set right and keep, and no more. */
@Component({
  imports: [ContactCard, Icon, MatButton, OpenPromise, ProblemPanel, RouterLink, Skeleton],
  template: `
    <article class="page">
      <header>
        <a matButton routerLink="/caseload"><app-icon name="back" />Caseload</a>
        <h1 data-page>What you logged elsewhere</h1>
        <p class="quiet">
          In the last 30 days, for people who were not on your caseload. You read what you wrote; the rest of
          their record stays with their own coach.
        </p>
      </header>
      @if (page.hasValue()) {
        @if (page.value().openPromises.length) {
          <section class="card stack" aria-labelledby="promised-title">
            <h2 id="promised-title">What you promised there</h2>
            @for (promise of page.value().openPromises; track promise.promiseId) {
              <div>
                <p class="small quiet">{{ promise.participantName }}</p>
                <app-open-promise [promise]="promise" (changed)="page.reload()" />
              </div>
            }
          </section>
        }
        @for (person of people(); track person.participantId) {
          <section class="stack" [attr.aria-label]="person.name">
            <h2>{{ person.name }}</h2>
            @for (contact of person.contacts; track contact.contactId) {
              <app-contact-card [contact]="contact" (changed)="page.reload()" />
              @if (contact.riskNoteId) {
                <p class="small">
                  <app-icon name="flag" />With a risk note: its answer is among your
                  <a routerLink="/risk-notes">risk notes</a>.
                </p>
              }
            }
          </section>
        } @empty {
          <div class="empty">
            <app-icon name="together" />
            <p>Nothing yet. When someone of the program walks in, or you stand in for their coach:</p>
            <a routerLink="/log">Log a contact, and choose “Someone else in the program”</a>
          </div>
        }
      } @else if (page.error()) {
        <app-problem-panel [failure]="page.error()" (again)="page.reload()" />
      } @else {
        <app-skeleton [rows]="3" />
      }
    </article>
  `,
  styles: `
    header a {
      margin-left: -16px;
    }
  `,
})
export class LoggedElsewherePage {
  protected readonly page = httpResource<LoggedElsewhere>(() => '/api/logged-elsewhere');
  /** By person, the one logged last first; what was voided is gone from here too. */
  protected readonly people = computed<OfPerson[]>(() => {
    const people = new Map<string, OfPerson>();
    for (const contact of this.page.hasValue() ? this.page.value().contacts : []) {
      if (contact.voided) continue;
      const { participantId, participantName: name } = contact;
      const person = people.get(participantId) ?? { participantId, name, contacts: [] };
      person.contacts.push(contact);
      people.set(participantId, person);
    }
    return [...people.values()];
  });

  constructor() {
    const [contacts, promises] = [inject(ContactsApi), inject(PromisesApi)];
    let before = contacts.changes() + promises.changes();
    effect(() => {
      const now = contacts.changes() + promises.changes();
      if (now !== before) untracked(() => this.page.reload());
      before = now;
    });
  }
}
