import { httpResource } from '@angular/common/http';
import { Component, computed, input, output } from '@angular/core';
import type { NameInProgram, NamesInProgram } from '../../api/contract';
import { Icon } from '../look/icon';
import { Skeleton } from '../look/skeleton';
import { ProblemPanel } from '../problems/problem-panel';

const FEWEST_LETTERS = 3;

/** Somebody of the program who is not on the caseload: names only, from three letters on. */
@Component({
  selector: 'app-who-elsewhere',
  imports: [Icon, ProblemPanel, Skeleton],
  template: `
    <p class="quiet small">
      They walked in, or you stand in for their coach. You will read what you write here, not their record.
    </p>
    @if (!isEnough()) {
      <p class="quiet">Three letters of the name find them.</p>
    } @else if (names.hasValue()) {
      <p class="only-heard" role="status">{{ names.value().items.length }} found</p>
      <ul>
        @for (name of names.value().items; track name.participantId) {
          <li>
            <button type="button" (click)="choose.emit(name)">
              <span>
                <b>{{ name.preferredName }}</b>
                @if (name.legalName && name.legalName !== name.preferredName) {
                  <span class="quiet"> {{ name.legalName }}</span>
                }
                <span class="program quiet small">{{ name.programName }}</span>
              </span>
              <app-icon name="next" />
            </button>
          </li>
        } @empty {
          <li class="quiet">Nobody else in your programs by that name.</li>
        }
      </ul>
      @if (names.value().isMore) {
        <p class="quiet">There are more. Another letter or two finds the right one.</p>
      }
    } @else if (names.error()) {
      <app-problem-panel [failure]="names.error()" (again)="names.reload()" />
    } @else {
      <app-skeleton [rows]="2" />
    }
  `,
  styleUrl: './who.scss',
})
export class WhoElsewhere {
  readonly find = input.required<string>();
  readonly choose = output<NameInProgram>();
  protected readonly isEnough = computed(() => this.find().trim().length >= FEWEST_LETTERS);
  protected readonly names = httpResource<NamesInProgram>(() =>
    this.isEnough() ? { url: '/api/names-in-program', params: { find: this.find().trim() } } : undefined,
  );
}
