import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ToClose } from '../../api/contract';
import { Icon } from '../look/icon';
import { When } from '../look/when';
import { PlannedWords } from '../planned/planned-words';
import { Session } from '../session/session';
import { EVENT_LABEL } from '../windows/window-words';

/** What a closing ends, and what it leaves as it is, each named before anything is done. */
@Component({
  selector: 'app-ends-with-it',
  imports: [Icon, PlannedWords, RouterLink, When],
  template: `
    @let it = to();
    <section class="card stack" aria-labelledby="ends-title">
      <h2 id="ends-title">What happens then</h2>
      <ul>
        @if (!it.isLast) {
          <li>
            <app-icon name="together" />
            {{ it.preferredName }} is in another program too. Their coach, next contact and promises go on
            there; this stay alone ends.
          </li>
        } @else {
          @if (it.walkWith.length) {
            <li>
              <app-icon name="together" />
              <span
                ><b>{{ names() }}</b> {{ it.walkWith.length === 1 ? 'walks' : 'walk' }} with
                {{ it.preferredName }} until today. What they did stays theirs.</span
              >
            </li>
          }
          @if (it.nextContact; as next) {
            <li>
              <app-icon name="calendar" />
              <span>The contact planned for <app-planned-words [planned]="next" /> is called off.</span>
            </li>
          }
          @if (it.hasHandover) {
            <li>
              <app-icon name="next" />
              <span>The handover that waits ends for good, also if you take the closing back.</span>
            </li>
          }
          @if (watchCount(); as count) {
            <li>
              <app-icon name="eye" />{{ count === 1 ? 'A note' : count + ' notes' }} to keep an eye on
              {{ count === 1 ? 'closes' : 'close' }} with it.
            </li>
          }
          @if (it.hasCallAskedFor) {
            <li>
              <app-icon name="phone" /><span
                ><b>They asked for a call.</b> That stays open, and every supervisor sees it.</span
              >
            </li>
          }
          @for (window of it.windows; track window.windowId) {
            <li>
              <app-icon name="clock" />
              <span
                >{{ event(window.event) }}: its window stays on the record until
                <app-when [day]="window.lastOn" [dated]="true" />. If they come back before, it counts.</span
              >
            </li>
          }
          @if (it.draftCount) {
            <li>
              <app-icon name="pen" />
              <span>
                {{ it.draftCount === 1 ? 'A draft' : it.draftCount + ' drafts' }} of yours about them can't be
                logged once it is closed.
                <a [routerLink]="['/log', it.stay.participantId]">Log it first</a>
              </span>
            </li>
          }
          <li>
            <app-icon name="silent" />
            <span>No list, reminder or message asks for {{ it.preferredName }} any more.</span>
          </li>
          @if (isCoach()) {
            <li>
              <app-icon name="lock" />You read their record no more; supervisors do. You can take it back for
              24 hours.
            </li>
          }
        }
        <li>
          <app-icon name="home" />
          <span>
            Their own pages, if they have them, stay open to them. They see when they were here, never why it
            ended.
          </span>
        </li>
      </ul>
    </section>
  `,
  styles: `
    ul {
      display: grid;
      gap: 12px;
    }
    li {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: 12px;
    }
    app-icon {
      margin-top: 2px;
      color: var(--mat-sys-primary);
    }
    a {
      display: inline-block;
      padding-block: 12px;
      margin-block: -12px;
    }
  `,
})
export class EndsWithIt {
  readonly to = input.required<ToClose>();

  protected readonly isCoach = inject(Session).isCoach;
  protected readonly names = computed(() =>
    new Intl.ListFormat('en').format(this.to().walkWith.map(({ name }) => name)),
  );
  protected readonly watchCount = computed(
    () => this.to().riskNotes.filter(({ level }) => level === 'watch').length,
  );
  protected readonly event = (event: ToClose['windows'][number]['event']) => EVENT_LABEL[event];
}
