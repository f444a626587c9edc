import { Component, computed, input } from '@angular/core';
import { WAY_LABEL } from '../contacts/contact-words';
import type { PlannedContact } from '../../api/contract';
import { When } from '../look/when';

/** "Tuesday, 5:30 PM, by phone". */
@Component({
  selector: 'app-planned-words',
  imports: [When],
  template: `<app-when [day]="planned().plannedOn" [clock]="planned().plannedTime" [dated]="dated()" />{{
      how()
    }}`,
})
export class PlannedWords {
  readonly planned = input.required<Pick<PlannedContact, 'plannedOn' | 'plannedTime' | 'way'>>();
  readonly dated = input(false);
  protected readonly how = computed(() => {
    const { way } = this.planned();
    return way ? ` (${WAY_LABEL[way].toLowerCase()})` : '';
  });
}
