import { Component, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink, RouterLinkActive } from '@angular/router';
import type { CaseloadItem } from '../../api/contract';
import { Card } from '../keys/card';
import { KeyFor } from '../keys/key';
import { Icon } from '../look/icon';
import { When } from '../look/when';
import { ReachButtons } from '../participants/reach-buttons';
import { LevelTag } from '../risk-notes/level-tag';
import { StandingChip } from '../standing/standing-chip';

/** One participant of the caseload: who, how it stands and why, and the way to log. */
@Component({
  selector: 'app-caseload-row',
  imports: [
    Card,
    Icon,
    KeyFor,
    LevelTag,
    MatButton,
    ReachButtons,
    RouterLink,
    RouterLinkActive,
    StandingChip,
    When,
  ],
  template: `
    @let item = this.item();
    <article appCard class="card" routerLinkActive="chosen">
      <div class="head">
        <h2>
          <a appKey="Enter" keySays="Open the card" [routerLink]="link()" queryParamsHandling="preserve">{{
            item.preferredName
          }}</a>
          @if (item.pronouns) {
            <small>{{ item.pronouns }}</small>
          }
        </h2>
        @if (mayLog()) {
          <a
            appKey="l"
            keySays="Log a contact"
            class="log"
            matButton="tonal"
            [routerLink]="['/log', item.participantId]"
            ><app-icon name="pen" />Log<span class="only-heard">
              a contact with {{ item.preferredName }}</span
            ></a
          >
        }
      </div>
      @if (item.openRiskNote; as note) {
        <p class="row small risk">
          <app-level-tag [level]="note.level" [isLong]="true" />
          <span class="quiet">{{
            note.isAcknowledged ? 'Your supervisor has answered' : 'Waiting for an answer'
          }}</span>
        </p>
      }
      <app-standing-chip [view]="item.standing" />
      @if (item.waysToReach; as ways) {
        <app-reach-buttons class="reach" [ways]="ways" [of]="item.preferredName" [isBrief]="true" />
      }
      <p class="facts small quiet">
        @if (item.standing.is !== 'paused') {
          <span>Due <app-when [day]="item.standing.dueOn" [counted]="true" /></span>
        }
        @if (item.nextContact; as next) {
          <span
            >{{ next.isMissed ? 'Was planned for' : 'Planned' }}
            <app-when [day]="next.plannedOn" [clock]="next.plannedTime"
          /></span>
        }
        @if (!item.isPrimary) {
          <span>You are the second coach</span>
        }
        @if (item.coachName) {
          <span>With {{ item.coachName }}</span>
        }
        @if (isProgramSaid()) {
          <span>{{ item.programName }}</span>
        }
      </p>
    </article>
  `,
  styleUrl: './caseload-row.scss',
})
export class CaseloadRow {
  readonly item = input.required<CaseloadItem>();
  readonly link = input.required<string[]>();
  readonly mayLog = input(true);
  /** Only where there are several programs does the name of one say anything. */
  readonly isProgramSaid = input(true);
}
