import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ToAssignList } from '../../api/contract';
import { Live } from '../live/live';
import { Icon } from '../look/icon';

/** On the team page: how many need a coach, and the way to them and to what everybody carries. */
@Component({
  selector: 'app-to-assign-line',
  imports: [Icon, RouterLink],
  template: `
    <a class="card" routerLink="/team/assign">
      <app-icon name="together" />
      <span
        ><b>Who needs a coach</b><br /><span class="quiet">{{ words() }}</span></span
      >
      <app-icon name="next" />
    </a>
  `,
  styles: `
    a {
      display: flex;
      align-items: center;
      gap: 16px;
      min-height: 64px;
      padding-block: 12px;
      color: inherit;
      text-decoration: none;
    }
    span {
      flex: 1;
    }
    app-icon {
      flex: none;
      color: var(--mat-sys-primary);
    }
  `,
})
export class ToAssignLine {
  private readonly page = httpResource<ToAssignList>(() => '/api/to-assign');
  protected readonly words = computed(() => {
    if (!this.page.hasValue()) return 'And what each coach carries';
    const { items } = this.page.value();
    const without = items.filter(({ why }) => why === 'no coach').length;
    const ending = items.length - without;
    if (items.length === 0) return 'Nobody at the moment; what each coach carries is there too';
    return [without && `${without} without a coach`, ending && `${ending} whose coach is ending`]
      .filter(Boolean)
      .join(', ');
  });

  constructor() {
    inject(Live).whenChanged(
      () => null,
      () => this.page.reload(),
    );
  }
}
