import { Component, computed, input, output } from '@angular/core';
import type { SupervisionSession } from '../../api/contract';
import { AddForm } from './add-form';
import { AddedWords } from './added-words';

/** What was added to the session as a whole after both signed; what is about a line stands beside it. */
@Component({
  selector: 'app-addenda-part',
  imports: [AddForm, AddedWords],
  template: `
    <h2>Added later</h2>
    @for (one of ofWhole(); track one.addendumId) {
      <app-added-words [addendum]="one" />
    }
    @if (session().mayAdd) {
      <app-add-form [session]="session()" label="What is missing?" (added)="changed.emit($event)" />
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 16px;
    }
  `,
})
export class AddendaPart {
  readonly session = input.required<SupervisionSession>();
  readonly changed = output<SupervisionSession>();
  protected readonly ofWhole = computed(() => this.session().addenda.filter(({ lineId }) => lineId === null));
}
