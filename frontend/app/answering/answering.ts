import { httpResource } from '@angular/common/http';
import { Component } from '@angular/core';
import type { AnsweringSettings } from '../../api/contract';
import { Skeleton } from '../look/skeleton';
import { ProblemPanel } from '../problems/problem-panel';
import { AnsweringTimes } from './answering-times';
import { CrisisProtocol } from './crisis-protocol';
import { Holidays } from './holidays';
import { OnCall } from './on-call';
import { OpeningHours } from './opening-hours';
import { WaitingNotesList } from './waiting-notes-list';

/** Which notes wait past their time, by when they are answered, and who is asked. */
@Component({
  imports: [
    AnsweringTimes,
    CrisisProtocol,
    Holidays,
    OnCall,
    OpeningHours,
    ProblemPanel,
    Skeleton,
    WaitingNotesList,
  ],
  template: `
    <div class="page">
      <header>
        <h1 data-page>Answering</h1>
        <p class="quiet">
          Who answers risk notes, and by when. You read no notes here: only that one waits, and with whom.
        </p>
      </header>
      <app-waiting-notes-list />
      @if (asked.hasValue()) {
        @let settings = asked.value();
        <app-on-call [settings]="settings" (changed)="asked.set($event)" />
        <app-answering-times [settings]="settings" (changed)="asked.set($event)" />
        <app-opening-hours [settings]="settings" (changed)="asked.set($event)" />
        <app-holidays [settings]="settings" (changed)="asked.set($event)" />
        <app-crisis-protocol [settings]="settings" (changed)="asked.set($event)" />
      } @else if (asked.error()) {
        <app-problem-panel [failure]="asked.error()" (again)="asked.reload()" />
      } @else {
        <app-skeleton [rows]="5" />
      }
    </div>
  `,
})
export class Answering {
  protected readonly asked = httpResource<AnsweringSettings>(() => '/api/answering');
}
