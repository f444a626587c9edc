import { Component, computed, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { AgendaLine as Line, SupervisionSession } from '../../api/contract';
import { Icon } from '../look/icon';
import { LevelTag } from '../risk-notes/level-tag';
import { DecideForm } from './decide-form';
import { DecisionLine } from './decision-line';
import { WordsField } from './words-field';

/** One thing to talk about, what was said beside it and what was decided. */
@Component({
  selector: 'app-agenda-line',
  imports: [DecideForm, DecisionLine, Icon, LevelTag, MatButton, RouterLink, WordsField],
  template: `
    @let one = line();
    @if (one.hasMovedOn) {
      <p class="quiet">Somebody who has moved on</p>
    } @else {
      <p>
        @if (isGroup()) {
          <span class="tag">{{ one.coach.name }}</span>
        }
        @if (one.participantId) {
          <a class="name" [routerLink]="['/participants', one.participantId]">{{ one.participantName }}</a>
        } @else if (!isGroup()) {
          <b class="name">{{ one.coach.name }}</b>
        }
        @if (one.level === 'urgent') {
          <app-level-tag [level]="one.level" />
        }
        <span>{{ one.sentence }}</span>
        @if (one.riskNoteId) {
          <a class="note not-printed" [routerLink]="['/risk-notes', one.riskNoteId]"
            >The note<span class="only-heard"> about {{ one.participantName }}</span></a
          >
        }
      </p>
      @if (isWriting()) {
        <app-words-field
          [label]="'What was said about ' + (one.participantName ?? one.coach.name)"
          [isLabelHidden]="true"
          [sessionId]="session().sessionId"
          [lineId]="one.lineId"
          [saved]="one"
          [isNew]="isOpened()"
          [isSigned]="session().state !== 'open'"
          (changed)="changed.emit($event)"
        />
      } @else if (one.words) {
        <p class="said">{{ one.words }}</p>
      }
      @for (decision of decisions(); track decision.decisionId) {
        <app-decision-line [session]="session()" [decision]="decision" (changed)="changed.emit($event)" />
      }
      @if (isDeciding()) {
        <app-decide-form
          [session]="session()"
          [line]="one"
          (decided)="isDeciding.set(false); changed.emit($event)"
          (cancelled)="isDeciding.set(false)"
        />
      } @else if (session().mayWrite && one.lineId) {
        <div class="row not-printed">
          @if (!isWriting()) {
            <button matButton type="button" (click)="isOpened.set(true)">
              <app-icon name="pen" />Note<span class="only-heard"> beside {{ about() }}</span>
            </button>
          }
          <button matButton type="button" (click)="isDeciding.set(true)">
            <app-icon name="check" />Decide<span class="only-heard"> about {{ about() }}</span>
          </button>
        </div>
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
      padding-block: 14px;
      border-top: 1px solid var(--mat-sys-outline-variant);
      break-inside: avoid;
    }
    .name {
      margin-inline-end: 6px;
      font: 600 1.125rem/1.4 var(--brand);
      color: var(--mat-sys-on-surface);
      text-decoration-color: var(--mat-sys-outline);
    }
    a {
      display: inline-block;
      padding-block: 12px;
      margin-block: -12px;
    }
    .note {
      margin-inline-start: 8px;
    }
    .tag,
    app-level-tag {
      margin-inline-end: 8px;
    }
    .row {
      gap: 0;
      margin-inline-start: -12px;
    }
    .said {
      padding-inline-start: 14px;
      border-inline-start: 3px solid var(--mat-sys-primary);
      white-space: pre-line;
    }
  `,
})
export class AgendaLine {
  readonly session = input.required<SupervisionSession>();
  readonly line = input.required<Line>();
  readonly changed = output<SupervisionSession>();

  protected readonly isOpened = signal(false);
  protected readonly isDeciding = signal(false);
  protected readonly isGroup = computed(() => this.session().kind === 'group');
  protected readonly about = computed(() => this.line().participantName ?? this.line().coach.name);
  /** A field that was opened stays when somebody signs: what is typed in it is not taken away. */
  protected readonly isWriting = computed(
    () => this.isOpened() || (this.session().mayWrite && this.line().words !== ''),
  );
  protected readonly decisions = computed(() =>
    this.session().decisions.filter(({ lineId }) => lineId !== null && lineId === this.line().lineId),
  );
}
