import { Component, computed, input } from '@angular/core';
import type { Level } from '../../api/contract';
import { Icon } from '../look/icon';
import { LEVEL_LABEL } from './level-words';

/** The level of a risk note; only urgent ones are red. */
@Component({
  selector: 'app-level-tag',
  imports: [Icon],
  template: `<span class="tag" [class.urgent]="level() === 'urgent'"
    ><app-icon [name]="level() === 'urgent' ? 'alert' : 'flag'" />{{ words() }}</span
  >`,
  styles: `
    :host {
      display: inline-flex;
    }
    app-icon {
      inline-size: 1.1em;
    }
  `,
})
export class LevelTag {
  readonly level = input.required<Level>();
  /** Whether the tag also says what it is: "Urgent risk note". */
  readonly isLong = input(false);
  protected readonly words = computed(() => {
    const label = LEVEL_LABEL[this.level()];
    return this.isLong() ? $localize`${label}:level: risk note` : label;
  });
}
